"""What the child's page shows of adaptations and special support."""

from typing import Any

from django.http import HttpRequest

from samling.people.models import Child
from samling.records.clock import today

from .models import Adaptation, SpecialSupport
from .models.together import Tries

FEW = 6  # the latest of what is due, and of support; the chapter's own page has all


def adaptations(request: HttpRequest, child: Child) -> dict[str, Any]:
    """The strip, what is due, and support in force; drawn by adaptations/panel.html as `adaptations`."""
    on = today()
    tries = Tries(child, on)
    return {
        "child": child,
        "asked": tries.asked,
        "due": tries.due[-FEW:],
        "support": [one for one in SpecialSupport.about(child.pk) if not one.ended_at][:FEW],
        "may_start": Adaptation.may_start(child),
        "today": on,
    }
