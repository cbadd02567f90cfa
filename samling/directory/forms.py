"""What is filled in about a function."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samling.people.models import Branch
from samling.ui.fields import LongTextField
from samling.ui.forms import SamlingForm


class NumberForm(SamlingForm):
    """A function, never a person."""

    branch = forms.ModelChoiceField(label=_("Where?"), queryset=Branch.objects.none())
    function = forms.CharField(label=_("Which function?"), max_length=80,
                               help_text=_("Write what they answer for, not a person's name. People change."))
    about = LongTextField(label=_("What can one ask them about?"), max_length=300, rows=2)
    phone = forms.CharField(label=_("Telephone"), max_length=40)
    hours = forms.CharField(label=_("When one can ring"), max_length=80, required=False)
    deputy = forms.CharField(label=_("Who answers when they do not?"), max_length=80, required=False,
                             help_text=_("A function here too."))
    deputy_phone = forms.CharField(label=_("The number there"), max_length=40, required=False)
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, branches: Any, **kwargs: Any):
        kwargs["initial"] = {"key": uuid.uuid4(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        field: Any = self.fields["branch"]
        field.queryset = branches

    def clean(self) -> dict[str, Any]:
        """Whoever steps in has a number, and a number has somebody who answers."""
        told = super().clean() or {}
        if bool(told.get("deputy")) != bool(told.get("deputy_phone")):
            self.add_error("deputy_phone" if told.get("deputy") else "deputy", _("Say both who and which number."))
        return told
