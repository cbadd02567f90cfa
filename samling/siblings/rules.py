"""When two journeys can be joined, what may lie beside the other child, and how a family is counted once. Plain values."""

from collections.abc import Hashable, Iterable
from enum import StrEnum

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.words import _

WORD_DAYS = 30  # a word that nobody has carried further; the guard says the same
WORD_SIGNS = 12
SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another
OFFERED, JOINED, OVER, LAID, TOGETHER = (
    _("word given to the family"), _("joined with a brother or sister"), _("no longer joined with a sibling"),
    _("laid beside a brother or sister"), _("meeting made one with a sibling's"),
)  # fmt: skip


class State(StrEnum):
    """Where one child's part of a joining stands."""

    WAITING = "waiting"  # the family has the word
    STANDS = "stands"
    OVER = "over"


def state(*, stands: bool, ended: bool, answered: bool, open_still: bool) -> State:
    """What is over says nothing of why: a yes taken back, a matter closed and a child protected look the same."""
    if stands:
        return State.STANDS
    return State.OVER if ended or answered or not open_still else State.WAITING


def may_join(*, yes: bool, protected: bool, works: bool) -> Answer:
    """Every guardian of this child, and the child where asked, has said yes to it; nobody decides it for another child."""
    if not works:
        return refuse(_("Whoever notes this family's consents does this."))
    if protected:
        return refuse(_("A child with protected identity is not joined here. Meet, and write nothing down about it."))
    if not yes:
        return refuse(_("Ask this child's guardians first. Everyone who is asked must have said yes."))
    return allow(_("This child's own guardians have said yes."))


def plain(word: str) -> str:
    """A word as it is kept, however it was written: without spaces, dashes and capitals."""
    return "".join(sign for sign in word.lower() if sign in SIGNS)


def spelt(word: str) -> str:
    """A word as it is read out, four signs at a time."""
    return "-".join(word[at : at + 4] for at in range(0, len(word), 4))


def leaves[K: Hashable](here: Iterable[K], there: Iterable[K]) -> list[K]:
    """Those at the other child's table who are not asked to this one: they leave while this child is talked about."""
    asked = set(here)
    return [one for one in there if one not in asked]


def counted(here: Iterable[Hashable], there: Iterable[Hashable]) -> int:
    """How many there are for the family: what is the same for both children is one."""
    return len({*here, *there})
