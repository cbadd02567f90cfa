"""What is asked when something is tried, when one asks how it went, and when support is decided."""

import datetime as dt
from typing import Any
from uuid import UUID, uuid4, uuid5

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.people.models import Capacity
from samling.questions.rules.adaptations import Practice
from samling.ui.fields import DayField, LongTextField
from samling.ui.forms import SamlingForm

from . import rules
from .models import Adaptation, Evaluation
from .reference import DecisionKind

LONGEST = 2000
OWN = "own"
YES_NO = (("no", _("Not yet")), ("yes", _("Yes, we have told them")))


class HolderField(forms.ModelChoiceField):
    """One of those who work around the child."""

    def label_from_instance(self, one: Capacity) -> str:
        """Name and title."""
        return str(one)


class Once(SamlingForm):
    """A form that, sent twice, is one record."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def pk(self, by: Capacity) -> UUID:
        """The record's key."""
        return uuid5(by.pk, str(self.cleaned_data["key"]))


class HomeKnows(SamlingForm):
    """Whether those at home have been told: only then may they read it."""

    home_knows = forms.ChoiceField(
        label=_("Do they know at home?"), choices=YES_NO, widget=forms.RadioSelect, initial="no",
        help_text=_("They can read it when you have told them."),
    )  # fmt: skip

    def clean_home_knows(self) -> bool:
        """The answer as a fact."""
        return bool(self.cleaned_data["home_knows"] == "yes")


class AdaptationForm(Once, HomeKnows):
    """Which adaptation, where, who holds it, and from when until one asks."""

    field_order = ("key", "code", "own", "how", "place", "holder", "starts_on", "evaluate_on", "home_knows")

    code = forms.ChoiceField(label=_("What do you try?"))
    own = forms.CharField(
        label=_("In your own words"), max_length=200, required=False,
        help_text=_("If it is not in the list. Write what you do, not how the child is."),
    )  # fmt: skip
    how = LongTextField(label=_("How do you do it here?"), max_length=LONGEST, rows=2, required=False)
    place = forms.ChoiceField(label=_("Where and when?"), choices=Adaptation.Place.choices)
    holder = HolderField(label=_("Who sees to it?"), queryset=None)
    starts_on = DayField(label=_("From when?"))
    evaluate_on = DayField(
        label=_("When do you ask if it helps?"), required=False, help_text=_("Within six weeks. You are reminded.")
    )

    def __init__(
        self, *args: Any, practices: list[Practice], holders: Any, today: dt.date, begun: dt.date | None = None, **kwargs: Any
    ):
        super().__init__(*args, **kwargs)
        self.today, self.begun = today, begun
        listed = [(one.code, gettext(one.title)) for one in practices]
        self.fields["code"].choices = [("", _("Choose")), *listed, (OWN, _("Something else, in own words"))]
        self.fields["holder"].queryset = holders
        self.fields["starts_on"].initial = today
        self.fields["evaluate_on"].initial = rules.evaluation_day(today)

    def clean_code(self) -> str:
        """A code of the catalogue; empty for own words."""
        return "" if self.cleaned_data["code"] == OWN else str(self.cleaned_data["code"])

    def clean(self) -> dict[str, Any]:
        """Own words where there is no code; a day to ask within six weeks."""
        told = super().clean() or {}
        if told.get("code") == "" and not told.get("own"):
            self.add_error("own", _("Write in a few words what you try."))
        if told.get("starts_on"):
            self._ask_in_time(told)
        return told

    def _ask_in_time(self, told: dict[str, Any]) -> None:
        last = rules.evaluation_day(told["starts_on"])
        told["evaluate_on"] = told.get("evaluate_on") or last
        if told["evaluate_on"] < told["starts_on"]:
            self.add_error("evaluate_on", _("Choose a day after it has begun."))
        elif told["evaluate_on"] > max(last, told["starts_on"] + rules.SIX_WEEKS, self.begun or last):
            self.add_error("evaluate_on", _("Ask within six weeks from the day you begin."))


THEN = (
    ("again", _("We go on, and ask again")),
    ("keep", _("It works. It is part of every day now")),
    ("stop", _("We stop with it")),
)


class EvaluationForm(Once):
    """How it went, according to whom, and what happens now."""

    result = forms.ChoiceField(
        label=_("Did it help?"), choices=Evaluation.Result.choices, widget=forms.RadioSelect
    )
    voice = forms.ChoiceField(
        label=_("Who says so?"), choices=Evaluation.Voice.choices, widget=forms.RadioSelect, initial="school"
    )
    text = LongTextField(
        label=_("How do you see it?"), max_length=LONGEST, rows=2, required=False,
        help_text=_("One sentence is enough: what has become different?"),
    )  # fmt: skip
    then = forms.ChoiceField(label=_("What happens now?"), choices=THEN, widget=forms.RadioSelect)
    again_on = DayField(label=_("When do you ask again?"), required=False, help_text=_("Within six weeks."))

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["again_on"].initial = rules.evaluation_day(today)

    def clean(self) -> dict[str, Any]:
        """A day to ask again, where one goes on."""
        told = super().clean() or {}
        told["again_on"] = told.get("again_on") or rules.evaluation_day(self.today)
        late = self.today + rules.SIX_WEEKS
        if told.get("then") == "again" and not self.today < told["again_on"] <= late:
            self.add_error("again_on", _("Choose a day within six weeks from today."))
        return told


class InquiryForm(Once, HomeKnows):
    """An inquiry about special support: from when, and who makes it."""

    field_order = ("key", "inquiry_on", "holder", "words", "where_kept", "home_knows")

    inquiry_on = DayField(label=_("When was the inquiry begun?"))
    holder = HolderField(label=_("Who makes it?"), queryset=None)
    words = LongTextField(
        label=_("What are you looking into?"), max_length=LONGEST, rows=3, required=False,
        help_text=_("In short. The inquiry itself is kept in the school's own record."),
    )  # fmt: skip
    where_kept = forms.CharField(
        label=_("Where is the school's own record?"), max_length=120, required=False,
        help_text=_("For example its registration number."),
    )  # fmt: skip

    def __init__(self, *args: Any, holders: Any, today: dt.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["holder"].queryset = holders
        self.fields["inquiry_on"].initial = today

    def clean_inquiry_on(self) -> dt.date:
        """It has begun."""
        return _been(self.cleaned_data["inquiry_on"], self.today)


class DecisionForm(HomeKnows):
    """What the head has decided, and its days."""

    field_order = (
        "kind", "decided_by", "decided_on", "from_on", "until_on", "holder", "evaluate_on", "words", "where_kept",
        "home_knows",
    )  # fmt: skip

    kind = forms.ChoiceField(label=_("What was decided?"), widget=forms.RadioSelect)
    decided_by = HolderField(label=_("Who decided it?"), queryset=None)
    decided_on = DayField(label=_("When was it decided?"))
    from_on = DayField(label=_("From when is it in force?"), required=False)
    until_on = DayField(label=_("Until when?"), required=False)
    holder = HolderField(label=_("Who sees to it?"), queryset=None)
    evaluate_on = DayField(label=_("When is it evaluated?"), required=False)
    words = LongTextField(
        label=_("The decision in short"), max_length=LONGEST, rows=3, required=False,
        help_text=_("What is done. The decision itself is kept in the school's own record."),
    )  # fmt: skip
    where_kept = forms.CharField(label=_("Where is the school's own record?"), max_length=120, required=False)

    def __init__(self, *args: Any, kinds: list[DecisionKind], holders: Any, today: dt.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.kinds, self.today = {one.code: one for one in kinds}, today
        self.fields["kind"].choices = [(one.code, f"{gettext(one.title)} ({one.paragraph})") for one in kinds]
        for name in ("decided_by", "holder"):
            self.fields[name].queryset = holders
        for name in ("decided_on", "from_on"):
            self.fields[name].initial = today

    def clean_decided_on(self) -> dt.date:
        """It has been decided."""
        return _been(self.cleaned_data["decided_on"], self.today)

    def clean(self) -> dict[str, Any]:
        """Support that is given has a first day and a day to evaluate it; no end comes before its beginning."""
        told = super().clean() or {}
        kind = self.kinds.get(told.get("kind", ""))
        if kind and kind.gives:
            told["from_on"] = told.get("from_on") or told.get("decided_on")
            if not told.get("evaluate_on"):
                self.add_error("evaluate_on", _("Choose the day when you evaluate it. The law asks for one."))
        elif kind:
            told |= dict.fromkeys(("from_on", "until_on", "evaluate_on"))
        for name in ("until_on", "evaluate_on"):
            if told.get(name) and told.get("from_on") and told[name] < told["from_on"]:
                self.add_error(name, _("Choose a day after it has begun."))
        return told


class LookAgainForm(SamlingForm):
    """Whether support goes on, and until when."""

    then = forms.ChoiceField(
        label=_("What happens now?"), widget=forms.RadioSelect,
        choices=(("again", _("It goes on, and is evaluated again")), ("over", _("It is over"))),
    )  # fmt: skip
    evaluate_on = DayField(label=_("When is it evaluated?"), required=False)

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        """A day ahead, where it goes on."""
        told = super().clean() or {}
        if told.get("then") == "over":
            told["evaluate_on"] = None
        elif not told.get("evaluate_on") or told["evaluate_on"] <= self.today:
            self.add_error("evaluate_on", _("Choose a day ahead."))
        return told


def _been(on: dt.date, today: dt.date) -> dt.date:
    if on > today:
        raise forms.ValidationError(_("Write a day that has been."))
    return on
