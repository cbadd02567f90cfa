"""Invented people and happenings for the pattern page."""

import datetime as dt

from django import forms
from django.utils.translation import gettext_lazy as _

from samling.ui import fields, words
from samling.ui.forms import SamlingForm
from samling.ui.parts import Entry, Step, Task

TODAY = dt.date(2026, 11, 19)
MORNING = dt.datetime(2026, 11, 19, 10, 41, tzinfo=words.STOCKHOLM)

STEPS = [
    Step(_("Concern"), "done"),
    Step(_("Mapping"), "done"),
    Step(_("Plan"), "now"),
    Step(_("Follow-up"), "ahead"),
    Step(_("Closing"), "ahead"),
]

TASKS = [
    Task(_("What have you seen?"), "#", "done"),
    Task(_("What already helps?"), "#", "done"),
    Task(_("What have you already tried?"), "#", "started", _("Two things written, one without a result")),
    Task(_("What does the child say?"), "#", "todo"),
    Task(_("What does the home say?"), "#", "skipped", _("You chose to come back to it")),
]

ENTRIES = [
    Entry(MORNING, _("Call with the home"), _("The mornings are calmer since Monday."), "social",
          _("the team")),
    Entry(dt.date(2026, 11, 17), _("New start in the small room"), "", "school", _("everyone around Adam")),
    Entry(dt.date(2026, 11, 14), _("Adam wrote"), _("I want to come in when there are not so many people."),
          "child", _("chosen by Adam"), "#"),
]  # fmt: skip

ATTENDANCE = [96, 94, 91, 88, 80, 62, 55, 64, 78, 84, 86, 88]

PEOPLE = [
    ("Hodan", "home", _("mother")),
    ("Petra Lund", "school", _("class teacher")),
    ("Maria Lind", "social", _("steady contact")),
    ("Eva Berg", "health", _("school nurse")),
]

CHOICES = [("helped", _("It helped")), ("a-little", _("It helped a little")), ("not", _("It did not help"))]
TABLE = [("p", _("Petra, teacher")), ("j", _("Jonas, after-school care"))]


class SampleForm(SamlingForm):
    """Every kind of field."""

    tried = forms.CharField(label=_("What did you try?"), help_text=_("One thing at a time."), max_length=80)
    result = forms.ChoiceField(label=_("How did it go?"), choices=CHOICES, widget=forms.RadioSelect)
    told = fields.LongTextField(
        label=_("Tell us more"), required=False, help_text=_("Describe what you saw, not why.")
    )
    until = fields.DayField(label=_("Until when?"), required=False)
    born = fields.BirthdayField(label=_("When was the child born?"))
    number = fields.IdentityNumberField(
        label=_("Personal identity number"), required=False, help_text=_("Ten or twelve digits, in any form.")
    )
    tables = forms.MultipleChoiceField(
        label=_("Who sits with you now?"), required=False, choices=TABLE, widget=forms.CheckboxSelectMultiple
    )
    often = forms.ChoiceField(label=_("How often?"), choices=[("d", _("Every day")), ("w", _("Every week"))])
    read_back = forms.BooleanField(label=_("We have read this aloud together"))
