"""One form field for each kind of question, and the way between its value and the stored answer."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .rules.shape import Kind, Question, QuestionSet
from .sets.choices import SCALE, YES_NO

LONG, SHORT = 4000, 200
MOST_PEOPLE = 30


def field_for(question: Question, asked: QuestionSet) -> forms.Field:
    """The field that a question is answered in. Nothing is required: a draft is kept as it is."""
    field = MAKERS[question.kind](question, asked)
    field.label = said(question.prompt)
    field.help_text = said(question.help)
    field.required = False
    return field


def said(msgid: str) -> Any:
    """A msgid of the set, translated where it is shown; empty stays empty."""
    return _(msgid) if msgid else ""


def translated(choices: tuple[tuple[str, str], ...]) -> list[tuple[str, Any]]:
    """Choices whose labels are translated where they are shown."""
    return [(code, said(label)) for code, label in choices]


def _text(question: Question, asked: QuestionSet) -> forms.Field:
    return forms.CharField(max_length=LONG, widget=forms.Textarea(attrs={"rows": 3}))


def _line(question: Question, asked: QuestionSet) -> forms.Field:
    return forms.CharField(max_length=SHORT)


def _one_of(choices: tuple[tuple[str, str], ...]) -> forms.Field:
    return forms.ChoiceField(choices=translated(choices), widget=forms.RadioSelect)


def _scale(question: Question, asked: QuestionSet) -> forms.Field:
    return forms.ChoiceField(choices=[*translated(SCALE), ("", _("Do not know"))], widget=forms.RadioSelect)


def _day(question: Question, asked: QuestionSet) -> forms.Field:
    return day_field()


def day_field(**options: Any) -> forms.DateField:
    """A day, in the browser's own calendar where it has one."""
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **options)


def _percent(question: Question, asked: QuestionSet) -> forms.Field:
    return forms.IntegerField(
        min_value=0, max_value=100, widget=forms.NumberInput(attrs={"inputmode": "numeric"})
    )


def _hours(question: Question, asked: QuestionSet) -> forms.Field:
    # Localized, so that "7,5" is understood; a number input would refuse the comma in some browsers.
    return forms.DecimalField(min_value=0, max_value=1000, max_digits=6, decimal_places=2, localize=True)


def _areas(question: Question, asked: QuestionSet) -> forms.Field:
    cards = tuple((card.code, card.title) for card in asked.cards)
    return forms.MultipleChoiceField(choices=translated(cards), widget=forms.CheckboxSelectMultiple)


MAKERS = {
    Kind.TEXT: _text,
    Kind.LINE: _line,
    Kind.PEOPLE: _text,
    Kind.SCALE: _scale,
    Kind.CHOICE: lambda question, asked: _one_of(question.choices),
    Kind.YES_NO: lambda question, asked: _one_of(YES_NO),
    Kind.SINCE: _day,
    Kind.PERCENT: _percent,
    Kind.HOURS: _hours,
    Kind.AREAS: _areas,
}


def stored(kind: Kind, value: Any) -> Any:
    """A cleaned value as it is stored: text, number, ISO day or list; None if there is no answer."""
    if value in (None, "", []):
        return None
    if kind == Kind.PEOPLE:
        return [name for line in value.splitlines() if (name := line.strip())][:MOST_PEOPLE] or None
    if kind == Kind.SCALE:
        return int(value)
    return plain(value)


def plain(value: Any) -> Any:
    """A day as ISO text and a decimal as a number, so that answers can be kept as JSON."""
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value


def shown(kind: Kind, value: Any) -> Any:
    """A stored answer as the field's first value."""
    if kind == Kind.PEOPLE and value:
        return "\n".join(value)
    if kind == Kind.SCALE and value is not None:
        return str(value)
    return value
