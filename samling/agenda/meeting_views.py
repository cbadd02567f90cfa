"""Every meeting, and one: its agenda, the paper without names, and the tap that ends it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samling.access.door import door, shown
from samling.records.clock import now, today
from samling.team.models import Team, TeamMeeting
from samling.team.models.lists import coming, social_gap, teams
from samling.team.rules import may_lead
from samling.ui.respond import respond

from .models import TeamDecision
from .models.closing import end as end_meeting
from .models.closing import ending
from .models.lists import mine
from .models.points import agenda
from .models.waiting import waiting

FEW = 6  # meetings of a team that have been, on the page of all


@door("see the meetings")
def meetings(request: HttpRequest) -> HttpResponse:
    """*Möten*: what comes, what has been, and what is mine."""
    at, by = now(), request.capacity
    own = shown(request, "see the meetings", mine(by))
    near = teams()
    ahead, held = coming(near, at), TeamMeeting.held(near, FEW)
    rows = [(team, [one for one in ahead if one.team == team], [one for one in held if one.team == team]) for team in near]
    may = may_lead(role=by.role, at_unit=by.unit is not None and Team.of_unit(by.unit_id) is None)
    return respond(request, "agenda/meetings.html", rows=rows, mine=own, today=today(), at=at, may_begin=may)


@door("see an agenda", opens=TeamMeeting)
def meeting(request: HttpRequest, meeting: TeamMeeting) -> HttpResponse:
    """The agenda: what was decided last comes first, then one child at a time."""
    at, by, inside = now(), request.capacity, meeting.is_inside
    points, table = agenda(meeting, by, at), meeting.table(at)
    reviews = TeamDecision.to_follow_up(meeting.team, meeting.on) if inside and not meeting.ended_at else []
    wait = waiting(meeting.team, at) if inside and not meeting.ended_at else []
    shown(request, "see an agenda", [one for one in [*points, *reviews, *wait] if one.subject_id])
    return respond(
        request, "agenda/meeting.html", meeting=meeting, points=points, table=table, inside=inside,
        reviews=reviews, waiting=wait, may_run=meeting.may_run(), today=today(), gap=social_gap(meeting.team, at),
        first=next((one.item for one in points if one.item), None),
    )


@door("end a meeting", opens=TeamMeeting, asks=True)
def end(request: HttpRequest, meeting: TeamMeeting) -> HttpResponse:
    """What happens when it ends, in words; then one tap."""
    at, by = now(), request.capacity
    if request.method == "POST":
        end_meeting(meeting, by=by, at=at)
        messages.success(request, _("Done for today. Every decision is with its holder."))
        return redirect(meeting)
    found = ending(meeting, by, at)
    shown(request, "end a meeting", found.decisions)
    return respond(request, "agenda/end.html", meeting=meeting, ending=found, today=today())


@door("print an agenda without names", opens=TeamMeeting)
def paper(request: HttpRequest, meeting: TeamMeeting) -> HttpResponse:
    """The agenda on paper: points and decisions, no child's and no guardian's name."""
    points = agenda(meeting, request.capacity, now())
    shown(request, "print an agenda without names", [one for one in points if one.subject_id])
    return respond(request, "agenda/paper.html", meeting=meeting, points=points, table=meeting.table(now()), today=today())
