"""A referral: what a school asks the team, in the shared space of the child's journey."""

import datetime as dt
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, Ground, Walled, WalledBody
from samling.journey import parties
from samling.journey.models import Level, Party, sides_of
from samling.journey.telling import tell
from samling.kernel.answer import Answer, insist
from samling.kernel.categories import SHARED_BRANCH, Category, wall
from samling.people.codes import municipalities
from samling.people.models import Branch, Capacity, Child, Setting
from samling.records.clock import STOCKHOLM
from samling.records.question import Question
from samling.ui.ways import way

from .. import rules
from ..rules import Row, State, Suggestion
from .served import ServedSchool

MATTER = wall(SHARED_BRANCH, Category.MATTER)
UNKNOWN = -1  # a row of the suggestion that nobody could answer
NAMED = 300  # letters of the question that the team sees before it has received it


class Referral(Walled):
    """The school asks the team, on the family's yes (domain reference 2.2, step 5).

    What was seen and tried stays where it is: the checklist is named, and read as far as the yes reaches.
    """

    noun = _("question to the team")
    wrong_child = Closed(_("A question to the team"))

    party = models.OneToOneField("journey.Party", models.PROTECT, related_name="referral")
    checklist_id = models.UUIDField(null=True)
    decision_id = models.UUIDField(null=True)
    rows = ArrayField(models.SmallIntegerField(), size=7)
    tier = models.PositiveSmallIntegerField()
    home_municipality = models.CharField(max_length=4, blank=True)
    school_municipality = models.CharField(max_length=4)
    due_on = models.DateField()

    beside = ("party__unit__branch__organisation", "written_by__person", "written_by__unit__branch__organisation")

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            models.CheckConstraint(name="referral_tier_is_one_to_three", condition=models.Q(tier__gte=1, tier__lte=3)),
        ]

    @classmethod
    @transaction.atomic
    def ask(cls, child: Child, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "Referral":
        """Ask the team once: its unit is invited on the ground that stands. Raises Refused.

        `told`: team (a Unit), question, child_words, guardian_words, languages, because, tier, rows.
        """
        guard.lock_child(child.pk)
        earlier = cls.objects.filter(pk=pk).first()
        if earlier:
            return earlier
        insist(may_refer(child, by))
        ground = ground_for(child.pk, told["team"].pk, at)
        serves = told["team"] in ServedSchool.teams_of(child.unit_id, at)
        insist(rules.may_send(serves=serves, has_ground=ground is not None))
        party = parties.invite(child, ground, how=Party.How.SPACE, question=told["question"][:NAMED], by=by.pk, at=at)
        return cls._written(child, Party.objects.get(pk=party), told, by=by, at=at, pk=pk)

    @classmethod
    def _written(
        cls, child: Child, party: Party, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID
    ) -> "Referral":
        days = Setting.number("deadline.triage_days", at, organisation=told["team"].branch.organisation_id)
        made = cls(
            pk=pk, subject_id=party.journey_id, wall=MATTER, written_by=by, written_at=at, party=party,
            checklist_id=told.get("checklist"), decision_id=told.get("decision"),
            rows=[UNKNOWN if told["rows"].get(row) is None else told["rows"][row] for row in Row], tier=told["tier"],
            home_municipality=child.home_municipality, school_municipality=child.unit.municipality_code,
            due_on=rules.due(at.astimezone(STOCKHOLM).date(), days),
        )  # fmt: skip
        made.save(force_insert=True)
        texts = {name: told.get(name, "") for name in ("question", "child_words", "guardian_words", "languages", "because")}
        ReferralBody(head=made, subject_id=made.subject_id, wall=MATTER, **texts).save(force_insert=True)
        set_tier(child, made.tier, "referral", by=by, at=at)
        made.tell(State.ASKED, by=by, at=at)
        return made

    @classmethod
    def about(cls, child: UUID) -> "Referral | None":
        """The latest of the journey that a child row takes part in, as far as one may read."""
        journeys = [one.journey for one in sides_of(child) if not one.ended_at]
        return _latest.first(journeys) if journeys else None

    @cached_property
    def decided(self) -> Any:
        """The latest answer of the team, or None."""
        return max(self.decisions.all(), key=lambda one: one.written_at, default=None)

    def told_decisions(self) -> list[Any]:
        """Every answer with its words, the latest first."""
        rows = self.decisions.select_related("body", "to_unit", "written_by__person", "written_by__unit__branch")
        return list(rows.order_by("-written_at"))

    @property
    def state(self) -> State:
        """Where it stands."""
        answer = self.decided
        return rules.state_of(
            answer=State(answer.kind) if answer else None, passed=bool(answer and answer.received_at),
            received=self.party.accepted_at is not None, ended=self.party.ended_at is not None,
        )  # fmt: skip

    @property
    def waits(self) -> bool:
        """Whether the school still waits for an answer that ends the question."""
        return self.state in rules.WAITS

    @property
    def suggestion(self) -> Suggestion:
        """The tier that the rows point at."""
        return rules.suggest({row: None if points == UNKNOWN else points for row, points in zip(Row, self.rows, strict=True)})

    @property
    def reasons(self) -> list[tuple[str, str]]:
        """Each row with what was answered, in words; empty where it is not known."""
        pairs = ((*rules.ROWS[row], points) for row, points in zip(Row, self.rows, strict=True))
        return [(gettext(asked), "" if points == UNKNOWN else gettext(said[points])) for asked, said, points in pairs]

    @property
    def lives_elsewhere(self) -> bool:
        """Whether the child lives in another municipality than the school's."""
        return rules.lives_elsewhere(self.home_municipality, self.school_municipality)

    @property
    def home_name(self) -> str:
        """The municipality the child lives in."""
        return municipalities(fictional=True).get(self.home_municipality, "")

    @property
    def boards(self) -> list[Branch]:
        """The social services that answer for the child: those of the municipality she lives in (SoL 29:1)."""
        if not self.home_municipality:
            return []
        rows = Branch.objects.filter(domain="social", organisation__municipality_code=self.home_municipality)
        return list(rows.select_related("organisation").order_by("number"))

    def at_team(self, by: Capacity) -> bool:
        """Whether someone works in the team that was asked."""
        return by.unit_id == self.party.unit_id

    def tell(self, state: State, *, by: Capacity, at: dt.datetime) -> None:
        """An event in the shared space."""
        tell(self.subject_id, MATTER, rules.EVENTS[state], by=by.pk, at=at, record=self.pk)

    def get_absolute_url(self) -> str:
        """Its own page."""
        return way("referral:show", self.pk)


@Question
def _latest(journeys: Any) -> models.QuerySet:
    found = Referral.objects.filter(subject_id__among=journeys, withdrawn_at=None).select_related(*Referral.beside)
    return found.order_by("-written_at")[:1]


class ReferralBody(WalledBody):
    """The question, the child's and the guardians' own words, the languages, and why that tier."""

    head = models.OneToOneField(Referral, models.PROTECT, primary_key=True, related_name="body")
    question = models.TextField()
    child_words = models.TextField(blank=True)
    guardian_words = models.TextField(blank=True)
    languages = models.TextField(blank=True)
    because = models.TextField()

    class Meta:
        verbose_name_plural = "referral bodies"


def may_refer(child: Child, by: Capacity) -> Answer:
    """Whether this capacity may ask a team about a child now."""
    latest = Referral.about(child.pk)
    return rules.may_refer(
        role=by.role, same_unit=by.unit_id == child.unit_id, is_protected=guard.is_protected(child.pk) is not None,
        is_open=bool(latest and latest.state in (*rules.WAITS, State.ACCEPTED)),
    )  # fmt: skip


def ground_for(child: UUID, team: UUID, at: dt.datetime) -> Ground | None:
    """The ground on which a team can be asked: one to invite it on, or the one it takes part on already."""
    invited = next((one for one in parties.invitable(child, at) if one.to_unit_id == team), None)
    if invited:
        return invited
    there = next((one for one in parties.parties_of(child) if one.unit_id == team and not one.ended_at), None)
    return Ground.objects.standing(at).filter(pk=there.ground_id).first() if there and there.ground_id else None


def set_tier(child: Child, tier: int, because: str, *, by: Capacity, at: dt.datetime) -> None:
    """The tier as a person set it, behind the wall of concerns in one's own compartment."""
    own = wall(child.branch.number, Category.CONCERN)
    if guard.my_access(child.pk).get(own):
        Level(subject_id=child.pk, wall=own, tier=tier, because=because, written_by=by, written_at=at,
              for_guardians="no", for_guardians_because="staff").save(force_insert=True)  # fmt: skip
