"""My children: where each stands, for how long, and when anyone was last heard of.

As many statements for 20 children as for 800.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import QuerySet

from samling.clocks.models import Part, heard, parts_of, seconds, spines_of, stood
from samling.clocks.stage_rules import RESTING, STAGE_WORDS, Happened, Stage, Standing
from samling.journey.models import Level
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
    """One page of my children: the longest silent first, by name, or the longest in one stage; of one stage or group when asked.

    Children around whom nothing goes on come after the others.
    """
    sort = sort if sort in SORTS else SILENCE
    known = list(children.order_by("sort_key", "pk").values_list("pk", seconds("opened_at"), "group"))
    groups = sorted({one[2] for one in known if one[2]})
    found = [one for one in known if one[2] == group] if group in groups else known
    stage = stage if stage in set(Stage) else ""
    if stage or sort == STAY:
        found = _standing(found, stage, by_stay=sort == STAY)
    if sort == SILENCE:
        told = heard()
        found.sort(key=lambda one: (told[one[0]].rests, told[one[0]].at) if one[0] in told else (True, one[1]))
    pages = max(1, -(-len(found) // PAGE))
    number = min(max(number, 1), pages)
    keys = [key for key, _opened_at, _group in found[(number - 1) * PAGE : number * PAGE]]
    rows = {row.pk: row for row in rows_of(children.filter(pk__in=keys), at)}
    shown = [rows[key] for key in keys if key in rows]
    return Page(shown, number, pages, len(found), sort, stage, group if group in groups else "", groups)


def _standing(found: list[Any], stage: str, *, by_stay: bool) -> list[Any]:
    """Those that stand here; the longest in their stage first when asked. Two statements, whoever many they are."""
    keys = [one[0] for one in found]
    spines, sides = spines_of(keys), parts_of(keys)
    stands = {key: stood(spines[key], sides.get(key)) for key in keys}
    kept = [one for one in found if not stage or stands[one[0]].stage == stage]
    if by_stay:
        kept.sort(key=lambda one: (stands[one[0]].stage in RESTING, stands[one[0]].since_at is None, stands[one[0]].since_at))
    return kept


def rows_of(children: Iterable[Child], at: dt.datetime) -> list[Row]:
    """These children with where they stand, read in three statements."""
    shown = list(children)
    keys = [child.pk for child in shown]
    spines, tiers, sides = spines_of(keys), tiers_of(keys), parts_of(keys)
    return [_row(child, spines[child.pk], tiers.get(child.pk), sides.get(child.pk), at) for child in shown]


def tiers_of(subjects: list[UUID]) -> dict[UUID, int]:
    """The tier as a person last set it."""
    return dict(_levels(subjects))


@Question
def _levels(subjects: Any) -> QuerySet:
    levels = Level.objects.filter(subject_id__among=subjects, withdrawn_at=None)
    return levels.order_by("subject_id", "-written_at").distinct("subject_id").values_list("subject_id", "tier")


def _row(child: Child, spine: list[Happened], tier: int | None, side: Part | None, at: dt.datetime) -> Row:
    found = stood(spine, side)
    ours = [side.when("heard"), *((side.accepted_at, side.left_at) if side.ground else ())] if side else []
    latest = [one.at for one in spine] + [one for one in ours if one]
    return Row(child, found, found.days(at), tier, max(latest, default=None))


def number(text: str | None) -> int:
    """A page number from an address; 1 for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else 1
