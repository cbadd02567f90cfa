"""A version, or a draft, on its way to paper: from its own content alone, without places when the child is protected."""

import datetime as dt
from typing import Any
from uuid import UUID

from samling.access import guard
from samling.plan.models import Plan
from samling.plan.models.plans import day
from samling.promises.models.whole import Whole
from samling.ui.pdf import HOUSE, dawn, laid_out, reference

from .child_paper import child_paper
from .desk import in_words
from .folding import folded
from .models import PlanVersion
from .models.frozen import frozen, spoken
from .paper import Stamp, Told, plan_paper
from .summary import summary_paper

PLAN, CHILD = (HOUSE / "papers" / "typst" / name for name in ("plan.typ", "child.typ"))
PLACES = ("unit", "branch", "body")


def plan_of(version: PlanVersion) -> bytes:
    """The plan, or the SIP, as it was published."""
    told, hidden = _told(version.plan, version.body.says)
    return _laid(PLAN, plan_paper(told, stamp_of(version), changed=in_words(version.changed), hidden=hidden), version.written_at)


def child_of(version: PlanVersion) -> bytes:
    """The child's own version, to read."""
    told, hidden = _told(version.plan, version.body.says)
    return _laid(CHILD, child_paper(told, stamp_of(version), hidden=hidden), version.written_at)


def booklet_of(version: PlanVersion) -> bytes:
    """The child's own version, to print on both sides and fold."""
    return folded(child_of(version))


def summary_of(version: PlanVersion, party: UUID) -> bytes:
    """What one authority keeps in its own record. Raises KeyError when it is no party of this version."""
    told, hidden = _told(version.plan, version.body.says)
    paper, data = summary_paper(told, stamp_of(version), str(party), version=str(version.pk), hidden=hidden)
    return laid_out(PLAN, paper, made_at=version.written_at, data=data)


def draft_of(plan: Plan, at: dt.datetime) -> bytes:
    """The plan as it stands now, on paper that says it is a draft."""
    told, hidden = _told(plan, spoken(frozen(plan)))
    lacks = Whole(plan).sip() if plan.kind == Plan.Kind.SIP else []
    on = day(at)
    return _laid(PLAN, plan_paper(told, Stamp(reference(plan.pk), 0, at, on), missing=lacks, hidden=hidden), dawn(on))


def stamp_of(version: PlanVersion) -> Stamp:
    """What tells this version from others without a name."""
    return Stamp(reference(version.pk), version.number, version.written_at, day(version.written_at))


def _laid(source: Any, paper: Told, at: dt.datetime) -> bytes:
    return laid_out(source, paper, made_at=at)


def _told(plan: Plan, told: Told) -> tuple[Told, bool]:
    """The content, and whether places had to go because the child is protected today."""
    hidden = bool(plan.child and guard.is_protected(plan.child.pk))
    return (without_places(told), True) if hidden else (told, False)


def without_places(told: Told) -> Told:
    """The content without what tells where the child is: authorities, units, numbers, and when everyone meets."""
    bare = {name: "" for name in PLACES}
    parts = {part: {key: one | bare for key, one in told.get(part, {}).items()} for part in ("parties", "promises")}
    return told | parts | {"phone": "", "meets_at": "", "accountable": ""}
