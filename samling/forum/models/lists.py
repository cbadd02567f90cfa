"""The forums one knows of with their meetings to come, the agenda as one person sees it, and what is held."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import DateField, DateTimeField, Q, QuerySet, Value

from samling.journey.models import HELD, MEETS, Held, Meet, Sort
from samling.people.models import Capacity, Child
from samling.people.roles import ROLES
from samling.records.question import Question

from ..rules import FINAL
from .decisions import ForumDecision
from .forums import Forum, ForumMember, ForumRhythm, seats
from .health import HealthAnswer, HealthReferral
from .items import ForumItem, ForumSlot
from .meetings import ForumMeeting


class Coming(NamedTuple):
    """A meeting to come: called already, or only a day of the rhythm."""

    forum: Forum
    starts_at: dt.datetime
    place: str
    meeting: ForumMeeting | None


class Point(NamedTuple):
    """A place on the agenda as its reader may see it: a child, or *en punkt*."""

    number: int
    item: ForumItem | None
    child: Child | None
    is_decided: bool
    was_moved: bool

    @property
    def subject_id(self) -> UUID | None:
        """For the log of what was shown."""
        return self.child.pk if self.child else None


def forums(by: Capacity) -> list[Forum]:
    """The teams I have a place in, or that my organisation keeps or takes part in."""
    mine = [row["forum"] for row in seats()]
    ours = by.unit.branch.organisation_id if by.unit else None
    part = Q(members__until_at=None, members__capacity__unit__branch__organisation_id=ours)
    rows = Forum.objects.filter(Q(pk__in=mine) | Q(organisation_id=ours) | part)
    return list(rows.select_related("organisation").distinct().order_by("name"))


def coming(forums: list[Forum], at: dt.datetime) -> list[Coming]:
    """The meetings to come of these teams, from rows and rhythms, the nearest first; two statements for all."""
    own = {one.pk: one for one in forums}
    made = list(ForumMeeting.objects.filter(forum__in=own, starts_at__gte=at - dt.timedelta(days=7)))
    taken = {(one.forum_id, one.starts_at) for one in made}
    called = [Coming(own[one.forum_id], one.starts_at, one.place, one) for one in made if one.ended_at is None]
    later = [
        Coming(own[rhythm.forum_id], moment, rhythm.place, None)
        for rhythm in ForumRhythm.objects.standing(at).filter(forum__in=own)
        for moment in rhythm.moments(at)
        if (rhythm.forum_id, moment) not in taken
    ]
    return sorted([*called, *later], key=lambda one: (one.starts_at, one.forum.name))


def held(forum: Forum) -> list[ForumMeeting]:
    """The latest that are over."""
    return list(ForumMeeting.objects.filter(forum=forum, ended_at__isnull=False).order_by("-starts_at")[:6])


def agenda(meeting: ForumMeeting) -> list[Point]:
    """Every place of the agenda in order; of each only what this reader may know."""
    items = {item.slot_id: item for item in ForumItem.on(meeting)}
    children = Child.objects.in_bulk({one.subject_id for one in items.values()})
    slots = ForumSlot.objects.filter(meeting=meeting, dropped_at=None).order_by("added_at", "pk")
    open_ = meeting.undecided()
    points = []
    for number, slot in enumerate(slots, 1):
        item = items.get(slot.pk)
        child = children.get(item.subject_id) if item else None
        points.append(Point(number, item if child else None, child, slot.pk not in open_, slot.moved_at is not None))
    return points


def following(points: list[Point], item: ForumItem) -> ForumItem | None:
    """The next item of the agenda that this reader may open."""
    keys = [one.item.pk if one.item else None for one in points]
    after = points[keys.index(item.pk) + 1 :] if item.pk in keys else []
    return next((one.item for one in after if one.item), None)


def to_take_up(at: dt.datetime) -> list[Coming]:
    """The meetings to come of the teams I have a standing place in."""
    mine = [row["forum"] for row in seats() if row["meeting"] is None]
    return coming(list(Forum.objects.filter(pk__in=mine)), at) if mine else []


def _meets(by: Capacity, at: dt.datetime) -> Iterator[Meet]:
    guest = {row["meeting"] for row in seats() if row["meeting"]}
    called = ForumMeeting.objects.filter(pk__in=guest, ended_at=None, starts_at__gte=at).select_related("forum") if guest else []
    for one in [*to_take_up(at), *(Coming(one.forum, one.starts_at, one.place, one) for one in called)]:
        to = (one.meeting or one.forum).get_absolute_url()
        yield Meet(str(one.forum), one.starts_at, one.place, to, mine=True, record=one.meeting.pk if one.meeting else None)


def may_be_seated(forum: Forum, at: dt.datetime) -> QuerySet:
    """Staff of every house who work with children and have no standing place yet."""
    roles = [code for code, rule in ROLES.items() if rule.may_hold_children]
    near = Capacity.objects.standing(at).filter(role__in=roles, unit__isnull=False)
    taken = forum.members.standing(at).filter(meeting=None).values("capacity_id")
    return near.exclude(pk__in=taken).order_by("unit__branch__organisation__name", "unit__name", "person__sort_key")


def glance(child: Child, by: Capacity) -> dict[str, dict[str, Any]]:
    """The latest item, decision, referral and answer, and my seat, as far as there are any, in one statement."""
    return {sort: dict(zip(("key", "kind", "at", "on", "due"), said, strict=True)) for sort, *said in _glance(child.pk, by.pk)}


@Question
def _glance(child: Any, by: Any) -> QuerySet:
    none, moment = Value(None, DateField()), Value(None, DateTimeField())
    here: dict[str, Any] = {"subject_id": child, "withdrawn_at": None}
    items = ForumItem.objects.filter(**here, slot__dropped_at=None).order_by("-slot__meeting__starts_at")
    decided = ForumDecision.objects.filter(**here, ended_at=None).order_by("-written_at")
    sent = HealthReferral.objects.filter(**here).order_by("-sent_on", "-written_at")
    answers = HealthAnswer.objects.filter(**here, kind__in=FINAL).order_by("-on")
    seats = ForumMember.objects.filter(capacity_id=by, meeting=None, until_at=None).order_by()
    return sent.values_list(Value("referral"), "pk", Value(""), moment, "sent_on", "due_on")[:1].union(
        items.values_list(Value("item"), "pk", Value(""), "slot__meeting__starts_at", none, none)[:1],
        decided.values_list(Value("decision"), "pk", "kind", moment, none, "due_on")[:1],
        answers.values_list(Value("answer"), "referral_id", Value(""), moment, "on", none)[:1],
        seats.values_list(Value("seat"), "pk", Value(""), moment, none, none)[:1], all=True,
    )  # fmt: skip


def _decisions(capacities: list[UUID], about: UUID | None) -> Iterator[Held]:
    """What a consultation team has given someone to hold, until somebody has said what became of it."""
    rows = ForumDecision.objects.filter(holder_id__in=capacities, ended_at=None, withdrawn_at=None, reviews=None)
    for row in rows.exclude(kind="close").filter(**({"subject_id": about} if about else {})):
        yield Held(Sort.DUTY, row.title, row.holder_id, row.subject_id, row.pk, row.due_on, row.get_absolute_url())


def _referrals(capacities: list[UUID], about: UUID | None) -> Iterator[Held]:
    """Answers from child psychiatry that somebody waits for."""
    rows = HealthReferral.objects.filter(holder_id__in=capacities, withdrawn_at=None).exclude(answers__kind__in=FINAL)
    for row in rows.filter(**({"subject_id": about} if about else {})):
        yield Held(Sort.DUTY, row.title, row.holder_id, row.subject_id, row.pk, row.due_on, row.get_absolute_url())


HELD += [_decisions, _referrals]
MEETS.append(_meets)
