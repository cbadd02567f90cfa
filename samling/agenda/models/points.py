"""The agenda as one person sees it: names where they may be known, *en punkt* everywhere else."""

import datetime as dt
from typing import NamedTuple
from uuid import UUID

from samling.access import guard
from samling.kernel.categories import TITLES, Category, category_of
from samling.people.models import Capacity, Child
from samling.team.models import TeamMeeting
from samling.team.models.meetings import Sitter
from samling.team.rules import House

from .. import rules
from ..rules import Hearing
from .decisions import TeamDecision
from .items import Slot, TeamMeetingItem


class Ear(NamedTuple):
    """One guest and one item: what she may hear, why, and what the home's yes covers beside the name."""

    sitter: Sitter
    hearing: Hearing
    because: str
    kinds: list[str]


class Point(NamedTuple):
    """A place on the agenda as its reader may see it. `subject_id` is for the log of what was shown."""

    number: int
    slot: Slot
    item: TeamMeetingItem | None
    child: Child | None
    name: str
    subject_id: UUID | None
    ears: list[Ear]
    decisions: list[TeamDecision]

    @property
    def is_open(self) -> bool:
        """Whether its reader may know who it is."""
        return bool(self.name)


def agenda(meeting: TeamMeeting, by: Capacity, at: dt.datetime) -> list[Point]:
    """Every place of the agenda, in order; of each only what this reader may know."""
    items = {item.slot_id: item for item in TeamMeetingItem.standing(meeting)}
    children = {child.pk: child for child in Child.objects.filter(pk__in=[one.subject_id for one in items.values()])}
    told = {row["slot"]: row for row in guard.rows("team_agenda", meeting.pk)}
    decided: dict[UUID, list[TeamDecision]] = {}
    for decision in TeamDecision.of_meeting(meeting):
        decided.setdefault(decision.item_id, []).append(decision)
    ears = listeners(meeting, list(items.values()), by, at)
    points = []
    for number, slot in enumerate(Slot.objects.filter(meeting=meeting, dropped_at=None).order_by("added_at", "pk"), 1):
        item, row = items.get(slot.pk), told.get(slot.pk)
        child = children.get(item.subject_id) if item else None
        name = child.full_name if child else f"{row['given_name']} {row['family_name']}" if row else ""
        subject = child.pk if child else row["subject"] if row else None
        points.append(Point(number, slot, item if child else None, child, name, subject,
                            ears.get(item.pk, []) if item else [], decided.get(item.pk, []) if item else []))  # fmt: skip
    return points


def listeners(
    meeting: TeamMeeting, items: list[TeamMeetingItem], by: Capacity, at: dt.datetime
) -> dict[UUID, list[Ear]]:
    """What each one from outside may hear of each item, from the yes that stands this moment."""
    table = [one for one in meeting.table(at) if one.house is not House.INSIDE and one.capacity.pk != by.pk]
    if not table:
        return {}
    named = {(row["item"], row["capacity"]): row["walls"] for row in guard.rows("team_hearing", meeting.pk)}
    return {item.pk: [_ear(item, one, named.get((item.pk, one.capacity.pk))) for one in table] for item in items}


def _ear(item: TeamMeetingItem, one: Sitter, walls: list[int] | None) -> Ear:
    protected = bool(guard.is_protected(item.subject_id))
    readers = {row["protected_readers"] for row in guard.rows("protected_readers", item.subject_id)} if protected else set()
    heard = rules.hearing(
        one.house, named=walls is not None, is_protected=protected, is_reader=one.capacity.pk in readers,
        nameless=bool(item.slot.question),
    )  # fmt: skip
    kinds = [TITLES[category_of(place)] for place in walls or [] if category_of(place) is not Category.IDENTITY]
    return Ear(one, heard.hearing, heard.because, kinds)


def following(points: list[Point], item: TeamMeetingItem) -> "TeamMeetingItem | None":
    """The next item of the agenda that this reader may open."""
    keys = [one.item.pk if one.item else None for one in points]
    after = points[keys.index(item.pk) + 1 :] if item.pk in keys else []
    return next((one.item for one in after if one.item), None)
