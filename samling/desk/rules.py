"""Where a child stands and the one thing to do next, worked out from what has happened. Plain values."""

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
    SOLVED = "solved"


STAGE_WORDS = {
    Stage.QUIET: _("Nothing going on"),
    Stage.CONCERN: _("Concern"),
    Stage.CHECKLIST: _("Checklist"),
    Stage.TRYING: _("Trying something"),
    Stage.CONSENT: _("Yes and no"),
    Stage.TOGETHER: _("Together"),
    Stage.SOLVED: _("Solved"),
}
PATH = (Stage.CONCERN, Stage.CHECKLIST, Stage.TRYING, Stage.CONSENT, Stage.TOGETHER)
RESTING = (Stage.QUIET, Stage.SOLVED)

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
}
ENDS = tuple(kind for kind, stage in MOVES.items() if stage is Stage.SOLVED)
AGAIN = (Stage.CONCERN, Stage.CHECKLIST)  # from rest, these begin the path anew
WAKES = ("concern noted", "concern taken care of")
MARKS = [*WAKES, *MOVES, "consent opened"]  # all that where it stands and the next step follow from
LEADS_ON = {
    "concern closed": (Stage.CONCERN, Stage.CHECKLIST, Stage.TRYING),
    "trying something": (Stage.CONCERN,),
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
    return Standing(stage, since, frozenset(passed - set(RESTING)), tuple(reversed(spine)))


def joined(found: Standing, at: dt.datetime) -> Standing:
    """One who was invited to help stands where the helpers stand together, also while asking for a yes of its own."""
    return replace(found, stage=Stage.TOGETHER, since_at=at) if found.stage in (Stage.QUIET, Stage.CONSENT) else found


def _moved(stage: Stage, kind: str) -> Stage:
    if kind in WAKES:
        return Stage.CONCERN if stage in RESTING else stage
    if kind in LEADS_ON and stage not in LEADS_ON[kind]:
        return stage
    return MOVES.get(kind, stage)


def path(found: Standing) -> list[tuple[str, str]]:
    """The five steps with their state: done, now, ahead or skipped."""
    if found.stage in RESTING:
        done = found.stage is Stage.SOLVED
        return [(STAGE_WORDS[step], "done" if done and step in found.passed else "ahead") for step in PATH]
    here = PATH.index(found.stage)
    return [(STAGE_WORDS[step], _state(order, here, step in found.passed)) for order, step in enumerate(PATH)]


def _state(order: int, here: int, was_passed: bool) -> str:
    if order == here:
        return "now"
    return "ahead" if order > here else "done" if was_passed else "skipped"


class Next(StrEnum):
    """The one thing to do next about a child."""

    TELL = "tell"
    TAKE_CARE = "take care"
    BEGIN = "begin"
    GO_ON = "go on"
    FOLLOW_UP = "follow up"
    ASK = "ask"
    ANSWER = "answer"
    OPEN = "open"
    REFER = "refer"
    INVITE = "invite"
    NOTE = "note"


NEXT_WORDS = {
    Next.TELL: _("Tell about a concern"),
    Next.TAKE_CARE: _("Take care of the concern"),
    Next.BEGIN: _("Begin the checklist"),
    Next.GO_ON: _("Go on with the checklist"),
    Next.FOLLOW_UP: _("Ask how it went"),
    Next.ASK: _("Ask for a yes"),
    Next.ANSWER: _("Note what they answer"),
    Next.OPEN: _("Tell what they said yes to"),
    Next.REFER: _("Ask the early support team"),
    Next.INVITE: _("Invite those who can help"),
    Next.NOTE: _("Write a note"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Can:
    """What the acting capacity may do here."""

    handle: bool = False  # takes care of concerns
    fill_in: bool = False  # fills in the checklist
    ask: bool = False  # asks for consent and notes answers
    note: bool = False
    refer: bool = False  # asks the early support team for the school
    may_know: bool = False  # of a decision not to contact the home


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What else decides: when one asks how it went, who has answered, who is there already."""

    today: dt.date
    follow_up_on: dt.date | None = None
    said_yes: bool = False
    is_asked: bool = False
    waits: bool = False
    is_met: bool = False
    meets_team: bool = False  # a team meets the school, and the yes opens the way to it
    is_stopped: bool = False  # the home must not be contacted, and the reader may know


def next_step(found: Standing, can: Can, facts: Facts) -> Next:
    """Exactly one thing, and always something that this capacity may do."""
    wanted = _wanted(found, can, facts)
    allowed = {
        Next.TELL: True,
        Next.TAKE_CARE: can.handle,
        Next.BEGIN: can.fill_in,
        Next.GO_ON: can.fill_in,
        Next.FOLLOW_UP: can.fill_in,
        Next.ASK: can.ask,
        Next.ANSWER: can.ask,
        Next.OPEN: can.ask,
        Next.REFER: can.refer,
        Next.INVITE: can.ask,
        Next.NOTE: can.note,
    }
    return wanted if allowed[wanted] else Next.NOTE if can.note else Next.TELL


def _wanted(found: Standing, can: Can, facts: Facts) -> Next:
    if found.stage in RESTING:
        return Next.TELL
    if found.stage is Stage.CONCERN:
        return Next.TAKE_CARE if can.handle and not found.has("concern taken care of") else Next.BEGIN
    if found.stage is Stage.CHECKLIST:
        return Next.GO_ON
    if found.stage is Stage.TRYING:
        return _after_trying(found, facts)
    return _across(found, facts)


def _after_trying(found: Standing, facts: Facts) -> Next:
    if facts.follow_up_on and facts.follow_up_on <= facts.today:
        return Next.FOLLOW_UP
    return Next.NOTE if found.has("checklist begun") else Next.BEGIN


def is_told(found: Standing) -> bool:
    """Whether what the yes covers has been told, so that others can be asked to help."""
    return found.has("consent opened", after="consent asked")


def _across(found: Standing, facts: Facts) -> Next:
    if facts.is_stopped or facts.is_met or found.has("party invited", after="consent asked"):
        return Next.NOTE
    if not facts.is_asked:
        return Next.ASK
    if facts.waits:
        return Next.ANSWER
    if not facts.said_yes:
        return Next.NOTE
    if not is_told(found):
        return Next.OPEN
    return Next.REFER if facts.meets_team else Next.INVITE
