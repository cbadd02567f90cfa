"""What has lain still for longer than the rules say, and what is kept all the same. Nothing is disposed of here."""

import datetime as dt
from typing import Any, NamedTuple
from uuid import UUID

from django.utils.translation import gettext

from samling.access import guard
from samling.kernel.answer import Answer
from samling.kernel.settable import KNOWN, Area
from samling.people.models import Branch, Setting, Unit

from . import rules
from .models import Hold
from .rights import DOMAINS
from .settled import Settled, after, midnight

# Which rule counts for which kind of activity.
RULE = {
    "school": "retention.school_record",
    "private_school": "retention.school_record",
    "social": "retention.social_file",
    "health": "retention.patient_record",
}


class Still(NamedTuple):
    """How many children's rows have lain still longer than a rule says, and how many of such a hold keeps."""

    where: str
    rule: str
    years: int
    due: str
    held: str


def shown(settled: Settled) -> dict[str, Any]:
    """What the page about retention shows beside the rules."""
    return {"still": lain_still(settled), "holds": [one for one in holds(settled) if not one.is_over(settled.at)],
            "may_hold": may_hold(settled)}  # fmt: skip


def may_hold(settled: Settled) -> Answer:
    """May a legal hold be set and ended, and why."""
    return rules.may_hold(role=settled.by.role)


def holds(settled: Settled) -> list[Hold]:
    """Every hold of the organisation, those in force and to come first."""
    rows = Hold.objects.filter(organisation=settled.organisation).select_related("branch", "unit", "written_by__person")
    return sorted(rows.order_by("-from_at"), key=lambda one: one.is_over(settled.at))


def hold(settled: Settled, *, where: tuple[Branch, Unit | None], reason: str, from_on: dt.date, until_on: dt.date | None) -> UUID:
    """Keep these records whatever the rule says. Raises Refused."""
    branch, unit = where
    return guard.call("put_hold", branch.pk, unit and unit.pk, reason, midnight(from_on), after(until_on))


def lain_still(settled: Settled) -> list[Still] | None:
    """One line for each kind of activity; None for those who may not ask."""
    if not (settled.may_settle(Area.RETENTION) or may_hold(settled)):
        return None
    here = set(settled.organisation.branches.values_list("domain", flat=True))
    return [_line(domain, code, settled) for domain, code in RULE.items() if domain in here]


def _line(domain: str, code: str, settled: Settled) -> Still:
    years = Setting.number(code, settled.at, organisation=settled.organisation.pk)
    (found,) = guard.rows("lain_still", domain, years)
    title = next(title for known, title in DOMAINS.items() if known == domain)
    return Still(gettext(title), gettext(KNOWN[code].title), years, rules.few(found["due"]), rules.few(found["held"]))
