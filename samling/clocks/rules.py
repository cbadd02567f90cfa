"""Which days run around a child and where each comes from; who sees that a day has passed; who may ask. Plain values."""

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.settable import shipped
from samling.kernel.words import _

COORDINATOR_DAYS = shipped("deadline.coordinator_days")
HEAD_DAYS = shipped("deadline.head_days")
QUIET_DAYS = shipped("deadline.quiet_days")
NUDGE_DAYS = shipped("deadline.nudge_days")
NUDGED = "how_is_it_going"  # the notice to whoever holds the child's matter


class Sort(StrEnum):
    """What a running day is for."""

    TRIAGE = "triage"
    WELCOME = "welcome"
    SIP_CALL = "sip_call"
    SIP_MEETING = "sip_meeting"
    MEETING = "meeting"
    REVIEW = "review"
    FOLLOW_UP = "follow_up"
    EVALUATION = "evaluation"
    SUPPORT = "support"
    DECISION = "decision"
    PROMISE = "promise"
    CONSENT = "consent"
    ANSWER = "answer"
    ABSENCE = "absence"
    EXTRACT = "extract"
    LATER = "later"
    BACK = "back"


class Source(NamedTuple):
    """What the day is for in words, the law behind it, and the local setting that makes or follows it."""

    says: str
    law: str = ""
    setting: str = ""


# Every clock has a law or a local setting behind it (domain reference 2.1); a test holds this whole.
SOURCES: dict[Sort, Source] = {
    Sort.TRIAGE: Source(_("The team answers the school"), setting="deadline.triage_days"),
    Sort.WELCOME: Source(_("The family is met"), setting="deadline.welcome_days"),
    Sort.SIP_CALL: Source(_("A SIP meeting is called"), law="SoL 10:8, HSL 16:4", setting="sip.call_days"),
    Sort.SIP_MEETING: Source(_("A SIP meeting is held"), law="SoL 10:8, HSL 16:4", setting="sip.meeting_days"),
    Sort.MEETING: Source(_("A joint meeting is held"), setting="deadline.interpreter_days"),
    Sort.REVIEW: Source(_("The plan is looked at again"), setting="deadline.review_weeks"),
    Sort.FOLLOW_UP: Source(_("One asks how it went"), setting="deadline.follow_up_weeks"),
    Sort.EVALUATION: Source(_("One asks if what is tried helps"), law="SkolL 3:5", setting="deadline.coordinator_days"),
    Sort.SUPPORT: Source(_("The support is evaluated"), law="SkolL 3:9", setting="deadline.coordinator_days"),
    Sort.DECISION: Source(_("What a meeting decided is done"), setting="deadline.coordinator_days"),
    Sort.PROMISE: Source(_("What was promised is done"), setting="deadline.coordinator_days"),
    Sort.CONSENT: Source(_("A yes runs out"), law="OSL 10:1", setting="deadline.warn_first_days"),
    Sort.ANSWER: Source(_("Whoever has not answered about yes and no is reached"), law="FB 6:11, OSL 12:2", setting="deadline.answer_days"),
    Sort.ABSENCE: Source(_("The absence is looked into"), law="SkolL 7:19 a"),
    Sort.EXTRACT: Source(_("A request for an extract is answered"), law="GDPR 12.3, TF 2:15"),
    Sort.LATER: Source(_("One rings and asks how it went"), setting="deadline.back_months"),
    Sort.BACK: Source(_("The way back without a new referral is open"), setting="deadline.back_months"),
}


class Reach(StrEnum):
    """Who sees that a day has passed: first its owner, later whoever coordinates, at last the head."""

    OWNER = "owner"
    COORDINATOR = "coordinator"
    HEAD = "head"


def reach(due_on: dt.date, today: dt.date, *, coordinator_days: int = COORDINATOR_DAYS, head_days: int = HEAD_DAYS) -> Reach:
    """How far the word of a day that has passed has come. A head never hears before the one who coordinates."""
    late = (today - due_on).days
    if late >= max(head_days, coordinator_days):
        return Reach.HEAD
    return Reach.COORDINATOR if late >= coordinator_days else Reach.OWNER


def quiet_since(at: dt.datetime, *, days: int = QUIET_DAYS) -> dt.datetime:
    """Around whom nobody has been heard of since then, it has been quiet for too long."""
    return at - dt.timedelta(days=days)


def may_nudge(*, leads: bool, holder: bool, is_self: bool, asked_on: dt.date | None, today: dt.date, days: int = NUDGE_DAYS) -> Answer:
    """Whoever leads asks the one who holds it how it is going, once in a while and never over and over."""
    if not leads:
        return refuse(_("Whoever leads the unit asks how it is going."))
    if not holder:
        return refuse(_("Nobody holds this now. Say who works with the child first."))
    if is_self:
        return refuse(_("You hold this yourself."))
    if asked_on and (today - asked_on).days < days:
        return refuse(_("You have asked lately. Give it some days."))
    return allow(_("You ask how it is going. Nothing is said of anyone being late."))
