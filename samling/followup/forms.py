"""What is asked when a day is set, when somebody is asked, and what was answered."""

import datetime as dt
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from samling.instruments.scoring import DECLINED, UNKNOWN
from samling.instruments.shape import Item, Kind
from samling.ui.asking import Once
from samling.ui.fields import DayField
from samling.ui.forms import SamlingForm
from samling.ui.html import format_html

from .models import Sheet
from .page import Line
from .reference import ASKING, TIMES, choices
from .rules import How, State

HELPS = (("no", _("No")), ("some", _("A little")), ("yes", _("Yes")))  # from no to yes, as every scale on a sheet
MOUTHS = ("M7 21q7-8 14 0", "M7 20q7-4 14 0", "M7 19h14", "M7 17q7 5 14 0", "M7 16q7 9 14 0")  # from very sad to very happy


class RoundForm(Once):
    """Which time, and on which day."""

    time = forms.ChoiceField(label=_("Which time is it?"), widget=forms.RadioSelect)
    due_on = DayField(label=_("From which day are people asked?"))

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        asked: Any = self.fields["time"]
        asked.choices = [(code, gettext(said)) for code, said in choices(TIMES)]


class DayForm(SamlingForm):
    """Another day."""

    due_on = DayField(label=_("From which day are people asked?"))


class AskForm(Once):
    """Whom, and how. What is left of each one's budget stands beside the name."""

    person = forms.ChoiceField(label=_("Whom do you ask?"), widget=forms.RadioSelect)
    how = forms.ChoiceField(label=_("How?"), widget=forms.RadioSelect, initial=How.TABLE.value)

    def __init__(self, *args: Any, lines: list[Line], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.people = {line.person.key: line.person for line in lines}
        asked: Any = self.fields["person"]
        asked.choices = [(line.person.key, f"{line.person.name}: {line.left}") for line in lines]
        way: Any = self.fields["how"]
        way.choices = [(code, gettext(said)) for code, said in choices(ASKING)]


class AnswerForm(SamlingForm):
    """One sheet. Nothing has to be answered; *vet inte* and *vill inte svara* stand beside every answer."""

    def __init__(self, data: QueryDict | None = None, *, sheet: Sheet, helps: dict[UUID, str], **kwargs: Any):
        self.sheet, self.helps = sheet, helps
        super().__init__(data, **kwargs)

    def more_fields(self) -> dict[str, forms.Field]:
        """A field for each item, and for each promise whether it helps."""
        asked = self.sheet.package.asked(self.sheet.time, self.sheet.voice, young=self.sheet.young)
        fields: dict[str, forms.Field] = {item.code: _field(self.sheet, item) for item in asked}
        for key in self.sheet.helps:
            if self.helps.get(key):
                label = gettext("Does it help? %(promise)s") % {"promise": self.helps[key]}
                fields[f"help-{key}"] = forms.ChoiceField(label=label, choices=HELPS, widget=forms.RadioSelect, required=False)
        return fields

    def clean(self) -> dict[str, Any] | None:
        """Whoever skips says so: a press too early, or a page in another language, is no answer and closes no link."""
        told = super().clean()
        if not self.errors and not self.answers and state_of(self.data) is State.ANSWERED:
            self.add_error(None, gettext("Nothing has been chosen yet. Choose an answer, or choose to skip."))
        return told

    @property
    def marks_optional(self) -> bool:
        """Nothing is marked: all of it may be left out."""
        return False

    @property
    def answers(self) -> dict[str, Any]:
        """What was answered, as a reply keeps it."""
        found: dict[str, Any] = {}
        for code, value in self.cleaned_data.items():
            if code.startswith("help-") and value:
                found.setdefault("helps", {})[code.removeprefix("help-")] = value
            elif code in self._items and value not in ("", None):
                found[code] = int(value) if str(value).lstrip("-").isdigit() else str(value)
        return found

    @property
    def _items(self) -> set[str]:
        return {item.code for item in self.sheet.package.items}


class NotedForm(AnswerForm):
    """The same, noted by whoever asked: how and on which day it was answered."""

    field_order = ("key", "how", "heard_on")
    key = Once.base_fields["key"]
    how = forms.ChoiceField(label=_("How was it answered?"), widget=forms.RadioSelect)
    heard_on = DayField(label=_("When?"))

    def __init__(self, *args: Any, today: dt.date, at_table: bool = False, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.today = today
        for name in ("how", "heard_on") if at_table else ():  # whoever answers sees the questions alone
            self.fields[name].widget = forms.HiddenInput()
        way: Any = self.fields["how"]
        way.choices = [(code, gettext(said)) for code, said in choices(ASKING) if code != How.LINK]

    def clean_heard_on(self) -> dt.date:
        """It has been answered."""
        day: dt.date = self.cleaned_data["heard_on"]
        if day > self.today:
            raise forms.ValidationError(_("Choose a day that has been."))
        return day

    def pk(self, by: Any) -> UUID:
        """The record's key: of whoever sends it and of this form."""
        return Once.pk(self, by)  # type: ignore[arg-type]


def state_of(data: Any) -> State:
    """What the button said."""
    said = data.get("state", State.ANSWERED)
    return State(said) if said in set(State) else State.ANSWERED


def _field(sheet: Sheet, item: Item) -> forms.Field:
    language = (get_language() or "sv")[:2]
    text = item.text.get(language, item.text["en"])
    if item.kind is Kind.NUMBER:
        return forms.IntegerField(label=text, required=False, min_value=item.least, max_value=item.most)
    steps: list[tuple[str, str | SafeString]] = [
        (str(step.value), face(step.value, step.face[language], sheet) if sheet.young else step.words[language])
        for step in sheet.package.steps
    ]  # fmt: skip
    rest = [(UNKNOWN, gettext("don't know")), (DECLINED, gettext("don't want to answer"))]
    shape = forms.RadioSelect({"class": f"followup__steps followup__steps--{len(steps)}"})
    return forms.ChoiceField(label=text, choices=[*steps, *rest], widget=shape, required=False)


def face(value: int, words: str, sheet: Sheet) -> SafeString:
    """A drawn face with its words; with three steps the outer two and the middle one."""
    place = value if len(sheet.package.steps) == len(MOUTHS) else value * 2
    return format_html(
        '<svg class="followup__face" viewBox="0 0 28 28" aria-hidden="true"><circle cx="14" cy="14" r="12.5"/>'
        '<path d="M9.5 11v.5M18.5 11v.5"/><path d="{}"/></svg> {}', MOUTHS[place], words)  # fmt: skip
