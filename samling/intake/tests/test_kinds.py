"""Files of every kind that spreadsheets and school systems save, made byte for byte: the same table is read from each."""

import datetime as dt
import zipfile
from io import BytesIO

import pytest

from samling.access import guard
from samling.attendance.models import AttendanceWeek
from samling.kernel.sheets import Troubled, read

from .books import DEEPLY_HIDDEN, HIDDEN, Formula, Leaf, ods, xls, xlsx, zipped
from .test_faults import ERROR, FORMULA, PLANNED, TIME
from .test_file import page_of, sent, upload

HEADINGS = ["Elev", "Klass", "Datum", "Ämne", "Lektionstid", "Giltig"]
MONDAY = dt.date(2025, 11, 3)
ROWS = [HEADINGS, ["Adam Hassan", "4B", MONDAY, "Språkval", 60, 20], ["Elsa Karlsson", "3A", MONDAY, "Svenska", 45.5, None]]
READ = [(1, HEADINGS), (2, ["Adam Hassan", "4B", "2025-11-03", "Språkval", 60, 20]),
        (3, ["Elsa Karlsson", "3A", "2025-11-03", "Svenska", 45.5])]  # fmt: skip
BOOKS = {"xlsx": xlsx, "xls": xls, "ods": ods}
ENCODINGS = ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le-bom"]


def text(rows, encoding="utf-8", sign=";"):
    said = "\r\n".join(sign.join("" if cell is None else str(cell) for cell in row) for row in rows)
    return b"\xff\xfe" + said.encode("utf-16-le") if encoding == "utf-16-le-bom" else said.encode(encoding)


def applied(visitor, content):
    """The list read and applied; what its receipt says."""
    answer = sent(visitor, upload(content, "x"))
    assert page_of(visitor, answer).context["stage"] == "ready"
    visitor.post(answer["Location"] + "application/")
    return visitor.get(answer["Location"]).context["file"].receipt


def faults(visitor, content):
    page = page_of(visitor, sent(visitor, upload(content, "x")))
    return [(fault.row, fault.letter, fault.text) for fault in page.context["rows"]]


# -- one table, every kind --------------------------------------------------------------------------------------------
@pytest.mark.parametrize("kind", BOOKS)
def test_a_workbook_of_any_age_is_the_same_table(cast, visitor, kind):
    assert list(read(BOOKS[kind](Leaf(ROWS)))) == READ
    assert applied(visitor, BOOKS[kind](Leaf(ROWS)))["new"] == 2
    with cast.acting("petra"):
        week = AttendanceWeek.counting(cast.adam).get()
        assert (week.week_on, week.scheduled, week.valid) == (MONDAY, 60, 20)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_a_text_in_any_encoding_with_any_sign_between(encoding, sign):
    found = list(read(text(ROWS, encoding, sign)))
    assert [cells[:4] for _row, cells in found] == [cells[:4] for _row, cells in READ]
    assert found[1][1][4:] == ["60", "20"]


@pytest.mark.parametrize("kind", [*BOOKS, *ENCODINGS])
def test_the_same_list_in_another_kind_changes_nothing(cast, visitor, kind):
    rows = [ROWS[0], ROWS[1], [*ROWS[2][:4], 45, None]]
    assert applied(visitor, text(rows))["new"] == 2
    again = BOOKS[kind](Leaf(rows)) if kind in BOOKS else text(rows, kind)
    assert applied(visitor, again) == {"new": 0, "changed": 0, "same": 2, "kept": 0, "children": 2, "unknown": 0}


def test_excels_own_line_about_the_separator_is_no_heading(visitor):
    assert applied(visitor, b"sep=;\r\n" + text(ROWS[:2], "cp1252"))["new"] == 1


def test_a_line_break_and_a_separator_inside_a_cell_stay_there():
    rows = list(read(b'Elev;Anteckning;Klass\r\nAdam;"sjuk;\r\nhemma ""igen""";4B\r\n'))
    assert rows[1][1] == ["Adam", 'sjuk;\r\nhemma "igen"', "4B"]


# -- formulas ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("kind", BOOKS)
def test_the_figure_that_was_saved_beside_a_formula_is_read(cast, visitor, kind):
    rows = [HEADINGS, [*ROWS[1][:4], Formula("30+30", 60.0), Formula("2*10", 20.0)]]
    assert applied(visitor, BOOKS[kind](Leaf(rows)))["new"] == 1
    with cast.acting("petra"):
        assert AttendanceWeek.counting(cast.adam).values_list("scheduled", "valid").get() == (60, 20)


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_formula_without_a_figure_is_asked_for_and_the_page_says_why(visitor, kind):
    rows = [HEADINGS, [*ROWS[1][:4], Formula("30+30"), 20]]
    answer = sent(visitor, upload(BOOKS[kind](Leaf(rows)), "x"))
    page = page_of(visitor, answer)
    assert [(fault.row, fault.letter, fault.text) for fault in page.context["rows"]] == [(2, "E", PLANNED)]
    assert "Filen har formler. Vi läser siffrorna som sparades bredvid dem." in page.content.decode()


def test_a_formula_that_makes_words_makes_a_name(visitor):
    rows = [HEADINGS, [Formula('A9&"n"', "Adam Hassan"), *ROWS[1][1:]]]
    assert applied(visitor, xlsx(Leaf(rows)))["new"] == 1


@pytest.mark.parametrize("error", ["#DIV/0!", "#REF!", "#N/A", "#NAME?", "#VALUE!"])
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_an_error_is_no_empty_cell(visitor, kind, error):
    rows = [HEADINGS, [*ROWS[1][:4], 60, Formula("1/0", error)], [*ROWS[2][:4], 60, None]]
    assert faults(visitor, BOOKS[kind](Leaf(rows))) == [(2, "F", ERROR)]


@pytest.mark.parametrize("error", [Formula("1/0", "#DIV/0!"), "#REF!"])
def test_an_error_of_an_old_workbook_is_no_empty_cell(visitor, error):
    rows = [HEADINGS, [*ROWS[1][:4], 60, error], [*ROWS[2][:4], 60, None]]
    assert faults(visitor, xls(Leaf(rows))) == [(2, "F", TIME)]


def test_an_error_in_a_column_that_is_not_used_stands_in_nobodys_way(visitor):
    rows = [[*HEADINGS, "Frånvaro %"], [*ROWS[1], Formula("F2/0", "#DIV/0!")]]
    assert applied(visitor, xlsx(Leaf(rows)))["new"] == 1


def test_a_formula_written_as_text_is_no_figure(visitor):
    assert faults(visitor, text([HEADINGS, [*ROWS[1][:4], "=30+30", "+20"]])) == [(2, "E", FORMULA)]


# -- days -------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("day", [MONDAY, 45964, "45964", "2025-11-03", "20251103", "3.11.2025", "03/11/2025", "3/11 2025",
                                 "2025-11-03 08:15"])  # fmt: skip
def test_a_day_in_any_form_is_that_day(cast, visitor, day):
    rows = [HEADINGS, ["Adam Hassan", "4B", day, "Ma", 60, 0]]
    assert applied(visitor, xlsx(Leaf(rows)))["new"] == 1
    with cast.acting("petra"):
        assert AttendanceWeek.counting(cast.adam).get().week_on == MONDAY


def test_a_workbook_that_counts_from_1904_has_the_same_days():
    assert list(read(xlsx(Leaf(ROWS), is_1904=True))) == READ


# -- headings and sheets ----------------------------------------------------------------------------------------------
def test_headings_over_two_rows_and_merged_cells_are_read_as_one(cast, visitor):
    rows = [["Frånvaro vecka 45", None, None, None, None, None], ["Elev", "Klass", "Vecka", "Minuter", None, None],
            [None, None, None, "Schemalagd", "Giltig", "Ogiltig"], ["Adam Hassan", "4B", "2025-45", 1200, 60, 30]]  # fmt: skip
    merged = ("A1:F1", "A2:A3", "B2:B3", "C2:C3", "D2:F2")
    assert applied(visitor, xlsx(Leaf(rows, merged=merged)))["new"] == 1
    with cast.acting("petra"):
        assert AttendanceWeek.counting(cast.adam).values_list("scheduled", "valid", "invalid").get() == (1200, 60, 30)


@pytest.mark.parametrize("kind", BOOKS)
@pytest.mark.parametrize("state", [HIDDEN, DEEPLY_HIDDEN])
def test_a_hidden_sheet_is_not_read(kind, state):
    found = read(BOOKS[kind](Leaf([["DOLT"], [1]], state), Leaf([]), Leaf(ROWS)))
    assert list(found) == READ and found.sheets == 1


def test_of_several_sheets_the_first_is_read_and_the_page_says_so(visitor):
    page = page_of(visitor, sent(visitor, upload(xlsx(Leaf(ROWS), Leaf(ROWS[:1])), "x")))
    assert "Filen har flera blad. Bara det första läses." in page.content.decode()
    assert page.context["changes"] == {"new": 2}


def test_a_workbook_with_hidden_sheets_alone_is_empty():
    with pytest.raises(Troubled, match="empty"):
        read(xlsx(Leaf(ROWS, HIDDEN)))


# -- names ------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", ["محمد علي", "علي، محمد", "\u202bمحمد علي\u202c", "\u200fمحمد\u200f علي", "مُحَمَّد عَلي"])
@pytest.mark.parametrize("kind", BOOKS)
def test_a_name_that_is_written_from_right_to_left_finds_its_child(cast, visitor, name, kind):
    with cast.acting("petra"):
        guard.open_child(cast.norrskolan, given="محمد", family="علي", key="محمد علي", birth_year=2015, group="4B")
    assert applied(visitor, BOOKS[kind](Leaf([HEADINGS, [name, "4B", MONDAY, "Ma", 60, 0]])))["new"] == 1


def test_a_name_of_letters_in_two_parts_finds_its_child(cast, visitor):
    with cast.acting("petra"):
        guard.open_child(cast.norrskolan, given="Åsa", family="Öberg", key="oberg asa", birth_year=2015, group="4B")
    assert applied(visitor, text([HEADINGS, ["A\u030asa O\u0308berg", "4B", MONDAY, "Ma", 60, 0]]))["new"] == 1


# -- harm and mistakes ------------------------------------------------------------------------------------------------
def lying(content):
    """A pack whose parts say that they are small when unpacked."""
    with zipfile.ZipFile(BytesIO(content)) as pack:
        said = [one.file_size for one in pack.infolist() if one.file_size > 1000]
    for size in said:
        content = content.replace(size.to_bytes(4, "little"), (10).to_bytes(4, "little"))
    return content


TALL = "".join(f"<table:table-row><table:table-cell office:value-type='float' office:value='{n}'/></table:table-row>" for n in range(3))
ENTITIES = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "' + "&a;" * 1000 + '"><!ENTITY c "' + "&b;" * 1000 + '">]>'
BOOK = xlsx(Leaf(ROWS))
with zipfile.ZipFile(BytesIO(BOOK)) as _pack:
    PARTS = {one: _pack.read(one) for one in _pack.namelist()}
HARM = {  # a bomb takes seconds to make: only for whoever reads it
    "a bomb in the words that cells share": ("bomb", lambda: zipped(PARTS | {"xl/sharedStrings.xml": b"x" * (260 << 20)})),
    "a bomb in many small parts": ("bomb", lambda: zipped(PARTS | {f"xl/media/{n}": b"x" * (26 << 20) for n in range(11)})),
    "a bomb that says it is small": ("bomb broken", lambda: lying(zipped(PARTS | {"xl/sharedStrings.xml": b"x" * (260 << 20)}))),
    "a cell repeated without end": ("bomb", zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml":
        b'<x><table:table-cell table:number-columns-repeated="16000000" office:value-type="float" office:value="1"/></x>'})),
    "entities within entities": ("broken kind empty", zipped(PARTS | {"xl/worksheets/sheet1.xml": ENTITIES.encode() +
        PARTS["xl/worksheets/sheet1.xml"].replace(b"Adam Hassan", b"&c;")})),
    "a page that calls itself a workbook": ("kind", b"\r\n<html><table><tr><td>Elev</td></tr></table></html>"),
    "UTF-16 that does not say so": ("kind", text(ROWS, "utf-16-le")),
    "UTF-8 cut off and read as Windows": ("signs", text(ROWS)[:-1] + "å".encode()[:1]),
    "UTF-8 that was saved as Windows and again as UTF-8": ("signs", text(ROWS).decode("cp1252").encode()),
    "the letters of DOS": ("signs", text(ROWS, "cp850")),
    "bytes that no letters have": ("signs", b"Elev;Klass\r\nAdam;\x81\x8d\r\n"),
    "a workbook with a broken sheet": ("broken", zipped(PARTS | {"xl/worksheets/sheet1.xml": b"<worksheet><sheetData><row"})),
    "a workbook without its sheet": ("broken", zipped({name: part for name, part in PARTS.items() if "sheet1" not in name}
        | {"xl/worksheets/other.xml": b""})),
    "an old workbook cut off": ("broken", xls(Leaf(ROWS * 200))[:5000]),
    "an old workbook of nothing but records": ("broken empty", xls(Leaf([]))),
}  # fmt: skip


@pytest.mark.parametrize("what", HARM)
def test_harm_and_mistakes_get_a_sentence(what):
    codes, content = HARM[what]
    with pytest.raises(Troubled) as trouble:
        found = list(read(content() if callable(content) else content))
        pytest.fail(f"it was read: {found[:3]}")
    assert trouble.value.code in codes.split()


def test_a_page_about_wrong_letters_says_what_to_do(visitor):
    answer = sent(visitor, upload(HARM["the letters of DOS"][1], "x"))
    assert answer.status_code == 422 and "Filens bokstäver går inte att läsa." in answer.content.decode()
