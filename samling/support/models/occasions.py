"""One occasion of a support: a note of the journey's own kind, known here to belong to the support."""

import datetime as dt
from typing import Any, NamedTuple
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from samling.access.models import Closed, Walled
from samling.journey.models import Entry
from samling.journey.models.supporting import SUPPORT, Given
from samling.journey.rules import HOME_READS
from samling.people.models import Capacity

from .. import rules
from ..rules import PAGE, State
from .supports import Support


class Occasion(Walled):
    """That a note tells of one occasion of a support. The note itself stands in the story as any other."""

    wrong_child = Closed(within="support")

    may_change = False
    noun = _("an occasion of support")

    support = models.ForeignKey(Support, models.PROTECT, related_name="occasions")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="occasion")

    class Meta(Walled.Meta):
        indexes = [*Walled.Meta.indexes, models.Index(fields=["support", "written_at"])]

    @classmethod
    @transaction.atomic
    def note(cls, support: Support, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> Entry:
        """What was done, in a few words, once; with the first the support goes on. `told`: kind, text, home."""
        shown, because = HOME_READS[told["home"]]
        said = {"kind": told["kind"], "title": support.title[:120], "text": told["text"], "for_guardians": shown,
                "for_guardians_because": because, "for_child": False, "only_for": None}  # fmt: skip
        entry = Entry.write(said, subject=support.subject_id, wall=support.wall, by=by.pk, at=at, pk=pk)
        if not cls.objects.filter(entry=entry).exists():
            made = cls(
                subject_id=support.subject_id, wall=support.wall, written_by=by, written_at=at, support=support,
                entry=entry, for_guardians=shown, for_guardians_because=because,
            )  # fmt: skip
            made.save(force_insert=True)
            if support.state == State.BEGUN:
                support.step(State.GOING, by=by, at=at)
        return entry


class Page(NamedTuple):
    """Some occasions, the latest first, and from when the next page goes on."""

    occasions: list[Occasion]
    before: dt.datetime | None


def timeline(
    child: UUID, *, support: UUID | None = None, kind: str = "", before: dt.datetime | None = None
) -> Page:
    """What has been done for a child in its supports, all or one, of one kind or any, from a moment and back."""
    rows = Occasion.objects.filter(subject_id=child, entry__withdrawn_at=None, support__withdrawn_at=None)
    rows = rows.select_related("support", "entry__body", "written_by__person", "written_by__unit__branch")
    for name, value in (("support_id", support), ("entry__kind", kind), ("written_at__lt", before)):
        rows = rows.filter(**{name: value}) if value else rows
    found = list(rows.order_by("-written_at", "-pk")[: PAGE + 1])
    more = len(found) > PAGE
    return Page(found[:PAGE], found[PAGE - 1].written_at if more else None)


def _told(subjects: list[UUID]) -> models.QuerySet:
    """The notes that tell of occasions."""
    return Occasion.objects.filter(subject_id__in=subjects, withdrawn_at=None).values("entry_id")


SUPPORT.append(Given((rules.STARTED, rules.CHANGED, rules.ASKED, rules.PAUSED, rules.RESUMED, rules.ENDED), _told))
