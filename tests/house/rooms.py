"""Furnishes the house for a walk: a record of each kind, in the states that pages ask for, made by verbs."""

import datetime as dt
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from samling.access.verdict import Basis, End, Verdict
from samling.checklist.models import Checklist, Decision, Seat
from samling.concern.models import NamelessConcern, Signal
from samling.concern.rules import State
from samling.consent.models import Consent, Said, Terms
from samling.contact.models import NoContact
from samling.kernel.categories import Category, wall
from samling.people.models import Capacity, Child
from samling.records.clock import now, today

SCHOOL = 1  # the number of the school's branch
SEEN = {
    "danger": False, "text": "Hon sitter ensam på rasten.", "touches": ["school"], "raised_as": "self",
    "raised_name": "", "how": "seen", "said_child": "", "said_guardian": "",
}  # fmt: skip


def furnished(cast: Any) -> Any:
    """The cast, with something to show on every page."""
    for furnish in FURNITURE:
        furnish(cast)
    return cast


def me(acting: Any) -> Capacity:
    """The capacity that acts."""
    return Capacity.objects.select_related("person", "unit__branch__organisation").get(pk=acting.capacity_id)


def concerns(cast: Any) -> None:
    """A concern about a pupil, and one that the head has taken up."""
    for key in ("adam", "noor"):
        with cast.acting("petra") as acting:
            child = Child.objects.get(pk=cast.world.child[key])
            signal = Signal.note(child, SEEN | {"seen_on": today()}, by=me(acting), at=now(), pk=uuid4())
        if key == "noor":
            with cast.acting("gunilla") as acting:
                Signal.objects.get(pk=signal.pk).step(State.TAKEN, by=me(acting), at=now())


def nameless(cast: Any) -> None:
    """A question without a name from child health care, and one whose name has been told."""
    for named in (False, True):
        with cast.acting("birgitta") as acting:
            asked = NamelessConcern.ask(
                {"to_unit_id": cast.world.unit["norrskolan"], "age_band": "6-9", "touches": ["home"],
                 "question": "Hur gör vi?", "raised_as": "self", "how": "talk"},
                by=me(acting), at=now(), pk=uuid4(),
            )  # fmt: skip
            if named:
                yes = Verdict(End.YES, "They have said yes.", "OSL 12:2", Basis.CONSENT)
                name = {"given_name": "Adam", "family_name": "Hassan", "birth_year": 2015}
                asked.say_name(name, yes, by=me(acting), at=now(), because="Föräldrarna har sagt ja.")


def checklists(cast: Any) -> None:
    """A checklist with the school nurse at the table, and one that was solved there."""
    for key, who in (("adam", "petra"), ("elsa", "maja")):
        with cast.acting(who) as acting:
            child = Child.objects.select_related("branch", "unit").get(pk=cast.world.child[key])
            made = Checklist.begin(child, by=me(acting), at=now())
            if key == "adam":
                nurse = Capacity.objects.select_related("unit__branch").get(pk=cast.world.capacity["eva"])
                made.take_chair(by=me(acting), at=now(), kind=Seat.Kind.STAFF, capacity=nurse)
            else:
                Decision.decide(made, Decision.Kind.SOLVED_HERE, seen=True, by=me(acting), at=now())


def consents(cast: Any) -> None:
    """A question to Adam's guardians: one has said yes, for the other the head has decided an exception."""
    adam, at_school = (
        cast.world.child["adam"],
        (wall(SCHOOL, Category.IDENTITY), wall(SCHOOL, Category.ATTENDANCE)),
    )
    with cast.acting("gunilla") as acting:
        terms = Terms(
            kind="secrecy_waiver", walls=list(at_school), purpose="Stöd i hemmet", from_at=now(),
            until_at=now() + dt.timedelta(days=180), text_version="2025-11",
            to_unit=cast.world.unit["reception"],
        )  # fmt: skip
        asked = Consent.ask(Child.objects.get(pk=adam), terms, id=uuid4(), by=me(acting), at=now())
        said = Said(
            giver="guardian",
            who=cast.world.guardian["hodan"],
            yes=True,
            how="spoken",
            at=now(),
            walls=[*at_school],
        )
        asked.answer(said, id=uuid4(), by=acting.capacity_id, at=now())
        asked.decide_exception(
            "prevented", cast.world.guardian["ali"], because="Han är på sjön i två månader.", id=uuid4(),
            by=acting.capacity_id, at=now(),
        )  # fmt: skip


def no_contact(cast: Any) -> None:
    """Nothing about Ines goes to her father."""
    with cast.acting("gunilla") as acting:
        ines = Child.objects.get(pk=cast.world.child["ines"])
        NoContact.decide(
            ines,
            [cast.world.guardian["dragan"]],
            because="Hon är rädd för honom.",
            by=acting.capacity_id,
            at=now(),
        )


FURNITURE: tuple[Callable[[Any], None], ...] = (concerns, nameless, checklists, consents, no_contact)
