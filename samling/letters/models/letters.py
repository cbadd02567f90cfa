"""A letter to one guardian: drafted, sent or put into somebody's hand. Two guardians are two letters."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, Walled, WalledBody
from samling.contact.models import NoContact, may_contact
from samling.journey.telling import notify
from samling.kernel.answer import Answer, insist
from samling.people.models import Capacity, Child, Guardian
from samling.records.clock import STOCKHOLM
from samling.records.shape import paired
from samling.ui.ways import way

from .. import beginnings, rules
from .going import NOTICES, Going


class Letter(Going, Walled):
    """A letter about a child to one of her guardians, behind the wall of what it says."""

    noun = _("letter")
    wrong_child = Closed(_("A letter"), by=("kind",))

    class Kind(models.TextChoices):
        MEETING = "meeting", _("We want to meet")
        TEAM_DECISION = "team_decision", _("What the team has decided")
        ATTENDANCE = "attendance", _("Attendance")
        ADAPTATIONS = "adaptations", _("What we change at school")
        SUPPORT = "support", _("Special support")
        FOLLOW_UP = "follow_up", _("How did it go?")
        NEW_CONTACT = "new_contact", _("Someone new to turn to")
        VIEW = "view", _("We ask how you see it")
        CLOSING = "closing", _("We close, and you can come back")
        ASKED = "asked", _("We have asked you something")
        OTHER = "other", _("Something else")

    guardian = models.ForeignKey("people.Guardian", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=Kind)
    sender = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(null=True)
    changed_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta(Walled.Meta):
        constraints = [*Walled.Meta.constraints, paired("changed_at", "changed_by")]

    @classmethod
    def recipients(cls, child: Child, at: dt.datetime) -> list[Guardian]:
        """The guardians with custody whom a letter may be written to, as far as one may know."""
        stopped = NoContact.standing(child.pk).values_list("guardian_id", flat=True)
        rows = Guardian.objects.standing(at).filter(subject_id=child.pk, custody__in=rules.CUSTODIAL)
        return [] if child.is_of_age(at) else list(rows.exclude(pk__in=list(stopped)).order_by("written_at", "id"))

    @classmethod
    def may_draft(cls, child: Child, guardian: Guardian, kind: str, at: dt.datetime) -> Answer:
        """Whether the acting capacity may write such a letter to this guardian, and why."""
        in_force = guardian.from_at <= at and (guardian.until_at is None or at < guardian.until_at)
        return rules.may_write(
            custody="none" if child.is_of_age(at) else guardian.custody,
            in_force=in_force and guardian.subject_id == child.pk,
            is_stopped=not may_contact(guardian.pk, at),
            wall=rules.wall_for(kind, guard.my_access(child.pk)),
        )

    @classmethod
    @transaction.atomic
    def draft(
        cls,
        child: Child,
        guardian: Guardian,
        *,
        kind: str,
        words: Mapping[str, Any],
        by: Capacity,
        at: dt.datetime,
        sender: UUID | None = None,
        pk: UUID | None = None,
    ) -> "Letter":
        """Begin a letter with the words of its kind; needs no look. Raises Refused.

        `words` fill the text and may all be left out: `what` (own sentences), `next_on` (a day), `who` and
        `phone` (whom to ring). `sender` is who sends it, if not `by`: it stands on that one's *I dag*.
        With the same `pk` it is one letter.
        """
        insist(cls.may_draft(child, guardian, kind, at))
        earlier = cls.objects.filter(pk=pk).first() if pk else None
        if earlier:
            return earlier
        wall = rules.wall_for(kind, guard.my_access(child.pk))
        letter = cls(
            subject_id=child.pk,
            wall=wall,
            guardian=guardian,
            kind=kind,
            sender_id=sender or by.pk,
            written_by=by,
            written_at=at,
            for_guardians="no",
            for_guardians_because=rules.TO_ONE,
            **({"pk": pk} if pk else {}),
        )
        letter.save(force_insert=True)
        text = beginnings.text_of(kind, words, child=child, guardian=guardian, by=by, on=_day(at))
        LetterBody(head=letter, subject_id=child.pk, wall=wall, text=text).save(force_insert=True)
        notify(letter.sender_id, NOTICES[0], by=by.pk, at=at, record=letter.pk, subject=child.pk)
        return letter

    @transaction.atomic
    def edit(self, text: str, *, by: UUID, at: dt.datetime) -> None:
        """Change the text. Raises Refused."""
        insist(self.may_edit(by, at))
        LetterBody.objects.filter(head=self).update(text=text)
        self.changed_at, self.changed_by_id = at, by
        self.save(update_fields=["changed_at", "changed_by"])

    def get_absolute_url(self) -> str:
        """The letter's own page."""
        return way("letters:show", self.pk)


class LetterBody(WalledBody):
    """What a letter says."""

    head = models.OneToOneField(Letter, models.PROTECT, primary_key=True, related_name="body")
    text = models.TextField()

    class Meta:
        verbose_name_plural = "letter bodies"


def _day(at: dt.datetime) -> dt.date:
    return at.astimezone(STOCKHOLM).date()
