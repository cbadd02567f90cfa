"""What is asked of a school that turns to the team, and of the team that answers."""

import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.people.models import Child, Unit
from samling.ui.fields import LongTextField
from samling.ui.forms import SamlingForm

from . import rules
from .models import NotOffered, TriageDecision
from .rules import Row, State

CHOOSE = ("", _("Choose"))
LONGEST = 4000  # letters
UNKNOWN = ("", _("we do not know"))


def row_name(row: Row) -> str:
    """The field of one row."""
    return f"row_{row}"


class ReferralForm(SamlingForm):
    """The question, the words of those it is about, and the seven rows behind a suggested tier."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    team = forms.ChoiceField(label=_("Which team?"), widget=forms.RadioSelect)
    question = LongTextField(
        label=_("What do you want to be different?"), max_length=LONGEST, rows=3,
        help_text=_("The team sees the first lines before it has received the question."),
    )  # fmt: skip
    child_words = LongTextField(
        label=_("In the child's own words"), required=False, max_length=LONGEST, rows=2,
        help_text=_("What the child wants the team to know. What stands in the checklist need not be written again."),
    )  # fmt: skip
    guardian_words = LongTextField(
        label=_("In the guardians' own words"), required=False, max_length=LONGEST, rows=2,
        help_text=_("What they want the team to know. What stands in the checklist need not be written again."),
    )  # fmt: skip
    languages = forms.CharField(label=_("Languages and interpreter"), required=False, max_length=200)
    tier = forms.TypedChoiceField(label=_("Which tier do you set?"), coerce=int, widget=forms.RadioSelect)
    because = LongTextField(label=_("Why that tier?"), max_length=1000, rows=2)

    def __init__(self, *args: Any, teams: Iterable[Unit], tiers: dict[int, str], covers: set[str], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.teams = {str(one.pk): one for one in teams}
        offered: Any = self.fields
        offered["team"].choices = [(key, f"{one.name}, {one.branch.organisation}") for key, one in self.teams.items()]
        offered["tier"].choices = list(tiers.items())
        for row, (asked, answers) in rules.ROWS.items():
            offered[row_name(row)] = forms.TypedChoiceField(
                label=gettext(asked), required=False, coerce=int, empty_value=None, widget=forms.RadioSelect,
                choices=[*((points, gettext(said)) for points, said in enumerate(answers)), UNKNOWN],
            )  # fmt: skip
        for name in {"child_words", "guardian_words"} - covers:
            del offered[name]
        self.order_fields(["key", "team", "question", "child_words", "guardian_words", "languages", *map(row_name, Row)])

    @property
    def told(self) -> dict[str, Any]:
        """What the verb wants: the team as a unit, and the rows by name."""
        filled = self.cleaned_data
        rows = {row: filled.get(row_name(row)) for row in Row}
        return filled | {"team": self.teams[filled["team"]], "rows": rows}


class ReceiveForm(SamlingForm):
    """Whether it is a child the team works with already, when a name and a year agree."""

    own = forms.TypedChoiceField(
        label=_("Is this a child you work with already?"), coerce=uuid.UUID, empty_value=None, required=False,
        widget=forms.RadioSelect,
    )  # fmt: skip

    def __init__(self, *args: Any, same: list[Child], **kwargs: Any):
        super().__init__(*args, **kwargs)
        known = [(str(one.pk), f"{one.full_name}, {one.birth_year}, {one.unit}") for one in same]
        offered: Any = self.fields
        offered["own"].choices = [("", _("No, open a new page for the child")), *known]
        if not same:
            del offered["own"]


class DecisionForm(SamlingForm):
    """The team's answer. A concern report is not among them: it is personal, and the way out stands on the page."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    kind = forms.ChoiceField(label=_("What do you decide?"), choices=TriageDecision.Kind.choices, widget=forms.RadioSelect)
    to_unit = forms.ChoiceField(label=_("If you point further: to whom?"), required=False)
    receiver = forms.CharField(
        label=_("Someone who is not in the list"), required=False, max_length=120,
        help_text=_("The question stays with you until they have said yes."),
    )  # fmt: skip
    tier = forms.TypedChoiceField(label=_("Which tier do you set?"), coerce=int, widget=forms.RadioSelect)
    because = LongTextField(label=_("Why do you decide so?"), max_length=2000, rows=3)
    answer = LongTextField(
        label=_("Your answer to the school"), max_length=LONGEST, rows=4, help_text=_("It is read at once by whoever asked.")
    )

    def __init__(self, *args: Any, units: Iterable[Unit], tiers: dict[int, str], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.units = {str(one.pk): one for one in units}
        offered: Any = self.fields
        offered["to_unit"].choices = [CHOOSE, *((key, f"{one.name}, {one.branch.organisation}") for key, one in self.units.items())]
        offered["tier"].choices = list(tiers.items())

    def clean(self) -> dict[str, Any]:
        """Pointing further names one receiver; the other answers name none."""
        filled = super().clean() or self.cleaned_data
        further = filled.get("kind") == State.REDIRECTED
        if further and bool(filled.get("to_unit")) == bool(filled.get("receiver")):
            self.add_error("to_unit", _("Say to whom: choose in the list, or write who it is."))
        return filled | {
            "to_unit": self.units.get(filled.get("to_unit", "")) if further else None,
            "receiver": filled.get("receiver", "") if further else "",
        }


class PassedForm(SamlingForm):
    """How the receiver said yes."""

    how = forms.ChoiceField(label=_("How did they say yes?"), choices=TriageDecision.How.choices, widget=forms.RadioSelect)


class NotOfferedForm(SamlingForm):
    """What could not be offered: what, from whom, why."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    what = forms.ChoiceField(label=_("What could not be offered?"), choices=[CHOOSE, *NotOffered.What.choices])
    whom = forms.ChoiceField(label=_("From whom?"), choices=[CHOOSE, *NotOffered.Whom.choices])
    why = forms.ChoiceField(label=_("Why?"), choices=[CHOOSE, *NotOffered.Why.choices])
    words = LongTextField(label=_("In your own words"), required=False, max_length=1000, rows=2)


class ServedForm(SamlingForm):
    """Which school a team meets, and the decision behind it."""

    team: Any = forms.ModelChoiceField(label=_("Team"), queryset=Unit.objects.none())
    school: Any = forms.ModelChoiceField(label=_("School or preschool"), queryset=Unit.objects.none())
    number = forms.CharField(label=_("Decision or agreement"), max_length=60, help_text=_("Its number or its day."))

    def __init__(self, *args: Any, teams: Any, schools: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name, rows in (("team", teams), ("school", schools)):
            field: Any = self.fields[name]
            field.queryset = rows
            field.label_from_instance = lambda unit: f"{unit.name}, {unit.branch.organisation}"
