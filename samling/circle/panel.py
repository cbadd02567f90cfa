"""What the child's page shows of the people around the child."""

from typing import Any

from django.http import HttpRequest

from samling.people.models import Child
from samling.records.clock import now

from .models import Around, Picture
from .rules import SILENCE


def circle(request: HttpRequest, child: Child) -> dict[str, Any]:
    """The map, its sentence and those at home with their numbers; drawn by circle/panel.html as `circle`."""
    at = now()
    around = Around(child, request.capacity, at, since=at - SILENCE)
    home = [one for one in around.near if one.kind in ("guardian", "adult")]
    return {"child": child, "around": around, "picture": Picture(child, around, at), "home": home}
