"""What the child's page shows of letters."""

from typing import Any

from django.http import HttpRequest

from samling.people.models import Child
from samling.records.clock import now, today

from . import standing


def letters(request: HttpRequest, child: Child) -> dict[str, Any]:
    """The latest letters about a child that the reader may see; drawn by letters/panel.html as `letters`."""
    return {"child": child, "rows": standing.latest_about(child, now()), "today": today()}
