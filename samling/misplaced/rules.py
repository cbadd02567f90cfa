"""May a record be closed because it is about the wrong child?"""

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.words import _

SEEN, HEAD, WRITER = "wrong_child_seen", "wrong_child_head", "wrong_child_writer"


def may_close(*, is_closed: bool) -> Answer:
    """Whoever reads it where it was written may close it; waiting for the writer would let others read on."""
    if is_closed:
        return refuse(_("It is closed already. Only the one who wrote it can read it."))
    return allow(_("What is about the wrong child is closed first and talked about afterwards."))


def may_copy(*, is_own: bool, is_closed: bool, has_draft: bool = True) -> Answer:
    """The writer alone takes the text along, to write it about the right child."""
    if not is_own:
        return refuse(_("Only the one who wrote it can write it anew."))
    if not is_closed:
        return refuse(_("Close it first."))
    if not has_draft:
        return refuse(_("Copy your text below and write it where it belongs."))
    return allow(_("You wrote it."))
