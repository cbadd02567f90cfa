"""What a unit's letters come to, for whoever leads it: numbers alone, of children and guardians nothing."""

import datetime as dt

from samling.access import guard
from samling.people.models import Capacity
from samling.people.roles import ROLES

from . import rules, standing


def leads(by: Capacity) -> bool:
    """Whether this capacity leads its unit."""
    rule = ROLES.get(by.role)
    return bool(rule and rule.may_assign)


def came_to(at: dt.datetime) -> list[tuple[str, int]]:
    """How many of the last 90 days stand where."""
    return standing.counted(
        (
            rules.state_of(
                outcomes=[row["outcome"]] if row["outcome"] is not None else [],
                handed=[row["handed"]] if row["handed"] else [],
                leaves=row["leaves_at"],
                at=at,
                may_know=row["outcome"] is not None,
            ),
            row["number"],
        )
        for row in guard.rows("unit_letters")
    )
