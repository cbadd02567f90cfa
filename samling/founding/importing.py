"""A sheet that somebody sends: which column is what, its rows as plain words, and every fault in a sentence."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.core import signing
from django.utils.translation import gettext

from samling.kernel.sheets import Cell, Row
from samling.kernel.words import _

MOST = 3000  # rows that one import takes
HEAD = 5  # rows in which the names of the columns are looked for


class Column(NamedTuple):
    """One thing that a sheet can say, and what its column is often called."""

    code: str
    title: str
    called: tuple[str, ...]
    needed: bool = False


class Fault(NamedTuple):
    """What is wrong in one cell, and what to do."""

    row: int
    column: str
    said: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the sheet, by the codes of the columns that are used. The others are never kept."""

    row: int
    said: dict[str, str]

    def __getitem__(self, code: str) -> str:
        return self.said.get(code, "")


class Deed(NamedTuple):
    """What one row would do: `news` is new, changed or same."""

    row: int
    who: str
    what: str
    news: str
    told: Any = None


class Plan(NamedTuple):
    """What a sheet would do, and everything that is wrong with it."""

    deeds: list[Deed]
    faults: list[Fault]

    def many(self, news: str) -> int:
        """How many rows would be new, changed or the same."""
        return sum(deed.news == news for deed in self.deeds)

    @property
    def counts(self) -> list[tuple[str, int]]:
        """Each outcome in a word with its number."""
        return [(gettext(word), self.many(news)) for news, word in NEWS.items()]


NEWS = {"new": _("new"), "changed": _("changed"), "same": _("here already")}


def plain(cell: Cell) -> str:
    """A cell as words; a whole number without decimals."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(str(cell).split()) if cell is not None else ""


def guessed(rows: list[Row], columns: Iterable[Column]) -> tuple[int, dict[str, int]]:
    """In which row the columns are named, and which column says what; the first row when none is named."""
    best: tuple[int, dict[str, int]] = (0, {})
    for place, (_number, cells) in enumerate(rows[:HEAD]):
        found = _named([_bare(plain(cell)) for cell in cells], columns)
        if len(found) > len(best[1]):
            best = (place, found)
    return best


def _named(heads: list[str], columns: Iterable[Column]) -> dict[str, int]:
    found = {}
    for column in columns:
        names = {_bare(name) for name in (column.code, gettext(column.title), *column.called)}
        at = next((place for place, head in enumerate(heads) if head in names), None)
        if at is not None:
            found[column.code] = at
    return found


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def lines(rows: list[Row], head: int, mapping: Mapping[str, int]) -> list[Line]:
    """The rows below the names of the columns, those that say anything."""
    found = [Line(number, {code: plain(cells[at]) if at < len(cells) else "" for code, at in mapping.items()})
             for number, cells in rows[head + 1 :]]  # fmt: skip
    return [line for line in found if any(line.said.values())]


def lacking(line: Line, columns: Iterable[Column]) -> list[Fault]:
    """The cells that must say something and do not."""
    said = gettext("Write something here.")
    return [Fault(line.row, gettext(column.title), said) for column in columns if column.needed and not line[column.code]]


def pack(rows: list[Row], kind: str, by: UUID) -> str:
    """The rows to carry along in the page, signed for one person's import of one kind."""
    return signing.dumps(rows, salt=f"import|{kind}|{by}", compress=True)


def unpack(packed: str, kind: str, by: UUID) -> list[Row]:
    """What was packed; nothing when it is another's or was changed."""
    try:
        return [(number, cells) for number, cells in signing.loads(packed, salt=f"import|{kind}|{by}", max_age=24 * 3600)]
    except signing.BadSignature:
        return []
