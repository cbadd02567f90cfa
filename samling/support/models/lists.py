"""What is given around a child, one's own and the others', and what somebody holds."""

from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Value, Window
from django.db.models.fields import BooleanField
from django.utils.translation import gettext

from samling.journey.models import HELD, Held, Party, Sort
from samling.people.models import Capacity
from samling.records.question import Question

from ..reference import KINDS, PRACTICES
from ..rules import State
from .supports import Support, SupportStatus

FEW = 6
NUMBER = Window(Count("pk"))


class Given(NamedTuple):
    """One support as the child's page tells of it: with a way on where it is one's own side's."""

    key: UUID
    kind: str
    code: str
    state: str
    is_own: bool

    @property
    def title(self) -> str:
        """What it is, in the words that its reader may know."""
        known = PRACTICES.get(self.code)
        return gettext(known.title) if known else gettext(KINDS[self.kind])


def given(child: UUID) -> tuple[list[Given], int]:
    """What goes on around a child, the latest few of one's own side's and of what the others have told; and how many more."""
    rows = _given(child)
    found = [Given(*row[:5]) for row in rows]
    number = sum({own: number for *_said, own, number in rows}.values())
    return sorted(found, key=lambda one: (not one.is_own, one.title)), number - len(found)


@Question
def _given(child: Any) -> QuerySet:
    own = Support.objects.filter(subject_id=child, withdrawn_at=None).exclude(state=State.ENDED)
    others = standing(child).exclude(state=State.ENDED).filter(~Exists(own.filter(pk=OuterRef("support_id"))))
    mine = own.order_by("-written_at", "pk").values_list("pk", "kind", "code", "state", Value(True, BooleanField()), NUMBER)
    told = others.order_by("-written_at", "pk").values_list("support_id", "kind", Value(""), "state", Value(False, BooleanField()), NUMBER)
    return mine[:FEW].union(told[:FEW], all=True)


def standing(child: UUID) -> QuerySet[SupportStatus]:
    """What has been told last of each support in a child's shared spaces, by those who still take part there."""
    there = Party.objects.filter(child_id=child, accepted_at__isnull=False, ended_at=None, how=Party.How.SPACE)
    stays = Party.objects.filter(
        journey_id=OuterRef("subject_id"), unit__branch_id=OuterRef("written_by__unit__branch_id"),
        accepted_at__lte=OuterRef("written_at"), ended_at=None,
    )  # fmt: skip
    newer = SupportStatus.objects.filter(support_id=OuterRef("support_id"), number__gt=OuterRef("number"), withdrawn_at=None)
    rows = SupportStatus.objects.filter(Exists(stays), ~Exists(newer), subject_id__in=there.values("journey_id"), withdrawn_at=None)
    return rows.order_by(F("written_at").desc())


class Told(NamedTuple):
    """What another side has told of one of its supports: from where, and since when it stands so."""

    status: SupportStatus
    writer: Capacity | None


def told_by_others(child: UUID, own: Iterable[Support]) -> list[Told]:
    """What the others around the child give, what goes on first."""
    mine = {one.pk for one in own}
    rows = [one for one in standing(child) if one.support_id not in mine]
    people = Capacity.known(one.written_by_id for one in rows)
    found = [Told(one, people.get(one.written_by_id)) for one in rows]
    return sorted(found, key=lambda one: one.status.state == State.ENDED)


def _duties(capacities: list[UUID], about: UUID | None) -> Iterable[Held]:
    """What these hold that goes on: it would lose its holder if one of them left."""
    rows = Support.objects.mine().filter(holder_id__in=capacities, withdrawn_at=None).exclude(state=State.ENDED)
    if about:
        near = Party.objects.filter(Q(journey_id=about), child_id__isnull=False).values("child_id")
        rows = rows.filter(Q(subject_id=about) | Q(subject_id__in=near))
    for one in rows:
        yield Held(Sort.DUTY, one.title, one.holder_id, one.subject_id, one.pk, one.evaluate_on, one.get_absolute_url())


HELD.append(_duties)
