"""What is asked when a note is placed, a story is written down, and the team sums up."""

import datetime as dt
from collections import defaultdict
from typing import Any
from uuid import UUID, uuid5

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.consent.models import ConsentAnswer
from samling.journey.rules import HOME_READS
from samling.seating.models import Speaker
from samling.ui.fields import DayField, LongTextField
from samling.ui.forms import Once, SamlingForm

from . import rules
from .models import Note, Story
from .reference import DOMAINS, PLACES
from .voices import Around, other

KINDS = (("strength", _("A strength")), ("worry", _("A worry")), ("question", _("A question")))
WHERE = (("own", _("With us, until I put it on the table")), ("table", _("On the joint table at once")))
HOME = (
    ("not-told", _("Not yet: we have not told them")),
    ("yes", _("Yes")),
    ("harm", _("No: the child could be harmed by it")),
    ("other", _("No: it is about someone else")),
    ("child", _("The child decides")),
)
SOMEBODY = "somebody"


class SaidOn(SamlingForm):
    """The day on which it was said."""

    said_on = DayField(label=_("When was it said?"))

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["said_on"].initial = today

    def clean_said_on(self) -> dt.date:
        """It has been said."""
        day: dt.date = self.cleaned_data["said_on"]
        if day > self.today:
            raise forms.ValidationError(_("Choose a day that has been."))
        return day


class NoteForm(Once, SaidOn):
    """One note: what it is, in whose voice, and where it lies."""

    field_order = ("once", "kind", "text", "voice", "other_name", "other_role", "places", "domain", "where", "helps",
                   "said_on", "about", "about_name", "home")  # fmt: skip

    kind = forms.ChoiceField(label=_("What is it?"), choices=KINDS, widget=forms.RadioSelect, initial="strength")
    text = LongTextField(
        label=_("What was said?"), max_length=rules.NOTE_LONGEST, rows=3,
        help_text=_("One thing on each note. Say what happens, not how the child is."),
    )  # fmt: skip
    voice = forms.ChoiceField(label=_("Whose words are they?"), widget=forms.RadioSelect)
    other_name = forms.CharField(label=_("The other person's name"), required=False, max_length=80)
    other_role = forms.CharField(label=_("Who is that?"), required=False, max_length=60)
    places = forms.MultipleChoiceField(
        label=_("Where does it belong?"), choices=tuple(PLACES.items()), widget=forms.CheckboxSelectMultiple,
        help_text=_("One, two or all three."),
    )  # fmt: skip
    domain = forms.ChoiceField(label=_("What is it about?"))
    where = forms.ChoiceField(label=_("Where does the note stand?"), choices=WHERE, widget=forms.RadioSelect, initial="own")
    helps = LongTextField(label=_("What helps already?"), max_length=rules.HELP_LONGEST, rows=2, required=False)
    about = forms.ChoiceField(
        label=_("Does it tell of another person?"), required=False,
        help_text=_("A parent, a brother or sister. It is told to others only on that person's own yes."),
    )  # fmt: skip
    about_name = forms.CharField(label=_("That person's name, if not in the list"), required=False, max_length=80)
    home = forms.ChoiceField(
        label=_("May the guardians read it?"), choices=HOME, widget=forms.RadioSelect, initial="not-told"
    )

    def __init__(self, *args: Any, around: Around, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.around = around
        self.speakers = {one.key: one for one in around.speakers}
        asked: Any = self.fields
        asked["places"].choices = [(code, gettext(title)) for code, title in PLACES.items()]
        asked["domain"].choices = [("", _("Choose")), *_grouped()]
        asked["voice"].choices = [*((one.key, one.label) for one in around.speakers), *_OTHERS]
        asked["about"].choices = [
            ("", _("No, only of the child")), *((str(one.id), one.label) for one in around.family),
            (SOMEBODY, _("Somebody else")),
        ]  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Another voice has a name; the place fits the domain; what is about another person waits for a yes."""
        told = super().clean() or {}
        if str(told.get("voice", "")).startswith("other-") and not told.get("other_name"):
            self.add_error("other_name", _("Write whose words they are."))
        if told.get("about") == SOMEBODY and not told.get("about_name"):
            self.add_error("about_name", _("Write who it tells of."))
        if told.get("places") and told.get("domain"):
            self._insist("places", rules.may_place(told["places"], told["domain"]))
        if told.get("where") == "table":
            self._insist("where", rules.may_stand_at_the_table(about_person=bool(told.get("about"))))
        return told

    def _insist(self, name: str, answer: Any) -> None:
        if not answer:
            self.add_error(name, gettext(answer.because))

    @property
    def speaker(self) -> Speaker:
        """Whoever spoke."""
        told = self.cleaned_data
        side = str(told["voice"]).partition("other-")[2]
        return other(side, told["other_name"], told["other_role"]) if side else self.speakers[told["voice"]]

    @property
    def told(self) -> dict[str, Any]:
        """What was filled in, in the record's own terms."""
        told = {name: self.cleaned_data[name] for name in ("kind", "text", "places", "domain", "helps", "said_on")}
        read, because = HOME_READS[self.cleaned_data["home"]]
        return told | self.speaker.heads | self._about() | {
            "at_table": self.cleaned_data["where"] == "table", "for_guardians": read, "for_guardians_because": because,
            "for_child": self.speaker.voice == rules.Voice.CHILD,
        }  # fmt: skip

    def _about(self) -> dict[str, Any]:
        """The other person by key: a known adult's own, or one made from the name."""
        about, name = self.cleaned_data["about"], self.cleaned_data["about_name"]
        if about == SOMEBODY:
            return {"about_person": uuid5(self.around.child.pk, name.casefold()), "about_name": name}
        known = next((one.name for one in self.around.family if str(one.id) == about), "")
        return {"about_person": UUID(about) if about else None, "about_name": known}


_OTHERS = (
    ("other-home", _("Another adult close to the child")), ("other-school", _("Somebody else at school")),
    ("other-social", _("Somebody in the social services")), ("other-health", _("Somebody in health care")),
)  # fmt: skip


def _grouped() -> list[tuple[str, list[tuple[str, str]]]]:
    groups = defaultdict(list)
    for one in DOMAINS.values():
        groups[one.place].append((one.code, f"{gettext(one.title)} ({gettext(one.example)})"))
    return [(gettext(title), groups[place]) for place, title in PLACES.items()]


def filled_from(note: Note, around: Around) -> dict[str, Any]:
    """The form as a note stands."""
    sent = {name: getattr(note, name) for name in ("kind", "places", "domain", "said_on")}
    known = note.voice_id and f"{note.voice}-{note.voice_id}"
    listed = str(note.about_person) if note.about_person in {one.id for one in around.family} else SOMEBODY
    voice = note.voice if note.voice == rules.Voice.THROUGH else known or f"other-{note.shape}"
    reads = next((code for code, pair in HOME_READS.items() if pair[0] == note.for_guardians), "not-told")
    return sent | {
        "voice": voice, "other_name": "" if known else note.voice_name, "other_role": "" if known else note.voice_role,
        "text": note.body.text, "helps": note.body.helps, "about": listed if note.about_person else "",
        "about_name": note.body.about_name if listed == SOMEBODY else "", "where": "table" if note.is_shared else "own", "home": reads,
    }  # fmt: skip


class StoryForm(Once, SaidOn):
    """A story as it was told: by whom, how it was written down, word for word."""

    field_order = ("once", "teller", "text", "how", "said_on")

    teller = forms.ChoiceField(label=_("Who tells?"), widget=forms.RadioSelect)
    text = LongTextField(
        label=_("The story, in their own words"), max_length=rules.STORY_LONGEST, rows=14,
        help_text=_("Write it as it is told. Read it back before you save. After that nobody changes a word."),
    )  # fmt: skip
    how = forms.ChoiceField(label=_("How was it written down?"), choices=Story.How.choices, widget=forms.RadioSelect)

    def __init__(self, *args: Any, tellers: list[Speaker], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.tellers = {one.key: one for one in tellers}
        self.fields["teller"].choices = [(one.key, one.label) for one in tellers]

    @property
    def told(self) -> dict[str, Any]:
        """What was filled in, in the record's own terms."""
        said = {name: self.cleaned_data[name] for name in ("text", "how", "said_on")}
        return said | self.tellers[self.cleaned_data["teller"]].heads


class ShareForm(SamlingForm):
    """With whom the one who told the story shares this version, and how that was said."""

    units = forms.TypedMultipleChoiceField(label=_("Share with whom?"), coerce=UUID, widget=forms.CheckboxSelectMultiple)
    how = forms.ChoiceField(
        label=_("How was the yes given?"), choices=ConsentAnswer.How.choices, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, offered: list[tuple[str, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["units"].choices = offered


class AnalysisForm(Once):
    """A short synthesis and the notes it rests on."""

    text = LongTextField(
        label=_("What do the three views say together?"), max_length=rules.ANALYSIS_LONGEST, rows=8,
        help_text=_("What is strong, what is hard, what is needed. Shorter than the family's own story."),
    )  # fmt: skip
    notes = forms.TypedMultipleChoiceField(
        label=_("Which notes does it rest on?"), coerce=UUID, widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("On the table it rests only on notes that everyone there can read.")},
    )  # fmt: skip
    where = forms.ChoiceField(
        label=_("Where shall it stand?"), widget=forms.RadioSelect, initial="own",
        choices=(("own", _("With us")), ("table", _("On the joint table"))),
    )  # fmt: skip

    def __init__(self, *args: Any, offered: list[Note], on_table: set[UUID], stories: list[int], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.on_table, self.stories = on_table, stories
        self.fields["notes"].choices = [(str(note.pk), f"{note.glyph} {note.line}") for note in offered]

    def clean(self) -> dict[str, Any]:
        """Short, resting on notes, and at the table only on what everyone there can read."""
        told = super().clean() or {}
        chosen = told.get("notes") or []
        if told.get("where") == "table" and not set(chosen) <= self.on_table:
            self.add_error("notes", _("On the table it rests only on notes that everyone there can read."))
        if told.get("text") and chosen:
            may = rules.may_keep_analysis(length=len(told["text"]), notes=len(chosen), stories=self.stories)
            if not may:
                self.add_error("text", gettext(may.because))
        return told

    @property
    def told(self) -> dict[str, Any]:
        """What was filled in, in the record's own terms."""
        said = self.cleaned_data
        return {"text": said["text"], "notes": said["notes"], "at_table": said["where"] == "table"}
