"""Where a child's matter stands, worked out from what has happened around her. Plain values."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
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
    MAPPING = "mapping"
    PLAN = "plan"
    FOLLOWED = "followed"
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
    Stage.MAPPING: _("Three views"),
    Stage.PLAN: _("The plan"),
    Stage.FOLLOWED: _("Follow-up"),
    Stage.STEP_DOWN: _("Stepping down"),
    Stage.SOLVED: _("Solved"),
    Stage.CLOSED: _("Closed"),
}
PATH = (Stage.CONCERN, Stage.CHECKLIST, Stage.TRYING, Stage.CONSENT, Stage.TOGETHER)
ALONG = (Stage.TOGETHER, Stage.MAPPING, Stage.PLAN, Stage.FOLLOWED, Stage.STEP_DOWN)  # the way of those who help together
RESTING = (Stage.QUIET, Stage.SOLVED, Stage.CLOSED)

JOINED, LEFT = "joined", "left"  # one's own side has come to help, on another's invitation; and its part is over
# What the joint space tells of the way together, by the stage that it leads to.
TOLD = {
    Stage.MAPPING: ("the team said yes", "needs analysis written"),
    Stage.PLAN: ("plan begun",),
    Stage.FOLLOWED: ("follow-up done", "decided to go on", "decided to change something"),
}
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
    JOINED: Stage.TOGETHER,
    "concern closed": Stage.SOLVED,
    "information meeting held": Stage.MAPPING,
    **{kind: stage for stage, kinds in TOLD.items() for kind in kinds},
    "stepping down": Stage.STEP_DOWN,
    "matter closed": Stage.CLOSED,
    LEFT: Stage.CLOSED,
    "matter opened again": Stage.TOGETHER,
}
_PLACES = {kind: place for place, kind in enumerate(MOVES)}
AGAIN = (Stage.CONCERN, Stage.CHECKLIST)  # from rest, these begin the path anew
WAKES = ("concern noted", "concern taken care of")
TRIED = "adaptation started"  # something is tried beside the path too, as the checklist is filled in
# Something goes on around a child once one of these has happened; attendance alone is no matter.
BEGINS = ("concern noted", "checklist begun", "concern came back", "trying something", "party invited", "plan begun",
          "matter opened again")  # fmt: skip
# All that where it stands and the next step follow from.
MARKS = [*WAKES, *(kind for kind in MOVES if kind not in (JOINED, LEFT)), TRIED, "consent opened"]
SOLVES, CLOSES = (tuple(kind for kind in MARKS if MOVES.get(kind) is end) for end in (Stage.SOLVED, Stage.CLOSED))
BEFORE = (Stage.QUIET, *PATH[:-1], Stage.SOLVED)  # before others help, and after it was solved without them
LEADS_ON = {
    "concern closed": (Stage.CONCERN, Stage.CHECKLIST, Stage.TRYING),
    "trying something": (Stage.CONCERN,),
    "consent asked": (*BEFORE, Stage.TOGETHER),  # what is asked in a closed matter, as to be called later, leaves it closed
    "checklist followed up": (*BEFORE, Stage.TOGETHER),
    "party invited": (*BEFORE, Stage.CLOSED),
    JOINED: (Stage.QUIET, Stage.CONSENT, Stage.CLOSED),
    "information meeting held": (Stage.TOGETHER,),
    **dict.fromkeys(TOLD[Stage.MAPPING], (Stage.TOGETHER,)),
    "plan begun": (Stage.QUIET, Stage.CONSENT, Stage.TOGETHER, Stage.MAPPING),
    "follow-up done": (Stage.PLAN,),
    **dict.fromkeys(TOLD[Stage.FOLLOWED][1:], ALONG),
}
DECIDED = ("checklist solved here", "checklist taken further", "checklist followed up")
EARLY = ("checklist begun", "checklist solved here", "checklist taken further", "concern taken further")  # begin nothing anew there


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

    @property
    def fills_in(self) -> bool:
        """Whether a checklist was begun and nobody has decided what comes of it."""
        return self.has("checklist begun") and not any(self.has(kind, after="checklist begun") for kind in DECIDED)


def standing(happened: Iterable[Happened], joined_at: dt.datetime | None = None, left_at: dt.datetime | None = None) -> Standing:
    """Walk the spine from its beginning; of events at one moment the furthest along the path counts last.

    `joined_at`: since when one's own side helps, on another's invitation; a yes that it asks for itself is no step back.
    `left_at`: when its part ended.
    """
    part = [Happened(kind, at) for kind, at in ((JOINED, joined_at), (LEFT, left_at)) if at]
    spine = sorted([*happened, *part], key=lambda one: (one.at, _PLACES.get(one.kind, -1)))
    passed: set[Stage] = set()
    stage, since = Stage.QUIET, None
    for one in spine:
        asks = bool(joined_at and one.at >= joined_at and one.kind == "consent asked")
        new = stage if asks else _moved(stage, one.kind, passed)
        if new is not stage:
            passed = set() if new in AGAIN and stage in RESTING else passed | {stage}
            stage, since = new, one.at
        if one.kind == TRIED:
            passed.add(Stage.TRYING)
    return Standing(stage, since, frozenset(passed - set(RESTING)), tuple(reversed(spine)))


def _moved(stage: Stage, kind: str, passed: set[Stage]) -> Stage:
    if kind in WAKES:
        return Stage.CONCERN if stage in RESTING else stage
    if (kind in LEADS_ON and stage not in LEADS_ON[kind]) or (kind in EARLY and stage in ALONG[1:]):
        return stage
    if kind == "matter opened again" and Stage.PLAN in passed:
        return Stage.FOLLOWED  # one goes on from where one was
    return MOVES.get(kind, stage)


def path(found: Standing) -> list[tuple[str, str]]:
    """The five steps with their state: done, now, ahead, skipped, or taken before one's own time.

    Those who help together have a way of their own. Of a way that one has left one reads nothing any more, and nothing is said of it.
    """
    if found.has(LEFT) and found.stage is Stage.CLOSED:
        return []
    if found.stage is Stage.CLOSED or found.stage in ALONG[1:] or (found.stage is Stage.TOGETHER and found.has(JOINED)):
        here = len(ALONG) if found.stage is Stage.CLOSED else ALONG.index(found.stage)
        return [(STAGE_WORDS[step], _state(order, here, _was_there(found, step))) for order, step in enumerate(ALONG)]
    if found.stage in RESTING:
        done = found.stage is not Stage.QUIET
        return [(STAGE_WORDS[step], "done" if done and step in found.passed else "ahead") for step in PATH]
    here, left_out = PATH.index(found.stage), "before" if found.has(JOINED) else "skipped"
    return [(STAGE_WORDS[step], _state(order, here, step in found.passed, left_out)) for order, step in enumerate(PATH)]


def _was_there(found: Standing, step: Stage) -> bool:
    """Also what was done after the next had begun: a plan may be made first and the needs summed up later."""
    return step in found.passed or any(MOVES.get(one.kind) is step for one in found.latest)


def _state(order: int, here: int, was_passed: bool, left_out: str = "skipped") -> str:
    if order == here:
        return "now"
    return "ahead" if order > here else "done" if was_passed else left_out


def is_told(found: Standing) -> bool:
    """Whether what the yes covers has been told, so that others can be asked to help."""
    return found.has("consent opened", after="consent asked")


def is_again(found: Standing) -> bool:
    """Whether a closed matter was opened again, and one has not looked since at how it goes."""
    return all(found.has("matter opened again", after=kind) for kind in TOLD[Stage.FOLLOWED])
