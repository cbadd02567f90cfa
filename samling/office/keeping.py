"""What has lain still for longer than the rules say: a preview, by kind of activity. Nothing is disposed of here."""

from typing import NamedTuple

from django.utils.translation import gettext

from samling.access import guard
from samling.kernel.settable import KNOWN, Area
from samling.people.models import Setting

from . import rules
from .rights import DOMAINS
from .settled import Settled

# Which rule counts for which kind of activity.
RULE = {
    "school": "retention.school_record",
    "private_school": "retention.school_record",
    "social": "retention.social_file",
    "health": "retention.patient_record",
}


class Still(NamedTuple):
    """How many children's rows have lain still longer than a rule says."""

    where: str
    rule: str
    years: int
    number: str


def lain_still(settled: Settled) -> list[Still] | None:
    """One line for each kind of activity; None for those who may not ask."""
    if not settled.may_settle(Area.RETENTION):
        return None
    here = set(settled.organisation.branches.values_list("domain", flat=True))
    return [_line(domain, code, settled) for domain, code in RULE.items() if domain in here]


def _line(domain: str, code: str, settled: Settled) -> Still:
    years = Setting.number(code, settled.at, organisation=settled.organisation.pk)
    number = guard.asked("lain_still", domain, years)
    title = next(title for known, title in DOMAINS.items() if known == domain)
    return Still(gettext(title), gettext(KNOWN[code].title), years, rules.few(number))
