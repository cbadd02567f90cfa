"""What in a text could show who a child is: numbers, names, classes, schools. It warns; people answer for the rest."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

NUMBER = re.compile(r"\b(?:(?:19|20)?\d{6}[-+ ]?[\dTX]{4}|(?:19|20)\d{2}[-.]?[01]\d[-.]?[0-3]\d)\b", re.I)
PHONE = re.compile(r"(?<!\d)(?:\+46|0)\d[\d -]{6,12}\d(?!\d)")
ADDRESS = re.compile(r"\S+@\S+\.\w+")
CLASS = re.compile(r"\b(?:klass|åk|årskurs|grade|class)\s*\d\s?[A-Za-zÅÄÖåäö]?\b|\b(?:[1-9])\s?[A-HÅÄÖ]\b", re.I)
WORD = re.compile(r"[^\W\d_][\w'’-]*")
BEGINS = re.compile(r"(?:^|[.!?:;\n–—\"”()\-*•]\s*)$")
# Words with a capital that tell of no child: the language's own, offices and their short names.
PLAIN = frozenset(
    """
    I BUP BVC EHT BHT TSI LSS IVO EMI SYV NPF ADHD ADD AST BRIS SIP
    Jag Vi Hon Han Hen De Det Den Sverige Svenska English Swedish
    Skolverket Socialstyrelsen Försäkringskassan Habiliteringen Elevhälsan Skatteverket Skype Teams Google
    Youtube Discord Roblox Minecraft Snapchat Tiktok Instagram Fortnite Netflix
    """.split()  # noqa: SIM905 - a list of words is read as words
)


class Kind(StrEnum):
    """What was found. All but MAYBE are certain enough to stop for."""

    NUMBER = "number"
    CONTACT = "contact"
    CLASS = "class"
    PLACE = "place"
    NAME = "name"
    MAYBE = "maybe"


class Trace(NamedTuple):
    """A place in the text that points at somebody."""

    kind: Kind
    said: str


def traces(text: str, *, names: Iterable[str] = (), places: Iterable[str] = ()) -> list[Trace]:
    """Everything in a text that could show who it is about.

    `names` are people one works with, `places` the units of one's own municipality; whole words, letter by letter.
    A word with a capital inside a sentence may be a name (MAYBE): only the writer knows.
    """
    found = [Trace(kind, match[0].strip()) for kind, pattern in PATTERNS for match in pattern.finditer(text)]
    known = {word for name in names for word in WORD.findall(name) if len(word) > 1}
    words = [(match.start(), match[0]) for match in WORD.finditer(text)]
    found += [Trace(Kind.PLACE, place) for place in places if place and re.search(rf"\b{re.escape(place)}", text, re.I)]
    held = {word for trace in found for word in WORD.findall(trace.said)}
    found += [Trace(Kind.NAME, word) for _at, word in words if {word, _bare(word)} & known and word not in held]
    held |= {trace.said for trace in found}
    found += [Trace(Kind.MAYBE, word) for at, word in words if word not in held and _maybe(text, at, word)]
    return list(dict.fromkeys(found))


PATTERNS = ((Kind.NUMBER, NUMBER), (Kind.CONTACT, PHONE), (Kind.CONTACT, ADDRESS), (Kind.CLASS, CLASS))


def certain(found: Iterable[Trace]) -> list[str]:
    """What has to go before the text may be sent, in the order it stands."""
    return [trace.said for trace in found if trace.kind is not Kind.MAYBE]


def doubtful(found: Iterable[Trace]) -> list[str]:
    """What may be a name: the writer takes it away, or says that it is none."""
    return [trace.said for trace in found if trace.kind is Kind.MAYBE]


def _bare(word: str) -> str:
    """The word without a genitive s, so that Adams is Adam."""
    return word[:-1] if len(word) > 3 and word.endswith("s") else word


def _maybe(text: str, at: int, word: str) -> bool:
    return word[0].isupper() and len(word) > 1 and word not in PLAIN and not BEGINS.search(text[:at])
