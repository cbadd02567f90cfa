"""A package: why the child moves on, where to and how; handed over once, and kept by the giver and the receiver alike."""

import datetime as dt
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samling.access import guard, holding
from samling.access.models import Closed, Walled
from samling.contact.models import place
from samling.journey.models import Notice
from samling.journey.telling import notify, tell
from samling.kernel.answer import Answer, insist
from samling.kernel.categories import Category
from samling.people.models import Capacity, Child, Unit
from samling.people.roles import ROLES
from samling.records.question import Question
from samling.records.shape import paired

from .. import rules
from ..rules import Kind, State, Way

KINDS = [
    (Kind.SCHOOL.value, _("changes school")),
    (Kind.MUNICIPALITY.value, _("moves to another municipality")),
    (Kind.SPAN.value, _("grows out of what we can give")),
]
WAYS = [
    (Way.INSIDE.value, _("to a school that uses this Samling")),
    (Way.FILE.value, _("as a signed file, to a school with a Samling of its own")),
    (Way.PAPER.value, _("on paper, by hand or secure post")),
    (Way.FAMILY.value, _("the family takes it along")),
]
NOT_OURS = [
    ("unknown", _("We know of no such child")),
    ("elsewhere", _("The child begins somewhere else")),
    ("again", _("We have received it already")),
]


class Package(Walled):
    """What goes along with a child who moves on (domain reference 8.5). `came_from` is said of one received here."""

    noun = _("transition package")
    wrong_child = Closed(_("A transition package"))

    kind = models.CharField(max_length=12, choices=KINDS)
    way = models.CharField(max_length=6, choices=WAYS)
    to = models.CharField(max_length=160, blank=True)
    to_unit = models.ForeignKey("people.Unit", models.PROTECT, null=True, related_name="+")
    moves_on = models.DateField()
    given_at = models.DateTimeField(null=True)
    given_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    declined_at = models.DateTimeField(null=True)
    declined_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    declined_because = models.CharField(max_length=9, choices=NOT_OURS, blank=True)
    came_from = models.CharField(max_length=240, blank=True)

    beside = ("to_unit__branch__organisation", "written_by__person", "given_by__person", "accepted_by__person")

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            paired("given_at", "given_by"),
            paired("accepted_at", "accepted_by"),
            paired("declined_at", "declined_by"),
            models.CheckConstraint(
                name="package_is_answered_after_it_is_given",
                condition=Q(given_at__isnull=False) | Q(accepted_at=None, declined_at=None),
            ),
            models.CheckConstraint(
                name="package_inside_goes_to_a_unit",
                condition=Q(way="inside", to_unit__isnull=False) | ~Q(way="inside") & Q(to_unit=None),
            ),
        ]
        indexes = [*Walled.Meta.indexes, models.Index(fields=["to_unit"])]

    @classmethod
    @transaction.atomic
    def prepare(cls, child: Child, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "Package":
        """Begin one, once. `told`: kind, way, to, to_unit, moves_on. Raises Refused."""
        behind = own_place(child.pk)
        insist(rules.may_write(writes=bool(behind), state=State.PREPARED))
        earlier = cls.objects.filter(pk=pk).first()
        if earlier:
            return earlier
        made = cls(pk=pk, subject_id=child.pk, wall=behind, written_by=by, written_at=at,
                   **{name: told[name] for name in ("kind", "way", "to", "to_unit", "moves_on")})  # fmt: skip
        made.save(force_insert=True)
        made.tell(rules.BEGUN, by=by, at=at)
        if made.kind == Kind.SPAN:
            Notice.objects.filter(kind=rules.OUTGROWS, subject_id=child.pk, to_id__in=holding.duties(), done_at=None).update(done_at=at)
        return made

    @property
    def state(self) -> State:
        """Where it stands."""
        return rules.state_of(came=bool(self.came_from), given=bool(self.given_at), accepted=bool(self.accepted_at),
                              declined=bool(self.declined_at))  # fmt: skip

    @property
    def goes_to(self) -> str:
        """The receiver in words."""
        if self.to_unit:
            return f"{self.to_unit}, {self.to_unit.branch.organisation}"
        return self.to

    @property
    def writes(self) -> bool:
        """Whether the acting capacity writes where it stands."""
        return guard.my_access(self.subject_id).get(self.wall, False)

    def may_write(self) -> Answer:
        """Whether it can still be written in, and why."""
        return rules.may_write(writes=self.writes, state=self.state)

    @cached_property
    def child(self) -> Child:
        """Who moves on."""
        return Child.objects.select_related("unit__branch").get(pk=self.subject_id)

    def may_receive(self) -> Answer:
        """Whether a receipt from outside can be noted."""
        return rules.may_receive(state=self.state, way=Way(self.way))

    def may_give(self, by: Capacity) -> Answer:
        """Whether it can be handed over as it stands, by whom, and why."""
        may = self.may_write()
        return may and self._is_ready() and self._may_send(by)

    def _is_ready(self) -> Answer:
        parts, seen = self.told(), self.said()
        no = {"child" if one.guardian_id is None else "home" for one in seen if one.stance == rules.Stance.NO}
        kept = rules.held_back([(one.code, one.prompt.of) for one in parts], child_no="child" in no, home_no="home" in no)
        return rules.is_ready(
            parts=len(guard.rows("package_titles", self.pk)), unseen=guard.asked("package_unseen", self.pk) or 0,
            child_seen=any(one.guardian_id is None for one in seen), kept=len(kept),
        )  # fmt: skip

    def _may_send(self, by: Capacity) -> Answer:
        role = ROLES.get(by.role)
        return rules.may_send(
            way=Way(self.way), kind=Kind(self.kind), domain=by.unit.branch.domain if by.unit else "",
            leads=bool(role and role.may_assign), protected=guard.is_protected(self.subject_id) is not None,
        )  # fmt: skip

    def told(self) -> list[Any]:
        """Its parts in their order, each as it was written last, with their words where one may read them."""
        rows = self.parts.filter(withdrawn_at=None).select_related("body", "written_by__person").order_by("written_at")
        latest = {one.code: one for one in rows}.values()
        return sorted((one for one in latest if one.text), key=lambda one: one.place)

    def said(self) -> list[Any]:
        """What each at home said last of it."""
        rows = self.seen.filter(withdrawn_at=None).select_related("body", "guardian", "written_by__person").order_by("written_at")
        return list({one.guardian_id or one.who: one for one in rows}.values())

    @transaction.atomic
    def give(self, *, by: Capacity, at: dt.datetime) -> None:
        """Hand it over as it stands. Whoever leads the receiving school is told. Raises Refused."""
        if self.given_at:
            return
        insist(self.may_give(by))
        guard.call("give_package", self.pk)
        self.refresh_from_db()
        self.tell(rules.GIVEN, by=by, at=at)
        for head in heads_of(self.to_unit, at) if self.to_unit else ():
            notify(head, rules.COMING, by=by.pk, at=at, record=self.pk)

    @transaction.atomic
    def receipt(self, *, by: Capacity, at: dt.datetime, because: str = "") -> None:
        """They have said that it came; or, with a reason, that they do not take it. Raises Refused."""
        if self.accepted_at or self.declined_at:
            return
        insist(self.may_receive())
        guard.call("note_receipt", self.pk, because)
        self.refresh_from_db()
        self.tell(rules.REFUSED if because else rules.RECEIVED, by=by, at=at)

    def take_back(self, *, by: Capacity, at: dt.datetime) -> None:
        """It was begun by mistake. Raises Refused."""
        insist(rules.may_take_back(is_own=self.written_by_id == by.pk, state=self.state))
        self.withdrawn_at, self.withdrawn_by = at, by
        self.save(update_fields=["withdrawn_at", "withdrawn_by"])

    def tell(self, kind: str, *, by: Capacity, at: dt.datetime) -> None:
        """An event in the child's story."""
        tell(self.subject_id, self.wall, kind, by=by.pk, at=at, record=self.pk)

    def get_absolute_url(self) -> str:
        """Its own page."""
        return reverse("transition:show", args=[self.pk])


@Question
def _about(child: Any) -> models.QuerySet:
    rows = Package.objects.filter(subject_id=child, withdrawn_at=None).select_related(*Package.beside)
    return rows.order_by("-written_at")[:60]


def packages_of(child: UUID) -> list[Package]:
    """Those about a child, the latest first."""
    return list(_about(child))


def outgrown(child: UUID) -> dt.date | None:
    """The last day of what is offered to a child, once it is near enough to be told of."""
    ends: dt.date | None = guard.asked("span_of", child)
    return ends


def own_place(child: UUID) -> int:
    """The wall of concerns in one's own compartment, where a package stands; 0 for one who does not write there."""
    return place(child, Category.CONCERN)


def heads_of(unit: Unit, at: dt.datetime) -> set[UUID]:
    """Those who lead a unit now, or who hold it for them."""
    leading = [role for role, rule in ROLES.items() if rule.may_assign]
    leads = Capacity.objects.standing(at).filter(unit_id=unit.pk, role__in=leading).values_list("pk", flat=True)
    return {one for one in holding.holders(leads).values() if one}
