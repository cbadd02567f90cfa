"""Where a child's matter stands, worked out from what has happened around her. Plain values."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from samling.kernel.words import _
from samling.kernel.workdays import days_between


class Stage(StrEnum):
    """Where a child's matter stands, in the order of the path."""

    QUIET = "quiet"
    CONCERN = "concern"
    CHECKLIST = "checklist"
    TRYING = "trying"
    CONSENT = "consent"
    TOGETHER = "together"
    STEP_DOWN = "step_down"
    SOLVED = "solved"
    CLOSED = "closed"


STAGE_WORDS = {
    Stage.QUIET: _("Nothing going on"),
    Stage.CONCERN: _("Concern"),
    Stage.CHECKLIST: _("Checklist"),
    Stage.TRYING: _("Trying something"),
    Stage.CONSENT: _("Yes and no"),
    Stage.TOGETHER: _("Together"),
    Stage.STEP_DOWN: _("Stepping down"),
    Stage.SOLVED: _("Solved"),
    Stage.CLOSED: _("Closed"),
}
PATH = (Stage.CONCERN, Stage.CHECKLIST, Stage.TRYING, Stage.CONSENT, Stage.TOGETHER)
RESTING = (Stage.QUIET, Stage.SOLVED, Stage.CLOSED)

# What an event on the story's spine makes of the stage. A concern moves only what rests: a second concern
# about a child whom others help already does not begin the path anew.
MOVES = {
    "checklist begun": Stage.CHECKLIST,
    "concern came back": Stage.CHECKLIST,
    "checklist solved here": Stage.TRYING,
    "trying something": Stage.TRYING,
    "checklist followed up": Stage.SOLVED,
    "checklist taken further": Stage.CONSENT,
    "concern taken further": Stage.CONSENT,
    "consent asked": Stage.CONSENT,
    "party invited": Stage.TOGETHER,
    "concern closed": Stage.SOLVED,
    "stepping down": Stage.STEP_DOWN,
    "decided to go on": Stage.TOGETHER,
    "decided to change something": Stage.TOGETHER,
    "matter closed": Stage.CLOSED,
    "matter opened again": Stage.TOGETHER,
}
ENDS = tuple(kind for kind, stage in MOVES.items() if stage in (Stage.SOLVED, Stage.CLOSED))
AGAIN = (Stage.CONCERN, Stage.CHECKLIST)  # from rest, these begin the path anew
WAKES = ("concern noted", "concern taken care of")
TRIED = "adaptation started"  # something is tried beside the path too, as the checklist is filled in
MARKS = [*WAKES, *MOVES, TRIED, "consent opened"]  # all that where it stands and the next step follow from
LEADS_ON = {
    "concern closed": (Stage.CONCERN, Stage.CHECKLIST, Stage.TRYING),
    "trying something": (Stage.CONCERN,),
    "decided to go on": (Stage.STEP_DOWN,),
    "decided to change something": (Stage.STEP_DOWN,),
}


class Happened(NamedTuple):
    """One event of the spine: what, when, about which record."""

    kind: str
    at: dt.datetime
    record: object = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where it stands and since when; which steps were passed; the latest record of each kind of event."""

    stage: Stage = Stage.QUIET
    since_at: dt.datetime | None = None
    passed: frozenset[Stage] = frozenset()
    latest: tuple[Happened, ...] = ()
    is_joined: bool = False  # one came when others had gone part of the way

    def days(self, at: dt.datetime) -> int:
        """Days in this stage, as people count them."""
        return days_between(self.since_at, at) if self.since_at else 0

    def record(self, *kinds: str) -> object:
        """The record that the latest of these events is about."""
        return next((one.record for one in self.latest if one.kind in kinds), None)

    def has(self, kind: str, after: str = "") -> bool:
        """Whether something has happened, later than the latest of another kind."""
        kinds = [one.kind for one in self.latest]
        return kind in kinds and (after not in kinds or kinds.index(kind) < kinds.index(after))


def standing(happened: Iterable[Happened]) -> Standing:
    """Walk the spine from its beginning; of events at one moment the furthest along the path counts last."""
    order = list(MOVES)
    spine = sorted(happened, key=lambda one: (one.at, order.index(one.kind) if one.kind in order else -1))
    passed: set[Stage] = set()
    stage, since = Stage.QUIET, None
    for one in spine:
        new = _moved(stage, one.kind)
        if new is not stage:
            passed = set() if new in AGAIN and stage in RESTING else passed | {stage}
            stage, since = new, one.at
        if one.kind == TRIED:
            passed.add(Stage.TRYING)
    return Standing(stage, since, frozenset(passed - set(RESTING)), tuple(reversed(spine)))


def joined(found: Standing, at: dt.datetime) -> Standing:
    """One who was invited to help stands where the helpers stand together, also while asking for a yes of its own."""
    came_back = found.stage is Stage.CLOSED and found.since_at is not None and at > found.since_at
    moves = came_back or found.stage in (Stage.QUIET, Stage.CONSENT)
    return replace(found, stage=Stage.TOGETHER, since_at=at, is_joined=True) if moves else found


def _moved(stage: Stage, kind: str) -> Stage:
    if kind in WAKES:
        return Stage.CONCERN if stage in RESTING else stage
    if (kind in LEADS_ON and stage not in LEADS_ON[kind]) or (stage is Stage.CLOSED and kind == "consent asked"):
        return stage  # what is asked in a closed matter, as to be called later, leaves it closed
    return MOVES.get(kind, stage)


def path(found: Standing) -> list[tuple[str, str]]:
    """The five steps with their state: done, now, ahead, skipped, or taken before one's own time."""
    if found.stage in RESTING:
        done = found.stage is not Stage.QUIET
        return [(STAGE_WORDS[step], "done" if done and step in found.passed else "ahead") for step in PATH]
    here = PATH.index(Stage.TOGETHER if found.stage is Stage.STEP_DOWN else found.stage)
    left_out = "before" if found.is_joined else "skipped"
    return [(STAGE_WORDS[step], _state(order, here, step in found.passed, left_out)) for order, step in enumerate(PATH)]


def _state(order: int, here: int, was_passed: bool, left_out: str) -> str:
    if order == here:
        return "now"
    return "ahead" if order > here else "done" if was_passed else left_out


def is_told(found: Standing) -> bool:
    """Whether what the yes covers has been told, so that others can be asked to help."""
    return found.has("consent opened", after="consent asked")
