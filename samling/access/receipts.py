"""The receipt of a ground: what was told to whom, by whom, on which law, and what has been shut."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from samling.kernel.answer import Answer
from samling.kernel.categories import TITLES, category_of
from samling.people.models import Capacity, Child

from . import rules
from .assigned import works_with
from .models import Disclosure, Ground
from .plain import basis_in_words, day_of, last_day
from .recorded import titles
from .sight import recipient, recipient_branch


@dataclass(frozen=True, slots=True)
class Line:
    """One thing told."""

    disclosure: Disclosure
    said: str
    since: dt.date | None
    made_on: dt.date | None
    ended_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """A ground with everything told on it."""

    ground: Ground
    recipient: str
    shape: str
    why: Any
    since: dt.date | None
    until: dt.date | None
    stands: bool
    may_end: Answer
    lines: list[Line]


def receipt_of(ground: Ground, child: Child, by: Capacity, at: dt.datetime) -> Receipt:
    """The receipt as it stands at a moment."""
    lines = list(Disclosure.objects.filter(ground=ground).select_related("made_by__person").order_by("made_at", "wall"))
    stands = ground.until_at is None or at < ground.until_at
    known = titles(line.record_id for line in lines if line.record_id)
    return Receipt(
        ground=ground, recipient=recipient(ground), shape=recipient_branch(ground).actor, stands=stands,
        why=basis_in_words(ground.basis), since=day_of(ground.from_at), until=last_day(ground.until_at),
        may_end=rules.may_stop_telling(stands=stands, works=works_with(child, by)),
        lines=[_line(line, child, known, None if stands else ground.until_at) for line in lines])


def _line(line: Disclosure, child: Child, known: dict[Any, str], over_at: dt.datetime | None) -> Line:
    kind = gettext(TITLES[category_of(line.wall)])
    said = kind if line.record_id in (None, child.pk) else known.get(line.record_id, kind)
    return Line(line, said, day_of(line.since_at), day_of(line.made_at), day_of(line.ended_at or over_at))
