"""What is asked about a consultation team, a child at its table and a referral. Nothing is chosen before."""

import datetime as dt
import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samling.agenda.models.decisions import Review
from samling.people.models import Capacity, Child
from samling.ui.asking import Once
from samling.ui.fields import DayField, LongTextField, TimeOfDayField
from samling.ui.forms import SamlingForm
from samling.ui.words import moment_in_words

from .models import ForumDecision, ForumRhythm, HealthAnswer, HealthReferral
from .models.lists import Coming

CHOOSE = ("", _("Choose"))
NOBODY, NEW = "nobody", "new"
LONGEST = 6000  # letters


class ForumForm(Once):
    """One more consultation team."""

    name = forms.CharField(label=_("What is the team called?"), max_length=120)


class PlaceForm(SamlingForm):
    """One more at the table, by name and workplace."""

    capacity: Any = forms.ModelChoiceField(label=_("Who?"), queryset=Capacity.objects.none(), empty_label=CHOOSE[1])
    is_chair = forms.BooleanField(label=_("Leads the team"), required=False)

    def __init__(self, *args: Any, people: Any, guest: bool = False, **kwargs: Any):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["capacity"]
        field.queryset = people.select_related("person", "unit__branch__organisation")
        field.label_from_instance = lambda one: f"{one}, {one.unit}"
        if guest:
            del self.fields["is_chair"]


class RhythmForm(SamlingForm):
    """When the team meets."""

    weekday = forms.TypedChoiceField(label=_("Which day?"), choices=[CHOOSE, *ForumRhythm.Weekday.choices], coerce=int)
    every = forms.TypedChoiceField(label=_("How often?"), choices=[CHOOSE, *ForumRhythm.Every.choices], coerce=int)
    clock = TimeOfDayField(label=_("What time?"))
    place = forms.CharField(label=_("Where?"), max_length=120)


class CallForm(SamlingForm):
    """A meeting called by hand."""

    day = DayField(label=_("Which day?"))
    clock = TimeOfDayField(label=_("What time?"))
    place = forms.CharField(label=_("Where?"), max_length=120)


class TakeUpForm(SamlingForm):
    """One child for one meeting."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    meeting = forms.ChoiceField(label=_("Which meeting?"))
    question = LongTextField(
        label=_("What do you need help with?"), max_length=LONGEST, rows=4,
        help_text=_("One or two sentences. Only what the home has said yes to telling."),
    )  # fmt: skip

    def __init__(self, *args: Any, ahead: list[Coming], today: dt.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.ahead = {f"{one.forum.pk}/{one.starts_at.astimezone(dt.UTC).isoformat()}": one for one in ahead}
        field: Any = self.fields["meeting"]
        said = [(code, f"{one.forum}, {moment_in_words(one.starts_at, today)}") for code, one in self.ahead.items()]
        field.choices = [CHOOSE, *said] if len(said) > 1 else said

    def clean_meeting(self) -> tuple[Any, dt.datetime, str]:
        """The team, time and place that were chosen."""
        one = self.ahead[self.cleaned_data["meeting"]]
        return one.forum, one.starts_at, one.place


class WordsForm(SamlingForm):
    """What one's own authority says about the child, and which child of its own it is."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    own = forms.ChoiceField(label=_("Which child is it in your own records?"), widget=forms.RadioSelect)
    text = LongTextField(
        label=_("What your authority says"), max_length=LONGEST, rows=4,
        help_text=_("It is kept in your own records. What you see and what you think, each by itself."),
    )  # fmt: skip

    def __init__(self, *args: Any, alike: list[Child], **kwargs: Any):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["own"]
        field.choices = [(str(one.pk), f"{one.full_name}, {one.birth_year}, {one.unit}") for one in alike]
        field.choices = [*field.choices, (NEW, _("None of these: a new child with us"))]
        if not alike:
            del self.fields["own"]

    @property
    def row(self) -> uuid.UUID | None:
        """The row that was chosen."""
        chosen = self.cleaned_data.get("own", NEW)
        return None if chosen == NEW else uuid.UUID(chosen)


class DecisionForm(SamlingForm):
    """What is decided about one child. The concern report is not here: no meeting can take it over."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    kind = forms.ChoiceField(label=_("What do you decide?"), choices=ForumDecision.What.choices, widget=forms.RadioSelect)
    words = LongTextField(label=_("In your own words"), required=False, max_length=1000, rows=2)
    holder = forms.ChoiceField(label=_("Who holds it?"),
                               help_text=_("Those who work with the child, and those at the table who may know."))  # fmt: skip
    due_on = DayField(label=_("When do you ask how it went?"))
    teller = forms.ChoiceField(label=_("Who tells the home?"))
    tell_on = DayField(label=_("By when is the home told?"), required=False,
                       help_text=_("Leave it empty only if the home is not told now."))  # fmt: skip

    def __init__(self, *args: Any, people: list[Capacity], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        offered: Any = self.fields
        names = [(key, f"{one.person}, {one.unit}") for key, one in self.people.items()]
        offered["holder"].choices = [CHOOSE, *names]
        offered["teller"].choices = [CHOOSE, *names, (NOBODY, _("Nobody: the home is not told now"))]

    def clean_holder(self) -> Capacity:
        """The one who holds it."""
        return self.people[self.cleaned_data["holder"]]

    def clean_teller(self) -> Capacity | None:
        """The one who tells the home, or nobody."""
        return self.people.get(self.cleaned_data["teller"])


class ReviewForm(SamlingForm):
    """What became of a decision."""

    result = forms.ChoiceField(label=_("What became of it?"), choices=Review.Result.choices, widget=forms.RadioSelect)


class ReferralForm(SamlingForm):
    """That child psychiatry was asked, and what the school's own had done before."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    psychologist = forms.ChoiceField(label=_("What has the school's psychologist done?"), choices=HealthReferral.Own.choices,
                                     widget=forms.RadioSelect)  # fmt: skip
    psychologist_words = LongTextField(label=_("The psychologist: in a few words"), max_length=1000, rows=2,
                                       help_text=_("What was done, or why it was not."))  # fmt: skip
    educator = forms.ChoiceField(label=_("What has the special educator done?"), choices=HealthReferral.Own.choices,
                                 widget=forms.RadioSelect)  # fmt: skip
    educator_words = LongTextField(label=_("The special educator: in a few words"), max_length=1000, rows=2,
                                   help_text=_("What was done, or why it was not."))  # fmt: skip
    receiver = forms.CharField(label=_("To whom was it sent?"), max_length=120)
    sent_on = DayField(label=_("Which day was it sent?"))
    holder = forms.ChoiceField(label=_("Who waits for the answer?"), help_text=_("This person is reminded when it is late."))

    def __init__(self, *args: Any, people: list[Capacity], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        field: Any = self.fields["holder"]
        field.choices = [CHOOSE, *((key, str(one.person)) for key, one in self.people.items())]

    def clean_holder(self) -> Capacity:
        """The one who waits."""
        return self.people[self.cleaned_data["holder"]]


class AnswerForm(SamlingForm):
    """What child psychiatry answered."""

    kind = forms.ChoiceField(label=_("What did they answer?"), choices=HealthAnswer.Kind.choices, widget=forms.RadioSelect)
    on = DayField(label=_("Which day did the answer come?"))
    words = LongTextField(label=_("In a few words"), required=False, max_length=1000, rows=2)
