"""What stands on the sheet: whom to reach about which child, what is next, and whom to ring. Nothing else."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext

from samling.access import guard
from samling.agenda.models import TeamMeetingItem
from samling.checklist.models import Decision
from samling.concern.models import ReportContact
from samling.contact.models import NoContact
from samling.directory.models import entries
from samling.people.models import Capacity, Child, Guardian
from samling.records.clock import STOCKHOLM
from samling.ui.pdf import Document, Part, pdf
from samling.ui.words import full_day, long_day, time_in_words

from .models import EmergencySheet, SheetKey

CUSTODY = ("joint", "sole", "appointed")


def make(key: SheetKey, by: Capacity, at: dt.datetime) -> EmergencySheet:
    """This week's sheet, of the children that the acting head may read now; sealed before it is kept."""
    children = children_of(by)
    content = pdf(document(children, by, at))
    return EmergencySheet.keep(key, content, [child.pk for child in children], by=by.pk, at=at)


def children_of(by: Capacity) -> list[Child]:
    """The unit's children with a matter here. Those with protected identity are left out."""
    rows = Child.objects.filter(unit=by.unit_id).order_by("sort_key")
    return [child for child in rows if not guard.is_protected(child.pk)]


def document(children: list[Child], by: Capacity, at: dt.datetime) -> Document:
    """The sheet as it is printed."""
    day = at.astimezone(STOCKHOLM).date()
    keys = [child.pk for child in children]
    reach, ahead = _reach(keys, at), _ahead(keys, at)
    rows = [[str(child), child.group, "\n".join(reach.get(child.pk, ["–"])), "\n".join(ahead.get(child.pk, ["–"]))] for child in children]
    head = [gettext("Child"), gettext("Class"), gettext("To reach the home"), gettext("What is next")]
    title = gettext("Emergency sheet for %(unit)s") % {"unit": by.unit}
    lead = gettext("For the day when nothing else works. Made on %(day)s for %(who)s. Keep it locked up, and destroy it when a new one "
                   "comes. Children with protected identity are not here.") % {"day": full_day(day), "who": by}  # fmt: skip
    return Document(title, lead, [Part(gettext("The children"), (), head, rows), _ring(by, at)], foot=f"{title}, {full_day(day)}")


def _reach(children: list[UUID], at: dt.datetime) -> dict[UUID, list[str]]:
    stopped = set(NoContact.objects.filter(subject__in=children, ended_at=None, withdrawn_at=None).values_list("guardian_id", flat=True))
    found: dict[UUID, list[str]] = {}
    for one in Guardian.objects.filter(subject__in=children, custody__in=CUSTODY, from_at__lte=at).exclude(until_at__lte=at):
        number = one.safe_phone or one.phone
        if one.pk not in stopped and number:
            told = f", {gettext('interpreter')}: {one.interpreter}" if one.interpreter else ""
            found.setdefault(one.subject_id, []).append(f"{one.given_name} {one.family_name} {number}{told}")
    return found


def _ahead(children: list[UUID], at: dt.datetime) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = {}
    items = TeamMeetingItem.objects.filter(subject__in=children, withdrawn_at=None, slot__meeting__starts_at__gte=at,
                                           slot__meeting__ended_at=None).select_related("slot__meeting")  # fmt: skip
    for item in items.order_by("slot__meeting__starts_at"):
        local = item.slot.meeting.starts_at.astimezone(STOCKHOLM)
        when = f"{long_day(local.date(), at.date())} {time_in_words(local)}"
        found.setdefault(item.subject_id, []).append(f"{gettext('Team meeting')} {when}")
    due = Decision.objects.filter(subject__in=children, ended_at=None, withdrawn_at=None, follow_up_on__isnull=False, follow_ups=None)
    for one in due.order_by("follow_up_on"):
        assert one.follow_up_on and one.subject_id
        found.setdefault(one.subject_id, []).append(f"{gettext('Ask if it helped')} {long_day(one.follow_up_on, at.date())}")
    return found


def _ring(by: Capacity, at: dt.datetime) -> Part:
    rows = [[one.name, one.phone, one.phone_after_hours] for one in ReportContact.near(by, at)]
    rows += [[f"{one.function}, {one.branch}", one.phone, one.deputy_phone] for one in entries()]
    return Part(gettext("Whom to ring"), (), [gettext("Function"), gettext("Telephone"), gettext("Otherwise")], rows)
