"""What is filled in about deputies and leave."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samling.people.models import Capacity
from samling.ui.fields import DayField
from samling.ui.forms import SamlingForm

from .forms import ends, starts


class DeputyForm(SamlingForm):
    """Which colleague stands in."""

    stands_in = forms.ChoiceField(label=_("Who stands in?"))

    def __init__(self, *args: Any, colleagues: list[Capacity], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["stands_in"].choices = [
            ("", _("Choose")), *((str(one.pk), f"{one}, {one.unit}") for one in colleagues)
        ]


class LeaveForm(SamlingForm):
    """From which day, until which day."""

    from_on = DayField(label=_("First day away"))
    until_on = DayField(label=_("Last day away"), required=False, help_text=_("Leave it empty if no end is known."))

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        """From today on, and forwards."""
        told = super().clean() or {}
        first, last = told.get("from_on"), told.get("until_on")
        if first and not self.today <= first <= self.today + dt.timedelta(days=366):
            self.add_error("from_on", _("Choose a day from today on, at most a year ahead."))
        if first and last and not first <= last <= first + dt.timedelta(days=3 * 366):
            self.add_error("until_on", _("The last day comes after the first."))
        return told

    @property
    def starts(self) -> dt.datetime | None:
        """The first moment; None for at once."""
        return starts(self.cleaned_data["from_on"], self.today)

    @property
    def ends(self) -> dt.datetime | None:
        """The moment after the last day."""
        return ends(self.cleaned_data["until_on"])
