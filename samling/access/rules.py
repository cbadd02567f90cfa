"""May an assignment be given or ended, may something be told? The database insists on the same; these explain."""

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.words import _

# What the guard writes as its own reasons when it makes an assignment.
OWN_REASONS = (_("opened the child"), _("the unit"), _("takes over what another held"))


def may_assign(*, assigns: bool, works: bool, same_branch: bool = True) -> Answer:
    """Those who lead give and end assignments, for children they work with in their own authority (OSL 8:1-2)."""
    if not assigns:
        return refuse("Your role may not give assignments.")
    if not works:
        return refuse("You do not work with this child.")
    if not same_branch:
        return refuse("An assignment stays inside one authority and activity.")
    return allow(_("You lead the work here."))


def may_be_assigned(*, herself: bool, holds: bool, same_side: bool, already: bool) -> Answer:
    """Who can be given the child: somebody else, on the same side, whose role can have children."""
    if herself:
        return refuse("Nobody gives themselves access.")
    if not same_side:
        return refuse("An assignment stays inside one authority and activity.")
    if not holds:
        return refuse("This role cannot be given children.")
    if already:
        return refuse(_("This person already works with the child."))
    return allow(_("The role decides what the person may read."))


def may_end_assignment(*, mine: bool, assigns: bool, works: bool) -> Answer:
    """By its holder, or by someone who leads and works with the child."""
    if mine:
        return allow(_("It is your own assignment."))
    if not assigns:
        return refuse("Your role may not end this assignment.")
    if not works:
        return refuse("You do not work with this child.")
    return allow(_("You lead the work here."))


def may_tell(*, yes: bool, by_consent: bool, to_staff: bool, covered: bool) -> Answer:
    """Telling in Samling insists on a yes from the secrecy rules, for each thing told and for this recipient."""
    if not yes:
        return refuse(_("Answer the questions first. Only a yes leads on to telling."))
    if not to_staff:
        return refuse(_("The family and others outside are told in person, not through Samling."))
    if by_consent:
        return refuse(_("What rests on a yes from the family is told from the page of that yes."))
    if not covered:
        return refuse(_("Your answers do not cover this kind of information. Go through the questions once more."))
    return allow(_("The law opens for this, and you have said why."))


def may_stop_telling(*, stands: bool, works: bool) -> Answer:
    """Whoever works with the child on the telling side may shut what was told, at any time."""
    if not stands:
        return refuse(_("It is shut already."))
    if not works:
        return refuse("You do not work with this child.")
    return allow(_("What was told can be shut at any time."))
