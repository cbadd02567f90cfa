"""A yes taken back, and an exception ended: nothing is deleted, what rested on it is shut."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction

from samling.access import guard
from samling.consent import rules
from samling.contact.models import place
from samling.kernel.answer import insist

from .writing import end


class AnswerDeeds:
    """The verbs of an answer."""

    taken_back_at: Any

    @property
    def key(self: Any) -> str:
        """Who answered: an adult's id, or "child"."""
        return str(self.guardian_id or self.about_person or "child")

    @property
    def word(self: Any) -> rules.Word:
        """What was said, as the rules read it."""
        return rules.Word(self.yes, frozenset(self.walls), self.answered_at, self.taken_back_at)

    @transaction.atomic
    def take_back(self: Any, *, how: str, by: UUID, at: dt.datetime) -> None:
        """The giver takes the yes back: nothing is deleted, what it carried is shut at the next statement."""
        guard.lock_child(self.subject_id)
        self.refresh_from_db()
        if self.taken_back_at:  # sent twice
            return
        insist(self.may_take_back(at))
        self.taken_back_at, self.taken_back_by_id, self.taken_back_how = at, by, how
        self.save(update_fields=["taken_back_at", "taken_back_by", "taken_back_how"])
        self.consent.tell("consent taken back", by=by, at=at)
        self.consent.settle("consent_taken_back", by=by, at=at)

    def may_take_back(self: Any, at: dt.datetime) -> Any:
        """Whether there is a standing yes here to take back, and why."""
        asked = self.consent.asked()
        return rules.may_take_back(
            over=asked.status(at).state in rules.OVER, newest=asked.is_newest(self), word=self.word
        )


class ExceptionDeeds:
    """The verbs of an exception."""

    def may_stop(self: Any) -> Any:
        """Whoever notes consents here may end an exception: it gives nobody more."""
        return rules.may_write(may_know=bool(place(self.subject_id, self.category)))

    @transaction.atomic
    def stop(self: Any, *, by: UUID, at: dt.datetime) -> None:
        """End the exception: the guardian is asked again, and what rested on it is shut."""
        guard.lock_child(self.subject_id)
        if end(self, by=by, at=at):
            self.consent.tell("consent exception ended", by=by, at=at)
            self.consent.settle("exception_ended", by=by, at=at)
