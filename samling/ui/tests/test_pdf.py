"""A paper holds whatever people write, says what it is to those who cannot see it, and is the same every time."""

import datetime as dt
import re
import unicodedata

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from samling.ui.glyphs import FONTS, isolated, plainer, printable, shown
from samling.ui.pdf import Document, Part, pdf

from .reading import read

MADE = dt.datetime(2026, 11, 21, 9, 0, tzinfo=dt.UTC)
HOSTILE = [
    '#panic("x")', "#import \"@preview/x:1.0.0\"", '*fet* _kursiv_ $x^2$ `kod`', '"]) #read("/etc/passwd")', "<a> @b ~ -- ---", "\\u{41} \\#",
    "#set page(width: 1pt)", "/* bort */ // bort", '{"told": 1}', "= Rubrik", "- lista", "{{ mall }} {% x %}",
]  # fmt: skip


WHOLE = ["Document", "H1", "Table", "THead", "TH", "TBody", "TD"]


def paper(*lines: str, made_at: dt.datetime | None = MADE) -> bytes:
    return pdf(Document("Provpapper", "En rad.", [Part("Del", lines, ["Namn"], [[line] for line in lines])], made_at=made_at))


def bare(text: str) -> str:
    return re.sub(r"[\s\u00ad]", "", unicodedata.normalize("NFC", text))


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_from_people_is_printed_as_they_wrote_it(text):
    assert bare(read(paper(text)).text).count(bare(text)) == 2


@settings(max_examples=60)
@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_text_can_be_printed(text):
    assert paper(text).startswith(b"%PDF-1.7")


@pytest.mark.parametrize("text", ["مريم نور", "ሰላም", "Đŋŧ Ŝáŝ", "😀👩‍👩‍👧 🇸🇪 1️⃣", "x" * 400, "!" * 400, "a\u0301\u0328 🎈\u0338", "क्षि ☃\ufe0f", "A" * 40 + "\u0301"])
def test_letters_of_many_kinds_can_be_printed(text):
    assert read(paper(text)).is_archive


def test_what_no_font_has_becomes_a_box_and_what_is_invisible_goes():
    assert printable("漢字 \ue000\x07\u202eRad\u2028två") == "□□ □Rad\ntvå"
    assert plainer("e\u0301\u200d\n漢") == "e\n□"
    assert isolated("Adam") == "Adam" and isolated("مريم") == "\u2068مريم\u2069"
    assert printable("y" * 30).split("\u00ad") == ["y" * 12, "y" * 12, "y" * 6]


def test_the_fonts_are_shipped_with_their_licences():
    families = {file.name.split("_")[0] for file in FONTS.glob("*.ttf")}
    assert families == {file.stem for file in FONTS.glob("*.LICENSE")}
    assert {ord(one) for one in "åäöÅÄÖŋđŧšžعسڤلያ☐□−”’😀"} <= shown() and ord("漢") not in shown()


def test_with_a_date_it_is_for_the_archive_and_the_same_every_time():
    made = paper("Åsa")
    told = read(made)
    assert told.is_archive and told.is_accessible and (told.title, told.language) == ("Provpapper", "sv")
    assert [tag for tag in told.tags if tag in WHOLE] == WHOLE and "<pdfaid:part>2<" in told.claims
    assert made == paper("Åsa")


def test_without_a_date_it_is_for_reading_only():
    told = read(paper("Åsa", made_at=None))
    assert told.is_accessible and "pdfaid" not in told.claims


def test_a_paper_says_the_language_of_whoever_reads():
    with override("en"):
        assert read(paper("A line.")).language == "en"
