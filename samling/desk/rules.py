"""The one thing to do next about a child, from where her matter stands. Plain values."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from samling.clocks.stage_rules import ALONG, RESTING, Stage, Standing, is_told
from samling.kernel.words import _


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
    DECIDE = "decide"
    LET_GO = "let go"
    OPEN_AGAIN = "open again"
    REPLY = "reply"
    PASS_ON = "pass on"
    WELCOME = "welcome"
    MAP = "map"
    CALL = "call"
    MEET = "meet"
    PLAN = "plan"
    ASK_HOW = "ask how"
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
    Next.DECIDE: _("Follow up and decide"),
    Next.LET_GO: _("Go on with the closing"),
    Next.OPEN_AGAIN: _("Open it again"),
    Next.REPLY: _("Answer the school"),
    Next.PASS_ON: _("Note who takes over"),
    Next.WELCOME: _("Meet the family"),
    Next.MAP: _("Begin the three views"),
    Next.CALL: _("Call a joint meeting"),
    Next.MEET: _("Open the meeting"),
    Next.PLAN: _("Begin a plan"),
    Next.ASK_HOW: _("Ask how it is"),
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
    is_alone: bool = False  # others were invited, and nobody is there or asked now
    meets_team: bool = False  # a team meets the school, and the yes opens the way to it
    decide_on: dt.date | None = None  # the day when one looks again, as the latest decision says
    is_closing: bool = False  # a closing is being prepared
    goes_back: bool = False  # the matter is closed, and the way back is open
    is_stopped: bool = False  # the home must not be contacted, and the reader may know
    # On the way together:
    asks_team: bool = False  # a school waits for the answer of one's team
    points_on: bool = False  # one's team points further, and nobody has taken over yet
    meets_family: bool = False  # the information meeting is to be arranged or held
    meets_on: dt.date | None = None  # the next joint meeting
    was_met: bool = False  # a joint meeting has been held
    has_views: bool = False
    has_plan: bool = False
    asks_on: dt.date | None = None  # the next day of follow-up
    review_on: dt.date | None = None  # the day when the plan is looked at again

    def has_come(self, day: dt.date | None, ahead: int = 0) -> bool:
        """Whether a day is here, or so many days ahead."""
        return day is not None and day <= self.today + dt.timedelta(days=ahead)


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
    return wanted if allowed.get(wanted, can.note) else Next.NOTE if can.note else Next.TELL


def _wanted(found: Standing, can: Can, facts: Facts) -> Next:
    if facts.is_closing:
        return Next.LET_GO
    if found.stage in RESTING:
        return Next.OPEN_AGAIN if found.stage is Stage.CLOSED and facts.goes_back else Next.TELL
    if facts.has_come(facts.decide_on):
        return Next.DECIDE
    if found.stage in ALONG and (facts.is_met or not (found.stage is Stage.TOGETHER or facts.is_alone)):
        return _together(found, facts)
    if found.stage is Stage.CONCERN:
        return Next.TAKE_CARE if can.handle and not found.has("concern taken care of") else Next.BEGIN
    if found.stage is Stage.CHECKLIST:
        return Next.GO_ON
    if found.stage is Stage.TRYING:
        return _after_trying(found, facts)
    return _across(found, facts)


def _together(found: Standing, facts: Facts) -> Next:
    """What those who help together do next: what someone waits for, then the way to a plan, then whether it helps."""
    if facts.asks_team or facts.points_on:
        return Next.PASS_ON if facts.points_on else Next.REPLY
    if facts.is_stopped:
        return Next.NOTE
    if facts.meets_family:
        return Next.WELCOME
    if facts.has_come(facts.meets_on, ahead=1):
        return Next.MEET
    if not facts.has_plan:
        return _to_a_plan(facts)
    if facts.has_come(facts.asks_on):
        return Next.ASK_HOW
    return Next.DECIDE if facts.has_come(facts.review_on) else Next.GO_ON if found.fills_in else Next.NOTE


def _to_a_plan(facts: Facts) -> Next:
    if not facts.has_views:
        return Next.MAP
    if facts.meets_on:
        return Next.MEET
    return Next.PLAN if facts.was_met else Next.CALL


def _after_trying(found: Standing, facts: Facts) -> Next:
    if facts.follow_up_on and facts.follow_up_on <= facts.today:
        return Next.FOLLOW_UP
    return Next.NOTE if found.has("checklist begun") else Next.BEGIN


def _across(found: Standing, facts: Facts) -> Next:
    if facts.is_alone and not facts.decide_on and not facts.is_stopped:
        return Next.DECIDE
    if facts.is_stopped or facts.is_met or found.has("party invited", after="consent asked"):
        return Next.GO_ON if found.fills_in else Next.NOTE
    if not facts.is_asked:
        return Next.ASK
    if facts.waits:
        return Next.ANSWER
    if not facts.said_yes:
        return Next.NOTE
    if not is_told(found):
        return Next.OPEN
    return Next.REFER if facts.meets_team else Next.INVITE
