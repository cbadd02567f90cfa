"""The receipt of what has been told on a consent."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from samling.access.models import Disclosure, Ground
from samling.access.plain import day_of
from samling.access.recorded import title_of, titles
from samling.journey.models import Party
from samling.kernel.categories import TITLES, category_of


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the receipt: what was told, written from which day, by whom, and when it was shut."""

    title: str
    record: str
    since_on: dt.date | None
    made_at: dt.datetime
    made_by: Any
    ended_at: dt.datetime | None


class Receipt(NamedTuple):
    """A ground, what was told on it, and whether a whole unit reads it: `in`, `invited` or `outside`."""

    ground: Ground
    lines: list[Told]
    joined: str


def receipt(consent: Any, at: dt.datetime) -> list[Receipt]:
    """Everything that was told on a consent, ground by ground; nothing of it is ever deleted."""
    grounds = (
        Ground.objects.filter(rests_on__consent_id=consent.pk)
        .order_by("from_at")
        .select_related("to_unit", "to_capacity__person", "decided_by__person")
    )
    lines = (
        Disclosure.objects.filter(ground__in=grounds)
        .select_related("made_by__person")
        .order_by("made_at", "wall")
    )
    names = titles((line.record_id for line in lines if line.record_id), title_of)
    parts = {party.unit_id: party for party in Party.around(consent.subject_id).filter(ended_at=None)}
    return [
        Receipt(
            ground,
            [_told(line, ground, names, at) for line in lines if line.ground_id == ground.pk],
            _joined(ground, parts, at),
        )
        for ground in grounds
    ]


def _joined(ground: Ground, parts: dict[UUID, Any], at: dt.datetime) -> str:
    """What is told to a unit is read there once it has accepted to take part; what is told to a person, at once."""
    if ground.to_unit_id is None or (ground.until_at and ground.until_at <= at):
        return "in"
    part = parts.get(ground.to_unit_id)
    return "outside" if part is None else "in" if part.accepted_at else "invited"


def _told(line: Disclosure, ground: Ground, names: dict[UUID, str], at: dt.datetime) -> Told:
    over = ground.until_at if ground.until_at and ground.until_at <= at else None
    return Told(
        TITLES[category_of(line.wall)],
        names.get(line.record_id, "") if line.record_id else "",
        day_of(line.since_at),
        line.made_at,
        line.made_by,
        line.ended_at or over,
    )
