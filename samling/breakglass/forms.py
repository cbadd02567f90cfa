"""What is filled in when a child is opened in an emergency, and in the answer to it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samling.ui.fields import IdentityNumberField, LongTextField
from samling.ui.forms import SamlingForm


class EmergencyForm(SamlingForm):
    """Why it cannot wait; and the number, when the child was not chosen from the list."""

    number = IdentityNumberField(label=_("The child's personal identity number"))
    because = LongTextField(label=_("Why can it not wait?"), max_length=400, rows=3,
                            help_text=_("The head of the unit and the family read this."))

    def __init__(self, *args: Any, chosen: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if chosen:
            del self.fields["number"]

    def clean_because(self) -> str:
        """A sentence, not a word."""
        said: str = self.cleaned_data["because"].strip()
        if len(said) < 10:
            raise forms.ValidationError(_("Say in a sentence why it cannot wait."))
        return said


class AnswerForm(SamlingForm):
    """Was it needed?"""

    needed = forms.ChoiceField(label=_("Was it needed?"), widget=forms.RadioSelect,
                               choices=[("yes", _("Yes, it could not wait")), ("no", _("No, end it now"))])
    words = LongTextField(label=_("In a sentence"), max_length=400, rows=3, required=False,
                          help_text=_("If it was not needed: what was wrong, and what happens next."))

    def clean(self) -> dict[str, Any]:
        """A no says what was wrong."""
        told = super().clean() or {}
        if told.get("needed") == "no" and len(told.get("words", "").strip()) < 10 and "words" not in self.errors:
            self.add_error("words", _("Say in a sentence what was wrong."))
        return told
