"""Makes a demo large, for load: children by the thousand, in schools of 800 and classes of 20."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import connections, transaction

from samling.kernel.sorting import swedish_key

from .build import OWNER
from .data.names import FAMILY, GIVEN

SQL = Path(__file__).parent / "sql" / "grow.sql"
AT_A_TIME = 16_000  # children in one transaction: twenty whole schools
TABLES = (
    "people_subject",
    "people_child",
    "people_capacity",
    "people_person",
    "people_guardian",
    "access_assignment",
    "journey_entry",
    "journey_entrybody",
    "journey_event",
    "journey_level",
)


@dataclass(frozen=True, slots=True)
class Grown:
    """Whom a bench can be: a mentor with 20 children, a head teacher with up to 800, and a child of both."""

    worker: UUID
    leader: UUID
    child: UUID


def grow(children: int, tell: Callable[[str], None] = lambda said: None) -> Grown:
    """Add so many children with five notes each, and gather fresh statistics for the planner."""
    begun = _begun()
    for first in range(begun + 1, begun + children + 1, AT_A_TIME):
        n = min(AT_A_TIME, begun + children + 1 - first)
        _grow(first, n)
        tell(f"{first + n - 1 - begun} of {children}")
    with connections[OWNER].cursor() as cursor:
        cursor.execute(f"analyze {', '.join(TABLES)}")
        cursor.execute(
            "select k.mentor, s.head, c.id from grown_child c join grown_class k on k.number = c.class "
            "join grown_school s on s.number = k.school order by c.number limit 1"
        )
        return Grown(*cursor.fetchone())


def _begun() -> int:
    """How many have been grown before, so that a second time adds schools of its own."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute("select count(*) from people_unit where name like 'Skola %%'")
        return int(cursor.fetchone()[0]) * 800


def _grow(first: int, children: int) -> None:
    """In one transaction, as the guard, whose policies let it write."""
    words: dict[str, Any] = {
        "first": first,
        "n": children,
        "given": list(GIVEN),
        "family": list(FAMILY),
        "given_keys": [swedish_key(name) for name in GIVEN],
        "family_keys": [swedish_key(name) for name in FAMILY],
    }
    with transaction.atomic(using=OWNER), connections[OWNER].cursor() as cursor:
        cursor.execute(SQL.read_text(), words)
