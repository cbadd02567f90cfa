"""Promises made in the room, the answers said aloud, the read-back, and what could not be offered."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samling.access.door import door, open_walls
from samling.journey.models import Draft
from samling.promises.models import Promise
from samling.promises.models.makers import makers
from samling.promises.models.table import answer_at_table, promise_at_table
from samling.promises.rules import Word
from samling.records.clock import now, today
from samling.referral.models import NotOffered
from samling.ui.asking import status
from samling.ui.respond import respond

from .forms import HereForm
from .models import Invited, JointMeeting
from .models.promised import Vows, makers_at, may_read_back, meeting_of, note_read_back, plan_for, vows
from .promise_forms import LackForm, RowForm
from .rules import Topic
from .views import begun, page_of


def opened_vows(meeting: JointMeeting, table: list[Invited]) -> Vows:
    """What has been promised here, after the plan has been looked at on record."""
    plan = plan_for(meeting)
    if plan:
        open_walls(plan, "read the plan")
    return vows(meeting, plan, table)


def hour_of(request: HttpRequest, meeting: JointMeeting, **more: Any) -> dict[str, Any]:
    """What meeting mode shows; the row stands there while there is a plan to write in and the meeting goes on."""
    page = page_of(request, meeting)
    found = opened_vows(meeting, page["table"])
    first = {"presence": HereForm(None, table=page["table"]), "lack": LackForm(), "vows": found,
             "row": row_of(request, meeting, found, page["table"]), "place": place_of(meeting)}  # fmt: skip
    return page | first | more


def place_of(meeting: JointMeeting) -> str:
    """Where a row that has been begun is kept."""
    return f"row-{meeting.child.pk if meeting.child else meeting.pk}"


def row_of(request: HttpRequest, meeting: JointMeeting, found: Vows, table: list[Invited], told: Any = None) -> RowForm | None:
    """The empty row, what was begun, or what was sent."""
    if not found.plan or not found.plan.writes or not meeting.may_prepare():
        return None
    first = {"until_on": found.plan.review_on} | begun(request, place_of(meeting))
    return RowForm(told, near=makers_at(found.plan, table), others=makers(found.plan), initial=first)


@door("promise something at a meeting", opens=JointMeeting, changes=True)
def promise_new(request: HttpRequest, meeting: JointMeeting) -> HttpResponse:
    """One promise more, straight into the plan."""
    table, by = Invited.to(meeting), request.capacity
    form = row_of(request, meeting, opened_vows(meeting, table), table, request.POST)
    plan = plan_for(meeting)
    if form is None or plan is None:
        raise Http404
    if not form.is_valid():
        return respond(request, "gathering/hour.html", status=422, **hour_of(request, meeting, row=form))
    told = form.cleaned_data | {"starts_on": today(), "goal": None}
    promise_at_table(plan, told, meeting.pk, by=by, at=now(), pk=form.pk(by))
    Draft.drop(place_of(meeting), by=by.pk)
    return redirect(reverse("gathering:hour", args=[meeting.pk]) + "#promised")


@door("note an answer given in the room", opens=Promise, changes=True)
def promise_answer(request: HttpRequest, promise: Promise) -> HttpResponse:
    """Yes or no, aloud; each as good as the other."""
    said = request.POST.get("word", "")
    meeting = meeting_of(promise)
    if meeting is None or said not in (Word.YES, Word.NO):
        raise Http404
    answer_at_table(promise, Word(said), by=request.capacity, at=now())
    page = "gathering:read-back" if request.POST.get("back") == "read-back" else "gathering:hour"
    return redirect(reverse(page, args=[meeting.pk]) + "#promised")


@door("read back what was written", opens=JointMeeting, asks=True)
def read_back(request: HttpRequest, meeting: JointMeeting) -> HttpResponse:
    """*Får vi skriva så här?* The child's point first, then each promise, read aloud."""
    page = page_of(request, meeting)
    found = opened_vows(meeting, page["table"])
    if request.method == "POST":
        note_read_back(meeting, found, by=request.capacity, at=now())
        return redirect("gathering:hour", meeting.pk)
    return respond(request, "gathering/read-back.html", vows=found, may_read=may_read_back(meeting, found),
                   child_points=[one for one in page["points"] if one.topic == Topic.CHILDS], **page)  # fmt: skip


@door("note at a meeting what could not be offered", opens=JointMeeting, changes=True)
def lack(request: HttpRequest, meeting: JointMeeting) -> HttpResponse:
    """What, from whom, why; it stands with the child's other gaps."""
    form, by, child = LackForm(request.POST), request.capacity, meeting.child
    if child is None:
        raise Http404
    if not form.is_valid():
        return respond(request, "gathering/hour.html", status=status(form), **hour_of(request, meeting, lack=form))
    told = form.cleaned_data
    NotOffered.note(child, told, by=by, at=now(), pk=form.pk(by))
    messages.success(request, _("Noted. It shows where something is missing."))
    return redirect("gathering:hour", meeting.pk)
