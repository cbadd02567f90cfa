"""What the page *Inställningar* leads to: one line for each place, and only those one may enter."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext

from samling.kernel.settable import Area
from samling.kernel.words import _
from samling.people.roles import ROLES

from . import rules
from .ladder import Ladder
from .settled import Settled


class Room(NamedTuple):
    """A place to go to, and what one does there."""

    name: str
    about: str
    url: str
    detail: str = ""


ABOUT = {
    Area.DEADLINE: _("When something is answered, asked again or let go."),
    Area.AGE: _("From which age the child is asked."),
    Area.CONSENT: _("How long a question lasts, and when one is told that it ends."),
    Area.TIER: _("What the three tiers are called where you work."),
    Area.TEXT: _("Which words a family meets, in which language."),
    Area.NAMED: _("Who is asked to be the one adult a family can always turn to."),
    Area.RETENTION: _("How long each kind of record is kept, and by which law."),
    Area.SIP: _("Who calls a SIP where you work, and within how many days."),
    Area.WATCH: _("When opening very many children is an alarm, and how many looks are reviewed."),
}
PLACES = (
    (_("Begin with Samling"), _("Step by step to the first checklist."), "founding:beginning"),
    (_("Who works where"), _("Branches, units, roles that are given, approved and ended, and accounts."), "staff:staff"),
    (_("Roles and rights"), _("What each role may be given, and who may give it."), "office:rights"),
    (_("Whom do I call?"), _("The directory by function, for all staff."), "directory:directory"),
    (_("Where concern reports are received"), _("The numbers that every page's way out shows."), "founding:reports"),
    (_("Emergency sheet"), _("For the head of a unit: a locked paper for the day when nothing else works."), "lifeline:lifeline"),
    (_("Search the log"), _("Who looked, and why. Every search is written down."), "review:log"),
    (_("Impact assessment"), _("Filled with what this installation does, as page and as PDF."), "review:dpia"),
    (_("Which team meets which school"), _("Whom a school asks for early support."), "referral:served"),
    (_("Consultation teams"), _("Which there are, and who has a place at the table."), "forum:forums"),
    (_("Agreements between parties"), _("Who takes part how, by which paper."), "office:agreements"),
    (_("Questionnaires on an agreement"), _("Which forms you have the right to use, and where the paper is."), "instruments:licences"),
)


def rooms(settled: Settled) -> list[tuple[str, list[Room]]]:
    """The places in their groups."""
    return [(gettext("People and places"), places(settled)), (gettext("What is settled"), areas(settled))]


def places(settled: Settled) -> list[Room]:
    """People, rights and agreements."""
    rule, role = ROLES.get(settled.by.role), settled.by.role
    leads = bool(rule and rule.may_assign and rule.may_hold_children)
    shut = {"review:log": not (leads or role in (rules.OFFICER, rules.DPO)),
            "lifeline:lifeline": not (leads and rule and rule.whole_unit)}  # fmt: skip
    return [Room(gettext(name), gettext(about), reverse(route)) for name, about, route in PLACES if not shut.get(route)]


def areas(settled: Settled) -> list[Room]:
    """One line for each area, with how much of it is the organisation's own; and the ladder."""
    found = [Room(title, gettext(ABOUT[area]), reverse("office:area", args=[area]), _own(lines))
             for area, title, lines in settled.areas]  # fmt: skip
    ladder = Ladder(settled)
    return [*found, Room(gettext("The ladder of absence"), gettext("What the school does when a child is often away."),
                         reverse("office:ladder"), _said(len(ladder.stands), len(ladder.coming)))]  # fmt: skip


def _own(lines: list) -> str:
    own = sum(line.row is not None and bool(line.row.value) for line in lines)
    coming = sum(line.coming is not None for line in lines)
    return _said(own, coming)


def _said(own: int, coming: int) -> str:
    said = [gettext("%(n)d of your own") % {"n": own}] if own else [gettext("as shipped")]
    return ", ".join([*said, *([gettext("%(n)d to come") % {"n": coming}] if coming else [])])
