"""The pages that no single child leads to, as the day's page lists them for each role."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext

from samling.concern.rules import RECEIVING
from samling.kernel.words import _
from samling.office.rules import ARCHIVE, DPO
from samling.people.models import Capacity, Unit
from samling.people.roles import ROLES
from samling.transition.rules import KEEPS, SCHOOLS
from samling.ui.ways import way

KEEPERS = (DPO, ARCHIVE)  # they review what is settled and who looked


class Place(NamedTuple):
    """A page and what it is called."""

    name: str
    url: str


class Group(NamedTuple):
    """Pages of one kind, under their heading."""

    title: str
    places: list[Place]


INBOX = (_("Concerns to take care of"), "concern:inbox")
TRIAGE = (_("Triage"), "referral:triage")
TOLD = (
    (_("What you told"), "concern:mine"),
    (_("What others have told you"), "sharing:told"),
    (_("Letters"), "letters:letters"),
    (_("Questions without a name"), "consultation:consultations"),
    (_("Consultation teams"), "forum:forums"),
    (_("Invitations"), "journey:invitations"),
)
HELP = (
    (_("What has helped?"), "adaptations:catalogue"),
    (_("What has helped at home?"), "support:catalogue"),
    (_("Support without a named child"), "support:general"),
    (_("What has become routine"), "support:routines"),
    (_("Open a child in an emergency"), "breakglass:begin"),
)
HELP_FOR_ALL = ((_("Whom do I call?"), "directory:directory"), (_("May I tell?"), "access:may-i-tell"))
OWN = ((_("Your own looks"), "access:my-looks"), (_("Your sign-in"), "mfa_index"))
AWAY = _("When you are away")
STAFF = (_("Who works where"), "staff:staff")
DAYS = (_("Days to keep"), "clocks:clocks")
LOAD = (_("How much each has"), "relay:workload")
OVER = (_("Hand over"), "relay:handovers")
COMING = (_("Pupils who come"), "transition:coming")
KNOWN = (_("Known installations"), "transition:neighbours")
REVIEWS = (_("Review looks"), "work:reviews")
SETTINGS = (_("Settings"), "office:front")


def holds_children(by: Capacity) -> bool:
    """Whether this role works with single children."""
    rule = ROLES.get(by.role)
    return bool(rule and rule.may_hold_children)


def places(by: Capacity) -> list[Group]:
    """What this capacity can use: what was told and asked first, what is one's own last."""
    rule, holds = ROLES.get(by.role), holds_children(by)
    leads = by.role == "sysadmin" or bool(rule and (rule.may_assign or rule.may_approve))
    at_team = bool(by.unit and by.unit.kind == Unit.Kind.TEAM)
    told = [*([TRIAGE] if at_team else []), *([INBOX] if by.role in RECEIVING else []), *(TOLD if holds else ())]
    heads = bool(rule and rule.may_assign)
    moves = [COMING] if heads and by.unit.branch.domain in SCHOOLS else [KNOWN] if by.role == KEEPS else []
    order = [*([STAFF, REVIEWS] if leads else []), *([LOAD] if heads else []), *moves, *([SETTINGS] if leads or by.role in KEEPERS else [])]
    away = [Place(gettext(AWAY), way("staff:stand-ins", by.pk))] if holds else []
    found = [
        Group(gettext(_("Told and asked")), _places(told)),
        Group(gettext(_("When you need it")), _places([*(HELP if holds else ()), *HELP_FOR_ALL, *([DAYS, OVER] if holds else [])])),
        Group(gettext(_("Keep in order")), _places(order)),
        Group(gettext(_("Your own")), [*_places(OWN), *away]),
    ]
    return [group for group in found if group.places]


def _places(named: Iterable[tuple[str, str]]) -> list[Place]:
    return [Place(gettext(name), way(route)) for name, route in named]
