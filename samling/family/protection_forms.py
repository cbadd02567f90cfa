"""What is filled in when an identity is protected."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.people.models import Capacity, Guardian, Protection
from samling.ui.forms import SamlingForm

from . import rules

CHILD = "child"


class ProtectionForm(SamlingForm):
    """Whose identity, in which form, and who goes on reading."""

    whose = forms.ChoiceField(label=_("Whose identity is protected?"), widget=forms.RadioSelect)
    form = forms.ChoiceField(label=_("In which form?"), choices=Protection.Form.choices, widget=forms.RadioSelect)
    readers = forms.MultipleChoiceField(
        label=_("Who goes on reading, beside you?"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("As few as the work allows. Nobody else finds the child."))
    reference = forms.CharField(
        label=_("Reference number of the paper file"), required=False, max_length=rules.REFERENCE_LENGTH,
        help_text=_("Only if the child is kept outside the system."))

    def __init__(self, *args: Any, guardians: list[Guardian], readers: list[Capacity], **kwargs: Any):
        super().__init__(*args, **kwargs)
        whose = [(CHILD, gettext("The child's")), *((str(one.pk), str(one)) for one in guardians)]
        self.fields["whose"].choices = whose
        self.fields["readers"].choices = [(str(one.pk), str(one)) for one in readers]
        if not readers:
            del self.fields["readers"]

    def clean(self) -> dict[str, Any]:
        """Outside the system means a reference and nobody more than the one who decides."""
        told = super().clean() or {}
        if told.get("form") == Protection.Form.OFF_SYSTEM and "reference" not in self.errors:
            may = rules.may_keep_out(told.get("reference", ""))
            if not may:
                self.add_error("reference", gettext(may.because))
        return told

    @property
    def said(self) -> dict[str, Any]:
        """What was chosen, in words."""
        told = self.cleaned_data
        named = dict(self.fields["readers"].choices) if "readers" in self.fields else {}
        return {"whose": dict(self.fields["whose"].choices)[told["whose"]],
                "form": dict(Protection.Form.choices)[told["form"]],
                "readers": [named[one] for one in told.get("readers", ())]}


class OffSystemForm(SamlingForm):
    """A child who is not opened here at all."""

    reference = forms.CharField(label=_("Reference number of the paper file"), max_length=rules.REFERENCE_LENGTH,
                                help_text=_("For example SKY 2025-14. Never a name or an identity number."))

    def clean_reference(self) -> str:
        """A number that tells nothing."""
        reference = " ".join(self.cleaned_data["reference"].upper().split())
        may = rules.may_keep_out(reference)
        if not may:
            raise forms.ValidationError(gettext(may.because), code="personal")
        return reference


class ReaderForm(SamlingForm):
    """One more named reader."""

    reader: Any = forms.ModelChoiceField(label=_("Name one more reader"), queryset=Capacity.objects.none())

    def __init__(self, *args: Any, candidates: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["reader"].queryset = candidates
