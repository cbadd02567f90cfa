"""Writing about one child: what a capacity may write about, who will read it, and what was begun before."""

import datetime as dt
from typing import Any
from uuid import UUID, uuid5

from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext

from samling.access import guard
from samling.kernel.answer import insist
from samling.kernel.categories import SHARED_BRANCH, TITLES, branch_of, category_of
from samling.kernel.merging import mark
from samling.people.models import Capacity, Child

from . import rules
from .forms import NoteForm, filled_from
from .models import Draft, Entry, Party, journey_of
from .readers import Readers


class Noting:
    """One person about to write about one child; holds no rights of its own (the walls decide)."""

    def __init__(self, child: Child, by: Capacity, at: dt.datetime):
        self.child, self.by, self.at = child, by, at

    @cached_property
    def journey(self) -> UUID | None:
        """The journey whose shared space the child's row takes part in."""
        return journey_of(self.child.pk)

    @cached_property
    def walls(self) -> list[int]:
        """What may be written about, the likeliest first; the shared space last."""
        own = guard.my_access(self.child.pk)
        shared = guard.my_access(self.journey) if self.journey else {}
        return rules.noted(own | shared)

    @cached_property
    def readers(self) -> Readers:
        """Who reads what."""
        return Readers(self.child.pk, self.at, self.by.pk)

    @property
    def place(self) -> str:
        """Where the draft is kept."""
        return f"entry-{self.child.pk}"

    @property
    def choices(self) -> list[tuple[int, str]]:
        """The walls by name."""
        return [(wall, title_of(wall)) for wall in self.walls]

    @property
    def sees(self) -> list[tuple[str, list[str]]]:
        """What may be written about, with who reads it."""
        return [(title_of(wall), self.readers.of(wall)) for wall in self.walls]

    def form(self, data: QueryDict | None, asked: QueryDict) -> NoteForm:
        """An empty form, what was begun before, or what was sent; `asked` are choices in the address."""
        insist(rules.may_note(self.walls))
        draft = Draft.at_place(self.place, by=self.by.pk, at=self.at)
        first: dict[str, Any] = {"home": "not-told", "about": self.walls[0]}
        first |= {name: values[0] for name, values in draft.typed.items() if values} if draft else {}
        first |= {name: asked[name] for name in ("kind", "about", "only_for") if name in asked}
        first["only_for"] = first.get("only_for") or None
        colleagues = self.readers.colleagues(self.walls)
        form = NoteForm(data, initial=first, walls=self.choices, colleagues=colleagues)
        form.saved_at = draft.saved_at if draft else None
        return form

    def readers_of(self, form: NoteForm) -> list[str]:
        """Who will read what the form says now."""
        value = form["about"].value()
        wall = int(value) if str(value).isdigit() and int(value) in self.walls else self.walls[0]
        only = form["only_for"].value() if "only_for" in form.fields else None
        named = [one for one in self.readers.colleagues(self.walls) if str(one.pk) == str(only)]
        return [gettext("you"), *(str(one.person) for one in named)] if named else self.readers.of(wall)

    def write(self, form: NoteForm) -> Entry:
        """The note becomes a record, and what was begun is forgotten."""
        wall = form.cleaned_data["about"]
        subject = self.journey if branch_of(wall) == SHARED_BRANCH and self.journey else self.child.pk
        pk = uuid5(self.by.pk, str(form.cleaned_data["once"]))
        entry = Entry.write(form.told, subject=subject, wall=wall, by=self.by.pk, at=self.at, pk=pk)
        Draft.drop(self.place, by=self.by.pk)
        return entry


class Correcting:
    """One note that its writer changes, or puts a new version beside."""

    def __init__(self, entry: Entry, by: Capacity, at: dt.datetime):
        self.entry, self.by, self.at = entry, by, at
        self.text = text_of(entry)
        self.child = child_of(entry)

    @cached_property
    def readers(self) -> Readers:
        """Who reads what."""
        return Readers(self.child.pk if self.child else self.entry.subject_id, self.at, self.by.pk)

    @property
    def base(self) -> str:
        """The mark of what stands now."""
        return mark([self.entry.title, self.text])

    def form(self, data: QueryDict | None = None) -> NoteForm:
        """The form filled with what stands."""
        colleagues = self.readers.colleagues([self.entry.wall])
        return NoteForm(data, initial=filled_from(self.entry, self.text), walls=[], colleagues=colleagues)

    def is_stale(self, form: NoteForm) -> bool:
        """Whether the note was changed after the form was filled, into something else than what is sent."""
        sent = mark([form.cleaned_data["title"], form.cleaned_data["text"]])
        return form.cleaned_data["base"] != self.base != sent

    def write(self, form: NoteForm) -> Entry:
        """The note as it is now, or its new version."""
        pk = uuid5(self.by.pk, str(form.cleaned_data["once"]))
        return self.entry.correct(form.told, by=self.by.pk, at=self.at, pk=pk)


def title_of(wall: int) -> str:
    """What a wall holds, in the reader's language."""
    return gettext(TITLES[category_of(wall)])


def text_of(entry: Entry) -> str:
    """The text behind a head, when the walls and a look let it be read."""
    body = type(entry).objects.select_related("body").get(pk=entry.pk)
    return body.body.text if hasattr(body, "body") else ""


def child_of(entry: Entry) -> Child | None:
    """The child that a note is about, as the reader knows it: one's own row, also for the shared space."""
    rows = Child.objects.filter(pk=entry.subject_id)
    if branch_of(entry.wall) == SHARED_BRANCH:
        sides = Party.objects.filter(journey_id=entry.subject_id, child_id__isnull=False).values("child_id")
        rows = Child.objects.mine().filter(pk__in=sides)
    return rows.first()


def page_of(entry: Entry, by: Capacity, at: dt.datetime) -> dict[str, Any]:
    """Everything on the page of one note."""
    newer = entry.corrections.filter(withdrawn_at=None).first()
    seat = Correcting(entry, by, at)
    only = (
        [gettext("you")]
        if entry.only_for_id == by.pk
        else [str(entry.only_for.person)]
        if entry.only_for
        else []
    )
    return {
        "entry": entry,
        "text": seat.text,
        "child": seat.child,
        "newer": newer,
        "topic": title_of(entry.wall),
        "readers": only or seat.readers.of(entry.wall),
        "may_correct": entry.may_rewrite(by.pk, at) or entry.may_correct(by.pk),
        "may_take_back": entry.may_rewrite(by.pk, at),
    }
