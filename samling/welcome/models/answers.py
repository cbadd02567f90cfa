"""Who was told what, in which version, and what each of the family answered."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext

from samling.consent.models import Consent, Said, Terms
from samling.contact.models import custodial
from samling.kernel.answer import insist
from samling.kernel.words import _
from samling.people.models import Capacity, Child, Setting
from samling.records.clock import STOCKHOLM
from samling.referral.models import TriageDecision
from samling.referral.rules import State

from ..rules import Stage
from .meetings import InfoMeeting

PURPOSE = _("Voluntary support by the early support team.")
BECAUSE = _("The family has answered no at the information meeting. A no is as good as a yes.")
ANSWER = _("The family does not want to take part now. They may ask again at any time, and you go on with what helps.")
CHILD = "child"


class Giver(NamedTuple):
    """One whose answer is asked for: a guardian by id, or the child. `said` is the newest word."""

    key: str
    name: str
    said: str = "silent"


class Spoken(NamedTuple):
    """What one of them said at the meeting."""

    key: str
    yes: bool
    how: str
    words: str = ""


def givers(meeting: InfoMeeting, child: Child) -> list[Giver]:
    """Everyone who answers, with what they have said."""
    if meeting.consent:
        return [Giver(one.key, one.name, one.said) for one in meeting.consent.asked().question.givers]
    people = [Giver(str(one["id"]), f"{one['given_name']} {one['family_name']}".strip()) for one in custodial(child.pk)]
    return [*people, Giver(CHILD, child.called or child.given_name)]


@transaction.atomic
def hold(meeting: InfoMeeting, said: Iterable[Spoken], *, by: Capacity, at: dt.datetime) -> None:
    """The family has been met: the question is put in the words in force, and each answer noted. Raises Refused."""
    insist(meeting.may_hold(by, at.astimezone(STOCKHOLM).date()))
    version = Setting.text("text.consent", at, capacity=by.pk)
    days = Setting.number("consent.longest_days", at, capacity=by.pk)
    terms = Terms(
        kind=Consent.Kind.PARTICIPATION, purpose=gettext(PURPOSE), from_at=at, until_at=at + dt.timedelta(days=days),
        text_version=version, asks_child=True, interpreter="interpreter" in meeting.needs,
    )  # fmt: skip
    asked = Consent.ask(meeting.child, terms, id=uuid5(meeting.pk, "participation"), by=by, at=at)
    meeting.held_at, meeting.held_by, meeting.text_version, meeting.consent = at, by, version, asked
    meeting.save(update_fields=["held_at", "held_by", "text_version", "consent"])
    meeting.tell("information meeting held", by=by, at=at)
    answer(meeting, said, by=by, at=at)


@transaction.atomic
def answer(meeting: InfoMeeting, said: Iterable[Spoken], *, by: Capacity, at: dt.datetime) -> None:
    """Note what some of them said; a no ends the question. Raises Refused."""
    insist(meeting.may_answer(by))
    consent: Any = meeting.consent
    for one in said:
        who: UUID | None = None if one.key == CHILD else UUID(one.key)
        told = Said(giver=CHILD if who is None else "guardian", who=who, yes=one.yes, how=one.how, at=at,
                    walls=list(consent.walls) if one.yes else [], words=one.words)  # fmt: skip
        consent.answer(told, id=uuid5(meeting.pk, f"{one.key} {at.isoformat()}"), by=by.pk, at=at)
    settle(meeting, by=by, at=at)


@transaction.atomic
def settle(meeting: InfoMeeting, *, by: Capacity, at: dt.datetime) -> None:
    """A no ends the referral as *the family declined*, with no worse word; a yes by all is told. Else one waits."""
    stage = meeting.stage
    if stage is Stage.YES:
        meeting.tell("the family said yes", by=by, at=at)
    referral = meeting.question
    if stage is not Stage.NO or referral is None or meeting.is_over:
        return
    told = {"kind": State.DECLINED, "tier": referral.decided.tier, "because": gettext(BECAUSE), "answer": gettext(ANSWER)}
    TriageDecision.make(referral, told, by=by, at=at, pk=uuid5(meeting.pk, "declined"))
