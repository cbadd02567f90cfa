"""What the pages about no child in particular are laid out from."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.http import Http404

from samling.adaptations.rules import term_of
from samling.people.models import Capacity, Unit

from .models.apart import habits, latest_general, names_to_keep_out, sums
from .models.places import branch_of


def general_page(by: Capacity, on: dt.date) -> dict[str, Any]:
    """This half-year and the one before, sort by sort; and the latest occasions."""
    term = term_of(on)
    before = term_of(term - dt.timedelta(days=1))
    return {"now": sums(term, on + dt.timedelta(days=1)), "before": sums(before, term), "rows": latest_general(), "me": by, "today": on,
            "term": term, "last_term": before}  # fmt: skip


def routines_page(by: Capacity, on: dt.date) -> dict[str, Any]:
    """What is done for everyone, at which units."""
    found = habits()
    return {"habits": found, "places": len({one.unit_id for habit in found for one in habit.routines}), "me": by, "today": on}


def routine_units(by: Capacity) -> Any:
    """Every unit of the organisation where one works."""
    return Unit.objects.filter(branch__organisation_id=branch_of(by).organisation_id, branch__hangs_on=None).order_by("name")


def nameless() -> dict[str, Any]:
    """What must not stand in a text about nobody."""
    return {"names": names_to_keep_out(), "places": []}


def noted(kind: Any, pk: UUID) -> Any:
    """One row of a kind that is about nobody; raises Http404 when it is not there."""
    found = kind.objects.filter(pk=pk, withdrawn_at=None).first()
    if found is None:
        raise Http404
    return found
