"""The receipt of what has been told on a consent, and the records that can be told one by one."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.apps import apps

from samling.access.models import Disclosure, Ground, Walled
from samling.access.plain import day_of
from samling.journey.models import Party
from samling.kernel.categories import TITLES, category_of

SILENT = ("consent", "contact")  # consent itself is never told, nor that a home is not to be reached


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
    titles = _titles([line.record_id for line in lines if line.record_id])
    parts = {party.unit_id: party for party in Party.around(consent.subject_id).filter(ended_at=None)}
    return [
        Receipt(
            ground,
            [_told(line, ground, titles, at) for line in lines if line.ground_id == ground.pk],
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


def _told(line: Disclosure, ground: Ground, titles: dict[UUID, str], at: dt.datetime) -> Told:
    over = ground.until_at if ground.until_at and ground.until_at <= at else None
    return Told(
        TITLES[category_of(line.wall)],
        titles.get(line.record_id, "") if line.record_id else "",
        day_of(line.since_at),
        line.made_at,
        line.made_by,
        line.ended_at or over,
    )


def heads(child: UUID, walls: list[int]) -> list[Walled]:
    """The records of a child behind these walls that can be told one by one, newest first."""
    found = [
        head
        for model in tellable()
        for head in model.objects.filter(subject_id=child, wall__in=walls, withdrawn_at=None).select_related(
            "written_by__person"
        )
    ]
    return sorted(found, key=lambda head: head.written_at, reverse=True)


def tellable() -> list[type[Walled]]:
    """The kinds of record that say something about a child: not the story's spine, not consent itself."""
    return [
        model
        for model in apps.get_models()
        if issubclass(model, Walled) and model.may_change and model._meta.app_label not in SILENT
    ]


def title_of(head: Walled) -> str:
    """What a record is called, where it has a title of its own."""
    return str(getattr(head, "title", "") or "")


def _titles(records: list[UUID]) -> dict[UUID, str]:
    return {
        head.pk: title_of(head)
        for model in tellable()
        if records
        for head in model.objects.filter(pk__in=records)
    }
