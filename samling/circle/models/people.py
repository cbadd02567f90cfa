"""The people around one child as one capacity may see them, on every side that takes part."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext

from samling.access import guard
from samling.access.models import Assignment
from samling.contact.models import NoContact
from samling.journey.models import Coordinating, Party, coordinating, journey_of
from samling.kernel.categories import Category, category_of
from samling.people.models import Capacity, Child, Guardian
from samling.records.clock import STOCKHOLM
from samling.records.question import Question
from samling.ui.words import first_upper

from .. import rules
from ..rules import Often
from .chairs import NAMED, Chair
from .heard import EVER, heard
from .named import Wanted, wanted
from .there import adults_of, assigned_of
from .ties import Tie


class Near(NamedTuple):
    """Somebody around the child, or an empty chair."""

    key: UUID
    kind: str  # capacity, guardian, adult or chair
    name: str
    role: str
    actor: str
    since_at: dt.datetime
    phone: str = ""
    tie: Tie | None = None
    heard_at: dt.datetime | None = None
    is_silent: bool = False
    is_empty: bool = False
    is_stopped: bool = False
    marks: tuple[str, ...] = ()
    note: str = ""
    interpreter: str = ""
    until_at: dt.datetime | None = None

    @property
    def often(self) -> Often:
        """The ring: as the child tells, else an adult at home is there every day and a colleague every week."""
        told = self.tie.often if self.tie else ""
        return Often(told) if told else Often.DAY if self.kind == "guardian" else Often.SOMETIMES if self.is_empty else Often.WEEK

    @property
    def close(self) -> int:
        """How close the child says that they are, 0 when she has not said."""
        return (self.tie.close or 0) if self.tie else 0

    @property
    def heard_on(self) -> dt.date | None:
        """The day of the latest word."""
        return self.heard_at.astimezone(STOCKHOLM).date() if self.heard_at else None


class Around:
    """Everyone around a child; the same in the map, in the list and in the sentence above them."""

    def __init__(self, child: Child, by: Capacity, at: dt.datetime, *, since: dt.datetime = EVER):
        """`since`: words before are not asked for, where only those who have been silent since then are told of."""
        self.child, self.by, self.at, self.since = child, by, at, since

    @cached_property
    def journey(self) -> UUID | None:
        """The journey that the child's row takes part in."""
        return journey_of(self.child.pk)

    @cached_property
    def coordination(self) -> Coordinating | None:
        """Who coordinates it now."""
        return coordinating([self.journey]).get(self.journey) if self.journey else None

    @cached_property
    def subjects(self) -> list[UUID]:
        """What is read of the child: one's own row, the shared space, and what others' rows have told."""
        return [self.child.pk, *guard.met_children(self.child.pk), *([self.journey] if self.journey else [])]

    @cached_property
    def heard(self) -> dict[UUID, dt.datetime]:
        """The latest word of each."""
        return heard(self.subjects, self.since)

    @cached_property
    def ties(self) -> dict[UUID, Tie]:
        """What the child has said of each."""
        return Tie.of(self.child.pk)

    @cached_property
    def chairs(self) -> list[Chair]:
        """The chairs that are agreed."""
        return Chair.around([self.child.pk, *([self.journey] if self.journey else [])])

    @cached_property
    def named(self) -> Chair | None:
        """The named contact's chair, if anything is said of it; what the parties share comes before one's own."""
        own = [one for one in self.chairs if one.code == NAMED]
        return next((one for one in own if one.subject_id == self.journey), own[-1] if own else None)

    @cached_property
    def parties(self) -> list[Party]:
        """Those of other authorities who take part, or are asked to."""
        if self.journey is None:
            return []
        return _parties(self.journey, self.child.unit_id)

    @cached_property
    def assigned(self) -> list[Assignment]:
        """Every assignment by name about the child there has been: places on the map follow from them."""
        return assigned_of(self.child.pk)

    @cached_property
    def everyone(self) -> list[Near]:
        """All who are or have been near, in the order they came; `until_at` says that someone has gone."""
        found = [*self._home(), *self._staff(), *self._empty()]
        return sorted(found, key=lambda one: (one.since_at, str(one.key)))

    @cached_property
    def near(self) -> list[Near]:
        """Those who are here now."""
        return [one for one in self.everyone if one.until_at is None or one.until_at > self.at]

    def _home(self) -> Iterator[Near]:
        knows = any(category_of(wall) == Category.NO_CONTACT for wall in guard.my_access(self.child.pk))
        stopped = NoContact.stopped(self.child.pk) if knows else set()
        for one in Guardian.around(self.child.pk):
            role = ", ".join(filter(None, (one.relation, "" if one.custody == "joint" else str(one.get_custody_display()))))
            phone = "" if one.pk in stopped else one.safe_phone or one.phone
            yield self._person("guardian", one, str(one), role, "home", phone, is_stopped=one.pk in stopped)
        for adult in adults_of(self.child.pk):
            yield self._person("adult", adult, str(adult), adult.relation, "home", adult.phone)

    def _person(self, kind: str, one: Any, name: str, role: str, actor: str, phone: str, **more: Any) -> Near:
        word = self.heard.get(one.pk)
        silent = kind == "guardian" and rules.is_silent(word, one.from_at, self.at)
        marks = (gettext("chosen by the child"),) if (tie := self.ties.get(one.pk)) and tie.is_chosen else ()
        return Near(one.pk, kind, name, role, actor, one.from_at, phone, tie, word, silent, False, marks=marks,
                    interpreter=one.interpreter, until_at=one.until_at, **more)  # fmt: skip

    def _staff(self) -> Iterator[Near]:
        spans: dict[UUID, tuple[Capacity, dt.datetime, dt.datetime | None]] = {}
        for row in self.assigned:
            one: Any = row.capacity
            since = spans[one.pk][1] if one.pk in spans else row.from_at
            spans[one.pk] = (one, since, _earliest(row.until_at, one.until_at))
        for one, since, until in self._besides():
            spans.setdefault(one.pk, (one, since, _earliest(until, one.until_at)))
        for one, since, until in spans.values():
            word = self.heard.get(one.pk)
            yield Near(one.pk, "capacity", str(one.person), one.role_title, _actor(one), since,
                       one.phone or (one.unit.phone if one.unit else ""), self.ties.get(one.pk), word,
                       rules.is_silent(word, since, self.at), marks=self._marks(one.pk), until_at=until)  # fmt: skip

    def _besides(self) -> list[tuple[Capacity, dt.datetime, dt.datetime | None]]:
        """Those who are there without an assignment one sees: who accepted for a party, who fills a chair, who coordinates."""
        seen = {party.accepted_by_id: party.accepted_at for party in self.parties if party.accepted_by_id}
        seen |= {one.capacity_id: one.filled_at for one in self.chairs if one.capacity_id and one.capacity_id not in seen}
        if self.coordination:
            since = self.coordination.since_at
            seen |= {one: since for one in self.coordination[:2] if one and one not in seen}
        known = Capacity.known(seen)
        return [(known[key], at, None) for key, at in seen.items() if key in known and at]

    def _marks(self, key: UUID) -> tuple[str, ...]:
        said = [gettext("chosen by the child")] if (tie := self.ties.get(key)) and tie.is_chosen else []
        if self.named and self.named.capacity_id == key:
            said.append(gettext("named contact"))
        if self.coordination and key in self.coordination[:2]:
            said.append(gettext("coordinates") if key == self.coordination.coordinator else gettext("deputy"))
        return tuple(said)

    def _empty(self) -> Iterator[Near]:
        for chair in self.chairs:
            if chair.filled_at is None and chair.code != NAMED:
                yield Near(chair.pk, "chair", chair.words, gettext("empty chair"), chair.actor, chair.written_at, is_empty=True)
            elif chair.name:
                marks = (gettext("named contact"),) if chair.code == NAMED else ()
                role = "" if chair.code == NAMED else chair.words
                yield Near(chair.pk, "chair", chair.name, role, chair.actor, chair.written_at, chair.phone, marks=marks)
        for party in self.parties:
            if party.accepted_at is None:
                copies = party.how == Party.How.COPY  # who gets copies is asked for no answer
                said = gettext("gets copies") if copies else gettext("invited, has not answered")
                yield Near(party.pk, "party", str(party.unit), said, party.unit.branch.actor, party.invited_at, is_empty=not copies)
        if self.lacks_named:
            first = self.wanted.first
            note = gettext("%(who)s could be asked") % {"who": first.person} if first else first_upper(self.wanted.who)
            yield Near(self.child.pk, "named", gettext("Named contact"), gettext("empty chair"), self.wanted.actor,
                       self.child.opened_at, is_empty=True, note=note)  # fmt: skip
        yield from self._left_open()

    @cached_property
    def wanted(self) -> Wanted:
        """Who should be the named contact, by the rule."""
        return wanted(self.child, self.at)

    @property
    def contact(self) -> Capacity | None:
        """The colleague who is the named contact now."""
        return self.named.holder() if self.named else None

    @property
    def lacks_named(self) -> bool:
        """Whether nobody is the named contact, and nobody has said no to one."""
        return self.named is None or not (self.named.is_declined or self.named.name or self.contact)

    def _left_open(self) -> Iterator[Near]:
        """Roles that nobody fills since someone left: what she held is held by one with another role for the time being."""
        here = {row.capacity.role for row in self.assigned if self._stands(row)}
        gone = Capacity.known(row.taken_over_from_id for row in self.assigned if self._stands(row))
        for row in self.assigned:
            left = gone.get(row.taken_over_from_id) if row.taken_over_from_id and self._stands(row) else None
            if left and left.until_at and left.until_at <= self.at and left.role not in here:
                here.add(left.role)
                note = gettext("%(who)s holds it for now") % {"who": row.capacity.person}
                yield Near(row.pk, "left", first_upper(left.role_title), gettext("empty chair"), _actor(left), left.until_at,
                           is_empty=True, note=note)  # fmt: skip

    def _stands(self, row: Assignment) -> bool:
        ends: Iterable[dt.datetime | None] = (row.until_at, row.capacity.until_at if row.capacity else None)
        return row.from_at <= self.at and all(end is None or end > self.at for end in ends)


@Question
def _parties(journey: Any, own: Any) -> QuerySet:
    rows = Party.objects.filter(journey_id=journey, ended_at=None).exclude(unit_id=own)
    return rows.select_related("unit__branch").order_by("invited_at", "id")


def _actor(one: Capacity) -> str:
    return one.unit.branch.actor if one.unit else "school"


def _earliest(one: dt.datetime | None, other: dt.datetime | None) -> dt.datetime | None:
    return min(one, other) if one and other else one or other
