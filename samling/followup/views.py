"""Follow-up of one child: the days, whom one asks, and that a round is done."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samling.access.door import door
from samling.instruments.shape import Time
from samling.kernel.answer import Refused
from samling.people.models import Child
from samling.records.clock import now, today
from samling.ui.asking import sent, status
from samling.ui.respond import respond

from . import page
from .forms import AskForm, DayForm, RoundForm
from .models import Ask, Round


@door("follow up a child", opens=Child)
def child(request: HttpRequest, child: Child) -> HttpResponse:
    """Every round with who was asked, and what is left of each one's budget."""
    return respond(request, "followup/child.html", **page.child_page(child, request.capacity, now(), today()))


@door("set a day of follow-up", opens=Child, asks=True)
def new(request: HttpRequest, child: Child) -> HttpResponse:
    """Which time, and on which day."""
    form = RoundForm(sent(request), initial={"due_on": today()})
    if form.is_valid():
        told = form.cleaned_data
        Round.plan(child, Time(told["time"]), told["due_on"], by=request.capacity, at=now(), pk=form.pk(request.capacity))
        return redirect("followup:child", child.pk)
    return respond(request, "followup/new.html", form=form, child=child, status=status(form))


@door("ask how it is", opens=Round, asks=True)
def round(request: HttpRequest, round: Round) -> HttpResponse:
    """Whom, and how: what is left of each one's budget stands there before one asks."""
    if round.child is None:
        raise Http404
    around = page.Around(round.child, request.capacity, now(), today())
    lines = around.lines(round)
    may = [line for line in lines if line.person.voice in around.voices]
    form = AskForm(sent(request), lines=may)
    if form.is_valid():
        try:
            return redirect(_asked(request, around, round, form))
        except Refused as no:
            form.add_error("how", _(no.answer.because))
    return respond(request, "followup/round.html", form=form, round=round, child=round.child, lines=lines, today=today(),
                   any_asked=any(line.ask for line in lines), may_ask=bool(may),
                   takes_totals=around.takes_totals(round), status=status(form))  # fmt: skip


def _asked(request: HttpRequest, around: page.Around, round: Round, form: AskForm) -> Ask:
    person, how = form.people[form.cleaned_data["person"]], form.cleaned_data["how"]
    return Ask.put(around.child, round, person, how, helps=around.promises, access=around.access, by=request.capacity, at=now(),
                   pk=form.pk(request.capacity))  # fmt: skip


@door("move a day of follow-up", opens=Round, asks=True)
def move(request: HttpRequest, round: Round) -> HttpResponse:
    """Another day than the one that was set, or that came by itself."""
    if round.child is None:
        raise Http404
    form = DayForm(sent(request), initial={"due_on": round.due_on})
    if form.is_valid():
        round.move(form.cleaned_data["due_on"], by=request.capacity, at=now())
        return redirect(round)
    return respond(request, "followup/move.html", form=form, round=round, child=round.child, status=status(form))


@door("finish a follow-up", opens=Round, changes=True)
def done(request: HttpRequest, round: Round) -> HttpResponse:
    """Everybody who is asked has been."""
    round.finish(by=request.capacity, at=now())
    messages.success(request, _("The follow-up is done."))
    return redirect("followup:child", round.child.pk) if round.child else redirect("day:today")
