"""What the team decides at triage: always with a reason, a tier, and an answer to whoever asked."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, Walled, WalledBody
from samling.journey.models import Party
from samling.journey.telling import notify
from samling.kernel.answer import Answer, insist
from samling.people.models import Capacity, Child
from samling.records.question import Question
from samling.records.shape import paired

from .. import rules
from ..rules import State
from .asked import MATTER, Referral, set_tier


class TriageDecision(Walled):
    """One answer to a referral; the latest counts. To point further is an answer that is not over until received."""

    noun = _("answer from the team")
    wrong_child = Closed(within="referral")

    class Kind(models.TextChoices):
        ACCEPTED = State.ACCEPTED, _("Yes, we begin with an information meeting")
        ADVISED = State.ADVISED, _("Advice, and the school goes on")
        REDIRECTED = State.REDIRECTED, _("We point further, to another door")
        DECLINED = State.DECLINED, _("The family does not want to")

    class How(models.TextChoices):
        HERE = "here", _("they have accepted the invitation here")
        PHONE = "phone", _("by telephone")
        LETTER = "letter", _("by letter")
        MEETING = "meeting", _("at a meeting")

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="decisions")
    kind = models.CharField(max_length=10, choices=Kind)
    tier = models.PositiveSmallIntegerField()
    suggested = models.PositiveSmallIntegerField()
    to_unit = models.ForeignKey("people.Unit", models.PROTECT, null=True, related_name="+")
    received_how = models.CharField(max_length=8, choices=How, blank=True)
    received_at = models.DateTimeField(null=True)
    received_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    beside = ("referral__party__unit__branch__organisation", "to_unit", "written_by__person")

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            paired("received_at", "received_by"),
            models.CheckConstraint(
                name="triagedecision_tier_is_one_to_three", condition=models.Q(tier__gte=1, tier__lte=3)
            ),
            models.CheckConstraint(
                name="triagedecision_only_a_pointing_further_is_received",
                condition=models.Q(kind=State.REDIRECTED) | models.Q(received_at=None, to_unit=None),
            ),
        ]

    @classmethod
    @transaction.atomic
    def make(
        cls, referral: Referral, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID
    ) -> "TriageDecision":
        """Answer once, and let whoever asked know. Raises Refused.

        `told`: kind, tier, because, answer, and for a pointing-further to_unit or receiver.
        """
        earlier = cls.objects.filter(pk=pk).first()
        if earlier:
            return earlier
        insist(may_answer(referral, by, State(told["kind"])))
        made = cls(
            pk=pk, referral=referral, subject_id=referral.subject_id, wall=MATTER, written_by=by, written_at=at,
            kind=told["kind"], tier=told["tier"], suggested=referral.suggestion.tier, to_unit=told.get("to_unit"),
        )  # fmt: skip
        made.save(force_insert=True)
        texts = {name: told.get(name, "") for name in ("because", "answer", "receiver")}
        TriageDecisionBody(head=made, subject_id=made.subject_id, wall=MATTER, **texts).save(force_insert=True)
        own = team_child(referral)
        if own:
            set_tier(own, made.tier, "triage", by=by, at=at)
        made._answered(State(made.kind), by=by, at=at)
        return made

    def pass_on(self, how: str, *, by: Capacity, at: dt.datetime) -> None:
        """Whoever it was pointed at has said yes: now, and not before, it is out of the team's hands. Raises Refused."""
        insist(rules.may_pass(
            at_team=self.referral.at_team(by), state=self.referral.state, how=how, joined=self.joined,
        ))  # fmt: skip
        self.received_at, self.received_by, self.received_how = at, by, how
        self.save(update_fields=["received_at", "received_by", "received_how"])
        self._answered(State.PASSED, by=by, at=at)

    @property
    def joined(self) -> bool:
        """Whether the unit that was pointed at takes part in the journey since then."""
        if self.to_unit_id is None:
            return False
        there = Party.objects.filter(journey_id=self.subject_id, unit_id=self.to_unit_id, ended_at=None)
        return there.filter(accepted_at__gte=self.written_at).exists()

    def _answered(self, state: State, *, by: Capacity, at: dt.datetime) -> None:
        """The story, the one who asked, and the team's leaving when its part is over."""
        referral = self.referral
        referral.tell(state, by=by, at=at)
        if by.pk != referral.written_by_id:
            notify(referral.written_by_id, rules.ANSWERED, by=by.pk, at=at, record=referral.pk, subject=host(referral))
        if state in rules.LEAVES:
            guard.end_party(referral.party_id)


@Question
def latest_answer(referral: Any) -> models.QuerySet:
    """The team's latest answer to a referral."""
    return TriageDecision.objects.filter(referral_id=referral).order_by("-written_at", "pk")[:1]


class TriageDecisionBody(WalledBody):
    """Why the team decided so, what it answers the school, and who it points at."""

    head = models.OneToOneField(TriageDecision, models.PROTECT, primary_key=True, related_name="body")
    because = models.TextField()
    answer = models.TextField()
    receiver = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "triage decision bodies"


def may_answer(referral: Referral, by: Capacity, to: State) -> Answer:
    """Whether this capacity may give this answer now."""
    return rules.may_answer(at_team=referral.at_team(by), state=referral.state, to=to)


def host(referral: Referral) -> UUID | None:
    """The child row of the school that asked."""
    first = Party.objects.filter(journey_id=referral.subject_id, ground=None).values_list("child_id", flat=True)
    found: UUID | None = first.first()
    return found


def team_child(referral: Referral) -> Child | None:
    """The team's own row for the child, once it has received the referral."""
    return Child.objects.select_related("branch", "unit").filter(pk=referral.party.child_id).first()
