"""A world's rows, and the seeded dice that fill it: loaded, so that rights meet, overlap and end."""

import datetime as dt
import random
from dataclasses import dataclass, field
from uuid import UUID

from samling.people.roles import ROLES

NOW = dt.datetime(2025, 11, 20, 8, 0, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)


@dataclass
class World:
    """The rows of one world, and the short cuts that the oracle and the tests need."""

    seed: int
    words: str = ""  # what every text says that is drawn from a model; else each says something of its own
    rows: dict[str, list[dict]] = field(default_factory=dict)
    _known: dict[tuple[str, str], dict] = field(default_factory=dict, repr=False)

    def add(self, table: str, **row) -> dict:
        """One more row."""
        self.rows.setdefault(table, []).append(row)
        return row

    def of(self, table: str) -> list[dict]:
        """The rows of a table."""
        return self.rows.get(table, [])

    def find(self, table: str, pk: UUID | None, key: str = "id") -> dict | None:
        """The row with this key; rows are only ever added, and keep their keys."""
        rows, known = self.of(table), self._known.setdefault((table, key), {})
        for row in rows[len(known) :]:
            known[row[key]] = row
        return known.get(pk)


class Dice:
    """A seeded source of ids, choices and periods."""

    def __init__(self, seed: int):
        self.random = random.Random(seed)

    def id(self) -> UUID:
        """A random id."""
        return UUID(int=self.random.getrandbits(128), version=4)

    def chance(self, share: float) -> bool:
        """True in this share of throws."""
        return self.random.random() < share

    def pick(self, things):
        """One of them."""
        return self.random.choice(list(things))

    def some(self, things, share: float) -> list:
        """Each with this chance."""
        return [thing for thing in things if self.chance(share)]

    def period(self, live: float = 0.8) -> tuple[dt.datetime, dt.datetime | None]:
        """Mostly in force now; otherwise over, not yet, or ending this very moment."""
        if self.chance(live):
            return NOW - DAY * self.random.randint(1, 300), self.pick([None, None, NOW + DAY])
        return self.pick(
            [
                (NOW - 9 * DAY, NOW - DAY),
                (NOW - 9 * DAY, NOW),
                (NOW + HOUR, None),
                (NOW + DAY, NOW + 2 * DAY),
            ]
        )


def live(row: dict) -> bool:
    """In force now: half-open."""
    return row["from_at"] <= NOW and (row["until_at"] is None or row["until_at"] > NOW)


def in_force(capacity: dict) -> bool:
    """A staff capacity counts: its period runs, it is approved where needed, its role may hold children."""
    rule = ROLES.get(capacity["role"])
    return bool(
        capacity["unit_id"]
        and rule
        and rule.may_hold_children
        and live(capacity)
        and (capacity["approved_by_id"] or not rule.needs_second_approval)
    )


def branch_of_unit(world: World, unit: UUID | None) -> dict | None:
    """The branch of a unit."""
    found = world.find("people_unit", unit)
    return world.find("people_branch", found["branch_id"]) if found else None


def head(world: World, dice: Dice, subject: UUID, wall: int) -> dict:
    """The columns every protected record has."""
    writer = dice.pick([row for row in world.of("people_capacity") if row["unit_id"]])["id"]
    withdrawn = dice.chance(0.08)
    return {
        "id": dice.id(),
        "subject_id": subject,
        "wall": wall,
        "written_by_id": writer,
        "written_at": NOW - DAY * dice.random.randint(0, 40),
        "for_guardians": dice.pick(["yes", "yes", "no", "child_decides"]),
        "for_guardians_because": "",
        "for_child": dice.chance(0.4),
        "only_for_id": dice.pick(world.of("people_capacity"))["id"] if dice.chance(0.1) else None,
        "about_person": None,
        "withdrawn_at": NOW - HOUR if withdrawn else None,
        "withdrawn_by_id": writer if withdrawn else None,
    }
