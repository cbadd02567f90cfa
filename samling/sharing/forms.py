"""What is told when a consent is opened."""

import datetime as dt
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.access.models import Walled
from samling.access.recorded import in_words
from samling.kernel.categories import TITLES, category_of
from samling.records.clock import STOCKHOLM
from samling.ui.fields import DayField
from samling.ui.forms import SamlingForm


class OpeningForm(SamlingForm):
    """Kinds of information from a day on, or records one by one. Health care tells records only."""

    kinds = forms.TypedMultipleChoiceField(
        label=_("Which kinds of information?"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    from_on = DayField(
        label=_("From which day?"),
        required=False,
        help_text=_("What is written from that day on is told, also what is written later."),
    )
    records = forms.MultipleChoiceField(
        label=_("Single records"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Choose these if not everything of a kind is to be told."),
    )

    def __init__(self, *args: Any, walls: list[int], heads: list[Walled], slow: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["kinds"].choices = [
            (wall, gettext(TITLES[category_of(wall)])) for wall in walls if wall % 64 != 1
        ]
        fields["records"].choices = [(f"{head.wall}:{head.pk}", in_words(head)) for head in heads]
        unused = [] if fields["records"].choices else ["records"]
        for name in [*unused, *(["kinds", "from_on"] if slow or not fields["kinds"].choices else [])]:
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Kinds need a day to begin on."""
        told = super().clean() or {}
        if told.get("kinds") and not told.get("from_on") and "from_on" not in self.errors:
            self.add_error("from_on", _("Write from which day."))
        return told

    @property
    def since(self) -> dt.datetime | None:
        """The first moment of the chosen day in Stockholm, where kinds are told."""
        day = self.cleaned_data.get("from_on")
        return (
            dt.datetime.combine(day, dt.time(), STOCKHOLM) if day and self.cleaned_data.get("kinds") else None
        )

    @property
    def chosen(self) -> list[tuple[int, UUID]]:
        """The chosen records with their walls."""
        pairs = (choice.split(":") for choice in self.cleaned_data.get("records", ()))
        return [(int(wall), UUID(record)) for wall, record in pairs]
