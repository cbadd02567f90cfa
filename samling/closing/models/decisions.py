"""*Nästa beslut*: what is decided at a follow-up, by whom, with what was learnt and everyone's words."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, Walled, WalledBody
from samling.journey.models import journey_of
from samling.journey.telling import tell
from samling.kernel.answer import Answer, insist
from samling.kernel.categories import SHARED_BRANCH, Category, wall
from samling.people.models import Capacity, Child
from samling.plan.models import Plan
from samling.plan.models.plans import day
from samling.records.question import Question

from .. import rules
from ..rules import Kind

PLACE = wall(SHARED_BRANCH, Category.PLAN)
WORDS = ("learnt", "deciders", "there", "child_words", "home_words")


class NextDecision(Walled):
    """Go on, change, step down or close. Kept as it was said; a later one takes its place."""

    noun = _("next decision")
    wrong_child = Closed(_("A decision at a follow-up"), by=("kind",))
    may_change = False

    kind = models.CharField(max_length=9, choices=[(one.value, words) for one, words in rules.KINDS.items()])
    on = models.DateField()
    next_on = models.DateField(null=True)

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            models.CheckConstraint(
                name="nextdecision_has_a_next_day",
                condition=models.Q(kind="close", next_on=None) | ~models.Q(kind="close") & models.Q(next_on__isnull=False),
            ),
        ]

    @classmethod
    @transaction.atomic
    def make(cls, child: Child, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "NextDecision":
        """Keep what was decided, once; the plan is looked at again on the next day. Raises Refused.

        `told`: kind, on, next_on, the WORDS, and `signs` ({sign's key: how it stands}).
        """
        earlier = cls.objects.filter(pk=pk).first()
        if earlier:
            return earlier
        journey = guard.begin_journey(child.pk)
        guard.lock_child(child.pk)
        insist(cls.may_make(journey, told, day(at)))
        made = cls(pk=pk, subject_id=journey, wall=PLACE, kind=told["kind"], on=told["on"], next_on=told["next_on"],
                   written_by=by, written_at=at, for_child=True)  # fmt: skip
        made.save(force_insert=True)
        words = {name: told.get(name, "") for name in WORDS}
        NextDecisionBody(head=made, subject_id=journey, wall=PLACE, signs=told.get("signs", {}), **words).save(force_insert=True)
        made._follows(by=by, at=at)
        return made

    @classmethod
    def may_make(cls, journey: UUID, told: dict[str, Any], today: dt.date) -> Answer:
        """Whether this can be decided, and why not."""
        writes = guard.my_access(journey).get(PLACE, False)
        return rules.may_decide(kind=told["kind"], on=told["on"], next_on=told["next_on"], today=today, writes=writes)

    def _follows(self, *, by: Capacity, at: dt.datetime) -> None:
        if self.kind != Kind.CLOSE:  # what was stepping down does so until it is closed
            guard.call("step_down", self.subject_id, self.kind == Kind.STEP_DOWN)
        tell(self.subject_id, PLACE, rules.EVENTS[Kind(self.kind)], by=by.pk, at=at, record=self.pk)
        plan = Plan.objects.filter(subject_id=self.subject_id, withdrawn_at=None).first()
        if plan and self.next_on:
            plan.review_on = self.next_on
            plan.save(update_fields=["review_on"])

    @property
    def title(self) -> str:
        """What was decided, in words."""
        return gettext(rules.KINDS[Kind(self.kind)])

    @classmethod
    def latest(cls, journey: UUID) -> "NextDecision | None":
        """The decision that stands, with the closing that came of it, if one did."""
        found: NextDecision | None = _latest.first(journey)
        return found

    def get_absolute_url(self) -> str:
        """The page where it stands among the others."""
        return reverse("closing:decision", args=[self.pk])


class NextDecisionBody(WalledBody):
    """What was learnt, who decided, who was there, the child's and the home's words, and how the signs stand."""

    head = models.OneToOneField(NextDecision, models.PROTECT, primary_key=True, related_name="body")
    learnt = models.TextField(blank=True)
    deciders = models.TextField(blank=True)
    there = models.TextField(blank=True)
    child_words = models.TextField(blank=True)
    home_words = models.TextField(blank=True)
    signs = models.JSONField(default=dict)

    class Meta:
        verbose_name_plural = "next decision bodies"


@Question
def _latest(journey: Any) -> models.QuerySet:
    rows = NextDecision.objects.filter(subject_id=journey, withdrawn_at=None)
    return rows.select_related("closing").order_by("-written_at")[:1]


def decided(child: UUID) -> list[NextDecision]:
    """Everything decided in the journey that a child's row takes part in, the latest first, with its words."""
    journey = journey_of(child)
    rows = NextDecision.objects.filter(subject_id=journey, withdrawn_at=None) if journey else NextDecision.objects.none()
    return list(rows.select_related("body", "written_by__person").order_by("-written_at")[:30])
