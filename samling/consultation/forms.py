"""What is asked of another house. There is no field for a name, and none may be in the text."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samling.people.models import Unit
from samling.ui.asking import Once
from samling.ui.fields import LongTextField
from samling.ui.nameless import NamelessForm

from .models import Consultation

CHOOSE = ("", _("Choose"))
LONGEST = 4000  # letters


class QuestionForm(NamelessForm):
    """A question to a function in another house."""

    field_order = ("key", "to_unit", "age_band", "area", "question", "sure")

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    to_unit: Any = forms.ModelChoiceField(
        label=_("Whom do you ask?"), queryset=Unit.objects.none(), empty_label=CHOOSE[1]
    )
    age_band = forms.ChoiceField(label=_("How old is the child?"), choices=[CHOOSE, *Consultation.AgeBand.choices])
    area = forms.ChoiceField(label=_("What is it about?"), choices=[CHOOSE, *Consultation.Area.choices])
    question = LongTextField(
        label=_("What have you seen, and what do you want to know?"), max_length=LONGEST, rows=6,
        help_text=_("Write no name, number, class, school or place. The question can never be tied to a child later."),
    )  # fmt: skip

    def __init__(self, *args: Any, units: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["to_unit"]
        field.queryset = units
        field.label_from_instance = lambda unit: f"{unit.name}, {unit.branch.organisation}"


class AnswerForm(Once, NamelessForm):
    """One turn more in the thread."""

    field_order = ("key", "question", "sure")

    question = LongTextField(
        label=_("Write an answer"), max_length=LONGEST, rows=5, help_text=_("Here too: nothing that shows who it is.")
    )
