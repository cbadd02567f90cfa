"""What is done with a letter once it is begun: changed, dropped, sent, put on paper; and where it stands."""

import datetime as dt
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db import transaction

from samling.access import guard
from samling.access.holding import duties
from samling.contact.models import may_contact
from samling.journey.models import Notice
from samling.journey.telling import tell
from samling.kernel.answer import Answer, insist
from samling.kernel.categories import Category, category_of
from samling.people.models import Capacity, Guardian

from .. import rules
from ..rules import State
from .handovers import Handover
from .outbox import Message

NOTICES = ("letter_draft", "letter_call", "letter_post", "letter_maybe", "letter_failed", "letter_no_address")


class Going:
    """The deeds of a letter."""

    pk: UUID
    subject_id: UUID
    guardian_id: UUID
    sender_id: UUID
    written_by_id: UUID
    wall: int
    messages: Any
    handovers: Any
    withdrawn_at: dt.datetime | None
    withdrawn_by_id: UUID | None
    save: Callable[..., None]

    def state(self, at: dt.datetime) -> State:
        """Where it stands, as far as one may know. Reads `messages__attempts` and `handovers` as prefetched."""
        message = self.message
        handed = sorted(self.handovers.all(), key=lambda one: one.written_at)
        tries = sorted(message.attempts.all(), key=lambda one: one.number) if message else []
        return rules.state_of(
            outcomes=[one.outcome for one in tries],
            handed=[one.how for one in handed if not message or one.written_at >= message.written_at],
            leaves=message.leaves_at if message else None,
            at=at,
            may_know=may_know(self.subject_id),
        )

    @property
    def message(self) -> Message | None:
        """The latest notice of it that was not taken back."""
        standing = [one for one in self.messages.all() if not one.undone_at]
        return max(standing, key=lambda one: one.written_at, default=None)

    def is_mine(self, by: UUID) -> bool:
        """Whether this capacity writes and sends it, or has taken that over."""
        return by == self.written_by_id or self.sender_id in duties()

    def may_edit(self, by: UUID, at: dt.datetime) -> Answer:
        """Whether this capacity may change the text, and why."""
        return rules.may_edit(is_mine=self.is_mine(by), state=self.state(at))

    @transaction.atomic
    def drop(self, *, by: UUID, at: dt.datetime) -> None:
        """It is not to be sent; nobody but its writer sees it any more. Raises Refused."""
        insist(rules.may_edit(is_mine=self.written_by_id == by, state=self.state(at)))
        self.withdrawn_at, self.withdrawn_by_id = at, by
        self.save(update_fields=["withdrawn_at", "withdrawn_by"])
        self._finish(at)

    def may_go(self, by: Capacity, at: dt.datetime) -> Answer:
        """Whether this capacity may let it go, and why."""
        gone = rules.may_go(is_mine=self.is_mine(by.pk), state=self.state(at), has_number=bool(number_of(by)))
        return gone and self.may_reach(at)

    def may_reach(self, at: dt.datetime) -> Answer:
        """Whether the guardian may get it, as far as one may know."""
        guardian = Guardian.objects.filter(pk=self.guardian_id).standing(at).first()
        return rules.may_write(
            custody=guardian.custody if guardian else "",
            in_force=bool(guardian),
            is_stopped=not may_contact(self.guardian_id, at),
            wall=self.wall,
        )

    @transaction.atomic
    def send(self, *, by: Capacity, at: dt.datetime) -> Message:
        """Tell the guardian that there is a letter, in the way chosen; held a while. Raises Refused."""
        guard.lock_child(self.subject_id)
        insist(self.may_go(by, at))
        message = Message.queue(self, "message", rules.leaves_at(at), self._beside(by.pk, at))
        self._finish(at)
        tell(self.subject_id, self.wall, "letter sent", by=by.pk, at=at, record=self.pk, for_guardians="no")
        return message

    @transaction.atomic
    def take_back(self, *, by: UUID, at: dt.datetime) -> None:
        """What was sent just now does not go after all: it is a draft again. Raises Refused when it has gone."""
        if self.message:
            self.message.undo()
            drafts = Notice.objects.filter(to_id__in=duties(), record_id=self.pk, kind=NOTICES[0])
            drafts.update(done_at=None)
            tell(self.subject_id, self.wall, "letter taken back", by=by, at=at, record=self.pk, for_guardians="no")

    def may_hand_over(self, how: str, at: dt.datetime) -> Answer:
        """Whether the acting capacity may note that it was handed over in this way, and why."""
        handed = rules.may_hand_over(
            how,
            writes=guard.my_access(self.subject_id).get(self.wall, False),
            may_know=may_know(self.subject_id),
            is_printed=any(one.how == "printed" for one in self.handovers.all()),
        )
        return handed and self.may_reach(at)

    @transaction.atomic
    def hand_over(self, how: str, *, by: UUID, at: dt.datetime) -> Handover:
        """Note that it was printed, posted, given or read aloud. Raises Refused."""
        insist(self.may_hand_over(how, at))
        done = Handover(letter_id=self.pk, how=how, **self._beside(by, at))
        done.save(force_insert=True)
        self._finish(at)
        tell(self.subject_id, self.wall, "letter handed over", by=by, at=at, record=self.pk, for_guardians="no")
        return done

    def _beside(self, by: UUID, at: dt.datetime) -> dict[str, Any]:
        """What a record of this letter begins with: its wall, and nobody at home but the one guardian."""
        about = {"subject_id": self.subject_id, "wall": self.wall, "written_by_id": by, "written_at": at}
        return about | {"for_guardians": "no", "for_guardians_because": rules.TO_ONE}

    def _finish(self, at: dt.datetime) -> None:
        """What stood on the day's page about it is done."""
        Notice.objects.filter(to_id__in=duties(), record_id=self.pk, done_at=None).update(done_at=at)


def may_know(child: UUID) -> bool:
    """Whether the acting capacity may know which homes must not be reached."""
    return any(category_of(wall) == Category.NO_CONTACT for wall in guard.my_access(child))


def number_of(by: Capacity) -> str:
    """The number that a family rings: one's own, else the unit's."""
    return by.phone or (by.unit.phone if by.unit else "")
