"""Furnishes the house for a walk: a record of each kind, in the states that pages ask for, made by verbs."""

import datetime as dt
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from samling.access import guard
from samling.access.models import Ground
from samling.access.verdict import Basis, End, Verdict
from samling.checklist.models import Checklist, Decision, Seat, Sitting
from samling.concern.models import NamelessConcern, Signal
from samling.concern.rules import State
from samling.consent.models import Consent, Said, Terms
from samling.contact.models import NoContact
from samling.journey.models import Entry
from samling.journey.parties import invite
from samling.kernel.categories import Category, wall
from samling.people.models import Capacity, Child, SignificantAdult
from samling.records.clock import now, today

SCHOOL = 1  # the number of the school's branch
NAME, ATTENDANCE = wall(SCHOOL, Category.IDENTITY), wall(SCHOOL, Category.ATTENDANCE)
SEEN = {
    "danger": False, "text": "Hon sitter ensam på rasten.", "touches": ["school"], "raised_as": "self",
    "raised_name": "", "how": "seen", "said_child": "", "said_guardian": "",
}  # fmt: skip
ASKED = {
    "age_band": "6-9", "touches": ["home"], "question": "Hur gör vi?", "raised_as": "self", "how": "talk",
}  # fmt: skip
# What is written at the table: where it stands, the question, what is said.
LINES: dict[str, tuple[str, Any]] = {
    "a-seen": ("a-seen", "Sent på måndagar."),
    "k-tried-0": ("k-tried", {"what": "ADAPT-SHORTER", "effect": "partly"}),
    "r-next-0": ("r-next", {"own": "Mjuk start", "who": "Petra"}),
}
TALK = {"kind": "talk", "title": "Samtal", "text": "Trött på mornarna.", "for_guardians": "yes"}


def furnished(cast: Any) -> Any:
    """The cast, with something to show on every page."""
    for furnish in FURNITURE:
        furnish(cast)
    return cast


def me(acting: Any) -> Capacity:
    """The capacity that acts."""
    return Capacity.objects.select_related("person", "unit__branch__organisation").get(pk=acting.capacity_id)


def child_of(cast: Any, key: str) -> Child:
    """A child of the cast, as the one who acts knows it."""
    return Child.objects.select_related("branch", "unit").get(pk=cast.world.child[key])


def concerns(cast: Any) -> None:
    """A concern about a pupil, and one that the head has taken up."""
    for key in ("adam", "noor"):
        with cast.acting("petra") as acting:
            told = SEEN | {"seen_on": today()}
            signal = Signal.note(child_of(cast, key), told, by=me(acting), at=now(), pk=uuid4())
    with cast.acting("gunilla") as acting:
        Signal.objects.get(pk=signal.pk).step(State.TAKEN, by=me(acting), at=now())


def nameless(cast: Any) -> None:
    """A question without a name from child health care, and one whose name has been told."""
    told = ASKED | {"to_unit_id": cast.world.unit["norrskolan"]}
    with cast.acting("birgitta") as acting:
        NamelessConcern.ask(told, by=me(acting), at=now(), pk=uuid4())
        asked = NamelessConcern.ask(told, by=me(acting), at=now(), pk=uuid4())
        yes = Verdict(End.YES, "They have said yes.", "OSL 12:2", Basis.CONSENT)
        name = {"given_name": "Adam", "family_name": "Hassan", "birth_year": 2015}
        asked.say_name(name, yes, by=me(acting), at=now(), because="Föräldrarna har sagt ja.")


def assignments(cast: Any) -> None:
    """The school nurse works with Adam."""
    with cast.acting("gunilla"):
        guard.assign(cast.world.child["adam"], cast.world.capacity["eva"], because="sitter med vid bordet")


def checklists(cast: Any) -> None:
    """A checklist with the school nurse at the table, and one that was solved there."""
    with cast.acting("petra") as acting:
        made = Checklist.begin(child_of(cast, "adam"), by=me(acting), at=now())
        sitting = Sitting(made, me(acting), now())
        sitting.look(sitting.everything, "work on a checklist")
        asked = {question.code: question for block in sitting.everything for question in block.questions}
        said = {place: (asked[code], words) for place, (code, words) in LINES.items()}
        sitting.save(sitting.everything, said, {})
        nurse = Capacity.objects.select_related("unit__branch").get(pk=cast.world.capacity["eva"])
        Seat.take(made, by=me(acting), at=now(), kind=Seat.Kind.STAFF, capacity=nurse)
    with cast.acting("maja") as acting:
        made = Checklist.begin(child_of(cast, "elsa"), by=me(acting), at=now())
        Decision.decide(made, Decision.Kind.SOLVED_HERE, seen=True, by=me(acting), at=now())


def consents(cast: Any) -> None:
    """A question to Adam's guardians: one has said yes, for the other the head has decided an exception."""
    with cast.acting("gunilla") as acting:
        at, by = now(), me(acting)
        terms = Terms(
            kind="secrecy_waiver", walls=[NAME, ATTENDANCE], purpose="Stöd i hemmet", from_at=at,
            until_at=at + dt.timedelta(days=180), text_version="2025-11",
            to_unit=cast.world.unit["reception"],
        )  # fmt: skip
        asked = Consent.ask(child_of(cast, "adam"), terms, id=uuid4(), by=by, at=at)
        hodan, ali = cast.world.guardian["hodan"], cast.world.guardian["ali"]
        said = Said(giver="guardian", who=hodan, yes=True, how="spoken", at=at, walls=[NAME, ATTENDANCE])
        asked.answer(said, id=uuid4(), by=by.pk, at=at)
        asked.decide_exception("prevented", ali, because="Han är på sjön.", id=uuid4(), by=by.pk, at=at)


def no_contact(cast: Any) -> None:
    """Nothing about Ines goes to her father."""
    with cast.acting("gunilla") as acting:
        father = cast.world.guardian["dragan"]
        because = "Hon är rädd för honom."
        NoContact.decide(child_of(cast, "ines"), [father], because=because, by=acting.capacity_id, at=now())


def adults(cast: Any) -> None:
    """An uncle whom Adam trusts."""
    with cast.acting("petra") as acting:
        adam = child_of(cast, "adam")
        contact = wall(SCHOOL, Category.CONTACT)
        SignificantAdult(
            subject_id=adam.pk, wall=contact, given_name="Yusuf", family_name="Hassan", relation="morbror",
            written_by_id=acting.capacity_id, written_at=now(), from_at=now(),
        ).save(force_insert=True)  # fmt: skip


def telling(cast: Any) -> None:
    """The reception is told about Adam's attendance, and is invited to the journey."""
    with cast.acting("gunilla") as acting:
        adam, reception = child_of(cast, "adam"), cast.world.unit["reception"]
        walls, because = [NAME, ATTENDANCE], "Frånvaron är stor."
        ground = guard.give_ground(adam.pk, walls, basis="harm_test", because=because, unit=reception)
        guard.disclose_category(ground, ATTENDANCE, now())
        given, question = Ground.objects.get(pk=ground), "Kan ni hjälpa till?"
        cast.invitation = invite(adam, given, how="space", question=question, by=acting.capacity_id, at=now())


def notes(cast: Any) -> None:
    """A note about a talk with Adam's mother."""
    with cast.acting("petra") as acting:
        adam, about = cast.world.child["adam"], wall(SCHOOL, Category.CONCERN)
        Entry.write(TALK, subject=adam, wall=about, by=acting.capacity_id, at=now(), pk=uuid4())


FURNITURE: tuple[Callable[[Any], None], ...] = (
    concerns, nameless, assignments, checklists, consents, no_contact, adults, telling, notes,
)  # fmt: skip
