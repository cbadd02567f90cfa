"""Which version of a question set applies, and how two versions differ."""

from dataclasses import dataclass
from datetime import date

from samling.questions.sets import PUBLISHED

from .shape import Block, Question, QuestionSet, Stage


def find(code: str, version: str) -> QuestionSet:
    """The set that an answer names. Raises LookupError: a published version is never taken away."""
    for one in PUBLISHED:
        if (one.code, one.version) == (code, version):
            return one
    raise LookupError(f"No question set {code} {version} has been published.")


def current(code: str, on: date) -> QuestionSet:
    """The newest version that stands on a day; before the first one, the first."""
    versions = sorted((one for one in PUBLISHED if one.code == code), key=lambda one: one.from_on)
    if not versions:
        raise LookupError(f"No question set {code} has been published.")
    return [one for one in versions if one.from_on <= on][-1] if versions[0].from_on <= on else versions[0]


def code_for(stage: Stage) -> str:
    """The code of the checklist that a kind of unit uses."""
    return f"checklist-{stage.value}"


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed between two versions, as question codes in order."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    reworded: tuple[str, ...]
    moved: tuple[str, ...]  # to another block or behind another wall
    asked_otherwise: tuple[str, ...]  # another kind of answer: old answers cannot be compared


def diff(old: QuestionSet, new: QuestionSet) -> Difference:
    """How `new` differs from `old`."""
    before = {question.code: (block, question) for block, question in old.questions()}
    after = {question.code: (block, question) for block, question in new.questions()}
    both = [code for code in after if code in before]
    return Difference(
        added=tuple(code for code in after if code not in before),
        removed=tuple(code for code in before if code not in after),
        reworded=tuple(code for code in both if _words(before[code][1]) != _words(after[code][1])),
        moved=tuple(code for code in both if _place(before[code][0]) != _place(after[code][0])),
        asked_otherwise=tuple(code for code in both if before[code][1].kind != after[code][1].kind),
    )


def _words(question: Question) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    return question.prompt, question.help, question.choices


def _place(block: Block) -> tuple[str, int]:
    return block.code, int(block.category)
