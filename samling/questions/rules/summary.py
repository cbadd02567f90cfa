"""Answers as a reader sees them: only what was answered, with the words of the version that was asked."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from samling.questions.sets.choices import EFFECTS, SCALE, TONES, YES_NO

from .adaptations import adaptation
from .shape import Block, Kind, Question, QuestionSet


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """An adaptation that was tried or will be: a catalogue title (msgid) or words of one's own."""

    title: str = ""
    own: str = ""
    weeks: int | None = None
    effect: str = ""
    tone: str = ""
    who: str = ""
    starts_on: date | None = None
    checked_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One answer. One is filled: `text` as written, `said` (msgids), `on`, `number`, `people`, `tries`."""

    question: Question
    text: str = ""
    said: tuple[str, ...] = ()
    on: date | None = None
    number: float | None = None
    people: tuple[str, ...] = ()
    tries: tuple[Try, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A block with its answered lines."""

    block: Block
    lines: tuple[Line, ...]


def summary(
    asked: QuestionSet, answers: Mapping[str, Any], blocks: Iterable[str] | None = None
) -> list[Told]:
    """What was answered, block by block in the set's order; `blocks` narrows it to some codes."""
    wanted = None if blocks is None else set(blocks)
    told = [
        Told(block, lines)
        for block in asked.blocks
        if wanted is None or block.code in wanted
        if (
            lines := tuple(
                _line(asked, q, answers[q.code]) for q in block.questions if is_said(answers.get(q.code))
            )
        )
    ]
    return told


def is_said(value: Any) -> bool:
    """Whether a question has an answer; zero is one."""
    return value not in (None, "", [], ())


def _line(asked: QuestionSet, question: Question, value: Any) -> Line:
    match question.kind:
        case Kind.SCALE | Kind.YES_NO | Kind.CHOICE:
            return Line(question=question, said=(_label(question, str(value)),))
        case Kind.SINCE:
            return Line(question=question, on=date.fromisoformat(value))
        case Kind.PERCENT | Kind.HOURS:
            return Line(question=question, number=float(value))
        case Kind.PEOPLE:
            return Line(question=question, people=tuple(value))
        case Kind.AREAS:
            titles = {card.code: card.title for card in asked.cards}
            return Line(question=question, said=tuple(titles.get(code, code) for code in value))
        case Kind.TRIED | Kind.NEXT_TRIES:
            return Line(question=question, tries=tuple(_try(row) for row in value))
    return Line(question=question, text=str(value))


def _label(question: Question, value: str) -> str:
    choices = {Kind.SCALE: SCALE, Kind.YES_NO: YES_NO}.get(question.kind, question.choices)
    return dict(choices).get(value, value)


def _try(row: Mapping[str, Any]) -> Try:
    known = adaptation(row.get("what", ""))
    effect = row.get("effect", "")
    return Try(
        title=known.title if known else "",
        own=row.get("own", ""),
        weeks=row.get("weeks"),
        effect=dict(EFFECTS).get(effect, ""),
        tone=TONES.get(effect, ""),
        who=row.get("who", ""),
        starts_on=_day(row.get("starts_on")),
        checked_on=_day(row.get("checked_on")),
    )


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


def tried_codes(answers: Mapping[str, Any]) -> list[str]:
    """The catalogue codes among what was tried, for untried()."""
    return [row["what"] for row in answers.get("k-tried", []) if row.get("what")]


def areas(answers: Mapping[str, Any]) -> list[str]:
    """The cards that the table opened."""
    return list(answers.get("a-areas", []))


def to_text(value: Any) -> str:
    """A stored answer as text, for a table with one text column: words stay words, lists become JSON."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else str(value)


def from_text(kind: Kind, text: str) -> Any:
    """The stored answer that to_text() wrote."""
    if kind in {Kind.AREAS, Kind.PEOPLE, Kind.TRIED, Kind.NEXT_TRIES}:
        return json.loads(text) if text else []
    if kind in {Kind.SCALE, Kind.PERCENT, Kind.HOURS} and text:
        return float(text) if "." in text else int(text)
    return text
