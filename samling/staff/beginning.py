"""The first account of an organisation: made by the owner of the installation, and able to hold no child."""

import datetime as dt
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.db import connections, transaction
from django.db.models import Max
from django.urls import reverse

from samling.kernel.regime import Domain
from samling.kernel.sorting import swedish_key
from samling.people.accounts import Account
from samling.people.models import Branch, Capacity, Organisation, Person, Unit
from samling.people.roles import ROLES

OWNER = "owner"


class Begun(RuntimeError):
    """The organisation has begun already, or the address is taken."""


def moment() -> dt.datetime:
    """Now, as the walls see it."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute("select guard.now()")
        return cursor.fetchone()[0]


@transaction.atomic(using=OWNER)
def begin(told: dict[str, Any], *, at: dt.datetime) -> Account:
    """An organisation with an office, and its system administrator. Raises Begun when it is there already."""
    if Organisation.objects.using(OWNER).filter(name=told["organisation"]).exists():
        raise Begun(f"{told['organisation']} is here already. Its system administrator invites the others.")
    if Account.objects.filter(email=told["email"].lower()).exists():
        raise Begun(f"{told['email']} has an account already.")
    organisation = Organisation.objects.using(OWNER).create(
        kind=told["kind"], name=told["organisation"], municipality_code=told["municipality"], county_code=told["county"])
    last = Branch.objects.using(OWNER).aggregate(last=Max("number"))["last"] or 0
    branch = Branch.objects.using(OWNER).create(
        organisation=organisation, number=last + 1, name=told["organisation"], domain=Domain.NONE)
    unit = Unit.objects.using(OWNER).create(
        branch=branch, kind=Unit.Kind.OFFICE, name=told["organisation"], municipality_code=told["municipality"] or "")
    person = Person.objects.using(OWNER).create(
        given_name=told["given"], family_name=told["family"], sort_key=swedish_key(told["given"], told["family"]))
    capacity = Capacity(person=person, unit=unit, role="sysadmin", from_at=at)
    capacity.approved_by_id = capacity.pk  # the owner of the installation is the second person here
    capacity.save(using=OWNER)
    return Account.objects.create_user(told["email"], person_id=person.pk)


@transaction.atomic(using=OWNER)
def approve_first(organisation: str, person: str = "", *, at: dt.datetime) -> Capacity:
    """The owner of the installation is the second person for the first who may approve, and for nobody after.

    `person` is a name, needed when several wait. Raises Begun when somebody may approve already, or nobody waits.
    """
    here = Capacity.objects.using(OWNER).standing(at).filter(
        unit__branch__organisation__name=organisation, role__in=[rule.code for rule in ROLES.values() if rule.may_approve])
    if here.exclude(approved_by=None).exists():
        raise Begun(f"Somebody in {organisation} may approve already. People approve each other on the page.")
    waiting = [one for one in here.select_related("person", "unit").order_by("person__sort_key") if person in ("", str(one.person))]
    if len(waiting) != 1:
        names = ", ".join(f"{one.person} ({one.role_title}, {one.unit})" for one in waiting) or "nobody"
        raise Begun(f"Exactly one must wait to be approved in {organisation}; waiting now: {names}.")
    found = waiting[0]
    found.approved_by_id = found.pk
    found.save(using=OWNER, update_fields=["approved_by"])
    return found


def password_path(account: Account) -> str:
    """The path on which the account's first password is chosen; it works once, for an hour."""
    key = default_token_generator.make_token(account)
    return reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(account), "key": key})
