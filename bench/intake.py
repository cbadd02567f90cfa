"""`python -m bench.intake [rows]`: a list of attendance read in, from the file to the receipt; seconds and megabytes."""

import datetime as dt
import io
import os
import resource
import sys
import time

import openpyxl

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
PUPILS = max(ROWS // 100, 1)
HEADINGS = ["Namn", "Klass", "Datum", "Ämne", "Lektionstid", "Giltig", "Ogiltig", "Kommentar"]


def names() -> list[tuple[str, str]]:
    """So many made-up pupils of one class."""
    letters = ["".join(chr(97 + turn // 26**place % 26) for place in range(4)) for turn in range(PUPILS)]
    return [(f"Kalle{one}", f"Berg{one}") for one in letters]


def workbook(pupils: list[tuple[str, str]]) -> bytes:
    """A row for each pupil and school day."""
    book = openpyxl.Workbook(write_only=True)
    leaf = book.create_sheet()
    leaf.append(HEADINGS)
    days = [dt.date(2025, 1, 6) + dt.timedelta(days=day) for day in range(400)]
    rows = ((given, family, day) for day in days if day.weekday() < 5 for given, family in pupils)
    for number, (given, family, day) in zip(range(ROWS), rows, strict=False):
        leaf.append([f"{given} {family}", "4B", day, "Matematik", 60, 10 * (number % 7 == 0), 0, "sparas inte"])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def main() -> None:
    """Read, stage, check and apply, as the head of a school with so many children."""
    import tests.surroundings  # noqa: F401

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samling.settings")
    import django

    django.setup()
    from samling.access import guard
    from samling.attendance.models import AttendanceFile
    from samling.intake import reading_in
    from samling.intake.rules_columns import guessed, heading_row
    from samling.kernel.sheets import read
    from samling.records.clock import now
    from tests.cast import Cast
    from tests.cloning import Template
    from tests.house.rooms import me

    template = Template.ready()
    with template.clone():
        cast, pupils = Cast.gather(), names()
        with cast.acting("petra"):
            for given, family in pupils:
                guard.open_child(cast.norrskolan, given=given, family=family, key=family, birth_year=2015, group="4B")
        content = workbook(pupils)
        times = [time.perf_counter()]
        sheet = read(content)
        place, headings = heading_row(sheet.rows[:20])
        columns = reading_in.Columns.chosen(guessed(headings), None)
        times.append(time.perf_counter())
        with cast.acting("gunilla") as acting:
            rows = reading_in.taken(sheet.rows[place + 1 :], columns)
            reading_in.AT_ONCE = 0  # as a large file: checked part by part
            key = reading_in.stage(rows, columns, by=me(acting), at=now()).pk
        times.append(time.perf_counter())
        done = False
        while not done:
            with cast.acting("gunilla"):
                done = reading_in.Check(AttendanceFile.objects.get(pk=key), now()).go_on(2)
        times.append(time.perf_counter())
        with cast.acting("gunilla"):
            counts = reading_in.apply(AttendanceFile.objects.get(pk=key))
        times.append(time.perf_counter())
    steps = [f"{name} {end - start:.1f}" for name, start, end in zip(("read", "stage", "check", "apply"), times, times[1:], strict=False)]
    most = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(f"{ROWS:,} rows, {counts['new']:,} weeks: {', '.join(steps)}; in all {times[-1] - times[0]:.1f} s; "
          f"resident {most[0]:.0f} MB, the reader's own process {most[1]:.0f} MB; load {os.getloadavg()[0]:.1f}")
    template.cluster.leave()


if __name__ == "__main__":
    main()
