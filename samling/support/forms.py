"""What is asked when a support begins, when something has been done, and when one asks how it goes."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.adaptations.models import Evaluation
from samling.journey.models import Entry
from samling.people.models import Capacity
from samling.ui.asking import Once
from samling.ui.fields import DayField, LongTextField
from samling.ui.forms import SamlingForm

from . import rules
from .models import Outcome
from .models.places import Desk, own_wall
from .models.supports import REASONS, SORTS
from .reference import BY_CODE, practices

LONGEST = 2000
OWN = "own"
NOTE_KINDS = (
    (Entry.Kind.TALK, _("Talk")),
    (Entry.Kind.MEETING, _("Meeting")),
    (Entry.Kind.OBSERVATION, _("Observation")),
)
HOME = (("yes", _("Yes")), ("not-told", _("Not yet: we have not told them")), ("child", _("The child decides")))


class HolderField(forms.ModelChoiceField):
    """One of those who work around the child."""

    def label_from_instance(self, one: Capacity) -> str:
        """Name and title."""
        return str(one)


class Days(SamlingForm):
    """Who sees to it, from when, and when one asks how it goes; whether they may read of it at home."""

    holder = HolderField(label=_("Who sees to it?"), queryset=Capacity.objects.none())
    starts_on = DayField(label=_("From when?"))
    evaluate_on = DayField(
        label=_("When do you ask how it goes?"), required=False, help_text=_("Within thirteen weeks. You are reminded.")
    )
    home = forms.ChoiceField(
        label=_("May the guardians read it?"), choices=HOME, widget=forms.RadioSelect, initial="not-told"
    )

    def __init__(self, *args: Any, desk: Desk, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.desk = desk
        keys = [one.capacity.pk for one in desk.givers]
        holder: Any = self.fields["holder"]
        holder.queryset = Capacity.objects.filter(pk__in=keys).select_related("person").order_by("person__sort_key")
        self.fields["starts_on"].initial = desk.on
        self.fields["evaluate_on"].initial = rules.evaluation_day(desk.on)

    def clean(self) -> dict[str, Any]:
        """A day to ask, after it begins and within a term."""
        told = super().clean() or {}
        begins = told.get("starts_on")
        if begins:
            told["evaluate_on"] = told.get("evaluate_on") or rules.evaluation_day(begins)
            if not begins <= told["evaluate_on"] <= max(begins, self.desk.on) + rules.LONGEST:
                self.add_error("evaluate_on", _("Choose a day after it begins, within thirteen weeks."))
        return told

    def insist_reads(self, told: dict[str, Any], behind: int) -> None:
        """Whoever holds it reads what stands about it."""
        holder = told.get("holder")
        if holder and holder.pk not in {one.pk for one in self.desk.holders(behind)}:
            self.add_error("holder", _("This person does not read about support in this form. Choose another."))


class SupportForm(Once, Days):
    """Which support, in which legal form."""

    field_order = ("key", "form", "kind", "code", "own", "how", "holder", "starts_on", "evaluate_on", "home", "shared")

    form = forms.ChoiceField(label=_("In which form is it given?"), widget=forms.RadioSelect)
    kind = forms.ChoiceField(label=_("What kind of support is it?"), choices=SORTS,
                             help_text=_("Neutral words: those at the joint table see them if you tell where it stands."))  # fmt: skip
    code = forms.ChoiceField(label=_("From the list of what one can try at home"), required=False)
    own = forms.CharField(label=_("In your own words: what do you do?"), max_length=200, required=False,
                          help_text=_("Write what you do, not how the child or the family is."))  # fmt: skip
    how = LongTextField(label=_("How do you do it here?"), max_length=LONGEST, rows=2, required=False)
    shared = forms.BooleanField(label=_("The others at the joint table see what kind of support it is and where it stands"), required=False)

    def __init__(self, *args: Any, desk: Desk, **kwargs: Any):
        super().__init__(*args, desk=desk, **kwargs)
        form: Any = self.fields["form"]
        form.choices = [(one.code, f"{gettext(one.title)} ({one.paragraph})") for one in desk.forms]
        form.initial = desk.forms[0].code
        code: Any = self.fields["code"]
        code.choices = [("", _("Nothing from the list")), *((one.code, gettext(one.title)) for one in practices(desk.on))]
        if desk.journey is None:
            del self.fields["shared"]

    def clean(self) -> dict[str, Any]:
        """Something that is done: of the list or in own words; a holder who reads it."""
        told = super().clean() or {}
        if not told.get("code") and not told.get("own"):
            self.add_error("own", _("Choose from the list, or write in a few words what you do."))
        if told.get("form"):
            self.insist_reads(told, own_wall(self.desk.by, BY_CODE[told["form"]]))
        return told


class FactsForm(Days):
    """Another holder, other days."""


class NoteForm(Once):
    """What was done, in twenty seconds: one text, and a kind that is chosen already."""

    kind = forms.ChoiceField(label=_("What was it?"), choices=NOTE_KINDS, widget=forms.RadioSelect, initial=Entry.Kind.TALK)
    text = LongTextField(label=_("What was done, and what was said?"), max_length=LONGEST, rows=3)
    home = forms.ChoiceField(label=_("May the guardians read it?"), choices=HOME, widget=forms.RadioSelect)


class OutcomeForm(Once):
    """How it goes, according to whom, and what happens now."""

    result = forms.ChoiceField(label=_("Did it help?"), choices=Evaluation.Result.choices, widget=forms.RadioSelect)
    voice = forms.ChoiceField(label=_("Who says so?"), choices=Outcome.Voice.choices, widget=forms.RadioSelect, initial="giver")
    text = LongTextField(label=_("How do you see it?"), max_length=LONGEST, rows=2, required=False,
                         help_text=_("One sentence is enough: what has become different?"))  # fmt: skip
    then = forms.ChoiceField(
        label=_("What happens now?"), widget=forms.RadioSelect, choices=(("again", _("We go on, and ask again")), ("end", _("It ends")))
    )
    again_on = DayField(label=_("When do you ask again?"), required=False)
    because = forms.ChoiceField(label=_("Why does it end?"), choices=[("", _("Choose")), *REASONS], required=False,
                                help_text=_("Only those who read about the support see why."))  # fmt: skip
    for_all = forms.BooleanField(label=_("We do it for everyone here now"), required=False,
                                 help_text=_("It is counted as a routine, with no trace of who was the first."))  # fmt: skip

    def __init__(self, *args: Any, today: dt.date, is_ended: bool = False, is_listed: bool = True, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["again_on"].initial = rules.evaluation_day(today)
        if is_ended:
            for name in ("then", "again_on", "because"):
                del self.fields[name]
        if not is_listed:
            del self.fields["for_all"]

    def clean(self) -> dict[str, Any]:
        """A day ahead where one goes on, a reason where it ends."""
        told = super().clean() or {}
        if told.get("then") == "end" and not told.get("because"):
            self.add_error("because", _("Choose why it ends."))
        told["again_on"] = told.get("again_on") or rules.evaluation_day(self.today)
        if told.get("then") == "again" and not self.today < told["again_on"] <= self.today + rules.LONGEST:
            self.add_error("again_on", _("Choose a day ahead, within thirteen weeks."))
        return told


class StepForm(SamlingForm):
    """It is paused, goes on again, or ends for a reason."""

    to = forms.ChoiceField(choices=[(one, one) for one in rules.State])
    because = forms.ChoiceField(choices=[("", ""), *REASONS], required=False)

    def clean(self) -> dict[str, Any]:
        """A reason where it ends."""
        told = super().clean() or {}
        if told.get("to") == rules.State.ENDED and not told.get("because"):
            self.add_error("because", _("Choose why it ends."))
        return told
