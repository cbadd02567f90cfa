"""Who comes and why, what they answer, how the child takes part, and who interprets."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samling.access.door import door
from samling.journey.models import Draft
from samling.kernel.answer import Refused
from samling.records.clock import now
from samling.seating.models import guardians
from samling.ui.asking import sent, status
from samling.ui.respond import respond

from .forms import AnswerForm, BookingForm, BookingStepForm, InviteForm, WayForm
from .models import Booking, ChildsWay, Invited, JointMeeting
from .models.interpreters import names_around
from .models.lists import staff_around
from .rules import Booked
from .views import begun, offers


@door("invite to a joint meeting", opens=JointMeeting, asks=True)
def invite(request: HttpRequest, meeting: JointMeeting) -> HttpResponse:
    """One more at the table, and why."""
    at, child = now(), meeting.child
    if child is None:
        raise Http404
    staff, near, name = staff_around(child, at), guardians(child, at), child.called or child.full_name
    form = InviteForm(sent(request), staff=staff, guardians=near, child=name)
    if form.is_valid():
        try:
            Invited.invite(meeting, form.seat, **form.reasons, by=request.capacity, at=at)
            return redirect(meeting)
        except Refused as no:
            form.add_error(None, _(no.answer.because))
    return respond(request, "gathering/invite.html", meeting=meeting, child=child, form=form, status=status(form))


@door("note an answer to an invitation", opens=Invited, changes=True)
def answer(request: HttpRequest, one: Invited) -> HttpResponse:
    """Comes, takes part from afar, or cannot come."""
    form = AnswerForm(request.POST)
    if form.is_valid():
        one.note_answer(form.cleaned_data["answer"], by=request.capacity, at=now())
    else:
        messages.warning(request, _("Choose one of the answers."))
    return redirect(one.meeting)


@door("take an invitation back", opens=Invited, changes=True)
def take_away(request: HttpRequest, one: Invited) -> HttpResponse:
    """Not asked to the table after all."""
    one.take_away(by=request.capacity, at=now())
    return redirect(one.meeting)


@door("note how the child takes part", opens=JointMeeting, asks=True)
def way(request: HttpRequest, meeting: JointMeeting) -> HttpResponse:
    """The child's own choice, in the child's words."""
    at, child, place = now(), meeting.child, f"way-{meeting.pk}"
    if child is None:
        raise Http404
    before = ChildsWay.latest(meeting)
    first = {"way": before.way, "speaker": before.body.speaker, "helper": str(before.helper_id or "")} if before else {}
    form = WayForm(sent(request), staff=staff_around(child, at), initial=first | begun(request, place))
    if form.is_valid():
        ChildsWay.choose(meeting, form.cleaned_data, by=request.capacity, at=at)
        Draft.drop(place, by=request.capacity.pk)
        return redirect(meeting)
    return respond(request, "gathering/way.html", meeting=meeting, child=child, form=form, place=place, before=before,
                   status=status(form))  # fmt: skip


@door("note that the child was told", opens=ChildsWay, changes=True)
def told(request: HttpRequest, way: ChildsWay) -> HttpResponse:
    """Somebody has told the child what was decided."""
    way.told_child(by=request.capacity, at=now())
    return redirect(way.meeting)


@door("book an interpreter", opens=JointMeeting, asks=True)
def booking(request: HttpRequest, meeting: JointMeeting) -> HttpResponse:
    """An interpreter is needed: language, form, and who sees to it."""
    at, child = now(), meeting.child
    if child is None:
        raise Http404
    known = next((one.initial for one in offers(request, child)), {})
    form = BookingForm(sent(request), staff=staff_around(child, at), initial=known)
    if form.is_valid():
        Booking.need(meeting, form.cleaned_data, by=request.capacity, at=at, pk=form.pk(request.capacity))
        return redirect(meeting)
    return respond(request, "gathering/interpreter.html", meeting=meeting, child=child, form=form, status=status(form))


@door("note where the booking stands", opens=Booking, changes=True)
def booking_step(request: HttpRequest, booking: Booking) -> HttpResponse:
    """The next step of a booking."""
    form = BookingStepForm(request.POST, booking=booking)
    if not form.is_valid():
        messages.warning(request, _("Choose where the booking stands."))
        return redirect(booking.meeting)
    told: dict[str, Any] = form.cleaned_data
    try:
        booking.step(Booked(told["state"]), told["supplier"] or booking.body.supplier, around=names_around(booking.meeting),
                     by=request.capacity, at=now())  # fmt: skip
    except Refused as no:
        messages.warning(request, _(no.answer.because))
    return redirect(booking.meeting)
