"""My children: where each stands, for how long, and when anyone was last heard of.

As many statements for 20 children as for 800.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import FloatField, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast, Extract

from samling.clocks.stage_rules import ENDS, RESTING, STAGE_WORDS, Happened, Stage, Standing, joined, standing
from samling.journey.models import Event, Level, Party
from samling.people.models import Child
from samling.records.question import Question

PAGE = 50
SILENCE, NAME, STAY = "silence", "name", "stay"
SORTS = (SILENCE, NAME, STAY)


class Row(NamedTuple):
    """One child in the list. `heard_at` is when anything was last told or done, as far as one may read."""

    child: Child
    standing: Standing
    days: int
    tier: int | None
    heard_at: dt.datetime | None

    @property
    def pk(self) -> UUID:
        """The child's key, for the log of lists."""
        return self.child.pk

    @property
    def stage(self) -> str:
        """The stage in a word."""
        return STAGE_WORDS[self.standing.stage]


class Page(NamedTuple):
    """Fifty children and the way to the others."""

    rows: list[Row]
    number: int
    pages: int
    total: int
    sort: str
    stage: str = ""
    group: str = ""
    groups: Sequence[str] = ()

    @property
    def stages(self) -> list[tuple[str, str]]:
        """What one can choose to see, in words."""
        return [(one.value, STAGE_WORDS[one]) for one in Stage]

    @property
    def kept(self) -> str:
        """The choice, for the way to the other pages."""
        return urlencode({"sort": self.sort, "stage": self.stage, "group": self.group})

    @property
    def before(self) -> int | None:
        """The number of the page before."""
        return self.number - 1 if self.number > 1 else None

    @property
    def after(self) -> int | None:
        """The number of the page after."""
        return self.number + 1 if self.number < self.pages else None


def page(children: QuerySet, at: dt.datetime, *, sort: str, number: int, stage: str = "", group: str = "") -> Page:
    """One page of my children: the longest silent first, by name, or the longest in one stage; of one stage or group when asked."""
    sort = sort if sort in SORTS else SILENCE
    known = list(children.order_by("sort_key", "pk").values_list("pk", _seconds("opened_at"), "group"))
    groups = sorted({one[2] for one in known if one[2]})
    found = [one for one in known if one[2] == group] if group in groups else known
    stage = stage if stage in set(Stage) else ""
    if stage or sort == STAY:
        found = _standing(found, stage, by_stay=sort == STAY)
    if sort == SILENCE:
        heard = _heard()
        found.sort(key=lambda one: heard.get(one[0], (False, one[1])))
    pages = max(1, -(-len(found) // PAGE))
    number = min(max(number, 1), pages)
    keys = [key for key, _opened_at, _group in found[(number - 1) * PAGE : number * PAGE]]
    rows = {row.pk: row for row in rows_of(children.filter(pk__in=keys), at)}
    shown = [rows[key] for key in keys if key in rows]
    return Page(shown, number, pages, len(found), sort, stage, group if group in groups else "", groups)


def _standing(found: list[Any], stage: str, *, by_stay: bool) -> list[Any]:
    """Those that stand here; the longest in their stage first when asked. Two statements, whoever many they are."""
    keys = [one[0] for one in found]
    spines, parts = spines_of(keys), list(_parts(keys))
    joins, turns = _joins(parts), _turns(parts)
    stands = {key: _stood([*spines[key], *turns[key]], joins.get(key)) for key in keys}
    kept = [one for one in found if not stage or stands[one[0]].stage == stage]
    if by_stay:
        kept.sort(key=lambda one: (stands[one[0]].stage in RESTING, stands[one[0]].since_at is None, stands[one[0]].since_at))
    return kept


def _stood(spine: list[Happened], joined_at: dt.datetime | None) -> Standing:
    return joined(standing(spine), joined_at) if joined_at else standing(spine)


def _seconds(moment: Any) -> Cast:
    """A moment as a plain number, for sorting hundreds."""
    return Cast(Extract(moment, "epoch"), FloatField())


def _heard() -> dict[UUID, tuple[bool, float]]:
    """When each was last heard of, also in the shared space; those whose story ended then come after the others."""
    near, heard = dict(_sides()), defaultdict[UUID, list[tuple[float, float]]](list)
    for subject, at, ended_at in _latest():
        heard[near.get(subject, subject)].append((at, ended_at or 0))
    return {child: (max(one[1] for one in told) == max(told)[0], max(told)[0]) for child, told in heard.items()}


@Question
def _sides() -> QuerySet:
    sides = Party.objects.filter(child__in=Child.objects.mine(), accepted_at__isnull=False, ended_at=None)
    return sides.values_list("journey_id", "child_id")


@Question
def _latest() -> QuerySet:
    ends = _seconds(Max("written_at", filter=Q(kind__in=ENDS)))
    latest = Event.objects.mine().values("subject_id").annotate(at=_seconds(Max("written_at")), ended_at=ends)
    return latest.values_list("subject_id", "at", "ended_at")


def rows_of(children: Iterable[Child], at: dt.datetime) -> list[Row]:
    """These children with where they stand, read in three statements."""
    shown = list(children)
    keys = [child.pk for child in shown]
    spines, tiers, parts = spines_of(keys), tiers_of(keys), list(_parts(keys))
    sides, turns = {row[0]: row for row in parts}, _turns(parts)
    return [_row(child, [*spines[child.pk], *turns[child.pk]], tiers.get(child.pk), sides.get(child.pk), at) for child in shown]


def spines_of(subjects: list[UUID]) -> dict[UUID, list[Happened]]:
    """What has happened around each of these children, as far as one may read."""
    found: dict[UUID, list[Happened]] = defaultdict(list)
    for subject, kind, at, record in _events(subjects):
        found[subject].append(Happened(kind, at, record))
    return found


def tiers_of(subjects: list[UUID]) -> dict[UUID, int]:
    """The tier as a person last set it."""
    return dict(_levels(subjects))


def joins_of(subjects: list[UUID]) -> dict[UUID, dt.datetime]:
    """Since when one's own unit helps, on another's invitation, with each of these children."""
    return _joins(_parts(subjects))


def _joins(parts: Iterable[Any]) -> dict[UUID, dt.datetime]:
    return {child: at for child, at, invited, *_rest in parts if invited}


def _turns(parts: Iterable[Any]) -> dict[UUID, list[Happened]]:
    """What the shared space says of the stage: that less is done, that the matter is closed."""
    found: dict[UUID, list[Happened]] = defaultdict(list)
    for child, _at, _invited, _heard_at, stepping_at, closed_at in parts:
        turns = (("stepping down", stepping_at), ("matter closed", closed_at))
        found[child] += [Happened(kind, at) for kind, at in turns if at]
    return found


@Question
def _events(subjects: Any) -> QuerySet:
    events = Event.objects.filter(subject_id__among=subjects, withdrawn_at=None).order_by("written_at")
    return events.values_list("subject_id", "kind", "written_at", "record_id")


@Question
def _levels(subjects: Any) -> QuerySet:
    levels = Level.objects.filter(subject_id__among=subjects, withdrawn_at=None)
    return levels.order_by("subject_id", "-written_at").distinct("subject_id").values_list("subject_id", "tier")


@Question
def _parts(subjects: Any) -> QuerySet:
    told = Event.objects.filter(subject_id=OuterRef("journey_id"), withdrawn_at=None).order_by("-written_at")
    parts = Party.objects.filter(child_id__among=subjects, accepted_at__isnull=False, ended_at=None).order_by("accepted_at")
    heard = parts.annotate(heard_at=Subquery(told.values("written_at")[:1]))
    return heard.values_list("child_id", "accepted_at", "ground_id", "heard_at", "journey__stepping_at", "journey__closed_at")


def _row(child: Child, spine: list[Happened], tier: int | None, side: tuple[Any, ...] | None, at: dt.datetime) -> Row:
    """`side`: since when one's own unit takes part, whether it was invited, and when anything was told in the shared space."""
    _child, joined_at, invited, heard_at, *_turns = side or (None, None, None, None)
    found = _stood(spine, joined_at if invited else None)
    heard = [one.at for one in spine] + [one for one in (joined_at if invited else None, heard_at) if one]
    return Row(child, found, found.days(at), tier, max(heard, default=None))
