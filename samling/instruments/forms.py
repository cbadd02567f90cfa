"""What is noted of an agreement about a questionnaire."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samling.ui.asking import Once
from samling.ui.fields import DayField

from .models import licensed, title


class AgreementForm(Once):
    """Which questionnaire, with whom, where the paper is, from and until when."""

    package = forms.ChoiceField(label=_("Which questionnaire?"), widget=forms.RadioSelect)
    with_whom = forms.CharField(label=_("Who has given you the right to use it?"), max_length=120)
    where_kept = forms.CharField(label=_("Where is the agreement kept?"), max_length=200, help_text=_("A register number, or a place."))
    from_on = DayField(label=_("From which day?"))
    until_on = DayField(label=_("Until which day?"), required=False, help_text=_("Leave it empty when there is no last day."))

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        which: Any = self.fields["package"]
        which.choices = [(one.code, title(one)) for one in licensed()]

    def clean(self) -> dict[str, Any]:
        """It does not end before it begins."""
        told = super().clean() or {}
        begins, ends = told.get("from_on"), told.get("until_on")
        if begins and ends and ends < begins:
            self.add_error("until_on", _("Choose a day after the first one."))
        return told
