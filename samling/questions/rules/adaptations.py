"""What one has not tried yet, and why it could be next. A proposal: the table chooses."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from samling.questions.reference.catalogue import BECAUSE, CATALOGUE, NOTHING_LOW, Practice

from .shape import Stage

HARD, UNEVEN = 1, 2  # scale values: up to 1 is hard, 2 works now and then
MOST = 6


@dataclass(frozen=True, slots=True)
class Idea:
    """An untried adaptation and the reason why it fits these answers (a msgid)."""

    practice: Practice
    because: str

    @property
    def code(self) -> str:
        """The code of the adaptation."""
        return self.practice.code


def catalogue(stage: Stage, on: date) -> list[Practice]:
    """What is offered in a kind of unit on a day, in the catalogue's order."""
    return [one for one in CATALOGUE.values() if stage in one.stages and one.stands(on)]


def adaptation(code: str) -> Practice | None:
    """The adaptation with this code, also one that is no longer offered; None for words of one's own."""
    return CATALOGUE.get(code)


def hardness(answers: Mapping[str, Any], areas: Iterable[str] = ()) -> dict[str, int]:
    """How hard each block is: 3 hard, 2 uneven, 1 only named as an area. Blocks that work well are left out.

    `answers` by question code, scales as 0-4 (low is hard); `areas` are the cards that were opened.
    """
    found = dict.fromkeys(areas, 1)
    for code, value in answers.items():
        if code.endswith("-state") and value is not None and int(value) <= UNEVEN:
            found[code[0].upper()] = 3 if int(value) <= HARD else 2
    if _is_much(answers.get("c-percent-month")):
        found["C"] = 3
    return found


def _is_much(absence: Any) -> bool:
    return absence not in (None, "") and float(absence) >= 15


def untried(
    tried: Iterable[str],
    answers: Mapping[str, Any],
    *,
    at: date,
    stage: Stage = Stage.SCHOOL,
    areas: Iterable[str] = (),
    most: int = MOST,
) -> list[Idea]:
    """Adaptations not tried yet, those nearest to what is hard first, each with its reason.

    Where nothing is low it offers from the whole catalogue, so that the list is never empty without cause.
    `tried` are codes; `at` the day of the sitting.
    """
    hard = hardness(answers, areas)
    left = [one for one in catalogue(stage, at) if one.code not in set(tried)]
    ranked = sorted(left, key=lambda one: -_fit(one, hard))
    fitting = [one for one in ranked if _fit(one, hard) > 0] or ranked
    return [Idea(one, _why(one, hard)) for one in fitting[:most]]


def _fit(one: Practice, hard: Mapping[str, int]) -> int:
    """The nearest block weighs most: 4 for the first, then 2, then 1."""
    return sum(hard.get(block, 0) * weight for block, weight in zip(one.blocks, (4, 2, 1), strict=False))


def _why(one: Practice, hard: Mapping[str, int]) -> str:
    near = [block for block in one.blocks if hard.get(block)]
    worst = max(near, key=lambda block: hard[block], default="")
    return BECAUSE.get(worst, NOTHING_LOW)
