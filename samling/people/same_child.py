"""Whether a child who comes from elsewhere is one we know already, when a name and a year agree."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from samling.ui.forms import SamlingForm

from .models import Child


class SameChildForm(SamlingForm):
    """One of those with the same name and year, or a new page; nothing is asked where there are none."""

    own = forms.TypedChoiceField(label=_("Is this a child you work with already?"), coerce=UUID, empty_value=None, required=False,
                                 widget=forms.RadioSelect)  # fmt: skip

    def __init__(self, *args: Any, same: list[Child], **kwargs: Any):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["own"]
        field.choices = [("", _("No, open a new page for the child")),
                         *((str(one.pk), f"{one.full_name}, {one.birth_year}, {one.unit}") for one in same)]  # fmt: skip
        if not same:
            del self.fields["own"]
