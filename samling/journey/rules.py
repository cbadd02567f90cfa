"""What may be noted, changed and filtered. Plain values in and out."""

import datetime as dt
from collections.abc import Iterable, Mapping

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.categories import Category as C
from samling.kernel.categories import category_of
from samling.kernel.words import _

CHANGING = dt.timedelta(hours=24)
ASKS = "colleague_asks"  # the notice by which a colleague asks how it is going: to whoever holds a promise
ASKS_AROUND = "colleague_asks_around"  # the same about the child, to whoever coordinates
ANSWERED = "colleague_answered"  # the notice back to whoever asked
WRITTEN, CORRECTED = _("note written"), _("note corrected")

# What a note is about, the likeliest first: what only some roles write comes before what many do.
NOTED = (
    C.SOCIAL,
    C.MEDICAL,
    C.STUDENT_HEALTH,
    C.PRESCHOOL,
    C.LEISURE,
    C.RELATIONS,
    C.LEARNING,
    C.ATTENDANCE,
    C.ADAPTATIONS,
    C.SUPPORT,
    C.HOME,
    C.VOICE,
    C.MATTER,
)

# Answer on the form: what the record keeps, and why (OSL 12:3).
HOME_READS = {
    "yes": ("yes", ""),
    "not-told": ("no", "not told yet"),
    "harm": ("no", "danger"),
    "other": ("no", "about someone else"),
    "child": ("child_decides", "the child's words"),
}

# The events that a note leaves: the story draws the note itself instead.
AS_NOTES = (WRITTEN, CORRECTED)
SENT_TWICE = allow(_("This is saved already."))


def noted(walls: Mapping[int, bool]) -> list[int]:
    """The walls a capacity may write notes behind, the likeliest first; `walls` says where it writes."""
    may = [wall for wall, writes in walls.items() if writes and category_of(wall) in NOTED]
    return sorted(may, key=lambda wall: NOTED.index(category_of(wall)))


def may_note(walls: Iterable[int]) -> Answer:
    """Whoever works with the child notes; others may raise a concern."""
    if not list(walls):
        return refuse(_("Those who work with the child write notes. You may tell about a concern."))
    return allow(_("You work with this child."))


def may_rewrite(*, is_own: bool, age: dt.timedelta, is_back: bool) -> Answer:
    """The writer changes a note for a day (README: an entry may be edited by its author for 24 h)."""
    if not is_own:
        return refuse(_("Only the one who wrote a note can change it."))
    if is_back:
        return refuse(_("You have taken this note back."))
    if age >= CHANGING:
        return refuse(_("A note can be changed for a day. After that you write a new version beside it."))
    return allow(_("You wrote it less than a day ago."))


def may_correct(*, is_own: bool, has_newer: bool, is_back: bool) -> Answer:
    """After a day the writer puts a new version beside the old one."""
    if not is_own:
        return refuse(_("Only the one who wrote a note can change it."))
    if is_back:
        return refuse(_("You have taken this note back."))
    if has_newer:
        return refuse(_("There is a newer version. Correct that one."))
    return allow(_("You wrote it."))


def may_finish(*, is_mine: bool) -> Answer:
    """What is to be done is marked by the one it was sent to."""
    if not is_mine:
        return refuse(_("Only the one who was asked can say that it is done."))
    return allow(_("It was sent to you."))


def may_ask(
    *, takes_part: bool, holder: bool, is_self: bool, is_silent: bool, asked_on: dt.date | None, today: dt.date, days: int
) -> Answer:
    """Whoever takes part asks a colleague how it is going: where it is silent or late, once in a while, never over and over.

    `holder` is whether somebody at work holds it: a family is never asked this way.
    """
    if not takes_part:
        return refuse(_("Whoever works with the child now asks how it is going."))
    if not holder:
        return refuse(_("Nobody at work holds this now."))
    if is_self:
        return refuse(_("It is with you that this lies."))
    if not is_silent:
        return refuse(_("Something has been heard of it lately."))
    if asked_on and (today - asked_on).days < days:
        return refuse(_("You have asked already. Give it some days."))
    return allow(_("You ask kindly. Nothing is said of anyone being late."))


def home_reads(kept: str, because: str) -> str:
    """The answer on the form that stands for what a record keeps."""
    return next((code for code, pair in HOME_READS.items() if pair == (kept, because)), "not-told")
