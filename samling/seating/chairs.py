"""The form that says who sat at a table. Other chapters offer it on their pages."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samling.people.models import Capacity, Child
from samling.seating.models import Seat, colleagues, guardians
from samling.ui.forms import SamlingForm

MOST = 30  # others by name


class Chairs(SamlingForm):
    """Who sat at the table. Only chairs that stood on the form are taken away by it."""

    staff = forms.MultipleChoiceField(
        label=_("Colleagues"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("School health sees that the checklist exists, and writes in notes of their own."),
    )
    guardians = forms.MultipleChoiceField(label=_("Guardians"), required=False, widget=forms.CheckboxSelectMultiple)
    child = forms.ChoiceField(
        label=_("The child"),
        required=False,
        widget=forms.RadioSelect,
        choices=[("", _("was not with us")), *Seat.Voice.choices],
    )
    others = forms.CharField(
        label=_("Others"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One on each line: name, role."),
    )
    chairs = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, seats: list[Seat], child: Child | None, at: dt.datetime):
        self.seats, self.colleagues = seats, colleagues(child, at) if child else []
        super().__init__(data, initial=_initial(seats))
        offered: Any = self.fields
        offered["staff"].choices = [(str(one.pk), str(one)) for one in self.colleagues]
        offered["guardians"].choices = [
            (str(g.pk), f"{g}, {g.relation}") for g in (guardians(child, at) if child else [])
        ]

    def save(self, gathering: Any, *, by: Capacity, at: dt.datetime) -> None:
        """Chairs are taken and left so that the table is as the form says; call after is_valid()."""
        here, shown = self._here(), self.cleaned_data["chairs"].split()
        for seat in self.seats:
            if str(seat.pk) in shown and seat.key not in here:
                seat.leave(by=by, at=at)
        taken = {seat.key for seat in self.seats}
        for key, who in here.items():
            if key not in taken:
                Seat.take(gathering, by=by, at=at, **who)

    def _here(self) -> dict[tuple, dict[str, Any]]:
        said, staff = self.cleaned_data, {str(one.pk): one for one in self.colleagues}
        here: dict[tuple, dict[str, Any]] = {
            ("staff", pk): {"kind": "staff", "capacity": staff[pk]} for pk in said["staff"]
        }
        here |= {("guardian", pk): {"kind": "guardian", "guardian_id": pk} for pk in said["guardians"]}
        if said["child"]:
            here["child", said["child"]] = {"kind": "child", "voice": said["child"]}
        for line in filter(str.strip, said["others"].splitlines()[:MOST]):
            name, _comma, role = (part.strip() for part in line.partition(","))
            here["adult", name[:80], role[:60]] = {"kind": "adult", "name": name[:80], "role": role[:60]}
        return {key: who for key, who in here.items() if key[1]}


def _initial(seats: list[Seat]) -> dict[str, Any]:
    return {
        "staff": [str(seat.capacity_id) for seat in seats if seat.capacity_id],
        "guardians": [str(seat.guardian_id) for seat in seats if seat.guardian_id],
        "child": "".join(seat.voice for seat in seats if seat.kind == Seat.Kind.CHILD),
        "others": "\n".join(seat.line for seat in seats if seat.kind == Seat.Kind.ADULT),
        "chairs": " ".join(str(seat.pk) for seat in seats),
    }
