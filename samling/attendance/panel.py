"""What the child's page, the lists and the story show of attendance."""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from samling.access import guard
from samling.people.models import Child
from samling.records.clock import now, today
from samling.ui.parts import Entry

from . import rules_ladder
from .models import LadderStep
from .models.inquiries import AbsenceInquiry
from .models.weeks import LATEST, latest_weeks, place, weeks_of, weeks_of_many
from .picture import picture
from .ribbon import Ribbon, Spark, reach, ribbon, spark
from .rules import DRAWN, ROLLING, WEEK, Week
from .rules_ladder import MOST_WEEKS, Reached, Step


def attendance(request: HttpRequest, child: Child) -> dict[str, Any] | None:
    """The picture, the step reached and what goes on; drawn by attendance/panel.html as `attendance`."""
    access = guard.my_access(child.pk)
    if place(child) not in access:
        return None
    weeks, day = latest_weeks(child.pk), today()
    steps = LadderStep.of(request.capacity.unit.branch.organisation_id, now())
    return {
        "child": child,
        "picture": picture(weeks, day),
        "reached": _reached(child.pk, weeks, steps, day),
        "latest_on": weeks[-1].on if weeks else None,
        "inquiry": AbsenceInquiry.open_about(child.pk),
        "may_note": access[place(child)],
        "today": day,
    }


def _reached(child: UUID, weeks: list[Week], steps: list[Step], on: dt.date) -> Reached | None:
    """The step reached; from every week there is where the latest do not tell since when."""
    found = rules_ladder.reached(weeks, steps, on)
    is_cut = len(weeks) == LATEST and found is not None and found.since_on <= weeks[MOST_WEEKS + ROLLING].on
    return rules_ladder.reached(weeks_of(child), steps, on) if is_cut else found


def beside(child: Child, lines: Sequence[Entry], before: dt.datetime | None) -> Ribbon | None:
    """The ribbon beside a piece of the story; drawn by attendance/ribbon.html as `ribbon`."""
    if place(child) not in guard.my_access(child.pk):
        return None
    return ribbon(weeks_of(child.pk), lines, reach(lines, today(), before))


def sparks(children: Sequence[UUID]) -> dict[UUID, Spark]:
    """Attendance in small for those of a list's children it may be read of, in one statement."""
    day = today()
    weeks = weeks_of_many(children, day - DRAWN * WEEK)
    return {child: found for child, known in weeks.items() if (found := spark(known, day))}
