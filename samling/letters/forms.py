"""What is asked about a letter: to whom, about what, what it says, and how it was handed over."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samling.people.models import Guardian
from samling.ui.fields import DayField, LongTextField
from samling.ui.forms import SamlingForm

from .models import Handover, Letter, Way

LONGEST = 8000  # letters


class NewForm(SamlingForm):
    """To whom and about what. Two guardians are two letters."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    guardians = forms.TypedMultipleChoiceField(
        label=_("To whom?"),
        coerce=uuid.UUID,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Each gets a letter of their own."),
    )
    kind = forms.ChoiceField(label=_("What is it about?"), choices=Letter.Kind.choices, widget=forms.RadioSelect)
    next_on = DayField(
        label=_("When do they hear from you again?"),
        required=False,
        help_text=_("Leave it empty and the letter says in two weeks."),
    )

    def __init__(self, *args: Any, guardians: list[Guardian], **kwargs: Any):
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["guardians"].choices = [(str(one.pk), f"{one}, {one.relation}") for one in guardians]
        if len(guardians) == 1:
            fields["guardians"].initial = [str(guardians[0].pk)]


class TextForm(SamlingForm):
    """What the letter says."""

    text = LongTextField(
        label=_("What the letter says"),
        max_length=LONGEST,
        rows=18,
        help_text=_("Short sentences. Say who does what, and when. Write the good things first."),
    )


class HandedForm(SamlingForm):
    """How the letter came into the guardian's hand."""

    how = forms.ChoiceField(label=_("How?"), choices=Handover.How.choices, widget=forms.RadioSelect)

    def __init__(self, *args: Any, ways: list[str], **kwargs: Any):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["how"]
        field.choices = [(code, label) for code, label in Handover.How.choices if code in ways]


class WayForm(SamlingForm):
    """How the guardian wants to be reached."""

    way = forms.ChoiceField(label=_("How do they want to be reached?"), choices=Way.By.choices, widget=forms.RadioSelect)
