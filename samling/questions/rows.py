"""Questions answered in rows: adaptations that were tried, and those to try next."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .fields import SHORT, day_field, plain, said, translated
from .rules.adaptations import adaptation, catalogue
from .rules.shape import Kind, Question, Stage
from .sets.choices import EFFECTS

FIRST, MOST = 2, 12
MANY_WEEKS = 200
ROWS = {
    Kind.TRIED: ("what", "own", "weeks", "effect", "who", "starts_on", "stops_on"),
    Kind.NEXT_TRIES: ("what", "own", "who", "starts_on", "checked_on"),
}
# What was done, and what will be.
LABELS = {
    Kind.TRIED: {
        "who": _("Who did it?"),
        "starts_on": _("When did you start?"),
        "stops_on": _("When did you stop?"),
    },
    Kind.NEXT_TRIES: {
        "who": _("Who starts?"),
        "starts_on": _("When do you start?"),
        "checked_on": _("When do you check?"),
    },
}


class Rows:
    """The rows of one question: as many as are filled, one empty after them, never over twelve."""

    def __init__(
        self,
        question: Question,
        stage: Stage,
        on: date,
        value: list[dict[str, Any]],
        data: Mapping[str, Any] | None,
    ) -> None:
        self.question, self.stage, self.on, self.value = question, stage, on, value
        self.columns, self.labels = ROWS[question.kind], LABELS[question.kind]
        self.count = min(MOST, max(FIRST, len(value) + 1) if data is None else self._sent(data))

    def _sent(self, data: Mapping[str, Any]) -> int:
        """How many rows were posted, and one more if that was asked for."""
        shape = re.compile(rf"{re.escape(self.question.code)}-(\d{{1,2}})-\w+")
        numbers = [int(hit[1]) for key in data if (hit := shape.fullmatch(key))]
        more = 1 if data.get("more") == self.question.code else 0
        return max(FIRST, max(numbers, default=-1) + 1) + more

    def names(self) -> list[list[str]]:
        """The field names, row by row."""
        return [[self._name(row, column) for column in self.columns] for row in range(self.count)]

    def _name(self, row: int, column: str) -> str:
        return f"{self.question.code}-{row}-{column}"

    def fields(self) -> dict[str, forms.Field]:
        """Every field of every row, by name."""
        return {
            self._name(row, column): self._field(row, column)
            for row in range(self.count)
            for column in self.columns
        }

    def _field(self, row: int, column: str) -> forms.Field:
        match column:
            case "what":
                return forms.ChoiceField(label=_("From the list"), choices=self._choices(row), required=False)
            case "own":
                return forms.CharField(label=_("Or in your own words"), max_length=SHORT, required=False)
            case "who":
                return forms.CharField(label=self.labels["who"], max_length=SHORT, required=False)
            case "weeks":
                return forms.IntegerField(
                    label=_("Number of weeks"), min_value=0, max_value=MANY_WEEKS, required=False
                )
            case "effect":
                choices, radios = translated(EFFECTS), forms.RadioSelect
                return forms.ChoiceField(
                    label=_("How did it go?"), choices=choices, widget=radios, required=False
                )
        return day_field(label=self.labels[column], required=False)

    def _choices(self, row: int) -> list[tuple[str, Any]]:
        """What is offered today, and what this row already says even if it is no longer offered."""
        offered = [(one.code, said(one.title)) for one in catalogue(self.stage, self.on)]
        kept = self.value[row].get("what", "") if row < len(self.value) else ""
        known = adaptation(kept)
        if known and kept not in dict(offered):
            offered.append((kept, said(known.title)))
        return [("", _("Choose")), *offered]

    def initial(self) -> dict[str, Any]:
        """The stored rows as first values."""
        return {
            self._name(row, column): stored.get(column)
            for row, stored in enumerate(self.value[: self.count])
            for column in self.columns
        }

    def answers(self, cleaned: Mapping[str, Any]) -> list[dict[str, Any]] | None:
        """The rows that say something, ready to store; None if none does."""
        return [row for row in self._given(cleaned) if row] or None

    def _given(self, cleaned: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        for row in range(self.count):
            values = {column: plain(cleaned.get(self._name(row, column))) for column in self.columns}
            yield {column: value for column, value in values.items() if value not in (None, "")}

    def faults(self, cleaned: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        """What cannot be stored: field name and what to do."""
        for row, given in enumerate(self._given(cleaned)):
            if given and not (given.get("what") or given.get("own")):
                yield self._name(row, "what"), _("Choose or write what it is about.")
            for last in {"checked_on", "stops_on"} & set(given):
                if given[last] < given.get("starts_on", ""):
                    yield self._name(row, last), _("Choose a day after the start.")
