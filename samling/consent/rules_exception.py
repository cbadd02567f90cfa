"""May an officer go on without a guardian's answer, or with the young person alone? (domain reference 6.5)"""

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.words import _

from .rules import ALONE_FROM


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
    if reason == "child_alone":
        return _alone(age, child_yes)
    if not other_yes:
        return refuse(_("An exception stands beside another guardian's yes, never alone (FB 6:13)."))
    if reason == "unknown_custody" and custody != "unknown":
        return refuse(_("Custody is known here. Ask the guardian."))
    if said_no and reason != "fb_6_13a_decision":
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
    return reason not in ("fb_6_13a_decision", "child_alone")
