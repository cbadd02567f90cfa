"""Which children have come far on the ladder: for the agenda of the student health team."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from samling.records.clock import STOCKHOLM

from .. import rules_ladder
from ..rules_ladder import BACK
from .ladder import LadderStep
from .weeks import weeks_of, weeks_of_many

FOR_THE_TEAM = 2  # the step from which the student health team is asked (Eskilstuna's ladder: mentor with EHT)


class Climbed(NamedTuple):
    """A child at a step that the team is asked about, and since which week."""

    subject_id: UUID
    title: str
    since_on: dt.date


def climbed(children: Iterable[UUID], *, organisation: UUID, at: dt.datetime, on: dt.date) -> list[Climbed]:
    """Those of these children who stand on the second step or higher, as far as one may read."""
    steps = LadderStep.of(organisation, at)
    weeks = weeks_of_many(children, on - BACK)
    found = {child: rules_ladder.reached(known, steps, on) for child, known in weeks.items()}
    return [
        Climbed(child, one.step.title, one.since_on)
        for child, one in found.items()
        if one and one.step.number >= FOR_THE_TEAM
    ]


def step_of(child: UUID, *, organisation: UUID, at: dt.datetime) -> int | None:
    """The number of the step one child stands on, 0 under the first; None when no week may be read."""
    weeks = weeks_of(child)
    found = rules_ladder.reached(weeks, LadderStep.of(organisation, at), at.astimezone(STOCKHOLM).date()) if weeks else None
    return None if not weeks else found.step.number if found else 0
