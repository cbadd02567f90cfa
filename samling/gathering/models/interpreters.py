"""The booking of an interpreter: language, form, who sees to it, and where it stands."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from samling.access.models import Closed, Walled, WalledBody
from samling.kernel.answer import insist
from samling.people.models import Capacity

from .. import rules
from ..rules import Booked
from .meetings import JointMeeting
from .table import Invited


class Booking(Walled):
    """An interpreter for one meeting, held by one person on the staff. Interpreters are booked, never invited."""

    noun = _("interpreter booking")
    wrong_child = Closed(within="meeting")

    class Form(models.TextChoices):
        ROOM = "room", _("in the room")
        PHONE = "phone", _("by phone")
        VIDEO = "video", _("by video")

    meeting = models.ForeignKey(JointMeeting, models.PROTECT, related_name="bookings")
    language = models.CharField(max_length=40)
    form = models.CharField(max_length=5, choices=Form)
    holder = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")

    @classmethod
    def of(cls, meeting: JointMeeting) -> "list[Booking]":
        """The bookings of a meeting with their steps."""
        rows = cls.objects.filter(meeting=meeting).select_related("holder__person", "body").order_by("written_at", "pk")
        return list(rows.prefetch_related("steps"))

    @classmethod
    @transaction.atomic
    def need(cls, meeting: JointMeeting, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "Booking":
        """An interpreter is needed, once; somebody holds it from now on. Raises Refused. `told`: language, form, holder."""
        insist(meeting.may_prepare())
        if earlier := cls.objects.filter(pk=pk).first():
            return earlier
        made = cls(pk=pk, **meeting.stamp(by, at), meeting=meeting, **{name: told[name] for name in ("language", "form", "holder")})
        made.save(force_insert=True)
        BookingBody(head=made, subject_id=made.subject_id, wall=made.wall).save(force_insert=True)
        BookingStep(**meeting.stamp(by, at), booking=made, state=Booked.NEEDED).save(force_insert=True)
        return made

    @property
    def state(self) -> Booked:
        """Where it stands: the latest step."""
        steps = sorted(self.steps.all(), key=lambda one: one.written_at)
        return Booked(steps[-1].state) if steps else Booked.NEEDED

    @property
    def state_words(self) -> str:
        """Where it stands, in words."""
        return str(BookingStep.States(self.state).label)

    def ways_on(self) -> list[tuple[str, str]]:
        """The next steps that can be taken, in words."""
        return [(state.value, str(BookingStep.States(state).label)) for state in Booked if state in rules.STEPS[self.state]]

    @transaction.atomic
    def step(self, to: Booked, supplier: str, *, around: list[str], by: Capacity, at: dt.datetime) -> None:
        """The next step; `around` are the names of those who can never interpret. Raises Refused."""
        insist(self.meeting.may_prepare())
        if to == self.state:
            return
        insist(rules.may_interpret(supplier, around))
        insist(rules.may_book(self.state, to, supplier=supplier))
        BookingStep(**self.meeting.stamp(by, at), booking=self, state=to).save(force_insert=True)
        BookingBody.objects.filter(head=self).update(supplier=supplier)

    def is_late(self, today: dt.date, days: int) -> bool:
        """Whether the meeting is near and nobody has confirmed."""
        return not self.meeting.is_over and rules.interpreter_is_late(
            self.state, meets_on=self.meeting.on, today=today, days=days
        )


class BookingBody(WalledBody):
    """From which supplier, and the number of the order: never a name of the family."""

    head = models.OneToOneField(Booking, models.PROTECT, primary_key=True, related_name="body")
    supplier = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name_plural = "booking bodies"


class BookingStep(Walled):
    """One step of a booking."""

    wrong_child = Closed(within="booking")

    may_change = False

    class States(models.TextChoices):
        NEEDED = Booked.NEEDED, _("needed")
        ORDERED = Booked.ORDERED, _("ordered")
        CONFIRMED = Booked.CONFIRMED, _("confirmed")
        ABSENT = Booked.ABSENT, _("did not come")
        CALLED_OFF = Booked.CALLED_OFF, _("not needed any more")

    booking = models.ForeignKey(Booking, models.PROTECT, related_name="steps")
    state = models.CharField(max_length=10, choices=States)


def names_around(meeting: JointMeeting) -> list[str]:
    """The child, the relatives and everyone else at the table who is no staff: none of them interprets."""
    child = meeting.child
    own = [child.full_name] if child else []
    return own + [str(one.seat) for one in Invited.to(meeting) if not one.is_mine]
