"""A child is joined with a brother or sister, and what home wants at both tables is laid there."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samling.access.door import door
from samling.kernel.answer import Refused
from samling.people.models import Child
from samling.promises.models import Promise
from samling.records.clock import now, today
from samling.ui.asking import sent, status
from samling.ui.respond import respond

from .forms import LayForm, PartForm, WordForm
from .models import Common, Joined, beside, free_meetings, held_for_the_family, leaving, occasions, offered, yes_of
from .rules import State


@door("see brothers and sisters", opens=Child)
def of_child(request: HttpRequest, child: Child) -> HttpResponse:
    """The joinings of one child, and how another is made."""
    at = now()
    parts = [(one, one.state(at)) for one in Joined.of(child.pk)]
    return respond(request, "siblings/child.html", child=child, today=today(), may=Joined.may_join(child),
                   standing=[one for one, state in parts if state is State.STANDS],
                   waiting=[one for one, state in parts if state is State.WAITING],
                   over=[one for one, state in parts if state is State.OVER])  # fmt: skip


@door("give the family a word", opens=Child, asks=True)
def offer(request: HttpRequest, child: Child) -> HttpResponse:
    """A word that the family carries to the other table; it is shown once."""
    form, may = PartForm(sent(request), consents=yes_of(child), initial=_called(child)), Joined.may_join(child)
    part = word = None
    if form.is_valid():
        told = form.cleaned_data
        part, word = Joined.offer(child, told["consent"], told["called"], by=request.capacity, at=now(), pk=form.pk(request.capacity))
    return respond(request, "siblings/offer.html", child=child, form=form, may=may, part=part, word=word, status=status(form))


@door("join a child with a brother or sister", opens=Child, asks=True)
def answer(request: HttpRequest, child: Child) -> HttpResponse:
    """The family has brought a word from the other table."""
    form = WordForm(sent(request), consents=yes_of(child), initial=_called(child))
    if form.is_valid():
        told, by = form.cleaned_data, request.capacity
        try:
            return redirect(Joined.answer(child, told["word"], told["consent"], told["called"], by=by, at=now(), pk=form.pk(by)))
        except Refused as no:
            form.add_error(None, _(no.answer.because))
    return respond(request, "siblings/answer.html", child=child, form=form, may=Joined.may_join(child), status=status(form))


@door("see what two children have in common", opens=Joined)
def joined(request: HttpRequest, part: Joined) -> HttpResponse:
    """One joining, as seen from this child: when the tables meet together, and what lies at both."""
    return respond(request, "siblings/joined.html", **page_of(part))


def page_of(part: Joined, **more: Any) -> dict[str, Any]:
    """What the page of a joining shows."""
    at, pairs = now(), occasions(part) if part.other else []
    ahead = free_meetings(part, at) if part.other else []
    common, gone = beside(part), leaving(part, pairs)
    promises = [one for one in common if isinstance(one.record, Promise)]
    return {
        "part": part, "child": part.own_child, "other": part.other, "state": part.state(at), "today": today(),
        "pairs": [(pair, gone.get(pair.own.occasion, []) if pair.own else []) for pair in pairs], "ahead": ahead, "promises": promises,
        "words": [one for one in common if one not in promises], "offered": offered(part),
        "held": held_for_the_family(part, at) if part.reads_both else None,
    } | more  # fmt: skip


@door("end a joining", opens=Joined, changes=True)
def end(request: HttpRequest, part: Joined) -> HttpResponse:
    """The family does not want it any more: at once, and for good."""
    part.end(by=request.capacity, at=now())
    messages.success(request, _("They are joined no more. What was written stays with each child."))
    return redirect("siblings:child", part.own_child.pk)


@door("lay something beside a brother or sister", opens=Joined, asks=True)
def lay(request: HttpRequest, part: Joined) -> HttpResponse:
    """A promise of home's, or home's own words, since the family wants them at both tables."""
    if not part.reads_both:
        raise Http404
    form = LayForm(sent(request), offered=offered(part))
    if form.is_valid():
        kind, record = form.offered[form.cleaned_data["what"]]
        Common.lay(part, kind, record, by=request.capacity, at=now(), pk=form.pk(request.capacity))
        return redirect(part)
    return respond(request, "siblings/lay.html", part=part, child=part.own_child, form=form, status=status(form))


@door("take something away from a brother or sister", opens=Common, changes=True)
def take_away(request: HttpRequest, common: Common) -> HttpResponse:
    """The family wants it at one table only."""
    common.take_away(by=request.capacity, at=now())
    return redirect(common.own_part)


def _called(child: Child) -> dict[str, str]:
    return {"called": child.called or child.given_name}
