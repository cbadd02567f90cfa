"""The lines of a checklist: answers, adaptations tried and adaptations chosen. Every version is kept."""

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.access.models import Closed, Walled, WalledBody
from samling.questions.rules.adaptations import adaptation
from samling.questions.rules.shape import Kind, QuestionSet
from samling.questions.rules.versions import find
from samling.records.lines import WHOLE, Shape, said_in

from .sheet import Checklist


class Line(Walled):
    """One version of one line. The highest version of a place counts; the earlier ones are its history.

    Its writer goes on in the same version for a quarter of an hour; anyone else makes a new one.
    The key holds the wall, so that a line behind another wall is not noticed by a number that is taken.
    """

    wrong_child = Closed(within="checklist")

    checklist = models.ForeignKey(Checklist, models.PROTECT, related_name="%(class)s_lines")
    place = models.CharField(max_length=40)
    version = models.PositiveIntegerField()
    is_empty = models.BooleanField(default=False)
    asked = models.CharField(max_length=44)  # code and version of the set: readable without the checklist

    class Meta(Walled.Meta):
        abstract = True
        constraints = [
            *Walled.Meta.constraints,
            models.UniqueConstraint(fields=["checklist", "place", "wall", "version"], name="%(class)s_counts_versions"),
        ]

    @property
    def questions(self) -> QuestionSet:
        """The version of the question set that was asked."""
        return find(*self.asked.split(" ", 1))


class Row(Line):
    """A line that is one adaptation, of the catalogue or in own words."""

    adaptation = models.CharField(max_length=40, blank=True)

    class Meta(Line.Meta):
        abstract = True

    @property
    def title(self) -> str:
        """The catalogue's words for it, or that own words were used."""
        known = adaptation(self.adaptation)
        return gettext(known.title) if known else gettext("An adaptation in own words")

    @property
    def said(self) -> Any:
        """The whole row in the sheet's terms; its wall must have been looked at."""
        kind = Kind.TRIED if isinstance(self, Tried) else Kind.NEXT_TRIES
        return said_in(ROWS[kind], self.body)


class Answer(Line):
    """An answer to one question, behind the wall of its block. `place` is the question's code."""

    @property
    def title(self) -> str:
        """The question."""
        asked = {question.code: question.prompt for _block, question in self.questions.questions()}
        return gettext(asked.get(self.place, ""))

    def get_absolute_url(self) -> str:
        """Where those who are told of this answer read it."""
        return reverse("checklist:answer", args=[self.pk])


class AnswerBody(WalledBody):
    """What was said: text, a number, a day or codes, as the question set stores it; null when taken away."""

    head = models.OneToOneField(Answer, models.PROTECT, primary_key=True, related_name="body")
    said = models.JSONField(null=True)

    class Meta:
        verbose_name_plural = "answer bodies"


class Tried(Row):
    """An adaptation that was tried, and whether it helped. `place` is the line's own id."""

    class Effect(models.TextChoices):
        HELPED = "helped", _("Helped")
        PARTLY = "partly", _("Helped a little")
        NO = "no", _("Did not help")
        MADE_WORSE = "made_worse", _("Made it worse")
        NOT_EVALUATED = "not_evaluated", _("We have not checked yet")

    effect = models.CharField(max_length=14, choices=Effect, default=Effect.NOT_EVALUATED)
    weeks = models.PositiveSmallIntegerField(null=True)
    starts_on = models.DateField(null=True)
    stops_on = models.DateField(null=True)

    class Meta(Row.Meta):
        verbose_name_plural = "tried"

    def get_absolute_url(self) -> str:
        """Where those who are told of it read it."""
        return reverse("checklist:tried", args=[self.pk])


class TriedBody(WalledBody):
    """What was tried, in own words, and by whom."""

    head = models.OneToOneField(Tried, models.PROTECT, primary_key=True, related_name="body")
    own = models.CharField(max_length=200, blank=True)
    who = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name_plural = "tried bodies"


class Trial(Row):
    """An adaptation not tried before, chosen to try next: from when, and when one asks if it helped."""

    starts_on = models.DateField(null=True)
    checked_on = models.DateField(null=True)
    starter = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    def get_absolute_url(self) -> str:
        """Where those who are told of it read it."""
        return reverse("checklist:trial", args=[self.pk])


class TrialBody(WalledBody):
    """What is tried next in own words, and who begins if it is no colleague of the table."""

    head = models.OneToOneField(Trial, models.PROTECT, primary_key=True, related_name="body")
    own = models.CharField(max_length=200, blank=True)
    who = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name_plural = "trial bodies"


WORDS = {"own": "own", "who": "who"}
ROWS = {
    Kind.TRIED: Shape(
        Tried,
        TriedBody,
        {"what": "adaptation"} | {name: name for name in ("effect", "weeks", "starts_on", "stops_on")},
        WORDS,
    ),
    Kind.NEXT_TRIES: Shape(
        Trial,
        TrialBody,
        {"what": "adaptation", "starts_on": "starts_on", "checked_on": "checked_on"},
        WORDS,
    ),
}
ANSWERS = Shape(Answer, AnswerBody, {}, WHOLE)
SHAPES = (ANSWERS, *ROWS.values())


def shape_of(kind: Kind) -> Shape:
    """Where the answers to a kind of question are kept."""
    return ROWS.get(kind, ANSWERS)
