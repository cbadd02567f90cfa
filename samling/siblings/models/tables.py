"""One joint meeting for two children: each child's table has its own row, agenda and notes, and meets at the same time."""

import datetime as dt
from typing import Any, NamedTuple
from uuid import UUID

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, Walled
from samling.gathering.models import Invited, JointMeeting
from samling.gathering.models.table import BESIDE
from samling.gathering.rules import Kind
from samling.journey.telling import tell
from samling.kernel.answer import insist
from samling.people.models import Capacity, Guardian

from .. import rules
from .joinings import Joined

FEW = 8  # occasions that a page shows, the latest


class SameTable(Walled):
    """This child's joint meeting is one with the other child's: both rows carry the same occasion. The guard's to write."""

    noun = _("meeting held together")
    wrong_child = Closed(within="meeting")

    joining = models.ForeignKey("siblings.Joining", models.PROTECT, related_name="+")
    meeting = models.ForeignKey("gathering.JointMeeting", models.PROTECT, related_name="+")
    occasion = models.UUIDField()

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            models.UniqueConstraint(fields=["meeting"], condition=Q(withdrawn_at=None), name="sametable_one_a_meeting"),
            models.UniqueConstraint(fields=["occasion", "subject"], condition=Q(withdrawn_at=None), name="sametable_one_a_child"),
        ]

    @classmethod
    @transaction.atomic
    def offer(cls, part: Joined, meeting: JointMeeting, *, by: Capacity, at: dt.datetime, pk: UUID) -> "SameTable":
        """Ask the other child's table to meet when ours does. Raises Refused."""
        earlier = cls.objects.filter(Q(pk=pk) | Q(meeting=meeting, withdrawn_at=None)).first()
        return earlier or cls._seat(part, meeting, None, by=by, at=at, pk=pk)

    @classmethod
    @transaction.atomic
    def answer(cls, part: Joined, there: "There", told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> JointMeeting:
        """Our own meeting is called at the time that they have offered. `told`: chair, question. Raises Refused."""
        if earlier := cls.objects.filter(subject_id=part.subject_id, occasion=there.occasion, withdrawn_at=None).first():
            return earlier.meeting
        when = {"kind": Kind.JOINT, "starts_at": there.starts_at, "ends_at": there.ends_at, "place": there.place, "seen_on": None}
        meeting = JointMeeting.call(part.own_child, told | when, by=by, at=at, pk=pk)
        cls._seat(part, meeting, there.occasion, by=by, at=at, pk=pk)
        return meeting

    @classmethod
    def _seat(cls, part: Joined, meeting: JointMeeting, asked: UUID | None, *, by: Capacity, at: dt.datetime, pk: UUID) -> "SameTable":
        made = cls.objects.get(pk=guard.call("seat_together", pk, part.pk, meeting.pk, asked))
        tell(made.subject_id, made.wall, rules.TOGETHER, by=by.pk, at=at, record=meeting.pk, for_guardians="no")
        return made

    @transaction.atomic
    def follow(self, there: "There", *, by: Capacity, at: dt.datetime) -> None:
        """Their table has moved: ours too. Raises Refused."""
        insist(self.meeting.may_prepare())
        when = {"starts_at": there.starts_at, "ends_at": there.ends_at, "place": there.place, "chair": self.meeting.chair}
        self.meeting.move(when, by=by, at=at)

    @transaction.atomic
    def part_again(self, *, by: Capacity, at: dt.datetime) -> None:
        """Each table meets for itself after all; our meeting stands."""
        if self.withdrawn_at is None:
            self.withdrawn_at, self.withdrawn_by = at, by
            self.save(update_fields=["withdrawn_at", "withdrawn_by"])


class There(NamedTuple):
    """When the other child's table meets: nothing of who sits there or what they talk about."""

    mine: UUID
    occasion: UUID
    starts_at: dt.datetime
    ends_at: dt.datetime
    place: str
    is_off: bool


class Pair(NamedTuple):
    """One occasion: the meeting at this child's table, the other's time, or either alone."""

    own: SameTable | None
    there: There | None

    @property
    def is_apart(self) -> bool:
        """Whether the two tables have come to stand at different times or places."""
        own, there = self.own, self.there
        if own is None or there is None or there.is_off or own.meeting.is_over:
            return False
        return (own.meeting.starts_at, own.meeting.ends_at, own.meeting.place) != (there.starts_at, there.ends_at, there.place)


def occasions(part: Joined) -> list[Pair]:
    """What the two tables of a joining hold together, or are asked to, the latest first."""
    there = {row["occasion"]: There(**row) for row in guard.rows("sibling_tables") if row["mine"] == part.pk}
    rows = SameTable.objects.filter(subject_id=part.subject_id, joining=part.joining_id, withdrawn_at=None)
    own = {one.occasion: one for one in rows.select_related("meeting__chair__person")}
    pairs = [Pair(own.get(key), there.get(key)) for key in {*own, *there}]
    return sorted(pairs, key=_starts, reverse=True)[:FEW]


def _starts(pair: Pair) -> dt.datetime:
    return pair.own.meeting.starts_at if pair.own else pair.there.starts_at


def free_meetings(part: Joined, at: dt.datetime) -> list[JointMeeting]:
    """The meetings to come at this child's table that are held with nobody else's."""
    taken = set(SameTable.objects.filter(subject_id=part.subject_id, withdrawn_at=None).values_list("meeting_id", flat=True))
    return [one for one in JointMeeting.of(part.own_child.pk, at) if not one.is_over and one.pk not in taken]


def leaving(part: Joined, pairs: list[Pair]) -> dict[UUID, list[str]]:
    """By occasion, for one who reads both: who at the other child's table is not asked to this one, and leaves when it is about her."""
    own = {pair.own.occasion: pair.own.meeting_id for pair in pairs if pair.own and not pair.own.meeting.is_over}
    if not own or part.other is None or not part.reads_both:
        return {}
    theirs = SameTable.objects.filter(subject_id=part.other.journey, occasion__in=own, withdrawn_at=None)
    there = dict(theirs.values_list("occasion", "meeting_id"))
    seats: dict[UUID, dict[tuple[str, str], str]] = {}
    asked = Invited.objects.filter(meeting_id__in=[*own.values(), *there.values()], seat__left_at=None)
    for one in asked.select_related(*BESIDE).order_by("written_at", "pk"):
        seats.setdefault(one.meeting_id, {})[_who(one)] = str(one.seat)
    return {
        occasion: [seats[meeting][key] for key in rules.leaves(seats.get(own[occasion], {}), seats.get(meeting, {}))]
        for occasion, meeting in there.items()
    }


def _who(one: Invited) -> tuple[str, str]:
    """One key for one person at two tables: a colleague by her person, a guardian by her number, others are never taken for the same."""
    seat, guardian = one.seat, one.seat.guardian
    if seat.capacity:
        return ("person", str(seat.capacity.person_id))
    if isinstance(guardian, Guardian) and guardian.identity_key:
        return ("guardian", bytes(guardian.identity_key).hex())
    return ("seat", str(seat.pk))


def held_for_the_family(part: Joined, at: dt.datetime) -> int:
    """How many joint meetings the family has sat through in a year for both children; one held together is one."""
    other, since = part.other, at - dt.timedelta(days=365)
    if other is None:
        return 0
    held = JointMeeting.objects.filter(subject_id__in=[part.subject_id, other.journey], held_at__isnull=False, starts_at__gte=since)
    occasion = dict(SameTable.objects.filter(meeting__in=held, withdrawn_at=None).values_list("meeting_id", "occasion"))
    keys = [(subject, occasion.get(pk, pk)) for pk, subject in held.filter(withdrawn_at=None).values_list("pk", "subject_id")]
    return rules.counted(*([key for subject, key in keys if subject == side] for side in (part.subject_id, other.journey)))
