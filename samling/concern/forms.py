"""What is asked about a concern. The words say: describe what you saw, and guess no diagnosis."""

import datetime as dt
import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samling.people.models import Unit
from samling.ui.fields import DayField, LongTextField
from samling.ui.forms import SamlingForm
from samling.ui.nameless import NamelessForm as Nameless

from . import rules
from .models import Handling, NamelessConcern, Outcome
from .models.raised import WORLDS, Raised
from .rules import State

LONGEST = 6000  # letters
YES_NO = (("no", _("No")), ("yes", _("Yes, or I suspect it")))
CHOOSE = ("", _("Choose"))
RECEIVES = ("school", "private_school", "social", "health")

TIER_REASONS = (
    ("the first concern", _("It is the first concern")),
    ("several places", _("It shows in several places")),
    ("tried without effect", _("What was tried has not helped")),
    ("several are needed", _("Several are needed to help")),
    ("it helped", _("It has become better")),
)


class Once(SamlingForm):
    """A form that, sent twice, is one record: it carries the record's own key from the first showing."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    @property
    def told(self) -> dict[str, Any]:
        """What was filled in and is kept."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("key", "sure")}

    @property
    def once(self) -> uuid.UUID:
        """The key that the form was shown with."""
        return self.cleaned_data["key"]


def again(typed: dict[str, list[str]]) -> dict[str, Any]:
    """What a draft holds, as a form's first values."""
    return {name: said if name == "touches" else said[0] for name, said in typed.items() if said}


class RaisedForm(Once):
    """Who told of it, how, and what it touches."""

    raised_as = forms.ChoiceField(
        label=_("How do you know of it?"), choices=Raised.By.choices, widget=forms.RadioSelect,
        initial=Raised.By.SELF,
    )  # fmt: skip
    how = forms.ChoiceField(label=_("In what way?"), choices=Raised.How.choices, initial=Raised.How.SEEN)
    touches = forms.MultipleChoiceField(
        label=_("What does it touch?"), choices=WORLDS, widget=forms.CheckboxSelectMultiple
    )


class SignalForm(RaisedForm):
    """A concern about a named child."""

    field_order = ("key", "danger", "text", "seen_on", "touches", "raised_as", "raised_name", "how")

    danger = forms.ChoiceField(
        label=_("Is the child being harmed or in danger?"), choices=YES_NO, widget=forms.RadioSelect,
        help_text=_("If yes: report it yourself, at once. We show you how."),
    )  # fmt: skip
    text = LongTextField(
        label=_("What have you seen or heard?"), max_length=LONGEST, rows=6,
        help_text=_("Describe what happened: where, when and how often. Guess no diagnosis and no cause."),
    )  # fmt: skip
    seen_on = DayField(label=_("When did you last see it?"))
    raised_name = forms.CharField(
        label=_("Who told you?"), required=False, max_length=80,
        help_text=_("For example: mother, by telephone. Then you ring back when there is an answer."),
    )  # fmt: skip
    said_child = LongTextField(
        label=_("What have you said to the child?"), required=False, max_length=LONGEST, rows=2,
        help_text=_("Leave it empty if you have not talked yet."),
    )  # fmt: skip
    said_guardian = LongTextField(
        label=_("What have you said to the guardians?"), required=False, max_length=LONGEST, rows=2,
        help_text=_("Leave it empty if you have not talked yet. Then they do not see this before."),
    )  # fmt: skip

    def __init__(self, *args: Any, today: dt.date, danger: str = "", **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.today = today
        if danger:  # asked on the page before
            self.fields["danger"].widget, self.fields["danger"].initial = forms.HiddenInput(), danger
        self.fields["seen_on"].initial = today

    def clean_danger(self) -> bool:
        """The answer as a fact."""
        return self.cleaned_data["danger"] == "yes"

    def clean_seen_on(self) -> dt.date:
        """Nobody has seen what has not happened."""
        on = self.cleaned_data["seen_on"]
        if on > self.today:
            raise forms.ValidationError(_("Write a day that has been."))
        return on


class NamelessForm(Nameless, RaisedForm):
    """A question about a child without a name. There is no field for one; what looks like one is asked about."""

    field_order = ("key", "to_unit", "age_band", "touches", "question", "sure", "raised_as", "how")
    only_warns = True  # a worry must reach the one who can act

    to_unit = forms.ModelChoiceField(
        label=_("Whom do you ask?"), queryset=Unit.objects.none(), empty_label=CHOOSE[1]
    )
    age_band = forms.ChoiceField(
        label=_("How old is the child?"), choices=[CHOOSE, *NamelessConcern.AgeBand.choices]
    )
    question = LongTextField(
        label=_("What have you seen, and what do you want to ask?"), max_length=LONGEST, rows=6,
        help_text=_("Write no name, class, address or anything else that shows who the child is."),
    )  # fmt: skip

    def __init__(self, *args: Any, by: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        found = Unit.objects.filter(branch__domain__in=RECEIVES).exclude(pk=by.unit_id)
        field: Any = self.fields["to_unit"]
        field.queryset = found.select_related("branch__organisation").order_by("name")
        field.label_from_instance = lambda unit: f"{unit.name}, {unit.branch.organisation}"


class NameForm(SamlingForm):
    """Who the child is, and the writer's own reason for telling."""

    given_name = forms.CharField(label=_("Given name"), max_length=80)
    family_name = forms.CharField(label=_("Family name"), max_length=80)
    birth_year = forms.IntegerField(label=_("Year of birth"), min_value=1990, max_value=2100)
    because = forms.CharField(
        label=_("Why do you tell?"), max_length=400,
        help_text=_("In your own words: who has said yes, or what it is needed for."),
    )  # fmt: skip

    @property
    def told(self) -> dict[str, Any]:
        """The name alone."""
        return {name: self.cleaned_data[name] for name in ("given_name", "family_name", "birth_year")}


class StepForm(SamlingForm):
    """The next step with a concern."""

    kind = forms.ChoiceField(choices=[(one.value, one.value) for one in State])
    because = forms.ChoiceField(
        label=_("Why is it closed?"), choices=Handling.Because, required=False, widget=forms.RadioSelect
    )
    follow_up_on = DayField(label=_("When do you ask how it went?"), required=False)
    home_knows = forms.BooleanField(
        label=_("Someone has talked with the guardians. They may read this now."), required=False
    )

    def clean(self) -> dict[str, Any]:
        """Closing names its reason; no other step has one."""
        filled = super().clean() or self.cleaned_data
        if filled.get("kind") != State.CLOSED:
            return filled | {"because": ""}
        if not filled.get("because"):
            self.add_error("because", _("Choose why the concern is closed."))
        return filled


class LevelForm(SamlingForm):
    """The tier a person decides."""

    tier = forms.TypedChoiceField(label=_("Tier"), coerce=int)
    because = forms.ChoiceField(label=_("Why?"), choices=TIER_REASONS)

    def __init__(self, *args: Any, names: dict[int, str], **kwargs: Any):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["tier"]
        field.choices = list(names.items())


class AnswerForm(SamlingForm):
    """One word to the one who asked."""

    word = forms.ChoiceField(
        label=_("What do you answer?"), choices=Outcome.Words.choices, widget=forms.RadioSelect
    )


class StubForm(Once):
    """The reporter's own note. There is no field for what the report said."""

    child = forms.ChoiceField(label=_("Which child?"))
    reported_on = DayField(label=_("When did you report?"))
    sent_to = forms.CharField(label=_("Whom did you report to?"), max_length=120)
    feedback_due_on = DayField(
        label=_("When should you have heard back?"), required=False,
        help_text=_("Leave it empty and we count three weeks. You hear only if you ask."),
    )  # fmt: skip

    def __init__(self, *args: Any, children: list[Any], **kwargs: Any):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["child"]
        field.choices = [(str(one.pk), f"{one.full_name} {one.group}") for one in children]

    @property
    def told(self) -> dict[str, Any]:
        """What was filled in, with the day to hear back."""
        filled = super().told
        due = filled["feedback_due_on"] or rules.feedback_due(filled["reported_on"])
        return filled | {"child": uuid.UUID(filled["child"]), "feedback_due_on": due}
