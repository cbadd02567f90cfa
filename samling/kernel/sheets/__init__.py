"""A table from a file that someone sent: rows of plain cells, or one sentence about what is the matter with it.

The file is read by a process of its own (reading.py) with little memory and little time, so that a file that is
built to harm, or only broken, ends nothing but its own reading. Nothing is evaluated and nothing is kept.
"""

import marshal
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from threading import Timer
from typing import IO, Any

from samling.kernel.words import _

READER = Path(__file__).with_name("reading.py")
SECONDS = 20  # less than a request may take, so that a slow file gets its sentence
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

ENDS = {0: "broken", -signal.SIGXCPU: "slow"}  # how a reader ended that did not answer; memory that ran out is a bomb


class Troubled(ValueError):
    """The file cannot be read; the argument is a msgid that says why and what to do."""

    def __init__(self, code: str):
        self.code = code
        super().__init__(TROUBLES[code])


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a file as the reader packed them, part by part, with what is worth knowing of it.

    A large table is never unpacked as a whole: whoever walks through its rows has one part at a time.
    """

    packed: tuple[bytes, ...]
    formulas: bool = False  # some cells are formulas: what was saved beside them is read
    sheets: int = 1  # visible sheets with something in them; the first is read

    def __iter__(self) -> Iterator[Row]:
        for part in self.packed:
            yield from marshal.loads(part)

    def first(self, many: int) -> list[Row]:
        """So many rows from the top."""
        return list(islice(self, many))

    def after(self, place: int) -> Iterator[Row]:
        """The rows below this one."""
        return islice(self, place + 1, None)


def read(content: bytes | Iterable[bytes]) -> Sheet:
    """The table of a file; raises Troubled with a sentence. The file's name and kind are not asked for."""
    told, packed = _asked([content] if isinstance(content, bytes) else content)
    if told.get("trouble"):
        raise Troubled(told["trouble"])
    if not packed:
        raise Troubled("empty")
    return Sheet(tuple(packed), told.get("formulas", False), told.get("sheets", 1))


def _asked(pieces: Iterable[bytes]) -> tuple[dict[str, Any], list[bytes]]:
    command = [sys.executable, "-I", str(READER), str(MOST_ROWS), str(MOST_COLUMNS), str(LONGEST)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        assert child.stdin and child.stdout
        clock = Timer(SECONDS, child.send_signal, [signal.SIGXCPU])  # the same end as when its own time is up
        clock.start()
        try:
            if not _handed(pieces, child.stdin):
                child.kill()
                return {"trouble": "large"}, []
            told, packed = _answer(child.stdout)
            ended = child.wait()
        finally:
            clock.cancel()
    return told or {"trouble": ENDS.get(ended, "bomb")}, packed


def _handed(pieces: Iterable[bytes], to: IO[bytes]) -> bool:
    """The whole file handed over, which the reader waits for; False when it is too large."""
    size = 0
    with suppress(BrokenPipeError), to:  # a reader that is gone says so by its silence
        for piece in pieces:
            size += len(piece)
            if size > LARGEST:
                break
            to.write(piece)
    return size <= LARGEST


def _answer(said: IO[bytes]) -> tuple[dict[str, Any], list[bytes]]:
    """What it came to, said last, and the packed parts before it; nothing when the reader ended in the middle."""
    packed: list[bytes] = []
    while size := int.from_bytes(said.read(8), "big"):
        packed.append(said.read(size))
    last = said.read()
    return (marshal.loads(last), packed) if last else ({}, [])
