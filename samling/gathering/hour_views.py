"""Meeting mode: a good hour at the child's level, on a screen that everyone sees."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samling.access.door import door
from samling.records.clock import now
from samling.ui.asking import sent, status
from samling.ui.respond import respond

from .forms import HereForm, PointForm
from .models import Invited, JointMeeting, Point
from .models.table import note_who_came
from .promise_views import hour_of
from .views import page_of


@door("hold a joint meeting", opens=JointMeeting, asks=True)
def hour(request: HttpRequest, meeting: JointMeeting) -> HttpResponse:
    """Large and slow: the child's questions first, who is here, what we promise, and whether we may write so."""
    table = Invited.to(meeting)
    form = HereForm(sent(request), table=table)
    if form.is_valid():
        note_who_came(meeting, form.keys, by=request.capacity, at=now())
        return redirect(reverse("gathering:hour", args=[meeting.pk]) + "#here")
    more = {"presence": form} if form.is_bound else {}
    return respond(request, "gathering/hour.html", status=status(form), **hour_of(request, meeting, **more))


@door("add to the agenda of a joint meeting", opens=JointMeeting, changes=True)
def point_new(request: HttpRequest, meeting: JointMeeting) -> HttpResponse:
    """One point more."""
    form = PointForm(request.POST)
    if not form.is_valid():
        more = page_of(request, meeting, new_point=form)
        return respond(request, "gathering/meeting.html", status=422, **more)
    told = form.cleaned_data
    point = Point.add(meeting, told["topic"], told["text"], by=request.capacity, at=now(), pk=form.pk(request.capacity))
    return redirect(_back(request, point))


@door("note that a point is talked about", opens=Point, changes=True)
def point_done(request: HttpRequest, point: Point) -> HttpResponse:
    """We have talked about this, or not after all."""
    point.mark(point.done_at is None, by=request.capacity, at=now())
    return redirect(_back(request, point))


@door("take a point away", opens=Point, changes=True)
def point_away(request: HttpRequest, point: Point) -> HttpResponse:
    """It is not to be talked about after all."""
    point.take_away(by=request.capacity, at=now())
    return redirect(_back(request, point))


@door("end a joint meeting", opens=JointMeeting, changes=True)
def held(request: HttpRequest, meeting: JointMeeting) -> HttpResponse:
    """It has been held."""
    meeting.hold(by=request.capacity, at=now())
    messages.success(request, _("The meeting is over. Tell the child what was decided, the same day."))
    return redirect(meeting)


def _back(request: HttpRequest, point: Point) -> str:
    """Where one stood: the point in the hour, else the agenda of the meeting."""
    if request.POST.get("back") == "hour":
        return reverse("gathering:hour", args=[point.meeting_id]) + f"#point-{point.pk}"
    return f"{point.meeting.get_absolute_url()}#agenda"
