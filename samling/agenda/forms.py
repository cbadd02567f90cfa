"""What is asked about one child at a meeting. Nothing is chosen beforehand."""

import datetime as dt
import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.people.models import Capacity
from samling.questions.rules.adaptations import catalogue
from samling.questions.rules.shape import Stage
from samling.team.models.lists import Coming
from samling.ui.fields import DayField, LongTextField
from samling.ui.forms import SamlingForm
from samling.ui.nameless import NamelessForm
from samling.ui.words import moment_in_words

from .models import Review, TeamDecision

CHOOSE = ("", _("Choose"))
NOBODY = "nobody"
LONGEST = 6000  # letters


class TakeUpForm(NamelessForm):
    """One child for one meeting, and the question that guests may hear without a name."""

    nameless_field = "nameless"
    field_order = ("key", "meeting", "question", "nameless", "sure")

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    meeting = forms.ChoiceField(label=_("Which meeting?"))
    question = LongTextField(
        label=_("What does the team need to help with?"), max_length=LONGEST, rows=4,
        help_text=_("One or two sentences. What has been seen and tried is already with the child."),
    )  # fmt: skip
    nameless = LongTextField(
        label=_("A question to guests, without a name"), required=False, max_length=400, rows=2,
        help_text=_("Guests without a yes from the home hear only this. Leave it empty and they leave the room."),
    )  # fmt: skip

    def __init__(self, *args: Any, ahead: list[Coming], today: dt.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.ahead = {one.starts_at.astimezone(dt.UTC).isoformat(): one for one in ahead}
        field: Any = self.fields["meeting"]
        field.choices = [(code, moment_in_words(one.starts_at, today)) for code, one in self.ahead.items()]

    def clean_meeting(self) -> tuple[dt.datetime, str]:
        """Time and place of the meeting that was chosen."""
        chosen = self.ahead[self.cleaned_data["meeting"]]
        return chosen.starts_at, chosen.place


class SpokenForm(SamlingForm):
    """What is said, with the version that its writer has seen."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    text = LongTextField(
        label=_("What is said"), required=False, max_length=LONGEST, rows=6,
        help_text=_("Short. What you see and what you think, each by itself."),
    )  # fmt: skip


class DecisionForm(SamlingForm):
    """What is decided about one child. The concern report is not here: no meeting can take it over."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    kind = forms.ChoiceField(label=_("What do you decide?"), choices=TeamDecision.What.choices, widget=forms.RadioSelect)
    adaptation = forms.ChoiceField(label=_("If you try something: what?"), required=False)
    words = LongTextField(label=_("In your own words"), required=False, max_length=1000, rows=2)
    holder = forms.ChoiceField(label=_("Who holds it?"))
    due_on = DayField(label=_("When do you ask how it went?"))
    teller = forms.ChoiceField(label=_("Who tells the home?"))
    tell_on = DayField(label=_("By when is the home told?"), required=False,
                       help_text=_("Leave it empty only if the home is not told now."))  # fmt: skip

    def __init__(self, *args: Any, people: list[Capacity], preschool: bool, today: dt.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        offered: Any = self.fields
        stage = Stage.PRESCHOOL if preschool else Stage.SCHOOL
        offered["adaptation"].choices = [CHOOSE, *((one.code, gettext(one.title)) for one in catalogue(stage, today))]
        named = [(key, str(one)) for key, one in self.people.items()]
        offered["holder"].choices = [CHOOSE, *named]
        offered["teller"].choices = [CHOOSE, *named, (NOBODY, gettext("The home is not told now"))]

    def clean(self) -> dict[str, Any]:
        """People by their keys; a home that is told is told by a day."""
        filled = super().clean() or self.cleaned_data
        teller = filled.get("teller")
        if teller and teller != NOBODY and not filled.get("tell_on"):
            self.add_error("tell_on", _("Write the day by which the home is told."))
        told = self.people.get(teller or "")
        return filled | {
            "holder": self.people.get(filled.get("holder", "")),
            "teller": told,
            "tell_on": filled.get("tell_on") if told else None,
        }


class ReviewForm(SamlingForm):
    """What became of a decision."""

    result = forms.ChoiceField(label=_("What became of it?"), choices=Review.Result.choices, widget=forms.RadioSelect)
