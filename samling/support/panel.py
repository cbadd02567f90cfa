"""What the child's page shows of support: one's own side's and what the others have told, in one statement."""

from typing import Any

from django.http import HttpRequest

from samling.people.models import Child

from .models import given


def supports(request: HttpRequest, child: Child) -> dict[str, Any]:
    """What goes on around the child; drawn by support/panel.html as `supports`."""
    shown, more = given(child.pk)
    return {"child": child, "given": shown, "more": more}
