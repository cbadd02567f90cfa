"""What is asked about a promise, and what is said of it."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.plan.models import bank
from samling.ui.asking import Once, Seen
from samling.ui.fields import DayField, LongTextField
from samling.ui.forms import SamlingForm
from samling.ui.words import listed

from . import rules
from .models import Promise, PromiseWord
from .reference import AGREED, LEVELS, NATURES, RHYTHMS
from .rules import How

CHOOSE = ("", _("Choose"))
OWN = ("", _("In own words"))


class What(SamlingForm):
    """What is promised, how often, from and until when, as each of the three reads it."""

    phrase = forms.ChoiceField(label=_("A sentence that is ready in three levels"), required=False)
    what = forms.CharField(label=_("What stands in the gap?"), max_length=120, required=False)
    does = LongTextField(label=_("In own words: does what?"), max_length=500, rows=2, required=False,
                         help_text=_("One thing. Write the name of who does it, and a verb."))  # fmt: skip
    home = LongTextField(label=_("As the guardians read it"), max_length=500, rows=2, required=False,
                         help_text=_("Short sentences. Leave it empty and they read the words above."))  # fmt: skip
    child = LongTextField(label=_("As the child reads it"), max_length=300, rows=2, required=False,
                          help_text=_("To the child: you."))  # fmt: skip
    rhythm = forms.ChoiceField(label=_("How often?"))
    starts_on = DayField(label=_("From when?"))
    until_on = DayField(label=_("Until when?"))
    sure = forms.BooleanField(label=_("It is no message between those who work with the child"), required=False)

    def __init__(self, *args: Any, called: str = "", **kwargs: Any):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["phrase"]
        gaps = {"who": "…", "child": called or "…", "what": "___"}
        field.choices = [OWN, *((code, bank.worded(code, "staff").format(**gaps)) for code in bank.PHRASES)]
        field.help_text = gettext("The ready sentences exist in %(languages)s. Other languages are read with an interpreter. "
                                  "Or write your own words below.") % {"languages": listed(bank.languages())}
        rhythm: Any = self.fields["rhythm"]
        rhythm.choices = [CHOOSE, *((code, gettext(word)) for code, word in RHYTHMS.items())]

    def clean(self) -> dict[str, Any]:
        """A ready sentence with its gap filled, or own words; a day to end after the day to begin."""
        told = super().clean() or {}
        phrase = told.get("phrase", "")
        if phrase and not told.get("what"):
            self.add_error("what", _("Fill in the gap: %(asks)s") % {"asks": bank.worded(phrase, "asks")})
        if not phrase and not told.get("does"):
            self.add_error("does", _("Choose a sentence, or write what is promised."))
        if phrase:
            told |= {"does": "", "home": "", "child": ""}
        if told.get("starts_on") and told.get("until_on") and told["until_on"] < told["starts_on"]:
            self.add_error("until_on", _("Choose a day after it has begun."))
        return told


class PromiseForm(Once, What):
    """A new promise: whose, of what kind, for which goal."""

    field_order = (
        "key", "maker", "name", "side", "goal", "phrase", "what", "does", "home", "child", "rhythm", "starts_on", "until_on",
        "nature", "level", "sure",
    )  # fmt: skip

    maker = forms.ChoiceField(label=_("Who promises?"), help_text=_("Also school, social services and health care promise."))
    name = forms.CharField(label=_("Name and role, if the person is not in the list"), max_length=120, required=False)
    side = forms.ChoiceField(label=_("Where do they belong?"), required=False, choices=[CHOOSE, *Promise.Side.choices])
    goal = forms.ChoiceField(label=_("For which goal?"), required=False)
    nature = forms.ChoiceField(label=_("What sort of help is it?"), required=False,
                               help_text=_("A ready sentence says it by itself."))  # fmt: skip
    level = forms.ChoiceField(label=_("For whom?"))

    def __init__(self, *args: Any, makers: dict[str, tuple[str, dict[str, Any]]], goals: list[tuple[str, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.makers = makers
        offered: Any = self.fields
        offered["maker"].choices = [CHOOSE, *((key, named) for key, (named, _facts) in makers.items())]
        offered["goal"].choices = [("", _("No single goal")), *goals]
        offered["nature"].choices = [CHOOSE, *((code, gettext(word)) for code, word in NATURES.items() if code != AGREED)]
        offered["level"].choices = [(code, gettext(word)) for code, word in LEVELS.items()]

    def clean(self) -> dict[str, Any]:
        """The maker's facts; those who are not in the list by name and side; families carry no messages."""
        told = super().clean() or {}
        facts = dict(self.makers.get(told.get("maker", ""), ("", {}))[1])
        if facts and not facts.get("who"):
            facts["who"] = told.get("name", "")
            if not facts["who"]:
                self.add_error("name", _("Write who promises."))
        if facts and not facts.get("side"):
            facts["side"] = told.get("side", "")
            if not facts["side"]:
                self.add_error("side", _("Choose where they belong."))
        told["nature"] = self._nature(told)
        self._carries(told | facts)
        return told | facts | {"goal_id": told.get("goal") or None}

    def _nature(self, told: dict[str, Any]) -> str:
        """As it was chosen, else what the ready sentence says."""
        found = told.get("nature") or bank.PHRASES.get(told.get("phrase", ""), "")
        if not found and "nature" not in self.errors:
            self.add_error("nature", _("Choose what sort of help it is."))
        return found

    def _carries(self, told: dict[str, Any]) -> None:
        text = " ".join((told.get("does", ""), told.get("what", "")))
        answer = rules.may_promise(maker=told.get("made_as", ""), nature=told.get("nature", ""), text=text,
                                   sure=bool(told.get("sure")), writes=True)  # fmt: skip
        if not answer:
            self.add_error("nature" if told.get("nature") == rules.MESSAGE else "sure", _(answer.because))


class RewordForm(Seen, What):
    """Other words or days for a promise, with the version its writer has seen."""

    field_order = ("seen", "phrase", "what", "does", "home", "child", "rhythm", "starts_on", "until_on", "sure")


class WordForm(Once):
    """What was said of a promise: by whom it was heard, how and when."""

    word = forms.ChoiceField(label=_("What was said?"), widget=forms.RadioSelect)
    how = forms.ChoiceField(label=_("How was it said?"), widget=forms.RadioSelect)
    heard_on = DayField(label=_("When did you hear it?"))
    text = LongTextField(label=_("A sentence about it"), max_length=1000, rows=2, required=False)

    def __init__(self, *args: Any, sayable: list[rules.Word], is_maker: bool, today: dt.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        offered: Any = self.fields
        says = dict(PromiseWord.Says.choices)
        offered["word"].choices = [(word, says[word]) for word in sayable]
        heard = [(How.SPOKEN, PromiseWord.Heard.SPOKEN.label), (How.PAPER, PromiseWord.Heard.PAPER.label)]
        offered["how"].choices = [(How.SELF, _("I am the one who promises")), *heard] if is_maker else heard
        offered["how"].initial = How.SELF if is_maker else None
        offered["heard_on"].initial = today


class LinkAnswerForm(SamlingForm):
    """Yes or no through the link."""

    answer = forms.ChoiceField(label=_("Do you promise it?"), choices=[("yes", _("Yes")), ("no", _("No"))], widget=forms.RadioSelect)
