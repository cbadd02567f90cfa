"""What must be mended in a house that is in use: worker, seals, disk, backups, texts, and people who are missing."""

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import psycopg

from samling.kernel.story import HOUSE
from samling.server import addresses
from samling.server.inspection import Finding

A_DAY = 26 * 3600  # seconds between backups, with two hours to spare
LEAST_FREE = 0.1
SILENT = 300  # seconds
MEND = {
    "units without head": (
        "{n} units have people but nobody who leads them: nobody can assign children there.",
        "Give somebody a role that leads, on the page Who works where, and let a second person approve it.",
    ),
    "capacities waiting": (
        "{n} roles have waited more than a week for a second person.",
        "Ask somebody who may approve to open the page Who works where. The very first: samling first-approval --help",
    ),
    "no place for reports": (
        "{n} municipalities have no number for concern reports: the way out of every page leads nowhere.",
        "Let the system administrator write it: Settings, Where concern reports are received.",
    ),
    "no organisation": ("There is no organisation here yet.", "Run: samling first-account --help"),
    "looks not sealed": (
        "{n} openings have not been sealed for ten minutes: the log could be rewritten unseen.",
        "See that `samling run` is up; its supervisor seals every ten seconds.",
    ),
}


def house_findings(environ: Mapping[str, str], at: float) -> list[Finding]:
    """What must be mended at a moment (seconds since 1970)."""
    return [*_disk(environ), *_backup(environ, at), *_messages(environ), *_texts(HOUSE), *_people(environ)]


def _disk(environ: Mapping[str, str]) -> Iterable[Finding]:
    place = Path(environ.get("SAMLING_HOME", "/"))
    usage = shutil.disk_usage(place if place.exists() else "/")
    if usage.free < usage.total * LEAST_FREE:
        yield Finding(f"The disk is nearly full: {usage.free // 2**20} MB are free.", "Make room, before nothing can be saved.")


def _backup(environ: Mapping[str, str], at: float) -> Iterable[Finding]:
    mark = environ.get("SAMLING_BACKUP_MARK", "")
    if not mark:
        yield Finding(
            "Nobody has said that backups are made.",
            "Let the backup job touch a file when it has succeeded, and name the file in SAMLING_BACKUP_MARK.",
        )
    elif not Path(mark).exists() or at - Path(mark).stat().st_mtime > A_DAY:
        yield Finding("The last backup is more than a day old, or was never made.", f"See why {mark} is not fresh.")


def _messages(environ: Mapping[str, str]) -> Iterable[Finding]:
    needed = ("SAMLING_SMS_CLIENT", "SAMLING_SMS_TOKEN_URL")
    lacking = [name for name in needed if environ.get("SAMLING_SMS_URL") and not environ.get(name)]
    if lacking:
        yield Finding("Text messages are switched on but cannot be sent.", f"Set {' and '.join(lacking)}, or remove SAMLING_SMS_URL.")


def _texts(house: Path) -> Iterable[Finding]:
    lacking = [po for po in house.glob("*/locale/*/LC_MESSAGES/django.po") if not po.with_suffix(".mo").exists()]
    if lacking:
        yield Finding(f"{len(lacking)} chapters have no texts in Swedish yet.", "Run: samling run, or python -m samling.kernel.texts")


def _people(environ: Mapping[str, str]) -> Iterable[Finding]:
    try:
        with psycopg.connect(**addresses.dsn("worker", environ)) as connection:
            yield from _rows(connection)
    except psycopg.Error as error:
        said = str(error).strip().splitlines()[0]
        yield Finding(f"The database does not answer to samling_worker: {said}", "Nothing is sealed or sent by itself before it does.")


def _rows(connection: psycopg.Connection[Any]) -> Iterable[Finding]:
    row = connection.execute("select extract(epoch from guard.now() - max(slot_at)) from guard.duties_done()").fetchone()
    if row is None or row[0] is None or row[0] > SILENT:
        yield Finding("No worker has done anything for five minutes: letters wait and nothing comes round.",
                      "Start: samling run, or samling work")  # fmt: skip
    for what, n in connection.execute("select what, n from guard.to_mend()"):
        if n:
            said, do = MEND[what]
            yield Finding(said.format(n=n), do)
