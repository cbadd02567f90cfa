"""The paper of a child with much on record: short records as rows, small, whole, and laid out without keeping the memory."""

import datetime as dt
import re
from io import BytesIO

import pytest
import typst
from pypdf import PdfReader

from samling.extracts.paper import SOURCE
from samling.ui import press
from samling.ui.glyphs import FONTS
from samling.ui.packed import packed
from samling.ui.pdf import laid_out
from samling.ui.tabled import as_table, shared
from samling.ui.tests.reading import read, stranded

AT = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
LOOKS = [[("Vem", ("Petra", "Amir")[turn % 2]), ("När", f"{1 + turn // 20} mars 2026 {8 + turn % 10:02d}.00"), ("Ärende", "läste sidan")]
         for turn in range(60)]  # fmt: skip


def told(many):
    items = [{"day": "1 mars 2026", "lines": [["Text", f"Ebba (7 0 R) räknar \\ {turn} obj"], ["Rubrik", ") <<"]]} for turn in range(many)]
    return {"title": "Utdrag", "language": "sv", "lead": "Om Ebba.", "head": "A", "foot": "Samling", "draft": "", "facts": [["Begärt", "i dag"]],
            "parts": [{"title": "Tittat", "table": as_table(LOOKS), "same": [], "items": []},
                      {"title": "Anteckning", "table": None, "same": [], "items": items}],
            "closing": [], "all": "Alla", "lacking": ""}  # fmt: skip


def test_what_all_say_is_said_once_and_the_times_of_a_day_stand_together():
    table = as_table(LOOKS)
    assert table["same"] == [("Ärende", "läste sidan")] and table["head"] == ["Vem", "När"]
    assert table["rows"][0] == ["Petra", "1 mars 2026 08.00, 10.00, 12.00, 14.00, 16.00, 08.00, 10.00, 12.00, 14.00, 16.00"]
    assert sum(row[1].count(".00") for row in table["rows"]) == len(LOOKS) and len(table["rows"]) == 6


def test_few_or_long_records_are_read_one_by_one():
    assert as_table(LOOKS[:11]) is None
    assert as_table([[("Text", "ord " * 20)]] * 8 + LOOKS) is None
    assert as_table([[("Text", f"två\nrader {turn}")] for turn in range(20)]) is None


def test_what_several_records_share_is_said_once():
    kind, read = ("Slag", "Löften"), ("Läsning hemma", "ja")
    assert shared([[kind, read, ("Text", f"{turn}")] for turn in range(3)]) == ([kind, read], [[("Text", f"{turn}")] for turn in range(3)])
    assert shared([[kind], [kind]]) == ([], [[kind], [kind]]), "two are read one by one"
    assert shared([[kind, read], [kind, read], [kind]]) == ([], [[kind, read], [kind, read], [kind]]), "none is left with nothing"


def test_a_packed_paper_says_the_same_and_is_much_smaller():
    plain = laid_out(SOURCE, told(200), made_at=AT)
    small = packed(plain)
    assert len(small) < len(plain) / 2
    before, after = PdfReader(BytesIO(plain)), PdfReader(BytesIO(small), strict=True)
    assert [page.extract_text() for page in before.pages] == [page.extract_text() for page in after.pages]
    assert "Ebba (7 0 R) räknar" in before.pages[0].extract_text()
    for number in range(1, before.trailer["/Size"]):
        assert _plain(before.get_object(number)) == _plain(after.get_object(number)), number


def test_a_long_paper_is_laid_out_apart_with_tags_and_the_same_each_time():
    long, again = (laid_out(SOURCE, told(5), made_at=AT, is_long=True) for _turn in range(2))
    assert long == again == packed(laid_out(SOURCE, told(5), made_at=AT)) and b"pdfaid:part" in long
    root = PdfReader(BytesIO(long)).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root


def test_a_short_record_stands_on_one_page_under_its_day():
    paper = read(laid_out(SOURCE, told(120), made_at=AT))
    assert len(paper.pages) > 3 and stranded(paper) == [] and all("Sida" in page or "Page" in page for page in paper.pages)
    tops = [page.split("\n")[1] for page in paper.pages[1:]]
    assert {"1 mars 2026"} == {*tops}, "no page begins in the middle of a record"


def test_what_fails_apart_says_why(tmp_path):
    (tmp_path / "wrong.typ").write_text("#panic(sys.inputs.told)")
    with pytest.raises(typst.TypstError) as failed:
        press.made_apart(source=str(tmp_path / "wrong.typ"), root=str(tmp_path), fonts=str(FONTS), standards=[], told="oj", timestamp=None)
    assert "oj" in str(failed.value.args[0])


def _plain(said):
    """A part of a document, without which reader it was read by."""
    return re.sub(r"(IndirectObject\(\d+, \d+), \d+", r"\1", repr(said))
