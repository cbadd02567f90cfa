"""What a package is asked about, part by part: behind which wall, and whose no keeps it here."""

from typing import NamedTuple

from samling.kernel.categories import Category
from samling.kernel.words import _


class Prompt(NamedTuple):
    """One part: its title, what to write, its wall, and whose no keeps it here ("child", "home" or nobody's)."""

    code: str
    title: str
    helps: str
    category: Category
    of: str = ""


PROMPTS = (
    Prompt("works", _("What works"),
           _("Moments, subjects and ways that go well. Begin here: it is what the new ones need most."), Category.LEARNING),
    Prompt("adaptations", _("Adaptations that help"),
           _("What the new ones can begin with on the first day, and what has been tried in vain."), Category.ADAPTATIONS),
    Prompt("support", _("Special support"), _("What is decided, until when, and who knows more."), Category.SUPPORT),
    Prompt("people", _("Adults and friends"), _("Whom the child trusts, and who moves along."), Category.RELATIONS),
    Prompt("attendance", _("Getting to school"),
           _("What makes it easier to come. No figures: the new school counts for itself."), Category.ATTENDANCE),
    Prompt("goes_on", _("What goes on"),
           _("Promises that are to be kept also after the move, and who holds each of them."), Category.CONCERN),
    Prompt("child", _("What the child wants you to know"), _("In the child's own words."), Category.VOICE, "child"),
    Prompt("home", _("What those at home want you to know"), _("In their own words."), Category.HOME, "home"),
)  # fmt: skip
BY_CODE = {one.code: one for one in PROMPTS}
ORDER = {one.code: place for place, one in enumerate(PROMPTS)}
