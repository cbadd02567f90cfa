"""What happened around a child, in order: notes and events from every side that the reader may read."""

import datetime as dt
from functools import reduce
from operator import or_
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext, pgettext

from samling.access import guard
from samling.people.models import Child
from samling.records.habits import CODES
from samling.records.written import Statement, told
from samling.ui.parts import Entry as Line
from samling.ui.words import first_upper

from . import rules
from .models import Entry, Event, journey_of
from .models.supporting import SUPPORT
from .readers import Readers

MOST, TAIL = 50, 6
LONG = 100  # events of certain kinds about one child that a page reads at most
SIDES = {
    "school": ("school", "private_school", "report"),
    "social": ("social",),
    "health": ("health", "school_medical"),
}
CODES.update(rules.AS_NOTES)
KINDS = (*Entry.Kind.values, "event", "support")


# From each subject's newest event backwards, so that the years behind are not read.
PATH = """
select e.kind, e.written_at, e.record_id from unnest(%(subjects)s::uuid[]) s (id) cross join lateral (
  select * from journey_event e
   where e.subject_id = s.id and e.withdrawn_at is null and e.kind = any (%(kinds)s)
   order by e.written_at desc, e.id desc limit %(most)s) e
 order by e.written_at desc, e.id desc limit %(most)s"""
SPINE = Statement(Event, """
select e.* from unnest(%(subjects)s::uuid[]) s (id) cross join lateral (
  select * from journey_event e
   where e.subject_id = s.id and e.withdrawn_at is null and e.kind <> all (%(notes)s)
   order by e.written_at desc, e.id desc limit %(most)s) e
 order by e.written_at desc, e.id desc limit %(most)s""")


# The texts of those that are shown alone: each is a door of its own.
NOTES = Statement(Entry, """
select e.*, b.text as said from (
  select * from journey_entry
   where subject_id = any (%(subjects)s) and withdrawn_at is null order by written_at desc, id desc limit %(most)s) e
  left join journey_entrybody b on b.head_id = e.id
 order by e.written_at desc, e.id desc""")


class Thread(NamedTuple):
    """A piece of the story, newest first, and where the next piece begins."""

    lines: list[Line]
    before: dt.datetime | None


class Story:
    """The story of one child as one capacity reads it."""

    def __init__(self, child: Child, me: UUID, at: dt.datetime):
        self.child, self.me, self.at = child, me, at
        self.journey = journey_of(child.pk)
        self.near = guard.met_children(child.pk)
        self.subjects = [child.pk, *self.near, *([self.journey] if self.journey else [])]

    def path(self, kinds: list[str]) -> list[tuple[str, dt.datetime, UUID | None]]:
        """The latest events of these kinds, the latest first: which, when, about which record."""
        return told(PATH, subjects=self.subjects, kinds=kinds, most=LONG)

    def events(self) -> list[Event]:
        """The latest of the spine alone, without those that tell of notes, the latest first."""
        return SPINE(subjects=self.subjects, notes=list(rules.AS_NOTES), most=TAIL)

    def notes(self) -> list[Entry]:
        """The latest notes alone, with their texts, the latest first."""
        return NOTES(subjects=self.subjects, most=TAIL)

    def thread(
        self, *, kind: str = "", side: str = "", before: dt.datetime | None = None, most: int = MOST
    ) -> Thread:
        """Notes and events together, of one kind or one side when asked, from a moment and back."""
        notes = self._rows(Entry.objects, side, before).select_related("body")
        events = self._rows(Event.objects, side, before).exclude(kind__in=rules.AS_NOTES)
        if kind == "support":
            notes = notes.filter(reduce(or_, (Q(pk__in=one.notes(self.subjects)) for one in SUPPORT), Q(pk=None)))
            events = events.filter(kind__in=[name for one in SUPPORT for name in one.events])
        elif kind:
            notes, events = (notes.none(), events) if kind == "event" else (notes.filter(kind=kind), events.none())
        return self.drawn([*notes[: most + 1], *events[: most + 1]], most)

    def tail(self, notes: list[Entry], events: list[Event]) -> Thread:
        """The latest of what has been read already."""
        return self.drawn([*notes, *events], TAIL)

    def drawn(self, found: list[Any], most: int) -> Thread:
        """These heads as lines, the latest first."""
        found = sorted(found, key=lambda head: head.written_at, reverse=True)
        readers = Readers(self.child.pk, self.at, self.me, [head.written_by_id for head in found[:most]])
        replaced = {head.corrects_id for head in found if isinstance(head, Entry)}
        known = (head for head in found[:most] if head.written_by_id in readers.people)
        lines = [_line(head, readers, replaced) for head in known]
        return Thread(lines, found[most - 1].written_at if len(found) > most else None)

    def _rows(self, manager: Any, side: str = "", before: dt.datetime | None = None) -> QuerySet:
        rows = manager.filter(subject_id__in=self.subjects, withdrawn_at=None).order_by("-written_at", "-id")
        if side in SIDES:
            rows = rows.filter(written_by__unit__branch__domain__in=SIDES[side])
        return rows.filter(Q(written_at__lt=before)) if before else rows


def _line(head: Any, readers: Readers, replaced: set[UUID | None]) -> Line:
    unit, who = readers.people[head.written_by_id].unit, readers.people[head.written_by_id].person
    actor = unit.branch.actor if unit else "home"
    if isinstance(head, Event):
        return Line(head.written_at, f"{first_upper(gettext(head.kind))} · {who}", "", actor, "", "")
    what = first_upper(head.get_kind_display())
    title = f"{what}: {head.title}" if head.title else what
    if head.pk in replaced:
        title = pgettext("note", "%(title)s (there is a newer version)") % {"title": title}
    text = _text(head)
    sees = readers.in_short(head.wall) if head.subject_id == readers.child or not head.branch_number else ""
    if head.only_for_id:
        sees = gettext("only the one it was written for")
    return Line(head.written_at, f"{title} · {who}", text, actor, sees, head.get_absolute_url())


def _text(head: Any) -> str:
    """What a note says, if it is open to the reader."""
    if hasattr(head, "said"):
        return head.said or ""
    return head.body.text if hasattr(head, "body") else ""
