"""Who can see what is noted about a child, and why: a plain listing of what stands now.

The chapter of consents puts its question into CONSENTS; this chapter has never heard of it.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from samling.kernel.categories import Category
from samling.people.models import Capacity, Child, Unit

from . import guard
from .assigned import Working, working
from .models import Disclosure, Ground, GroundConsent, JointMember
from .plain import basis_in_words, day_of, kinds_of, last_day

# Those of these consents that one may read.
CONSENTS: list[Callable[[list[UUID]], Iterable[UUID]]] = []


@dataclass(frozen=True, slots=True)
class Told:
    """One standing ground: who has been told what, on which law, since when and until when."""

    ground: Ground
    recipient: str
    shape: str
    kinds: list[str]
    records: int
    from_on: dt.date | None
    consents: list[UUID]
    shown: list[UUID]  # those of them that the reader may read
    stands: bool | None  # None: the consents are not for the reader to know

    @property
    def why(self) -> Any:
        """The legal basis in words."""
        return basis_in_words(self.ground.basis)

    @property
    def since(self) -> dt.date | None:
        """The first day."""
        return day_of(self.ground.from_at)

    @property
    def until(self) -> dt.date | None:
        """The last day, if one is set."""
        return last_day(self.ground.until_at)


@dataclass(frozen=True, slots=True)
class Together:
    """Another authority in the child's joint matter."""

    unit: Unit
    how: str
    since: dt.date | None


@dataclass(frozen=True, slots=True)
class Sight:
    """Everyone who can see something about the child."""

    workers: list[Working]
    leaders: list[Working]
    told: list[Told]
    together: list[Together]
    teams: list[JointMember]
    readers: list[Capacity]
    protected: str | None

    @property
    def people(self) -> list[Working]:
        """Those who work with the child here, each once."""
        lines = {line.capacity.pk: line for line in [*self.leaders, *self.workers]}
        return sorted(lines.values(), key=lambda line: line.capacity.person.sort_key)


def sight(child: Child, by: Capacity, at: dt.datetime) -> Sight:
    """What stands at a moment, as far as the acting capacity may know of it."""
    lines = working(child, by, at)
    return Sight(
        workers=[line for line in lines if not line.by_unit], leaders=[line for line in lines if line.by_unit],
        told=told_of(child, at), together=_together(child), teams=_teams([line.capacity.pk for line in lines], at),
        readers=readers(child), protected=guard.is_protected(child.pk),
    )


def readers(child: Child) -> list[Capacity]:
    """The named readers of a child with protected identity."""
    found = [row["protected_readers"] for row in guard.rows("protected_readers", child.pk)]
    rows = Capacity.objects.filter(pk__in=found).select_related("person", "unit__branch")
    return list(rows.order_by("person__sort_key"))


def told_of(child: Child, at: dt.datetime) -> list[Told]:
    """Every standing ground about the child on which something has been told."""
    grounds = list(Ground.objects.filter(subject_id=child.pk).standing(at).order_by("from_at").select_related(
        "to_unit__branch", "to_capacity__person", "to_capacity__unit__branch", "to_branch", "decided_by__person"))
    lines = list(Disclosure.objects.filter(ground__in=grounds, ended_at=None))
    rests = list(GroundConsent.objects.filter(ground__in=grounds))
    standing, shown = _standing(child), _read({one.consent_id for one in rests})
    return [_told(ground, [line for line in lines if line.ground_id == ground.pk],
                  [one.consent_id for one in rests if one.ground_id == ground.pk], standing, shown)
            for ground in grounds if any(line.ground_id == ground.pk for line in lines)]


def _read(consents: set[UUID]) -> set[UUID]:
    """Those of the consents that one may read: to them a link leads."""
    return {one for ask in CONSENTS for one in ask(sorted(consents))} if consents else set()


def _standing(child: Child) -> set[tuple[UUID, int]] | None:
    """The standing consents with the walls they stand for; None when one may not know of consents."""
    if not any(wall % 64 == Category.CONSENT for wall in guard.my_access(child.pk)):
        return None
    return {(row["consent_id"], row["wall"]) for row in guard.rows("consents_of", child.pk)}


def _told(
    ground: Ground, lines: list[Disclosure], consents: list[UUID], standing: set[tuple[UUID, int]] | None, shown: set[UUID]
) -> Told:
    branch = recipient_branch(ground)
    stands = None if standing is None else all((one, line.wall) in standing for one in consents for line in lines)
    since = [line.since_at for line in lines if line.since_at]
    return Told(
        ground=ground, recipient=recipient(ground), shape=branch.actor, kinds=kinds_of({line.wall for line in lines}),
        records=sum(line.record_id not in (None, ground.subject_id) for line in lines), consents=consents,
        shown=[one for one in consents if one in shown], from_on=day_of(min(since, default=None)), stands=stands)


def recipient(ground: Ground) -> str:
    """Who may be told: a person with title, a unit or a whole branch."""
    if ground.to_capacity:
        return f"{ground.to_capacity}, {ground.to_capacity.unit}"
    return str(ground.to_unit or ground.to_branch)


def recipient_branch(ground: Ground) -> Any:
    """The branch that the recipient belongs to."""
    unit = ground.to_unit or (ground.to_capacity.unit if ground.to_capacity else None)
    return unit.branch if unit else ground.to_branch


def _together(child: Child) -> list[Together]:
    rows = guard.rows("parties_of", child.pk)
    units = Unit.objects.select_related("branch__organisation").in_bulk([row["unit"] for row in rows])
    return [Together(units[row["unit"]], row["how"], day_of(row["accepted_at"])) for row in rows]


def _teams(capacities: list[UUID], at: dt.datetime) -> list[JointMember]:
    rows = JointMember.objects.filter(capacity_id__in=capacities).select_related("team", "capacity__person")
    standing = {"from_at__lte": at}
    return [row for row in rows.filter(**standing, team__from_at__lte=at)
            if _open(row.until_at, at) and _open(row.team.until_at, at)]


def _open(until_at: dt.datetime | None, at: dt.datetime) -> bool:
    return until_at is None or at < until_at
