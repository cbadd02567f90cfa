"""What the table decides about one child: who holds it until when, who tells the home, what became of it."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samling.access import guard, holding
from samling.access.models import Closed, Walled, WalledBody
from samling.agenda.models.decisions import Review
from samling.agenda.rules import Decided, may_tell
from samling.journey.telling import notify
from samling.kernel.answer import Answer, insist
from samling.people.models import Capacity
from samling.records.shape import paired
from samling.seating.models import colleagues
from samling.team.rules import local_day

from .. import rules
from ..rules import Kind
from .forums import Forum
from .items import STAFF, ForumItem

HOLD, TELL, REVIEWED = "forum-decision", "forum-tell", "forum-reviewed"


class ForumDecision(Walled):
    """One decision about one child, with its holder, its day and whoever tells the home."""

    wrong_child = Closed(within="item")

    class What(models.TextChoices):
        SCHOOL = Kind.SCHOOL, _("The school goes on, in a new way")
        SUPPORT = Kind.SUPPORT, _("Someone else at the table helps")
        HEALTH = Kind.HEALTH, _("Ask child psychiatry")
        SIP = Kind.SIP, _("Call to a coordinated individual plan (SIP)")
        TEAM = Kind.TEAM, _("Ask the early support team")
        CLOSE = Kind.CLOSE, _("Nothing more is needed now")

    item = models.ForeignKey(ForumItem, models.PROTECT, related_name="decisions")
    kind = models.CharField(max_length=8, choices=What)
    holder = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    due_on = models.DateField()
    teller = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    tell_on = models.DateField(null=True)
    told_at = models.DateTimeField(null=True)
    told_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    beside = (
        "item__slot__meeting__forum__organisation", "holder__person", "holder__unit__branch", "teller__person",
        "item__written_by__unit",
    )  # fmt: skip

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            paired("told_at", "told_by"),
            paired("ended_at", "ended_by"),
            models.CheckConstraint(
                name="forumdecision_says_who_tells_and_when",
                condition=models.Q(teller=None, tell_on=None) | models.Q(teller__isnull=False, tell_on__isnull=False),
            ),
        ]

    @classmethod
    @transaction.atomic
    def make(cls, item: ForumItem, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "ForumDecision":
        """Write what was decided, once, hand it to its holder and tell the table. Raises Refused."""
        if earlier := cls.objects.filter(pk=pk).first():
            return earlier
        holder, teller, near = told["holder"], told.get("teller"), {one.pk for one in may_hold(item, at)}
        said = Decided(Kind(told["kind"]), bool(told.get("words")), holder.pk in near, told["due_on"],
                       teller.pk in near if teller else None, told.get("tell_on"))  # fmt: skip
        insist(rules.may_decide(said, today=local_day(at), run=item.meeting.may_run(), writes=item.writes()))
        made = cls(
            pk=pk, item=item, subject_id=item.subject_id, wall=item.wall, kind=told["kind"], holder=holder,
            due_on=told["due_on"], teller=teller, tell_on=told.get("tell_on"), written_by=by, written_at=at, **STAFF,
        )  # fmt: skip
        made.save(force_insert=True)
        ForumDecisionBody(head=made, subject_id=item.subject_id, wall=item.wall, words=told.get("words", "")).save(force_insert=True)
        item.tell(rules.DECIDED, by=by, at=at)
        item.open_to_table(made.pk)
        made.hand_over(by=by, at=at)
        return made

    @classmethod
    def of(cls, item: ForumItem) -> Any:
        """What was decided about an item and stands, as far as one may read."""
        rows = cls.objects.filter(item=item, ended_at=None, withdrawn_at=None)
        return rows.select_related(*cls.beside, "body").order_by("written_at")

    @classmethod
    def to_follow_up(cls, forum: Forum, day: dt.date) -> Any:
        """Decisions of earlier meetings that nobody has followed up and whose day has come, the oldest first."""
        rows = cls.objects.filter(
            item__slot__meeting__forum=forum, item__slot__meeting__ended_at__isnull=False, ended_at=None, withdrawn_at=None,
            reviews=None, due_on__lte=day,
        ).exclude(kind=Kind.CLOSE)  # fmt: skip
        return rows.select_related(*cls.beside).order_by("due_on", "written_at")

    @property
    def title(self) -> str:
        """What was decided."""
        return str(self.get_kind_display())

    def get_absolute_url(self) -> str:
        """Its own page."""
        return reverse("forum:decision", args=[self.pk])

    def hand_over(self, *, by: Capacity, at: dt.datetime) -> None:
        """It is with its holder at once: at this table nobody else may hand on what she cannot read."""
        about: dict[str, Any] = {"by": by.pk, "at": at, "record": self.pk, "subject": self.subject_id}
        if self.kind != Kind.CLOSE:
            notify(self.holder_id, HOLD, due=self.due_on, **about)
        if self.teller_id:
            notify(self.teller_id, TELL, due=self.tell_on, **about)

    def take_back(self, *, by: Capacity, at: dt.datetime) -> None:
        """It was written by mistake; while the meeting goes on. Raises Refused."""
        insist(self.item.meeting.may_run())
        self.ended_at, self.ended_by = at, by
        self.save(update_fields=["ended_at", "ended_by"])

    def home_knows(self, *, by: Capacity, at: dt.datetime) -> None:
        """Someone has told the guardians: now they may read it too (OSL 12:3). Raises Refused."""
        insist(may_tell(writes=self.item.writes(), handed=True))
        if self.told_at:
            return
        self.told_at, self.told_by = at, by
        self.for_guardians, self.for_guardians_because = self.ForGuardians.YES, ""
        self.save(update_fields=["told_at", "told_by", "for_guardians", "for_guardians_because"])
        self.item.tell(rules.HOME_TOLD, by=by, at=at)

    def may_follow_up(self) -> Answer:
        """Whether it can be followed up now."""
        over, mine = self.ended_at is not None or self.kind == Kind.CLOSE, self.item.writes() or self.holder_id in holding.duties()
        return rules.may_follow_up(writes_or_holds=mine, over=over, done=self.reviews.exists())

    def kept_reviews(self) -> "list[ForumReview]":
        """What became of it, as far as one may read."""
        return list(self.reviews.select_related("written_by__person").order_by("written_at"))

    @transaction.atomic
    def follow_up(self, result: str, *, by: Capacity, at: dt.datetime) -> "ForumReview":
        """What became of it; by its holder in another house as one line of hers. Raises Refused."""
        insist(self.may_follow_up())
        if not self.item.writes():
            notify(self.item.written_by_id, REVIEWED, by=by.pk, at=at, record=self.pk, subject=self.subject_id)
            return ForumReview.objects.get(pk=guard.call("review_forum_decision", self.pk, result))
        made = ForumReview(decision=self, result=result, subject_id=self.subject_id, wall=self.wall, written_by=by,
                           written_at=at, **STAFF)  # fmt: skip
        made.save(force_insert=True)
        self.item.tell(rules.FOLLOWED_UP, by=by, at=at)
        self.item.open_to_table(made.pk)
        return made


class ForumDecisionBody(WalledBody):
    """What was decided, in own words."""

    head = models.OneToOneField(ForumDecision, models.PROTECT, primary_key=True, related_name="body")
    words = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "forum decision bodies"


class ForumReview(Walled):
    """What became of a decision, said at a later meeting."""

    wrong_child = Closed(within="decision")

    may_change = False

    decision = models.ForeignKey(ForumDecision, models.PROTECT, related_name="reviews")
    result = models.CharField(max_length=8, choices=Review.Result)


def may_hold(item: ForumItem, at: dt.datetime) -> list[Capacity]:
    """Who can hold something about this child: those who work with her, and those at the table who have been told."""
    child, ears = item.child, item.ears()
    told = [one.capacity for one in item.meeting.table(at) if ears.get(one.capacity_id) in ("works", "told")]
    found = {one.pk: one for one in [*(colleagues(child, at) if child else []), *told]}
    can = holding.holders(found)
    return sorted((one for key, one in found.items() if can.get(key) == key), key=lambda one: one.person.sort_key)
