"""Who may ask the team, what the team may answer, and which tier the facts point at. Plain values in and out."""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.settable import shipped
from samling.kernel.words import _
from samling.kernel.workdays import workdays_after

TRIAGE_DAYS = shipped("deadline.triage_days")
ASKS = ("head_teacher", "deputy_head", "preschool_head", "student_health_head")
ANSWERED = "referral_answered"  # the notice to the one who asked
A_MONTH, HALF_A_YEAR = dt.timedelta(days=30), dt.timedelta(days=182)


class State(StrEnum):
    """Where a referral stands: asked, in the team's hands, or answered in one of the ways."""

    ASKED = "asked"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    ADVISED = "advised"
    REDIRECTED = "redirected"
    PASSED = "passed"
    DECLINED = "declined"
    ENDED = "ended"


STEPS: dict[State, set[State]] = {
    State.ASKED: {State.RECEIVED, State.ENDED},
    State.RECEIVED: {State.ACCEPTED, State.ADVISED, State.REDIRECTED, State.DECLINED, State.ENDED},
    State.REDIRECTED: {State.PASSED, State.ACCEPTED, State.ADVISED, State.DECLINED},
    State.ACCEPTED: {State.DECLINED},
    State.ADVISED: set(),
    State.PASSED: set(),
    State.DECLINED: set(),
    State.ENDED: set(),
}
WAITS = (State.ASKED, State.RECEIVED, State.REDIRECTED)
LEAVES = (State.ADVISED, State.DECLINED, State.PASSED)  # with these answers the team's part is over

# What the story says of each.
EVENTS = {
    State.ASKED: _("the team asked"),
    State.RECEIVED: _("the team has received it"),
    State.ACCEPTED: _("the team said yes"),
    State.ADVISED: _("the team gave advice"),
    State.REDIRECTED: _("the team points further"),
    State.PASSED: _("another has taken over"),
    State.DECLINED: _("the family declined"),
}


class Row(StrEnum):
    """The seven rows that a suggested tier is read from (domain reference 5.1)."""

    BREADTH = "breadth"
    DURATION = "duration"
    RESPONSE = "response"
    ATTENDANCE = "attendance"
    PARTIES = "parties"
    OWN = "own"
    PROTECTIVE = "protective"


# The question of each row and its three answers, worth 0, 1 and 2 points.
ROWS: dict[Row, tuple[str, tuple[str, str, str]]] = {
    Row.BREADTH: (_("Where does it show?"), (_("in one of child, school and home"), _("in two of them"), _("in all three"))),
    Row.DURATION: (_("For how long?"), (_("less than a month"), _("one to six months"), _("more than six months"))),
    Row.RESPONSE: (
        _("What has come of what you tried?"),
        (_("it has not been tried yet"), _("it has helped partly"), _("it was tried and asked about, without effect")),
    ),
    Row.ATTENDANCE: (
        _("The local ladder of absence"),
        (_("under the first step"), _("the first or second step"), _("the third step, or away altogether")),
    ),
    Row.PARTIES: (
        _("Who is needed?"),
        (_("the school alone"), _("the school and one more"), _("the school, social services and health care")),
    ),
    Row.OWN: (_("How does the child say it is?"), (_("mostly fine"), _("mixed"), _("mostly bad"))),
    Row.PROTECTIVE: (_("What holds the child up?"), (_("much"), _("some"), _("little"))),
}  # fmt: skip
MOST = {1: 4, 2: 9, 3: 14}  # the highest sum of each tier


class Suggestion(NamedTuple):
    """A tier to think about, never a decision: its points, how many rows are known, and what else it raises."""

    tier: int
    points: int
    known: int
    back: bool  # the school has more to try: advice may be the answer
    sip: bool  # social services and health care are both needed: ask the SIP question (SoL 10:8)


def suggest(rows: Mapping[Row, int | None]) -> Suggestion:
    """The tier that the seven rows point at. A row that is not known counts nothing, and is told as not known."""
    known = {row: points for row, points in rows.items() if points is not None}
    points = sum(known.values())
    tier = next(tier for tier, most in MOST.items() if points <= most)
    back = known.get(Row.RESPONSE) == 0 and known.get(Row.BREADTH, 0) <= 1
    return Suggestion(tier, points, len(known), back, known.get(Row.PARTIES) == 2)


def breadth(worlds: int) -> int | None:
    """One of child, school and home, two of them, or all; None when nothing is known."""
    return min(worlds, 3) - 1 if worlds else None


def duration(since: dt.date | None, today: dt.date) -> int | None:
    """From the day the first concern was seen."""
    if since is None:
        return None
    return 0 if today - since < A_MONTH else 1 if today - since <= HALF_A_YEAR else 2


def response(effects: list[str]) -> int | None:
    """What the lines of tried adaptations say, whoever evaluated them; None without a checklist."""
    asked = [effect for effect in effects if effect != "not_evaluated"]
    if not asked:
        return 0
    return 1 if {"helped", "partly"} & set(asked) else 2


def attendance(step: int | None) -> int | None:
    """From the step of the local ladder that is reached, 0 under the first; None when no week is known."""
    if step is None:
        return None
    return min((step + 1) // 2, 2)


def may_refer(*, role: str, same_unit: bool, is_protected: bool, is_open: bool) -> Answer:
    """The head asks, on behalf of student health, one question at a time (domain reference 2.2, step 5)."""
    if role not in ASKS or not same_unit:
        return refuse(_("The head of the child's school asks the team, for the student health team."))
    if is_protected:
        return refuse(_("A child with protected identity is not asked about here. Ring the team, and meet."))
    if is_open:
        return refuse(_("The team has been asked already. Their answer comes first."))
    return allow(_("You lead the school that the child goes to."))


def may_send(*, serves: bool, has_ground: bool) -> Answer:
    """A team that meets this school is asked, when the family's yes stands and the name has been told."""
    if not serves:
        return refuse(_("This team does not meet your school."))
    if not has_ground:
        return refuse(_("There is no yes that stands and covers the name. Ask the home first."))
    return allow(_("The home has said yes."))


def may_answer(*, at_team: bool, state: State, to: State) -> Answer:
    """The team answers what it has received; what points further may be answered anew until someone has taken over."""
    if not at_team:
        return refuse(_("The team that was asked answers."))
    if to not in STEPS[state]:
        return refuse(_("This has been answered already. Read the page again to see where it stands."))
    return allow(_("You were asked."))


def may_pass(*, at_team: bool, state: State, how: str, joined: bool) -> Answer:
    """A pointing-further is over only when whoever it was pointed at has said yes."""
    answer = may_answer(at_team=at_team, state=state, to=State.PASSED)
    if answer and how == "here" and not joined:
        return refuse(_("They have not said yes here yet. Until then it stays with you."))
    return answer


def state_of(*, answer: State | None, passed: bool, received: bool, ended: bool) -> State:
    """Where it stands, from its rows."""
    if answer is State.REDIRECTED:
        return State.PASSED if passed else State.REDIRECTED
    if answer is not None:
        return answer
    if ended:
        return State.ENDED
    return State.RECEIVED if received else State.ASKED


def due(asked_on: dt.date, days: int = TRIAGE_DAYS) -> dt.date:
    """The last day to answer, in working days."""
    return workdays_after(asked_on, days)


def lives_elsewhere(home: str, school: str) -> bool:
    """Whether the child lives in another municipality than the school's; not known is no."""
    return bool(home and school and home != school)
