"""The words that a family meets when it is asked, language by language, as they stand."""

from typing import Any, NamedTuple

from django.conf import settings
from django.utils.translation import gettext, override

from samling.consent.models import EXAMPLES, QUESTIONS, RIGHTS
from samling.kernel.categories import TITLES
from samling.people.languages import LANGUAGES
from samling.people.models import Setting

from .settled import Settled


class Shown(NamedTuple):
    """One language's words, and which other languages there are words in."""

    code: str
    name: str
    version: str
    questions: list[str]
    examples: list[tuple[str, str, str]]
    rights: list[str]
    has: list[tuple[str, str]]
    lacks: list[str]


def shown(asked: str, settled: Settled) -> Shown:
    """The texts in the language that is asked for, else in Swedish."""
    written = [code for code, _name in settings.LANGUAGES]
    code = asked if asked in written else "sv"
    names: dict[str, Any] = dict(LANGUAGES)
    with override(code):
        slots = {"from": settled.organisation.name, "to": gettext("[who is told]"), "child": gettext("[the child]")}
        questions = [gettext(text) % slots for text in QUESTIONS.values()]
        examples = [(gettext(TITLES[kind]), gettext(one.told), gettext(one.untold)) for kind, one in EXAMPLES.items()]
        own = [gettext(text) % slots for text in RIGHTS]
    return Shown(
        code=code, name=str(names[code]), questions=questions, examples=examples, rights=own,
        version=Setting.text("text.consent", settled.at, organisation=settled.organisation.pk),
        has=[(one, str(names[one])) for one in written],
        lacks=[str(name) for one, name in LANGUAGES if one not in written and one != "other"],
    )
