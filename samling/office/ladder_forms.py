"""What is filled in when an organisation settles its own ladder of absence."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samling.attendance.models import LadderStep
from samling.attendance.models.ladder import HANDS, MOST_WEEKS, Measure, published
from samling.people.roles import ROLES
from samling.ui.fields import LongTextField

from .forms import ByDecision

LADDERS = (
    ("eskilstuna", _("The one that Samling comes with, after Eskilstuna")),
    ("danderyd", _("After Danderyd: two steps, and 15 per cent")),
)
TOLD = ("title_sv", "does_sv", "title_en", "does_en", "role", "days", "is_inquiry")


class OwnLadderForm(ByDecision):
    """Which published ladder the organisation makes its own, to begin with."""

    ladder = forms.ChoiceField(label=_("Which ladder do you begin with?"), choices=LADDERS, widget=forms.RadioSelect,
                               help_text=_("Its steps become your own. Then each of them can be changed or ended."))  # fmt: skip
    field_order = ("ladder", "from_on", "decision")

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The steps as they are kept."""
        return published(self.cleaned_data["ladder"])


class EndStepForm(ByDecision):
    """From which day a step is no more."""

    def __init__(self, *args: Any, number: int, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.number = number

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The ending as it is kept."""
        return [{"number": self.number, "is_ended": True}]


def _number(label: Any, most: int, **more: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=1, max_value=most, **more)


class StepForm(ByDecision):
    """One step: its lines, what is done, who does it and within how many days."""

    title_sv = forms.CharField(label=_("What is the step called?"), max_length=120)
    does_sv = LongTextField(label=_("What is done?"), max_length=300, rows=3)
    title_en = forms.CharField(label=_("The name in English"), max_length=120, required=False)
    does_en = LongTextField(label=_("What is done, in English"), max_length=300, rows=3, required=False)
    share_over = _number(_("Away more than so many per cent"), 99,
                         help_text=_("Over four school weeks, valid and invalid absence together. The law names no per cent."))  # fmt: skip
    share_weeks = _number(_("So many weeks running"), MOST_WEEKS, help_text=_("1 means at once."))
    invalid_weeks = _number(_("At least so many weeks with invalid absence"), MOST_WEEKS)
    invalid_of = _number(_("Out of so many of the latest school weeks"), MOST_WEEKS, help_text=_("Such as 2 weeks out of 4."))
    role = forms.ChoiceField(label=_("Who sees to it?"), required=False)
    days = forms.IntegerField(label=_("Within how many days?"), min_value=0, max_value=366, initial=0,
                              help_text=_("0 means that no time is set."))  # fmt: skip
    is_inquiry = forms.BooleanField(label=_("Here the absence is looked into (Education Act 7:19 a)"), required=False)

    field_order = ("title_sv", "does_sv", "share_over", "share_weeks", "invalid_weeks", "invalid_of", "role", "days", "is_inquiry",
                   "title_en", "does_en", "from_on", "decision")  # fmt: skip

    def __init__(self, *args: Any, number: int, row: LadderStep | None, today: dt.date, **kwargs: Any):
        super().__init__(*args, today=today, initial=_initial(row), **kwargs)
        self.number = number
        field: Any = self.fields["role"]
        field.choices = [("", _("Nobody in particular")), *((code, ROLES[code].title(get_language() or "sv")) for code in HANDS)]
        for name in ("share_over", "share_weeks", "invalid_weeks", "invalid_of", "days"):
            self.fields[name].is_short = True

    def clean(self) -> dict[str, Any]:
        """One line at least, and each of them whole."""
        told = super().clean() or {}
        weeks, among = told.get("invalid_weeks"), told.get("invalid_of")
        if not (told.get("share_over") or weeks) and not {"share_over", "invalid_weeks"} & set(self.errors):
            self.add_error("share_over", _("Say when the step is reached: a share, or a number of weeks."))
        if weeks and "invalid_of" not in self.errors and not (among and weeks <= among):
            self.add_error("invalid_of", _("Write of how many weeks: as many or more."))
        return told

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The step as it is kept."""
        told = self.cleaned_data
        lines = [[Measure.INVALID_WEEKS.value, told["invalid_weeks"], told["invalid_of"], 0]] if told["invalid_weeks"] else []
        lines += [[Measure.SHARE.value, told["share_weeks"] or 1, 0, told["share_over"]]] if told["share_over"] else []
        return [{"number": self.number, "triggers": lines} | {name: told[name] for name in TOLD}]


def _initial(row: LadderStep | None) -> dict[str, Any]:
    if row is None:
        return {"share_weeks": 1}
    told: dict[str, Any] = {name: getattr(row, name) for name in TOLD}
    for kind, weeks, among, over in row.triggers:
        if kind == Measure.SHARE:
            told |= {"share_over": over, "share_weeks": weeks}
        else:
            told |= {"invalid_weeks": weeks, "invalid_of": among}
    return told
