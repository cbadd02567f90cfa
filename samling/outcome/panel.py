"""What the child's page shows of the wheel."""

import datetime as dt
from typing import Any, NamedTuple

from django.http import HttpRequest

from samling.journey.models import Party, sides_of
from samling.people.models import Child

from .models.wheels import PLACES, told_of
from .rules import Voice


class Answered(NamedTuple):
    """One person's latest wheel, and how many there are of that person."""

    shape: str
    name: str
    on: dt.date
    number: int


def wheels(request: HttpRequest, child: Child) -> dict[str, Any]:
    """Who has answered, and when last; drawn by outcome/panel.html as `wheels`."""
    here = [one.journey for one in sides_of(child.pk) if one.how == Party.How.SPACE and not one.ended_at]
    answered = [Answered(PLACES[Voice(voice)], name, on, number) for voice, name, on, number in told_of([child.pk, *here])]
    return {"child": child, "answered": answered}
