"""What the child's page shows of the information meeting."""

from typing import Any

from django.http import HttpRequest

from samling.people.models import Child
from samling.records.clock import today
from samling.referral.models import Referral
from samling.referral.rules import State

from .models import InfoMeeting
from .models.meetings import due_of


def welcome(request: HttpRequest, child: Child, referral: Referral | None) -> dict[str, Any] | None:
    """For the team alone: the meeting to arrange, to hold or held; drawn by welcome/panel.html as `welcome`."""
    if referral is None or referral.party.child_id != child.pk or not referral.at_team(request.capacity):
        return None
    meeting = InfoMeeting.about(child.pk)
    if meeting is None and referral.state is not State.ACCEPTED:
        return None
    return {"child": child, "meeting": meeting, "due_on": meeting.due_on if meeting else due_of(referral), "today": today()}
