"""A file of attendance on its way in, page by page, as the head of the school."""

import datetime as dt
import io

import openpyxl
import pytest

from samling.access import guard
from samling.attendance.models import AttendanceFile, AttendanceWeek, ColumnMap, FilePart
from samling.records.clock import now

HEADINGS = ["Personnummer", "Namn", "Klass", "År", "Vecka", "Schemalagd tid (min)", "Giltig frånvaro (min)",
            "Ogiltig frånvaro (min)", "Anmärkning"]  # fmt: skip
NEW = "/attendance/files/new/"


def sheet(*rows, headings=HEADINGS):
    book = openpyxl.Workbook()
    for row in (headings, *rows):
        book.active.append(row)
    return packed(book)


def packed(book, name="lista.xlsx"):
    kept = io.BytesIO()
    book.save(kept)
    return upload(kept.getvalue(), name)


def upload(content, name="lista.csv"):
    sent = io.BytesIO(content)
    sent.name = name
    return sent


def row(name="Adam Hassan", group="4B", week=45, scheduled=1200, valid=120, invalid=60, number=None):
    return [number, name, group, 2025, week, scheduled, valid, invalid, "HEMLIGT"]


def sent(visitor, file, who="gunilla"):
    return visitor.as_(who).post(NEW, {"file": file})


def page_of(visitor, answer):
    assert answer.status_code == 302, answer.content.decode()
    return visitor.get(answer["Location"])


def test_from_the_file_to_the_receipt(cast, visitor):
    answer = sent(visitor, sheet(row(), row("Karlsson, Elsa", "3 a"), row("Okänd Elev", "1A")))
    page = page_of(visitor, answer)
    assert page.context["stage"] == "ready"
    assert page.context["changes"] == {"new": 2} and page.context["unknown"] == 1
    visitor.post(answer["Location"] + "application/")
    receipt = visitor.get(answer["Location"])
    assert receipt.context["stage"] == "applied"
    with cast.acting("gunilla"):
        assert AttendanceFile.objects.get().receipt == {
            "new": 2, "changed": 0, "same": 0, "kept": 0, "children": 2, "unknown": 1,
        }  # fmt: skip
        weeks = AttendanceWeek.objects.order_by("scheduled", "subject_id")
        assert {(one.subject_id, one.week_on, one.valid, one.source) for one in weeks} == {
            (cast.adam, dt.date(2025, 11, 3), 120, "file"), (cast.elsa, dt.date(2025, 11, 3), 120, "file"),
        }  # fmt: skip
        assert [part.lines for part in FilePart.objects.all()] == [[]]


def test_the_same_file_twice_changes_nothing_and_says_so(cast, visitor):
    for _turn in range(2):
        answer = sent(visitor, sheet(row(), row(week=46)))
        page = page_of(visitor, answer)
        visitor.post(answer["Location"] + "application/")
    assert page.context["changes"] == {"same": 2} and page.context["before"]
    assert "Den ändrar inget." in page.content.decode()
    with cast.acting("gunilla"):
        assert AttendanceWeek.objects.count() == 2


def test_a_correction_replaces_and_leaves_the_earlier_version(cast, visitor):
    for valid in (120, 180):
        answer = sent(visitor, sheet(row(valid=valid), row(week=46)))
        visitor.post(answer["Location"] + "application/")
    with cast.acting("petra"):
        first, second = AttendanceWeek.objects.filter(week_on="2025-11-03").order_by("written_at")
        assert (first.valid, first.replaced_by_id, second.valid, second.replaces_id) == (120, cast.gunilla, 180, first.pk)
        assert AttendanceWeek.counting(cast.adam).count() == 2


def test_nothing_is_applied_while_a_row_is_wrong(cast, visitor):
    answer = sent(visitor, sheet(row(), row(week=60), row(valid=9000, week=46)))
    page = page_of(visitor, answer)
    assert [(f.row, f.letter, f.text) for f in page.context["rows"]] == [
        (3, "E", "Den veckan finns inte. Skriv veckan så här: 2025-36."),
        (4, "F", "Frånvaron är större än den schemalagda tiden. Kontrollera radens minuter."),
    ]
    assert visitor.post(answer["Location"] + "application/").status_code == 403
    with cast.acting("gunilla"):
        assert not AttendanceWeek.objects.exists()


def test_columns_that_are_not_mapped_are_never_stored(cast, visitor):
    sent(visitor, sheet(row(), row("Okänd Elev", "1A", number="20140101-2392")))
    with cast.acting("gunilla"):
        kept = f"{list(FilePart.objects.values())} {list(AttendanceFile.objects.values())}"
        assert "HEMLIGT" not in kept and "Okänd" not in kept and "2392" not in kept


def test_a_day_by_day_file_gives_weeks_with_their_pattern(cast, visitor):
    headings = ["Elev", "Klass", "Datum", "Ämne", "Lektionstid", "Giltig", "Ogiltig", "Sen ankomst"]
    days = [["Adam Hassan", "4B", dt.date(2025, 11, 3 + day), lesson, 60, 0, 60 if day == 0 else 0, day]
            for day in range(3) for lesson in ("Ma", "Sv")]  # fmt: skip
    answer = sent(visitor, sheet(*days, headings=headings))
    assert page_of(visitor, answer).context["changes"] == {"new": 1}
    visitor.post(answer["Location"] + "application/")
    shown = visitor.as_("petra").get(f"/children/{cast.adam}/attendance/")
    assert shown.context["days"] == (1, 0) and shown.context["late"] == 6
    assert [(r.lesson, [cell and cell.away for cell in r.cells]) for r in shown.context["lessons"]] == [
        ("Ma", [100, 0, 0, None, None]), ("Sv", [100, 0, 0, None, None]),
    ]  # fmt: skip


def test_unknown_headings_are_asked_for_once_and_remembered(cast, visitor):
    headings = ["Kol1", "Kol2", "Kol3", "Kol4", "Kol5", "Kol6"]
    rows = [["Adam Hassan", "4B", "2025-45", 1200, 60, 0]]
    asked = sent(visitor, sheet(*rows, headings=headings))
    assert asked.status_code == 200 and "Kolumn A: Kol1" in asked.content.decode()
    fields = ["name", "group", "week", "scheduled", "valid", "invalid"]
    said = {f"column-{place}": field for place, field in enumerate(fields)}
    answer = visitor.post("/attendance/files/columns/", said | {"number": 6, "file": sheet(*rows, headings=headings)})
    assert page_of(visitor, answer).context["changes"] == {"new": 1}
    again = sent(visitor, sheet(*rows, ["Elsa Karlsson", "3A", "2025-45", 1200, 60, 0], headings=headings))
    assert page_of(visitor, again).context["changes"] == {"new": 2}
    with cast.acting("gunilla"):
        assert "Kol1" not in str(list(ColumnMap.objects.values()))


@pytest.mark.parametrize("who", ["petra", "amir", "ulf", "karin", "ingrid"])
def test_only_those_who_lead_the_school_read_in(visitor, who):
    assert visitor.as_(who).get(NEW).status_code == 403
    assert sent(visitor, sheet(row()), who).status_code == 403


def test_a_file_is_its_importers_alone(cast, visitor):
    answer = sent(visitor, sheet(row()))
    for who in ("bosse", "petra", "olof"):
        assert visitor.as_(who).get(answer["Location"]).status_code == 404
        with cast.acting(who):
            assert not AttendanceFile.objects.exists() and not FilePart.objects.exists()


def test_hidden_unknown_and_others_pupils_give_the_same_answer(cast, visitor):
    with cast.acting("petra"):
        guard.protect(cast.noor, form="marked")
    tindra = cast.open_pupil("tindra")
    pages = []
    for name, group in (("Noor Aziz", "4B"), ("Tindra Sjögren", "5A"), ("Ingen Alls", "4B")):
        answer = sent(visitor, sheet(row(), row(name, group)))
        page = page_of(visitor, answer)
        pages.append((page.context["changes"], page.context["unknown"], page.context["faults"]))
        visitor.post(answer["Location"] + "cancellation/")
    assert pages == [({"new": 1}, 1, 0)] * 3
    with cast.acting("gunilla"):
        assert not AttendanceWeek.objects.filter(subject_id__in=[cast.noor, tindra]).exists()


def test_put_away_is_emptied_and_seven_days_old_is_forgotten(cast, visitor):
    from django.db import connections

    first = sent(visitor, sheet(row()))
    visitor.post(first["Location"] + "cancellation/")
    second = sent(visitor, sheet(row(week=44)))
    assert second.status_code == 302
    with connections["worker"].cursor() as cursor:
        cursor.execute("select guard.forget_attendance_files()")
        assert cursor.fetchone() == (0,)
    with connections["owner"].cursor() as cursor:
        cursor.execute("select guard.mark_installation('test', %s - statement_timestamp())", [now() + dt.timedelta(days=8)])
    with connections["worker"].cursor() as cursor:
        cursor.execute("select guard.forget_attendance_files()")
        assert cursor.fetchone() == (1,)
    with cast.acting("gunilla"):
        assert [part.lines for part in FilePart.objects.all()] == [[], []]
