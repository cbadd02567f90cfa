"""What one has begun and not sent, on the day's page."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext

from samling.followup.models import Ask
from samling.journey.models import Draft
from samling.kernel.words import _
from samling.people.models import Capacity, Child, RosterEntry

PUPIL, ANSWERS = "pupil", "reply"
# Where a draft was begun: the first word of its place, what it is and the route to go on at.
PLACES = {
    "entry": (_("A note"), "journey:new-note"),
    "concern": (_("A concern"), "concern:new-child"),
    PUPIL: (_("A concern"), "concern:new-pupil"),
    "referral": (_("A question to the team"), "referral:new"),
    "meeting": (_("A child for the meeting"), "agenda:take-up"),
    "promise": (_("A new promise"), "plan:child"),
    "occasion": (_("A note of what was done"), "support:child"),
    "consultation": (_("A question without a name"), "consultation:new"),
    "nameless": (_("A question without a name"), "concern:new-nameless"),
    ANSWERS: (_("Somebody's answers"), "followup:ask"),
}


class Begun(NamedTuple):
    """A draft on the day's page."""

    what: str
    place: str
    to: str
    child: Child | None
    saved_at: dt.datetime
    who: str = ""  # the name, also of a pupil who is no child here yet


def drafts(by: Capacity, at: dt.datetime) -> list[Begun]:
    """What was begun and not sent; without a way on when the child is no longer one's to open."""
    rows = Draft.mine(by.pk, at)
    known = {row.place: _split(row.place) for row in rows}
    children = Child.known(subject for word, subject in known.values() if word not in (PUPIL, ANSWERS))
    pupils = _pupils(subject for word, subject in known.values() if word == PUPIL)
    asks = Ask.known(subject for word, subject in known.values() if word == ANSWERS)
    return [_begun(row, *known[row.place], {**children, **pupils, **asks}) for row in rows]


def _pupils(keys: Iterable[UUID | None]) -> dict[UUID, RosterEntry]:
    """The pupils among these whom one may find: a draft about a pupil nobody has opened names no child."""
    wanted = [key for key in keys if key]
    return {one.pk: one for one in RosterEntry.objects.filter(pk__in=wanted)} if wanted else {}


def _begun(row: Draft, word: str, subject: UUID | None, about: Mapping[UUID, Child | RosterEntry | Ask]) -> Begun:
    what, route = PLACES.get(word, (_("Something begun"), ""))
    found = about.get(subject) if subject else None
    to = reverse(route, args=[found.pk] if found else []) if route and (found or not subject) else ""
    child = found if isinstance(found, Child) else None
    return Begun(gettext(what), row.place, to, child, row.saved_at, str(found or ""))


def _split(place: str) -> tuple[str, UUID | None]:
    word, _dash, rest = place.partition("-")
    try:
        return word, UUID(rest)
    except ValueError:
        return word, None
