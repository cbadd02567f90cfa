"""What a municipality has found out about each adaptation: published by term, in groups that hide each child.

The guard alone writes and reads these tables; pages ask `guard.what_helped()`.
"""

import datetime as dt
from collections import defaultdict
from typing import Any

from django.db import models

from samling.access import guard
from samling.records.shape import Record

from ..rules import STAGES, Figure


class PublishedTerm(Record):
    """A half-year whose figures an organisation has published; they are never worked out again."""

    policy = "closed"

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    term_on = models.DateField()
    published_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "term_on"], name="publishedterm_once")]


class CountedChild(Record):
    """That a child is part of a published count, so that nobody is counted twice; read by the guard alone."""

    policy = "closed"

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    subject = models.ForeignKey("people.Subject", models.PROTECT, related_name="+")
    code = models.CharField(max_length=40)
    helped = models.BooleanField()
    is_shared = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "counted children"
        constraints = [
            models.UniqueConstraint(fields=["organisation", "subject", "code"], name="countedchild_once")
        ]


class HelpedCount(Record):
    """So many more children, at one stage, for whom an adaptation was evaluated; five at least."""

    policy = "closed"

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    term_on = models.DateField()
    code = models.CharField(max_length=40)
    stage = models.CharField(max_length=10)
    children = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="helpedcount_hides_each_child", condition=models.Q(children__gte=5))
        ]


class HelpedShare(Record):
    """Of so many more children at least and at most this many were helped; ten at least, five on each side."""

    policy = "closed"

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    term_on = models.DateField()
    code = models.CharField(max_length=40)
    children = models.PositiveIntegerField()
    least = models.PositiveIntegerField()
    most = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="helpedshare_hides_each_child",
                condition=models.Q(children__gte=10)
                & (
                    models.Q(least=models.F("most"), least__gte=5, least__lte=models.F("children") - 5)
                    | models.Q(least=0, most=4)
                    | models.Q(least=models.F("children") - 4, most=models.F("children"))
                ),
            )
        ]


def figures() -> dict[str, Figure]:
    """What is published where the acting capacity works, by the adaptation's code."""
    places: dict[str, dict[str, int]] = defaultdict(dict)
    shares: dict[str, dict[str, Any]] = {}
    for row in guard.rows("what_helped"):
        if row["stage"]:
            places[row["code"]][row["stage"]] = row["children"]
        else:
            shares[row["code"]] = {"of": row["children"], "least": row["at_least"], "most": row["at_most"]}
    order = list(STAGES)
    return {
        code: Figure(code, tuple(sorted(at.items(), key=lambda one: order.index(one[0]))), **shares.get(code, {}))
        for code, at in places.items()
    }


def published() -> dt.date | None:
    """The first day of the latest term that is part of the figures."""
    found: dt.date | None = guard.asked("helped_term")
    return found
