"""What is asked about the people around a child."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samling.people.models import Capacity
from samling.ui.asking import Once
from samling.ui.forms import SamlingForm

from .models import Chair, Tie

CHOOSE = ("", _("Choose"))
NOT_SAID = ("", _("has not said"))


class TieForm(SamlingForm):
    """What the child says of one person. Nothing has to be answered."""

    often = forms.ChoiceField(label=_("How often do you meet?"), choices=[NOT_SAID, *Tie.Rhythm.choices], required=False,
                              widget=forms.RadioSelect)
    close = forms.TypedChoiceField(label=_("How close are you?"), choices=[NOT_SAID, *Tie.Close.choices], required=False,
                                   widget=forms.RadioSelect, coerce=int, empty_value=None)
    calls = forms.CharField(label=_("What does the child call this person?"), max_length=40, required=False)
    is_chosen = forms.BooleanField(label=_("The child has chosen this person as someone to trust"), required=False)


class ChairForm(Once):
    """A role that is agreed around the child."""

    title = forms.CharField(label=_("Which role is agreed?"), max_length=60,
                            help_text=_("For example: special educator, BUP, contact family."))
    actor = forms.ChoiceField(label=_("On which side?"), choices=Chair.Actor.choices, widget=forms.RadioSelect)


class FillForm(SamlingForm):
    """Who sits on a chair: a colleague, or somebody by name."""

    capacity = forms.ChoiceField(label=_("A colleague"), required=False)
    name = forms.CharField(label=_("Or someone else, by name"), max_length=80, required=False)
    phone = forms.CharField(label=_("Phone"), max_length=40, required=False)

    def __init__(self, *args: Any, people: list[Capacity], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        field: Any = self.fields["capacity"]
        field.choices = [CHOOSE, *((key, f"{one}, {one.unit}") for key, one in self.people.items())]

    def clean(self) -> dict[str, Any]:
        """One of the two, not both and not neither."""
        told = super().clean() or {}
        if bool(told.get("capacity")) == bool(told.get("name")):
            self.add_error("capacity", _("Choose a colleague, or write a name."))
        return told

    @property
    def who(self) -> dict[str, Any]:
        """Who it is, as the chair keeps it."""
        told = self.cleaned_data
        if told["capacity"]:
            return {"capacity": self.people[told["capacity"]]}
        return {"name": told["name"], "phone": told["phone"]}


class CoordinationForm(SamlingForm):
    """Who coordinates, and who is the deputy."""

    coordinator = forms.ChoiceField(label=_("Who coordinates?"), widget=forms.RadioSelect)
    deputy = forms.ChoiceField(label=_("Who is the deputy?"))

    def __init__(self, *args: Any, coordinators: list[Capacity], deputies: list[Capacity], **kwargs: Any):
        super().__init__(*args, **kwargs)
        offered: Any = self.fields
        offered["coordinator"].choices = [(str(one.pk), str(one)) for one in coordinators]
        offered["deputy"].choices = [CHOOSE, *((str(one.pk), f"{one}, {one.unit}") for one in deputies)]
