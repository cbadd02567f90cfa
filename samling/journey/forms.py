"""What is asked when someone notes something."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samling.kernel.merging import mark
from samling.people.models import Capacity
from samling.ui.fields import LongTextField
from samling.ui.forms import SamlingForm

from . import rules
from .models import Entry

LONGEST = 10_000  # letters
KINDS = (
    (Entry.Kind.TALK, _("Talk")),
    (Entry.Kind.MEETING, _("Meeting")),
    (Entry.Kind.OBSERVATION, _("Observation")),
)
HOME = (
    ("yes", _("Yes")),
    ("not-told", _("Not yet: we have not told them")),
    ("harm", _("No: the child could be harmed by it")),
    ("other", _("No: it is about someone else")),
    ("child", _("The child decides")),
)


class NoteForm(SamlingForm):
    """One note. `once` makes a second sending harmless, `base` remembers the text it was filled with."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    base = forms.CharField(widget=forms.HiddenInput, required=False, max_length=12)
    kind = forms.ChoiceField(label=_("What was it?"), choices=KINDS, widget=forms.RadioSelect, initial="talk")
    text = LongTextField(
        label=_("What happened, and what was said?"),
        max_length=LONGEST,
        rows=7,
        help_text=_("Write what you saw and heard, so that the child could read it one day."),
    )
    title = forms.CharField(
        label=_("Heading"),
        required=False,
        max_length=120,
        help_text=_("A few words. They stand in lists and can be searched for."),
    )
    about = forms.TypedChoiceField(label=_("What is it about?"), coerce=int)
    home = forms.ChoiceField(label=_("May the guardians read it?"), choices=HOME, widget=forms.RadioSelect)
    for_child = forms.BooleanField(label=_("The child may read it"), required=False)
    only_for: Any = forms.ModelChoiceField(
        label=_("Only for one person"),
        required=False,
        queryset=Capacity.objects.none(),
        empty_label=_("No, as usual"),
        help_text=_("Then that person and you read it, and nobody else."),
    )

    def __init__(self, *args: Any, walls: list[tuple[int, Any]], colleagues: list[Capacity], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["about"].choices = walls
        self.fields["only_for"].queryset = Capacity.objects.select_related("person").filter(
            pk__in=[one.pk for one in colleagues]
        )
        for name, empty in (("about", not walls), ("only_for", not colleagues)):
            if empty:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """The child's own words are for the child to open; a note for one person is for nobody at home."""
        told = super().clean() or {}
        if told.get("only_for") and told.get("home") == "yes":
            self.add_error("home", _("A note for one person cannot be for the guardians too."))
        return told

    @property
    def told(self) -> dict[str, Any]:
        """What was filled in, in the record's own terms."""
        told = {
            name: self.cleaned_data.get(name) for name in ("kind", "title", "text", "for_child", "only_for")
        }
        told["for_guardians"], told["for_guardians_because"] = rules.HOME_READS[self.cleaned_data["home"]]
        return told


def filled_from(entry: Entry, text: str) -> dict[str, Any]:
    """The form as an entry stands now."""
    return {
        "kind": entry.kind,
        "title": entry.title,
        "text": text,
        "for_child": entry.for_child,
        "only_for": entry.only_for_id,
        "base": mark([entry.title, text]),
        "home": rules.home_reads(entry.for_guardians, entry.for_guardians_because),
    }
