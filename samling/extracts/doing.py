"""What is done about a request: named, looked through, decided and given. The guard judges every step."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from samling.access import guard
from samling.journey.models import Notice
from samling.journey.telling import notify
from samling.kernel.answer import insist
from samling.people.models import Capacity, Child

from . import rules
from .models import Request
from .paper import files
from .reading import Extract


def receive(child: Child, told: dict[str, Any]) -> UUID:
    """Take down a request; returns its key."""
    made: UUID = guard.call("receive_extract", child.pk, told["kind"], told["asker"], told["guardian"], told["wanted"],
                            told["identity"], told["received_on"])  # fmt: skip
    return made


def name_preparer(request: Request, to: Capacity, until: dt.datetime, *, by: Capacity, at: dt.datetime) -> None:
    """Somebody else may see all that is held, to prepare it, until a day."""
    guard.call("open_extract", request.pk, to.pk, until)
    notify(to.pk, rules.WAITS, by=by.pk, at=at, record=request.pk, due=request.due_on)


def choose(request: Request, table: str, records: Iterable[UUID], told: dict[str, Any]) -> None:
    """A person's word about these items."""
    guard.call("choose_extract", request.pk, table, list(records), told["is_held"], told["masked"], told["ground"], told["because"])


def finish(request: Request, extract: Extract, *, by: Capacity, at: dt.datetime) -> None:
    """Everything has been looked at; where something is held back, the one who named the preparer is asked to decide."""
    insist(rules.may_finish(is_preparer=True, state=request.state(at), undecided=len(extract.undecided)))
    step = guard.call("finish_extract", request.pk, extract.digest)
    opening = request.opening_at(at)
    if step == "submitted" and opening:
        _has_done(request, by=by, at=at)
        notify(opening.given_by_id, rules.WAITS, by=by.pk, at=at, record=request.pk, subject=None, due=request.due_on)


def decide(request: Request, *, doubts: Iterable[tuple[str, str, str]] = (), because: str = "", by: Capacity, at: dt.datetime) -> None:
    """The second person's word: what she doubts, each with why, is looked at again. The one who prepares it is told."""
    again: dict[tuple[str, str], list[UUID]] = {}
    for table, record, why in doubts:
        again.setdefault((table, why), []).append(UUID(record))
    for (table, why), records in again.items():
        guard.call("doubt_extract", request.pk, table, records, why)
    guard.call("decide_extract", request.pk, not again,
               gettext("What to look at stands with each thing.") if again else because)  # fmt: skip
    _has_done(request, by=by, at=at)
    opening = request.opening_at(at)
    if opening:
        notify(opening.preparer_id, rules.WAITS, by=by.pk, at=at, record=request.pk, due=request.due_on)


def look_again(request: Request) -> None:
    """It is opened to be looked through once more."""
    guard.call("look_again_at_extract", request.pk)


def give(request: Request, extract: Extract, how: str, at: dt.datetime) -> None:
    """It is given as it was looked through; the copy is kept."""
    digests = [one.digest for one in request.steps_taken if one.digest]
    has_changed = bool(extract.undecided) or not digests or digests[-1] != extract.digest
    insist(rules.may_give(is_preparer=True, state=request.state(at), has_changed=has_changed))
    paper, data = files(extract, at)
    guard.call("give_extract", request.pk, how, extract.digest, paper, data)


def close(request: Request, because: str) -> None:
    """It will not be given: taken back, or asked of the wrong place."""
    guard.call("close_extract", request.pk, because)


def _has_done(request: Request, *, by: Capacity, at: dt.datetime) -> None:
    """It waits for somebody else now."""
    Notice.objects.filter(to=by, kind=rules.WAITS, record_id=request.pk, done_at=None).update(done_at=at)
