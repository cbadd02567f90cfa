"""What is asked at a follow-up and when a matter is closed. Nothing is chosen beforehand, and little is required."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samling.people.models import Capacity
from samling.plan.models import Goal
from samling.promises.models.words import PromiseWord
from samling.promises.rules import Word
from samling.ui.asking import Once
from samling.ui.fields import DayField, LongTextField
from samling.ui.forms import SamlingForm

from .models import Closing, Criterion, LaterCall
from .rules import ASKED_LAST, KINDS, MET, REASONS, Kind, may_decide

LONGEST = 2000


def lazily(words: dict[Any, str]) -> list[tuple[str, Any]]:
    """Choices in the reader's language."""
    return [(str(code), _(said)) for code, said in words.items()]


class CriterionForm(Once):
    """One sign of being ready."""

    words = LongTextField(label=_("What shows that you manage without us?"), max_length=500, rows=2,
                          help_text=_("Something that the child and the home can see for themselves. Use their words."))  # fmt: skip
    voice = forms.ChoiceField(label=_("Who says so?"), choices=Goal.Voice.choices, widget=forms.RadioSelect)


class DecisionForm(Once):
    """What was decided, by whom, what was learnt, everyone's words, and the next day."""

    kind = forms.ChoiceField(label=_("What did you decide?"), choices=lazily(KINDS), widget=forms.RadioSelect)
    next_on = DayField(label=_("When do you look again?"), required=False, help_text=_("Always a day, unless you close."))
    on = DayField(label=_("When was it decided?"))
    learnt = LongTextField(label=_("What have you learnt?"), max_length=LONGEST, rows=2, required=False,
                           help_text=_("What helped, and what did not."))  # fmt: skip
    child_words = LongTextField(label=_("What does the child say?"), max_length=LONGEST, rows=2, required=False,
                                help_text=_("Just as it was said. It may be left empty."))  # fmt: skip
    home_words = LongTextField(label=_("What do the guardians say?"), max_length=LONGEST, rows=2, required=False)
    there = forms.CharField(label=_("Who was there?"), max_length=300, required=False)
    deciders = forms.CharField(label=_("Who decided?"), max_length=300, required=False)

    def __init__(self, *args: Any, signs: list[Criterion], today: dt.date, **kwargs: Any):
        self.signs, self.today = signs, today
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = today
        self.order_fields(["key", "kind", *(f"sign_{one.pk}" for one in signs)])

    def more_fields(self) -> dict[str, forms.Field]:
        """Each sign of being ready, with how it stands."""
        return {
            f"sign_{one.pk}": forms.ChoiceField(label=one.body.words, choices=lazily(MET), widget=forms.RadioSelect, required=False)
            for one in self.signs
        }

    def clean(self) -> dict[str, Any]:
        """A next day unless it closes, and how the signs stand by their keys."""
        told = super().clean() or {}
        kind, next_on = told.get("kind"), told.get("next_on")
        if kind == Kind.CLOSE:
            told["next_on"] = None
        elif kind and "next_on" not in self.errors:
            said = may_decide(kind=kind, on=self.today, next_on=next_on, today=self.today, writes=True)
            if not said:
                self.add_error("next_on", _(said.because))
        signs = {str(one.pk): told.pop(f"sign_{one.pk}", "") for one in self.signs}
        return told | {"signs": {key: said for key, said in signs.items() if said}}

    def clean_on(self) -> dt.date:
        """A day that has been."""
        on: dt.date = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError(_("Write a day that has been."))
        return on


class BeginForm(Once):
    """Why a matter is closed."""

    reason = forms.ChoiceField(label=_("Why do you close?"), choices=lazily(REASONS), widget=forms.RadioSelect)


class AboutForm(SamlingForm):
    """Why, the reason when nobody has answered how it went, and everyone's words."""

    reason = forms.ChoiceField(label=_("Why do you close?"), choices=lazily(REASONS), widget=forms.RadioSelect)
    asked = forms.ChoiceField(label=_("Why has nobody answered how it went?"), required=False, widget=forms.RadioSelect,
                              choices=[one for one in lazily(ASKED_LAST) if one[0] != "family_ends"],
                              help_text=_("Leave it empty while you still mean to ask."))  # fmt: skip
    asked_because = forms.CharField(label=_("A word about it"), max_length=300, required=False)
    stays = LongTextField(label=_("What do the school and the home go on with?"), max_length=LONGEST, rows=2, required=False)
    child_words = LongTextField(label=_("What does the child say about closing?"), max_length=LONGEST, rows=2, required=False,
                                help_text=_("Just as it was said. It may be left empty."))  # fmt: skip
    home_words = LongTextField(label=_("What do the guardians say about it?"), max_length=LONGEST, rows=2, required=False)

    def __init__(self, *args: Any, is_answered: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if is_answered:  # nothing to give a reason for
            del self.fields["asked"], self.fields["asked_because"]

    def clean(self) -> dict[str, Any]:
        """No reason why not where there are answers."""
        return {"asked": "", "asked_because": ""} | (super().clean() or {})


class ChoiceForm(Once):
    """What becomes of one promise."""

    becomes = forms.ChoiceField(label=_("What becomes of it?"), widget=forms.RadioSelect)
    to = forms.ChoiceField(label=_("Who is asked to take it over?"), required=False)
    text = LongTextField(label=_("A sentence about it"), max_length=500, rows=2, required=False)

    def __init__(self, *args: Any, holds: bool, ends: list[Word], people: list[Capacity], **kwargs: Any):
        super().__init__(*args, **kwargs)
        says, offered = dict(PromiseWord.Says.choices), self.fields
        self.people = {str(one.pk): one for one in people}
        stays: list[Any] = [("keep", _("It goes on, with the one who holds it"))] if holds else []
        given: list[Any] = [("give", _("Somebody else takes it over, if they say yes"))] if people else []
        named: Any = offered["to"]
        named.choices = [("", _("Choose")), *((key, f"{one}, {one.unit}") for key, one in self.people.items())]
        chosen: Any = offered["becomes"]
        chosen.choices = [*stays, *((str(word), says[word]) for word in ends), *given]
        if not people:
            del offered["to"]

    def clean(self) -> dict[str, Any]:
        """Whoever takes over is named."""
        told = super().clean() or {}
        told["to"] = self.people.get(told.get("to") or "")
        if told.get("becomes") == "give" and told["to"] is None:
            self.add_error("to", _("Choose who is asked."))
        return told


class ContactForm(SamlingForm):
    """Whom the family can turn to afterwards."""

    contact = forms.ChoiceField(label=_("Who is asked?"))

    def __init__(self, *args: Any, people: list[Capacity], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        named: Any = self.fields["contact"]
        named.choices = [("", _("Choose")), *((key, f"{one}, {one.unit}") for key, one in self.people.items())]

    def clean_contact(self) -> Capacity:
        """The colleague."""
        return self.people[self.cleaned_data["contact"]]


class ReopenForm(SamlingForm):
    """Who wants it to be open again."""

    how = forms.ChoiceField(label=_("Who asks for it?"), choices=[one for one in Closing.How.choices if one[0] != "work"],
                            widget=forms.RadioSelect)  # fmt: skip


class CallsForm(SamlingForm):
    """When the matter was closed, for the days of the calls."""

    closed_on = DayField(label=_("When was it closed?"), help_text=_("The calls come half a year and a year after that day."))


class CallForm(SamlingForm):
    """How a call ended."""

    outcome = forms.ChoiceField(label=_("How did it go?"), choices=LaterCall.Outcome.choices, widget=forms.RadioSelect)
    words = LongTextField(label=_("What did they tell?"), max_length=LONGEST, rows=3, required=False,
                          help_text=_("In their own words, if they want it written."))  # fmt: skip
