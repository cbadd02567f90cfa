"""May an officer go on without a guardian's answer, or with the young person alone? (domain reference 6.5)"""

from collections.abc import Sequence

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.words import _

from .rules import ALONE_FROM, Giver

OF_AGE = 18
BESIDE_A_NO, CUSTODY, ALONE = "fb_6_13a_decision", "unknown_custody", "child_alone"


def left_out(givers: Sequence[Giver]) -> list[Giver]:
    """The guardians an officer can go on without: another one has said yes, and this one has not. Nobody of one alone."""
    people = [one for one in givers if one.custody]
    agrees = [one for one in people if one.said == "yes"]
    return [one for one in people if agrees and one.said not in ("yes", "excepted")]


def reasons(givers: Sequence[Giver], *, age: int) -> set[str]:
    """On which grounds an officer can decide now: beside another guardian's yes, or with the young person alone."""
    people = left_out(givers)
    found = {BESIDE_A_NO} if people else set()
    found |= {"prevented", "minor_measure"} if any(one.said != "no" for one in people) else set()
    found |= {CUSTODY} if any(one.custody == "unknown" and one.said != "no" for one in people) else set()
    waits = any(one.custody and one.said not in ("yes", "excepted") for one in givers)
    return found | ({ALONE} if waits and ALONE_FROM <= age < OF_AGE else set())


def may_decide_exception(
    *,
    officer: bool,
    over: bool,
    reason: str,
    age: int,
    child_yes: bool,
    custody: str,
    said_no: bool,
    other_yes: bool,
) -> Answer:
    """FB 6:13 (prevented), FB 6:13 a (committee), minor measures, unknown custody (JO); SoL 21:2 (alone)."""
    if over:
        return refuse(_("This question is over. Ask a new one."))
    if not officer:
        return refuse(_("Only an authorised officer can decide an exception."))
    if reason == ALONE:
        return _alone(age, child_yes)
    if not other_yes:
        return refuse(_("An exception stands beside another guardian's yes, never alone (FB 6:13)."))
    if reason == CUSTODY and custody != "unknown":
        return refuse(_("Custody is known here. Ask the guardian."))
    if said_no and reason != BESIDE_A_NO:
        return refuse(_("The guardian has said no. Only the committee can decide otherwise (FB 6:13 a)."))
    return allow(_("The reason is written down, and the exception can be ended at any time."))


def _alone(age: int, child_yes: bool) -> Answer:
    if age < ALONE_FROM:
        return refuse(_("Only a young person of 15 or older can be asked alone (SoL 21:2)."))
    if not child_yes:
        return refuse(_("Note the young person's own yes first (SoL 21:2)."))
    return allow(_("A young person of 15 or older can be asked alone (SoL 21:2)."))


def falls_by_no(reason: str) -> bool:
    """Whether an exception ends by itself when the guardian says no after all."""
    return reason not in (BESIDE_A_NO, ALONE)
