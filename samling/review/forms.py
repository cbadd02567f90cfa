"""What is asked when the log is searched: why, whose, when."""

import datetime as dt
import re
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from samling.records.clock import STOCKHOLM
from samling.ui.fields import DayField
from samling.ui.forms import SamlingForm

MONTH, YEAR = dt.timedelta(days=30), dt.timedelta(days=366)
REFERENCE = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
KINDS = (
    ("", _("Everything")), ("open", _("A child was opened")), ("list", _("A list was shown")), ("search", _("A search")),
    ("export", _("Something was taken out")), ("review", _("A review of rights or log")), ("switch", _("A switch of role")),
)  # fmt: skip


class SearchForm(SamlingForm):
    """The reason first; then person, child by reference, kind and time."""

    because = forms.CharField(label=_("Why do you search?"), max_length=200, help_text=_("It stays on record beside your name."))
    person = forms.ChoiceField(label=_("Whose looks?"), required=False)
    child = forms.CharField(
        label=_("The child's reference"), required=False, max_length=300,
        help_text=_("The address of the child's page, or the reference in it. There is no search by a child's name."))  # fmt: skip
    kind = forms.ChoiceField(label=_("What kind?"), choices=KINDS, required=False)
    from_on = DayField(label=_("From which day?"))
    until_on = DayField(label=_("To which day?"))

    def __init__(self, *args: Any, people: list[tuple[str, str]], nameless: bool, today: dt.date, **kwargs: Any):
        super().__init__(*args, initial={"from_on": today - MONTH, "until_on": today}, **kwargs)
        field: Any = self.fields["person"]
        field.choices = [("", _("Everyone")), *people]
        if nameless:
            del self.fields["person"], self.fields["child"]

    def clean_child(self) -> UUID | None:
        """The reference, out of an address if one was pasted."""
        said = self.cleaned_data["child"].strip().lower()
        found = REFERENCE.search(said)
        if said and not found:
            raise forms.ValidationError(_("Paste the address of the child's page. It holds the reference."))
        return UUID(found[0]) if found else None

    def clean(self) -> dict[str, Any]:
        """At most a year, forwards."""
        told = super().clean() or {}
        first, last = told.get("from_on"), told.get("until_on")
        if first and last and not first <= last <= first + YEAR:
            self.add_error("until_on", _("Choose a last day after the first, at most a year later."))
        return told

    @property
    def asked(self) -> tuple[Any, ...]:
        """What the guard is asked."""
        told = self.cleaned_data
        person = UUID(told["person"]) if told.get("person") else None
        return (told["because"], person, told.get("child"), told["kind"], _start(told["from_on"]),
                _start(told["until_on"] + dt.timedelta(days=1)))  # fmt: skip


def _start(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), STOCKHOLM)
