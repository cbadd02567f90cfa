"""Answers become figures, and two figures a change. Nothing here says what is wrong with anybody. Plain values.

Source: domain reference 7.2 and 7.3, economics T6 and T7. Means are kept as fractions, so that ±0.5 is exact.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from math import ceil, sqrt

from samling.plan.rules import t_score

from .shape import Item, Kind, Norm, Package, Scoring, Time, Voice

UNKNOWN, DECLINED = "unknown", "declined"  # *vet inte*, *vill inte svara*: answers, and no figures
SILENT = (UNKNOWN, DECLINED)
ENOUGH = Fraction(60, 100)  # of what was asked, for a mean
SURE = 1.96  # a reliable change is at least so many times its own error (95 %)
ALWAYS: tuple[Time, ...] = (Time.T0, Time.T1, Time.T2, Time.T3, Time.T4)

Answers = Mapping[str, object]


class Word(StrEnum):
    """What a change is called, each as strong as the other. UNSAID: there is no figure, or no ground to judge it on."""

    BETTER = "better"
    UNCHANGED = "unchanged"
    WORSE = "worse"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class Scored:
    """One person's answers at one time: each item's figure (None is no figure), the mean, how many of how many answered."""

    voice: Voice
    items: Mapping[str, Fraction | None]
    mean: Fraction | None
    n: int
    of: int
    asked: tuple[str, ...] = field(default=())

    @property
    def is_enough(self) -> bool:
        """Whether so much was answered that the mean may be shown."""
        return self.mean is not None


@dataclass(frozen=True, slots=True)
class Change:
    """How one person's view has moved. `n` and `of` are of the later time; `words` also by item; `validated` as the package."""

    word: Word
    difference: Fraction | None
    before: Fraction | None
    after: Fraction | None
    n: int
    of: int
    validated: bool
    items: Mapping[str, tuple[Word, Fraction | None]] = field(default_factory=dict)
    reliable: "Reliable | None" = None


@dataclass(frozen=True, slots=True)
class Reliable:
    """A change beside its own error (Jacobson and Truax): `needed` is the least difference that counts."""

    error: float
    spread: float
    index: float
    needed: float

    @property
    def needed_whole(self) -> int:
        """The least whole step that counts, rounded up."""
        return ceil(self.needed)


def score(package: Package, answers: Answers, *, voice: Voice, time: Time, young: bool = False) -> Scored:
    """The figures of one person's answers. Answers to what was not asked, or beyond the scale, count for nothing."""
    asked = package.asked(time, voice, young=young)
    items = {item.code: figure(item, answers.get(item.code)) for item in asked}
    core = [item for item in asked if _counts(package, item)]
    mean = _mean([items[item.code] for item in core]) if package.scoring is Scoring.MEAN else None
    answered = sum(value is not None for value in items.values())
    return Scored(voice, items, mean, answered, len(asked), tuple(item.code for item in asked))


def figure(item: Item, answer: object) -> Fraction | None:
    """An answer as a figure; None for no answer, *vet inte*, *vill inte svara* and what the scale does not hold."""
    if isinstance(answer, bool) or not isinstance(answer, int | float | Fraction):
        return None
    value = Fraction(answer)
    return value if item.least <= value <= item.most else None


def change(package: Package, before: Scored | None, after: Scored | None) -> Change:
    """From the earlier to the later of one person's answers, by what was asked both times."""
    if before is None or after is None:
        return _unsaid(package, after)
    both = [code for code in after.asked if code in before.asked]
    by_item = {code: _moved(package, before.items[code], after.items[code], package.item(code)) for code in both}
    core = [code for code in both if _counts(package, package.item(code))]
    means = [_mean([one.items[code] for code in core]) if package.scoring is Scoring.MEAN else None for one in (before, after)]
    word, difference = _judged(package, means[0], means[1])
    return Change(word, difference, means[0], means[1], after.n, after.of, package.validated, by_item,
                  reliable_change(package.norm, means[0], means[1]))  # fmt: skip


def typed_change(package: Package, before: Fraction | None, after: Fraction | None) -> Change:
    """The same of a total that was typed in: a word only where spread and reliability are published."""
    found = reliable_change(package.norm, before, after)
    difference = None if before is None or after is None else after - before
    word = Word.UNSAID
    if found is not None and difference is not None:
        word = Word.UNCHANGED if abs(found.index) < SURE else _towards(difference, better=package.more_is_better)
    return Change(word, difference, before, after, int(after is not None), 1, package.validated, {}, found)


def goals(levels: Sequence[tuple[int, float]]) -> float | None:
    """T of goal attainment over levels −2…+2 with weights: 50 when all is as expected (the plan's own formula)."""
    return t_score(levels)


def reliable_change(norm: Norm | None, before: Fraction | None, after: Fraction | None) -> Reliable | None:
    """The change beside its error; None without published spread and reliability, or without both figures."""
    if norm is None or before is None or after is None:
        return None
    error = norm.sd * sqrt(1 - norm.reliability)
    spread = error * sqrt(2)
    return Reliable(error, spread, float(after - before) / spread, SURE * spread)


def cut_off(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Where two groups meet, weighted by their spread: (mean, sd) of each (Jacobson and Truax, c)."""
    (mean_1, sd_1), (mean_2, sd_2) = first, second
    return (sd_1 * mean_2 + sd_2 * mean_1) / (sd_1 + sd_2)


def _counts(package: Package, item: Item) -> bool:
    """Whether an item is part of the mean: a step of the scale that is asked every time, so that means can be compared."""
    return item.kind is Kind.SCALE and set(ALWAYS) & set(package.times) <= set(item.times or package.times)


def _mean(figures: Sequence[Fraction | None]) -> Fraction | None:
    """The mean of what was answered; None when less than 60 % was."""
    known = [one for one in figures if one is not None]
    if not known or Fraction(len(known), len(figures)) < ENOUGH:
        return None
    return sum(known, Fraction(0)) / len(known)


def _judged(package: Package, before: Fraction | None, after: Fraction | None) -> tuple[Word, Fraction | None]:
    if before is None or after is None:
        return Word.UNSAID, None
    difference = after - before
    if package.threshold is None:
        return Word.UNSAID, difference
    if abs(difference) < Fraction(str(package.threshold)):
        return Word.UNCHANGED, difference
    return _towards(difference, better=package.more_is_better), difference


def _moved(package: Package, before: Fraction | None, after: Fraction | None, item: Item) -> tuple[Word, Fraction | None]:
    """One item's change; a number (days, meetings) is told and not judged."""
    word, difference = _judged(package, before, after)
    return (word if item.kind is Kind.SCALE else Word.UNSAID), difference


def _towards(difference: Fraction, *, better: bool) -> Word:
    return Word.BETTER if (difference > 0) is better else Word.WORSE


def _unsaid(package: Package, after: Scored | None) -> Change:
    n, of, mean = (after.n, after.of, after.mean) if after else (0, 0, None)
    return Change(Word.UNSAID, None, None, mean, n, of, package.validated)


def words(changes: Iterable[Change]) -> dict[Word, int]:
    """How many moved each way, every word with its number, also when it is none."""
    said = [one.word for one in changes]
    return {word: said.count(word) for word in Word}
