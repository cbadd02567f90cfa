"""What may be done with a file of attendance on its way in, and what its page says."""

from enum import StrEnum

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.words import _

CHECK, APPLY = "attendance-check", "attendance-apply"  # what is done later (tasks.py)
TOLD = "attendance-file"  # the notice that it is done
LETTERS = 26


class Stage(StrEnum):
    """Where a file is on its way."""

    CHECKING = "checking"
    FAULTY = "faulty"
    READY = "ready"
    APPLYING = "applying"
    STOPPED = "stopped"
    APPLIED = "applied"
    GONE = "gone"


def stage(*, is_applied: bool, is_waiting: bool, is_checked: bool, is_asked: bool, is_stopped: bool, faults: int) -> Stage:
    """Derived from what has happened to it."""
    if is_applied:
        return Stage.APPLIED
    if not is_waiting:
        return Stage.GONE
    if is_stopped:
        return Stage.STOPPED
    if not is_checked:
        return Stage.CHECKING
    if faults:
        return Stage.FAULTY
    return Stage.APPLYING if is_asked else Stage.READY


def may_apply(*, is_waiting: bool, is_checked: bool, faults: int) -> Answer:
    """All or nothing: never while a row has to be mended."""
    if not is_waiting:
        return refuse(_("This file is no longer waiting to be read in."))
    if not is_checked or faults:
        return refuse(_("Something in the file has to be mended first. Nothing has been changed."))
    return allow(_("Everything in the file can be read."))


def letter(place: int) -> str:
    """A column as a spreadsheet names it: A, B, … Z, AA."""
    return (letter(place // LETTERS - 1) if place >= LETTERS else "") + chr(ord("A") + place % LETTERS)
