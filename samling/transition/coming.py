"""What is asked of whoever leads a school: packages that come from another, and files that are read in."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from psycopg.types.json import Jsonb

from samling.access import guard
from samling.journey.parties import same_child
from samling.journey.telling import notify, tell
from samling.kernel.answer import Answer
from samling.kernel.categories import Category, wall
from samling.kernel.sorting import swedish_key
from samling.people.models import Capacity, Child, Unit
from samling.people.roles import ROLES

from . import rules, sealed
from .models.neighbours import in_groups

__all__ = ["answer", "coming", "decline", "known_as", "may_receive", "opened", "own_key", "read_in", "same_as"]


def coming() -> list[dict[str, Any]]:
    """Packages that wait for one's own answer, with where they come from; `subject_id` is the package's own id."""
    rows = guard.rows("coming_packages")
    units = {one.pk: one for one in Unit.objects.filter(pk__in=[row["from_unit"] for row in rows]).select_related("branch__organisation")}
    people = Capacity.known([row["given_by"] for row in rows])
    return [row | {"subject_id": row["id"], "from_unit": units.get(row["from_unit"]), "by": people.get(row["given_by"])} for row in rows]


@transaction.atomic
def answer(row: dict[str, Any], own: UUID | None, *, by: Capacity, at: dt.datetime) -> UUID:
    """Receive what comes: the child moves within the authority, or a copy is kept here; the giver gets to know. Raises Refused."""
    child: UUID = guard.call("accept_package", row["id"], own)
    _tell(child, rules.RECEIVED if row["same"] else rules.CAME, by=by, at=at)
    notify(row["given_by"], rules.ACCEPTED, by=by.pk, at=at, record=row["id"])
    return child


@transaction.atomic
def decline(row: dict[str, Any], because: str, *, by: Capacity, at: dt.datetime) -> None:
    """Say no, and why; the giver gets to know. Raises Refused."""
    guard.call("decline_package", row["id"], because)
    notify(row["given_by"], rules.DECLINED, by=by.pk, at=at, record=row["id"])


def may_receive(by: Capacity) -> Answer:
    """Whoever leads a school answers for it, and why."""
    role = ROLES.get(by.role)
    in_school = bool(by.unit and by.unit.branch.domain in rules.SCHOOLS)
    return rules.may_answer(leads=bool(role and role.may_assign), in_school=in_school)


def same_as(row: dict[str, Any]) -> list[Child]:
    """Children one works with already that may be the one who comes; within one authority it is the same page."""
    return [] if row["same"] else same_child(row)


def known_as(told: dict[str, Any]) -> UUID | None:
    """The one child that one works with already whom the file can only be about; of several, or none, nobody."""
    same = same_child(told["child"])
    return same[0].pk if len(same) == 1 else None


def opened(file: bytes, passphrase: str) -> dict[str, Any]:
    """What a file from a known installation says. Raises sealed.Unopened."""
    read = sealed.opened(file, passphrase, {row["public"]: row["name"] for row in guard.rows("known_houses")})
    return read.told | {"from": f"{read.told['from']} ({read.house})"}


@transaction.atomic
def read_in(told: dict[str, Any], own: UUID | None, *, by: Capacity, at: dt.datetime) -> UUID:
    """Keep what a file said, about a child of one's own or a new one. Raises Refused."""
    child = told["child"]
    key = swedish_key(child["given_name"], child["family_name"])
    home: UUID = guard.call("take_in_package", own, Jsonb(told | {"child": child | {"sort_key": key}}))
    _tell(home, rules.CAME, by=by, at=at)
    return home


def own_key() -> str:
    """The key that this installation signs with, to read out."""
    return in_groups(sealed.public(settings.SECRET_KEY))


def _tell(child: UUID, kind: str, *, by: Capacity, at: dt.datetime) -> None:
    branch = Child.objects.select_related("branch").get(pk=child).branch
    tell(child, wall(branch.number, Category.CONCERN), kind, by=by.pk, at=at)
