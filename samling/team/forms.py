"""What is asked about a team and its meetings. Nothing is chosen beforehand."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samling.people.models import Capacity
from samling.ui.fields import DayField, TimeOfDayField
from samling.ui.forms import SamlingForm

from .models import Rhythm

CHOOSE = ("", _("Choose"))


class RhythmForm(SamlingForm):
    """When the team meets."""

    weekday = forms.TypedChoiceField(label=_("Which day?"), choices=[CHOOSE, *Rhythm.Weekday.choices], coerce=int)
    every = forms.TypedChoiceField(label=_("How often?"), choices=Rhythm.Every.choices, coerce=int)
    clock = TimeOfDayField(label=_("What time?"))
    place = forms.CharField(label=_("Where?"), max_length=120)


class PersonForm(SamlingForm):
    """One colleague, by name and workplace."""

    capacity: Any = forms.ModelChoiceField(label=_("Who?"), queryset=Capacity.objects.none(), empty_label=CHOOSE[1])

    def __init__(self, *args: Any, people: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["capacity"]
        field.queryset = people.select_related("person", "unit")
        field.label_from_instance = lambda one: f"{one}, {one.unit}"


class CallForm(SamlingForm):
    """A meeting called by hand."""

    day = DayField(label=_("Which day?"))
    clock = TimeOfDayField(label=_("What time?"))
    place = forms.CharField(label=_("Where?"), max_length=120)


class HereForm(SamlingForm):
    """Who is in the room."""

    here = forms.MultipleChoiceField(
        label=_("Who is in the room?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, table: list[Any], **kwargs: Any):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["here"]
        field.choices = [(str(one.capacity.pk), str(one.capacity)) for one in table]
        self.initial["here"] = [str(one.capacity.pk) for one in table if one.is_here]

    @property
    def people(self) -> set[uuid.UUID]:
        """Those who were ticked."""
        return {uuid.UUID(key) for key in self.cleaned_data["here"]}
