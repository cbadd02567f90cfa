"""What is filled in when a family is asked and when it answers."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.kernel.categories import TITLES, Category, category_of
from samling.records.clock import STOCKHOLM
from samling.ui.fields import DayField, LongTextField
from samling.ui.forms import SamlingForm
from samling.ui.html import format_html

from .models import ConsentAnswer, ConsentException
from .reference import EXAMPLES

LONGEST = 2000  # letters
# The name follows every yes; the rest is never told on a consent.
NEVER_ASKED = (Category.IDENTITY, Category.CONSENT, Category.NO_CONTACT, Category.REPORT)


def information(walls: list[int]) -> list[tuple[int, Any]]:
    """The kinds of information as choices, each with what is told and what is not."""
    line = '<span><b>{}</b><br>{}<br><span class="soft">{}</span></span>'
    found = []
    for wall in walls:
        category = category_of(wall)
        example = EXAMPLES[category]
        said = format_html(line, gettext(TITLES[category]), gettext(example.told), gettext(example.untold))
        found.append((wall, said))
    return found


class WallsField(forms.TypedMultipleChoiceField):
    """Kinds of information, as wall numbers."""

    def __init__(self, **kwargs: Any):
        super().__init__(coerce=int, widget=forms.CheckboxSelectMultiple, **kwargs)


def noon(day: dt.date) -> dt.datetime:
    """The middle of a day in Stockholm: for what was said on a day before this one."""
    return dt.datetime.combine(day, dt.time(12), STOCKHOLM)


class Once(SamlingForm):
    """A form that counts once, however often it is sent."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class HowForm(SamlingForm):
    """How something was said."""

    how = forms.ChoiceField(
        label=_("How was it said?"),
        widget=forms.RadioSelect,
        choices=[(code, capfirst(label)) for code, label in ConsentAnswer.How.choices],
    )


class AnswerForm(HowForm, Once):
    """One giver's answer: the button that was pressed. `seen` is the answer known when the page opened."""

    said_on = DayField(label=_("Which day was it said?"))
    words = LongTextField(
        label=_("In their own words"),
        required=False,
        max_length=LONGEST,
        rows=3,
        help_text=_("Write it as it was said. The other guardian does not see it."),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=36)
    field_order = ("once", "seen", "walls", "how", "said_on", "words")

    def __init__(self, *args: Any, walls: list[int], of_age: bool = False, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if of_age:
            self.fields["words"].help_text = _("Write it as it was said.")
        self.fields["walls"] = WallsField(
            label=_("What does a yes cover?"),
            choices=information(walls),
            required=False,
            initial=walls,
            help_text=_("Name, age and class always follow a yes."),
        )
        self.order_fields(self.field_order)
        if not walls:
            del self.fields["walls"]

    def clean(self) -> dict[str, Any]:
        """A yes or a no was pressed."""
        if self.data.get("yes") not in ("yes", "no"):
            raise forms.ValidationError(_("Press yes or no."))
        yes = self.data["yes"] == "yes"
        if yes and "walls" in self.fields and "walls" not in self.errors and not self.cleaned_data["walls"]:
            self.add_error("walls", _("Tick what the yes covers, or press no."))
        return {**self.cleaned_data, "yes": yes}

    def said_at(self, at: dt.datetime) -> dt.datetime:
        """The moment of the answer: now if it was said today, else the middle of its day."""
        day: dt.date = self.cleaned_data["said_on"]
        return at if day == at.astimezone(STOCKHOLM).date() else noon(day)


class ExceptionForm(Once):
    """The officer's decision; without a guardian it is the young person alone.

    Only what can be decided now is offered; what was decided a moment ago and is sent once more is known again.
    """

    reason = forms.ChoiceField(
        label=_("On what ground?"),
        widget=forms.RadioSelect,
        choices=[(code, capfirst(label)) for code, label in ConsentException.Reason.choices],
    )
    guardian = forms.TypedChoiceField(
        label=_("Whose answer is not waited for?"),
        coerce=uuid.UUID,
        required=False,
        empty_value=None,
        widget=forms.RadioSelect,
        help_text=_("Leave open when the young person decides alone."),
    )
    because = LongTextField(label=_("Why do you decide so?"), max_length=LONGEST)

    def __init__(self, *args: Any, givers: Sequence[Any], left_out: list[Any], reasons: set[str], **kwargs: Any):
        super().__init__(*args, **kwargs)
        reason: Any = self.fields["reason"]
        guardian: Any = self.fields["guardian"]
        reason.widget.choices = [one for one in reason.choices if one[0] in reasons]
        guardian.choices = [(giver.key, giver.name) for giver in givers if giver.custody]
        guardian.widget.choices = [(giver.key, giver.name) for giver in left_out]
        if not left_out:
            guardian.widget = forms.HiddenInput()
        if "child_alone" not in reasons:
            guardian.help_text, guardian.required = "", bool(left_out)

    def clean(self) -> dict[str, Any]:
        """A guardian is named, except when the young person decides alone."""
        told = super().clean() or {}
        if told.get("reason") == "child_alone":
            told["guardian"] = None
        elif "reason" in told and "guardian" not in self.errors and not told.get("guardian"):
            self.add_error("guardian", _("Choose a guardian."))
        return told


class OfficerForm(Once):
    """Which officer is asked to decide."""

    officer = forms.TypedChoiceField(label=_("Who shall decide?"), coerce=uuid.UUID)

    def __init__(self, *args: Any, officers: list[Any], **kwargs: Any):
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["officer"].choices = [(str(one.pk), str(one)) for one in officers]
