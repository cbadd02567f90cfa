"""The days that run around children, each with whose it is; as many questions for one child as for a hundred."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from samling.access import holding
from samling.adaptations.models import Adaptation, SpecialSupport
from samling.agenda.models import TeamDecision
from samling.attendance.models import AbsenceInquiry
from samling.checklist.models import Decision
from samling.closing.models import Closing, LaterCall
from samling.consent.models import Consent
from samling.consent.models.silence import asked_of, silent
from samling.extracts.models import Request
from samling.extracts.rules import ENDS
from samling.gathering.models import JointMeeting
from samling.journey.models import Party, coordinating
from samling.people.models import Capacity, Child, Setting
from samling.plan.models import Plan
from samling.promises.models import Promise
from samling.promises.models.held import with_sides
from samling.promises.rules import OPEN
from samling.records.acting import insist_acting
from samling.records.clock import STOCKHOLM, now
from samling.records.question import Question
from samling.referral.models import Referral
from samling.referral.rules import WAITS, State
from samling.welcome.models import InfoMeeting

from ..rules import SOURCES, Reach, Sort, Source, reach
from .near import Near
from .sip import Days, needs


class Clock(NamedTuple):
    """One running day: for what, about whom, when, whose it is (a capacity and a name), and where one goes on."""

    sort: Sort
    due_on: dt.date
    child: Child
    to: str
    owner: UUID | None = None
    who: str = ""
    promise: Promise | None = None

    @property
    def source(self) -> Source:
        """What it is for, and the law and the setting behind it."""
        return SOURCES[self.sort]

    @property
    def subject_id(self) -> UUID:
        """For the log of what was shown."""
        return self.child.pk

    def reach(self, today: dt.date, days: dict[str, int]) -> Reach:
        """How far the word has come that it has passed."""
        return reach(self.due_on, today, **days)


@cache
def _about(model: Any, **more: Any) -> Question:
    return Question(lambda children: model.objects.filter(subject_id__among=children, withdrawn_at=None, **more))


def _own(model: Any, near: Near, **more: Any) -> list[Any]:
    return _about(model, **more)(near.keys)


def _shared(model: Any, near: Near, **more: Any) -> Any:
    return model.objects.filter(subject_id__in=list(near.journeys), withdrawn_at=None, **more)


def _referrals(near: Near) -> Iterator[Clock]:
    rows = _shared(Referral, near).select_related(*Referral.beside).prefetch_related("decisions")
    for one in rows:
        if one.state in WAITS and one.state is not State.REDIRECTED:
            yield Clock(Sort.TRIAGE, one.due_on, near.journeys[one.subject_id], one.get_absolute_url(), None, str(one.party.unit))


def _welcomes(near: Near) -> Iterator[Clock]:
    for one in _own(InfoMeeting, near, held_at=None):
        yield Clock(Sort.WELCOME, one.due_on, near.children[one.subject_id], one.get_absolute_url(), one.holder_id)


def _meetings(near: Near) -> Iterator[Clock]:
    for one in _shared(JointMeeting, near, held_at=None, cancelled_at=None):
        yield Clock(Sort.MEETING, one.on, near.journeys[one.subject_id], one.get_absolute_url(), one.chair_id)


def _sips(near: Near) -> Iterator[Clock]:
    found = list(needs(near.children, near.journeys, near.keys))
    days = Days([child for child, _need in found]) if found else None
    for child, one in found if days else ():
        call_by, hold_by = days.due(child, one.seen_on)
        to = one.meeting.get_absolute_url() if one.meeting else reverse("gathering:meetings", args=[child.pk])
        if not one.meeting:
            yield Clock(Sort.SIP_CALL, call_by, child, to, one.owner)
        yield Clock(Sort.SIP_MEETING, hold_by, child, to, one.owner)


def _plans(near: Near) -> Iterator[Clock]:
    rows = list(_shared(Plan, near))
    held = coordinating([one.subject_id for one in rows])
    for one in rows:
        owner = held[one.subject_id].coordinator if one.subject_id in held else None
        yield Clock(Sort.REVIEW, one.review_on, near.journeys[one.subject_id], one.get_absolute_url(), owner)


def _promises(near: Near) -> Iterator[Clock]:
    rows = _shared(Promise, near, until_on__lte=near.until).select_related("maker__unit", "holder__unit").prefetch_related("words")
    for one in with_sides([one for one in rows if one.state in OPEN]):
        yield Clock(Sort.PROMISE, one.until_on, near.journeys[one.subject_id], one.get_absolute_url(), one.maker_id, one.who, one)


def _follow_ups(near: Near) -> Iterator[Clock]:
    for one in _own(Decision, near, ended_at=None, follow_ups=None, follow_up_on__isnull=False):
        to = reverse("checklist:show", args=[one.checklist_id])
        yield Clock(Sort.FOLLOW_UP, one.follow_up_on, near.children[one.subject_id], to, one.written_by_id)


def _evaluations(near: Near) -> Iterator[Clock]:
    for one in _own(Adaptation, near, ended_at=None, evaluate_on__isnull=False):
        yield Clock(Sort.EVALUATION, one.evaluate_on, near.children[one.subject_id], one.get_absolute_url(), one.holder_id)


def _supports(near: Near) -> Iterator[Clock]:
    for one in _own(SpecialSupport, near, ended_at=None, evaluate_on__isnull=False):
        to = reverse("adaptations:support", args=[one.pk])
        yield Clock(Sort.SUPPORT, one.evaluate_on, near.children[one.subject_id], to, one.holder_id)


def _decisions(near: Near) -> Iterator[Clock]:
    found = _own(TeamDecision, near, handed_at__isnull=False, ended_at=None, reviews=None)
    for one in (one for one in found if one.kind != "close"):
        yield Clock(Sort.DECISION, one.due_on, near.children[one.subject_id], one.get_absolute_url(), one.holder_id)


@Question
def _answered(children: Any) -> QuerySet:
    return Consent.objects.filter(subject_id__among=children, withdrawn_at=None, ended_at=None, answers__isnull=False).distinct()


def _consents(near: Near) -> Iterator[Clock]:
    for one in _answered(near.keys):
        if one.last_on >= near.today:
            yield Clock(Sort.CONSENT, one.last_on, near.children[one.subject_id], reverse("consent:show", args=[one.pk]), one.written_by_id)


@Question
def _waiting(children: Any, at: Any) -> QuerySet:
    open_ = Consent.objects.filter(subject_id__among=children, withdrawn_at=None, ended_at=None, valid_until__gt=at)
    return open_.exclude(answers__yes=False).prefetch_related("answers", "exceptions")


def _silences(near: Near) -> Iterator[Clock]:
    """Questions that somebody who is asked has not answered; a no of anybody ends the waiting."""
    at = now()
    rows = _waiting(near.keys, at)
    people = asked_of([one.subject_id for one in rows], at)
    days = dt.timedelta(days=Setting.number("deadline.answer_days", at, capacity=insist_acting().capacity_id))
    for one in rows:
        child, asked_on = near.children[one.subject_id], one.written_at.astimezone(STOCKHOLM).date()
        if silent(one, child, people, at):
            yield Clock(Sort.ANSWER, asked_on + days, child, reverse("consent:show", args=[one.pk]), one.written_by_id)


def _absences(near: Near) -> Iterator[Clock]:
    for one in _own(AbsenceInquiry, near, done_on=None):
        to = reverse("attendance:inquiry", args=[one.pk])
        yield Clock(Sort.ABSENCE, one.due_on, near.children[one.subject_id], to, one.written_by_id)


@Question
def _requests(children: Any) -> QuerySet:
    return Request.objects.filter(subject_id__among=children).exclude(steps__kind__in=ENDS)


def _extracts(near: Near) -> Iterator[Clock]:
    for one in _requests(near.keys):
        yield Clock(Sort.EXTRACT, one.due_on, near.children[one.subject_id], one.get_absolute_url())


def _calls(near: Near) -> Iterator[Clock]:
    for one in _own(LaterCall, near, done_at=None):
        yield Clock(Sort.LATER, one.due_on, near.children[one.subject_id], one.get_absolute_url(), one.holder_id)


@Question
def _way_back(children: Any, today: Any) -> QuerySet:
    sides = Party.objects.filter(child_id__among=children, ended_at=None, journey__back_until_on__gte=today)
    return sides.values_list("journey_id", "child_id")


def _ways_back(near: Near) -> Iterator[Clock]:
    closed = dict(_way_back(near.keys, near.today))
    for one in Closing.objects.filter(subject_id__in=list(closed), closed_at__isnull=False, reopened_at=None, withdrawn_at=None):
        yield Clock(Sort.BACK, one.back_until_on, near.children[closed[one.subject_id]], one.get_absolute_url(), one.contact_id)


ASKS: tuple[Callable[[Near], Iterable[Clock]], ...] = (
    _referrals, _welcomes, _meetings, _sips, _plans, _promises, _follow_ups, _evaluations, _supports, _decisions, _consents, _silences,
    _absences, _extracts, _calls, _ways_back,
)  # fmt: skip


def running(near: Near) -> list[Clock]:
    """Every day that runs around these children until a day, the nearest first, each with whoever owns it now."""
    found = [one for ask in ASKS for one in ask(near) if one.due_on <= near.until]
    held = holding.holders([one.owner for one in found])
    known = Capacity.known([one for one in held.values() if one])
    return sorted((_owned(one, held, known) for one in found), key=lambda one: (one.due_on, one.sort))


def _owned(one: Clock, now: dict[UUID, UUID | None], known: dict[UUID, Capacity]) -> Clock:
    if one.owner is None:
        return one
    holder = now.get(one.owner)
    return one._replace(owner=holder, who=str(known[holder].person) if holder in known else "")
