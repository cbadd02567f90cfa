"""What is filled in about deputies and leave."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samling.people.models import Capacity
from samling.ui.fields import DayField
from samling.ui.forms import SamlingForm

from .forms import YEAR, PeriodForm


class DeputyForm(SamlingForm):
    """Which colleague stands in."""

    stands_in = forms.ChoiceField(label=_("Who stands in?"))

    def __init__(self, *args: Any, colleagues: list[Capacity], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["stands_in"].choices = [
            ("", _("Choose")), *((str(one.pk), f"{one}, {one.unit}") for one in colleagues)
        ]


class LeaveForm(PeriodForm):
    """From which day, until which day."""

    longest = 3 * YEAR

    from_on = DayField(label=_("First day away"))
    until_on = DayField(label=_("Last day away"), required=False, help_text=_("Leave it empty if no end is known."))
