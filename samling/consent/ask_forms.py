"""The form of a question, one step of it on each page."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from samling.people.languages import LANGUAGES
from samling.people.models import Capacity, Unit
from samling.ui.fields import DayField, LongTextField

from .forms import LONGEST, Once, WallsField, information
from .models import Consent

KINDS = [(code, capfirst(label)) for code, label in Consent.Kind.choices]
ASKED = (("guardians", _("The guardians")), ("both", _("The guardians and the child")),
         ("alone", _("The young person alone. Nothing about it goes home.")),
         ("self", _("The young person, who is of age and answers alone")))  # fmt: skip

STEPS: dict[str, tuple[Any, tuple[str, ...]]] = {
    "kind": (_("What do you want to ask about?"), ("kind",)),
    "recipient": (_("Who may be told?"), ("unit",)),
    "asked": (_("Who is asked?"), ("asked",)),
    "person": (_("Which person there is told?"), ("person",)),
    "information": (_("What may be told?"), ("walls",)),
    "limits": (_("What is it for, and what is not covered?"), ("purpose", "excluded")),
    "period": (_("Until when?"), ("until_on",)),
    "language": (_("In which language do you ask?"), ("language", "interpreter")),
    "review": (_("This is what you ask"), ()),
}


class AskForm(Once):
    """Everything that makes a question; a page shows one step of it and carries the rest along."""

    replaces = forms.UUIDField(widget=forms.HiddenInput, required=False)
    kind = forms.ChoiceField(label=_("Kind of consent"), choices=KINDS, widget=forms.RadioSelect)
    unit = forms.ModelChoiceField(label=_("Unit"), queryset=Unit.objects.none())
    asked = forms.ChoiceField(label=_("Who is asked?"), choices=ASKED, widget=forms.RadioSelect)
    person: Any = forms.ModelChoiceField(label=_("Person"), queryset=Capacity.objects.none())
    purpose = LongTextField(
        label=_("What is it for?"),
        max_length=LONGEST,
        rows=3,
        help_text=_("So that the family knows why you ask."),
    )
    excluded = LongTextField(
        label=_("What is not covered?"),
        required=False,
        max_length=LONGEST,
        rows=3,
        help_text=_("Something the family does not want told, in their words."),
    )
    until_on = DayField(
        label=_("Last day"), help_text=_("At most one year ahead. The family can take it back before.")
    )
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    interpreter = forms.BooleanField(label=_("An interpreter takes part"), required=False)

    def __init__(self, *args: Any, asking: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["unit"].queryset = asking.units
        fields["person"].queryset = asking.people
        self.fields["walls"] = WallsField(label=_("What may be told?"), choices=information(asking.walls))
        fields["asked"].choices = asking.who
        shown = [name for step in asking.route for name in STEPS[step][1]]
        for name in [name for name in self.fields if name not in ("once", "replaces")]:
            if name not in shown:
                del self.fields[name]

    def turn_to(self, step: str) -> "AskForm":
        """Show only one step; the others are carried."""
        for name in [name for name in self.fields if name not in STEPS[step][1]]:
            self.fields[name].widget = self.fields[name].hidden_widget()
        return self
