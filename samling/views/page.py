"""What the pages of one child's three views are laid out from."""

import datetime as dt
from functools import cached_property
from typing import Any, NamedTuple
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext

from samling.access import guard, looks
from samling.contact.models import contactable
from samling.journey.models import Party
from samling.kernel.categories import SHARED, SHARED_BRANCH, branch_of, wall
from samling.people.models import Capacity, Child
from samling.seating.models import readers
from samling.sharing.models import Table

from . import rules
from .models import Analysis, Note, Story
from .reference import DOMAINS, PLACES, TRIANGLE, TRIANGLE_SIDES, WHEEL
from .voices import Around, Heard

MOST = 60  # notes on a page; older ones on the next


class Line(NamedTuple):
    """One note of the list: its number in the picture, and whether everyone at the table can read it."""

    number: int
    note: Note
    is_open: bool
    differs: bool


class Column(NamedTuple):
    """One of the three lists: a note stands in the first of its circles, with a tag for each of the others."""

    title: str
    lines: list[Line]


class Split(NamedTuple):
    """A domain in which voices differ, with the notes on both sides."""

    title: str
    strengths: list[Note]
    worries: list[Note]


class Heading(NamedTuple):
    """One heading of a lens and the notes under it."""

    title: str
    about: str
    notes: list[Note]


class Views:
    """The three views of one child as one capacity reads them."""

    def __init__(self, child: Child, by: Capacity, at: dt.datetime, before: dt.datetime | None = None):
        self.child, self.by, self.at, self.before = child, by, at, before
        self.table, self.around = Table(child, at), Around(child, at)

    def open_shared(self, errand: str) -> None:
        """A committed look at the joint space too, so that its texts open."""
        if self.table.journey:
            looks.look(self.table.journey, [wall(SHARED_BRANCH, one) for one in SHARED], errand)

    @cached_property
    def subjects(self) -> list[UUID]:
        """My row, the rows it meets, and the joint space."""
        return [self.child.pk, *guard.met_children(self.child.pk), *filter(None, [self.table.journey])]

    @cached_property
    def _read(self) -> list[Note]:
        rows = Note.standing(self.subjects).select_related("body")
        rows = rows.filter(written_at__lt=self.before) if self.before else rows
        return [note for note in rows.order_by("-written_at", "-id")[: MOST + 1] if hasattr(note, "body")]

    @property
    def notes(self) -> list[Note]:
        """The notes that stand, in the order in which they were placed."""
        return self._read[:MOST][::-1]

    @property
    def older(self) -> dt.datetime | None:
        """Where the next page begins, if there is one."""
        return self._read[MOST - 1].written_at if len(self._read) > MOST else None

    def is_open(self, note: Note) -> bool:
        """Whether everyone at the table can read a note."""
        return note.is_shared or (note.subject_id == self.child.pk and self.table.is_put(note))

    @cached_property
    def splits(self) -> list[Split]:
        """Where voices see opposite things."""
        known = {str(note.pk): note for note in self.notes}
        said = [rules.Said(key, note.kind, note.domain, note.by_voice) for key, note in known.items()]
        return [
            Split(gettext(DOMAINS[one.domain].title), [known[key] for key in one.strengths], [known[key] for key in one.worries])
            for one in rules.differences(said)
        ]  # fmt: skip

    @cached_property
    def lines(self) -> list[Line]:
        """Every note with its number: circle by circle in the picture's order."""
        apart = {note.pk for split in self.splits for note in (*split.strengths, *split.worries)}
        placed = sorted(self.notes, key=lambda note: rules.REGIONS.index(rules.ordered(note.places)))
        return [
            Line(number, note, self.is_open(note), note.pk in apart)
            for number, note in enumerate(placed, start=1)
        ]

    @property
    def columns(self) -> list[Column]:
        """Three lists that hold every note once."""
        first = {line.note.pk: rules.ordered(line.note.places)[0] for line in self.lines}
        return [
            Column(gettext(title), [line for line in self.lines if first[line.note.pk] == code])
            for code, title in PLACES.items()
        ]

    @cached_property
    def heard(self) -> list[Heard]:
        """Whose voices are here, and whose are not."""
        return self.around.coverage(self.notes)

    @property
    def silent(self) -> list[Heard]:
        """The child, and the guardians who may be reached, that have not said anything yet."""
        quiet = [one for one in self.heard if not one.number and one.speaker.voice in (rules.Voice.CHILD, rules.Voice.GUARDIAN)]
        reach = {one["id"] for one in contactable(self.child.pk)} if quiet else set()
        return [one for one in quiet if one.speaker.voice == rules.Voice.CHILD or one.speaker.id in reach]

    @cached_property
    def stories(self) -> list[Story]:
        """The newest version of each story that one may read."""
        rows = Story.objects.filter(subject_id__in=self.subjects, withdrawn_at=None).order_by("voice_id", "-version")
        return list(rows.distinct("voice_id"))

    @cached_property
    def analyses(self) -> list[Analysis]:
        """The versions of the synthesis, the newest first."""
        rows = Analysis.objects.filter(subject_id__in=self.subjects, withdrawn_at=None).select_related("body", "written_by__person")
        return list(rows.order_by("-written_at", "-version")[:MOST])

    def lens(self, name: str) -> list[tuple[str, list[Heading]]]:
        """The same notes under other headings: `wheel`, or `triangle` in its three sides. Nothing is counted."""
        sides = TRIANGLE_SIDES if name == "triangle" else {"": tuple(WHEEL)}
        titles = {code: (title, "") for code, title in TRIANGLE.items()} if name == "triangle" else WHEEL
        found = [(gettext(side) if side else "", [self._heading(name, code, titles[code]) for code in codes])
                 for side, codes in sides.items()]  # fmt: skip
        left = [note for note in self.notes if not _under(note, name)]
        return [*found, (gettext("Outside this lens"), [Heading("", "", left)])] if left else found

    def _heading(self, name: str, code: str, words: tuple[str, str]) -> Heading:
        under = [note for note in self.notes if code in _under(note, name)]
        return Heading(gettext(words[0]), gettext(words[1]) if words[1] else "", under)

    def readers(self, at_wall: int, *, of_another: bool = False) -> list[str]:
        """Who reads behind a wall: by name in one's own compartment, unit by unit at the table. What tells of another
        person (`of_another`) reaches nobody by its kind alone."""
        if branch_of(at_wall) == SHARED_BRANCH:
            return self.table.names
        found = readers(self.child.pk, [at_wall], self.at)
        return [name for name in found if not of_another or name not in self.table.told_by_kind(at_wall)]

    def may_begin(self) -> Any:
        """Whether the acting capacity places notes here, and why."""
        return rules.may_begin(guard.my_access(self.child.pk))


def _under(note: Note, lens: str) -> list[str]:
    return DOMAINS[note.domain].under(lens) if note.domain in DOMAINS else []


def child_of(record: Any) -> Child:
    """The child a record is about, as the reader knows it; raises Http404 when the name is not one's to read."""
    rows = Child.objects.select_related("unit", "branch")
    own = rows.mine().filter(pk=record.subject_id).first() if branch_of(record.wall) != SHARED_BRANCH else None
    if own is None:
        sides = Party.objects.filter(child_id=record.subject_id) | Party.objects.filter(journey_id=record.subject_id)
        near = Party.objects.filter(journey_id__in=sides.values("journey_id"), child_id__isnull=False)
        own = rows.mine().filter(pk__in=near.values("child_id")).first()
    if own is None:
        raise Http404
    return own
