"""The people at home: brought from what the school has told, and written to."""

import datetime as dt
from uuid import uuid5

from django.utils.translation import gettext

from samling.access import guard
from samling.family.models import add_around
from samling.kernel.words import _
from samling.letters.models import Letter
from samling.people.models import Capacity, Child, Guardian
from samling.records.clock import STOCKHOLM
from samling.referral.models import Referral
from samling.referral.models.decisions import host
from samling.ui.words import long_day, time_in_words

from .meetings import InfoMeeting

FACTS = (
    "given_name", "family_name", "relation", "custody", "custody_evidence", "verified_on", "phone", "safe_phone", "email",
    "language", "interpreter", "contact_rule",
)  # fmt: skip
INVITES = _("We would like to meet you %(when)s. It is voluntary, and you can say no when you want.")
INVITES_OPEN = _("Tell us a time and a place that suits you. It is voluntary, and you can say no when you want.")


def told_guardians(child: Child, referral: Referral, at: dt.datetime) -> list[Guardian]:
    """The guardians that the school has told the team of, and that are not noted here yet."""
    school = host(referral)
    if school is None or school == child.pk:
        return []
    here = set(Guardian.objects.standing(at).filter(subject_id=child.pk).values_list("given_name", "family_name"))
    rows = Guardian.objects.standing(at).filter(subject_id=school).order_by("given_name")
    return [one for one in rows if (one.given_name, one.family_name) not in here]


def bring(child: Child, referral: Referral, *, by: Capacity, at: dt.datetime) -> int:
    """Note them here too, with the evidence of custody that the school had; nothing is typed again. Raises Refused."""
    found = told_guardians(child, referral, at)
    for one in found:
        facts = {name: getattr(one, name) for name in FACTS}
        add_around(Guardian, child, facts, by=by.pk, at=at, pk=uuid5(child.pk, str(one.pk)))
    return len(found)


def write_home(meeting: InfoMeeting, *, by: Capacity, at: dt.datetime) -> list[Letter]:
    """A letter to each guardian who may be written to, drafted for whoever holds the meeting; once for each time."""
    child = meeting.child
    words = {"what": _said(meeting.starts_at, at) if meeting.starts_at and not guard.is_protected(child.pk) else gettext(INVITES_OPEN)}
    return [
        Letter.draft(child, guardian, kind="meeting", words=words, by=by, at=at, sender=meeting.holder_id,
                     pk=uuid5(meeting.pk, f"{guardian.pk} {meeting.starts_at}"))
        for guardian in Letter.recipients(child, at)
        if Letter.may_draft(child, guardian, "meeting", at)
    ]  # fmt: skip


def _said(starts: dt.datetime, at: dt.datetime) -> str:
    day = long_day(starts.astimezone(STOCKHOLM).date(), at.astimezone(STOCKHOLM).date())
    return gettext(INVITES) % {"when": f"{day} {time_in_words(starts)}"}
