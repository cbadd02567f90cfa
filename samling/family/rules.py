"""May facts and contacts be changed, may protection be set and ended, and what is a reference without a name?"""

import re

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.words import _

REFERENCE_LENGTH = 30
REFERENCE = re.compile(r"[0-9A-ZÅÄÖ]{1,10}([ :/-][0-9A-Z]{1,10}){0,4}")
LOOKS_PERSONAL = re.compile(r"\d{6}")


def may_change(*, writes: bool) -> Answer:
    """Facts and contacts are kept by those whose role carries them, in the child's own compartment."""
    if not writes:
        return refuse(_("Your role does not keep these facts about the child."))
    return allow(_("You work with this child."))


def may_protect(*, works: bool, protected: bool) -> Answer:
    """Whoever works with the child sets protection at once; nobody waits for a meeting."""
    if not works:
        return refuse("You do not work with this child.")
    if protected:
        return refuse(_("The child is protected already."))
    return allow(_("Protection is set at once by whoever learns of the threat."))


def may_end_protection(*, works: bool, decides: bool, protected: bool) -> Answer:
    """Ending takes someone who may decide exceptions: the Tax Agency's decision is checked first."""
    if not protected:
        return refuse(_("The child is not protected here."))
    if not works:
        return refuse("You do not work with this child.")
    if not decides:
        return refuse("Your role may not end protection.")
    return allow(_("Check first that the marking is gone at the Tax Agency."))


def may_name_readers(*, decides: bool, protected: bool) -> Answer:
    """Named readers are named by someone who reads already and may decide."""
    if not protected:
        return refuse(_("The child is not protected here."))
    if not decides:
        return refuse("Your role may not name readers.")
    return allow(_("Name as few as the work allows."))


def may_keep_out(reference: str) -> Answer:
    """A reference is a case number on paper: never a name, never an identity number."""
    if not REFERENCE.fullmatch(reference) or not any(sign.isdigit() for sign in reference):
        return refuse(_("Write the reference like this: SKY 2025-14. Letters in capitals, at least one digit."))
    if LOOKS_PERSONAL.search(reference):
        return refuse(_("That looks like a date of birth or an identity number. Write the paper file's own number."))
    return allow(_("A reference tells nothing about who it is."))
