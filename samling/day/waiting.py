"""What one waits for from others: answers to a concern, to a question about consent, to an invitation."""

import datetime as dt
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext

from samling.concern.models.lists import unanswered
from samling.consent.models import Consent
from samling.consent.models.silence import asked_of, silent
from samling.consultation.models import Consultation
from samling.journey.models import Notice, Party
from samling.people.models import Capacity, Child
from samling.records.clock import STOCKHOLM
from samling.records.question import Question
from samling.referral.models import Referral
from samling.referral.models.queue import asked_by
from samling.ui.ways import way

from . import notices
from .lines import Line, Listed
from .standing import standing

MOST = 40


def waiting(by: Capacity, at: dt.datetime) -> Listed:
    """Everything that others owe an answer, the longest waited for first."""
    asked = asked_by(by)
    lines = [*_questions(by), *_answers(by, at), *_told(by, at), *_referred(asked), *_invited(by, asked), *_sent(by)]
    return Listed(sorted(lines, key=lambda line: line.since or dt.date.max)[:MOST])


def _told(by: Capacity, at: dt.datetime) -> list[Line]:
    """Concerns one has told of that nobody has answered."""
    return [
        Line(
            gettext("An answer to what you told"),
            way("concern:mine"),
            "",
            row.child,
            since=row.raised_on,
            who="" if row.child else gettext("A child without a name"),
        )
        for row in unanswered(by, at)
    ]


def _questions(by: Capacity) -> list[Line]:
    """Questions without a name that nobody has answered."""
    return [
        Line(
            gettext("An answer to a question without a name"), one.get_absolute_url(), "", who=str(one.to_unit),
            actor=one.to_unit.branch.actor, since=_day(one.written_at),
        )
        for one in Consultation.asked_by(by)
        if not one.closed_at and not one.is_answered
    ]  # fmt: skip


def _answers(by: Capacity, at: dt.datetime) -> list[Line]:
    """Guardians and children who have not answered a question that stands open."""
    rows = _asked(by.pk, at)
    subjects = {row.subject_id for row in rows}
    children, people = Child.known(subjects), asked_of(subjects, at)
    return [
        Line(
            gettext("An answer about yes and no"),
            way("consent:show", row.pk),
            "",
            children[row.subject_id],
            actor="home" if names != [str(children[row.subject_id])] else "child",
            who=", ".join(names),
            since=_day(row.written_at),
        )
        for row in rows
        if row.subject_id in children and (names := silent(row, children[row.subject_id], people, at))
    ]


@Question
def _asked(by: Any, at: Any) -> QuerySet:
    asked = Consent.objects.filter(written_by_id=by, ended_at=None, withdrawn_at=None, valid_until__gt=at)
    return asked.order_by("written_at").prefetch_related("answers", "exceptions")[:MOST]


@Question
def _parties(by: Any) -> QuerySet:
    parties = Party.objects.filter(invited_by_id=by, accepted_at=None, ended_at=None).select_related("unit__branch")
    return parties.order_by("invited_at")[:MOST]


@Question
def _wanted(by: Any) -> QuerySet:
    sent = Notice.objects.filter(sent_by_id=by, done_at=None, kind__in=notices.ASKING).exclude(to_id=by)
    return sent.select_related("to__person").order_by("sent_at")[:MOST]


@Question
def _homes(journeys: Any) -> QuerySet:
    return Party.objects.filter(journey_id__among=journeys, child_id__isnull=False).values_list("journey_id", "child_id")


def _referred(asked: list[Referral]) -> list[Line]:
    """Teams one has asked that have not answered for good."""
    homes = _homes([one.subject_id for one in asked]) if asked else []
    children = Child.known(child for _journey, child in homes)
    own_of = {journey: children[child] for journey, child in homes if child in children}
    return [
        Line(
            gettext("Nobody has taken over yet") if one.decided else gettext("An answer from the team"), one.get_absolute_url(), "",
            own_of[one.subject_id], actor=one.party.unit.branch.actor, who=str(one.party.unit), since=_day(one.written_at),
            due=None if one.decided else one.due_on,
        )
        for one in asked
        if one.subject_id in own_of
    ]  # fmt: skip


def _invited(by: Capacity, asked: list[Referral]) -> list[Line]:
    """Units one has invited that have not answered; a question to a team stands by itself."""
    known = {one.party_id for one in asked}
    rows = [one for one in _parties(by.pk) if one.pk not in known]
    homes = dict(_homes([row.journey_id for row in rows])) if rows else {}
    children = Child.known(homes.values())
    return [
        Line(
            gettext("An answer to your invitation"),
            reverse("journey:invite", args=[homes[row.journey_id]]),
            "",
            children[homes[row.journey_id]],
            actor=row.unit.branch.actor,
            who=str(row.unit),
            since=_day(row.invited_at),
        )
        for row in rows
        if homes.get(row.journey_id) in children
    ]


def _sent(by: Capacity) -> list[Line]:
    """What one has sent to somebody who has not done it yet."""
    rows = _wanted(by.pk)
    children, stands = Child.known(row.subject_id for row in rows) | notices.near(rows), standing(rows)
    return [
        Line(
            gettext(kind.awaited),
            way(kind.awaited_at, row.record_id) if kind.awaited_at else "",
            "",
            children[row.subject_id],
            who=str(row.to.person),
            since=_day(row.sent_at),
        )
        for row in rows
        if row.subject_id in children and stands(row) and (kind := notices.kind_of(row.kind))
    ]


def _day(at: dt.datetime) -> dt.date:
    return at.astimezone(STOCKHOLM).date()
