"""An adaptation that is tried for one child: started, asked about, changed, stopped."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, Walled, WalledBody
from samling.checklist.models import Trial
from samling.journey.models import Notice
from samling.journey.telling import remind, tell
from samling.kernel.answer import Answer, insist
from samling.kernel.categories import Category, wall
from samling.people.models import Capacity, Child
from samling.questions.rules.adaptations import adaptation
from samling.records.shape import paired

from .. import rules
from ..rules import State
from .asked import Evaluation


class Adaptation(Walled):
    """One adaptation that is tried: which, where, who holds it, and when one asks if it helped.

    It may carry on what a checklist's table chose (`checklist` and `row` name that line); then it stands in its place.
    """

    wrong_child = Closed(_("An adaptation"), by=("code",))

    class Place(models.TextChoices):
        ALL_DAY = "all_day", _("The whole day")
        LESSON = "lesson", _("In lessons")
        BREAK = "break", _("In breaks")
        MEAL = "meal", _("At meals")
        CHANGE = "change", _("When something changes")
        MORNING = "morning", _("In the morning")
        LEISURE = "leisure", _("After school")
        HOME = "home", _("At home")

    code = models.CharField(max_length=40, blank=True)
    place = models.CharField(max_length=8, choices=Place, default=Place.ALL_DAY)
    holder = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    starts_on = models.DateField()
    evaluate_on = models.DateField(null=True)
    checklist = models.ForeignKey("checklist.Checklist", models.PROTECT, null=True, related_name="+")
    row = models.CharField(max_length=40, blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            paired("ended_at", "ended_by"),
            models.CheckConstraint(
                name="adaptation_is_asked_about_after_it_starts",
                condition=models.Q(evaluate_on=None) | models.Q(evaluate_on__gte=models.F("starts_on")),
            ),
        ]
        indexes = [*Walled.Meta.indexes, models.Index(fields=["evaluate_on"])]

    @staticmethod
    def may_start(child: Child, access: dict[int, bool] | None = None) -> Answer:
        """Whether the acting capacity may write about adaptations for this child."""
        own = wall(child.branch.number, Category.ADAPTATIONS)
        return rules.may_work(writes=(access or guard.my_access(child.pk)).get(own, False))

    @classmethod
    @transaction.atomic
    def start(
        cls, child: Child, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID, trial: Trial | None = None
    ) -> "Adaptation":
        """Begin to try it; sent twice it is one record. `told`: code or own, how, place, holder, days, home_knows."""
        insist(cls.may_start(child))
        guard.lock_child(child.pk)
        trial = trial or cls.chosen(child.pk, told["code"])
        earlier = cls.objects.filter(pk=pk).first() or (cls.of_trial(trial) if trial else None)
        if earlier:
            return earlier
        made = cls(
            pk=pk, subject_id=child.pk, wall=wall(child.branch.number, Category.ADAPTATIONS), written_by=by,
            written_at=at, **home(told.get("home_knows", False)),
            checklist_id=trial.checklist_id if trial else None, row=trial.place if trial else "",
            **{name: told[name] for name in FACTS},
        )  # fmt: skip
        made.save(force_insert=True)
        words = {name: told.get(name, "") for name in WORDS}
        AdaptationBody(head=made, subject_id=child.pk, wall=made.wall, **words).save(force_insert=True)
        made._tell(rules.STARTED, by=by, at=at)
        made._remind(by=by, at=at)
        return made

    @classmethod
    def of_trial(cls, trial: Trial) -> "Adaptation | None":
        """What carries on a line of a checklist, if anything does."""
        return cls.objects.filter(checklist_id=trial.checklist_id, row=trial.place, withdrawn_at=None).first()

    @classmethod
    def chosen(cls, child: UUID, code: str) -> Trial | None:
        """The line of a checklist that chose just this and is not carried on yet: it need not be written twice."""
        carried = set(cls.objects.filter(subject_id=child, withdrawn_at=None).values_list("checklist_id", "row"))
        lines = Trial.objects.filter(subject_id=child, withdrawn_at=None).order_by("version")
        last = {(line.checklist_id, line.place): line for line in lines}
        fits = [line for key, line in last.items() if key not in carried and not line.is_empty and line.adaptation]
        return next((line for line in fits if line.adaptation == code), None)

    @property
    def title(self) -> str:
        """The catalogue's words for it, or that own words were used."""
        known = adaptation(self.code)
        return gettext(known.title) if known else gettext("An adaptation in own words")

    def get_absolute_url(self) -> str:
        """Its own page."""
        return reverse("adaptations:show", args=[self.pk])

    @property
    def latest(self) -> Evaluation | None:
        """What was found out last."""
        return self.evaluations.filter(withdrawn_at=None).order_by("-written_at").first()

    def standing(self, today: dt.date) -> State:
        """Where it stands on a day."""
        return rules.state(
            starts_on=self.starts_on, evaluate_on=self.evaluate_on, ended=self.ended_at is not None, today=today
        )

    def may_evaluate(self) -> Answer:
        """Whether one may still say how it went."""
        return rules.may_evaluate(ended=self.ended_at is not None, asked=self.latest is not None)

    def may_take_back(self, by: Capacity, at: dt.datetime) -> Answer:
        """Whether it can be taken back as a mistake."""
        return rules.may_take_back(
            is_own=self.written_by_id == by.pk, age=at - self.written_at, asked=self.latest is not None
        )

    @transaction.atomic
    def evaluate(self, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> Evaluation:
        """Say how it went, according to whom, and what happens now: again, every day from now on, or stop."""
        earlier = self.evaluations.filter(pk=pk).first()
        if earlier:
            return earlier
        insist(self.may_evaluate())
        made = Evaluation.write(self, told, by=by, at=at, pk=pk)
        self.evaluate_on = told["again_on"] if told["then"] == "again" else None
        if told["then"] == "stop" and not self.ended_at:
            self.ended_at, self.ended_by = at, by
        self.save(update_fields=["evaluate_on", "ended_at", "ended_by"])
        self._tell(rules.EVALUATED, by=by, at=at)
        self._remind(by=by, at=at)
        return made

    @transaction.atomic
    def correct(self, told: dict[str, Any], *, by: Capacity, at: dt.datetime) -> None:
        """Put right what is noted: where, who holds it, its days, and within a day of writing the words."""
        insist(rules.may_change(ended=self.ended_at is not None))
        for name in FACTS:
            setattr(self, name, told.get(name, getattr(self, name)))
        for name, value in home(told.get("home_knows", False)).items():
            setattr(self, name, value)
        self.save(update_fields=[*FACTS, "for_guardians", "for_guardians_because"])
        if self.may_rewrite(by, at):
            rewrite(AdaptationBody, self, {name: told.get(name, "") for name in WORDS})
        self._tell(rules.CHANGED, by=by, at=at)
        self._remind(by=by, at=at)

    def may_rewrite(self, by: Capacity, at: dt.datetime) -> bool:
        """Whether the words themselves may still be changed: by their writer, for a day."""
        return self.written_by_id == by.pk and at - self.written_at < rules.MISTAKE

    @transaction.atomic
    def stop(self, *, by: Capacity, at: dt.datetime) -> None:
        """It is no longer done. Pressed twice it is one stop."""
        if self.ended_at:
            return
        self.ended_at, self.ended_by, self.evaluate_on = at, by, None
        self.save(update_fields=["ended_at", "ended_by", "evaluate_on"])
        self._tell(rules.STOPPED, by=by, at=at)
        self._remind(by=by, at=at)

    @transaction.atomic
    def take_back(self, *, by: Capacity, at: dt.datetime) -> None:
        """It was a mistake: nobody but its writer sees it any more. Raises Refused."""
        insist(self.may_take_back(by, at))
        self.withdrawn_at, self.withdrawn_by = at, by
        self.save(update_fields=["withdrawn_at", "withdrawn_by"])
        Notice.objects.filter(record_id=self.pk, kind=rules.EVALUATE, done_at=None).update(done_at=at)

    def _tell(self, kind: str, *, by: Capacity, at: dt.datetime) -> None:
        tell(self.subject_id, self.wall, kind, by=by.pk, at=at, record=self.pk, for_guardians=self.for_guardians)

    def _remind(self, *, by: Capacity, at: dt.datetime) -> None:
        """One reminder stands, with the holder, on the day to ask."""
        due = self.evaluate_on if not self.ended_at else None
        remind(self.holder_id, rules.EVALUATE, due, by=by.pk, at=at, record=self.pk, subject=self.subject_id)


FACTS = ("code", "place", "holder", "starts_on", "evaluate_on")
WORDS = ("own", "how")


def home(knows: bool) -> dict[str, str]:
    """Whether guardians may read it: once they have been told (OSL 12:3)."""
    return {"for_guardians": "yes" if knows else "no", "for_guardians_because": "" if knows else "not told yet"}


def rewrite(bodies: Any, head: Any, words: dict[str, Any]) -> None:
    """Put these words in a record's text. Without a look at its wall they would be lost without a sound."""
    if not bodies.objects.filter(head=head).update(**words):
        raise RuntimeError(f"The wall of {head.pk} has not been looked at: open it by a door first.")


class AdaptationBody(WalledBody):
    """What is tried, in own words, and how it is done here."""

    head = models.OneToOneField(Adaptation, models.PROTECT, primary_key=True, related_name="body")
    own = models.CharField(max_length=200, blank=True)
    how = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "adaptation bodies"
