"""The pupils whom no story names: whole classes, the same each time the demo is filled."""

import random
from typing import Any, NamedTuple

from django.db import transaction

from samling.kernel.sorting import swedish_key
from samling.people.models import Account, RosterEntry

from .. import places
from ..build import OWNER, World
from ..data.names import CLASSES, FAMILY, FATHERS, GIVEN, MOTHERS

LANGUAGES = (("sv", ""),) * 7 + (("ar", "arabiska"), ("so", "somaliska"), ("uk", "ukrainska"))


class Pupil(NamedTuple):
    """One more pupil in a class, with the guardians a mentor would note."""

    key: str
    unit: str
    mentor: str
    guardians: list[tuple]


def raise_crowd(world: World) -> list[Pupil]:
    """The rest of each class on its roster; as the owner, as an import from the school's own system would."""
    dice = random.Random(2026)
    given, family = dice.sample(GIVEN, len(GIVEN)), list(FAMILY)
    pupils: list[Any] = []
    rows: list[Any] = []
    for group, (unit, mentor, born, how_many) in CLASSES.items():
        for number in range(how_many):
            key, first, last = f"{group}-{number}", given[len(pupils) % len(given)], dice.choice(family)
            row = RosterEntry(
                unit_id=world.unit[unit],
                group=group,
                given_name=first,
                family_name=last,
                birth_year=born,
                sort_key=swedish_key(first, last),
                mentor_id=world.capacity[mentor],
            )
            world.pupil[key] = row.pk
            rows.append(row)
            pupils.append(Pupil(key, unit, mentor, _guardians(dice, last)))
    with transaction.atomic(using=OWNER):
        RosterEntry.objects.using(OWNER).bulk_create(rows)
    return pupils


def _guardians(dice: random.Random, family: str) -> list[tuple]:
    """One or two, with the telephone numbers that are kept for fiction (070-174 06 05 to 99)."""
    language, interpreter = dice.choice(LANGUAGES)
    joint = dice.random() < 0.75
    custody = "joint" if joint else "sole"
    mother = (dice.choice(MOTHERS), family, "mamma", custody)
    pairs = [mother, (dice.choice(FATHERS), family, "pappa", custody)] if joint else [mother]
    return [
        (*one, "folkbokföringen", f"070-174 06 {dice.randint(12, 99)}", language, interpreter)
        for one in pairs
    ]


def raise_accounts(world: World, email_of) -> None:
    """An account for everyone who works in the world, without a password: the demo lets one choose."""
    made = [Account(email=email_of(key), person_id=world.person[key]) for key in places.STAFF]
    for account in made:
        account.set_unusable_password()
    Account.objects.bulk_create(made)
    world.account |= {key: account.pk for key, account in zip(places.STAFF, made, strict=True)}
