"""What is filled in when something is told across a wall."""

import datetime as dt
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from samling.people.models import Capacity
from samling.records.clock import STOCKHOLM
from samling.ui.fields import DayField, LongTextField
from samling.ui.forms import SamlingForm

from .assignment_forms import UntilField, end_of


class TellingForm(SamlingForm):
    """To whom, what, why and until when. Health care tells records one by one (PDL 5:4)."""

    person: Any = forms.ModelChoiceField(
        label=_("To whom there?"), queryset=Capacity.objects.none(), required=False,
        empty_label=_("Everyone there who works with the child"))
    kinds = forms.TypedMultipleChoiceField(
        label=_("Which kinds of information?"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple)
    from_on = DayField(label=_("From which day?"), required=False,
                       help_text=_("What is written from that day on is told, also what is written later."))
    records = forms.MultipleChoiceField(
        label=_("Single records"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Choose these if not everything of a kind is to be told."))
    because = LongTextField(label=_("Why do you tell it?"), max_length=400, rows=3,
                            help_text=_("In your own words. It is kept with the ground."))
    until_on = UntilField(help_text=_("After that day nothing of it can be read there."))

    def __init__(self, *args: Any, people: Any, kinds: list[tuple[int, str]], records: list[tuple[str, str]],
                 slow: bool, today: dt.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["person"].queryset = people
        self.fields["kinds"].choices = kinds
        self.fields["records"].choices = records
        unused = [] if records else ["records"]
        for name in [*unused, *(["kinds", "from_on"] if slow or not kinds else [])]:
            del self.fields[name]

    def clean_until_on(self) -> dt.date | None:
        """Ahead of us."""
        day = self.cleaned_data["until_on"]
        self.fields["until_on"].ahead(day, self.today)
        return day

    def clean(self) -> dict[str, Any]:
        """Something is told; kinds begin on a day that has been."""
        told = super().clean() or {}
        if not self.errors and not told.get("kinds") and not told.get("records"):
            raise forms.ValidationError(_("Choose what to tell."))
        if told.get("kinds") and "from_on" not in self.errors:
            self._check_first_day(told.get("from_on"))
        return told

    def _check_first_day(self, day: dt.date | None) -> None:
        if day is None:
            self.add_error("from_on", _("Write from which day."))
        elif day > self.today:
            self.add_error("from_on", _("Choose today or an earlier day."))

    @property
    def since(self) -> dt.datetime | None:
        """The first moment of the chosen day in Stockholm, where kinds are told."""
        day = self.cleaned_data.get("from_on")
        return dt.datetime.combine(day, dt.time(), STOCKHOLM) if day and self.cleaned_data.get("kinds") else None

    @property
    def until(self) -> dt.datetime | None:
        """The moment after the last day."""
        return end_of(self.cleaned_data["until_on"])

    @property
    def chosen(self) -> list[tuple[int, UUID]]:
        """The chosen records with their walls."""
        pairs = (choice.split(":") for choice in self.cleaned_data.get("records", ()))
        return [(int(wall), UUID(record)) for wall, record in pairs]

    @property
    def said(self) -> list[str]:
        """What was chosen, in words."""
        kinds, records = (dict(self.fields[name].choices) if name in self.fields else {} for name in ("kinds", "records"))
        return [*(str(kinds[one]) for one in self.cleaned_data.get("kinds", ())),
                *(str(records[one]) for one in self.cleaned_data.get("records", ()))]
