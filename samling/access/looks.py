"""The log, written on a connection of its own and committed before anything is shown."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db import connections

from samling.records.acting import insist_acting

LOG = "log"


def look(subject: UUID, walls: Iterable[int], errand: str) -> bool:
    """Open these walls of a subject for 15 minutes; False when none of them is within one's access."""
    return subject in look_around({subject: walls}, errand)


def look_around(asked: Mapping[UUID, Iterable[int]], errand: str) -> list[UUID]:
    """Open several subjects at once, each behind its walls; answers with those that were opened."""
    pairs: list[tuple[UUID, int | None]] = [(one, wall) for one, walls in asked.items() for wall in ([*map(int, walls)] or (None,))]
    subjects, behind = [one for one, _wall in pairs], [wall for _one, wall in pairs]
    return _call("look(%s, %s, %s::int[], %s)", insist_acting().token, subjects, behind, errand)


def record(kind: str, errand: str, ids: Iterable[UUID]) -> UUID:
    """A list, search, switch or export: one event with the ids that were shown."""
    return _call("record(%s, %s, %s, %s::uuid[])", insist_acting().token, kind, errand, list(ids))


def refused(errand: str, record_id: UUID | None) -> None:
    """A try that was turned away, in the security log."""
    _call("refused(%s, %s, %s)", insist_acting().token, errand, record_id)


def _call(call: str, *arguments):
    with connections[LOG].cursor() as cursor:
        cursor.execute(f"select guard.{call}", arguments)
        return cursor.fetchone()[0]
