"""Ask for something to be done later, in one's own name: `entrust`, and how it stands or that it failed."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from samling.access import guard

from .schedule import kinds


@dataclass(frozen=True, slots=True)
class Standing:
    """How a task stands; `passed` of `whole` while it runs, both 0 until it says."""

    kind: str
    record_id: UUID
    entrusted_by: UUID
    entrusted_at: dt.datetime
    done_at: dt.datetime | None
    failed_at: dt.datetime | None
    why: str
    passed: int
    whole: int

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it by itself."""
        return bool(self.done_at or self.failed_at)


def entrust(kind: str, record_id: UUID, *, by: UUID, at: dt.datetime) -> UUID:
    """Have a task done for the acting capacity, from `at` on (now: at once); gives the task's id. Raises Refused.

    It is committed with everything else in this transaction or not at all, and judged anew when it runs.
    """
    if kind not in kinds():
        raise LookupError(f"No tasks.py declares a task of the kind {kind!r}.")
    task: UUID = guard.call("entrust", kind, record_id, by, at)
    return task


def failed(kind: str, record_id: UUID) -> UUID | None:
    """The latest task of a kind that I have asked for about a record, when it was given up."""
    task: UUID | None = guard.call("my_task", kind, record_id)
    found = standing(task) if task else None
    return task if found and found.failed_at else None


def standing(task: UUID) -> Standing | None:
    """How a task stands, for the one who asked and for whoever was told that it failed."""
    found = guard.rows("task_told", task)
    return Standing(**found[0]) if found else None
