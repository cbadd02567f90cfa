"""The wheel's parts and steps, from the package that is asked now or that an answer names."""

from typing import NamedTuple

from django.utils.translation import get_language

from samling.instruments.reading import current, find
from samling.instruments.shape import Package, Words

WHEEL = "WHEEL"


class Part(NamedTuple):
    """One part of the wheel: its code, its name, and what it means in plain words."""

    code: str
    name: str
    about: str


def newest() -> Package:
    """The wheel as it is asked now."""
    return current(WHEEL)


def version(code: str) -> Package:
    """The wheel as an answer was given to it. Raises LookupError."""
    return find(WHEEL, code)


def parts(package: Package) -> list[Part]:
    """The parts in their order around the wheel."""
    return [_part(item.code, in_language(item.text)) for item in package.items]


def steps(package: Package) -> list[str]:
    """The words of the steps, from the hub outwards."""
    return [in_language(step.words) for step in package.steps]


def step_of(package: Package, value: int) -> int:
    """Which step (1 to 5) a value of the scale reaches."""
    return max(sum(step.value <= value for step in package.steps), 1)


def value_of(package: Package, step: int) -> int:
    """The value that a step (1 to 5) is kept as."""
    return package.steps[step - 1].value


def in_language(words: Words) -> str:
    """A text of a package in the reader's language, else in Swedish."""
    return words.get((get_language() or "sv")[:2], words["sv"])


def _part(code: str, text: str) -> Part:
    name, _colon, about = text.partition(":")
    return Part(code, name.strip(), about.strip())
