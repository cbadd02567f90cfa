"""What the pages about hand-over put together, and which answer is which deed."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext

from samling.access import guard
from samling.circle.models import home_of
from samling.contact.models import place
from samling.kernel.answer import insist
from samling.kernel.categories import Category
from samling.letters.models import Letter
from samling.people.models import Capacity, Child
from samling.people.roles import ROLES
from samling.seating.models import readers as who_reads

from .models import Relay, RelayBody
from .models.giving import Own, candidates, colleague, leaves_on, list_of

__all__ = ["answer", "candidates", "giver", "insist_giver", "offer_page", "page_of", "relay_page", "uuid"]


def uuid(text: str | None) -> UUID | None:
    """A key from an address, or nothing."""
    try:
        return UUID(text or "")
    except ValueError:
        return None


def giver(number: UUID | None, by: Capacity) -> Capacity | None:
    """Whose children: one's own, or a colleague's whom one leads."""
    if number is None or number == by.pk:
        return by if by.unit else None
    found = colleague(number)
    led = {row["led_units"] for row in guard.rows("led_units")}
    return found if found and found.unit_id in led else None


def insist_giver(asked: str | None, by: Capacity) -> Capacity:
    """The same, from an address; a stranger is not found."""
    found = giver(uuid(asked), by)
    if found is None:
        raise Http404
    return found


def offer_page(child: Child, giver: Capacity, by: Capacity, at: dt.datetime) -> dict[str, Any]:
    """What stands around the form."""
    return {"child": child, "giver": giver, "readers": readers(child, at), "own": own(child, giver, by, at)}


def page_of(giver: Capacity, by: Capacity, at: dt.datetime) -> dict[str, Any]:
    """The children with what is due, the last day if it is known, and what waits for one's own yes."""
    is_me = giver.pk == by.pk
    owns = list_of(giver, at, is_me=is_me)
    asked = [(one, home_of(one.subject_id)) for one in Relay.waiting(receiver=by)] if is_me else []
    asked = [pair for pair in asked if pair[1]]
    children = [*(one.child for one in owns), *(child for _one, child in asked if child)]
    return {"giver": giver, "is_me": is_me, "owns": owns, "asked": asked, "leaves_on": leaves_on(giver, at),
            "children": list({one.pk: one for one in children}.values())}  # fmt: skip


def own(child: Child, giver: Capacity, by: Capacity, at: dt.datetime) -> Own | None:
    """What the giver holds about this child."""
    return next((one for one in list_of(giver, at, is_me=giver.pk == by.pk) if one.child.pk == child.pk), None)


def readers(child: Child, at: dt.datetime) -> list[str]:
    """Who will read what is written to the receiver."""
    wall = place(child.pk, Category.CONCERN) or place(child.pk, Category.VOICE)
    return [*who_reads(child.pk, [wall] if wall else [], at), gettext("the one who takes over")]


def relay_page(relay: Relay, by: Capacity, at: dt.datetime) -> dict[str, Any]:
    """Everything on the page of one hand-over."""
    child = home_of(relay.subject_id)
    if child is None:
        raise Http404
    role, works = ROLES.get(by.role), relay.receiver_works(at)
    leads = bool(role and role.may_assign) and by.person_id != relay.receiver.person_id
    return {
        "relay": relay, "child": child, "works": works, "body": RelayBody.objects.filter(head=relay).first(),
        "own": own(child, relay.giver, by, at), "may_answer": relay.may_answer(by, at),
        "may_withdraw": relay.may_withdraw(by), "may_let_in": leads and not works and relay.state == "offered",
    }  # fmt: skip


def answer(relay: Relay, said: str, *, by: Capacity, at: dt.datetime) -> list[Letter]:
    """One of the four answers; letters begun by a yes."""
    if said == "yes":
        child = home_of(relay.subject_id)
        insist(relay.may_answer(by, at))
        return relay.accept(child, by=by, at=at) if child else []
    deeds = {"no": relay.decline, "back": relay.withdraw}
    if said in deeds:
        deeds[said](by=by, at=at)
    elif said == "let-in":
        relay.let_in(by=by, at=at, because=gettext("takes over from %(who)s") % {"who": relay.giver.person})
    return []
