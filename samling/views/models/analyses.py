"""The needs analysis: the team's short synthesis of the three views, in versions."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, Walled, WalledBody
from samling.journey.telling import tell
from samling.kernel.answer import insist
from samling.kernel.categories import SHARED_BRANCH, Category, wall
from samling.people.models import Capacity, Child
from samling.ui.ways import way

from .. import rules
from .notes import Note
from .stories import StoryBody


class Analysis(Walled):
    """One version of the synthesis; at the table it rests only on notes that everyone there can read."""

    wrong_child = Closed(_("An analysis of needs"), by=("version",))

    may_change = True

    version = models.PositiveSmallIntegerField(default=1)
    notes = ArrayField(models.UUIDField())

    class Meta(Walled.Meta):
        verbose_name_plural = "analyses"

    @classmethod
    @transaction.atomic
    def write(
        cls, child: Child, told: dict[str, Any], *, offered: list[Note], by: Capacity, at: dt.datetime, pk: UUID
    ) -> "Analysis":
        """Keep a version once. `told`: text, notes (keys), at_table; `offered` are the notes that may be chosen."""
        guard.lock_child(child.pk)
        if earlier := cls.objects.filter(pk=pk).first():
            return earlier
        known = {note.pk for note in offered}
        chosen = [key for key in told["notes"] if key in known]
        stories = lengths(child.pk)
        insist(rules.may_keep_analysis(length=len(told["text"]), notes=len(chosen), stories=stories))
        subject, behind = cls.stands(child, at_table=told["at_table"], by=by)
        insist(rules.may_write(writes=guard.my_access(subject).get(behind, False)))
        before = cls.objects.filter(subject_id=subject, wall=behind).aggregate(last=models.Max("version"))
        made = cls(pk=pk, subject_id=subject, wall=behind, written_by=by, written_at=at, notes=chosen,
                   version=(before["last"] or 0) + 1, for_guardians="no", for_guardians_because="not told yet")  # fmt: skip
        made.save(force_insert=True)
        AnalysisBody(head=made, subject_id=subject, wall=behind, text=told["text"]).save(force_insert=True)
        tell(subject, behind, "needs analysis written", by=by.pk, at=at, record=made.pk, for_guardians="no")
        return made

    @classmethod
    def stands(cls, child: Child, *, at_table: bool, by: Capacity) -> tuple[UUID, int]:
        """The subject and wall that a synthesis gets: at the joint table, or with the team's own concerns."""
        if at_table:
            return guard.begin_journey(child.pk), wall(SHARED_BRANCH, Category.MATTER)
        return child.pk, wall(by.unit.branch.number, Category.CONCERN)

    @property
    def title(self) -> str:
        """What it is, where records are listed."""
        return gettext("Needs analysis, version %(number)d") % {"number": self.version}

    def get_absolute_url(self) -> str:
        """The page of this version."""
        return way("views:analysis", self.pk)


class AnalysisBody(WalledBody):
    """What the team makes of it."""

    head = models.OneToOneField(Analysis, models.PROTECT, primary_key=True, related_name="body")
    text = models.TextField()

    class Meta:
        verbose_name_plural = "analysis bodies"


def lengths(child: UUID) -> list[int]:
    """How many letters the stories have that one may read: a synthesis is never longer than the longest."""
    told = StoryBody.objects.filter(subject_id=child, head__withdrawn_at=None, head__back_at=None)
    return [len(text) for text in told.values_list("text", flat=True)]
