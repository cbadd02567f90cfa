"""What comes of a checklist: the review page in words, the follow-up, the concern that is back."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from samling.access.door import door
from samling.checklist import rules, table
from samling.checklist.forms import Asked
from samling.checklist.models import Checklist, Decision
from samling.checklist.models.decision import asked_again_on
from samling.kernel.answer import insist
from samling.records.clock import now
from samling.ui.respond import respond


@door("decide about a checklist", opens=Checklist, asks=True)
def decision(request: Any, checklist: Checklist) -> HttpResponse:
    """Solved here or further: choose, then a page that says what will happen, then the deed."""
    sitting = table.seated(request, checklist)
    insist(rules.may_see_part(reads=bool(sitting.path)))
    kind = request.POST.get("kind") or request.GET.get("kind", "")
    kind = kind if kind in Decision.Kind.values else ""
    if request.method == "POST" and kind:
        seen = "a-seen" in sitting.answered
        Decision.decide(checklist, kind, seen=seen, by=request.capacity, at=sitting.at)
        return redirect("checklist:show", checklist.pk)
    left = [page for page in sitting.path if sitting.states[page.code] in (rules.TODO, rules.STARTED)]
    shown: dict[str, Any] = {
        "sitting": sitting,
        "child": sitting.child,
        "today": sitting.today,
        "left": left,
        "kind": kind,
    }
    day = asked_again_on(request.capacity, sitting.at)
    return respond(request, "checklist/decision.html", follow_up_on=day, **shown)


@door("follow up a checklist", opens=Checklist, asks=True)
def follow_up(request: Any, checklist: Checklist) -> HttpResponse:
    """Six weeks later: is it solved, and who says so?"""
    sitting, standing = table.seated(request, checklist), checklist.decision
    if standing is None or not sitting.path:
        raise Http404
    insist(standing.may_follow_up())
    form = Asked(request.POST if request.method == "POST" else None, may=standing.may_follow_up)
    if request.method == "POST" and form.is_valid():
        standing.follow_up(**form.cleaned_data, by=request.capacity, at=sitting.at)
        return redirect("checklist:show", checklist.pk)
    sitting.look(sitting.everything, "follow up a checklist")
    shown: dict[str, Any] = {"sitting": sitting, "child": sitting.child, "form": form, "today": sitting.today}
    return respond(request, "checklist/follow-up.html", status=422 if form.errors else 200, **shown)


@door("take up a checklist again", opens=Checklist, changes=True)
def concern_back(request: Any, checklist: Checklist) -> HttpResponse:
    """The concern is back: the decision falls, and the checklist is open again."""
    standing = checklist.decision
    if standing is None:
        raise Http404
    standing.concern_is_back(by=request.capacity, at=now())
    return redirect("checklist:show", checklist.pk)
