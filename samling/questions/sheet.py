"""A sheet: the form for one page or card of a question set, and the way back to answers.

One renderer for every checklist: `questions/block.html` shows a sheet, `questions/summary.html` its answers.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from samling.ui.forms import SamlingForm

from .fields import field_for, shown, stored
from .rows import ROWS, Rows
from .rules.shape import Block, Kind, Question, QuestionSet


@dataclass(frozen=True, slots=True)
class Part:
    """A question on the sheet: one bound field, or rows of them."""

    question: Question
    field: forms.BoundField | None = None
    rows: tuple[list[forms.BoundField], ...] = ()


class Sheet(SamlingForm):
    """The questions of some blocks as a form.

    `answers` by question code, as stored; `on` decides which adaptations are offered. Posting `more`
    with a question's code gives that question one more empty row. `leave_out` names kinds of questions
    that the page shows in a way of its own.
    """

    def __init__(
        self,
        data: Any = None,
        *,
        asked: QuestionSet,
        blocks: Iterable[Block],
        answers: Mapping[str, Any] | None = None,
        on: date,
        leave_out: Collection[Kind] = (),
        **options: Any,
    ) -> None:
        self.blocks = tuple(blocks)
        asks = [question for block in self.blocks for question in block.questions]
        self.questions = [question for question in asks if question.kind not in leave_out]
        self.rows: dict[str, Rows] = {}
        super().__init__(data, **options)
        for question in self.questions:
            self._add(question, asked, dict(answers or {}).get(question.code), on)

    def _add(self, question: Question, asked: QuestionSet, value: Any, on: date) -> None:
        if question.kind in ROWS:
            rows = Rows(question, asked.stage, on, value or [], self.data if self.is_bound else None)
            self.rows[question.code] = rows
            self.fields.update(rows.fields())
            self.initial.update(rows.initial())
        else:
            self.fields[question.code] = field_for(question, asked)
            self.initial[question.code] = shown(question.kind, value)

    def clean(self) -> dict[str, Any]:
        """Rows must say what was tried, and a check comes after its start."""
        for rows in self.rows.values():
            for name, error in rows.faults(self.cleaned_data):
                self.add_error(name, error)
        return self.cleaned_data

    @property
    def answers(self) -> dict[str, Any]:
        """What was answered, by question code, ready to store; call after is_valid()."""
        given = {question.code: self._given(question) for question in self.questions}
        return {code: value for code, value in given.items() if value is not None}

    def _given(self, question: Question) -> Any:
        if question.code in self.rows:
            return self.rows[question.code].answers(self.cleaned_data)
        return stored(question.kind, self.cleaned_data.get(question.code))

    def parts(self, block: Block) -> Iterator[Part]:
        """A block's questions, each with what it takes to show it."""
        for question in block.questions:
            if question not in self.questions:
                continue
            rows = self.rows.get(question.code)
            if rows:
                yield Part(question, rows=tuple([self[name] for name in names] for names in rows.names()))
            else:
                yield Part(question, self[question.code])

    @property
    def told(self) -> list[tuple[Block, list[Part]]]:
        """Every block with its parts, for the template."""
        return [(block, list(self.parts(block))) for block in self.blocks]


def sheet_for(asked: QuestionSet, codes: Iterable[str], data: Any = None, **options: Any) -> Sheet:
    """The sheet of some blocks, in the set's order: a page's, a card, or the team's dense sheet."""
    wanted = set(codes)
    return Sheet(data, asked=asked, blocks=[b for b in asked.blocks if b.code in wanted], **options)
