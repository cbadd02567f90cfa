"""One child is handed over by one colleague to another, who says yes first."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samling.access import guard, holding
from samling.access.models import Assignment, Closed, Walled, WalledBody
from samling.contact.models import place
from samling.journey.telling import notify, tell
from samling.kernel.answer import Answer, insist
from samling.kernel.categories import Category
from samling.letters.models import Letter
from samling.people.models import Capacity, Child
from samling.people.roles import ROLES
from samling.records.shape import paired

from .. import rules
from ..rules import State


class Relay(Walled):
    """An offer to take over one child. The giver stays responsible until the receiver has said yes."""

    noun = _("handover")
    wrong_child = Closed(because="who offers a hand-over takes it back")

    giver = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    receiver = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    stays = models.BooleanField(default=True)
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    declined_at = models.DateTimeField(null=True)
    declined_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    beside = ("giver__person", "giver__unit__branch", "receiver__person", "receiver__unit__branch", "written_by__person")

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            paired("accepted_at", "accepted_by"),
            paired("declined_at", "declined_by"),
            models.CheckConstraint(
                name="relay_is_between_two", condition=~models.Q(giver=models.F("receiver"))
            ),
        ]
        indexes = [*Walled.Meta.indexes, models.Index(fields=["giver"]), models.Index(fields=["receiver"])]

    @classmethod
    def waiting(cls, **whose: Any) -> models.QuerySet:
        """Those that nobody has answered."""
        rows = cls.objects.filter(accepted_at=None, declined_at=None, withdrawn_at=None, **whose)
        return rows.select_related(*cls.beside).order_by("written_at")

    @classmethod
    def may_offer(cls, child: Child, giver: Capacity, receiver: Capacity, *, by: Capacity) -> Answer:
        """Whether the acting capacity may hand this child over from one to the other, and why."""
        role = ROLES.get(receiver.role)
        leads = bool(ROLES[by.role].may_assign) and by.unit.branch_id == giver.unit.branch_id
        return rules.may_offer(
            is_mine=giver.pk == by.pk, leads=leads, same=giver.person_id == receiver.person_id,
            holds=bool(role and role.may_hold_children),
            same_side=giver.unit.branch_id == receiver.unit.branch_id,
            waits=cls.waiting(subject_id=child.pk, giver=giver).exists(),
        )  # fmt: skip

    @classmethod
    @transaction.atomic
    def offer(
        cls, child: Child, giver: Capacity, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID
    ) -> "Relay":
        """Ask somebody to take over. `told`: receiver, stays, unwritten, calls. Raises Refused."""
        earlier = cls.objects.filter(pk=pk).first()
        if earlier:
            return earlier
        receiver: Capacity = told["receiver"]
        insist(cls.may_offer(child, giver, receiver, by=by))
        wall = place(child.pk, Category.CONCERN) or place(child.pk, Category.VOICE)
        insist(rules.may_write(writes=bool(wall)))
        made = cls(
            pk=pk, subject_id=child.pk, wall=wall, giver=giver, receiver=receiver, stays=told["stays"],
            written_by=by, written_at=at, for_guardians="no", for_guardians_because="staff",
        )  # fmt: skip
        made.save(force_insert=True)
        RelayBody(
            head=made, subject_id=child.pk, wall=wall, unwritten=told["unwritten"], calls=told["calls"]
        ).save(force_insert=True)
        made._ask(child, by=by, at=at)
        return made

    def _ask(self, child: Child, *, by: Capacity, at: dt.datetime) -> None:
        """The receiver is told when she works with the child; until then it is for those who lead to let her."""
        about: dict[str, Any] = {"by": by.pk, "at": at, "record": self.pk, "subject": child.pk}
        if self.receiver_works(at):
            notify(self.receiver_id, rules.OFFERED, **about)
            return
        leads = Capacity.objects.standing(at).filter(unit_id=child.unit_id, role__in=rules.LEADS)
        for head in {one for one in holding.holders(one.pk for one in leads).values() if one}:
            notify(head, rules.WANTS, **about)

    def receiver_works(self, at: dt.datetime) -> bool:
        """Whether the receiver has an assignment about the child."""
        rows = Assignment.objects.filter(subject_id=self.subject_id, capacity_id=self.receiver_id, reach="full")
        return rows.standing(at).exists()

    @property
    def state(self) -> State:
        """Where it stands."""
        if self.accepted_at:
            return State.ACCEPTED
        return State.DECLINED if self.declined_at else State.WITHDRAWN if self.withdrawn_at else State.OFFERED

    def may_answer(self, by: Capacity, at: dt.datetime) -> Answer:
        """Whether the acting capacity says yes or no, and why."""
        return rules.may_answer(is_receiver=by.pk == self.receiver_id, state=self.state, works=self.receiver_works(at))

    def may_withdraw(self, by: Capacity) -> Answer:
        """Whether the acting capacity takes it back."""
        return rules.may_withdraw(is_writer=by.pk == self.written_by_id, state=self.state)

    @transaction.atomic
    def let_in(self, *, by: Capacity, at: dt.datetime, because: str) -> None:
        """Whoever leads lets the receiver work with the child, so that she can answer. Raises Refused."""
        if not self.receiver_works(at):
            guard.assign(self.subject_id, self.receiver_id, because=because)
        notify(self.receiver_id, rules.OFFERED, by=by.pk, at=at, record=self.pk, subject=self.subject_id)

    @transaction.atomic
    def accept(self, child: Child, *, by: Capacity, at: dt.datetime) -> list[Letter]:
        """Take over: duties and coordination pass, and each guardian gets a letter to send. Raises Refused."""
        insist(self.may_answer(by, at))
        guard.call("accept_handover", self.pk)
        tell(self.subject_id, self.wall, rules.HANDED, by=by.pk, at=at, record=self.pk)
        for one in {self.giver_id, self.written_by_id} - {by.pk}:
            notify(one, rules.SAID_YES, by=by.pk, at=at, record=self.pk, subject=self.subject_id)
        words = {"before": str(self.giver.person)}
        return [
            Letter.draft(child, guardian, kind="new_contact", words=words, by=by, at=at)
            for guardian in Letter.recipients(child, at)
            if Letter.may_draft(child, guardian, "new_contact", at)
        ]

    @transaction.atomic
    def decline(self, *, by: Capacity, at: dt.datetime) -> None:
        """Say no: the giver stays responsible. Raises Refused."""
        insist(self.may_answer(by, at))
        self.declined_at, self.declined_by = at, by
        self.save(update_fields=["declined_at", "declined_by"])
        notify(self.written_by_id, rules.SAID_NO, by=by.pk, at=at, record=self.pk, subject=self.subject_id)

    def withdraw(self, *, by: Capacity, at: dt.datetime) -> None:
        """Take the offer back. Raises Refused."""
        insist(self.may_withdraw(by))
        self.withdrawn_at, self.withdrawn_by = at, by
        self.save(update_fields=["withdrawn_at", "withdrawn_by"])

    def get_absolute_url(self) -> str:
        """The hand-over's own page."""
        return reverse("relay:handover", args=[self.pk])


class RelayBody(WalledBody):
    """What is written down nowhere else, and what the child calls the giver."""

    head = models.OneToOneField(Relay, models.PROTECT, primary_key=True, related_name="body")
    unwritten = models.TextField(blank=True)
    calls = models.CharField(max_length=40, blank=True)

    class Meta:
        verbose_name_plural = "relay bodies"
