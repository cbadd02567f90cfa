"""What is asked when a package is prepared, shown, handed over and received."""

import datetime as dt
import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samling.people.models import Unit
from samling.ui.asking import Once, Seen
from samling.ui.fields import DayField, LongTextField
from samling.ui.forms import SamlingForm

from .models import PackageSeen
from .models.packages import KINDS, NOT_OURS, WAYS
from .models.parts import STANCES
from .rules import Stance, Way

LONGEST = 4000
SHORTEST = 14  # signs of a passphrase
LARGEST = 2_000_000  # bytes of a file
KEY = re.compile(r"[0-9a-f]{64}")


class PackageForm(Once):
    """Why the child moves on, where to, how and when."""

    kind = forms.ChoiceField(label=_("What is it about?"), choices=KINDS, widget=forms.RadioSelect)
    moves_on = DayField(label=_("From which day?"), help_text=_("The first day at the new place, or the day when your own work ends."))
    way = forms.ChoiceField(label=_("How does it get there?"), choices=WAYS, widget=forms.RadioSelect)
    unit = forms.ChoiceField(label=_("To which school here?"), required=False)
    to = forms.CharField(label=_("To whom otherwise?"), max_length=160, required=False,
                         help_text=_("The school or the place, and the town."))  # fmt: skip

    def __init__(self, *args: Any, schools: list[Unit], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.schools = {str(one.pk): one for one in schools}
        field: Any = self.fields["unit"]
        field.choices = [("", _("Choose")), *((key, f"{one}, {one.branch.organisation}") for key, one in self.schools.items())]

    def clean(self) -> dict[str, Any]:
        """A receiver that fits the way."""
        told = super().clean() or {}
        inside = told.get("way") == Way.INSIDE
        if inside and not told.get("unit"):
            self.add_error("unit", _("Choose the school."))
        if told.get("way") in (Way.FILE, Way.PAPER) and not told.get("to"):
            self.add_error("to", _("Write where it goes."))
        return told | {"to_unit": self.schools.get(told.get("unit", "")) if inside else None, "to": "" if inside else told.get("to", "")}


class PartForm(Once, Seen):
    """The words of one part."""

    text = LongTextField(label=_("What do the new ones need to know?"), max_length=LONGEST, rows=8, required=False)


class SeenForm(Once):
    """Who has seen it, how, and what was said."""

    who = forms.ChoiceField(label=_("Who has seen it?"), widget=forms.RadioSelect)
    stance = forms.ChoiceField(label=_("What was said?"), choices=STANCES, widget=forms.RadioSelect)
    how = forms.ChoiceField(label=_("How was it shown?"), choices=PackageSeen.How.choices, widget=forms.RadioSelect)
    seen_on = DayField(label=_("When?"))
    words = LongTextField(label=_("In their own words"), max_length=2000, rows=3, required=False,
                          help_text=_("These words go along. If nobody could be reached, write what you have tried."))  # fmt: skip

    def __init__(self, *args: Any, people: dict[str, tuple[str, Any]], today: dt.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.people, self.today = people, today
        field: Any = self.fields["who"]
        field.choices = [(key, name) for key, (name, _one) in people.items()]
        self.fields["seen_on"].initial = today

    def clean_seen_on(self) -> dt.date:
        """A day that has been."""
        on: dt.date = self.cleaned_data["seen_on"]
        if on > self.today:
            raise forms.ValidationError(_("Write a day that has been."))
        return on

    def clean(self) -> dict[str, Any]:
        """The guardian by key, and the name; why somebody was not reached."""
        told = super().clean() or {}
        name, guardian = self.people.get(told.get("who", ""), ("", None))
        if told.get("stance") == Stance.UNREACHED and not told.get("words", "").strip():
            self.add_error("words", _("Write what you have tried, or why this person cannot be asked."))
        return told | {"who": name, "guardian": guardian}


class FileKeyForm(SamlingForm):
    """A passphrase for a file, told to the receiver in another way than the file."""

    passphrase = forms.CharField(
        label=_("A passphrase for the file"), min_length=SHORTEST, max_length=200, strip=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text=_("At least 14 characters: four words that do not belong together. Tell it on the phone, never beside the file."),
    )  # fmt: skip


class ReadInForm(SamlingForm):
    """A file from another installation, and its passphrase."""

    file = forms.FileField(label=_("Which file?"), widget=forms.FileInput(attrs={"accept": ".samling"}))
    passphrase = forms.CharField(label=_("The passphrase that you were told"), max_length=200, strip=False,
                                 widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}))  # fmt: skip

    def clean_file(self) -> bytes:
        """Its bytes; it stays in memory."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("The file is too large to be a package. Choose another."))
        content: bytes = file.read()
        return content


class DeclineForm(SamlingForm):
    """Why it is not received."""

    because = forms.ChoiceField(label=_("If it is not: why?"), choices=NOT_OURS, widget=forms.RadioSelect)


class TheyDeclineForm(SamlingForm):
    """Why those outside do not receive it, in their words."""

    because = forms.ChoiceField(label=_("If they do not take it: what do they say?"), choices=NOT_OURS, widget=forms.RadioSelect)


class NeighbourForm(Once):
    """Another installation, by its key."""

    name = forms.CharField(label=_("Whose installation is it?"), max_length=120)
    public = forms.CharField(
        label=_("Its key"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text=_("Ring them on a number you know already, and read it out together."),
    )  # fmt: skip

    def clean_public(self) -> str:
        """Without the spaces that make it easy to read out."""
        key = "".join(self.cleaned_data["public"].split()).lower()
        if not KEY.fullmatch(key):
            raise forms.ValidationError(_("A key is 64 signs: figures and the letters a to f. Write it as it stands on their page."))
        return key
