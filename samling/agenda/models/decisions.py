"""What a meeting decides about one child: who does what until when, who tells the home, and what became of it."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.access import holding
from samling.access.models import Closed, Walled, WalledBody
from samling.journey.telling import notify
from samling.kernel.answer import Answer, insist
from samling.people.models import Capacity, Child
from samling.questions.rules.adaptations import adaptation
from samling.records.shape import paired
from samling.team.models import Team, TeamMeeting
from samling.team.rules import local_day
from samling.ui.ways import way

from .. import rules
from ..rules import Decided, Kind
from .items import STAFF, TeamMeetingItem

HOLD, TELL = "team-decision", "team-tell"


class TeamDecision(Walled):
    """One decision about one child, with its holder, its day and whoever tells the home."""

    wrong_child = Closed(within="item")

    class What(models.TextChoices):
        TRY = Kind.TRY, _("Try something more")
        SUPPORT = Kind.SUPPORT, _("Look into whether special support is needed")
        ABSENCE = Kind.ABSENCE, _("Look into the absence")
        REFER = Kind.REFER, _("Ask the early support team")
        CLOSE = Kind.CLOSE, _("Nothing more is needed now")

    item = models.ForeignKey(TeamMeetingItem, models.PROTECT, related_name="decisions")
    kind = models.CharField(max_length=8, choices=What)
    adaptation = models.CharField(max_length=40, blank=True)
    holder = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    due_on = models.DateField()
    teller = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    tell_on = models.DateField(null=True)
    handed_at = models.DateTimeField(null=True)
    handed_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    told_at = models.DateTimeField(null=True)
    told_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    child: Child | None = None  # for lists that have asked for all at once
    beside = ("item__slot__meeting__team__unit__branch", "holder__person", "teller__person")

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            paired("handed_at", "handed_by"),
            paired("told_at", "told_by"),
            paired("ended_at", "ended_by"),
            models.CheckConstraint(
                name="teamdecision_says_who_tells_and_when",
                condition=models.Q(teller=None, tell_on=None) | models.Q(teller__isnull=False, tell_on__isnull=False),
            ),
        ]

    @classmethod
    @transaction.atomic
    def make(
        cls, item: TeamMeetingItem, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID
    ) -> "TeamDecision":
        """Write what was decided, once, and let the team read it. Raises Refused."""
        earlier = cls.objects.filter(pk=pk).first()
        if earlier:
            return earlier
        holder, teller = told["holder"], told.get("teller")
        said = Decided(
            Kind(told["kind"]), bool(told.get("adaptation") or told.get("words")), works(holder), told["due_on"],
            works(teller) if teller else None, told.get("tell_on"),
        )  # fmt: skip
        insist(rules.may_decide(said, today=local_day(at), run=item.meeting.may_run(), writes=item.writes()))
        made = cls(
            pk=pk, item=item, subject_id=item.subject_id, wall=item.wall, kind=told["kind"], holder=holder,
            adaptation=told.get("adaptation", ""), due_on=told["due_on"], teller=teller, tell_on=told.get("tell_on"),
            written_by=by, written_at=at, **STAFF,
        )  # fmt: skip
        made.save(force_insert=True)
        TeamDecisionBody(head=made, subject_id=item.subject_id, wall=item.wall, words=told.get("words", "")).save(
            force_insert=True
        )
        item.tell("team meeting decided", by=by, at=at)
        item.open_to_team(made.pk, at=at)
        return made

    @classmethod
    def of_meeting(cls, meeting: TeamMeeting) -> models.QuerySet:
        """What was decided there and stands, as far as one may read."""
        rows = cls.objects.filter(item__slot__meeting=meeting, ended_at=None, withdrawn_at=None)
        return rows.select_related(*cls.beside).order_by("item__slot__added_at", "written_at")

    @classmethod
    def to_follow_up(cls, team: Team, day: dt.date) -> "list[TeamDecision]":
        """Decisions of earlier meetings whose day has come and that nobody has followed up, with their `child`, the oldest first."""
        rows = cls.objects.filter(
            item__slot__meeting__team=team, handed_at__isnull=False, ended_at=None, withdrawn_at=None,
            reviews=None, due_on__lte=day,
        ).exclude(kind=Kind.CLOSE)  # fmt: skip
        found = list(rows.select_related(*cls.beside).order_by("due_on", "written_at"))
        children = Child.objects.in_bulk({one.subject_id for one in found}) if found else {}
        for one in found:
            one.child = children.get(one.subject_id)
        return found

    @property
    def title(self) -> str:
        """What was decided, with the catalogue's words for an adaptation."""
        known = adaptation(self.adaptation)
        return f"{self.get_kind_display()}: {gettext(known.title)}" if known else str(self.get_kind_display())

    def get_absolute_url(self) -> str:
        """Its own page."""
        return way("agenda:decision", self.pk)

    def take_back(self, *, by: Capacity, at: dt.datetime) -> None:
        """It was written by mistake. Raises Refused."""
        insist(rules.may_take_back(run=self.item.meeting.may_run(), handed=self.handed_at is not None))
        self.ended_at, self.ended_by = at, by
        self.save(update_fields=["ended_at", "ended_by"])

    def hand_over(self, *, by: Capacity, at: dt.datetime) -> None:
        """It is with its holder, and whoever tells the home knows by when."""
        if self.handed_at:
            return
        self.handed_at, self.handed_by = at, by
        self.save(update_fields=["handed_at", "handed_by"])
        about: dict[str, Any] = {"by": by.pk, "at": at, "record": self.pk, "subject": self.subject_id}
        notify(self.holder_id, HOLD, due=self.due_on, **about)
        if self.teller_id:
            notify(self.teller_id, TELL, due=self.tell_on, **about)

    def home_knows(self, *, by: Capacity, at: dt.datetime) -> None:
        """Someone has told the guardians: now they may read it too (OSL 12:3)."""
        insist(rules.may_tell(writes=self.item.writes(), handed=self.handed_at is not None))
        if self.told_at:
            return
        self.told_at, self.told_by = at, by
        self.for_guardians, self.for_guardians_because = self.ForGuardians.YES, ""
        self.save(update_fields=["told_at", "told_by", "for_guardians", "for_guardians_because"])
        self.item.tell("home told of the decision", by=by, at=at)

    def may_follow_up(self) -> Answer:
        """Whether it can be followed up now."""
        over = self.ended_at is not None or self.kind == Kind.CLOSE
        return rules.may_follow_up(
            handed=self.handed_at is not None, writes=self.item.writes(), over=over, done=self.reviews.exists()
        )

    def kept_reviews(self) -> "list[Review]":
        """What became of it, as far as one may read."""
        return list(self.reviews.select_related("written_by__person").order_by("written_at"))

    def follow_up(self, result: str, *, by: Capacity, at: dt.datetime) -> "Review":
        """What became of it. Raises Refused."""
        insist(self.may_follow_up())
        made = Review(
            decision=self, result=result, subject_id=self.subject_id, wall=self.wall, written_by=by, written_at=at,
            **STAFF,
        )  # fmt: skip
        made.save(force_insert=True)
        self.item.tell("team decision followed up", by=by, at=at)
        self.item.open_to_team(made.pk, at=at)
        return made


class TeamDecisionBody(WalledBody):
    """What was decided, in own words."""

    head = models.OneToOneField(TeamDecision, models.PROTECT, primary_key=True, related_name="body")
    words = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "team decision bodies"


class Review(Walled):
    """What became of a decision, said at a later meeting or by its holder."""

    wrong_child = Closed(within="decision")

    may_change = False

    class Result(models.TextChoices):
        HELPED = "helped", _("It was done, and it helped")
        PARTLY = "partly", _("It was done, and helped a little")
        NO = "no", _("It was done, and did not help")
        NOT_DONE = "not_done", _("It has not been done")

    decision = models.ForeignKey(TeamDecision, models.PROTECT, related_name="reviews")
    result = models.CharField(max_length=8, choices=Result)


def works(capacity: Capacity) -> bool:
    """Whether a capacity can hold something now: whoever has left or is on leave holds nothing."""
    return holding.holders([capacity.pk]).get(capacity.pk) == capacity.pk
