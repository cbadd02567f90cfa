"""Role by right, drawn from the rows that the guard reads: what each role may be given, and who may give it."""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import get_language, gettext

from samling.kernel.categories import TITLES, Category
from samling.kernel.regime import HOLDS, LEANS_ON, Domain
from samling.kernel.words import _
from samling.people.models import Organisation, RoleRight
from samling.people.roles import ROLES

ACROSS = 8  # roles beside each other in one table

DOMAINS = {
    Domain.SCHOOL: _("School, preschool and student health"),
    Domain.PRIVATE_SCHOOL: _("Independent school"),
    Domain.SCHOOL_MEDICAL: _("School health, medical part"),
    Domain.SOCIAL: _("Social services"),
    Domain.HEALTH: _("Health care"),
    Domain.REPORT: _("Concern reports that the school has made"),
    Domain.NONE: _("Without children"),
}


class Look(NamedTuple):
    """How a right is shown: a shape, a word and a tone, never a colour alone."""

    glyph: str
    word: str
    tone: str


UNIT = Look("house", _("whole unit"), "go")
GIVEN = Look("check", _("when assigned"), "info")
DECIDED = Look("scale", _("by decision"), "wait")
LEANS = Look("user", _("to know whom"), "calm")
LEGEND = (
    (UNIT, _("Comes with leading the unit, for every child there.")),
    (GIVEN, _("Comes with working with one child, when somebody has assigned it.")),
    (DECIDED, _("Added for one child, by a decision with a reason.")),
    (LEANS, _("Read of the school's row, to know whom one meets.")),
)


@dataclass(frozen=True, slots=True)
class Table:
    """Some roles of one kind of activity, and what each may be given."""

    title: str
    roles: list[str]
    rows: list[tuple[str, list[list[Look]]]]


class Powers(NamedTuple):
    """What a role may do about others' rights."""

    role: str
    holds: bool
    assigns: bool
    approves: bool
    decides: bool
    second: bool


class Rights:
    """The rows in force, for the kinds of activity that an organisation has."""

    def __init__(self, organisation: Organisation, at: dt.datetime):
        here = set(organisation.branches.values_list("domain", flat=True))
        standing = RoleRight.objects.filter(from_at__lte=at).exclude(until_at__lte=at)
        order = {code: place for place, code in enumerate(ROLES)}
        self.rows = sorted(standing.filter(domain__in=here), key=lambda one: order.get(one.role, len(order)))
        self.legend = LEGEND

    @property
    def tables(self) -> list[Table]:
        """For each kind of activity, tables with a few roles beside each other."""
        found = []
        for domain, title in DOMAINS.items():
            rights = [one for one in self.rows if one.domain == domain and one.may_hold_children]
            pieces = [rights[start : start + ACROSS] for start in range(0, len(rights), ACROSS)]
            found += [_table(gettext(title), domain, piece) for piece in pieces]
        return found

    @property
    def powers(self) -> list[Powers]:
        """Each role once: what it may do about others' rights."""
        found: dict[str, Powers] = {}
        for one in self.rows:
            before = found.get(one.role)
            now = Powers(_name(one.role), one.may_hold_children, one.may_assign, one.may_approve,
                         one.may_decide_exceptions, one.needs_second_approval)  # fmt: skip
            found[one.role] = now if before is None else Powers(now.role, *(a or b for a, b in zip(before[1:], now[1:], strict=True)))
        return list(found.values())


def _table(title: str, domain: Domain, rights: list[RoleRight]) -> Table:
    kinds = sorted({*HOLDS[domain], *LEANS_ON.get(domain, ()), *(Category(c) for one in rights for c in one.by_decision)})
    rows = [(gettext(TITLES[kind]), [_looks(one, kind) for one in rights]) for kind in kinds]
    return Table(title, [_name(one.role) for one in rights], [row for row in rows if any(row[1])])


def _looks(right: RoleRight, kind: Category) -> list[Look]:
    pairs = ((UNIT, right.whole_unit), (GIVEN, right.categories), (DECIDED, right.by_decision), (LEANS, right.leaning))
    found = [look for look, kinds in pairs if kind in kinds]
    return found[:1] if found and found[0] is not UNIT else found[:2]


def _name(code: str) -> str:
    rule = ROLES.get(code)
    return rule.title(get_language() or "sv") if rule else code
