"""What the child's page shows of adaptations and special support."""

from typing import Any

from django.http import HttpRequest

from samling.people.models import Child
from samling.records.clock import today

from .models import Adaptation, SpecialSupport
from .models.glance import Glance


def adaptations(request: HttpRequest, child: Child) -> dict[str, Any]:
    """The strip, what is due, and support in force; drawn by adaptations/panel.html as `adaptations`."""
    on = today()
    tries = Glance(child, on)
    return {
        "child": child,
        "strip": tries.strip,
        "due": tries.due,
        "support": SpecialSupport.standing(child.pk),
        "may_start": Adaptation.may_start(child),
        "today": on,
    }
