"""What is asked when two children are joined, when something is laid beside the other, and when two tables are one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samling.consent.models import Consent
from samling.people.models import Capacity
from samling.ui.asking import Once
from samling.ui.fields import LongTextField
from samling.ui.words import full_day

from . import rules

LONGEST = 600  # letters of a question to a meeting


class PartForm(Once):
    """This child's part: the yes it rests on, and what the other table may call the child."""

    consent = forms.ChoiceField(label=_("On which yes?"))
    called = forms.CharField(
        label=_("What is this child called at the other table?"), max_length=60,
        help_text=_("The first name is enough. The others read it and no more."),
    )  # fmt: skip

    def __init__(self, *args: Any, consents: list[Consent], **kwargs: Any):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["consent"]
        field.choices = [(str(one.pk), _("said until %(day)s") % {"day": full_day(one.last_on)}) for one in consents]
        if len(consents) == 1:
            field.initial, field.widget = str(consents[0].pk), forms.HiddenInput()


class WordForm(PartForm):
    """The word that the family has brought."""

    field_order = ("key", "word", "called", "consent")

    word = forms.CharField(
        label=_("Which word does the family have?"), max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "none"}),
        help_text=_("Twelve signs. Capitals, dashes and spaces do not matter."),
    )  # fmt: skip

    def clean_word(self) -> str:
        """The word without what does not matter."""
        word = rules.plain(self.cleaned_data["word"])
        if len(word) != rules.WORD_SIGNS:
            raise forms.ValidationError(_("A word has twelve signs. Ask the family to read it again."))
        return word


class LayForm(Once):
    """Something that home has said or promised, and that the family wants at the other table too."""

    what = forms.ChoiceField(label=_("What does the family want at both tables?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, offered: list[tuple[str, Any]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.offered = {f"{kind}:{one.pk}": (kind, one.pk) for kind, one in offered}
        field: Any = self.fields["what"]
        field.choices = [(f"{kind}:{one.pk}", in_words(kind, one)) for kind, one in offered]


def in_words(kind: str, one: Any) -> str:
    """What it is, as a choice."""
    return f"{one.who}: {one.title}" if kind == "promise" else one.line if kind == "note" else one.title


class SeatForm(Once):
    """One's own table at the time that the other has offered: what it is to answer about this child, and who leads it."""

    question = LongTextField(
        label=_("What shall the meeting answer about this child?"), max_length=LONGEST, rows=3,
        help_text=_("Only about this child. The others have a question of their own."),
    )  # fmt: skip
    chair = forms.ChoiceField(label=_("Who leads this child's part?"))

    def __init__(self, *args: Any, staff: list[Capacity], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.staff = {str(one.pk): one for one in staff}
        field: Any = self.fields["chair"]
        field.choices = [("", _("Choose")), *((key, f"{one}, {one.unit}") for key, one in self.staff.items())]

    @property
    def told(self) -> dict[str, Any]:
        """The question, and who leads."""
        return {"question": self.cleaned_data["question"], "chair": self.staff[self.cleaned_data["chair"]]}
