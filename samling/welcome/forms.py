"""What is asked when the meeting is arranged, and what each one answers at it."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.consent.models import ConsentAnswer
from samling.people.models import Capacity
from samling.records.clock import STOCKHOLM
from samling.ui.fields import DayField, LongTextField, TimeOfDayField
from samling.ui.forms import SamlingForm

from . import rules
from .models.answers import Giver, Spoken

LATER = "later"
ANSWERS = (("yes", _("yes")), ("no", _("no")), (LATER, _("not yet")))


class ArrangeForm(SamlingForm):
    """When and where, who holds it, and what the family needs to be able to come."""

    on = DayField(label=_("Which day?"), required=False, help_text=_("Leave it empty until the family has chosen."))
    clock = TimeOfDayField(label=_("What time?"), required=False)
    place = forms.CharField(label=_("Where?"), required=False, max_length=200)
    holder = forms.ChoiceField(label=_("Who meets the family?"))
    needs = forms.MultipleChoiceField(
        label=_("What does the family need?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    words = LongTextField(label=_("In their own words"), required=False, max_length=2000, rows=2)

    def __init__(self, *args: Any, people: list[Capacity], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        offered: Any = self.fields
        offered["holder"].choices = [(key, str(one)) for key, one in self.people.items()]
        offered["needs"].choices = [(code, capfirst(gettext(name))) for code, name in rules.NEEDS.items()]

    def clean(self) -> dict[str, Any]:
        """A day goes with a time."""
        filled = super().clean() or self.cleaned_data
        day, clock = filled.get("on"), filled.get("clock")
        if "on" not in self.errors and "clock" not in self.errors and bool(day) != bool(clock):
            self.add_error("clock" if day else "on", _("Write both the day and the time."))
        starts = dt.datetime.combine(day, clock, STOCKHOLM) if day and clock else None
        return filled | {"starts_at": starts, "holder": self.people.get(filled.get("holder", ""))}


class AnswersForm(SamlingForm):
    """Yes, no or not yet, of each one who is asked. Nothing is chosen beforehand."""

    def __init__(self, *args: Any, givers: list[Giver], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.givers = givers
        offered: Any = self.fields
        offered["how"] = forms.ChoiceField(
            label=_("How did they answer?"), widget=forms.RadioSelect,
            choices=[(code, capfirst(label)) for code, label in ConsentAnswer.How.choices],
        )  # fmt: skip
        for number, one in enumerate(givers):
            offered[f"answer_{number}"] = forms.ChoiceField(
                label=gettext("What does %(name)s say?") % {"name": one.name}, widget=forms.RadioSelect,
                choices=[(code, capfirst(name)) for code, name in ANSWERS],
            )  # fmt: skip
            offered[f"words_{number}"] = forms.CharField(
                label=gettext("%(name)s in own words") % {"name": one.name}, required=False, max_length=500
            )

    @property
    def said(self) -> list[Spoken]:
        """What was said; who has not answered yet is left out."""
        filled = self.cleaned_data
        return [
            Spoken(one.key, filled[f"answer_{number}"] == "yes", filled["how"], filled[f"words_{number}"])
            for number, one in enumerate(self.givers)
            if filled[f"answer_{number}"] != LATER
        ]
