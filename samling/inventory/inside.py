"""A value of many parts, line by line, each part by its word."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext

from samling.journey.models import Party
from samling.papers.models.frozen import spoken
from samling.plan.models import Plan
from samling.plan.reference import MEANINGS
from samling.promises.models.texts import how_it_stands, text_of
from samling.promises.reference import LEVELS, RHYTHMS
from samling.promises.rules import State
from samling.ui.kept import day, is_key, moment

from .reference.coded import in_language
from .reference.parts import PARTS, SIDES, UNSAID, VOICES

Naming = Callable[[str], str]
# Codes inside a plan as it was kept, by their part; the others are words already.
CODES: dict[str, Mapping[Any, Any]] = {
    "baseline": MEANINGS, "level": LEVELS, "rhythm": RHYTHMS, "side": SIDES, "voice": VOICES,
    "kind": dict(Plan.Kind.choices), "how": dict(Party.How.choices),
}  # fmt: skip


def inside(value: Any, named: Naming, part: str = "") -> Iterator[str]:
    """What stands inside, in its order. What the machine alone uses is left out, and so is what was left empty."""
    if isinstance(value, dict):
        yield from _of_dict(value, named)
    elif isinstance(value, list):
        for one in value:
            yield from inside(one, named, part)
    elif (said := _said(value, named, part)) and part:
        yield f"{in_language(PARTS[part])}: {said}" if part in PARTS else said
    elif said:
        yield said


def _of_dict(value: dict[str, Any], named: Naming) -> Iterator[str]:
    if "promises" in value and "goals" in value:
        value = spoken(value)
    if value.get("phrase"):
        yield text_of(value)
        return
    for part, one in value.items():
        if part in UNSAID or (is_key(part) and not isinstance(one, dict)):
            continue
        if isinstance(one, dict | list) and one and part in PARTS:
            yield f"{in_language(PARTS[part])}:"
        yield from inside(one, named, "" if is_key(part) else part)


def _said(value: Any, named: Naming, part: str) -> str:
    if value in (None, "") or value is False:
        return ""
    if value is True:
        return gettext("yes")
    if part == "state" and value in set(State):
        return how_it_stands(value)
    if part in CODES:
        return gettext(str(CODES[part].get(value, value)))
    if isinstance(value, int | float):
        return str(value)
    if is_key(value):
        return named(value)
    return moment(value) if "T" in value and moment(value) else day(value) or value.strip()
