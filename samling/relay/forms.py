"""What is asked about a hand-over, and about who is thought away."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samling.people.models import Capacity
from samling.ui.fields import LongTextField
from samling.ui.forms import SamlingForm

CHOOSE = ("", _("Choose"))


class RelayForm(SamlingForm):
    """To whom a child is handed over, and what is written nowhere else."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    receiver = forms.ChoiceField(label=_("Who takes over?"))
    calls = forms.CharField(label=_("What does the child call you?"), max_length=40, required=False)
    unwritten = LongTextField(label=_("What is written down nowhere else?"), max_length=4000, rows=5, required=False,
                              help_text=_("What you know by heart: what works, what to think of, what you have said you will do."))
    stays = forms.ChoiceField(label=_("And you?"), widget=forms.RadioSelect, choices=(
        ("stays", _("I go on working with the child too")), ("goes", _("My work with the child ends when the other has said yes"))))

    def __init__(self, *args: Any, people: list[Capacity], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        field: Any = self.fields["receiver"]
        field.choices = [CHOOSE, *((key, f"{one}, {one.unit}") for key, one in self.people.items())]

    @property
    def told(self) -> dict[str, Any]:
        """What was filled in, as the hand-over keeps it."""
        said = self.cleaned_data
        return {"receiver": self.people[said["receiver"]], "stays": said["stays"] == "stays", "calls": said["calls"],
                "unwritten": said["unwritten"]}  # fmt: skip


class AwayForm(SamlingForm):
    """Who is thought away."""

    who = forms.MultipleChoiceField(label=_("Who leaves?"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, people: list[Capacity], **kwargs: Any):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["who"]
        field.choices = [(str(one.pk), str(one)) for one in people]
