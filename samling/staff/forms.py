"""What is filled in when somebody begins to work, and when a unit is made."""

import datetime as dt
from typing import Any, ClassVar

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samling.people.codes import municipalities
from samling.people.models import Branch, Unit
from samling.people.roles import RoleRule
from samling.records.clock import STOCKHOLM
from samling.ui.fields import DayField
from samling.ui.forms import SamlingForm

DOMAINS = (
    ("school", _("School, municipal")), ("private_school", _("School, independent")),
    ("school_medical", _("School health, medical part")), ("report", _("Concern reports that the school has made")),
    ("social", _("Social services")), ("health", _("Health care")), ("none", _("No children: leadership and support")),
)  # fmt: skip
YEAR = dt.timedelta(days=366)


def ends(day: dt.date | None) -> dt.datetime | None:
    """The moment after a last day."""
    return dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), STOCKHOLM) if day else None


class PeriodForm(SamlingForm):
    """From which day, until which day, as its fields `from_on` and `until_on` ask; no longer than the longest."""

    longest: ClassVar[dt.timedelta]

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        """From today on, and forwards."""
        told = super().clean() or {}
        first, last = told.get("from_on"), told.get("until_on")
        if first and not self.today <= first <= self.today + YEAR:
            self.add_error("from_on", _("Choose a day from today on, at most a year ahead."))
        if first and last and not first <= last <= first + self.longest:
            self.add_error("until_on", _("The last day comes after the first."))
        return told

    @property
    def starts(self) -> dt.datetime | None:
        """The first moment; None for at once."""
        day = self.cleaned_data["from_on"]
        return dt.datetime.combine(day, dt.time(), STOCKHOLM) if day > self.today else None

    @property
    def ends(self) -> dt.datetime | None:
        """The moment after the last day."""
        return ends(self.cleaned_data["until_on"])


class CapacityForm(PeriodForm):
    """In which role, from when, until when."""

    longest = 50 * YEAR

    role = forms.ChoiceField(label=_("Role"))
    from_on = DayField(label=_("First day"))
    until_on = DayField(label=_("Last day"), required=False, help_text=_("Leave it empty if no end is known."))

    def __init__(self, *args: Any, roles: list[RoleRule], today: dt.date, **kwargs: Any):
        super().__init__(*args, today=today, initial={"from_on": today}, **kwargs)
        language = get_language() or "sv"
        self.fields["role"].choices = sorted(
            ((rule.code, rule.title(language)) for rule in roles), key=lambda one: one[1])


class EndForm(SamlingForm):
    """The last day, when it is known beforehand."""

    last_on = DayField(label=_("Last day"), required=False,
                       help_text=_("Leave it empty to end it at once. With a last day the person works on until that evening."))

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_last_on(self) -> dt.date | None:
        """Today or later, within a year."""
        day: dt.date | None = self.cleaned_data["last_on"]
        if day and not self.today <= day <= self.today + dt.timedelta(days=366):
            raise forms.ValidationError(_("Choose a day from today on, at most a year ahead."))
        return day

    @property
    def ends(self) -> dt.datetime | None:
        """The moment after the last day; None for at once."""
        return ends(self.cleaned_data["last_on"])


class PersonForm(SamlingForm):
    """A new member of staff."""

    given_name = forms.CharField(label=_("Given name"), max_length=80)
    family_name = forms.CharField(label=_("Family name"), max_length=80)


class AccountForm(SamlingForm):
    """The address that the letter goes to."""

    email = forms.EmailField(label=_("E-mail address at work"), max_length=254,
                             help_text=_("The person's own. Whoever reads it can choose the password."))

    def clean_email(self) -> str:
        """One address however it is written."""
        return str(self.cleaned_data["email"]).strip().lower()


class BranchForm(SamlingForm):
    """A branch: one authority and activity with one secrecy side (OSL 8:1-2)."""

    name = forms.CharField(label=_("Name"), max_length=120)
    domain = forms.ChoiceField(label=_("Kind of activity"), choices=DOMAINS, widget=forms.RadioSelect)
    hangs_on = forms.ModelChoiceField(
        label=_("Belongs to the school branch"), queryset=Branch.objects.none(), required=False,
        help_text=_("Only for school health and concern reports."))

    def __init__(self, *args: Any, schools: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["hangs_on"].queryset = schools

    def clean(self) -> dict[str, Any]:
        """Two kinds hang on a school, the others do not."""
        told = super().clean() or {}
        hanging = told.get("domain") in ("school_medical", "report")
        if told.get("domain") and hanging != bool(told.get("hangs_on")) and "hangs_on" not in self.errors:
            self.add_error("hangs_on", _("Choose a school branch for school health and concern reports, and for no other."))
        return told


class UnitForm(SamlingForm):
    """A school, a preschool, a team or an office."""

    branch = forms.ModelChoiceField(label=_("Branch"), queryset=Branch.objects.none())
    kind = forms.ChoiceField(label=_("Kind"), choices=Unit.Kind.choices)
    name = forms.CharField(label=_("Name"), max_length=120)
    municipality = forms.ChoiceField(label=_("Municipality"))
    phone = forms.CharField(label=_("Telephone"), required=False, max_length=40)
    hours = forms.CharField(label=_("When one can ring"), required=False, max_length=80)

    def __init__(self, *args: Any, branches: Any, real: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["branch"].queryset = branches
        places = sorted(municipalities(fictional=not real).items(), key=lambda place: place[1])
        self.fields["municipality"].choices = places
