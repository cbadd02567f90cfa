"""Protected identity: what stands, who reads, who may set and end it (domain reference 6.11)."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.functional import cached_property

from samling.access import guard
from samling.access.assigned import working
from samling.kernel.answer import Answer, insist
from samling.people.models import Capacity, Child, Guardian, Protection
from samling.people.roles import ROLES

from . import rules
from .models import OffSystem, guardians_of
from .protection_forms import CHILD, ProtectionForm


class Protecting:
    """A child's protection as one person sees it."""

    def __init__(self, child: Child, by: Capacity, at: dt.datetime):
        self.child, self.by, self.at = child, by, at

    @cached_property
    def form_of(self) -> str:
        """The form that stands, or an empty text."""
        return guard.is_protected(self.child.pk) or ""

    @property
    def said(self) -> Any:
        """The form that stands, in words."""
        return dict(Protection.Form.choices).get(self.form_of, "")

    @cached_property
    def works(self) -> bool:
        """Whether the acting capacity works fully with the child."""
        return any(guard.my_access(self.child.pk).values())

    @property
    def decides(self) -> bool:
        """Whether the acting role may decide exceptions."""
        rule = ROLES.get(self.by.role)
        return bool(rule and rule.may_decide_exceptions)

    @property
    def may_protect(self) -> Answer:
        """May protection be set, and why."""
        return rules.may_protect(works=self.works, protected=bool(self.form_of))

    @property
    def may_end(self) -> Answer:
        """May protection be ended, and why."""
        return rules.may_end_protection(works=self.works, decides=self.decides, protected=bool(self.form_of))

    @property
    def may_name(self) -> Answer:
        """May readers be named, and why."""
        return rules.may_name_readers(decides=self.decides and self.works, protected=bool(self.form_of))

    @cached_property
    def guardians(self) -> list[Guardian]:
        """Those whose protection would cover the child."""
        return guardians_of(self.child, self.at)

    @cached_property
    def readers(self) -> list[Capacity]:
        """The named readers now."""
        found = [row["protected_readers"] for row in guard.rows("protected_readers", self.child.pk)]
        return list(_staff().filter(pk__in=found))

    def colleagues(self) -> Any:
        """Those who work with the child or lead the unit, beside me: they can be named."""
        lines = working(self.child, self.by, self.at)
        return _staff().filter(pk__in={one.capacity.pk for one in lines if not one.writes_only}).exclude(pk=self.by.pk)

    def candidates(self) -> Any:
        """Those who could be named beside the readers there are."""
        return self.colleagues().exclude(pk__in=[one.pk for one in self.readers])

    def form(self, data: Any = None) -> ProtectionForm:
        """The form, empty or sent."""
        return ProtectionForm(data, guardians=self.guardians, readers=list(self.colleagues()))

    @transaction.atomic
    def protect(self, told: dict[str, Any]) -> None:
        """Protect at once. Outside the system nobody but the decider reads, and a stub takes the child's place."""
        insist(self.may_protect)
        outside = told["form"] == Protection.Form.OFF_SYSTEM
        guardian = None if told["whose"] == CHILD else UUID(told["whose"])
        readers = [] if outside else [UUID(one) for one in told.get("readers", ())]
        guard.protect(self.child.pk, form=told["form"], guardian=guardian, readers=readers)
        if outside:
            OffSystem.keep_out(told["reference"], by=self.by, at=self.at)

    def end(self) -> None:
        """End the protection that stands."""
        insist(self.may_end)
        guard.end_protection(self.child.pk)

    def name_reader(self, reader: Capacity) -> None:
        """One more person reads."""
        insist(self.may_name)
        guard.call("add_protected_reader", self.child.pk, reader.pk)

    def end_reader(self, reader: UUID) -> None:
        """A named reader no longer reads."""
        insist(self.may_name)
        guard.call("end_protected_reader", self.child.pk, reader)


def _staff() -> Any:
    return Capacity.objects.select_related("person", "unit__branch").order_by("person__sort_key", "id")
