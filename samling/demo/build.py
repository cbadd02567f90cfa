"""Raise the fictional world as the owner, and act in it as its people through sessions of their own."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction

from samling.concern.models import ReportContact
from samling.kernel.sorting import swedish_key
from samling.people.models import (
    Account,
    Branch,
    Capacity,
    Organisation,
    Person,
    RosterEntry,
    Session,
    Unit,
)
from samling.people.sessions import begun_for, token_of
from samling.records.acting import Acting, begun

from . import places

OWNER = "owner"
LONG_AGO = dt.timedelta(days=3 * 365)


@dataclass
class World:
    """The ids of everything in the fictional world, by name: `world.capacity["petra"]`."""

    organisation: dict[str, UUID] = field(default_factory=dict)
    branch: dict[str, UUID] = field(default_factory=dict)
    unit: dict[str, UUID] = field(default_factory=dict)
    person: dict[str, UUID] = field(default_factory=dict)
    capacity: dict[str, UUID] = field(default_factory=dict)
    pupil: dict[str, UUID] = field(default_factory=dict)
    child: dict[str, UUID] = field(default_factory=dict)
    guardian: dict[str, UUID] = field(default_factory=dict)
    account: dict[str, UUID] = field(default_factory=dict)


def raise_places(at: dt.datetime) -> World:
    """Organisations, branches, units, staff with approved capacities, and class rosters; as the owner."""
    world = World()
    with transaction.atomic(using=OWNER):
        _organisations(world)
        _units(world)
        _staff(world, at - LONG_AGO)
        _rosters(world)
        _report_contacts(world, at - LONG_AGO)
    return world


def _organisations(world: World) -> None:
    for key, (kind, name, municipality, county) in places.ORGANISATIONS.items():
        world.organisation[key] = (
            Organisation.objects.using(OWNER)
            .create(kind=kind, name=name, municipality_code=municipality, county_code=county)
            .pk
        )
    for key, (organisation, number, name, domain, hangs_on) in places.BRANCHES.items():
        world.branch[key] = (
            Branch.objects.using(OWNER)
            .create(
                organisation_id=world.organisation[organisation],
                number=number,
                name=name,
                domain=domain,
                hangs_on_id=world.branch.get(hangs_on or ""),
            )
            .pk
        )


def _units(world: World) -> None:
    for key, (branch, kind, name, phone, hours) in places.UNITS.items():
        organisation = places.ORGANISATIONS[places.BRANCHES[branch][0]]
        world.unit[key] = (
            Unit.objects.using(OWNER)
            .create(
                branch_id=world.branch[branch],
                kind=kind,
                name=name,
                phone=phone,
                hours=hours,
                municipality_code=organisation[2] or "9901",
            )
            .pk
        )


def _staff(world: World, since: dt.datetime) -> None:
    approver = None
    for key, (given, family, capacities) in places.STAFF.items():
        person = Person.objects.using(OWNER).create(
            given_name=given, family_name=family, sort_key=swedish_key(given, family)
        )
        world.person[key] = person.pk
        for order, (unit, role, title) in enumerate(capacities):
            capacity = Capacity(
                person_id=person.pk,
                unit_id=world.unit[unit],
                role=role,
                title=title,
                from_at=since,
                phone=places.UNITS[unit][3],
            )
            capacity.approved_by_id = approver or capacity.pk
            approver = approver or capacity.pk
            capacity.save(using=OWNER)
            world.capacity[key if order == 0 else f"{key}_{order + 1}"] = capacity.pk


def _rosters(world: World) -> None:
    for key, (unit, group, given, family, born, mentor) in places.PUPILS.items():
        world.pupil[key] = (
            RosterEntry.objects.using(OWNER)
            .create(
                unit_id=world.unit[unit],
                group=group,
                given_name=given,
                family_name=family,
                sort_key=swedish_key(given, family),
                birth_year=int(born[:4]),
                mentor_id=world.capacity[mentor],
            )
            .pk
        )


def _report_contacts(world: World, since: dt.datetime) -> None:
    for organisation, municipality, name, phone, hours, after_hours, address in places.REPORT_CONTACTS:
        ReportContact.objects.using(OWNER).create(
            organisation_id=world.organisation[organisation],
            municipality_code=municipality,
            name=name,
            phone=phone,
            hours=hours,
            phone_after_hours=after_hours,
            address=address,
            from_at=since,
        )


def session_for(capacity: UUID, *, kind: str = Session.Kind.STAFF) -> str:
    """A signed-in session with a second factor for the person of a capacity; returns the cookie key."""
    person = Capacity.objects.using(OWNER).values_list("person_id", flat=True).get(pk=capacity)
    account = Account.objects.filter(person_id=person).first() or Account.objects.create_user(
        f"{person}@example.test", person_id=person
    )
    return begun_for(account, capacity_id=capacity, kind=kind)


@contextmanager
def acting_as(capacity: UUID, *, kind: str = Session.Kind.STAFF) -> Iterator[Acting]:
    """A transaction in which this capacity acts, exactly as a page would."""
    with begun(token_of(session_for(capacity, kind=kind))) as acting:
        yield acting
