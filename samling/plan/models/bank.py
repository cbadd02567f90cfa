"""The phrase bank: common promises as staff, a guardian and the child read them, a data file for each language.

Swedish and English come along; a municipality puts files of its own beside them (SAMLING_PHRASES, docs/running.md). A file
that says too little or too much is an error at once: nobody is shown half a sentence.
"""

import datetime as dt
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.utils.translation import get_language

from samling.people.languages import LANGUAGES

FILES = Path(__file__).parents[1] / "phrases"
SOURCE = "sv"  # what every other language is a translation of
STAFF = ("sv", "en")  # the languages of the pages: these have words for staff too
SLOTS = {"who", "child", "what"}
# Each phrase of the bank, and of which sort such a promise mostly is; its words stand in phrases/.
PHRASES = {
    "meets": "practical",
    "quiet_room": "setting",
    "side_door": "setting",
    "day_plan": "teaching",
    "shorter": "teaching",
    "breaks": "activity",
    "talks": "talk",
    "home_talk": "talk",
    "morning": "routine",
    "evening": "routine",
    "takes": "practical",
    "books": "practical",
    "looks_into": "look_into",
    "calls": "talk",
    "asks_child": "talk",
    "passes_on": "message",
}


class Bank(NamedTuple):
    """One language: its code and its own name, who wrote or translated it and when, and the sentences by code and level."""

    language: str
    name: str
    by: str
    on: dt.date
    phrases: dict[str, dict[str, str]]


def read(file: Path) -> Bank:
    """The bank of one file. Raises ValueError that says what to mend."""
    said = tomllib.loads(file.read_text("utf-8"))
    values: dict[str, Any] = {name: said.get(name) for name in Bank._fields}
    bank = Bank(**values)
    if not (bank.language and bank.name and bank.by and isinstance(bank.on, dt.date) and bank.phrases) or len(said) > len(bank):
        raise ValueError(f"{file}: a phrase bank has language, name, by, on (a day) and [phrases.…], and nothing else.")
    wanted = {"asks", "staff", "home", "child"} if bank.language in STAFF else {"home", "child"}
    for code, levels in bank.phrases.items():
        if code not in PHRASES:
            raise ValueError(f"{file}: there is no phrase {code}.")
        if set(levels) != wanted:
            raise ValueError(f"{file}: {code} has {', '.join(sorted(wanted))}, and nothing else.")
        for level, text in levels.items():
            if set(re.findall(r"\{(.*?)\}", text)) - SLOTS or (level != "asks" and "{what}" not in text):
                raise ValueError(f"{file}: {code}.{level} has the slots {{who}}, {{child}} and {{what}}; {{what}} must stand in it.")
    return bank


@cache
def banks() -> dict[str, Bank]:
    """Every language there is, by code: those that come along, and the municipality's own, which win. Raises ValueError."""
    own = Path(settings.PHRASE_FOLDER) if settings.PHRASE_FOLDER else None
    files = [*sorted(FILES.glob("*.toml")), *(sorted(own.glob("*.toml")) if own else ())]
    found = [read(file) for file in files]
    return {one.language: one for one in found}


def phrase(code: str, level: str, language: str) -> str:
    """A sentence with its slots: in this language, else in Swedish."""
    there = banks().get(language)
    levels = there.phrases.get(code, {}) if there else {}
    return levels.get(level) or banks()[SOURCE].phrases[code][level]


def worded(code: str, level: str) -> str:
    """A sentence with its slots in the page's language."""
    return phrase(code, level, get_language() or SOURCE)


def filled(said: dict[str, Any], level: str, language: str = "") -> str:
    """What is said by a phrase, in this language where it exists and else in the page's; empty for own words."""
    code = str(said.get("phrase", ""))
    if code not in PHRASES:
        return ""
    slots = {"who": said.get("who", ""), "child": said.get("called", ""), "what": str(said.get("what", "")).strip(" .")}
    return (phrase(code, level, language) if has(code, language) else worded(code, level)).format(**slots)


def translated(said: dict[str, Any]) -> list[tuple[Bank, str]]:
    """The same phrase as the home reads it, in every language there is beside those of the pages."""
    code = str(said.get("phrase", ""))
    more = [one for one in banks().values() if one.language not in STAFF and code in one.phrases]
    return [(one, filled(said, "home", one.language)) for one in more]


def languages() -> list[str]:
    """The languages there are, as a sentence in the page's language names them."""
    names = [str(dict(LANGUAGES).get(code, one.name)) for code, one in banks().items()]
    return [name.lower() for name in names] if get_language() == SOURCE else names


def has(code: str, language: str) -> bool:
    """Whether somebody has put this sentence into this language."""
    there = banks().get(language)
    return bool(there and code in there.phrases)
