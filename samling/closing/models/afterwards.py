"""Somebody to turn to when a matter is closed: asked, and there by her own yes."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction

from samling.access import guard
from samling.journey.models import Notice, Party
from samling.journey.telling import notify
from samling.kernel.answer import insist
from samling.people.models import Capacity

from .. import rules
from ..rules import Contact

CONTACT_ASKED, CONTACT_YES, CONTACT_NO = "contact_afterwards", "contact_afterwards_yes", "contact_afterwards_no"


class Afterwards:
    """The named contact afterwards, as it is asked of a closing."""

    pk: Any
    child: Any
    contact_id: Any
    contact_yes: Any
    is_contact_declined: Any
    may_write: Any
    tell: Any
    written_by: Any
    written_by_id: Any
    subject_id: Any

    @property
    def contact_state(self) -> Contact:
        """How the named contact afterwards stands."""
        if self.is_contact_declined:
            return Contact.NONE_WANTED
        if self.contact_id is None:
            return Contact.NOBODY
        return Contact.ASKED if self.contact_yes is None else Contact.YES if self.contact_yes else Contact.NO

    @transaction.atomic
    def ask(self, contact: Capacity | None, *, by: Capacity, at: dt.datetime) -> None:
        """Ask somebody to be there afterwards; None: the family wants nobody. Raises Refused."""
        insist(self.may_write())
        guard.call("ask_contact_afterwards", self.pk, contact.pk if contact else None)
        if contact:
            self.tell(rules.ASKED, by=by, at=at)
            if contact.pk != by.pk:
                notify(contact.pk, CONTACT_ASKED, by=by.pk, at=at, record=self.pk, subject=self._child_at(contact))

    @transaction.atomic
    def answer(self, *, yes: bool, by: Capacity, at: dt.datetime) -> None:
        """The one who was asked says yes or no. Raises Refused."""
        guard.call("answer_contact_afterwards", self.pk, yes)
        Notice.objects.filter(kind=CONTACT_ASKED, record_id=self.pk, to_id=by.pk, done_at=None).update(done_at=at)
        self.tell(rules.ACCEPTED if yes else rules.DECLINED, by=by, at=at)
        if self.written_by_id != by.pk:
            kind = CONTACT_YES if yes else CONTACT_NO
            notify(self.written_by_id, kind, by=by.pk, at=at, record=self.pk, subject=self._child_at(self.written_by))

    def _child_at(self, one: Capacity) -> UUID | None:
        """The child as a colleague knows her: the row of the side on which that colleague works."""
        if one.unit is None:
            return None
        sides = Party.objects.filter(journey_id=self.subject_id, child_id__isnull=False, ended_at=None)
        return sides.filter(unit__branch_id=one.unit.branch_id).values_list("child_id", flat=True).first()
