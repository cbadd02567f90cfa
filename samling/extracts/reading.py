"""All that one request covers: read through the guard in one statement, each item with what makes a person look at it."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from samling.access import guard, looks
from samling.inventory.item import Item

from . import rules
from .models import Choice, Request
from .reference.flags import Flag

ERRAND = "prepare an extract"
# What goes on being written while nobody writes about the child: as it was when it was looked through.
LIVE = ("access_look", "adaptations_countedchild", "journey_notice", "letters_attempt", "letters_queued", "extracts_request",
        "extracts_opening", "extracts_step", "extracts_choice", "extracts_copy")  # fmt: skip
BY_ITSELF = "by_itself"  # of a row that the house put there, and no person


@dataclass(slots=True)
class Weighed(Item):
    """One record, why a person must look at it, and that person's last word about it."""

    flags: list[Flag]
    choice: Choice | None = None

    @property
    def is_live(self) -> bool:
        """Whether such a one can come without anybody writing about the child."""
        return self.table in LIVE or bool(self.row.get(BY_ITSELF))

    @property
    def is_held(self) -> bool:
        """Whether it is not given."""
        return bool(self.choice and self.choice.is_held)

    @property
    def masked(self) -> list[str]:
        """Words that are struck out, the longest first."""
        said = self.choice.masked.splitlines() if self.choice else []
        return sorted(filter(None, map(str.strip, said)), key=len, reverse=True)

    @property
    def is_kept_back(self) -> bool:
        """Whether it, or words in it, are not given."""
        return self.is_held or bool(self.masked)

    @property
    def is_undecided(self) -> bool:
        """Whether it waits for a person's word: for the first, or for another where the second person doubts."""
        return bool(self.flags) if self.choice is None else bool(self.choice.doubted)


@dataclass
class Extract:
    """Everything that a request covers, for the one who prepares it. Building it notes the look first."""

    request: Request
    until: dt.datetime | None = None
    items: list[Weighed] = field(default_factory=list)

    @classmethod
    def of(cls, request: Request) -> "Extract":
        """Read it all; raises Refused for anyone but the one who has been named."""
        looks.record("export", ERRAND, [request.subject_id])
        choices = _last_words(request)
        finished = [one.written_at for one in request.steps_taken if one.digest]
        made = cls(request, finished[-1] if finished and request.steps_taken[-1].kind != "returned" else None)
        for table, record, row in _rows(request.pk):
            item = _weighed(request, table, str(record), row, choices.get((table, str(record))))
            if not (item.is_live and made.is_later(item)) and not made.is_being_made(item):
                made.items.append(item)
        made.items.sort(key=attrgetter("table", "at", "record"))
        return made

    def is_later(self, item: Weighed) -> bool:
        """Whether it came after what was looked through; of public documents, after somebody asked: to look makes no more to weigh.

        What waits for a word when all had been decided has come since, whatever it says of when.
        """
        if self.until and item.is_undecided:
            return True
        if self.request.kind == rules.PUBLIC:
            return item.at >= self.request.written_at
        return self.until is not None and item.at > self.until

    def is_being_made(self, item: Weighed) -> bool:
        """Whether it is one's own word about this very extract."""
        return item.table == "extracts_choice" and item.row["request_id"] == str(self.request.pk)

    @cached_property
    def undecided(self) -> list[Weighed]:
        """What waits for a person's word."""
        return [one for one in self.items if one.is_undecided]

    def by_kind(self) -> Iterator[tuple[str, list[Weighed]]]:
        """The items of each table, table by table."""
        found: dict[str, list[Weighed]] = {}
        for one in self.items:
            found.setdefault(one.table, []).append(one)
        yield from found.items()

    @cached_property
    def digest(self) -> str:
        """A digest of all that does not go on being written by itself; what is empty leaves it as it is, as a new column does."""
        whole = hashlib.sha256()
        for one in self.items:
            if one.table not in LIVE:
                whole.update(json.dumps([one.table, one.record, _filled(one.row)], sort_keys=True, ensure_ascii=False).encode())
        return whole.hexdigest()


@dataclass(slots=True)
class Held:
    """What waits for the second person: the item, the ground and the reason."""

    item: Weighed
    choice: Choice


def held(request: Request) -> list[Held]:
    """What is held back, for the one who decides about it; raises Refused for others."""
    looks.record("export", "decide about an extract", [request.subject_id])
    found = []
    for row in guard.rows("extract_held", request.pk):
        said = row["said"] if isinstance(row["said"], dict) else json.loads(row["said"])
        choice = Choice(request=request, kind=row["kind"], record_id=row["record"], is_held=row["is_held"], masked=row["masked"],
                        ground=row["ground"], because=row["because"])  # fmt: skip
        found.append(Held(_weighed(request, row["kind"], str(row["record"]), said), choice))
    return sorted(found, key=lambda one: (one.item.table, one.item.at))


def _weighed(request: Request, table: str, record: str, row: dict[str, Any], choice: Choice | None = None) -> Weighed:
    if table == "access_look":
        row = row | {"walls": rules.spoken_walls(row["walls"])}
    flags = rules.flags_of(table, row, kind=request.kind, guardian=str(request.guardian_id or ""), child=str(request.subject_id))
    return Weighed(table, record, row, flags, choice)


def _rows(request: UUID) -> Iterator[tuple[str, UUID, dict[str, Any]]]:
    with guard.explained(), transaction.atomic(), connection.chunked_cursor() as cursor:
        cursor.execute("select kind, record, said from guard.extract_rows(%s)", [request])
        for table, record, said in cursor:
            yield table, record, said if isinstance(said, dict) else json.loads(said)


def _filled(row: dict[str, Any]) -> dict[str, Any]:
    told = {name: _filled(one) if isinstance(one, dict) else one for name, one in row.items()}
    return {name: one for name, one in told.items() if one or type(one) in (int, float)}


def _last_words(request: Request) -> dict[tuple[str, str], Choice]:
    rows: Iterable[Choice] = request.choices.order_by("written_at")
    return {(one.kind, str(one.record_id)): one for one in rows}
