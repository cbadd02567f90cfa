"""The clock of an absence inquiry: what the law asks for, by when, and what has been done.

Skollagen 7:17 (the guardian is told the same day of invalid absence), 7:19 a (repeated or longer absence, valid or
not, is speedily looked into with the pupil, the guardians and student health, and reported to the owner of the
school), 7:22 (an owner other than the home municipality tells the home municipality).
"""

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.words import _

DUE = "absence-inquiry"
REPORT = "absence-report"
HANDS = ("mentor", "head_teacher", "deputy_head", "preschool_head", "student_health_head", "school_counsellor",
         "school_psychologist", "special_educator")  # fmt: skip


class With(StrEnum):
    """Who takes part in the inquiry."""

    PUPIL = "pupil"
    GUARDIANS = "guardians"
    STUDENT_HEALTH = "student_health"
    TEACHERS = "teachers"
    OTHERS = "others"


class Duty(NamedTuple):
    """One thing that the law asks for: what, by which paragraph, by when, and when it was done."""

    code: str
    title: str
    paragraph: str
    due_on: dt.date | None
    done_on: dt.date | None

    @property
    def is_done(self) -> bool:
        """Whether it has been done."""
        return self.done_on is not None


def due_on(opened_on: dt.date, days: int) -> dt.date:
    """The local deadline: the law says speedily and no number."""
    return opened_on + dt.timedelta(days=days)


def duties(
    *, opened_on: dt.date, due: dt.date, told_on: dt.date | None, done_on: dt.date | None,
    reported_on: dt.date | None, home_told_on: dt.date | None, is_guest: bool,
) -> list[Duty]:
    """The clock, in the order of the law."""
    found = [
        Duty("told", _("The guardians have been told"), "7:17", opened_on, told_on),
        Duty("done", _("The absence has been looked into"), "7:19 a", due, done_on),
        Duty("reported", _("Reported to the owner of the school"), "7:19 a", done_on, reported_on),
    ]
    if is_guest:
        found.append(Duty("home", _("The home municipality has been told"), "7:22", opened_on, home_told_on))
    return found


def is_guest(*, home: str, school: str, is_private: bool) -> bool:
    """Whether someone else than the home municipality owns the school (7:22)."""
    return is_private or bool(home and school and home != school)


def may_open(*, writes: bool, role: str, is_open: bool) -> Answer:
    """Who may begin to look into the absence."""
    if is_open:
        return refuse(_("The absence is being looked into already."))
    if not writes or role not in HANDS:
        return refuse(_("Your role does not look into absence. Talk with the head."))
    return allow(_("It is a decision that you make. The ladder only suggests it."))


def may_change(*, writes: bool, role: str) -> Answer:
    """Who may go on with the inquiry."""
    if not writes or role not in HANDS:
        return refuse(_("Your role does not look into absence. Talk with the head."))
    return allow(_("Those who work with the child's support see it."))
