"""Opening a standing consent: one record at a time, or a kind of information from a day on."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction

from samling.access import guard
from samling.access.models import Disclosure, Ground
from samling.consent import rules
from samling.consent.models import Consent
from samling.kernel.answer import Answer, insist
from samling.kernel.categories import Category, category_of

LAW = "OSL 10:1, 12:2"
SLOW = ("health", "school_medical")  # live access is barred by law (PDL 5:4): one record at a time


def may_open(consent: Consent, walls: list[int], at: dt.datetime) -> Answer:
    """Whether the acting capacity may tell these kinds of information now, and why."""
    asked, access = consent.asked(), guard.my_access(consent.subject_id)
    states = frozenset(rules.wall_state(asked.question, wall, at) for wall in walls)
    return rules.may_open(kind=consent.kind, states=states, readable=set(walls) <= set(access))


def standing_walls(consent: Consent, at: dt.datetime) -> list[int]:
    """What stands and the acting capacity may read."""
    asked, access = consent.asked(), guard.my_access(consent.subject_id)
    return [
        wall
        for wall in consent.walls
        if wall in access and rules.wall_state(asked.question, wall, at) in rules.STANDS
    ]


@transaction.atomic
def open_for(
    consent: Consent,
    kinds: list[int],
    *,
    since: dt.datetime | None,
    records: list[tuple[int, UUID]],
    by: UUID,
    at: dt.datetime,
) -> UUID:
    """Tell the recipient: these kinds from a moment, and the chosen records; the name always follows.

    Done twice it tells once: an open ground that covers the same is used again. Returns the ground.
    """
    guard.lock_child(consent.subject_id)
    names = [wall for wall in consent.walls if category_of(wall) == Category.IDENTITY]
    walls = sorted({*kinds, *names, *(wall for wall, _record in records)})
    insist(may_open(consent, walls, at))
    ground = ground_for(consent, walls, at)
    open_now = Disclosure.objects.filter(ground_id=ground, ended_at=None)
    told = {(line.wall, line.record_id) for line in open_now}
    for wall, record in {*((wall, consent.subject_id) for wall in names), *records} - told:
        guard.disclose_record(ground, wall, record)
    for wall in {*kinds} - {*names} if since else ():
        if since and (wall, None) not in told:
            guard.disclose_category(ground, wall, since)
    consent.tell("consent opened", by=by, at=at)
    if consent.replaces:
        consent.replaces.stop(by=by, at=at)
    return ground


def ground_for(consent: Consent, walls: list[int], at: dt.datetime) -> UUID:
    """The standing ground that rests on a consent and covers these walls, given now if there is none."""
    rests: Any = Ground.objects.filter(rests_on__consent_id=consent.pk).standing(at)
    found = next((ground.pk for ground in rests if set(walls) <= set(ground.walls)), None)
    purpose = getattr(getattr(consent, "body", None), "purpose", "") or consent.get_kind_display()
    return found or guard.give_ground(
        consent.subject_id,
        walls,
        basis="consent",
        because=purpose[:400],
        unit=consent.to_unit_id,
        capacity=consent.to_capacity_id,
        paragraph=LAW,
        until=consent.valid_until,
        consents=[consent.pk],
    )
