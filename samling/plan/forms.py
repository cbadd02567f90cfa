"""What is asked about a plan, a goal, and what the plan says as a whole. Nothing is chosen beforehand."""

import datetime as dt
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.people.models import Capacity, Organisation
from samling.ui.asking import Once, Seen
from samling.ui.fields import DayField, LongTextField
from samling.ui.forms import SamlingForm
from samling.ui.words import signed

from .models import Goal, Plan
from .models.goals import SCALE
from .reference import MEANINGS
from .rules import LEVELS

LONGEST = 3000
CHOOSE = ("", _("Choose"))


class PlanForm(SamlingForm):
    """The kind of plan, who holds it, who stands in, and when it is looked at again."""

    kind = forms.ChoiceField(label=_("What sort of plan is it?"), choices=Plan.Kind.choices, widget=forms.RadioSelect)
    coordinator = forms.ChoiceField(
        label=_("Who holds it together?"),
        help_text=_("The family turns to this person. You can take it on yourself, but not give it to somebody else."),
    )
    deputy = forms.ChoiceField(label=_("Who stands in?"))
    review_on = DayField(label=_("When do you look at it again?"))
    accountable = forms.ChoiceField(
        label=_("Which municipality or region has overall responsibility?"), required=False, help_text=_("Needed for a SIP."),
    )  # fmt: skip

    def __init__(self, *args: Any, people: dict[UUID, Capacity], able: list[Capacity], bodies: list[Organisation], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.people = {str(key): one for key, one in people.items()} | {str(one.pk): one for one in able}
        self.bodies = {str(one.pk): one for one in bodies}
        offered: Any = self.fields
        alone = able[0].person_id if len(able) == 1 else None
        named = [(key, f"{one}, {one.unit}") for key, one in self.people.items() if one.person_id != alone]
        offered["coordinator"].choices = [(str(one.pk), f"{one}, {one.unit}") for one in able]
        offered["deputy"].choices = [CHOOSE, *named]
        offered["accountable"].choices = [("", _("Not settled yet")), *((key, one.name) for key, one in self.bodies.items())]

    def clean(self) -> dict[str, Any]:
        """People and organisation by their keys; two different people."""
        told = super().clean() or {}
        first, second = (self.people.get(told.get(name, "")) for name in ("coordinator", "deputy"))
        if first and second and first.person_id == second.person_id:
            self.add_error("deputy", _("Choose two people. The deputy takes over when the coordinator is away."))
        return told | {"coordinator": first, "deputy": second, "accountable": self.bodies.get(told.get("accountable") or "")}


class NeedsForm(Seen):
    """What the plan says as a whole."""

    needs = LongTextField(label=_("What is needed?"), max_length=LONGEST, rows=3, required=False)
    running = LongTextField(label=_("What help is there already, and from whom?"), max_length=LONGEST, rows=3, required=False)
    asked = LongTextField(label=_("How has the child been asked?"), max_length=LONGEST, rows=2, required=False,
                          help_text=_("When, by whom and how. The child's own words stand as goals."))  # fmt: skip
    wishes = LongTextField(label=_("What did somebody wish that cannot be?"), max_length=LONGEST, rows=2, required=False)
    crisis = LongTextField(label=_("What do you do if it gets worse?"), max_length=LONGEST, rows=2, required=False,
                           help_text=_("The first signs, what helps, and whom to ring."))  # fmt: skip
    nobody_else = forms.BooleanField(label=_("Nobody else does anything: only social services and health care"), required=False)


class Scale(SamlingForm):
    """The staff's wording of a goal and its five steps."""

    wording = LongTextField(label=_("How do you say the goal among yourselves?"), max_length=500, rows=2, required=False,
                            help_text=_("So that one can see whether it is reached."))  # fmt: skip
    minus_two = forms.CharField(max_length=200, required=False)
    minus_one = forms.CharField(max_length=200, required=False)
    zero = forms.CharField(max_length=200, required=False)
    plus_one = forms.CharField(max_length=200, required=False)
    plus_two = forms.CharField(max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name, level in zip(SCALE, LEVELS, strict=True):
            self.fields[name].label = step_name(level)


def step_name(level: int) -> str:
    """One step of the scale: "+1 More than expected"."""
    return f"{signed(level)} {gettext(MEANINGS[level])}"


class GoalForm(Once, Scale):
    """A goal as it was said, by whom and when; the staff's wording and scale beside."""

    field_order = ("key", "words", "voice", "name", "said_on", "wording", *SCALE, "baseline")

    words = LongTextField(label=_("The words, just as they were said"), max_length=1000, rows=2,
                          help_text=_("Nobody changes them afterwards."))  # fmt: skip
    voice = forms.ChoiceField(label=_("Who said it?"), choices=Goal.Voice.choices, widget=forms.RadioSelect)
    name = forms.CharField(label=_("Who, by name?"), max_length=80)
    said_on = DayField(label=_("When was it said?"))
    baseline = forms.TypedChoiceField(
        label=_("Where is the child now?"), coerce=int, widget=forms.RadioSelect, initial="-1",
        choices=[("-1", _("At −1. Then −2 means that it gets worse")), ("-2", _("At −2. It cannot get worse"))],
    )  # fmt: skip

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_said_on(self) -> dt.date:
        """A day that has been."""
        on: dt.date = self.cleaned_data["said_on"]
        if on > self.today:
            raise forms.ValidationError(_("Write a day that has been."))
        return on


class GoalWordingForm(Seen, Scale):
    """Other words beside the quotation, and other steps."""

    field_order = ("seen", "wording")


class MarkForm(Once):
    """How far a goal has come."""

    level = forms.TypedChoiceField(label=_("Where is it now?"), coerce=int, widget=forms.RadioSelect)
    voice = forms.ChoiceField(label=_("According to whom?"), choices=Goal.Voice.choices, widget=forms.RadioSelect)

    def __init__(self, *args: Any, steps: list[tuple[str, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["level"]
        field.choices = steps
