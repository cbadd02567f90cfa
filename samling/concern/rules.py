"""What may be done with a concern, by whom, and what whoever raised it is told. Plain values in and out."""

import datetime as dt
from enum import StrEnum

from samling.access.verdict import Basis, Verdict
from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.categories import Category
from samling.kernel.regime import Domain, Regime, regime_of
from samling.kernel.settable import shipped
from samling.kernel.words import _
from samling.kernel.workdays import workdays_after

REPLY_DAYS = shipped("deadline.reply_days")  # working days; an organisation may settle its own
NOT_TOLD = "not told yet"
FEEDBACK_DAYS = shipped("deadline.feedback_days")  # the assessment in 14 days, then a week to tell the reporter (SoL 20:2, 19:6)

LEADS = ("head_teacher", "deputy_head", "preschool_head", "student_health_head", "unit_head", "care_head")
STUDENT_HEALTH = ("school_counsellor", "school_psychologist", "special_educator", "tsi_member")
RECEIVING = LEADS + STUDENT_HEALTH
SCHOOLS = (Domain.SCHOOL, Domain.PRIVATE_SCHOOL)

# Code: youngest and oldest in whole years. A band never straddles 18, where the rules of secrecy change.
AGE_BANDS = {
    "0-5": (0, 5),
    "6-9": (6, 9),
    "10-12": (10, 12),
    "13-15": (13, 15),
    "16-17": (16, 17),
    "18-20": (18, 20),
}


class State(StrEnum):
    """Where a concern stands: the kind of the latest step taken with it."""

    RAISED = "raised"
    TAKEN = "taken"
    TRYING = "trying"
    ONWARD = "onward"
    CLOSED = "closed"


STEPS: dict[State, set[State]] = {
    State.RAISED: {State.TAKEN, State.TRYING, State.ONWARD, State.CLOSED},
    State.TAKEN: {State.TRYING, State.ONWARD, State.CLOSED},
    State.TRYING: {State.ONWARD, State.CLOSED},
    State.ONWARD: {State.CLOSED},
    State.CLOSED: {State.TAKEN},
}


# What the story says of each step.
EVENTS = {
    State.TAKEN: _("concern taken care of"),
    State.TRYING: _("trying something"),
    State.ONWARD: _("concern taken further"),
    State.CLOSED: _("concern closed"),
}


class Word(StrEnum):
    """The outcome that whoever raised a concern may always know."""

    RECEIVED = "received"
    SOLVED = "solved"
    ONWARD = "onward"


# What "May I tell?" asks a person here; the rest follows from the capacity and the receiving unit.
ASKED = ("duty", "inquiry_asks", "consent", "needed_for_support", "harm_tested", "clearly_outweighs")

# The kinds of notices: the desk shows them as sentences.
ANSWERED = _("concern answered")
HEAR_BACK = _("report feedback")

# Why a concern is closed, and what that is to the one who raised it.
CLOSINGS = {
    "solved": Word.SOLVED,
    "gone": Word.SOLVED,
    "joined": Word.RECEIVED,
    "elsewhere": Word.ONWARD,
}


def word_for(step: State, because: str = "") -> Word:
    """What a step is to the one who raised the concern: received, solved or taken further."""
    if step is State.CLOSED:
        return CLOSINGS[because]
    return Word.ONWARD if step is State.ONWARD else Word.RECEIVED


def may_raise(*, is_family: bool, holds_children: bool) -> Answer:
    """Everyone who works with children, in whatever authority, may raise a concern; a family rings."""
    if is_family:
        return refuse(_("Ring the school or the team. They note what you tell them."))
    if not holds_children:
        return refuse(_("Your role does not work with single children. Ask someone who does to note it."))
    return allow(_("You work with children."))


def may_name_at_once(*, domain: str, unit_kind: str) -> Answer:
    """Inside the school that receives the concern the pupil is named; from anywhere else nobody is."""
    if domain in SCHOOLS and unit_kind in ("school", "preschool"):
        return allow(_("The child goes where you work. You say who it is."))
    return refuse(_("You work outside the school. You ask without saying who the child is."))


def may_handle(role: str) -> Answer:
    """Those who lead the unit, and its student health, take care of concerns."""
    if role in RECEIVING:
        return allow(_("You take care of concerns here."))
    return refuse(_("The head and student health take care of concerns. See yours in “What you told”."))


def may_step(state: State, to: State, *, role: str, because: str = "", at_table: bool = False) -> Answer:
    """Whether a concern may go from a state to the next; closing names its reason.

    `at_table`: the table around the concern's checklist has decided it, whoever of them says so.
    """
    answer = allow(_("The table has decided.")) if at_table else may_handle(role)
    if not answer:
        return answer
    if to not in STEPS[state]:
        return refuse(_("This has already gone further. Read the page again to see where it stands."))
    if to is State.CLOSED and because not in CLOSINGS:
        return refuse(_("Choose why the concern is closed."))
    return allow(_("This is a next step."))


def may_begin_naming(*, is_own: bool, has_name: bool) -> Answer:
    """A name is added by the one who asked, once."""
    if not is_own:
        return refuse(_("Only the one who asked may say who the child is."))
    if has_name:
        return refuse(_("The name is already there."))
    return allow(_("You asked. You may see whether there is a ground to tell."))


def may_name(verdict: Verdict, *, is_own: bool, has_name: bool) -> Answer:
    """A name is added to a nameless concern by its writer, on a ground for telling, and never as a report."""
    begin = may_begin_naming(is_own=is_own, has_name=has_name)
    if not begin:
        return begin
    if verdict and verdict.basis is Basis.DUTY:
        return refuse(_("This goes straight to the social services, from you. Samling never sends it."))
    return Answer(bool(verdict), verdict.because)


def may_open_here(*, role: str, has_name: bool) -> Answer:
    """The receiver opens the child in the own compartment once the name has been said."""
    if not has_name:
        return refuse(_("The name has not been said yet."))
    return may_handle(role)


def source_regime(*, domain: str, role: str, unit_kind: str) -> Regime:
    """The secrecy that the writer's knowledge stands under, from the capacity she writes in."""
    category = Category.CONCERN
    if role in STUDENT_HEALTH:
        category = Category.STUDENT_HEALTH
    elif role == "leisure_staff":
        category = Category.LEISURE
    return regime_of(Domain(domain), category, preschool=unit_kind == "preschool")


def recipient_regime(*, domain: str, unit_kind: str) -> Regime:
    """The secrecy that the receiving unit reads under."""
    return regime_of(Domain(domain), Category.CONCERN, preschool=unit_kind == "preschool")


def may_keep_note(*, has_place: bool) -> Answer:
    """Where a report compartment stands beside the own one, the reporter may note that a report was made."""
    if not has_place:
        return refuse(_("Where you work, reports are noted in your own records. Samling keeps no note."))
    return allow(_("Only you can read the note."))


def reply_due(raised_on: dt.date, days: int = REPLY_DAYS) -> dt.date:
    """The last day to answer whoever raised a concern, in working days."""
    return workdays_after(raised_on, days)


def feedback_due(reported_on: dt.date) -> dt.date:
    """When a reporter who asks should have heard: assessment within 14 days, told within a week of it."""
    return reported_on + dt.timedelta(days=FEEDBACK_DAYS)


def for_guardians(*, danger: bool, told: bool, raised_as: str) -> tuple[str, str]:
    """Whether guardians may read a concern, and the reason's code if not (OSL 12:3)."""
    if danger:
        return "no", "danger"
    if raised_as == "child":
        return "child_decides", "raised by the child"
    return ("yes", "") if told or raised_as == "guardian" else ("no", NOT_TOLD)


def opens_to_home(home_knows: bool, hidden_because: str) -> bool:
    """A talk with the home opens what was hidden until that talk; danger and a child's trust stay hidden."""
    return home_knows and hidden_because == NOT_TOLD
