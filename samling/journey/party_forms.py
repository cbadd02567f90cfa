"""Inviting another authority, and answering an invitation."""

import uuid
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samling.ui.fields import LongTextField
from samling.ui.forms import SamlingForm

from .models import Party
from .parties import ways


class InviteForm(SamlingForm):
    """Whom, how, and what one asks of them. Some take part in one way only."""

    unit = forms.TypedChoiceField(label=_("Whom do you invite?"), coerce=uuid.UUID, widget=forms.RadioSelect)
    how = forms.ChoiceField(
        label=_("How do they take part?"),
        choices=Party.How.choices,
        widget=forms.RadioSelect,
        help_text=_("Health care gets a copy. For a SIP it can take part in the shared space, if the two have agreed so."),
    )
    question = LongTextField(
        label=_("What do you ask of them?"),
        max_length=300,
        rows=2,
        help_text=_("They see this and the child's name before they accept, and nothing else."),
    )

    def __init__(self, *args: Any, grounds: list[Any], agreed: Mapping[uuid.UUID, str], **kwargs: Any):
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        self.grounds: dict[Any, Any] = {ground.to_unit_id: ground for ground in grounds}
        fields["unit"].choices = [(str(pk), str(ground.to_unit)) for pk, ground in self.grounds.items()]
        self.ways = {pk: ways(ground, agreed) for pk, ground in self.grounds.items()}
        if all(way == [Party.How.COPY] for way in self.ways.values()):
            fields["how"].choices = [(Party.How.COPY.value, Party.How.COPY.label)]

    @property
    def ground(self) -> Any:
        """The ground that the invitation rests on."""
        return self.grounds[self.cleaned_data["unit"]]

    def clean(self) -> dict[str, Any]:
        """Some take part in one way only."""
        told = super().clean() or {}
        if told.get("unit") and told.get("how") and told["how"] not in self.ways[told["unit"]]:
            self.add_error("how", _("This party takes part by copy. Choose that."))
        return told
