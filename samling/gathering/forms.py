"""What is asked when people are called together around a child. Nothing is chosen beforehand."""

import datetime as dt
import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samling.people.models import Capacity, Guardian
from samling.records.clock import STOCKHOLM
from samling.ui.asking import Once
from samling.ui.fields import DayField, LongTextField, TimeOfDayField
from samling.ui.forms import SamlingForm

from .models import Booking, ChildsWay, Invited, JointMeeting, Point

CHOOSE = ("", _("Choose"))
LONGEST = 600  # letters of the question
NOBODY = ("", _("Nobody yet"))


class WhenForm(SamlingForm):
    """When, where, and who leads it."""

    day = DayField(label=_("Which day?"))
    begins = TimeOfDayField(label=_("When does it begin?"))
    ends = TimeOfDayField(label=_("When does it end?"))
    place = forms.CharField(
        label=_("Where?"), max_length=120,
        help_text=_("A neutral place at the child's level: a library, a room the child knows."),
    )  # fmt: skip
    chair = forms.ChoiceField(label=_("Who leads the meeting?"))

    def __init__(self, *args: Any, staff: list[Capacity], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.staff = {str(one.pk): one for one in staff}
        field: Any = self.fields["chair"]
        field.choices = [CHOOSE, *((key, f"{one}, {one.unit}") for key, one in self.staff.items())]

    def clean(self) -> dict[str, Any]:
        """The two moments, in Stockholm's clock."""
        filled = super().clean() or self.cleaned_data
        if {"day", "begins", "ends"} <= filled.keys():
            if filled["ends"] <= filled["begins"]:
                self.add_error("ends", _("The meeting ends after it begins."))
            filled |= {
                "starts_at": dt.datetime.combine(filled["day"], filled["begins"], STOCKHOLM),
                "ends_at": dt.datetime.combine(filled["day"], filled["ends"], STOCKHOLM),
            }
        return filled | ({"chair": self.staff[filled["chair"]]} if filled.get("chair") else {})

    @staticmethod
    def begun(meeting: JointMeeting) -> dict[str, Any]:
        """What stands now, as the form shows it."""
        starts, ends = (moment.astimezone(STOCKHOLM) for moment in (meeting.starts_at, meeting.ends_at))
        return {"day": starts.date(), "begins": starts.time(), "ends": ends.time(), "place": meeting.place,
                "chair": str(meeting.chair_id)}  # fmt: skip


class CallForm(Once, WhenForm):
    """A meeting is called: what for, and then when and where."""

    field_order = ("key", "kind", "question", "seen_on", "day", "begins", "ends", "place", "chair")

    kind = forms.ChoiceField(label=_("What kind of meeting?"), choices=JointMeeting.Kinds.choices, widget=forms.RadioSelect)
    question = LongTextField(
        label=_("What shall the meeting answer?"), max_length=LONGEST, rows=3,
        help_text=_("One or two sentences in plain words. Everyone reads it in the invitation, the family too."),
    )  # fmt: skip
    seen_on = DayField(
        label=_("When was the need of a SIP seen?"), required=False,
        help_text=_("Only for a SIP. The days of the local agreement are counted from here."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A SIP counts its days from the day the need was seen; no other meeting has one."""
        filled = super().clean()
        if filled.get("kind") != JointMeeting.Kinds.SIP:
            return filled | {"seen_on": None}
        if not filled.get("seen_on") and "seen_on" not in self.errors:
            self.add_error("seen_on", _("Write the day somebody saw the need."))
        return filled


class InviteForm(SamlingForm):
    """One more at the table: a colleague, a guardian, the child, or another adult by name; and why."""

    who = forms.ChoiceField(label=_("Who?"))
    name = forms.CharField(label=_("Name, if it is someone else"), max_length=80, required=False)
    role = forms.CharField(label=_("Who is that to the child?"), max_length=60, required=False)
    why = forms.CharField(
        label=_("Why this person?"), max_length=200,
        help_text=_("The family reads it: “Jonas knows what Adam likes after school.”"),
    )  # fmt: skip
    decides = forms.BooleanField(label=_("May decide for their workplace"), required=False)

    def __init__(self, *args: Any, staff: list[Capacity], guardians: list[Guardian], child: str, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.child, self.staff = child, {f"staff-{one.pk}": one for one in staff}
        self.guardians = {f"guardian-{one.pk}": one for one in guardians}
        field: Any = self.fields["who"]
        field.choices = [
            CHOOSE, ("child", child), *((key, f"{one}, {one.relation}") for key, one in self.guardians.items()),
            *((key, f"{one}, {one.unit}") for key, one in self.staff.items()), ("adult", _("Someone else")),
        ]  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Someone else has a name."""
        filled = super().clean() or self.cleaned_data
        if filled.get("who") == "adult" and not filled.get("name"):
            self.add_error("name", _("Write the name of who is invited."))
        return filled

    @property
    def reasons(self) -> dict[str, Any]:
        """Why, and whether this person may decide."""
        return {name: self.cleaned_data[name] for name in ("why", "decides")}

    @property
    def seat(self) -> dict[str, Any]:
        """What the chair is made of; a guardian is named too, for those who do not read the guardian's row."""
        who, told = self.cleaned_data["who"], self.cleaned_data
        if one := self.guardians.get(who):
            return {"kind": "guardian", "guardian": one, "name": str(one)[:80], "role": str(one.relation)[:60]}
        if staff := self.staff.get(who):
            return {"kind": "staff", "capacity": staff}
        if who == "child":
            return {"kind": "child", "name": self.child[:80]}
        return {"kind": "adult", "name": told["name"], "role": told["role"]}


class AnswerForm(SamlingForm):
    """What someone has answered."""

    answer = forms.ChoiceField(label=_("Answer"), choices=Invited.Answers.choices, widget=forms.RadioSelect)


class WayForm(SamlingForm):
    """The child's choice, noted as the child said it."""

    way = forms.ChoiceField(label=_("What does the child choose?"), choices=ChildsWay.Ways.choices, widget=forms.RadioSelect)
    speaker = forms.CharField(
        label=_("Who speaks for the child?"), max_length=80, required=False,
        help_text=_("The child chooses who. Leave it empty when nobody does."),
    )  # fmt: skip
    words = LongTextField(
        label=_("What does the child want to say or ask?"), max_length=2000, required=False, rows=4,
        help_text=_("In the child's own words. They are never changed afterwards."),
    )  # fmt: skip
    helper = forms.ChoiceField(label=_("Who prepares the meeting with the child?"), required=False)

    def __init__(self, *args: Any, staff: list[Capacity], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.staff = {str(one.pk): one for one in staff}
        field: Any = self.fields["helper"]
        field.choices = [NOBODY, *((key, str(one)) for key, one in self.staff.items())]

    def clean(self) -> dict[str, Any]:
        """Someone who speaks for the child is named."""
        filled = super().clean() or self.cleaned_data
        if filled.get("way") == ChildsWay.Ways.PROXY and not filled.get("speaker"):
            self.add_error("speaker", _("Write who speaks for the child."))
        return filled | {"helper": self.staff.get(filled.get("helper") or "")}


class BookingForm(Once):
    """An interpreter is needed."""

    language = forms.CharField(label=_("Which language?"), max_length=40)
    form = forms.ChoiceField(label=_("How?"), choices=Booking.Form.choices, widget=forms.RadioSelect)
    holder = forms.ChoiceField(label=_("Who sees to it?"))

    def __init__(self, *args: Any, staff: list[Capacity], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.staff = {str(one.pk): one for one in staff}
        field: Any = self.fields["holder"]
        field.choices = [CHOOSE, *((key, str(one)) for key, one in self.staff.items())]

    def clean_holder(self) -> Capacity:
        """Whoever was chosen."""
        return self.staff[self.cleaned_data["holder"]]


class BookingStepForm(SamlingForm):
    """The next step of a booking."""

    state = forms.ChoiceField(label=_("Where does it stand?"))
    supplier = forms.CharField(
        label=_("Supplier and the number of the order"), max_length=120, required=False,
        help_text=_("Never a child or a relative."),
    )  # fmt: skip

    def __init__(self, *args: Any, booking: Booking, **kwargs: Any):
        super().__init__(*args, auto_id=f"id_{booking.pk}_%s", **kwargs)
        field: Any = self.fields["state"]
        field.choices = [CHOOSE, *booking.ways_on()]


class PointForm(Once):
    """One point more on the agenda."""

    topic = forms.ChoiceField(label=_("What is it about?"), choices=Point.Topics.choices)
    text = forms.CharField(label=_("What do we talk about?"), max_length=300)


class HereForm(SamlingForm):
    """Who is in the room."""

    here = forms.MultipleChoiceField(label=_("Tick those who are in the room"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, table: list[Invited], **kwargs: Any):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["here"]
        field.choices = [(str(one.pk), str(one.seat)) for one in table]
        self.initial["here"] = [str(one.pk) for one in table if one.came_at]

    @property
    def keys(self) -> set[uuid.UUID]:
        """Those who were ticked."""
        return {uuid.UUID(key) for key in self.cleaned_data["here"]}


class CallOffForm(SamlingForm):
    """Why a meeting is called off."""

    because = forms.ChoiceField(label=_("Why?"), choices=JointMeeting.Because.choices, widget=forms.RadioSelect)
