"""What the child's page shows of what other authorities have told."""

from typing import Any

from django.http import HttpRequest

from samling.journey.models import gets_copies, sides_of
from samling.people.models import Child

from .told import FEW, around


def told(request: HttpRequest, child: Child) -> dict[str, Any]:
    """What the other parties around my child have told; drawn by sharing/panel.html as `told`.

    `by_copy`: mine is a side that only gets copies, and nothing stands told, so that the page says why.
    """
    found = around(child)
    by_copy = not found["givers"] and not sides_of(child.pk) and gets_copies(child.pk)
    return {**found, "shown": f":{FEW}", "by_copy": by_copy}
