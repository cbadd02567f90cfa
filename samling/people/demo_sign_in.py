"""In the demo one picks who to be, without a password. Two locks keep this out of every real installation.

The process must have been started as a demo (``settings.DEMO``), and the database must have been marked
as one by its owner (``guard.is_demo()``). The route does not exist without the first, and the page and
the list behind it do not exist without the second.
"""

from collections import Counter
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib.auth import login
from django.db import connections
from django.utils.translation import get_language, gettext

from samling.people.accounts import Account
from samling.people.device import device
from samling.people.roles import ROLES


class Someone(NamedTuple):
    """A person of the demo world that one can be."""

    account: UUID
    name: str
    roles: str
    actor: str
    organisation: str


def is_open():
    """Both locks."""
    return bool(settings.DEMO and _asked("select guard.is_demo()")[0][0])


def everyone():
    """The demo's people as (organisation, people), in the order of the world; families last."""
    rows = _asked("select account, name, roles, units, domain, organisation from guard.demo_people()")
    people = [
        Someone(account, name, _posts(roles, units), _actor(domain), place or "")
        for account, name, roles, units, domain, place in rows
    ]
    sizes = Counter(one.organisation for one in people)
    ordered = sorted(people, key=lambda one: (one.organisation == "", -sizes[one.organisation], one.organisation))
    groups = groupby(ordered, key=lambda one: one.organisation)
    return [(place or gettext("Families"), list(inside)) for place, inside in groups]


def become(request, account_id):
    """Sign in as one of the demo's people; False when there is no such person there."""
    chosen = {str(one.account) for _, people in everyone() for one in people}
    if str(account_id) not in chosen:
        return False
    account = Account.objects.get(pk=account_id)
    if request.user.is_authenticated:
        request.session.flush()
    request.session.device = device(request)
    login(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
    record_authentication(request, account, "mfa", type="demo")
    return True


def _asked(sql):
    with connections["login"].cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def _posts(roles, units):
    """What someone is and where, capacity by capacity."""
    posts = [", ".join(filter(None, (_role(role), unit))) for role, unit in zip(roles, units, strict=True)]
    return "; ".join(sorted(posts))


def _role(code):
    """A title as written, or the role's name."""
    rule = ROLES.get(code)
    return rule.title(get_language() or "sv") if rule else code


def _actor(domain):
    if not domain:
        return "home"
    if domain == "none":
        return ""
    if domain == "social":
        return "social"
    return "school" if domain in {"school", "private_school", "report"} else "health"
