"""What notes and stories share: words that belong to somebody, and that can be taken back."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction

from samling.access import guard
from samling.access.models import Disclosure, Walled
from samling.journey.telling import tell
from samling.kernel.answer import Answer, insist
from samling.people.models import Capacity
from samling.records.shape import paired

from .. import rules


class Held(Walled):
    """Somebody's words, written down by staff. `voice_id` is the guardian, adult or capacity that spoke, by its key;
    name and role stand as they were said, since another authority knows the same person by another row.

    Withdrawn: a mistake, undone by its writer. Back: taken back by whose words they are, and closed to all but its writer.
    """

    voice = models.CharField(max_length=8)
    voice_id = models.UUIDField(null=True)
    voice_name = models.CharField(max_length=80)
    voice_role = models.CharField(max_length=60, blank=True)
    shape = models.CharField(max_length=8)
    said_on = models.DateField()
    back_at = models.DateTimeField(null=True)
    back_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta(Walled.Meta):
        abstract = True
        constraints = [*Walled.Meta.constraints, paired("back_at", "back_by")]

    @property
    def is_gone(self) -> bool:
        """Whether it has been taken back, by the one who said it or by the one who wrote it."""
        return bool(self.withdrawn_at or self.back_at)

    @property
    def initial(self) -> str:
        """The first letter of whoever spoke."""
        return self.voice_name[:1].upper()

    @property
    def by_voice(self) -> str:
        """One key for one person, so that voices can be told apart."""
        return f"{self.voice}:{self.voice_name.casefold()}" if self.voice in rules.FAMILY else self.shape

    def may_undo(self, by: Capacity, at: dt.datetime) -> Answer:
        """Whether the acting capacity may undo a mistake, and why."""
        return rules.may_undo(is_own=self.written_by_id == by.pk, age=at - self.written_at, is_gone=self.is_gone)

    def may_take_back(self) -> Answer:
        """Whether it can be noted that the one who said it takes it back, and why."""
        writes = guard.my_access(self.subject_id).get(self.wall, False)
        return rules.may_take_back(voice=self.voice, writes=writes, is_gone=self.is_gone)

    @transaction.atomic
    def undo(self, *, by: Capacity, at: dt.datetime) -> None:
        """It was written by mistake: nobody but its writer sees it any more. Raises Refused."""
        insist(self.may_undo(by, at))
        self.close()
        self.withdrawn_at, self.withdrawn_by = at, by
        self.save(update_fields=["withdrawn_at", "withdrawn_by"])

    @transaction.atomic
    def take_back(self, *, by: Capacity, at: dt.datetime) -> None:
        """The one whose words they are takes them back: shut for everyone who was told. Raises Refused."""
        insist(self.may_take_back())
        self.close()
        self.back_at, self.back_by = at, by
        self.save(update_fields=["back_at", "back_by"])
        self.tell("words taken back", by=by, at=at)

    def close(self, units: list[UUID] | None = None) -> int:
        """Shut what was told of this record by itself: to all, or to these units. Returns how many were shut."""
        told = Disclosure.objects.filter(record_id=self.pk, ended_at=None)
        told = told if units is None else told.filter(ground__to_unit_id__in=units)
        shut = list(told.values_list("pk", flat=True))
        for one in shut:
            guard.end_disclosure(one)
        return len(shut)

    def tell(self, kind: str, *, by: Capacity, at: dt.datetime) -> None:
        """Leave an event behind the record's own wall; home is told of it by people."""
        tell(self.subject_id, self.wall, kind, by=by.pk, at=at, record=self.pk, for_guardians="no")

    def stamp(self, **more: Any) -> dict[str, Any]:
        """Where its body stands."""
        return {"head": self, "subject_id": self.subject_id, "wall": self.wall, **more}
