"""A table from a file that someone sent: rows of plain cells, or one sentence about what is the matter with it.

The file is read by a process of its own (reading.py) with little memory and little time, so that a file that is
built to harm, or only broken, ends nothing but its own reading. Nothing is evaluated and nothing is kept.
"""

import marshal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from samling.kernel.words import _

READER = Path(__file__).with_name("reading.py")
SECONDS = 30
LARGEST = 25 * 1024 * 1024  # bytes
MOST_ROWS, MOST_COLUMNS, LONGEST = 120_000, 60, 200  # rows, columns, letters of a cell that are looked at

type Cell = str | int | float | None
type Row = tuple[int, list[Cell]]  # its number in the file, as a spreadsheet shows it

TROUBLES = {
    "empty": _("The file is empty. Choose the file with the rows in it."),
    "large": _("The file is larger than 25 MB. Export a shorter time, or one school at a time."),
    "kind": _("This is no table that we can read. Save it as Excel (.xlsx) or as CSV and choose it again."),
    "broken": _("The file is damaged. Export it again, and choose the new file."),
    "locked": _("The file is locked with a password. Save it without a password and choose it again."),
    "bomb": _("The file swells to far more than a table can be. Export it again from the school's own system."),
    "rows": _("The file has more than 120,000 rows. Export a shorter time, or one school at a time."),
    "columns": _("The file has more than 60 columns. Save only the columns that are needed and choose it again."),
    "signs": _("The letters of the file cannot be read. Save it as Excel (.xlsx) or as CSV in UTF-8."),
    "slow": _("The file took too long to read. Export a shorter time, or one school at a time."),
}


class Troubled(ValueError):
    """The file cannot be read; the argument is a msgid that says why and what to do."""

    def __init__(self, code: str):
        self.code = code
        super().__init__(TROUBLES[code])


class Sheet(NamedTuple):
    """The rows of a file with what is worth knowing of it."""

    rows: list[Row]
    formulas: bool = False  # some cells are formulas: what was saved beside them is read
    sheets: int = 1  # visible sheets with something in them; the first is read


def read(content: bytes) -> Sheet:
    """The table of a file; raises Troubled with a sentence. The file's name and kind are not asked for."""
    if not content.strip():
        raise Troubled("empty")
    if len(content) > LARGEST:
        raise Troubled("large")
    told, rows = _asked(content)
    if told.get("trouble"):
        raise Troubled(told["trouble"])
    if not rows:
        raise Troubled("empty")
    return Sheet(rows, told.get("formulas", False), told.get("sheets", 1))


def _asked(content: bytes) -> tuple[dict[str, Any], list[Row]]:
    command = [sys.executable, "-I", str(READER), str(MOST_ROWS), str(MOST_COLUMNS), str(LONGEST)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        try:
            answer, _error = child.communicate(content, timeout=SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()
            return {"trouble": "slow"}, []
    if child.returncode or not answer:
        return {"trouble": "bomb" if child.returncode else "broken"}, []
    parts = list(_parts(answer))
    return parts[0], [row for part in parts[1:] for row in part]


def _parts(answer: bytes) -> Iterator[Any]:
    place = 0
    with suppress(EOFError):
        while place < len(answer):
            size = int.from_bytes(answer[place : place + 8], "big")
            yield marshal.loads(answer[place + 8 : place + 8 + size])
            place += 8 + size
