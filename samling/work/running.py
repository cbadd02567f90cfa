"""What a worker does with a task or a round of housekeeping; the library around it only brings them here."""

import datetime as dt
import logging
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.db import connections, transaction
from django.http import Http404

from samling.access import guard
from samling.kernel.answer import Refused
from samling.records.acting import NoLiveSession, begun

from .kinds import Duty, Job, Kind
from .schedule import duties, kinds

WORKER = "worker"
GONE, LATE, FAULT = "gone", "late", "fault"
log = logging.getLogger(__name__)


class Again(Exception):
    """The try came to nothing and another may not; the text is the kind of fault, never what it said."""


class Worker:
    """The guard functions that are granted to samling_worker, and its connection."""

    def __call__(self, function: str, *arguments: Any) -> list[Mapping[str, Any]]:
        """The rows of one: ids, codes and times."""
        with connections[WORKER].cursor() as cursor:
            cursor.execute(f"select * from guard.{function}({', '.join(['%s'] * len(arguments))})", arguments)
            names = [column.name for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    @property
    def connection(self) -> Any:
        """The connection itself; outside a transaction it commits each statement."""
        connections[WORKER].ensure_connection()
        return connections[WORKER].connection


house = Worker()


def carry_out(task: UUID, *, tries: int) -> None:
    """One try at a task, after so many in vain. Raises Again when there may be another."""
    taken = house("take_task", task)
    if not taken:
        house("give_up_task", task, "", LATE)
        return
    token, kind = taken[0]["token"], kinds().get(taken[0]["kind"])
    try:
        if kind is None:
            raise LookupError(taken[0]["kind"])
        _run(kind, token, Job(task, taken[0]["record_id"], kind.errand, _telling(task)))
    except (NoLiveSession, Refused, Http404):
        house("give_up_task", task, token, GONE)
    except Exception as fault:
        name = type(fault).__name__
        if tries + 1 < (kind.tries if kind else 1):
            raise Again(name) from None
        log.error("a task of the kind %s was given up: %s", taken[0]["kind"], name)
        house("give_up_task", task, token, FAULT)


def _run(kind: Kind, token: str, job: Job) -> None:
    """Each step in a transaction of its own, begun and judged anew; the last one marks the task as done."""
    steps, answer = kind.begin(job), None
    while True:
        with begun(token, by="begin_task"):
            outside = _next(steps, answer)
            if outside is None:
                guard.call("end_task", token)
                return
        answer = outside()


def _next(steps: Any, answer: Any) -> Callable[[], Any] | None:
    try:
        call: Callable[[], Any] = steps.send(answer)
    except StopIteration:
        return None
    return call


def _telling(task: UUID) -> Callable[[int, int], None]:
    def tell(passed: int, whole: int) -> None:
        house("note_progress", task, passed, whole)

    return tell


def go_round() -> list[str]:
    """Do every duty whose time has come since it was last done; gives their codes. One that fails is tried next time.

    Whoever comes second to a duty finds nothing to do.
    """
    now = house("now")[0]["now"]
    done = {row["code"]: row["slot_at"] for row in house("duties_done")}
    due = [(duty, duty.rhythm.latest(now)) for duty in duties()]
    return [duty.code for duty, slot in due if duty.code not in done or done[duty.code] < slot if _done(duty, slot)]


def _done(duty: Duty, slot: dt.datetime) -> bool:
    try:
        with transaction.atomic(using=WORKER):
            begun: bool = house("begin_duty", duty.code, slot)[0]["begin_duty"]
            if begun and not duty.apart:
                duty.does(house)
        if begun and duty.apart:
            duty.does(house)
    except Exception as fault:
        log.error("the duty %s could not be done: %s", duty.code, type(fault).__name__)
        return False
    return begun
