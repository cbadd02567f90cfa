"""The shape of what is written at the table: lines that remember their base, and the follow-up."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.checklist.models import FollowUp, Sitting
from samling.checklist.models.lines import ROWS
from samling.kernel.answer import Answer
from samling.kernel.merging import Base, mark, packed, unpacked
from samling.questions.fields import plain, stored
from samling.questions.rows import MOST
from samling.questions.rules.adaptations import adaptation
from samling.questions.rules.shape import Block, Kind, Question
from samling.questions.sheet import Part, Sheet
from samling.records.lines import Kept, Woven, rows_of
from samling.ui.forms import SamlingForm

ALL, FIRST = 99, 4  # fields of a row that are shown at once; who did it and when wait behind "More"


class Lines(Sheet):
    """Some blocks of a checklist for one person to write in, filled with what stands.

    `version` travels with the form: what it was filled with, line by line.
    """

    def __init__(self, data: Any = None, *, sitting: Sitting, blocks: Iterable[Block]):
        self.sitting, blocks = sitting, tuple(blocks)
        self.stands, self.kept = _filled(sitting.lines(blocks), [q for block in blocks for q in block.questions])
        self.bases = {name: kept.base for name, kept in self.kept.items()}
        self.bases |= {q.code: _base(q) for b in blocks for q in b.questions if q.code not in self.stands}
        if data is not None:
            self.bases = unpacked(data.get("version", ""))
        self.brought = sitting.brought(blocks, self.stands) if data is None else {}
        filled = self.brought | self.stands
        super().__init__(data, asked=sitting.questions, blocks=blocks, answers=filled, on=sitting.today)

    def clean(self) -> dict[str, Any]:
        """A row that stood there is taken away by emptying what it is about."""
        super().clean()
        for line in self.bases:
            if self.data.get(f"{line}-own", "").strip() == "" and not self.data.get(f"{line}-what"):
                self.errors.pop(f"{line}-what", None)
        return self.cleaned_data

    @property
    def version(self) -> str:
        """What the form was filled with, to be sent along."""
        return packed(self.bases)

    def save(self) -> Woven:
        """Write what is valid and was changed here alone; call after is_valid(). Raises Refused."""
        saved = self.sitting.save(self.blocks, dict(self._sent()), self.bases)
        self.bases = saved.bases
        return saved

    def _sent(self):
        """The name of each line that was on the form or is new, with its question and what was said."""
        for question in self.questions:
            if question.kind in ROWS:
                yield from self._sent_rows(question)
            elif question.code in self.bases and question.code not in self.errors:
                yield question.code, (question, stored(question.kind, self.cleaned_data.get(question.code)))
        for question in self.questions:
            if question.kind in ROWS and adaptation(self.data.get("add", "")):
                yield f"{question.code}-new", (question, _whole(question, {"what": self.data["add"]}))

    def _sent_rows(self, question: Question):
        rows = self.rows[question.code]
        for number, names in enumerate(rows.names()):
            line = f"{question.code}-{number}"
            given = {
                column: plain(self.cleaned_data.get(name)) for column, name in zip(rows.columns, names, strict=True)
            }
            said = {column: value for column, value in given.items() if value not in (None, "")}
            if not set(names) & set(self.errors) and (line in self.bases or said.get("what") or said.get("own")):
                yield line, (question, _whole(question, said))

    @property
    def is_urgent(self) -> bool:
        """Whether someone has said that something must be done today."""
        return "a-urgent" in self.kept and self.kept["a-urgent"].said == "yes"

    @property
    def laid(self) -> list[tuple[Block, list[dict[str, Any]]]]:
        """Every block with its questions: a field or rows of them, and who wrote what stands there."""
        return [(block, [self._laid(part) for part in self.parts(block)]) for block in self.blocks]

    def _laid(self, part: Part) -> dict[str, Any]:
        code, first = part.question.code, FIRST if part.question.kind == Kind.TRIED else ALL
        rows = [
            (fields[:first], fields[first:], self.kept.get(f"{code}-{number}"))
            for number, fields in enumerate(part.rows)
        ]
        return {"question": part.question, "field": part.field, "rows": rows, "kept": self.kept.get(code), "brought": code in self.brought}

    def fields_of(self, line: str) -> list[forms.BoundField]:
        """The field of a line, or the fields of its row."""
        return [self[name] for name in self.fields if name == line or name.startswith(f"{line}-")]


def _whole(question: Question, said: dict[str, Any]) -> dict[str, Any] | None:
    """A row that says what it is about; an effect that nobody has chosen is not checked yet."""
    if not (said.get("what") or said.get("own")):
        return None
    return {"effect": "not_evaluated"} | said if question.kind == Kind.TRIED else said


def _filled(lines: dict[str, Kept], questions: list[Question]) -> tuple[dict[str, Any], dict[str, Kept]]:
    """The stored answers for the sheet, and the line behind each of its names."""
    answers: dict[str, Any] = {}
    kept: dict[str, Kept] = {}
    for question in questions:
        if question.kind in ROWS:
            rows = rows_of(question.code, lines.values())[:MOST]
            answers[question.code] = [one.said for one in rows]
            kept |= {f"{question.code}-{number}": one for number, one in enumerate(rows)}
        elif question.code in lines:
            answers[question.code] = lines[question.code].said
            kept[question.code] = lines[question.code]
    return answers, kept


def _base(question: Question) -> Base:
    """The base of a question that nobody has answered."""
    return Base(question.code, 0, mark(None))


RESULTS = [(FollowUp.Result.SOLVED, _("It is solved")), (FollowUp.Result.FURTHER, _("We need to go further"))]


class Asked(SamlingForm):
    """Six weeks later: how did it go, and who was asked?"""

    result = forms.ChoiceField(label=_("How is it now?"), widget=forms.RadioSelect, choices=RESULTS)
    asked_child = forms.BooleanField(label=_("We have asked the child"), required=False)
    asked_home = forms.BooleanField(label=_("We have asked those at home"), required=False)

    def __init__(self, data: Any = None, *, may: Callable[..., Answer]):
        super().__init__(data)
        self.may = may

    def clean(self) -> dict[str, Any]:
        """ "Solved" is said beside the one who was asked, not by the school alone."""
        told = super().clean() or {}
        heard = bool(told.get("asked_child") or told.get("asked_home"))
        answer = self.may(told.get("result", ""), heard=heard)
        if not answer:
            self.add_error("asked_child", gettext(answer.because))
        return told
