"""`python -m bench.intake [rows]`: a list of attendance read in, from the file to the receipt, in the processes that do it.

Each is measured by itself: processor seconds (its own, its reader's and the database's), seconds on the clock, and the
most memory that was resident, beside what it held before the file came. Other work on the machine makes the clock slow,
not the processor seconds.
"""

import contextlib
import datetime as dt
import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

MOST_SECONDS, MOST_MEGABYTES = 20, 300  # of 100,000 rows; app and reader together
HEADINGS = ["Namn", "Klass", "Datum", "Ämne", "Lektionstid", "Giltig", "Ogiltig", "Kommentar"]
FILE = "/attendance/files/new/"


def names(rows: int) -> list[tuple[str, str]]:
    """So many made-up pupils of one class; each has a hundred rows."""
    letters = ["".join(chr(97 + turn // 26**place % 26) for place in range(4)) for turn in range(max(rows // 100, 1))]
    return [(f"Kalle{one}", f"Berg{one}") for one in letters]


def workbook(rows: int) -> bytes:
    """A row for each pupil and school day."""
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    leaf = book.create_sheet()
    leaf.append(HEADINGS)
    days = [dt.date(2025, 1, 6) + dt.timedelta(days=day) for day in range(400)]
    lines = ((given, family, day) for day in days if day.weekday() < 5 for given, family in names(rows))
    for number, (given, family, day) in zip(range(rows), lines, strict=False):
        leaf.append([f"{given} {family}", "4B", day, "Matematik", 60, 10 * (number % 7 == 0), 0, "sparas inte"])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def resident(pid: int | str) -> float:
    """The most megabytes that a process has held at once; 0 when it is gone."""
    with contextlib.suppress(OSError, IndexError):
        found = Path(f"/proc/{pid}/status").read_text().split("VmHWM:")[1]
        return int(found.split()[0]) / 1024
    return 0.0


class Watch:
    """What one process and what it starts have used since."""

    def __init__(self) -> None:
        from bench.clocks import backends, database_cpu

        self.pids, self.database = backends(), database_cpu
        Path("/proc/self/clear_refs").write_text("5")  # the most so far begins anew
        self.found: dict[str, float] = {"before": resident("self"), "reader": 0.0}
        self.begun = (time.perf_counter(), time.process_time(), self._children(), database_cpu(self.pids))
        self.over = threading.Event()
        self.looking = threading.Thread(target=self._look)
        self.looking.start()

    def _children(self) -> float:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime

    def _look(self) -> None:
        while not self.over.wait(0.01):
            for task in Path("/proc/self/task").iterdir():
                with contextlib.suppress(OSError):
                    held = [resident(pid) for pid in (task / "children").read_text().split()]
                    self.found["reader"] = max([self.found["reader"], *held])

    def told(self) -> dict[str, float]:
        """Everything, when it is over."""
        self.over.set()
        self.looking.join()
        now = (time.perf_counter(), time.process_time(), self._children(), self.database(self.pids))
        clock, app, reading, database = (end - start for start, end in zip(self.begun, now, strict=True))
        return self.found | {"clock": clock, "app": app, "reading": reading, "db": database / 1000, "after": resident("self")}


def web(file: str, session: str) -> dict[str, Any]:
    """The pages: the file comes, and is read and staged."""
    from django.conf import settings
    from django.test import Client

    import samling.wsgi  # noqa: F401
    from samling.server.running import settle

    browser = Client()
    browser.cookies[settings.SESSION_COOKIE_NAME] = session
    assert browser.get(FILE).status_code == 200
    settle()
    watch = Watch()
    with open(file, "rb") as sent:
        answer = browser.post(FILE, {"file": sent})
    assert answer.status_code == 302, answer.content.decode()
    return {"stage": watch.told(), "where": answer["Location"]}


def work(*tasks: str) -> dict[str, Any]:
    """The worker: a task of those that wait."""
    import samling.work.worker as worker
    from samling.work.schedule import kinds

    kinds()
    worker.settle()
    watch = Watch()
    for task in tasks:
        worker.carry_out(UUID(task), tries=0)
    return {"work": watch.told()}


def apart(what: str, *arguments: str) -> dict[str, Any]:
    """One of these in a process of its own, with the database that the aliases point at."""
    from django.db import connections

    surroundings = os.environ | {"SAMLING_DB_NAME": connections["default"].settings_dict["NAME"]}
    command = [sys.executable, "-m", "bench.intake", what, *arguments]
    told = subprocess.run(command, env=surroundings, stdout=subprocess.PIPE, check=True, text=True).stdout
    found: dict[str, Any] = json.loads(told.splitlines()[-1])
    return found


def raised() -> None:
    """The house, as these processes find it."""
    import tests.surroundings  # noqa: F401

    os.environ |= {"DJANGO_SETTINGS_MODULE": "samling.settings", "SAMLING_HOSTS": "testserver"}
    import django

    django.setup()


@contextlib.contextmanager
def school(rows: int) -> Iterator[Any]:
    """A school with so many children, in a database of its own."""
    from samling.access import guard
    from tests.cast import Cast
    from tests.cloning import Template

    template = Template.ready()
    with template.clone():
        cast = Cast.gather()
        with cast.acting("petra"):
            for given, family in names(rows):
                guard.open_child(cast.norrskolan, given=given, family=family, key=family, birth_year=2015, group="4B")
        yield cast
    template.cluster.leave()


def main(rows: int) -> None:
    """Read, stage, check and apply, as the head of a school."""
    raised()
    from samling.attendance.models import AttendanceFile
    from samling.demo.build import session_for
    from tests.queue import waiting

    with school(rows) as cast, tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
        file.write(workbook(rows))
        file.flush()
        staged = apart("web", file.name, session_for(cast.gunilla))
        steps = {"read and stage": staged["stage"], "check": apart("work", waiting()[-1][1])["work"]}
        gunilla = cast.visitor().as_("gunilla")
        gunilla.post(staged["where"] + "application/")
        steps["apply"] = apart("work", waiting()[-1][1])["work"]
        with cast.acting("gunilla"):
            counts = AttendanceFile.objects.get(pk=staged["where"].split("/")[-2]).receipt
    show(rows, counts, steps)


def show(rows: int, counts: dict[str, int], steps: dict[str, dict[str, float]]) -> None:
    """A line for each step, and what it comes to."""
    print(f"{rows:,} rows, {counts['new']:,} new weeks of {counts['children']:,} children")
    for name, one in steps.items():
        print(f"{name:<16} processor {one['app'] + one['reading'] + one['db']:5.2f} s (app {one['app']:.2f}, reader "
              f"{one['reading']:.2f}, database {one['db']:.2f}); clock {one['clock']:5.1f} s; resident {one['after']:.0f} MB "
              f"({one['before']:.0f} before) + reader {one['reader']:.0f} MB")
    used = sum(one["app"] + one["reading"] + one["db"] for one in steps.values())
    clock, most = sum(one["clock"] for one in steps.values()), max(one["after"] + one["reader"] for one in steps.values())
    print(f"in all processor {used:.2f} s, {used / rows * 1e6:.0f} µs a row; clock {clock:.1f} s of {MOST_SECONDS}; "
          f"most memory {most:.0f} MB of {MOST_MEGABYTES}; load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in ("web", "work"):
        raised()
        print(json.dumps({"web": web, "work": work}[sys.argv[1]](*sys.argv[2:])))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
