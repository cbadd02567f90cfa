"""The pages that no single child leads to, as the day's page lists them for each role."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext

from samling.concern.rules import RECEIVING
from samling.kernel.words import _
from samling.people.models import Capacity
from samling.people.roles import ROLES


class Place(NamedTuple):
    """A page and what it is called."""

    name: str
    url: str


EVERYONE = (
    (_("What you told"), "concern:mine"),
    (_("What others have told you"), "sharing:told"),
    (_("Invitations"), "journey:invitations"),
    (_("May I tell?"), "access:may-i-tell"),
    (_("Your own looks"), "access:my-looks"),
)
ALWAYS = 2  # the last of them are for those too whose role has no children
SIGN_IN = (_("Your sign-in"), "mfa_index")
RECEIVER = (_("Concerns to take care of"), "concern:inbox")
LEADER = (_("Who works where"), "staff:staff")


def holds_children(by: Capacity) -> bool:
    """Whether this role works with single children."""
    rule = ROLES.get(by.role)
    return bool(rule and rule.may_hold_children)


def places(by: Capacity) -> list[Place]:
    """What this capacity can use, concerns first."""
    rule = ROLES.get(by.role)
    leads = by.role == "sysadmin" or bool(rule and (rule.may_assign or rule.may_approve))
    found = [
        *([RECEIVER] if by.role in RECEIVING else []),
        *(EVERYONE if holds_children(by) else EVERYONE[-ALWAYS:]),
        *([LEADER] if leads else []),
        SIGN_IN,
    ]
    return [Place(gettext(name), reverse(route)) for name, route in found]
