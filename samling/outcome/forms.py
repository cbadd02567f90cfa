"""What is asked in the talk: who answers, each part of the wheel, and where the answers stand."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.instruments.shape import Package
from samling.seating.models import Speaker
from samling.ui.fields import DayField
from samling.ui.figures.faces import face
from samling.ui.forms import Once
from samling.ui.html import format_html

from . import rules
from .models import as_said
from .reference import Part, parts, steps

WHERE = (("own", _("With us, until it is put on the table")), ("table", _("On the joint table at once")))


class WheelForm(Once):
    """One person's wheel. Every part may be skipped."""

    speaker = forms.ChoiceField(label=_("Who answers?"), widget=forms.RadioSelect, initial="child")
    where = forms.ChoiceField(
        label=_("Where shall the answers stand?"), choices=WHERE, widget=forms.RadioSelect, initial="own",
        help_text=_("The one who answers decides."),
    )  # fmt: skip
    said_on = DayField(label=_("When was it said?"))

    def __init__(self, *args: Any, speakers: list[Speaker], package: Package, today: dt.date, **kwargs: Any):
        self.package, self.today, self.parts = package, today, parts(package)
        super().__init__(*args, **kwargs)
        self.speakers = {one.key: one for one in speakers}
        self.fields["speaker"].choices = [(one.key, one.label) for one in speakers]
        self.fields["said_on"].initial = today

    def more_fields(self) -> dict[str, forms.Field]:
        """A question for each part, with faces beside the words."""
        words = steps(self.package)
        pairs = [(str(step), format_html("{} {}", face(step), word)) for step, word in enumerate(words, 1)]
        choices = [*pairs, ("", _("Skip"))]
        return {f"part_{one.code}": self._question(one, choices) for one in self.parts}

    @staticmethod
    def _question(part: Part, choices: list[Any]) -> forms.Field:
        return forms.ChoiceField(
            label=part.name, help_text=part.about, choices=choices, widget=forms.RadioSelect, required=False, initial=""
        )

    @property
    def marks_optional(self) -> bool:
        """The text above the questions says that every part may be skipped."""
        return False

    @property
    def questions(self) -> list[Any]:
        """The questions of the parts, in the wheel's order."""
        return [self[f"part_{one.code}"] for one in self.parts]

    def clean_said_on(self) -> dt.date:
        """It has been said."""
        day: dt.date = self.cleaned_data["said_on"]
        if day > self.today:
            raise forms.ValidationError(_("Choose a day that has been."))
        return day

    def clean(self) -> dict[str, Any]:
        """Something was answered."""
        told = super().clean() or {}
        may = rules.may_keep({one.code: 1 for one in self.parts if told.get(f"part_{one.code}")})
        if not may:
            self.add_error(f"part_{self.parts[0].code}", gettext(may.because))
        return told

    @property
    def chosen(self) -> Speaker | None:
        """Who answers, as the form says now."""
        return self.speakers.get(str(self["speaker"].value() or ""))

    @property
    def told(self) -> dict[str, Any]:
        """What was said, in the record's own terms."""
        said = self.cleaned_data
        steps = [int(said[f"part_{one.code}"] or 0) for one in self.parts]
        return as_said(self.speakers[said["speaker"]], steps, on=said["said_on"], at_table=said["where"] == "table")
