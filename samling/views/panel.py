"""What the child's page shows of the three views."""

from typing import Any

from django.http import HttpRequest

from samling.people.models import Child

from .models.standing import in_short


def views(request: HttpRequest, child: Child) -> dict[str, Any]:
    """How many notes of each kind, and whether the team has summed up; drawn by views/panel.html as `views`."""
    return {"child": child, **in_short(child)}
