"""A text that shows nobody: the form stops what is certain, or only warns, and asks about what may be a name."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.kernel.traces import certain, doubtful, traces

from .forms import SamlingForm


class NamelessForm(SamlingForm):
    """A form with one text that may hold no name. `names` and `places` are what the writer could slip in."""

    nameless_field = "question"  # the field that is read through
    only_warns = False  # what must reach its receiver is asked about and never stopped: the writer answers for it

    sure = forms.BooleanField(
        label=_("I have read it again. Nothing in it shows who the child is."), required=False
    )

    def __init__(self, *args: Any, names: list[str], places: list[str], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.names, self.places = names, places

    def clean(self) -> dict[str, Any]:
        """The text holds nothing that points at the child."""
        filled = super().clean() or self.cleaned_data
        found = traces(filled.get(self.nameless_field) or "", names=self.names, places=self.places)
        sure, maybe = certain(found), doubtful(found)
        if self.only_warns:
            sure, maybe = [], [*sure, *maybe]
        if sure:
            told = gettext("This shows who the child is: %(said)s. Take it away.")
            self.add_error(self.nameless_field, told % {"said": ", ".join(sure)})
        elif maybe and not filled.get("sure"):
            told = gettext("Is this a name: %(said)s? Take it away, or tick the box below.")
            if self.only_warns:
                told = gettext("Does this show who the child is: %(said)s? Take it away, or tick the box below.")
            self.add_error(self.nameless_field, told % {"said": ", ".join(maybe)})
        return filled
