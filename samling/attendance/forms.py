"""What is asked about attendance: a few weeks by hand, and the absence inquiry."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.ui.fields import DayField, LongTextField
from samling.ui.forms import SamlingForm

from . import rules
from .models import AbsenceInquiry, AttendanceWeek
from .models.inquiries import WITH
from .picture import week_name
from .rules import Week

PARTS = (
    ("scheduled", _("Scheduled minutes")),
    ("valid", _("Valid absence, minutes")),
    ("invalid", _("Invalid absence, minutes")),
    ("late", _("Late arrivals")),
)
MOST = {"late": 99}
LONGEST = 6000  # letters


class Line(NamedTuple):
    """One week of the form: its Monday, its name and its four fields."""

    on: dt.date
    name: str
    fields: list[Any]


class WeeksForm(SamlingForm):
    """Some weeks on one page. A week left empty is left as it is."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, mondays: Sequence[dt.date], known: dict[dt.date, AttendanceWeek], **kwargs: Any):
        self.mondays, self.known = list(mondays), known
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = self._fingerprint()

    def more_fields(self) -> dict[str, forms.Field]:
        """Four fields for each week."""
        return {f"w{on:%Y%m%d}-{part}": self._field(on, part, label) for on in self.mondays for part, label in PARTS}

    def _field(self, on: dt.date, part: str, label: Any) -> forms.IntegerField:
        title = f"{week_name(on)}: {label}"
        return forms.IntegerField(
            required=False, label=title, min_value=0, max_value=MOST.get(part, rules.MOST_MINUTES),
            initial=getattr(self.known.get(on), part, None),
            widget=forms.NumberInput(attrs={"inputmode": "numeric", "aria-label": title}),
        )  # fmt: skip

    def lines(self) -> list[Line]:
        """The weeks as the table shows them, the latest first."""
        return [Line(on, week_name(on), [self[f"w{on:%Y%m%d}-{part}"] for part, _label in PARTS])
                for on in reversed(self.mondays)]  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Each week adds up; nobody has changed them in the meantime."""
        filled = super().clean() or self.cleaned_data
        for on in self.mondays:
            self._check(on, filled)
        if filled.get("seen") != self._fingerprint():
            raise forms.ValidationError(_("Someone has written here since you opened the page. Look at the weeks and save again."))
        return filled

    def _check(self, on: dt.date, filled: dict[str, Any]) -> None:
        told = {part: filled.get(f"w{on:%Y%m%d}-{part}") for part, _label in PARTS}
        place = f"w{on:%Y%m%d}-scheduled"
        if all(number is None for number in told.values()) or place in self.errors:
            return
        if told["scheduled"] is None:
            self.add_error(place, _("Write how many minutes were scheduled."))
            return
        answer = rules.adds_up(
            scheduled=told["scheduled"], valid=told["valid"] or 0, invalid=told["invalid"] or 0
        )
        if not answer:
            self.add_error(place, gettext(answer.because))

    @property
    def told(self) -> list[Week]:
        """The weeks that were filled in."""
        rows = [(on, [self.cleaned_data.get(f"w{on:%Y%m%d}-{part}") for part, _label in PARTS]) for on in self.mondays]
        return [Week(on, scheduled, valid or 0, invalid or 0, late)
                for on, (scheduled, valid, invalid, late) in rows if scheduled is not None]  # fmt: skip

    def _fingerprint(self) -> str:
        return " ".join(str(self.known[on].pk) if on in self.known else "-" for on in self.mondays)


class DaysForm(SamlingForm):
    """Days on which something was done: none of them lies ahead."""

    together = forms.MultipleChoiceField(
        label=_("Together with whom?"), choices=WITH, widget=forms.CheckboxSelectMultiple,
        help_text=_("The law names the pupil, the guardians and student health."),
    )  # fmt: skip
    told_on = DayField(label=_("When were the guardians told?"), required=False)

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        """Nothing has been done on a day that has not been."""
        filled = super().clean() or self.cleaned_data
        for name in [name for name, said in filled.items() if isinstance(said, dt.date) and said > self.today]:
            self.add_error(name, _("Write a day that has been."))
        return filled


class InquiryForm(DaysForm):
    """Begin to look into the absence."""

    field_order = ("key", "because", "opened_on", "why", "together", "told_on")

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    because = forms.ChoiceField(
        label=_("Why do you look into the absence?"), choices=AbsenceInquiry.Because, widget=forms.RadioSelect
    )
    opened_on = DayField(label=_("From which day?"))
    why = LongTextField(label=_("What do you want to find out?"), max_length=LONGEST, rows=4)

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any):
        super().__init__(*args, today=today, **kwargs)
        self.fields["opened_on"].initial = today

    @property
    def once(self) -> UUID:
        """The key that the form was shown with."""
        found: UUID = self.cleaned_data["key"]
        return found


class InquiryChangeForm(DaysForm):
    """What has been done since, and what was found."""

    field_order = ("together", "told_on", "outcome", "done_on", "reported_on", "home_told_on")
    KEPT = ("together", "told_on", "done_on", "reported_on", "home_told_on")

    outcome = LongTextField(label=_("What did you find?"), required=False, max_length=LONGEST, rows=6)
    done_on = DayField(label=_("When was the inquiry done?"), required=False)
    reported_on = DayField(label=_("When was the owner of the school told?"), required=False)
    home_told_on = DayField(label=_("When was the home municipality told?"), required=False)

    def __init__(self, *args: Any, inquiry: AbsenceInquiry, **kwargs: Any):
        known = {name: getattr(inquiry, name) for name in self.KEPT} | {"outcome": inquiry.body.outcome}
        super().__init__(*args, initial=known, **kwargs)
        if not inquiry.is_guest:
            del self.fields["home_told_on"]

    def clean(self) -> dict[str, Any]:
        """What is done has something to say of it."""
        filled = super().clean()
        if filled.get("done_on") and not filled.get("outcome"):
            self.add_error("outcome", _("Write what you found, in a few sentences."))
        return filled | {"home_told_on": filled.get("home_told_on")}
