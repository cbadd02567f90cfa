"""Consent, telling and joining, as the people of the demo do it."""

import datetime as dt
from typing import Any

from samling.access import guard
from samling.consent.models import Consent, Said, Terms
from samling.contact.models import NoContact
from samling.journey.models import Party
from samling.journey.telling import notify, tell
from samling.kernel.categories import Category, walls
from samling.people.models import Child

from ..data.texts import PURPOSE, QUESTION
from .deeds import child_of, ids
from .teller import Stage

ASKED = (
    Category.IDENTITY,
    Category.ATTENDANCE,
    Category.LEARNING,
    Category.RELATIONS,
    Category.ADAPTATIONS,
    Category.HOME,
)
HALF_A_YEAR = dt.timedelta(days=180)
LAW = "OSL 10:1, 12:2"


def ask(on: Stage, key: str, to: str, quiet: bool = False) -> None:
    """Ask the guardians whether this unit may be told; or the young person alone."""
    asked = walls(on.by.unit.branch.number, (Category.IDENTITY, Category.RELATIONS) if quiet else ASKED)
    whom: dict[str, Any] = {"to_capacity": on.world.capacity[to]} if quiet else {"to_unit": on.world.unit[to]}
    terms = Terms(
        kind="secrecy_waiver",
        purpose=PURPOSE,
        from_at=on.at,
        until_at=on.at + HALF_A_YEAR,
        text_version="2025-11",
        walls=asked,
        quiet=quiet,
        **whom,
    )
    consent = Consent.ask(child_of(on, key), terms, id=on.key("consent", key), by=on.by, at=on.at)
    on.made[key, "consent"] = consent.pk


def answer(on: Stage, key: str, name: str, yes: bool, words: str = "") -> None:
    """Note what a guardian answers, or the child."""
    consent = Consent.objects.get(pk=on.made[key, "consent"])
    who = None if name == "child" else ids(on, key, [name])[0]
    said = Said(
        giver="child" if who is None else "guardian",
        who=who,
        yes=yes,
        how="spoken",
        at=on.at,
        walls=list(consent.walls) if yes else [],
        words=words,
    )
    given = consent.answer(said, id=on.key("answer", key, name), by=on.by.pk, at=on.at)
    on.made[key, f"answer-{name}"] = given.pk


def take_back(on: Stage, key: str, name: str) -> None:
    """A guardian takes a yes back."""
    consent = Consent.objects.get(pk=on.made[key, "consent"])
    consent.answers.get(pk=on.made[key, f"answer-{name}"]).take_back(how="spoken", by=on.by.pk, at=on.at)


def open_consent(on: Stage, key: str, to: str, since_days: int = 60) -> None:
    """Tell the unit what the home said yes to: the name, and the rest from a day on."""
    consent = Consent.objects.get(pk=on.made[key, "consent"])
    ground = guard.give_ground(
        consent.subject_id,
        consent.walls,
        basis="consent",
        because=PURPOSE,
        unit=on.world.unit[to],
        paragraph=LAW,
        until=consent.valid_until,
        consents=[consent.pk],
    )
    name, *rest = sorted(consent.walls)
    guard.disclose_record(ground, name, consent.subject_id)
    for wall in rest:
        guard.disclose_category(ground, wall, on.at - dt.timedelta(days=since_days))
    consent.tell("consent opened", by=on.by.pk, at=on.at)
    on.made[key, "ground"] = ground


def invite(on: Stage, key: str, to: str) -> None:
    """Invite the unit into the child's journey."""
    child = child_of(on, key)
    party = guard.invite_party(
        child.pk, on.world.unit[to], ground=on.made[key, "ground"], how=Party.How.SPACE, question=QUESTION
    )
    tell(child.pk, child.wall, "party invited", by=on.by.pk, at=on.at, record=party)
    on.made[key, "party"], on.made[key, "host"] = party, on.by.pk


def accept(on: Stage, key: str) -> None:
    """Come in, with a row of one's own for the child."""
    own = guard.accept_party(on.made[key, "party"])
    on.world.child[f"{key}@{on.by.unit.branch.number}"] = own
    notify(on.made[key, "host"], "party_accepted", by=on.by.pk, at=on.at, record=on.made[key, "party"])


def stop_contact(on: Stage, key: str, names: list[str], because: str) -> None:
    """*Kontakta inte hemmet.*"""
    NoContact.decide(
        Child.objects.get(pk=on.world.child[key]), ids(on, key, names), because=because, by=on.by.pk, at=on.at
    )
