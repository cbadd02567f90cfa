"""What other authorities have told me about a child, giver by giver, with the ground it rests on."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext

from samling.access import guard
from samling.access.models import Ground, Walled
from samling.access.recorded import tellable, title_of
from samling.kernel.categories import TITLES, category_of
from samling.people.models import Child
from samling.records.clock import today

FEW = 5  # so much of what is told a child's page shows


class Line(NamedTuple):
    """One record that is told."""

    kind: str
    title: str
    at: dt.datetime
    by: str
    to: str  # address of the record, if it has a page


class Giver(NamedTuple):
    """One ground: who tells, on what law, until when; `quiet` when the home must not be reached."""

    child: Child | None
    unit: str
    shape: str
    ground: Ground
    quiet: bool
    kinds: list[str]
    lines: list[Line]

    @property
    def more(self) -> bool:
        """Whether a child's page leaves some of it to a page of its own."""
        return len(self.lines) > FEW


def told(subjects: Iterable[UUID] | None = None, own: UUID | None = None) -> list[Giver]:
    """What stands told to the acting capacity, of all children or of these child rows; `own` is the child as the reader knows her."""
    wanted = None if subjects is None else set(subjects)
    lines = [row for row in guard.my_disclosures() if wanted is None or row["subject_id"] in wanted]
    if not lines:
        return []
    children = {
        child.pk: child for child in Child.objects.filter(pk__in={row["subject_id"] for row in lines})
    }
    quiet = {row["told_quietly"] for row in guard.rows("told_quietly")}
    grounds = (
        Ground.objects.filter(pk__in={row["ground_id"] for row in lines})
        .select_related("decided_by__person", "decided_by__unit__branch")
        .order_by("from_at")
    )
    found = _heads(lines)
    return [
        _giver(
            ground,
            [row for row in lines if row["ground_id"] == ground.pk],
            found,
            children,
            ground.pk in quiet,
            own,
        )
        for ground in grounds
    ]


def around(child: Child) -> dict[str, Any]:
    """What stands told about a child, and by the other sides of one's own child; with what the templates need."""
    return {"child": child, "givers": told([child.pk, *guard.met_children(child.pk)], child.pk), "today": today()}


def _heads(lines: list[dict[str, Any]]) -> list[Walled]:
    """Every told record that may be read; the walls themselves leave out the rest."""
    places = {(row["subject_id"], row["wall"]) for row in lines}
    subjects = {subject for subject, _wall in places}
    heads = [
        head
        for model in tellable()
        for head in model.objects.filter(subject_id__in=subjects, withdrawn_at=None).select_related(
            "written_by__person"
        )
    ]
    return sorted(
        (head for head in heads if (head.subject_id, head.wall) in places),
        key=lambda h: h.written_at,
        reverse=True,
    )


def _giver(
    ground: Ground, lines: list[dict[str, Any]], heads: list[Walled], children: dict[UUID, Child], quiet: bool, own: UUID | None
) -> Giver:
    mine = [head for head in heads if any(_tells(row, head) for row in lines)]
    unit: Any = ground.decided_by.unit
    kinds = [TITLES[category_of(wall)] for wall in sorted({row["wall"] for row in lines})]
    return Giver(
        children.get(ground.subject_id),
        str(unit),
        unit.branch.actor,
        ground,
        quiet,
        kinds,
        _lines(mine, own),
    )


def _lines(heads: list[Any], own: UUID | None) -> list[Line]:
    """The latest first. Records that belong together (weeks of attendance) are one line, with how many earlier ones there are."""
    lines, more = {}, Counter(head.told_together for head in heads if hasattr(head, "told_together"))
    for head in heads:
        together = getattr(head, "told_together", "")
        if together not in lines:
            earlier = more[together] - 1 if together else 0
            title = gettext("%(title)s and %(n)s earlier") % {"title": title_of(head), "n": earlier} if earlier else title_of(head)
            to = reverse(together, args=[own]) if together and own else _address(head)
            lines[together or head.pk] = Line(TITLES[head.category], title, head.written_at, str(head.written_by.person), to)
    return list(lines.values())


def _tells(row: dict[str, Any], head: Walled) -> bool:
    if (row["subject_id"], row["wall"]) != (head.subject_id, head.wall):
        return False
    return row["record_id"] == head.pk or bool(row["since_at"] and row["since_at"] <= head.written_at)


def _address(head: Any) -> str:
    return head.get_absolute_url() if hasattr(head, "get_absolute_url") else ""
