"""A term's list with forty faults: each is found in its row and column, with a sentence that says how to mend it."""

import datetime as dt

import openpyxl
import pytest

from samling.attendance.models import AttendanceWeek
from samling.demo import places

from .test_file import packed, sent

HEADINGS = ["Personnummer", "Elev", "Klass", "Vecka", "Datum", "Schemalagd tid (min)", "Giltig frånvaro (tim)",
            "Ogiltig frånvaro (min)", "Sen ankomst", "Orsak"]  # fmt: skip
WHO, WEEK, DATE, PLAN, VALID, INVALID, LATE = "A", "D", "E", "F", "G", "H", "I"
GOOD = [None, "Adam Hassan", "4B", "2025-36", None, 1200, 1, 30, 2, "MARKÖR sjuk"]

# What is written instead in which column of a good row, where it is found, and what is said.
DIGITS = "Kontrollera numret. Det har tio eller tolv siffror: ÅÅÅÅMMDD-NNNN."
SUM = "Den sista siffran stämmer inte med de andra. Kontrollera numret."
LOST = "Numret har tappat siffror, som när ett kalkylark skriver 2,01E+11. Gör kolumnen till text och skriv numret på nytt."
NO_WEEK = "Den veckan finns inte. Skriv veckan så här: 2025-36."
WEEK_SO = "Skriv veckan så här: 2025-36."
AHEAD = "Den veckan har inte börjat än. Kontrollera veckan och året."
OLD = "Det här är mer än fem år sedan. Kontrollera året."
TIME = "Skriv tiden med siffror, som 120."
MORE = "Frånvaron är större än den schemalagda tiden. Kontrollera radens minuter."
MUCH = "Det här är mer än en vecka rymmer. Är det timmar i kolumnen, eller en hel termin?"
NEGATIVE = "Tid är aldrig mindre än noll. Kontrollera siffran."
SHARE = "Här står en andel i procent. Välj en kolumn med minuter eller timmar."
FORMULA = "Här står en formel. Skriv själva siffran."
ERROR = "Här står ett fel som kalkylarket lämnade. Skriv själva siffran."
TIMES = "Skriv hur många gånger med siffror, som 2."
LONG = "Här står alldeles för mycket text. Kontrollera att kolumnerna inte har glidit isär."
NOBODY = "Skriv vem raden handlar om: personnummer, eller namn och klass."
PLANNED = "Skriv hur mycket tid som var schemalagd."
TWICE = "Samma elev och vecka står på en tidigare rad också. Behåll en av dem."
FAULTS = [
    ({WHO: 2.0140101239e11 + 0.5}, WHO, LOST),
    ({WHO: "2,01401E+11"}, WHO, LOST),
    ({WHO: "20170101-2394"}, WHO, SUM),
    ({WHO: "20171301-2393"}, WHO, DIGITS),
    ({WHO: "123"}, WHO, DIGITS),
    ({WHO: "9001012392"}, WHO, DIGITS),
    ({WHO: "170101+2393"}, WHO, DIGITS),
    ({WHO: "2017-01-01-2393"}, WHO, DIGITS),
    ({WHO: "två tusen 14"}, WHO, DIGITS),
    ({"B": None}, WHO, NOBODY),
    ({"B": "A" * 400}, "B", LONG),
    ({"C": "4B " * 90}, "C", LONG),
    ({WEEK: None}, WEEK, WEEK_SO),
    ({WEEK: "förra veckan"}, WEEK, WEEK_SO),
    ({WEEK: "2025-54"}, WEEK, NO_WEEK),
    ({WEEK: 0}, WEEK, NO_WEEK),
    ({WEEK: "202599"}, WEEK, NO_WEEK),
    ({WEEK: "2026-36"}, WEEK, AHEAD),
    ({WEEK: "2012-36"}, WEEK, OLD),
    ({WEEK: "36-37"}, WEEK, WEEK_SO),
    ({WEEK: dt.datetime(2025, 9, 1)}, WEEK, WEEK_SO),
    ({PLAN: None}, PLAN, PLANNED),
    ({PLAN: "tjugo timmar"}, PLAN, TIME),
    ({PLAN: "95 %"}, PLAN, SHARE),
    ({PLAN: -1200}, PLAN, NEGATIVE),
    ({PLAN: 24000}, PLAN, MUCH),
    ({PLAN: 99999999}, PLAN, MUCH),
    ({PLAN: 20}, PLAN, MORE),
    ({PLAN: "1.200.000"}, PLAN, TIME),
    ({PLAN: "'=A1*60"}, PLAN, TIME),
    ({PLAN: "#REF!"}, PLAN, ERROR),
    ({PLAN: "@SUM(A1)"}, PLAN, FORMULA),
    ({VALID: 600}, PLAN, MORE),
    ({VALID: "1,5,5"}, VALID, TIME),
    ({VALID: "5%"}, VALID, SHARE),
    ({VALID: -1}, VALID, NEGATIVE),
    ({INVALID: "\u202e021"}, INVALID, None),  # invisible signs are no fault: the figure is read
    ({INVALID: "O"}, INVALID, TIME),
    ({LATE: "ofta"}, LATE, TIMES),
    ({LATE: 1.5}, LATE, TIMES),
    ({LATE: -1}, LATE, TIMES),
]


def column(letter):
    return ord(letter) - ord("A")


def written(instead):
    row = list(GOOD)
    for letter, value in instead.items():
        row[column(letter)] = value
    return row


def book_of(rows):
    book = openpyxl.Workbook()
    leaf = book.active
    leaf.append(["", "", "", "När", None, "Tid", None, None, None, "Annat"])  # two rows of headings, the upper merged
    leaf.merge_cells("F1:I1")
    leaf.append(HEADINGS)
    for row in rows:
        leaf.append(row)
    for cell in leaf["F"]:
        cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    leaf.append(["Summa", None, None, None, None, 48000, 40, 1200, 80, None])
    book.create_sheet("dolt").sheet_state = "hidden"
    return book


def test_each_of_forty_faults_is_found_where_it_is(cast, visitor):
    assert len([fault for fault in FAULTS if fault[2]]) == 40
    rows = [written(instead) for instead, _where, _said in FAULTS]
    for place, row in enumerate(rows):  # every row is another week's, or they would be one pupil's week twice
        if row[column(WEEK)] == "2025-36":
            row[column(WEEK)] = f"2025-{place + 1:02}" if place < 45 else "2025-46"
    answer = sent(visitor, packed(book_of(rows)))
    page = visitor.get(answer["Location"])
    found = {(fault.row, fault.letter): fault.text for fault in page.context["rows"]}
    wanted = {(place + 3, where): said for place, (_w, where, said) in enumerate(FAULTS) if said}
    assert found == wanted
    assert "MARKÖR" not in page.content.decode() and "Hassan" not in page.content.decode()
    assert visitor.post(answer["Location"] + "application/").status_code == 403
    with cast.acting("gunilla"):
        assert not AttendanceWeek.objects.exists()


def test_the_mended_list_goes_in(cast, visitor):
    rows = [written({WEEK: f"v.{week}"}) for week in range(34, 46)]
    answer = sent(visitor, packed(book_of(rows)))
    visitor.post(answer["Location"] + "application/")
    with cast.acting("petra"):
        kept = AttendanceWeek.counting(cast.adam)
        assert [(one.valid, one.invalid, one.late) for one in kept] == [(60, 30, 2)] * 12


def test_a_week_twice_is_found_across_the_file(cast, visitor):
    rows = [written({}), written({WEEK: 36, "B": "hassan, ADAM"})]
    page = visitor.get(sent(visitor, packed(book_of(rows)))["Location"])
    assert [(fault.row, fault.text) for fault in page.context["rows"]] == [(4, TWICE)]


FORMS = ["201701012393", 201701012393, "170101-2393", "20170101 2393", "201701 01-2393", "2017\u00a00101-2393", 1701012393,
         "20170101\u20132393", "'201701012393"]  # fmt: skip


@pytest.mark.parametrize("number", FORMS)
def test_a_number_in_any_broken_form_finds_its_child(cast, visitor, number):
    from samling.access import guard

    with cast.acting("petra"):
        guard.call("set_child_number", cast.adam, "201701012393")
    page = visitor.get(sent(visitor, packed(book_of([written({WHO: number, "B": "Någon Annan", "C": None})])))["Location"])
    assert page.context["changes"] == {"new": 1}


def test_the_demo_knows_the_children_of_these_lists():
    assert places.PUPILS["adam"][1:4] == ("4B", "Adam", "Hassan")
