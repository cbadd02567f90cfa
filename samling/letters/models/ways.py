"""How a guardian wants to be reached: chosen by the guardian, noted by staff, from a day."""

import datetime as dt
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, Walled
from samling.journey.telling import tell
from samling.kernel.answer import insist
from samling.people.models import Guardian
from samling.records.shape import paired, runs_forward

from .. import rules


class Way(Walled):
    """The way that a guardian has chosen, in force until another is; the newest counts."""

    noun = _("chosen way")
    wrong_child = Closed(because="a new way takes its place")

    class By(models.TextChoices):
        SMS = "sms", _("Text message")
        EMAIL = "email", _("E-mail")
        POST = "post", _("A letter on paper")
        CALL = "call", _("A call")

    guardian = models.ForeignKey("people.Guardian", models.PROTECT, related_name="+")
    way = models.CharField(max_length=5, choices=By)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            runs_forward("way_runs_forward"),
            paired("until_at", "ended_by"),
        ]
        indexes = [*Walled.Meta.indexes, models.Index(fields=["guardian"])]

    @classmethod
    @transaction.atomic
    def choose(cls, guardian: Guardian, way: str, *, by: UUID, at: dt.datetime) -> "Way":
        """From now on this way; what was chosen before ends."""
        insist(rules.may_note_way(writes=cls.may_choose(guardian)))
        guard.lock_child(guardian.subject_id)
        before = cls.of(guardian.pk)
        if before and before.way == way:
            return before
        if before:
            before.until_at, before.ended_by_id = at, by
            before.save(update_fields=["until_at", "ended_by"])
        found = cls(
            subject_id=guardian.subject_id,
            wall=guardian.wall,
            guardian=guardian,
            way=way,
            from_at=at,
            written_by_id=by,
            written_at=at,
            for_guardians="no",
            for_guardians_because=rules.TO_ONE,
        )
        found.save(force_insert=True)
        tell(guardian.subject_id, guardian.wall, "way chosen", by=by, at=at, record=found.pk, for_guardians="no")
        return found

    @staticmethod
    def may_choose(guardian: Guardian) -> bool:
        """Whether the acting capacity keeps this guardian's contact details."""
        return guard.my_access(guardian.subject_id).get(guardian.wall, False)

    @classmethod
    def of_each(cls, guardians: list[UUID]) -> "dict[UUID, Way]":
        """The ways in force, by guardian."""
        rows = cls.objects.filter(guardian_id__in=guardians, until_at=None, withdrawn_at=None).order_by("-id")
        return {one.guardian_id: one for one in rows}

    @classmethod
    def of(cls, guardian: UUID) -> "Way | None":
        """The way in force."""
        return cls.objects.filter(guardian_id=guardian, until_at=None, withdrawn_at=None).first()
