"""What the child's page shows of what other authorities have told."""

from typing import Any

from django.http import HttpRequest

from samling.access import guard
from samling.people.models import Child
from samling.records.clock import today

from .told import FEW
from .told import told as told_to_me


def told(request: HttpRequest, child: Child) -> dict[str, Any]:
    """What the other parties around my child have told; drawn by sharing/panel.html as `told`."""
    return {"child": child, "shown": f":{FEW}", "givers": told_to_me([child.pk, *guard.met_children(child.pk)], child.pk), "today": today()}
