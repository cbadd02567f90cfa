"""What the child's page shows of letters."""

from typing import Any

from django.http import HttpRequest

from samling.access.door import opened
from samling.people.models import Child
from samling.records.clock import now, today

from . import standing
from .models import Letter

FEW = 4


def letters(request: HttpRequest, child: Child) -> dict[str, Any]:
    """The latest letters about a child that the reader may see; drawn by letters/panel.html as `letters`."""
    rows = standing.about_child(opened(request, Letter), child, now(), FEW)
    return {"child": child, "rows": rows, "today": today()}
