"""What each kind of notice says on *I dag*, which list it stands in and where it leads."""

from typing import NamedTuple
from uuid import UUID

from django.urls import NoReverseMatch, reverse

from samling.kernel.words import _


class Kind(NamedTuple):
    """One kind: its sentence, the word on its button, the route, and what fills the route's address.

    `fills` is "record", "subject" or empty for a route that needs nothing. `asks` is True when the
    one who sent it waits for something to be done.
    """

    says: str
    action: str
    route: str
    fills: str = "record"
    asks: bool = False
    many: str = ""  # for several on one line, with %(number)s


READ, BEGIN, ANSWER = _("Read"), _("Begin"), _("Answer")

KINDS: dict[str, Kind] = {
    "concern answered": Kind(
        _("You have an answer to what you told"),
        READ,
        "concern:mine",
        "",
        many=_("You have %(number)s answers to what you told"),
    ),
    "report feedback": Kind(_("You can ask what became of your report"), READ, "concern:reports", ""),
    "checklist-follow-up": Kind(_("Ask how it went: six weeks have gone"), BEGIN, "checklist:follow-up"),
    "checklist-trial": Kind(_("See if it helps, what you began to try"), READ, "checklist:show"),
    "consent_answered": Kind(_("Someone has answered about yes and no"), READ, "consent:show"),
    "consent_taken_back": Kind(_("A yes has been taken back"), READ, "consent:show"),
    "consent_ended": Kind(_("A question about yes and no has ended"), READ, "consent:show"),
    "exception_wanted": Kind(
        _("A decision of yours is wanted about yes and no"), ANSWER, "consent:exception", asks=True
    ),
    "exception_decided": Kind(_("A decision has been made about yes and no"), READ, "consent:show"),
    "exception_ended": Kind(_("A decision about yes and no has ended"), READ, "consent:show"),
    "party_accepted": Kind(_("They have said yes to your invitation"), READ, "journey:invite", "subject"),
    "party_declined": Kind(_("They have said no to your invitation"), READ, "journey:invite", "subject"),
    "party_ended": Kind(_("Someone no longer takes part"), READ, "journey:invite", "subject"),
    "wrong_child_head": Kind(_("Something was noted on the wrong child and is closed"), READ, "desk:child", "subject"),
    "wrong_child_seen": Kind(
        _("Something you may have read was on the wrong child and is closed"), READ, "desk:child", "subject"
    ),
    "wrong_child_writer": Kind(_("What you wrote was on the wrong child and is closed"), BEGIN, "journey:note"),
}
UNKNOWN = Kind(_("Something new about the child"), READ, "desk:child", "subject")
EMPTY = Kind(_("Something new for you"), "", "", "")
ASKING = [kind for kind, one in KINDS.items() if one.asks]


def kind_of(code: str) -> Kind:
    """What is known of a kind; a code that nobody has told the desk of still says that something is new."""
    return KINDS.get(code, UNKNOWN)


def address(kind: Kind, *, record: UUID | None, subject: UUID | None) -> str:
    """Where a notice leads; empty when there is nowhere to go."""
    fill = {"record": record, "subject": subject, "": None}[kind.fills]
    if kind.fills and fill is None:
        return ""
    try:
        return reverse(kind.route, args=[fill] if kind.fills else []) if kind.route else ""
    except NoReverseMatch:
        return ""
