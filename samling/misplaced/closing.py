"""Closing a record about the wrong child: who has seen it, who must be told, and the text for the right child."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.functional import Promise, cached_property

from samling.access import guard
from samling.journey.models import Draft
from samling.journey.telling import notify, tell
from samling.kernel.answer import Answer, insist
from samling.people.models import Capacity, Child
from samling.people.roles import ROLES

from . import rules
from .found import said_of

# Where the text goes along as a draft: its place, and the page that goes on with it. Other texts are shown to their writer.
DRAFTS = {"journey_entry": ("entry", "journey:new-note"), "concern_signal": ("concern", "concern:new-child")}


@dataclass(frozen=True, slots=True)
class Seen:
    """Someone who has had the record's wall open since it was written; no capacity for one of the family."""

    capacity: Capacity | None
    at: dt.datetime


class Misplaced:
    """A record that may be about the wrong child, as one person sees it."""

    def __init__(self, record: Any, by: Capacity, at: dt.datetime):
        self.record, self.by, self.at = record, by, at
        self.kind: str = record._meta.db_table

    @cached_property
    def child(self) -> Child | None:
        """The child it was written about, if it stands on a child's own row."""
        return Child.objects.filter(pk=self.record.subject_id).select_related("unit").first()

    @property
    def name(self) -> str | Promise:
        """What people call such a record."""
        name: str | Promise = self.record.wrong_child.name
        return name

    @property
    def said(self) -> str:
        """What tells it from its like: the title that the fields of its kind give it."""
        return said_of(self.record) if self.record.wrong_child.by and not self.is_closed else ""

    @property
    def is_closed(self) -> bool:
        """Whether it has been closed or taken back."""
        return self.record.withdrawn_at is not None

    @property
    def is_own(self) -> bool:
        """Whether the acting capacity wrote it."""
        return self.record.written_by_id == self.by.pk

    @property
    def may_close(self) -> Answer:
        """May it be closed, and why."""
        return rules.may_close(is_closed=self.is_closed)

    @property
    def may_copy(self) -> Answer:
        """May the text be taken along to the right child, and why."""
        return rules.may_copy(is_own=self.is_own, is_closed=self.is_closed, has_draft=self.kind in DRAFTS)

    @cached_property
    def seen(self) -> list[Seen]:
        """Who has had it before their eyes since it was written, beside the writer and me; the latest last."""
        record = self.record
        rows = guard.rows("seen_by", record.pk, record.subject_id, record.wall, record.written_at)
        staff = Capacity.objects.filter(unit__isnull=False).select_related("person", "unit__branch")
        people = staff.in_bulk([row["capacity"] for row in rows])
        known = {record.written_by_id, self.by.pk}
        return [Seen(people.get(row["capacity"]), row["at"]) for row in rows if row["capacity"] not in known]

    @cached_property
    def leaders(self) -> list[Capacity]:
        """Those who lead where it was written: they see to it that the mistake is handled."""
        leading = [rule.code for rule in ROLES.values() if rule.may_assign and rule.whole_unit]
        units = {self.record.written_by.unit_id, self.child.unit_id if self.child else None} - {None}
        rows = Capacity.objects.standing(self.at).filter(unit_id__in=units, role__in=leading)
        return list(rows.exclude(approved_by=None).exclude(pk=self.by.pk).select_related("person", "unit__branch")
                    .order_by("person__sort_key"))

    @transaction.atomic
    def close(self) -> None:
        """Close it for everyone but the writer, and tell those who lead, those who saw it and the writer."""
        insist(self.may_close)
        saw, leaders = self.seen, self.leaders
        guard.call("close_misplaced", self.kind, self.record.pk)
        self.record.withdrawn_at = self.at
        told = {one.pk: rules.HEAD for one in leaders}
        told |= {one.capacity.pk: rules.SEEN for one in saw if one.capacity and one.capacity.pk not in told}
        if not self.is_own:
            told[self.record.written_by_id] = rules.WRITER
        for to, kind in told.items():
            notify(to, kind, by=self.by.pk, at=self.at, record=self.record.pk, subject=self.record.subject_id)
        if guard.my_access(self.record.subject_id).get(self.record.wall):
            tell(self.record.subject_id, self.record.wall, "record on the wrong child closed", by=self.by.pk,
                 at=self.at, record=self.record.pk, for_guardians="no")

    @property
    def text(self) -> dict[str, list[str]]:
        """What was written, as a draft keeps it."""
        if not self.is_own:
            return {}
        if not hasattr(type(self.record), "body"):
            return {}
        body = getattr(type(self.record).objects.select_related("body").get(pk=self.record.pk), "body", None)
        fields = [one.name for one in body._meta.fields if isinstance(one, models.TextField)] if body else []
        typed = {name: [getattr(body, name)] for name in fields if getattr(body, name)}
        title = getattr(self.record, "title", "")
        return typed | ({"title": [title]} if title else {})

    def copy_to(self, child: UUID) -> str:
        """Keep the text as the writer's private draft at the right child; returns the page to go on at."""
        insist(self.may_copy)
        place, page = DRAFTS[self.kind]
        Draft.keep(f"{place}-{child}", self.text, by=self.by.pk, at=self.at)
        return page
