"""The walk of *Får jag berätta?*: what has been answered, what is asked next, and how to go back. Nothing is kept."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.kernel.ages import age_on
from samling.kernel.regime import Regime
from samling.people.models import Child
from samling.ui.forms import SamlingForm

from .door import fetch
from .plain import to_record
from .telling import AGES, Question, next_question, walked
from .verdict import Basis, End, Recipient, Verdict

ERRAND = "ask whether one may tell"


class QuestionForm(SamlingForm):
    """One question of the walk: choices, or a number for an age."""

    def __init__(self, *args: Any, question: Question, **kwargs: Any):
        super().__init__(*args, **kwargs)
        label, help_text = gettext(question.text), gettext(question.help) if question.help else ""
        if question.choices:
            self.fields[question.key] = forms.ChoiceField(
                label=label, help_text=help_text, widget=forms.RadioSelect,
                choices=[(str(code), gettext(said)) for code, said in question.choices])
        else:
            self.fields[question.key] = forms.IntegerField(
                label=label, help_text=help_text, min_value=0, max_value=25,
                error_messages={"invalid": _("Write the age in digits."), "max_value": _("Write an age from 0 to 25."),
                                "min_value": _("Write an age from 0 to 25.")})


@dataclass(frozen=True, slots=True)
class Answered:
    """One question behind us, its answer in words, and the way back to it."""

    question: str
    answer: str
    back: str


class Walk:
    """Where one is. The answers are the page's own parameters; a child may have been brought along."""

    def __init__(self, asked: QueryDict, today: dt.date):
        self.asked = asked
        self.child: Child | None = _child(asked.get("child", ""))
        answers = {key: str(value) for key, value in asked.items() if key != "child"}
        if self.child:
            answers["child_age"] = str(min(age_of(self.child, today), AGES[-1]))
        self.road = walked(answers)
        self.answers = {question.key: answers[question.key] for question, _label in self.road}
        self.step = next_question(self.answers)

    @property
    def question(self) -> Question | None:
        """The question that is next, if there is one."""
        return self.step if isinstance(self.step, Question) else None

    @property
    def verdict(self) -> Verdict | None:
        """The end of the walk, if it is reached."""
        return self.step if isinstance(self.step, Verdict) else None

    @cached_property
    def form(self) -> QuestionForm:
        """The next question, with what was wrong about the answer to it."""
        assert self.question is not None
        tried = self.question.key in self.asked
        return QuestionForm(self.asked if tried else None, question=self.question)

    @property
    def answered(self) -> list[Answered]:
        """The road here. What was known of the child beforehand has no way back."""
        lines: list[Answered] = []
        behind: dict[str, str] = {}
        for question, said in self.road:
            back = "" if self.child and question.key == "child_age" else self.address(behind)
            lines.append(Answered(gettext(question.text), gettext(said), back))
            behind[question.key] = self.answers[question.key]
        return lines

    def address(self, answers: dict[str, str]) -> str:
        """The page as it stands after these answers."""
        return f"{reverse('access:may-i-tell')}?{urlencode(self._with_child(answers))}"

    def _with_child(self, answers: dict[str, str]) -> dict[str, str]:
        return {"child": str(self.child.pk), **answers} if self.child else answers

    @property
    def carried(self) -> list[tuple[str, str]]:
        """What the form for the next question takes along."""
        return list(self._with_child(self.answers).items())

    @property
    def note(self) -> Any:
        """What to write down when it is told."""
        return to_record(self.verdict.basis) if self.verdict and self.verdict.basis else ""

    @property
    def onward(self) -> str:
        """Where to tell it in Samling: for staff elsewhere, about a child one came from."""
        here = self.verdict is not None and self.verdict.end is End.YES and self.child is not None
        if not here or self.verdict.basis is Basis.CONSENT or not self.to_staff:
            return ""
        return f"{reverse('access:tell', args=[self.child.pk])}?{urlencode(self.answers)}"

    @property
    def to_staff(self) -> bool:
        """Whether the recipient is a colleague in an activity of its own."""
        return self.answers.get("recipient") in {str(one) for one in Regime} - {str(one) for one in Recipient}


def age_of(child: Child, today: dt.date) -> int:
    """Whole years; from the year alone the lowest age it can be."""
    return max(age_on(today, child.born_on, child.birth_year), 0)


def _child(asked: str) -> Child | None:
    try:
        pk = UUID(asked)
    except ValueError:
        return None
    return fetch(Child, pk, ERRAND)
