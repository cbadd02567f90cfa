"""The page "May I tell?": one question at a time, until the secrecy rules can answer.

Answers are kept as the page sends them: a dict from a question's key to the value chosen.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from samling.kernel.regime import Regime
from samling.kernel.words import _

from .secrecy import judge
from .verdict import Facts, Matter, Recipient, Unknown, Verdict

YES_NO = (("yes", _("Yes")), ("no", _("No or not sure")))
AGES = range(0, 26)


@dataclass(frozen=True, slots=True)
class Question:
    """One step of the walk; `choices` is empty for a number."""

    key: str
    text: str
    help: str = ""
    choices: tuple[tuple[str, str], ...] = YES_NO


PLACES = (
    (Regime.SCHOOL_OTHER, _("Teaching, attendance and the school office")),
    (Regime.SCHOOL_SUPPORT, _("The school's support for pupils, such as the head teacher's inquiries")),
    (Regime.SCHOOL_HEALTH, _("Student health: counsellor, psychologist, special educator")),
    (Regime.SCHOOL_MEDICAL, _("The school nurse or school doctor")),
    (Regime.LEISURE, _("After-school care")),
    (Regime.PRESCHOOL, _("Preschool")),
    (Regime.PRIVATE_SCHOOL, _("An independent school or preschool")),
    (Regime.SOCIAL, _("Social services")),
    (Regime.HEALTH, _("Health care: child health centre, clinic, child psychiatry")),
)

RECIPIENTS = (
    *PLACES,
    (Recipient.GUARDIAN, _("A guardian")),
    (Recipient.CHILD, _("The child")),
    (Recipient.OUTSIDER, _("Someone else: a parent without custody, a relative, a club")),
    (Recipient.CRIME, _("The police or an authority that looks for crime or wrong payments")),
)

MATTERS = (
    (Matter.CHILD, _("How the child is and what has been done")),
    (Matter.DECISION, _("That a decision about support was made")),
    (Matter.OTHER_PERSON, _("Something about a parent, a sibling or another person")),
    (Matter.PROTECTED, _("Where a person with protected identity lives or can be found")),
    (Matter.INFORMANT, _("Who spoke to the social services")),
)

_QUESTIONS = (
    Question(
        "source",
        _("Where do you know it from?"),
        _("The place where it was told or noted decides, not your profession."),
        (*PLACES, (Regime.REPORT, _("A concern report that was made here"))),
    ),
    Question("recipient", _("Whom do you want to tell?"), "", RECIPIENTS),
    Question("matter", _("What do you want to tell?"), "", MATTERS),
    Question("child_age", _("How old is the child?"), _("In whole years."), ()),
    Question(
        "same_authority",
        _("Do you work under the same board?"),
        _("For example both at schools under the same education board."),
    ),
    Question(
        "duty",
        _("Do you suspect that the child is harmed?"),
        _("Suspicion is enough. You do not need to be sure."),
    ),
    Question("inquiry_asks", _("Is it the social services that ask, in an open inquiry?")),
    Question(
        "consent",
        _("Have they said yes?"),
        _("All who must be asked, to this information and to this recipient."),
        (
            ("yes", _("Yes, and the yes still stands")),
            ("not_asked", _("They have not been asked or not answered")),
            ("no", _("No, they have said no or taken it back")),
        ),
    ),
    Question(
        "needed_for_support",
        _("Is it needed for the child to get the right support?"),
        _("Only what is needed. Leave out the rest."),
    ),
    Question(
        "harm_tested",
        _("Can it be told without harm to the child or anyone close?"),
        _("Think of the child in this very situation. In preschool and student health it must be clear."),
    ),
    Question(
        "clearly_outweighs",
        _("Is it obvious that the other authority's need weighs more?"),
        _("Only for a single, clear case. Ask your head before you answer yes."),
    ),
    Question("no_contact", _("Is there a decision not to contact the home?")),
    Question(
        "child_decides",
        _("Is the child mature enough to decide this alone?"),
        _("There is no fixed age. You judge it in each matter, often from about 12."),
    ),
    Question(
        "significant_harm",
        _("Would the child come to significant harm if the guardian knew?"),
        _("More than discomfort or a quarrel."),
    ),
    Question("mature", _("Is the child mature enough to hear this?")),
    Question("violence_risk", _("Is there a risk of violence or other serious harm if the name is known?")),
)

QUESTIONS: dict[str, Question] = {question.key: question for question in _QUESTIONS}
ASKED_AS = {"consent_standing": "consent", "consent_refused": "consent"}


def next_question(answers: Mapping[str, str]) -> Question | Verdict:
    """The next question that decides something, or the verdict; an answer without sense is asked again."""
    try:
        return judge(facts_of(answers))
    except Unknown as missing:
        return QUESTIONS[ASKED_AS.get(missing.key, missing.key)]


def walked(answers: Mapping[str, str]) -> list[tuple[Question, str]]:
    """The questions that led here with the label of each answer, in the order they were asked.

    Answers that no longer decide anything, left from an earlier road, are not in it.
    """
    told: dict[str, str] = {}
    road: list[tuple[Question, str]] = []
    step = next_question(told)
    while isinstance(step, Question) and _read(step.key, answers.get(step.key, "")) is not None:
        told[step.key] = answers[step.key]
        road.append((step, dict(step.choices).get(told[step.key], told[step.key])))
        step = next_question(told)
    return road


def facts_of(answers: Mapping[str, str]) -> Facts:
    """The answers as facts; what is missing or makes no sense is left unknown."""
    read = {key: _read(key, value) for key, value in answers.items() if key in QUESTIONS}
    consent = read.pop("consent", None)
    if consent:
        read |= {"consent_standing": consent == "yes", "consent_refused": consent == "no"}
    return Facts(**{key: value for key, value in read.items() if value is not None})


def _read(key: str, value: str) -> Any:
    question = QUESTIONS[key]
    if not question.choices:
        return int(value) if value.isascii() and value.isdigit() and int(value[:4]) in AGES else None
    allowed: dict[str, Any] = {str(code): code for code, _label in question.choices}
    if question.choices is YES_NO:
        return {"yes": True, "no": False}.get(value)
    return allowed.get(value)
