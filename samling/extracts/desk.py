"""A request as one person sees it: what has happened, and what she may do next."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.db.models import F, Func, IntegerField
from django.http import Http404, HttpRequest

from samling.access import guard, looks
from samling.kernel.answer import Answer
from samling.people.models import Capacity, Guardian

from . import rules
from .models import Copy, Request
from .models.requests import Opening


@dataclass
class Desk:
    """A request, whoever looks at it, and when."""

    request: Request
    by: Capacity
    at: dt.datetime

    @cached_property
    def state(self) -> rules.State:
        """How far it has come."""
        return self.request.state(self.at)

    @property
    def is_over(self) -> bool:
        """Whether nobody waits any more."""
        return self.state.value in rules.ENDS

    @cached_property
    def opening(self) -> Opening | None:
        """Who prepares it now."""
        return self.request.opening_at(self.at)

    @property
    def is_preparer(self) -> bool:
        """Whether the one who looks has been named."""
        return bool(self.opening and self.opening.preparer_id == self.by.pk)

    @property
    def is_mine(self) -> bool:
        """Whether it was asked where the one who looks works."""
        return bool(self.by.unit and self.by.unit.branch.number == self.request.branch_number and self.request.child)

    @property
    def may_open(self) -> Answer:
        """May somebody be named."""
        return rules.may_open(role=self.by.role, is_mine=self.is_mine, is_closed=self.state is rules.State.CLOSED)

    @property
    def may_look_through(self) -> Answer:
        """May it be looked through now."""
        return rules.may_look_through(is_preparer=self.is_preparer, state=self.state)

    @property
    def may_give(self) -> bool:
        """Whether it waits to be given by the one who looks."""
        return self.is_preparer and self.state is rules.State.READY

    @property
    def may_look_again(self) -> bool:
        """Whether the one who prepares it may open it anew."""
        return self.is_preparer and self.state in (rules.State.READY, rules.State.DECIDING)

    @property
    def may_decide(self) -> bool:
        """Whether it waits for the one who looks."""
        finished = [one for one in self.request.steps_taken if one.kind == "submitted"]
        other = not finished or finished[-1].written_by.person_id != self.by.person_id
        return self.state is rules.State.DECIDING and bool(self.may_open) and other

    @property
    def may_close(self) -> bool:
        """Whether it can still be closed without being given."""
        return bool(self.may_open) and self.state not in (rules.State.GIVEN, rules.State.CLOSED, rules.State.REFUSED)

    @cached_property
    def may_refuse(self) -> Answer:
        """May what was held back be decided about in writing now."""
        held = any(step.kind == "submitted" for step in self.request.steps_taken)
        return rules.may_refuse(may_open=self.may_open, state=self.state, is_held=held)

    @cached_property
    def copy(self) -> Copy | None:
        """What was given, for the one who prepared it: without its files, and with how large they are."""
        sizes = {f"{name}_size": Func(F(name), function="octet_length", output_field=IntegerField()) for name in ("paper", "data")}
        return Copy.objects.filter(request=self.request).defer("paper", "data").annotate(**sizes).first()

    @cached_property
    def asker(self) -> str:
        """Who asks: by name for those who read about the home, and for the one who prepares it."""
        named = self.request.named_guardian or (self.is_preparer and guard.asked("extract_asker", self.request.pk))
        return str(named or self.request.get_asker_display())


def desk_of(request: HttpRequest, number: UUID, errand: str, at: dt.datetime) -> Desk:
    """The request behind an address; raises Http404 to strangers, and the try is noted."""
    found = Request.objects.filter(pk=number).select_related("written_by__person").first()
    if found is None:
        looks.refused(errand, number)
        raise Http404
    return Desk(found, request.capacity, at)


def who_may_ask(child: UUID, at: dt.datetime) -> list[Guardian]:
    """The guardians with custody today."""
    return list(Guardian.objects.filter(subject_id=child).standing(at).filter(custody__in=("joint", "sole", "appointed")))


def kept(number: UUID, name: str) -> bytes:
    """A file as it was given; raises Http404 for those who may not open it."""
    found = Copy.objects.filter(request_id=number).values_list(name, flat=True).first()
    if found is None:
        raise Http404
    return bytes(found)
