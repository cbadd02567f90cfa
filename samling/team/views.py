"""The team's own pages: its rhythm, its places, and a meeting called by hand."""

import datetime as dt

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samling.access.door import door
from samling.kernel.answer import insist
from samling.records.clock import STOCKHOLM, now, today
from samling.ui.respond import respond

from .forms import CallForm, HereForm, PersonForm, RhythmForm
from .models import Attendee, Team, TeamMeeting, TeamMember
from .models.lists import coming, may_be_invited, may_be_seated, social_gap


@door("set up a team", changes=True)
def team_new(request: HttpRequest) -> HttpResponse:
    """The head sets up the team of the own unit."""
    made = Team.begin(by=request.capacity, at=now())
    return redirect("team:team", made.pk)


@door("see a team", opens=Team)
def team(request: HttpRequest, team: Team) -> HttpResponse:
    """When the team meets, who has a place, and what comes."""
    return _team(request, team)


def _team(request: HttpRequest, team: Team, status: int = 200, **forms: object) -> HttpResponse:
    at, by = now(), request.capacity
    shown_forms = {
        "rhythm_form": RhythmForm(prefix="rhythm"),
        "person_form": PersonForm(prefix="person", people=may_be_seated(team, at)),
        "call_form": CallForm(prefix="call"),
    }
    return respond(
        request, "team/team.html", status=status, team=team, members=team.sitting(at), rhythm=team.rhythm(at),
        coming=coming([team], at), gap=social_gap(team, at), may_lead=team.may_lead(by), today=today(),
        **(shown_forms | forms),
    )


@door("set the rhythm", opens=Team, changes=True)
def rhythm_new(request: HttpRequest, team: Team) -> HttpResponse:
    """A new rhythm from now on."""
    form = RhythmForm(request.POST, prefix="rhythm")
    if not form.is_valid():
        return _team(request, team, 422, rhythm_form=form)
    team.keep_rhythm(form.cleaned_data, by=request.capacity, at=now())
    return redirect("team:team", team.pk)


@door("give a place in the team", opens=Team, changes=True)
def member_new(request: HttpRequest, team: Team) -> HttpResponse:
    """Someone gets a place."""
    insist(team.may_lead(request.capacity))
    form = PersonForm(request.POST, prefix="person", people=may_be_seated(team, now()))
    if not form.is_valid():
        return _team(request, team, 422, person_form=form)
    team.seat(form.cleaned_data["capacity"], by=request.capacity, at=now())
    return redirect("team:team", team.pk)


@door("end a place in the team", opens=TeamMember, changes=True)
def member_end(request: HttpRequest, member: TeamMember) -> HttpResponse:
    """Someone gives up the place."""
    member.end(by=request.capacity, at=now())
    return redirect("team:team", member.team_id)


@door("call a meeting", opens=Team, changes=True)
def meeting_new(request: HttpRequest, team: Team) -> HttpResponse:
    """A meeting called by hand, or the next one of the rhythm."""
    form = CallForm(request.POST, prefix="call")
    if not form.is_valid():
        return _team(request, team, 422, call_form=form)
    said = form.cleaned_data
    starts_at = dt.datetime.combine(said["day"], said["clock"], STOCKHOLM)
    made = TeamMeeting.call(team, starts_at, said["place"], by=request.capacity, at=now())
    messages.success(request, _("The meeting is on the agenda of the team."))
    return redirect(made)


@door("see who is at the table", opens=TeamMeeting)
def table(request: HttpRequest, meeting: TeamMeeting) -> HttpResponse:
    """Who is at the table, who is in the room, and whom to invite."""
    return _table(request, meeting)


def _table(request: HttpRequest, meeting: TeamMeeting, status: int = 200, **forms: object) -> HttpResponse:
    at = now()
    table = meeting.table(at)
    shown_forms: dict[str, object] = {"here_form": HereForm(prefix="room", table=table)}
    shown_forms |= {"guest_form": PersonForm(prefix="guest", people=may_be_invited(meeting, at))}
    return respond(request, "team/table.html", status=status, meeting=meeting, table=table, today=today(),
                   may_run=meeting.may_run(), **(shown_forms | forms))  # fmt: skip


@door("note who is in the room", opens=TeamMeeting, changes=True)
def room(request: HttpRequest, meeting: TeamMeeting) -> HttpResponse:
    """Who is in the room now."""
    insist(meeting.may_run())
    form = HereForm(request.POST, prefix="room", table=meeting.table(now()))
    if not form.is_valid():
        return _table(request, meeting, 422, here_form=form)
    meeting.note_here(form.people, by=request.capacity, at=now())
    return redirect(meeting)


@door("invite a guest to a meeting", opens=TeamMeeting, changes=True)
def guest_new(request: HttpRequest, meeting: TeamMeeting) -> HttpResponse:
    """Someone from another house is asked to come."""
    insist(meeting.may_run())
    form = PersonForm(request.POST, prefix="guest", people=may_be_invited(meeting, now()))
    if not form.is_valid():
        return _table(request, meeting, 422, guest_form=form)
    meeting.invite(form.cleaned_data["capacity"], by=request.capacity, at=now())
    return redirect("team:table", meeting.pk)


@door("take a guest off a meeting", opens=Attendee, changes=True)
def guest_end(request: HttpRequest, attendee: Attendee) -> HttpResponse:
    """The guest does not come."""
    attendee.leave(by=request.capacity, at=now())
    return redirect("team:table", attendee.meeting_id)
