"""What the child's page and the day show of joint meetings."""

import datetime as dt
from typing import Any

from django.http import HttpRequest

from samling.people.models import Child
from samling.records.clock import now, today

from .models import JointMeeting
from .models.lists import held_lately

YEAR = dt.timedelta(days=366)


def joint_meetings(request: HttpRequest, child: Child) -> dict[str, Any]:
    """The next joint meeting, and how many have been; drawn by gathering/panel.html as `gathering`."""
    at = now()
    found = JointMeeting.of(child.pk, at - YEAR)
    ahead = [one for one in found if not one.is_over and one.ends_at >= at]
    return {"child": child, "next": ahead[-1] if ahead else None, "held": held_lately(found, at), "today": today()}
