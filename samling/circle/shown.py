"""What the pages about the people around a child put together."""

import datetime as dt
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from django.http import Http404

from samling.access.models import Assignment
from samling.access.plain import kinds_of
from samling.journey import models as journey
from samling.journey.telling import notify, tell
from samling.people.models import Capacity, Child
from samling.seating.models import colleagues

from . import rules
from .models import NAMED, Around, Chair, Near, Tie
from .models.places import MATTER, home_of

PEOPLE = ("capacity", "guardian", "adult")


class Coordinators(NamedTuple):
    """Who coordinates now, by name."""

    coordinator: Capacity | None
    deputy: Capacity | None
    since_at: dt.datetime


def coordination(around: Around) -> Coordinators | None:
    """Coordinator and deputy of the child's journey; None where there is no journey."""
    found = around.coordination
    if found is None:
        return None
    known = Capacity.known(found[:2])
    pair = [known.get(one) if one else None for one in found[:2]]
    return Coordinators(pair[0], pair[1], found.since_at)


def contact(around: Around) -> dict[str, Any]:
    """The named contact: who it is now, with a number, or that the family wants none, or who should be asked."""
    chair, holder = around.named, around.contact
    phone = (holder.phone or (holder.unit.phone if holder.unit else "")) if holder else chair.phone if chair else ""
    return {
        "chair": chair,
        "name": str(holder.person) if holder else chair.name if chair else "",
        "role": holder.role_title if holder else "",
        "phone": phone,
        "followed": chair.capacity if chair and holder and holder.pk != chair.capacity_id else None,
        "is_declined": bool(chair and chair.is_declined),
        "wanted": around.wanted if around.lacks_named else None,
    }


def person(around: Around, asked: str) -> Near:
    """Somebody who is around the child, by the key in the address; anyone else is not found."""
    found = next((one for one in around.near if str(one.key) == asked and one.kind in PEOPLE), None)
    if found is None:
        raise Http404
    return found


def told(tie: Tie | None) -> dict[str, Any]:
    """What the child has said before, for a form."""
    return {"often": tie.often, "close": tie.close, "calls": tie.calls, "is_chosen": tie.is_chosen} if tie else {}


def of_person(child: Child, near: Near, at: dt.datetime) -> dict[str, Any]:
    """What somebody holds about the child, and which kinds of information her assignment opens."""
    if near.kind != "capacity":
        return {"held": [], "kinds": []}
    rows = Assignment.objects.filter(subject_id=child.pk, capacity_id=near.key, reach=Assignment.Reach.FULL).standing(at)
    kinds = kinds_of({wall for row in rows for wall in row.walls})
    return {"held": journey.held([near.key], child.pk), "kinds": kinds}


def home(chair: Chair) -> Child:
    """The child on one's own side that a chair is about."""
    found = home_of(chair.subject_id)
    if found is None:
        raise Http404
    return found


def sitters(child: Child, at: dt.datetime) -> list[Capacity]:
    """Colleagues who could fill a chair."""
    return colleagues(child, at)


def contacts(around: Around) -> list[Capacity]:
    """Who could be the named contact: those whom the rule names first, then those who work with the child."""
    first = around.wanted.people
    known = {one.pk for one in first}
    return [*first, *(one for one in colleagues(around.child, around.at) if one.pk not in known)]


def asked_first(around: Around) -> dict[str, Any]:
    """The one whom the rule names is chosen beforehand, where nobody has been named."""
    first = around.wanted.first
    return {"capacity": str(first.pk)} if first and around.named is None else {}


def name_contact(around: Around, who: dict[str, Any]) -> None:
    """Fill the named contact's chair, made when there is none. Gives nobody access."""
    chair = around.named
    if chair is None:
        told = {"title": "", "actor": around.wanted.actor}
        chair = Chair.agree(around.child, told, by=around.by, at=around.at, pk=uuid4(), code=NAMED)
    chair.fill(who, by=around.by, at=around.at)


def coordinators(around: Around) -> dict[str, Any]:
    """Who can be chosen: oneself or the one who is it, and those in the journey as deputy."""
    found = coordination(around)
    if found is None:
        raise Http404
    first = list({one.pk: one for one in (found.coordinator, around.by) if one}.values())
    there = Capacity.known(one.key for one in around.near if one.kind == "capacity")
    near = there | {one.pk: one for one in colleagues(around.child, around.at)}
    alone = first[0].person_id if len(first) == 1 else None  # nobody is her own deputy
    deputies = sorted((one for one in near.values() if one.person_id != alone), key=lambda one: one.person.sort_key)
    initial = {"coordinator": str(first[0].pk), "deputy": str(found.deputy.pk) if found.deputy else ""}
    return {"coordinators": first, "deputies": deputies, "initial": initial}


def coordinate(around: Around, said: dict[str, Any]) -> None:
    """Name both, tell the space, and let those know whom it concerns. Raises Refused."""
    before, by, at = around.coordination, around.by.pk, around.at
    assert around.journey is not None and before is not None
    chosen = UUID(said["coordinator"]), UUID(said["deputy"])
    made = journey.coordinate(around.journey, coordinator=chosen[0], deputy=chosen[1])
    tell(around.journey, MATTER, rules.COORDINATED, by=by, at=at, record=made)
    for to, kind in ((before.coordinator, rules.COORDINATOR), (chosen[1], rules.DEPUTY)):
        if to and to not in (by, before.deputy) and to != (chosen[0] if kind == rules.COORDINATOR else None):
            notify(to, kind, by=by, at=at, record=made, subject=around.child.pk)
