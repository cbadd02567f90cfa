"""What is filled in when a look is reviewed, explained or answered for: one choice each, never a text."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samling.ui.forms import SamlingForm

from .models import Alarm, SpotCheck


class ReviewForm(SamlingForm):
    """How a look was."""

    answer = forms.ChoiceField(label=_("How was it?"), choices=SpotCheck.Answer, widget=forms.RadioSelect)


class ReasonForm(SamlingForm):
    """Why one opened the child."""

    answer = forms.ChoiceField(label=_("Why did you open it?"), choices=SpotCheck.Reason, widget=forms.RadioSelect)


class AlarmForm(SamlingForm):
    """Whether so many children belong to the work."""

    answer = forms.ChoiceField(label=_("What do you say about it?"), choices=Alarm.Answer, widget=forms.RadioSelect)


def said(form: Any) -> str:
    """What was chosen."""
    chosen: str = form.cleaned_data["answer"]
    return chosen
