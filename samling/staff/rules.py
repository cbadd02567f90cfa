"""Who may give, approve and end a capacity, and invite to an account. The guard insists on the same."""

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.words import _


def may_give(*, leads: bool, runs: bool, same_organisation: bool) -> Answer:
    """Given by one who leads in the same branch, or by the organisation's system administrator."""
    if not same_organisation or not (leads or runs):
        return refuse("Your role may not give capacities here.")
    return allow(_("You give it, and someone else approves it."))


def may_approve(*, approves: bool, same_organisation: bool, mine: bool, given_by_me: bool) -> Answer:
    """The second person: not the one who gave it, and not the one it is for."""
    if not approves or not same_organisation or mine or given_by_me:
        return refuse("A second person with the right to approve must do this.")
    return allow(_("You are the second person."))


def may_end(*, leads: bool, runs: bool, same_organisation: bool, mine: bool) -> Answer:
    """Ended by those who may give it; never one's own, which would lock the door from outside."""
    if mine:
        return refuse(_("Somebody else ends your own."))
    if not same_organisation or not (leads or runs):
        return refuse("Your role may not end capacities here.")
    return allow(_("It ends at once."))


def may_invite(*, gives_everywhere: bool, has_place: bool, herself: bool) -> Answer:
    """An account is invited by one who answers for every place where the person works, never for oneself."""
    if herself:
        return refuse(_("You have an account already."))
    if not has_place:
        return refuse(_("Give the person a capacity first."))
    if not gives_everywhere:
        return refuse(_("The person also works where you do not lead. Ask the system administrator."))
    return allow(_("A letter with a link goes to the address. Nobody else can choose the password."))


def may_close(*, gives_everywhere: bool, has_place: bool, herself: bool) -> Answer:
    """An account is shut and opened by one who answers for every place, or for the last ones, never one's own."""
    if herself:
        return refuse(_("Somebody else shuts your own account."))
    if not gives_everywhere or not has_place:
        return refuse(_("The person also works where you do not lead. Ask the system administrator."))
    return allow(_("The person is signed out everywhere, at once."))


def may_build(*, runs: bool) -> Answer:
    """Branches decide where secrecy runs: only the system administrator makes them, on the organisation's decision."""
    if not runs:
        return refuse(_("Only the system administrator changes branches and units."))
    return allow(_("A branch is one authority and activity with one secrecy side."))


def may_list_pupils(*, leads: bool) -> Answer:
    """A school's class lists are its own: whoever leads it reads them in."""
    if not leads:
        return refuse(_("The class lists of a school are read in by whoever leads it."))
    return allow(_("You lead the unit."))


def may_note_leave(*, leads: bool, runs: bool, same_organisation: bool) -> Answer:
    """A leave of another is noted by one who leads in the same branch, or by the organisation's system administrator."""
    if not same_organisation or not (leads or runs):
        return refuse("Your role may not say who stands in here.")
    return allow(_("What is held goes to the deputy the same moment."))
