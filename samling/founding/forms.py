"""What is filled in when an organisation begins."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samling.concern.models import ReportContact
from samling.ui.forms import SamlingForm


class ReportsForm(SamlingForm):
    """Where a municipality receives concern reports."""

    name = forms.CharField(label=_("What is it called?"), max_length=120, help_text=_("As a person in a hurry looks for it."))
    phone = forms.CharField(label=_("Telephone by day"), max_length=40)
    hours = forms.CharField(label=_("When one can ring"), max_length=80, required=False)
    phone_after_hours = forms.CharField(label=_("Telephone by night and at weekends"), max_length=40, required=False)
    address = forms.CharField(label=_("Address"), max_length=200, required=False)
    url = forms.URLField(label=_("Page with a form, if there is one"), max_length=200, required=False, assume_scheme="https")

    @staticmethod
    def filled(standing: ReportContact | None) -> dict[str, Any]:
        """What stands now, to be mended."""
        names = ("name", "phone", "hours", "phone_after_hours", "address", "url")
        return {name: getattr(standing, name) for name in names} if standing else {}

    @property
    def told(self) -> list[str]:
        """In the order in which the guard asks."""
        return [self.cleaned_data[name] for name in ("name", "phone", "hours", "phone_after_hours", "address", "url")]
