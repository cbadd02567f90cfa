"""The checklist's pages: begin, front, page, card, sheet, school health's own words, earlier versions."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from samling.access.door import door
from samling.checklist import front, table
from samling.checklist.models import Answer, Checklist, Line, Sitting, Trial, Tried
from samling.kernel.answer import insist
from samling.people.models import Child
from samling.questions.rules.summary import summary
from samling.records.clock import now
from samling.ui.respond import respond


@door("begin a checklist", opens=Child, asks=True)
def begin(request: Any, child: Child) -> HttpResponse:
    """Begin, or go on with the one that is open; from a concern by ?signal=."""
    insist(Checklist.may_begin(child, request.capacity))
    if request.method == "POST":
        made = Checklist.begin(child, by=request.capacity, at=now(), signal=_uuid(request.POST.get("signal")))
        return redirect("checklist:continue", made.pk)
    found = Checklist.open_about(child)
    if found:
        return redirect("checklist:show", found.pk)
    return respond(request, "checklist/begin.html", child=child, signal=_uuid(request.GET.get("signal")))


@door("read a checklist", opens=Checklist)
def show(request: Any, checklist: Checklist) -> HttpResponse:
    """The front: the steps with their states, the cards, what was tried and the next thing to do."""
    sitting = table.seated(request, checklist)
    if not sitting.path:
        return _for_readers(request, sitting)
    sitting.look(sitting.everything, "read a checklist")
    shown: dict[str, Any] = {
        "sitting": sitting,
        "child": sitting.child,
        "today": sitting.today,
        "tasks": front.tasks(sitting),
    }
    decided = checklist.decision
    asked = front.is_asked(sitting, decided)
    return respond(request, "checklist/show.html", decision=decided, closed=checklist.is_closed, asked=asked,
                   counts=front.counts(sitting, decided), urls=front.ways(sitting), cards=front.cards(sitting), **shown)  # fmt: skip


def _for_readers(request: Any, sitting: Sitting) -> HttpResponse:
    if sitting.is_school_health:
        return redirect("checklist:own-notes", sitting.checklist.pk)
    sitting.look((), "read a checklist")
    answers = {place: kept.said for place, kept in sitting.lines(sitting.questions.blocks).items()}
    told = summary(sitting.questions, answers)
    return respond(request, "checklist/told.html", sitting=sitting, child=sitting.child, told=told)


@door("go on with a checklist", opens=Checklist)
def go_on(request: Any, checklist: Checklist) -> HttpResponse:
    """Where one was: the first step that is not done."""
    sitting = table.seated(request, checklist)
    return redirect(front.next_step(sitting) or front.address(sitting, "show"))


@door(table.ERRAND, opens=Checklist, asks=True)
def page(request: Any, checklist: Checklist, code: str) -> HttpResponse:
    """One step of the path."""
    sitting = table.seated(request, checklist)
    return table.lay(request, sitting, table.of_page(sitting, code))


@door(table.ERRAND, opens=Checklist, asks=True)
def card(request: Any, checklist: Checklist, code: str) -> HttpResponse:
    """One card beside the path."""
    sitting = table.seated(request, checklist)
    return table.lay(request, sitting, table.of_card(sitting, code))


@door(table.ERRAND, opens=Checklist, asks=True)
def sheet(request: Any, checklist: Checklist) -> HttpResponse:
    """Everything on one page, for the team that works together every day."""
    sitting = table.seated(request, checklist)
    return table.lay(request, sitting, table.of_sheet(sitting))


@door("read what was written before", opens=Checklist)
def history(request: Any, checklist: Checklist, code: str) -> HttpResponse:
    """Every version of the answers to one question, the newest first."""
    sitting = table.seated(request, checklist)
    found = [(b, q) for b in sitting.everything for q in b.questions if q.code == code]
    if not found:
        raise Http404
    sitting.look([found[0][0]], "read what was written before")
    shown: dict[str, Any] = {
        "child": sitting.child,
        "question": found[0][1],
        "today": sitting.today,
        "checklist": checklist,
    }
    return respond(request, "checklist/history.html", versions=table.versions(sitting, found[0][1]), **shown)


@door("write in school health's notes", opens=Checklist, asks=True)
def own_notes(request: Any, checklist: Checklist) -> HttpResponse:
    """School health's own words, block by block, in their own notes."""
    sitting = table.seated(request, checklist)
    return table.lay(request, sitting, table.of_own(sitting))


@door("read one answer", opens=Answer)
def answer(request: Any, line: Answer) -> HttpResponse:
    """One answer, for those who have been told just that."""
    return _one(request, line, line.place, line.body.said)


@door("read one adaptation", opens=Tried)
def tried(request: Any, line: Tried) -> HttpResponse:
    """One adaptation that was tried, for those who have been told just that."""
    return _one(request, line, "k-tried", [line.said])


@door("read one adaptation", opens=Trial)
def trial(request: Any, line: Trial) -> HttpResponse:
    """One adaptation that is tried next, for those who have been told just that."""
    return _one(request, line, "r-next", [line.said])


def _one(request: Any, line: Line, code: str, said: Any) -> HttpResponse:
    return respond(request, "checklist/told.html", told=summary(line.questions, {code: said}))


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None
