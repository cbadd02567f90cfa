"""Arranging the information meeting, holding it, and noting what each of the family answers."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samling.access.door import door, open_walls
from samling.kernel.answer import insist
from samling.people.models import Child
from samling.records.clock import STOCKHOLM, now, today
from samling.referral.models import Referral
from samling.seating.chairs import Chairs
from samling.seating.models import Seat, colleagues
from samling.ui.respond import respond

from .forms import AnswersForm, ArrangeForm
from .models import InfoMeeting
from .models import answers as deeds
from .models.answers import Giver, givers
from .models.home import bring, told_guardians, write_home
from .models.meetings import may_arrange
from .models.words import Words


@door("arrange an information meeting", opens=Child, asks=True)
def arrangement(request: HttpRequest, child: Child) -> HttpResponse:
    """When, where, who, and what the family needs."""
    by, at = request.capacity, now()
    insist(may_arrange(child, by))
    form, referral = _arrange_form(request, child), Referral.about(child.pk)
    open_walls(referral, "arrange an information meeting")
    if not form.is_valid():
        return respond(request, "welcome/arrange.html", child=child, form=form, referral=referral, today=today(),
                       status=422 if form.is_bound else 200, told=told_guardians(child, referral, at) if referral else [])  # fmt: skip
    meeting = InfoMeeting.arrange(child, form.cleaned_data, by=by, at=at)
    letters = write_home(meeting, by=by, at=at)
    messages.success(request, _("Saved. Letters home are drafted.") if letters else _("Saved."))
    return redirect(meeting)


def _arrange_form(request: HttpRequest, child: Child) -> ArrangeForm:
    found = InfoMeeting.about(child.pk)
    people = colleagues(child, now())
    first: dict[str, Any] = {"holder": str(request.capacity.pk)}
    if found and not found.held_at:
        starts = found.starts_at.astimezone(STOCKHOLM) if found.starts_at else None
        first = {"holder": str(found.holder_id), "needs": found.needs, "place": found.body.place, "words": found.body.words,
                 "on": starts and starts.date(), "clock": starts and starts.time()}  # fmt: skip
    return ArrangeForm(request.POST if request.method == "POST" else None, people=people, initial=first)


@door("note the guardians that the school has told of", opens=Child, changes=True)
def guardians(request: HttpRequest, child: Child) -> HttpResponse:
    """Nothing is typed twice."""
    by, at = request.capacity, now()
    insist(may_arrange(child, by))
    referral = Referral.about(child.pk)
    if referral and bring(child, referral, by=by, at=at):
        messages.success(request, _("The guardians are noted here too."))
    return redirect("welcome:arrangement", child.pk)


@door("read an information meeting", opens=InfoMeeting)
def show(request: HttpRequest, meeting: InfoMeeting) -> HttpResponse:
    """When and where, who was there, which words were said, and what each one answered."""
    by, child = request.capacity, meeting.child
    return respond(
        request, "welcome/show.html", meeting=meeting, child=child, seats=Seat.at(meeting), givers=givers(meeting, child),
        stage=meeting.stage, may_hold=meeting.may_hold(by, today()), may_answer=meeting.may_answer(by), today=today(),
        may_arrange=may_arrange(child, by), keeper=meeting.keeper,
    )  # fmt: skip


@door("hold an information meeting", opens=InfoMeeting, asks=True)
def holding(request: HttpRequest, meeting: InfoMeeting) -> HttpResponse:
    """Who was there, the words that are said, and each one's yes, no or not yet."""
    by, at, child = request.capacity, now(), meeting.child
    insist(meeting.may_hold(by, today()))
    chairs, form = _chairs(request, meeting, child), _answers_form(request, givers(meeting, child))
    if not (chairs.is_valid() and form.is_valid()):
        return respond(request, "welcome/hold.html", meeting=meeting, child=child, chairs=chairs, form=form, today=today(),
                       words=Words.of(child, by, at), status=422 if form.is_bound else 200)  # fmt: skip
    chairs.save(meeting, by=by, at=at)
    deeds.hold(meeting, form.said, by=by, at=at)
    messages.success(request, _("Noted. Yes and no weigh the same."))
    return redirect("welcome:show", meeting.pk)


def _chairs(request: HttpRequest, meeting: InfoMeeting, child: Child) -> Chairs:
    chairs = Chairs(request.POST if request.method == "POST" else None, seats=Seat.at(meeting), child=child, at=now())
    chairs.fields["staff"].help_text = ""
    return chairs


def _answers_form(request: HttpRequest, asked: list[Giver]) -> AnswersForm:
    return AnswersForm(request.POST if request.method == "POST" else None, givers=asked)


@door("note what the family answers", opens=InfoMeeting, asks=True)
def answers(request: HttpRequest, meeting: InfoMeeting) -> HttpResponse:
    """Those who had not answered yet, and those who say something else now."""
    by, at, child = request.capacity, now(), meeting.child
    insist(meeting.may_answer(by))
    form = _answers_form(request, [one for one in givers(meeting, child) if one.said == "silent"])
    if not form.is_valid() or not form.givers:
        return respond(request, "welcome/answers.html", meeting=meeting, child=child, form=form, today=today(),
                       status=422 if form.is_bound else 200)  # fmt: skip
    deeds.answer(meeting, form.said, by=by, at=at)
    messages.success(request, _("Noted. Yes and no weigh the same."))
    return redirect("welcome:show", meeting.pk)


@door("end what the family has said no to", opens=InfoMeeting, changes=True)
def end(request: HttpRequest, meeting: InfoMeeting) -> HttpResponse:
    """A yes was taken back elsewhere: the question ends here too."""
    insist(meeting.may_answer(request.capacity))
    deeds.settle(meeting, by=request.capacity, at=now())
    return redirect("welcome:show", meeting.pk)
