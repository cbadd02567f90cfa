"""What is asked when a version has been read or sent."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samling.ui.asking import Once
from samling.ui.fields import DayField

from .models import Acknowledgement, SentCopy


class AcknowledgementForm(Once):
    """What somebody at home said of a version."""

    who = forms.ChoiceField(label=_("Who has read it?"), widget=forms.RadioSelect)
    stance = forms.ChoiceField(label=_("What was said?"), choices=Acknowledgement.Stance.choices, widget=forms.RadioSelect)
    how = forms.ChoiceField(label=_("How was it said?"), choices=Acknowledgement.How.choices, widget=forms.RadioSelect)
    heard_on = DayField(label=_("When did you hear it?"))

    def __init__(self, *args: Any, people: dict[str, tuple[str, Any]], today: dt.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.people, self.today = people, today
        field: Any = self.fields["who"]
        field.choices = [(key, name) for key, (name, _one) in people.items()]
        self.fields["heard_on"].initial = today

    def clean_heard_on(self) -> dt.date:
        """A day that has been."""
        return been(self.cleaned_data["heard_on"], self.today)

    def clean(self) -> dict[str, Any]:
        """The guardian by key, and the name."""
        told = super().clean() or {}
        name, guardian = self.people.get(told.get("who", ""), ("", None))
        return told | {"who": name, "guardian": guardian}


class CopyForm(Once):
    """A version was sent to somebody who gets a copy."""

    to = forms.ChoiceField(label=_("Who gets it?"), required=False)
    name = forms.CharField(label=_("Somebody else, by name"), max_length=120, required=False)
    how = forms.ChoiceField(label=_("How was it sent?"), choices=SentCopy.How.choices, widget=forms.RadioSelect)
    sent_on = DayField(label=_("When was it sent?"))

    def __init__(self, *args: Any, parties: dict[str, tuple[str, Any]], today: dt.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.parties, self.today = parties, today
        field: Any = self.fields["to"]
        field.choices = [("", _("Somebody else")), *((key, name) for key, (name, _party) in parties.items())]
        self.fields["sent_on"].initial = today

    def clean_sent_on(self) -> dt.date:
        """A day that has been."""
        return been(self.cleaned_data["sent_on"], self.today)

    def clean(self) -> dict[str, Any]:
        """The party, or a name."""
        told = super().clean() or {}
        name, party = self.parties.get(told.get("to", ""), (told.get("name", ""), None))
        if not name:
            self.add_error("name", _("Write who gets it."))
        return told | {"party": party, "to": name}


def been(on: dt.date, today: dt.date) -> dt.date:
    """A day that has been, or how to mend it."""
    if on > today:
        raise forms.ValidationError(_("Write a day that has been."))
    return on
