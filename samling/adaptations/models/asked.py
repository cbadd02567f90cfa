"""How an adaptation went: asked of the school, the child or a guardian."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from samling.access.models import Closed, Walled, WalledBody
from samling.checklist.models import Tried
from samling.people.models import Capacity


class Evaluation(Walled):
    """How an adaptation went, according to the child, a guardian or the school. Every one is kept."""

    noun = _("evaluation")
    wrong_child = Closed(within="adaptation")

    Result = Tried.Effect

    class Voice(models.TextChoices):
        SCHOOL = "school", _("The school")
        CHILD = "child", _("The child")
        GUARDIAN = "guardian", _("A guardian")

    adaptation = models.ForeignKey("adaptations.Adaptation", models.PROTECT, related_name="evaluations")
    result = models.CharField(max_length=14, choices=Tried.Effect)
    voice = models.CharField(max_length=8, choices=Voice)

    class Meta(Walled.Meta):
        indexes = [*Walled.Meta.indexes, models.Index(fields=["adaptation", "written_at"])]

    @classmethod
    def write(
        cls, about: Any, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID
    ) -> "Evaluation":
        """Keep what was found out. What the child says of it is shown at home if the child agrees."""
        shown = {"for_guardians": about.for_guardians, "for_guardians_because": about.for_guardians_because}
        if told["voice"] == cls.Voice.CHILD:
            shown = {"for_guardians": "child_decides", "for_guardians_because": "the child's words"}
        made = cls(
            pk=pk, subject_id=about.subject_id, wall=about.wall, written_by=by, written_at=at, adaptation=about,
            result=told["result"], voice=told["voice"], **shown,
        )  # fmt: skip
        made.save(force_insert=True)
        body = EvaluationBody(head=made, subject_id=made.subject_id, wall=made.wall, text=told.get("text", ""))
        body.save(force_insert=True)
        return made


class EvaluationBody(WalledBody):
    """How it went, in a sentence."""

    head = models.OneToOneField(Evaluation, models.PROTECT, primary_key=True, related_name="body")
    text = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "evaluation bodies"
