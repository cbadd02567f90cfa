"""What is filled in about the child and the adults around her."""

import datetime as dt
import re
import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.kernel.merging import mark
from samling.people.codes import municipalities
from samling.people.languages import LANGUAGES
from samling.people.models import Guardian
from samling.people.numbers import WrongNumber, read_number
from samling.ui.fields import BirthdayField, DayField, LongTextField
from samling.ui.forms import SamlingForm

PHONE = re.compile(r"[0-9+][0-9 ()/-]{4,38}")


class NumberField(forms.CharField):
    """An identity number. `real` is False in a demo, where only official test numbers are taken."""

    is_short = True

    def __init__(self, *, real: bool = True, **kwargs: Any):
        self.real = real
        kwargs.setdefault("label", _("Identity number"))
        kwargs.setdefault("help_text", _("Personal number, coordination number or reserve number. Only if it is needed."))
        super().__init__(required=False, max_length=30, **kwargs)
        self.widget.attrs |= {"autocomplete": "off", "size": 16}

    def clean(self, value: Any) -> str:
        """Twelve signs, or nothing."""
        try:
            return read_number(super().clean(value) or "", real=self.real)
        except WrongNumber as wrong:
            raise forms.ValidationError(gettext(str(wrong)), code="invalid") from None


class PhoneField(forms.CharField):
    """A telephone number as people write it."""

    is_short = True

    def __init__(self, **kwargs: Any):
        super().__init__(required=False, max_length=40, **kwargs)
        self.widget = forms.TextInput({"type": "tel", "autocomplete": "off", "maxlength": 40})

    def clean(self, value: Any) -> str:
        """Digits with spaces and hyphens."""
        number = super().clean(value)
        if number and not PHONE.fullmatch(number):
            raise forms.ValidationError(_("Write the number with digits: 070-174 06 01."), code="invalid")
        return str(number)


class MarkedForm(SamlingForm):
    """A form that remembers what it was filled with, so that nothing is overwritten unseen."""

    base = forms.CharField(widget=forms.HiddenInput, required=False, max_length=12)
    kept: tuple[str, ...] = ()

    def __init__(self, *args: Any, record: Any = None, **kwargs: Any):
        self.stands = {name: getattr(record, name) for name in self.kept} if record else {}
        now = mark({name: str(value or "") for name, value in self.stands.items()})
        kwargs["initial"] = {**self.stands, "base": now, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.now = now

    @property
    def told(self) -> dict[str, Any]:
        """What was filled in, in the record's own terms."""
        return {name: self.cleaned_data[name] for name in (*self.kept, "number") if name in self.cleaned_data}

    def clean(self) -> dict[str, Any]:
        """Somebody else has changed it since: say what stands, and let the next sending through."""
        told = super().clean() or {}
        apart = [name for name in self.stands if (self.stands[name] or "") != (told.get(name) or "")]
        if apart and told.get("base") != self.now:
            self.data = {**self.data.dict(), "base": self.now}
            said = ", ".join(self._standing(name) for name in apart)
            text = _("Someone else has changed this. Nothing is overwritten. This stands now: %(said)s. Save again to put yours there.")
            raise forms.ValidationError(text % {"said": said}, code="stale")
        return told

    def _standing(self, name: str) -> str:
        """What stands in a field, as the page says it."""
        field, value = self.fields[name], self.stands[name]
        chosen = dict(getattr(field, "choices", ())).get(value, value) if value else gettext("empty")
        return f"{field.label}: {chosen}"


class FactsForm(MarkedForm):
    """The child's own facts."""

    kept = ("called", "group", "language", "home_municipality", "born_on")
    called = forms.CharField(label=_("What the child wants to be called"), required=False, max_length=80)
    group = forms.CharField(label=_("Class or group"), required=False, max_length=20)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    home_municipality = forms.ChoiceField(
        label=_("Home municipality"), required=False,
        help_text=_("Where the child is registered. Social services follow it; the school may lie elsewhere."))
    born_on = BirthdayField(label=_("Born"), required=False)
    number = NumberField()

    def __init__(self, *args: Any, real: bool, today: dt.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["number"].real = real
        places = sorted(municipalities(fictional=not real).items(), key=lambda place: place[1])
        self.fields["home_municipality"].choices = [("", _("Not known")), *places]

    def clean_born_on(self) -> dt.date | None:
        """A child, born by now."""
        day = self.cleaned_data["born_on"]
        if (day and not self.today.year - 26 <= day.year <= self.today.year) or (day and day > self.today):
            raise forms.ValidationError(_("Choose a day that has been, at most 25 years ago."), code="invalid")
        return day


class AroundForm(MarkedForm):
    """Somebody around the child: how to reach and speak with them."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    given_name = forms.CharField(label=_("Given name"), max_length=80)
    family_name = forms.CharField(label=_("Family name"), required=False, max_length=80)
    phone = PhoneField(label=_("Telephone"))
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    interpreter = forms.CharField(label=_("Interpreter"), required=False, max_length=40,
                                  help_text=_("In which language, if one is needed."))
    shared = ("given_name", "family_name", "phone", "language", "interpreter")


class AdultForm(AroundForm):
    """An important adult: in law an outsider, there by consent."""

    relation = forms.CharField(label=_("Who is it to the child?"), max_length=60,
                               help_text=_("For example grandmother, football coach, family home."))
    kept = (*AroundForm.shared, "relation")
    field_order = ("given_name", "family_name", "relation")


class GuardianForm(AroundForm):
    """A guardian, or a parent without custody, with what it is known by."""

    relation = forms.CharField(label=_("Who is it to the child?"), required=False, max_length=40)
    custody = forms.ChoiceField(
        label=_("Custody"), choices=Guardian.Custody.choices, widget=forms.RadioSelect, initial=Guardian.Custody.UNKNOWN,
        help_text=_("Everyone with custody is asked about consent. So is one whose custody is not known yet."))
    custody_evidence = forms.CharField(label=_("How do you know?"), required=False, max_length=120,
                                       help_text=_("For example the population register, or a court's judgment with date."))
    verified_on = DayField(label=_("Checked on"), required=False)
    safe_phone = PhoneField(label=_("Safe number"), help_text=_("A number that nobody else at home can see or hear."))
    email = forms.EmailField(label=_("E-mail address"), required=False, max_length=254)
    address = LongTextField(label=_("Address"), required=False, max_length=200, rows=2)
    contact_rule = LongTextField(label=_("How to reach this person"), required=False, max_length=200, rows=2,
                                 help_text=_("For example: ring after 16, never write home."))
    number = NumberField()
    kept = (*AroundForm.shared, "relation", "custody", "custody_evidence", "verified_on", "safe_phone", "email",
            "address", "contact_rule")
    field_order = ("given_name", "family_name", "relation", "custody", "custody_evidence", "verified_on", "phone",
                   "safe_phone", "email", "address", "contact_rule", "language", "interpreter", "number")

    def __init__(self, *args: Any, real: bool, today: dt.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["number"].real = real

    def clean(self) -> dict[str, Any]:
        """Custody that is known says what it is known by and since when."""
        told = super().clean() or {}
        if told.get("custody") not in (None, Guardian.Custody.UNKNOWN):
            for name, text in (("custody_evidence", _("Write how it was checked.")), ("verified_on", _("Write which day it was checked."))):
                if name not in self.errors and not told.get(name):
                    self.add_error(name, text)
        if told.get("verified_on") and told["verified_on"] > self.today:
            self.add_error("verified_on", _("Choose today or an earlier day."))
        return told
