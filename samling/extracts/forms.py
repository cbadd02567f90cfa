"""What is filled in when an extract is asked for, looked through, decided and given."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from samling.inventory.telling import Line
from samling.people.models import Capacity, Guardian
from samling.ui.fields import DayField, LongTextField
from samling.ui.forms import SamlingForm
from samling.ui.words import first_upper

from . import rules
from .groups import Group, Sort, grouped, seen, words_of
from .reading import Held
from .reference.grounds import IDENTITY, WAYS, standing

YOUNG, ANYONE = "young", "anyone"
APART = ("again-", "all-")  # words about one thing, and about all of a kind
as_answer = lazy(lambda says: first_upper(gettext(says)), str)
Inside = list[tuple[Held, str, list[Line], Any]]


class ReceiveForm(SamlingForm):
    """Who asks, how one knows, and when it came."""

    asker = forms.ChoiceField(label=_("Who asks?"), widget=forms.RadioSelect)
    identity = forms.ChoiceField(label=_("How do you know who it is?"), widget=forms.RadioSelect,
                                 choices=[(code, as_answer(says)) for code, says in IDENTITY.items()])  # fmt: skip
    received_on = DayField(label=_("When did it come?"))
    wanted = LongTextField(label=_("What is asked for?"), rows=2, max_length=400, required=False,
                           help_text=_("If it is not everything. Do not write why somebody asks, nor who an outsider is."))

    def __init__(self, *args: Any, guardians: list[Guardian], today: dt.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.guardians, self.today = {str(one.pk): one for one in guardians}, today
        field: Any = self.fields["asker"]
        field.choices = [*((key, str(one)) for key, one in self.guardians.items()), (YOUNG, _("The child")),
                         (ANYONE, _("Somebody else, for public documents"))]  # fmt: skip
        self.fields["received_on"].initial = today

    def clean_received_on(self) -> dt.date:
        """A day that has been."""
        on: dt.date = self.cleaned_data["received_on"]
        if not dt.date(2000, 1, 1) <= on <= self.today:
            raise forms.ValidationError(_("Choose today or a day that has been."))
        return on

    def clean(self) -> dict[str, Any]:
        """Who asks, as the guard is told."""
        told = super().clean() or {}
        asker = told.get("asker", "")
        guardian = self.guardians.get(asker)
        if asker != ANYONE and told.get("identity") == "unasked":
            self.add_error("identity", _("Make sure who asks before a child's own data are given."))
        return told | {"asker": "guardian" if guardian else asker, "guardian": guardian.pk if guardian else None,
                       "kind": rules.PUBLIC if asker == ANYONE else rules.OWN}  # fmt: skip


class OpenForm(SamlingForm):
    """Who prepares it, and until when that person sees what is held."""

    preparer = forms.ChoiceField(label=_("Who prepares it?"))
    until_on = DayField(label=_("Last day"), help_text=_("Sixty days at the most."))

    def __init__(self, *args: Any, people: list[Capacity], today: dt.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.people, self.today = {str(one.pk): one for one in people}, today
        field: Any = self.fields["preparer"]
        field.choices = [(key, f"{one}, {one.unit}") for key, one in self.people.items()]
        self.fields["until_on"].initial = today + dt.timedelta(days=rules.OPEN_DAYS)

    def clean_until_on(self) -> dt.date:
        """After today, and not too far."""
        on: dt.date = self.cleaned_data["until_on"]
        if not self.today < on < self.today + dt.timedelta(days=rules.MOST_OPEN_DAYS):
            raise forms.ValidationError(_("Choose a day after today, sixty days away at the most."))
        return on


class ChoiceForm(SamlingForm):
    """A word about the items that are ticked."""

    records = forms.MultipleChoiceField(label=_("Which?"), widget=forms.CheckboxSelectMultiple)
    word = forms.ChoiceField(label=_("What do you say about those you have ticked?"), widget=forms.RadioSelect, choices=[
        ("give", _("Give")), ("strike", _("Give, with words struck out")), ("hold", _("Hold back"))])  # fmt: skip
    ground = forms.ChoiceField(label=_("On which ground?"), required=False,
                               help_text=_("Needed when something is held back or struck out."))  # fmt: skip
    because = forms.CharField(label=_("Why?"), max_length=400, required=False, help_text=_("For the one who decides; it is not printed."))
    masked = LongTextField(label=_("Words to strike out"), rows=2, max_length=400, required=False, help_text=_("One on each line."))

    def __init__(self, *args: Any, keys: list[str], today: dt.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        records: Any = self.fields["records"]
        records.choices = [(key, key) for key in keys]
        ground: Any = self.fields["ground"]
        ground.choices = [("", "–"), *((one.code, f"{one.paragraph}: {_(one.says)}") for one in standing(today))]

    def clean(self) -> dict[str, Any]:
        """Holding back has a ground and a reason; striking out has words."""
        told = super().clean() or {}
        word, keeps = told.get("word"), told.get("word") in ("hold", "strike")
        if keeps and not told.get("ground"):
            self.add_error("ground", _("Choose the ground."))
        if keeps and len(told.get("because", "").strip()) < 5:
            self.add_error("because", _("Say in a few words why."))
        if word == "strike" and not told.get("masked", "").strip():
            self.add_error("masked", _("Write the words that are to be struck out."))
        masked = told.get("masked", "").strip() if word == "strike" else ""
        return told | {"is_held": word == "hold", "masked": masked, "ground": told.get("ground", "") if keeps else ""}


class DecideForm(SamlingForm):
    """The second person's word about each group, and where needed about one thing in it."""

    seen = forms.CharField(max_length=16, widget=forms.HiddenInput, required=False)
    because = LongTextField(label=_("In a sentence"), rows=2, max_length=400, required=False,
                            help_text=_("Needed where you say no: what is to be looked at again."))

    def __init__(self, *args: Any, held: list[Held], **kwargs: Any):
        self.held, self.groups = held, grouped(held)
        super().__init__(*args, **kwargs)

    def more_fields(self) -> dict[str, forms.Field]:
        """An answer for each ground, and room for another about all of a kind and about each thing."""
        found: dict[str, forms.Field] = {}
        for group in self.groups:
            found[group.ground] = _agreeing(group)
            for sort in group.sorts:
                found |= {sort.name: _word(_("Look at all of these again, because"))} if sort.name else {}
                found |= {_again(one): _word(_("Look at this one again, because")) for one in sort.held}
        return found

    @property
    def asks(self) -> Iterator[tuple[Group, Any, list[tuple[Sort, Any, Inside]]]]:
        """Each group with its answer; its kinds with theirs, and each thing with what it says and its own."""
        words = words_of(self.held)
        for group in self.groups:
            yield group, self[group.ground], [(one, self[one.name] if one.name else "", self._inside(one, words)) for one in group.sorts]

    def _inside(self, sort: Sort, words: dict[tuple[str, str], tuple[str, list[Line]]]) -> Inside:
        return [(one, *words[one.item.table, one.item.record], self[_again(one)]) for one in sort.held]

    @property
    def seen_now(self) -> str:
        """What the answer is about."""
        return seen(self.held)

    def clean(self) -> dict[str, Any]:
        """A no says what to look at; an answer is about what was seen."""
        told = super().clean() or {}
        if told.get("seen") != self.seen_now:
            raise forms.ValidationError(_("Something else is held back since you opened the page. Read it once more."))
        no, why = {one.ground for one in self.groups if told.get(one.ground) == "no"}, told.get("because", "").strip()
        wanted = (*(["because"] if no else []), *(name for name in self.fields if name.startswith(APART) and told.get(name, "").strip()))
        for name in wanted:
            if len(told.get(name, "").strip()) < 5:
                self.add_error(name, _("Say in a sentence what is to be looked at again."))
        return told | {"doubts": list(self._doubts(told, no, why))}

    def _doubts(self, told: dict[str, Any], no: set[str], why: str) -> Iterator[tuple[str, str, str]]:
        """Each thing to be looked at again: its kind, its key, and why; what is said of it alone comes first."""
        for group in self.groups:
            for sort in group.sorts:
                whole = told.get(sort.name, "").strip() or (why if group.ground in no else "")
                for one in sort.held:
                    if said := told.get(_again(one), "").strip() or whole:
                        yield one.item.table, one.item.record, said


def _agreeing(group: Group) -> forms.Field:
    many = len(group.held)
    yes = ngettext("Yes, it is held back as it says", "Yes, all %(n)s are held back as it says", many) % {"n": many}
    no = ngettext("No, look at it again", "No, look at all of them again", many)
    return forms.ChoiceField(label=_("Do you agree?"), widget=forms.RadioSelect, choices=[("yes", yes), ("no", no)])


def _word(label: Any) -> forms.Field:
    return forms.CharField(label=label, max_length=400, required=False)


def _again(held: Held) -> str:
    return f"again-{held.item.table}-{held.item.record}"


class GiveForm(SamlingForm):
    """How it is given."""

    how = forms.ChoiceField(label=_("How is it given?"), widget=forms.RadioSelect,
                            choices=[(code, as_answer(says)) for code, says in WAYS.items()])  # fmt: skip


class CloseForm(SamlingForm):
    """Why it will not be given."""

    because = forms.CharField(label=_("Why will it not be given?"), max_length=400, min_length=5)
