"""Everything that leaves the house by text message or e-mail, word for word (experience R16).

It says that there is something and whom to ring. Never a name, a school, a service, a time or a reason; it
speaks of no place to sign in to, since a family has none yet. The sender is the municipality; any other kind of
organisation would tell what it is about by its name, and is not named.
"""

import unicodedata
from typing import NamedTuple

from django.utils.translation import gettext, override

from samling.kernel.words import _

SMS_LONGEST, SENDER_LONGEST = 160, 11
LANGUAGES = ("sv", "en")
NAMELESS = "Meddelande"  # the sender's name when the organisation's would tell too much
GSM = set(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)


class Template(NamedTuple):
    """One notice: with the municipality's name, and without any. `%(number)s` is whom to ring."""

    subject: str
    named: str
    nameless: str


TEMPLATES = {
    "message": Template(
        _("A message for you"),
        _("Hello! %(sender)s has a message for you. Ring %(number)s and we tell you."),
        _("Hello! There is a message for you. Ring %(number)s and we tell you."),
    ),
}


class Notice(NamedTuple):
    """A notice as it leaves."""

    subject: str
    text: str
    sender: str


def notice(template: str, *, language: str, organisation: str, is_municipality: bool, number: str) -> Notice:
    """The words of a notice in the guardian's language where the house writes it, else in Swedish."""
    chosen = TEMPLATES[template]
    with override(language if language in LANGUAGES else "sv"):
        text = gettext(chosen.named if is_municipality else chosen.nameless)
        said = text % {"sender": organisation, "number": number}
        return Notice(gettext(chosen.subject), said, organisation if is_municipality else "")


def sms_sender(organisation: str) -> str:
    """A sender's name that every telephone shows: at most eleven plain letters, without the word municipality."""
    bare = organisation.replace(" kommun", "").replace("s stad", "").strip()
    plain = unicodedata.normalize("NFKD", bare).encode("ascii", "ignore").decode()
    kept = "".join(sign for sign in plain if sign.isalnum() or sign == " ").strip()
    return kept[:SENDER_LONGEST].strip() if len(kept) >= 3 else NAMELESS


def in_gsm(text: str) -> bool:
    """Whether a text goes as one message of plain signs, so that it is neither cut nor charged as two."""
    return len(text) <= SMS_LONGEST and set(text) <= GSM
