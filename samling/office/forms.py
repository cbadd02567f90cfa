"""What is filled in when something is settled or agreed."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from samling.kernel.settable import CHOICES, LONGEST, UNITS, Known
from samling.people.models import Agreement, Branch
from samling.ui.fields import DayField
from samling.ui.forms import SamlingForm

A_WHILE = dt.timedelta(days=3 * 366)


class FromDay(SamlingForm):
    """Something that holds from a day: today or later."""

    from_on = DayField(label=_("From which day?"), help_text=_("Today or later. What has been stays as it was."))

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any):
        kwargs["initial"] = {"from_on": today, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_from_on(self) -> dt.date:
        """Never backwards."""
        day: dt.date = self.cleaned_data["from_on"]
        if not self.today <= day <= self.today + A_WHILE:
            raise forms.ValidationError(_("Choose today or a later day, at most three years ahead."))
        return day


class SettingForm(FromDay):
    """A value, a day and the decision behind it."""

    value = forms.CharField(label=_("New value"))
    decision = forms.CharField(label=_("Which decision does it rest on?"), max_length=200,
                               help_text=_("Who decided, when, and the number of the paper."))
    field_order = ("value", "from_on", "decision")

    def __init__(self, *args: Any, known: Known, **kwargs: Any):
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        label = fields["value"].label
        if known.is_number:
            fields["value"] = forms.IntegerField(
                label=label, min_value=known.least, max_value=known.most, help_text=_span(known))
        elif known.unit == "choice":
            fields["value"] = forms.ChoiceField(label=label, choices=[(one, gettext(CHOICES.get(one, one))) for one in known.choices])
        else:
            fields["value"] = forms.CharField(label=label, max_length=LONGEST)
        self.order_fields(self.field_order)

    @property
    def told(self) -> tuple[str, dt.date]:
        """The value as it is kept, and its first day."""
        return str(self.cleaned_data["value"]).strip(), self.cleaned_data["from_on"]


def _span(known: Known) -> str:
    return gettext("From %(least)d to %(most)d %(unit)s.") % {
        "least": known.least, "most": known.most, "unit": gettext(UNITS[known.unit])}  # fmt: skip


class AgreementForm(FromDay):
    """With whom, how and by which paper."""

    with_branch = forms.ModelChoiceField(label=_("With whom?"), queryset=Branch.objects.none())
    how = forms.ChoiceField(label=_("How do they take part?"), choices=Agreement.How.choices, widget=forms.RadioSelect,
                            help_text=_("Health care always gets a copy: the law bars live access (PDL 5:4)."))  # fmt: skip
    number = forms.CharField(label=pgettext_lazy("agreement", "The number of the paper"), max_length=60)
    until_on = DayField(label=_("Last day"), required=False, help_text=_("Leave it empty if no end is known."))
    field_order = ("with_branch", "how", "number", "from_on", "until_on")

    def __init__(self, *args: Any, others: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["with_branch"]
        field.queryset = others
        field.label_from_instance = lambda one: f"{one.organisation}: {one}"

    def clean(self) -> dict[str, Any]:
        """Health care by copy; the last day after the first."""
        told = super().clean() or {}
        branch, first, last = told.get("with_branch"), told.get("from_on"), told.get("until_on")
        if branch and branch.domain == "health" and told.get("how") == Agreement.How.SPACE:
            self.add_error("how", _("Health care takes part by copy. Choose that."))
        if first and last and last < first:
            self.add_error("until_on", _("The last day comes after the first."))
        return told
