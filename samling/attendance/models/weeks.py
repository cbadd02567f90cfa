"""A child's attendance week by week: the newest version counts, older ones stay as they were."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.looks import look
from samling.access.models import Closed, Walled, WalledBody
from samling.kernel.answer import insist
from samling.kernel.categories import Category, wall
from samling.people.models import Child
from samling.records.question import Question
from samling.records.shape import paired

from .. import rules
from ..rules import Cell, Week

LATEST = 60
FIGURES = ("week_on", "scheduled", "valid", "invalid", "late")  # of a Week, in its order


class AttendanceWeek(Walled):
    """Scheduled and missed minutes of one ISO week, as the school's own system or a person tells them.

    A correction is a new version: it `replaces` the earlier one, which keeps when and by whom it was replaced.
    """

    wrong_child = Closed(_("A week of attendance"), by=("week_on",))
    told_together = "attendance:child"  # weeks that are told stand together, on the page of the child as the reader knows her

    class Source(models.TextChoices):
        HAND = "hand", _("written by hand")
        FILE = "file", _("read in from a file")

    week_on = models.DateField()  # the Monday of the week
    scheduled = models.PositiveSmallIntegerField()
    valid = models.PositiveSmallIntegerField(default=0)
    invalid = models.PositiveSmallIntegerField(default=0)
    late = models.PositiveSmallIntegerField(null=True)
    source = models.CharField(max_length=4, choices=Source, default=Source.HAND)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replacement")
    replaced_at = models.DateTimeField(null=True)
    replaced_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            paired("replaced_at", "replaced_by"),
            models.UniqueConstraint(
                name="attendanceweek_one_counts", fields=["subject", "wall", "week_on"],
                condition=Q(replaced_at=None, withdrawn_at=None),
            ),
            models.CheckConstraint(name="attendanceweek_begins_on_monday", condition=Q(week_on__iso_week_day=1)),
            models.CheckConstraint(
                name="attendanceweek_adds_up", condition=Q(scheduled__gte=F("valid") + F("invalid"))
            ),
        ]  # fmt: skip

    @property
    def title(self) -> str:
        """Which week it is, for a list."""
        return gettext("week %(number)s of attendance") % {"number": self.week_on.isocalendar().week}

    @property
    def week(self) -> Week:
        """The figures alone."""
        return Week(self.week_on, self.scheduled, self.valid, self.invalid, self.late)

    @classmethod
    def counting(cls, child: UUID) -> models.QuerySet:
        """The weeks that count for a child, the oldest first."""
        return cls.objects.filter(subject_id=child, replaced_at=None, withdrawn_at=None).order_by("week_on")

    @classmethod
    @transaction.atomic
    def note(cls, child: Child, weeks: Iterable[Week], *, by: UUID, at: dt.datetime) -> int:
        """Write down weeks; one that says the same as before changes nothing. Returns how many are new."""
        guard.lock_child(child.pk)
        insist(may_note(child))
        before = {one.week_on: one for one in cls.counting(child.pk)}
        return sum(cls._note(child, week, before.get(week.on), by, at) for week in weeks)

    @classmethod
    def _note(cls, child: Child, week: Week, before: "AttendanceWeek | None", by: UUID, at: dt.datetime) -> bool:
        insist(rules.adds_up(scheduled=week.scheduled, valid=week.valid, invalid=week.invalid))
        if before and before.week == Week(week.on, week.scheduled, week.valid, week.invalid, week.late):
            return False
        if before:
            before._give_way(by, at)
        cls(
            subject_id=child.pk, wall=place(child), week_on=week.on, scheduled=week.scheduled, valid=week.valid,
            invalid=week.invalid, late=week.late, replaces=before, written_by_id=by, written_at=at,
        ).save(force_insert=True)  # fmt: skip
        return True

    def _give_way(self, by: UUID, at: dt.datetime) -> None:
        self.replaced_at, self.replaced_by_id = at, by
        self.save(update_fields=["replaced_at", "replaced_by"])


class AttendancePattern(WalledBody):
    """Weekday by lesson inside a week, where the source has it: rows of rules.Cell. No cause and no free text."""

    head = models.OneToOneField(AttendanceWeek, models.PROTECT, primary_key=True, related_name="body")
    cells = models.JSONField(default=list)


def place(child: Child) -> int:
    """The wall of attendance in the compartment that holds the child."""
    return wall(child.wall // 64, Category.ATTENDANCE)


def may_note(child: Child) -> Any:
    """May the acting capacity write about this child's attendance, and why."""
    return rules.may_note(writes=guard.my_access(child.pk).get(place(child), False))


def weeks_of(child: UUID, *, with_cells: bool = False) -> list[Week]:
    """The weeks that count, the oldest first; with weekday and lesson for who has opened the child."""
    rows = _counting(child)
    cells = _cells([row[0] for row in rows]) if with_cells else {}
    return [Week(on, scheduled, valid, invalid, late, cells.get(pk, ())) for pk, on, scheduled, valid, invalid, late in rows]


def told_weeks(child: Child) -> list[Week]:
    """What another authority has told of attendance, while its ground stands, the oldest first; looked at on record there."""
    for near in guard.met_children(child.pk):
        rows = _told(near)
        if rows and look(near, {row[0] for row in rows}, "read attendance"):
            return [Week(*figures) for _wall, *figures in rows]
    return []


def latest_weeks(child: UUID) -> list[Week]:
    """The latest of the weeks that count, the oldest first: more than a year of weeks with lessons."""
    return [Week(*figures) for figures in reversed(_latest(child))]


@Question
def _latest(child: Any) -> models.QuerySet:
    return AttendanceWeek.counting(child).filter(scheduled__gt=0).order_by("-week_on").values_list(*FIGURES)[:LATEST]


@Question
def _told(child: Any) -> models.QuerySet:
    return AttendanceWeek.counting(child).values_list("wall", *FIGURES)


@Question
def _counting(child: Any) -> models.QuerySet:
    return AttendanceWeek.counting(child).values_list("pk", *FIGURES)


@Question
def _counting_since(children: Any, since: Any) -> models.QuerySet:
    counts = AttendanceWeek.objects.filter(replaced_at=None, withdrawn_at=None)
    rows = counts.filter(subject_id__among=children, week_on__gte=since).order_by("week_on")
    return rows.values_list("subject_id", *FIGURES)


def _cells(heads: list[UUID]) -> dict[UUID, tuple[Cell, ...]]:
    kept = AttendancePattern.objects.filter(head_id__in=heads).values_list("head_id", "cells")
    return {head: tuple(Cell(*cell) for cell in cells) for head, cells in kept}


def weeks_of_many(children: Iterable[UUID], since: dt.date) -> dict[UUID, list[Week]]:
    """The weeks that count from a day on, child by child, for lists."""
    found: dict[UUID, list[Week]] = defaultdict(list)
    for subject, *figures in _counting_since(list(children), since):
        found[subject].append(Week(*figures))
    return found
