"""What is asked of support that names no child, of what has become routine, and of answers to an inquiry."""

import datetime as dt
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.people.models import Child, Unit
from samling.questions.rules.adaptations import CATALOGUE
from samling.ui.asking import Once
from samling.ui.fields import DayField
from samling.ui.forms import SamlingForm
from samling.ui.nameless import NamelessForm

from . import rules
from .models import Contribution
from .models.apart import SORTS
from .reference import practices


def _been(on: dt.date, today: dt.date) -> dt.date:
    if on > today:
        raise forms.ValidationError(_("Write a day that has been."))
    return on


class GeneralForm(Once, NamelessForm):
    """One occasion of support that is about no child in particular."""

    nameless_field = "title"
    field_order = ("key", "sort", "held_on", "people", "minutes", "title", "sure")

    sort = forms.ChoiceField(label=_("What was it?"), choices=[("", _("Choose")), *SORTS])
    held_on = DayField(label=_("Which day?"))
    people = forms.IntegerField(label=_("How many took part?"), min_value=1, max_value=999)
    minutes = forms.IntegerField(label=_("How many minutes?"), min_value=5, max_value=960)
    title = forms.CharField(label=_("What was it about?"), max_length=80, required=False, help_text=_("In a few words. No names."))

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["held_on"].initial = today

    def clean_held_on(self) -> dt.date:
        """It has been."""
        return _been(self.cleaned_data["held_on"], self.today)


class RoutineForm(Once, NamelessForm):
    """Something that began as help for one child and is done for everyone now."""

    nameless_field = "title"
    field_order = ("key", "code", "title", "unit", "since_on", "sure")

    code = forms.ChoiceField(label=_("What is done for everyone now?"), required=False)
    title = forms.CharField(label=_("Or in own words"), max_length=80, required=False,
                            help_text=_("What you do. No names, and nothing of who was the first."))  # fmt: skip
    unit: Any = forms.ModelChoiceField(label=_("Where?"), queryset=Unit.objects.none())
    since_on = DayField(label=_("Since when?"))

    def __init__(self, *args: Any, today: dt.date, units: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.today = today
        listed = sorted((gettext(one.title), one.code) for one in (*CATALOGUE.values(), *practices(today)) if one.stands(today))
        code: Any = self.fields["code"]
        code.choices = [("", _("Nothing from the list")), *((code, title) for title, code in listed)]
        self.fields["unit"].queryset = units
        self.fields["since_on"].initial = today

    def clean_since_on(self) -> dt.date:
        """It has begun."""
        return _been(self.cleaned_data["since_on"], self.today)

    def clean(self) -> dict[str, Any]:
        """Something of the list, or own words."""
        told = super().clean() or {}
        if not told.get("code") and not told.get("title"):
            self.add_error("title", _("Choose from the list, or write in a few words what you do."))
        return told


class AskedForm(Once):
    """That the committee has asked for something to an inquiry."""

    child = forms.TypedChoiceField(label=_("Which child?"), coerce=UUID, empty_value=None)
    asked_on = DayField(label=_("When did they ask?"))
    sent_to = forms.CharField(label=_("Who asked?"), max_length=120, help_text=_("The office, and the name of who inquires."))
    due_on = DayField(label=_("When do they want your answer?"))
    sure = forms.BooleanField(label=_("I have thought of who should answer"), required=False)

    def __init__(self, *args: Any, children: list[Child], today: dt.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.today = today
        child: Any = self.fields["child"]
        child.choices = [(one.pk, one.full_name) for one in children]
        self.fields["asked_on"].initial = today

    def clean_asked_on(self) -> dt.date:
        """They have asked."""
        return _been(self.cleaned_data["asked_on"], self.today)

    def clean(self) -> dict[str, Any]:
        """An answer is due after it was asked for; whoever works in the team thinks it over."""
        told = super().clean() or {}
        if told.get("due_on") and told.get("asked_on") and told["due_on"] < told["asked_on"]:
            self.add_error("due_on", _("Choose a day after they asked."))
        if told.get("child"):
            may = rules.may_answer(in_team=Contribution.in_team(told["child"]), sure=told.get("sure", False))
            if not may:
                self.add_error("sure", gettext(may.because))
        return told


class AnsweredForm(SamlingForm):
    """That the answer has been sent."""

    answered_on = DayField(label=_("When did you answer?"))
    how = forms.ChoiceField(label=_("How?"), choices=Contribution.How.choices)

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["answered_on"].initial = today

    def clean_answered_on(self) -> dt.date:
        """It has been sent."""
        return _been(self.cleaned_data["answered_on"], self.today)
