"""My children: where each stands, for how long, and when anyone was last heard of.

As many statements for 20 children as for 800.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any, NamedTuple
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import QuerySet

from samling.clocks.models import NAMED, SILENT, Stands, listed
from samling.clocks.stage_rules import RESTING, STAGE_WORDS, Stage, Standing
from samling.journey.models import Level
from samling.people.models import Child
from samling.records.clock import STOCKHOLM
from samling.records.question import Question

PAGE = 50
SILENCE, NAME, STAY = "silence", "name", "stay"
SORTS = (SILENCE, NAME, STAY)


class Row(NamedTuple):
    """One child in the list. `heard_at` is when anything was last told or done, as far as one may read."""

    child: Child
    standing: Standing
    tier: int | None
    heard_at: dt.datetime | None
    days: int

    @property
    def pk(self) -> UUID:
        """The child's key, for the log of lists."""
        return self.child.pk

    @property
    def heard_on(self) -> dt.date | None:
        """The day she was last heard of, in Stockholm."""
        return self.heard_at.astimezone(STOCKHOLM).date() if self.heard_at else None

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


def page(at: dt.datetime, *, sort: str, number: int, stage: str = "", group: str = "") -> Page:
    """One page of my children: the longest silent first, by name, or the longest in one stage; of one stage or group when asked.

    Children around whom nothing goes on come after the others.
    """
    sort, stage = sort if sort in SORTS else SILENCE, stage if stage in set(Stage) else ""
    order = SILENT if sort == SILENCE else NAMED
    chosen = bool(stage or sort == STAY)
    found = listed(order, group) if chosen else listed(order, group, number, PAGE)
    kept = _standing(found.rows, stage, by_stay=sort == STAY) if chosen else found.rows
    total = len(kept) if chosen else found.total
    pages = max(1, -(-total // PAGE))
    number = min(max(number, 1), pages)
    shown = kept[(number - 1) * PAGE : number * PAGE] if chosen else kept
    rows = [Row(*one, one.standing.days(at)) for one in shown]
    return Page(rows, number, pages, total, sort, stage, group if group in found.groups else "", found.groups)


def _standing(found: list[Stands], stage: str, *, by_stay: bool) -> list[Stands]:
    """Those that stand here; the longest in their stage first when asked."""
    kept = [one for one in found if not stage or one.standing.stage == stage]
    return sorted(kept, key=_stay) if by_stay else kept


def _stay(one: Stands) -> tuple[Any, ...]:
    return one.standing.stage in RESTING, one.standing.since_at is None, one.standing.since_at


def tiers_of(subjects: list[UUID]) -> dict[UUID, int]:
    """The tier as a person last set it."""
    return dict(_levels(subjects))


@Question
def _levels(subjects: Any) -> QuerySet:
    levels = Level.objects.filter(subject_id__among=subjects, withdrawn_at=None)
    return levels.order_by("subject_id", "-written_at").distinct("subject_id").values_list("subject_id", "tier")


def number(text: str | None) -> int:
    """A page number from an address; 1 for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else 1
