"""What is filled in when something is settled or agreed."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from samling.kernel.settable import CHOICES, LONGEST, UNITS, Known
from samling.people.models import Agreement, Branch, Unit
from samling.ui.fields import DayField
from samling.ui.forms import SamlingForm

from .settled import Line

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


class ByDecision(FromDay):
    """From a day on, by a decision."""

    decision = forms.CharField(label=_("Which decision does it rest on?"), max_length=200,
                               help_text=_("Who decided, when, and the number of the paper."))  # fmt: skip


class SettingForm(ByDecision):
    """A value, a day and the decision behind it."""

    value = forms.CharField(label=_("New value"))
    field_order = ("value", "from_on", "decision")

    def __init__(self, *args: Any, line: Line, **kwargs: Any):
        super().__init__(*args, **kwargs)
        known, fields = line.known, self.fields
        asked: dict[str, Any] = {"label": fields["value"].label}
        if line.is_own:
            asked |= {"required": False, "help_text": gettext("Leave it empty to go back to what Samling comes with: %(value)s.")
                      % {"value": line.shipped_words}}  # fmt: skip
        fields["value"] = _value(known, asked)
        self.order_fields(self.field_order)

    @property
    def told(self) -> tuple[str, dt.date]:
        """The value as it is kept, and its first day."""
        value = self.cleaned_data["value"]
        return "" if value is None else str(value).strip(), self.cleaned_data["from_on"]


def _value(known: Known, asked: dict[str, Any]) -> forms.Field:
    """The field of a number within its bounds, of one of some choices, or of a few words."""
    if known.unit == "choice":
        back = [("", gettext("as shipped"))] if "required" in asked else []
        return forms.ChoiceField(**asked, choices=[*back, *((one, gettext(CHOICES.get(one, one))) for one in known.choices)])
    if not known.is_number:
        return forms.CharField(**asked, max_length=LONGEST)
    asked["help_text"] = " ".join(filter(None, [_span(known), asked.get("help_text")]))
    field: Any = forms.IntegerField(**asked, min_value=known.least, max_value=known.most)
    field.is_short = True
    return field


def _span(known: Known) -> str:
    return gettext("From %(least)d to %(most)d %(unit)s.") % {
        "least": known.least, "most": known.most, "unit": gettext(UNITS[known.unit])}  # fmt: skip


class Period(FromDay):
    """Something that holds from a day, and perhaps until another."""

    until_on = DayField(label=_("Last day"), required=False, help_text=_("Leave it empty if no end is known."))

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        told = super().clean() or {}
        first, last = told.get("from_on"), told.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", _("The last day comes after the first."))
        return told


class AgreementForm(Period):
    """With whom, how and by which paper."""

    with_branch = forms.ModelChoiceField(label=_("With whom?"), queryset=Branch.objects.none())
    how = forms.ChoiceField(label=_("How do they take part?"), choices=Agreement.How.choices, widget=forms.RadioSelect,
                            help_text=_("Health care gets copies. In the space it takes part in a SIP alone, on a yes to it."))  # fmt: skip
    number = forms.CharField(label=pgettext_lazy("agreement", "The number of the paper"), max_length=60)
    field_order = ("with_branch", "how", "number", "from_on", "until_on")

    def __init__(self, *args: Any, others: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["with_branch"]
        field.queryset = others
        field.label_from_instance = lambda one: f"{one.organisation}: {one}"


class HoldForm(Period):
    """Which records are kept, why, and from when until when."""

    where = forms.ChoiceField(label=_("Which records are kept?"))
    reason = forms.CharField(label=_("Why must they be kept?"), max_length=200,
                             help_text=_("The court, the inspection or the request, and its number. Name no child."))  # fmt: skip
    field_order = ("where", "reason", "from_on", "until_on")

    def __init__(self, *args: Any, branches: Iterable[Branch], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.places = {f"{unit.pk if unit else branch.pk}": (branch, unit) for branch in branches for unit in (None, *branch.units.all())}
        field: Any = self.fields["where"]
        field.choices = [("", _("Choose")), *((str(branch), _parts(branch)) for branch in branches)]

    def clean_where(self) -> tuple[Branch, Unit | None]:
        """The branch, and the unit in it if not all of it."""
        return self.places[self.cleaned_data["where"]]


def _parts(branch: Branch) -> list[tuple[str, str]]:
    whole = gettext("All of %(branch)s") % {"branch": branch}
    return [(str(branch.pk), whole), *((str(unit.pk), str(unit)) for unit in branch.units.all())]
