"""Branches and units of one's own organisation, made by its system administrator."""

from typing import Any
from uuid import UUID

from samling.access import guard
from samling.kernel.regime import Domain
from samling.people.models import Branch, Organisation


def branches_of(organisation: Organisation) -> Any:
    """All branches, by number."""
    return Branch.objects.filter(organisation=organisation).order_by("number")


def schools_of(organisation: Organisation) -> Any:
    """Those that school health and concern reports can hang on."""
    return branches_of(organisation).filter(domain__in=[Domain.SCHOOL, Domain.PRIVATE_SCHOOL])


def add_branch(organisation: Organisation, told: dict[str, Any]) -> UUID:
    """A new branch, once by its name."""
    found = branches_of(organisation).filter(name=told["name"], domain=told["domain"]).first()
    hangs = told["hangs_on"].pk if told["hangs_on"] else None
    return found.pk if found else guard.call("add_branch", organisation.pk, told["name"], told["domain"], hangs)


def add_unit(told: dict[str, Any]) -> UUID:
    """A new unit, once by its name."""
    found = told["branch"].units.filter(name=told["name"]).first()
    return found.pk if found else guard.call(
        "add_unit", told["branch"].pk, told["kind"], told["name"], told["municipality"], told["phone"], told["hours"])
