"""Two people at one line."""

from samling.kernel.merging import Base, mark, merge, packed, unpacked


def base(said=None, version=0, place="a-seen"):
    return Base(place, version, mark(said))


def test_what_nobody_changed_is_kept():
    assert merge(base("x", 3), stored="x", version=3, sent="x") == "keep"


def test_what_only_the_other_changed_is_kept():
    assert merge(base("x", 3), stored="y", version=4, sent="x") == "keep"


def test_what_both_changed_alike_is_kept():
    assert merge(base("x", 3), stored="y", version=4, sent="y") == "keep"


def test_what_only_the_writer_changed_is_written():
    assert merge(base("x", 3), stored="x", version=3, sent="y") == "write"
    assert merge(base(), stored=None, version=0, sent="y") == "write"


def test_what_both_changed_is_shown_to_both():
    assert merge(base("x", 3), stored="z", version=4, sent="y") == "conflict"
    assert merge(base("x", 3), stored=None, version=4, sent="y") == "conflict"


def test_emptying_a_line_is_a_change():
    assert merge(base("x", 3), stored="x", version=3, sent=None) == "write"
    assert mark(None) != mark("")


def test_what_is_packed_comes_back():
    bases = {"a-seen": base("å", 2), "k-tried-0": base({"what": "X"}, 1, "k-tried-4")}
    assert unpacked(packed(bases)) == bases


def test_what_cannot_be_read_is_left_out():
    hostile = "a b=c d=e:f:g h=i:-1:j k=l:²:m n=o:99999999:p q=r:1:s =:: ' or 1=1"
    assert list(unpacked(hostile)) == ["q"]
    assert unpacked("x" * 10_000_000) == {}
