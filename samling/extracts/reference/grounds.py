"""On which ground something may be held back, as dated reference data; and how an asker's identity was made sure of."""

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext

from samling.kernel.words import _

SINCE = date(2025, 7, 1)


class Ground(NamedTuple):
    """A paragraph and what it protects. `silent`: naming it would tell what it keeps secret, so the paper never does."""

    code: str
    paragraph: str
    says: str
    silent: bool = False
    from_on: date = SINCE
    until_on: date | None = None  # the first day it no longer holds

    @property
    def in_words(self) -> str:
        """The paragraph, and what it protects."""
        return f"{self.paragraph}: {gettext(self.says)}"


GROUNDS: dict[str, Ground] = {
    one.code: one
    for one in (
        Ground("other_person", "OSL 21–26 kap., GDPR 15.4", _("It is about another person")),
        Ground("guardian_harm", "OSL 12:3", _("The child would be hurt if the guardian knew it")),
        Ground("school", "OSL 23:1–3", _("Secret in school and preschool")),
        Ground("school_private", "Skollagen 29:14", _("Duty of silence at an independent school")),
        Ground("care", "OSL 25:1", _("Secret in health care")),
        Ground("social", "OSL 26:1", _("Secret in social services")),
        Ground("informant", "OSL 26:5", _("Who told it, when there is a risk of violence or serious harm"), silent=True),
        Ground("report", "OSL 40:7 g", _("A concern report made"), silent=True),
        Ground("protected", "OSL 21:3, 21:3 a, 22:1", _("Protected personal data"), silent=True),
        Ground("kept_home", "OSL 12:3", _("That the home is not to be reached"), silent=True),
        Ground("wrong_child", "GDPR 15.4", _("Written about the wrong child: it is about another")),
        Ground("draft", "Dataskyddslagen 5:2", _("Working notes that are not finished")),
    )
}

# How one made sure who asks. Who asks for a public document need not say her name (TF 2:18).
IDENTITY: dict[str, str] = {
    "known": _("known to us in person"),
    "shown": _("showed an identity card"),
    "signed": _("signed in or signed with e-identification"),
    "post": _("asked in writing; it is sent to the registered address"),
    "unasked": _("not asked: it is a public document"),
}
WAYS: dict[str, str] = {
    "handed": _("handed over in person"),
    "post": _("by registered post to the registered address"),
    "secure": _("by a secure message"),
    "read": _("read on the spot"),
}


def standing(on: date) -> list[Ground]:
    """The grounds that can be used on a day."""
    return [one for one in GROUNDS.values() if one.from_on <= on and (one.until_on is None or on < one.until_on)]
