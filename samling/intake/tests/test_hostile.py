"""Files that are broken, hostile or only odd: each gets one clear sentence, and leaves no word of itself behind."""

import io
import logging
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samling.attendance.models import AttendanceFile
from samling.intake.rules_columns import field_of
from samling.intake.rules_lines import Line, Reading
from samling.kernel.sheets import TROUBLES, Troubled, read, reading
from samling.kernel.sheets.headings import guessed, headings_of

from .test_file import HEADINGS, NEW, row, sent, sheet, upload

MARK = "XYZZYPLUGH"


def zipped(**parts):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as pack:
        for name, content in parts.items():
            pack.writestr(name.replace("__", "/"), content)
    return kept.getvalue()


def book(**cells):
    made = openpyxl.Workbook()
    for place, value in cells.items():
        made.active[place] = value
    kept = io.BytesIO()
    made.save(kept)
    return kept.getvalue()


HOSTILE = {
    "empty": b"",
    "blank": b" \r\n \n",
    "a bomb": lambda: zipped(xl__worksheets__a=b"0" * (260 << 20)),
    "a cell far out": book(XFD1048576=1),
    "a row far out": book(A1048576=1),
    "half a workbook": book(A1=1)[:900],
    "another archive": zipped(word__document=b"<w/>"),
    "a locked workbook": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
    "an old workbook cut off": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "a picture": b"\x89PNG\r\n\x1a\n\0\0\0\0IHDR",
    "a PDF": b"%PDF-1.7\n" + MARK.encode(),
    "letters of no kind": bytes(range(128, 256)) * 8,
    "too many columns": (";".join(map(str, range(90))) + "\n").encode(),
    "too many rows": b"a;b\n" * 120_050,
    "too large": b"a" * (26 << 20),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_gets_a_sentence(what):
    with pytest.raises(Troubled) as trouble:
        read(content() if callable(content := HOSTILE[what]) else content)
    assert trouble.value.code in TROUBLES


def test_the_page_says_the_sentence_and_nothing_is_kept(cast, visitor, caplog):
    caplog.set_level(logging.DEBUG)
    for content in (HOSTILE["a PDF"], b"\0\0\0\0" + MARK.encode(), f"{MARK};{MARK}\n{MARK};1".encode()):
        answer = visitor.as_("gunilla").post(NEW, {"file": upload(content, f"{MARK}.xlsx")})
        assert answer.status_code in (200, 422)
        assert f"{MARK}.xlsx" not in answer.content.decode() and MARK not in caplog.text
    with cast.acting("gunilla"):
        assert not AttendanceFile.objects.exists()


def test_what_stands_in_a_cell_is_in_no_sentence_and_no_log(cast, visitor, caplog):
    caplog.set_level(logging.DEBUG)
    file = sheet(row(), row(week=MARK), row(valid=MARK, week=46), row(number=MARK + "1", week=44), row(name=MARK * 30))
    answer = sent(visitor, file)
    page = visitor.get(answer["Location"]).content.decode()
    assert page.count("<tr>") == 5 and MARK not in page and MARK not in caplog.text and MARK not in answer["Location"]


@pytest.mark.parametrize(
    "name", ["\u202eAdam Hassan\u202c", "A\u200bdam  Hassan", "ADAM\u00a0HASSAN", "Hassan, Adam", "Adam Hassan\u200f"]
)
def test_a_name_with_invisible_signs_is_the_same_name(cast, visitor, name):
    page = visitor.get(sent(visitor, sheet(row(name=name)))["Location"])
    assert page.context["changes"] == {"new": 1}


@pytest.mark.parametrize(
    ("encoding", "sign"), [("utf-8-sig", ";"), ("utf-8", ","), ("cp1252", ";"), ("cp1252", "\t"), ("utf-16", ";")]
)
def test_a_text_file_in_any_encoding(visitor, encoding, sign):
    lines = [HEADINGS[:8], ["", "Adam Hassan", "4 b", "2025", "v 45", "1200", "60", "0"]]
    text = "\r\n".join(sign.join(cells) for cells in lines)
    page = visitor.get(sent(visitor, upload(text.encode(encoding)))["Location"])
    assert page.context["changes"] == {"new": 1}


CELL = st.one_of(st.none(), st.integers(), st.floats(), st.text(max_size=30), st.booleans(), st.dates())


@settings(max_examples=150)
@given(st.lists(st.lists(CELL, max_size=9), max_size=8))
def test_any_cells_are_read_or_refused_in_words(rows):
    import datetime as dt

    plain = [(number, [reading.plain_cell(cell, 200) for cell in cells]) for number, cells in enumerate(rows)]
    headings_of(plain, field_of)
    guessed([cell for _n, cells in plain for cell in cells], field_of)
    reader = Reading(["number", "name", "group", "week", "year", "scheduled", "valid-h", "absent", "late"],
                     today=dt.date(2025, 11, 20))  # fmt: skip
    for number, cells in plain:
        came = reader.read(number, cells)
        if isinstance(came, Line):
            assert 0 <= came.valid + came.invalid <= came.scheduled <= 3000
        else:
            assert came


@settings(max_examples=60)
@given(st.binary(max_size=400))
def test_any_bytes_are_a_table_or_a_sentence(content):
    """The reader's own process is spared: what it does is done here, but for its limits."""
    try:
        told, rows = reading.table(content, 1000)
        assert isinstance(told, dict) and all(len(cells) <= 60 for _n, cells in reading.shaped(rows, 1000, 60, 200))
    except reading.Trouble as trouble:
        assert str(trouble) in TROUBLES
