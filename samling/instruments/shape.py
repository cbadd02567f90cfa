"""What an instrument package is made of: terms, a scale, items in each voice, and when it is asked. Plain values."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

LONGEST_SHEET = 180  # seconds: what one person is asked at a time
YOUNGEST, FULL_FROM = 6, 10  # years: with faces from, and by all items from


class Voice(StrEnum):
    """Whose view an item asks for: one of the three systems."""

    CHILD = "child"
    HOME = "home"
    SCHOOL = "school"


class Time(StrEnum):
    """When something is asked: T0 start, T1 three months, T2 closing, T3 six and T4 twelve months after it.

    LIGHT is the short check between, SOLVED six weeks after something was solved where it was, MEETING and NEXT_MEETING
    are after a joint meeting and after the one that follows it up.
    """

    T0 = "T0"
    T1 = "T1"
    T2 = "T2"
    T3 = "T3"
    T4 = "T4"
    LIGHT = "light"
    SOLVED = "solved"
    MEETING = "meeting"
    NEXT_MEETING = "next_meeting"


class Kind(StrEnum):
    """How an item is answered. A share is read from a register and asked of nobody."""

    SCALE = "scale"
    NUMBER = "number"
    REGISTER = "register"


class Scoring(StrEnum):
    """How answers become a figure: the mean of a system, T of goals, each item by itself, or a figure typed in."""

    MEAN = "mean"
    GOALS = "goals"
    ITEMS = "items"
    TYPED = "typed"


class Terms(StrEnum):
    """What the licence lets Samling do."""

    SHIPABLE = "shipable"
    DEPLOYER = "deployer_licence_required"


Words = Mapping[str, str]  # a text by language: sv, en


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """Whose it is and on what terms it stands here. `score_only`: no item is here, a total may be typed in."""

    terms: Terms
    score_only: bool
    holder: str
    says: Words
    source: str

    @property
    def needs_agreement(self) -> bool:
        """Whether it stays shut until an administrator has recorded an agreement."""
        return self.terms is Terms.DEPLOYER


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A value of the scale in words, and as a face for those who answer by faces."""

    value: int
    words: Words
    face: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing asked. `young` is asked of those of six to nine too; `times` empty is every time of the package."""

    code: str
    voices: tuple[Voice, ...]
    text: Words
    kind: Kind
    times: tuple[Time, ...]
    young: bool
    seconds: int
    least: int
    most: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """Spread and reliability of one figure, with where they are published: without them no change is called reliable."""

    sd: float
    reliability: float
    source: str


@dataclass(frozen=True, kw_only=True)
class Package:
    """A version of an instrument. Frozen once published; a change is a new version."""

    code: str
    version: str
    from_on: date
    title: Words
    about: Words
    validated: bool
    licence: Licence
    scoring: Scoring
    times: tuple[Time, ...]
    voices: tuple[Voice, ...]
    least: float
    most: float
    threshold: float | None  # from this difference on it is called better or worse; None calls it nothing
    more_is_better: bool
    steps: tuple[Step, ...]
    items: tuple[Item, ...]
    norm: Norm | None

    def asked(self, time: Time, voice: Voice, *, young: bool = False) -> tuple[Item, ...]:
        """What a voice is asked at a time, in order; registers are asked of nobody."""
        return tuple(item for item in self.items if _is_asked(self, item, time, voice) and (item.young or not young))

    def seconds(self, time: Time, voice: Voice, *, young: bool = False) -> int:
        """How long it takes to answer."""
        return sum(item.seconds for item in self.asked(time, voice, young=young))

    def item(self, code: str) -> Item:
        """The item with this code. Raises KeyError."""
        return self._by_code[code]

    def words_of(self, value: float, language: str = "sv") -> str:
        """A value of the scale in words: the highest step that it reaches."""
        reached = [step for step in self.steps if step.value <= value]
        return (reached or self.steps[:1])[-1].words[language] if self.steps else ""

    @cached_property
    def _by_code(self) -> dict[str, Item]:
        return {item.code: item for item in self.items}

    @property
    def fingerprint(self) -> str:
        """A hash of all that the version says and of its order (sha256, 64 hex digits)."""
        content = json.dumps(asdict(self), default=str, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(content.encode()).hexdigest()


def form_of(age: int | None) -> str:
    """How a child of an age (years) answers: "none" below six, "faces" to nine, else "full"; unknown age as the oldest."""
    if age is None or age >= FULL_FROM:
        return "full"
    return "faces" if age >= YOUNGEST else "none"


def _is_asked(package: Package, item: Item, time: Time, voice: Voice) -> bool:
    return voice in item.voices and time in (item.times or package.times) and item.kind is not Kind.REGISTER
