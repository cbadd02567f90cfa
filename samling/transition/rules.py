"""When a package may be handed over, to whom, and what a no keeps back. Plain values in and out.

A school that a pupil leaves gives the next one what is needed to ease the change (skollagen 3:12 j), and what the law
orders secrecy does not stop (OSL 10:28). Anything else goes with the family, or on a yes that is asked for by itself.
"""

from collections.abc import Iterable
from enum import StrEnum

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.words import _

LAW = "skollagen 3:12 j, OSL 10:28"
SCHOOLS = ("school", "private_school")
KEEPS = "sysadmin"
COMING, ACCEPTED, DECLINED = "package_coming", "package_accepted", "package_declined"
OUTGROWS = "outgrows"  # the notice that a child will outgrow what is offered
BEGUN, SHOWN, GIVEN, RECEIVED, CAME, REFUSED = (
    _("transition prepared"),
    _("transition shown to the family"),
    _("transition handed over"),
    _("transition received"),
    _("transition came here"),
    _("transition not received"),
)


class Kind(StrEnum):
    """Why the child moves on."""

    SCHOOL = "school"
    MUNICIPALITY = "municipality"
    SPAN = "span"


class Way(StrEnum):
    """How the package reaches the receiver."""

    INSIDE = "inside"
    FILE = "file"
    PAPER = "paper"
    FAMILY = "family"


class Stance(StrEnum):
    """What somebody at home said of it; or that they could not be reached."""

    AGREES = "agrees"
    ADDS = "adds"
    NO = "no"
    UNREACHED = "unreached"


class State(StrEnum):
    """Where a package stands."""

    PREPARED = "prepared"
    GIVEN = "given"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    CAME = "came"


def state_of(*, came: bool, given: bool, accepted: bool, declined: bool) -> State:
    """Where it stands, from what has happened."""
    if came:
        return State.CAME
    if accepted:
        return State.ACCEPTED
    if declined:
        return State.DECLINED
    return State.GIVEN if given else State.PREPARED


def may_write(*, writes: bool, state: State) -> Answer:
    """Those who work with the child prepare it, until it is handed over."""
    if not writes:
        return refuse(_("Those who work with the child prepare what goes along."))
    if state is State.DECLINED:
        return refuse(_("The receiver has said no. Prepare a new one, to the right place."))
    if state is not State.PREPARED:
        return refuse(_("This has been handed over, and stays as it was. Prepare a new one if there is more to say."))
    return allow(_("You work with the child."))


def held_back(codes: Iterable[tuple[str, str]], *, child_no: bool, home_no: bool) -> list[str]:
    """The parts that a no keeps here; `codes` are pairs of part and whose no keeps it."""
    return [code for code, of in codes if (of == "child" and child_no) or (of == "home" and home_no)]


def is_ready(*, parts: int, unseen: int, child_seen: bool, kept: int) -> Answer:
    """Something is written, those at home have seen it, and nothing goes along against a no of one's own.

    `unseen`: guardians who have not, -1 where none is noted: every child is in somebody's custody (FB 6:2), so that gap is ours to mend.
    """
    if not parts:
        return refuse(_("Write at least one part first."))
    if unseen < 0:
        return refuse(_("No guardian is noted. Note who has custody, and show it to them first."))
    if unseen:
        return refuse(_("Show it to every guardian first, or note that you could not reach them."))
    if not child_seen:
        return refuse(_("Show it to the child first, or note why not."))
    if kept:
        return refuse(_("Somebody has said no to a part that is theirs. Take that part away first."))
    return allow(_("The family has seen it."))


def may_send(*, way: Way, kind: Kind, domain: str, leads: bool, protected: bool) -> Answer:
    """By the head where it leaves the house; by law only from school to school."""
    if way is Way.FAMILY:
        return allow(_("The family takes it along, and decides who reads it."))
    if kind is Kind.SPAN or domain not in SCHOOLS:
        return refuse(_("No law lets this be sent without a yes. Give it to the family, or ask for a consent to tell."))
    if not leads:
        return refuse(_("The head hands it over to another school. Ask the head to read it."))
    if protected and way is Way.INSIDE:
        return refuse(_("The child is protected. Hand it over by hand, on paper."))
    return allow(_("The school that a pupil leaves gives the next one what is needed (Education Act 3:12 j)."))


def may_receive(*, state: State, way: Way) -> Answer:
    """A receipt is noted for what went outside Samling."""
    if state is not State.GIVEN or way is Way.INSIDE:
        return refuse(_("There is nothing to note a receipt for."))
    return allow(_("They have said that it came."))


def may_answer(*, leads: bool, in_school: bool) -> Answer:
    """The head of the school says yes or no for it."""
    if not leads or not in_school:
        return refuse(_("The head of a school receives what comes with a pupil."))
    return allow(_("You answer for the school."))


def may_take_back(*, is_own: bool, state: State) -> Answer:
    """What was begun by mistake is taken back by the one who began it, until it is handed over."""
    if not is_own or state is not State.PREPARED:
        return refuse(_("Only the one who began it takes it back, and only before it is handed over."))
    return allow(_("You began it, and nobody has received it."))


def may_keep(*, role: str) -> Answer:
    """The system administrator, who has checked the key with the other house."""
    if role != KEEPS:
        return refuse(_("The system administrator says which other installations are known."))
    return allow(_("You keep the list of known installations."))
