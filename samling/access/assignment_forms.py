"""What is filled in when an assignment is given."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samling.records.clock import STOCKHOLM
from samling.ui.fields import DayField, LongTextField
from samling.ui.forms import SamlingForm


def end_of(day: dt.date | None) -> dt.datetime | None:
    """The first moment after a day in Stockholm: until and including."""
    return dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), STOCKHOLM) if day else None


class UntilField(DayField):
    """A last day that lies ahead; the form is given what day it is."""

    def __init__(self, **kwargs: Any):
        kwargs.setdefault("label", _("Last day"))
        super().__init__(**kwargs)

    def ahead(self, day: dt.date | None, today: dt.date) -> None:
        """Raises ValidationError for a day that has been, or that no calendar of ours reaches."""
        if day and not today <= day <= today + dt.timedelta(days=10 * 365):
            raise forms.ValidationError(_("Choose a day from today on, at most ten years ahead."), code="past")


class AssignmentForm(SamlingForm):
    """Why, until when, and what is added by decision."""

    because = LongTextField(label=_("Why does this person work with the child?"), max_length=200, rows=2,
                            help_text=_("In a few words. The family can ask to read it."))
    extra = forms.TypedMultipleChoiceField(
        label=_("Add by decision"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Not part of the role. Write above why this child needs it."))
    until_on = UntilField(required=False, help_text=_("Leave it empty if no end is known."))

    def __init__(self, *args: Any, by_decision: list[tuple[int, str]], today: dt.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["extra"].choices = by_decision
        if not by_decision:
            del self.fields["extra"]

    def clean_until_on(self) -> dt.date | None:
        """Ahead of us."""
        day = self.cleaned_data["until_on"]
        self.fields["until_on"].ahead(day, self.today)
        return day

    def clean(self) -> dict[str, Any]:
        """The last day as the moment after it."""
        told = super().clean() or {}
        return told | {"until_at": end_of(told.get("until_on"))}
