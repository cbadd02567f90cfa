"""What is given around a child, one's own and the others', and what somebody holds."""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext

from samling.journey.models import HELD, Held, Party, Sort, sides_of
from samling.people.models import Capacity
from samling.records.written import told

from ..reference import KINDS, PRACTICES
from ..rules import State
from .supports import Support, SupportStatus

FEW = 6
# What `standing` says of each support that others give, and one's own side's: each table is named once (decision 72).
GIVEN = """
with own as materialized (
  select s.id, s.kind, s.code, s.state, s.written_at from support_support s
   where s.subject_id = %(child)s and s.withdrawn_at is null and s.state <> %(ended)s),
latest as materialized (
  select distinct on (t.support_id) t.support_id, t.kind, t.state, t.subject_id, t.written_at, t.written_by_id
    from support_supportstatus t where t.subject_id = any (%(spaces)s) and t.withdrawn_at is null
   order by t.support_id, t.number desc)
(select o.id, o.kind, o.code, o.state, true, count(*) over () from own o order by o.written_at desc, o.id limit %(few)s)
union all
(select l.support_id, l.kind, '', l.state, false, count(*) over () from latest l
   join people_capacity c on c.id = l.written_by_id join people_unit u on u.id = c.unit_id
  where l.state <> %(ended)s and not exists (select from own o where o.id = l.support_id)
    and exists (select from journey_party p join people_unit w on w.id = p.unit_id
                 where p.journey_id = l.subject_id and w.branch_id = u.branch_id and p.accepted_at <= l.written_at and p.ended_at is null)
  order by l.written_at desc, l.support_id limit %(few)s)"""


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
    spaces = [one.journey for one in sides_of(child) if one.how == Party.How.SPACE and not one.ended_at]
    rows = told(GIVEN, child=child, spaces=spaces, ended=State.ENDED, few=FEW)
    found = [Given(*row[:5]) for row in rows]
    number = sum({own: number for *_said, own, number in rows}.values())
    return sorted(found, key=lambda one: (not one.is_own, one.title)), number - len(found)


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
