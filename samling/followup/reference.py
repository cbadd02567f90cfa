"""The words of follow-up: times, ways and states."""

from collections.abc import Mapping
from enum import StrEnum

from samling.instruments.shape import Time, Voice
from samling.kernel.words import _

from .rules import How, State

TIMES: dict[StrEnum, str] = {
    Time.T0: _("At the start"),
    Time.T1: _("After about three months"),
    Time.T2: _("At closing"),
    Time.T3: _("Six months after closing"),
    Time.T4: _("A year after closing"),
    Time.LIGHT: _("Does it help? A short check"),
    Time.SOLVED: _("Six weeks after it was solved here"),
    Time.MEETING: _("After a joint meeting"),
    Time.NEXT_MEETING: _("After the meeting that follows up"),
}
WAYS: dict[StrEnum, str] = {
    How.TABLE: _("Together at the table"),
    How.PHONE: _("On the phone"),
    How.PAPER: _("On paper"),
    How.LINK: _("By a link that works once"),
    How.SCORE: _("A total from a form on an agreement"),
}
ASKING = {how: words for how, words in WAYS.items() if how is not How.SCORE}
STATES: dict[StrEnum, str] = {
    State.ANSWERED: _("Answered"),
    State.SKIPPED: _("Skipped this time"),
    State.DECLINED: _("Did not want to answer"),
}
VOICES: dict[StrEnum, str] = {Voice.CHILD: _("The child"), Voice.HOME: _("Home"), Voice.SCHOOL: _("School")}
ACTORS = {Voice.CHILD: "child", Voice.HOME: "home", Voice.SCHOOL: "school"}


def choices(said: Mapping[StrEnum, str]) -> list[tuple[str, str]]:
    """The words as the choices of a column."""
    return [(code.value, words) for code, words in said.items()]
