"""A joint meeting is called, moved, called off; its page, its paper and its place in the calendar."""

import datetime as dt
from typing import Any
from uuid import uuid5

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samling.access import guard
from samling.access.door import door
from samling.journey.models import Draft
from samling.journey.parties import asked_of_them
from samling.kernel.answer import Refused
from samling.letters.models import Letter
from samling.people.models import Child, Setting
from samling.records.clock import now, today
from samling.referral.models.beside import asked_of_team
from samling.ui.asking import sent, status
from samling.ui.handing import handed
from samling.ui.respond import respond
from samling.welcome.models.needed import interpreter_needed

from . import rules
from .calendar import calendar_of
from .forms import LONGEST, BookingForm, BookingStepForm, CallForm, CallOffForm, PointForm, WhenForm
from .models import Booking, ChildsWay, Invited, JointMeeting, Point
from .models.lists import held_lately, staff_around


@door("see the meetings around a child", opens=Child)
def meetings(request: HttpRequest, child: Child) -> HttpResponse:
    """Every joint meeting around one child, and how many the family has sat through."""
    found = JointMeeting.of(child.pk)
    return respond(request, "gathering/meetings.html", child=child, meetings=found, held=held_lately(found, now()), today=today())


@door("call a joint meeting", opens=Child, asks=True)
def new(request: HttpRequest, child: Child) -> HttpResponse:
    """What it is for, when and where."""
    by, at, place = request.capacity, now(), f"gathering-{child.pk}"
    asked, whole = asked_of_them(child.pk), asked_of_team(child.pk, most=LONGEST)
    known = whole if whole.startswith(asked) else asked
    form = CallForm(sent(request), staff=staff_around(child, at), initial={"question": known} | begun(request, place))
    if form.is_valid() and (made := _called(request, child, form, at)):
        Draft.drop(place, by=by.pk)
        return redirect(made)
    return respond(request, "gathering/call.html", child=child, form=form, place=place, known=known, status=status(form))


def offers(request: HttpRequest, child: Child) -> list[BookingForm]:
    """A booking for each language that the family needs, filled in and held by whoever takes it over with one tap."""
    by, needed = request.capacity, interpreter_needed(child.pk)
    found = (needed.languages or [""]) if needed else []
    return [BookingForm(staff=[by], auto_id=False, initial={"language": one, "form": needed.form, "holder": str(by.pk)}) for one in found]


def _called(request: HttpRequest, child: Child, form: CallForm, at: dt.datetime) -> JointMeeting | None:
    """The meeting with its first five points; or the reason on the form."""
    by, told, calls = request.capacity, form.cleaned_data, _school_calls(request)
    answer = JointMeeting.may_begin(child, told, by=by, at=at, school_calls=calls)
    if not answer:
        form.add_error(None, _(answer.because))
        return None
    made = JointMeeting.call(child, told, by=by, at=at, pk=form.pk(by), school_calls=calls)
    if not Point.of(made):
        Point.suggest(made, by=by, at=at)
    return made


@door("see a joint meeting", opens=JointMeeting)
def meeting(request: HttpRequest, meeting: JointMeeting) -> HttpResponse:
    """Everything about one meeting: who and why, the child's way, the interpreter, the agenda."""
    return respond(request, "gathering/meeting.html", **page_of(request, meeting))


def page_of(request: HttpRequest, meeting: JointMeeting, **more: Any) -> dict[str, Any]:
    """What the meeting's page shows."""
    at, child = now(), meeting.child
    if child is None:
        raise Http404
    table, bookings = Invited.to(meeting), Booking.of(meeting)
    days = Setting.number("deadline.interpreter_days", at, capacity=request.capacity.pk)
    staff = [one for one in table if one.is_mine]
    return {
        "meeting": meeting, "child": child, "table": table, "way": ChildsWay.latest(meeting), "points": Point.of(meeting),
        "bookings": [(one, BookingStepForm(booking=one), one.is_late(today(), days)) for one in bookings],
        "is_near": meeting.on <= today(), "may": meeting.may_prepare(), "may_hold": meeting.may_hold(at), "today": today(),
        "new_point": PointForm(),
        "mandates": rules.without_mandate((one.authority, one.decides) for one in staff),
        "crowded": rules.is_crowded(len(staff)), "offers": [] if bookings else offers(request, child),
        "sip": _sip(request, meeting, at), "hidden": bool(guard.is_protected(child.pk)),
        "no_guardian": all(one.seat.kind != "guardian" for one in table), "answers": Invited.Answers.choices,
        "no_child": all(one.seat.kind != "child" for one in table),
    } | more  # fmt: skip


@door("move a joint meeting", opens=JointMeeting, asks=True)
def move(request: HttpRequest, meeting: JointMeeting) -> HttpResponse:
    """Another time, place or chair."""
    at, child = now(), meeting.child
    staff = staff_around(child, at) if child else []
    form = WhenForm(sent(request), staff=staff, initial=WhenForm.begun(meeting))
    if form.is_valid():
        try:
            meeting.move(form.cleaned_data, by=request.capacity, at=at)
            return redirect(meeting)
        except Refused as no:
            form.add_error(None, _(no.answer.because))
    return respond(request, "gathering/move.html", meeting=meeting, child=child, form=form, status=status(form))


@door("call off a joint meeting", opens=JointMeeting, asks=True)
def call_off(request: HttpRequest, meeting: JointMeeting) -> HttpResponse:
    """What happens when it is called off, in words; then one tap."""
    form = CallOffForm(sent(request))
    if form.is_valid():
        meeting.call_off(form.cleaned_data["because"], by=request.capacity, at=now())
        messages.success(request, _("The meeting is called off. Tell the family yourself today."))
        return redirect(meeting)
    return respond(request, "gathering/call-off.html", meeting=meeting, child=meeting.child, form=form, today=today(),
                   table=Invited.to(meeting), status=status(form))  # fmt: skip


@door("write the invitation home", opens=JointMeeting, changes=True)
def letters(request: HttpRequest, meeting: JointMeeting) -> HttpResponse:
    """A letter to each guardian is drafted: the day and whom to ring; what it is about is told in the letter's own words."""
    child, by, at = meeting.child, request.capacity, now()
    if child is None:
        raise Http404
    words = {"next_on": meeting.on, "who": str(by.person), "phone": by.phone or None, "what": meeting.body.question}
    made = [Letter.draft(child, one, kind="meeting", words=words, by=by, at=at, pk=uuid5(meeting.pk, str(one.pk)))
            for one in Letter.recipients(child, at) if Letter.may_draft(child, one, "meeting", at)]  # fmt: skip
    if made:
        messages.success(request, _("The letters are drafted. You find them on Today."))
    else:
        messages.warning(request, _("Nobody in the family can be written to from here. Ring instead."))
    return redirect(meeting)


@door("take a meeting into the calendar", opens=JointMeeting)
def calendar(request: HttpRequest, meeting: JointMeeting) -> HttpResponse:
    """A file for the calendar: time and place, and no name."""
    child = meeting.child
    if child is None or guard.is_protected(child.pk):
        raise Http404
    return handed(calendar_of(meeting), _("meeting.ics"), to_keep=True)


@door("print an invitation", opens=JointMeeting)
def paper(request: HttpRequest, meeting: JointMeeting) -> HttpResponse:
    """The invitation on paper: the question, who comes and why, and that one may say no."""
    return respond(request, "gathering/paper.html", **page_of(request, meeting))


def _sip(request: HttpRequest, meeting: JointMeeting, at: dt.datetime) -> tuple[dt.date, dt.date] | None:
    if not meeting.seen_on:
        return None
    by = request.capacity.pk
    days = {name: Setting.number(f"sip.{name}", at, capacity=by) for name in ("call_days", "meeting_days")}
    return rules.sip_due(meeting.seen_on, **days)


def _school_calls(request: HttpRequest) -> bool:
    return Setting.text("sip.school_calls", now(), capacity=request.capacity.pk) == "yes"


def begun(request: HttpRequest, place: str) -> dict[str, Any]:
    """What was begun at this place and kept as a draft."""
    draft = Draft.at_place(place, by=request.capacity.pk, at=now())
    return draft.first() if draft else {}

