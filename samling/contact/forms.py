"""The decision that a home is not to be reached."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samling.ui.fields import LongTextField
from samling.ui.forms import SamlingForm

LONGEST = 2000  # letters


class NoContactForm(SamlingForm):
    """Which guardians, and why: the reason stays inside the compartment."""

    guardians = forms.TypedMultipleChoiceField(
        label=_("Who must not be reached?"), coerce=uuid.UUID, widget=forms.CheckboxSelectMultiple
    )
    because = LongTextField(
        label=_("Why?"),
        max_length=LONGEST,
        help_text=_("The guardians never see it, and no colleague without the right."),
    )

    def __init__(self, *args: Any, reachable: list[dict[str, Any]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["guardians"].choices = [
            (str(one["id"]), f"{one['given_name']} {one['family_name']}, {one['relation']}")
            for one in reachable
        ]
