"""What the child's page shows of consent: the numbers in words, and what ends first."""

import datetime as dt
from typing import Any

from django.http import HttpRequest

from samling.people.models import Child
from samling.records.clock import now, today

from . import rules
from .matrix import matrix_of
from .words import LOOKS, NOT_ASKED

FEW = 4
LATELY = dt.timedelta(days=31)  # a question whose time has been out for longer stands on the page of all
YES = (LOOKS[rules.State.GIVEN], LOOKS[rules.State.SOON])
NO = (LOOKS[rules.State.REFUSED], LOOKS[rules.State.CONFLICT], LOOKS[rules.State.WITHDRAWN])


def consents(request: HttpRequest, child: Child) -> dict[str, Any]:
    """How many yes, no and not asked, who is waited for, what ends first; drawn by consent/panel.html."""
    at = now()
    found = matrix_of(child, at, at - LATELY)
    yes, no = (sum(found.numbers[look] for look in looks) for looks in (YES, NO))
    ends = [line.asked.consent.last_on for line in found.current if line.status.state in rules.STANDS]
    waiting = [line for line in found.current if line.waits]
    return {
        "child": child,
        "yes": yes,
        "no": no,
        "not_asked": found.numbers[NOT_ASKED],
        "waiting": waiting,
        "shown": waiting[:FEW],
        "ends_on": min(ends, default=None),
        "any": bool(found.current or found.past),
        "today": today(),
    }
