"""A passphrase, chosen or told."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samling.ui.forms import SamlingForm

from .rules import SHORTEST


def _secret(**kwargs: Any) -> forms.CharField:
    return forms.CharField(widget=forms.PasswordInput(attrs={"autocomplete": "off"}), strip=False, max_length=200, **kwargs)


class ChooseForm(SamlingForm):
    """A passphrase that nobody else knows."""

    chosen = _secret(
        label=_("Your passphrase"), min_length=SHORTEST,
        help_text=_("At least 14 characters: four words that do not belong together. Nobody can find it again for you."))  # fmt: skip
    again = _secret(label=_("The same once more"))

    def clean(self) -> dict[str, Any]:
        """Written alike twice."""
        told = super().clean() or {}
        if told.get("chosen") and told.get("again") and told["chosen"] != told["again"]:
            self.add_error("again", _("Write the same words in both boxes."))
        return told


class OpenForm(SamlingForm):
    """The passphrase, to take the sheet out."""

    passphrase = _secret(label=_("Your passphrase"))
