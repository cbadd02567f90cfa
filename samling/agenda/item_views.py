"""One child at a meeting: taken up, talked about, decided on, asked about again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samling.access.door import door, open_walls
from samling.concern.models.raised import key
from samling.journey.models import Draft
from samling.people.models import Child
from samling.records.clock import now, today
from samling.team.models import Team, TeamMeeting
from samling.team.models.lists import Coming, coming
from samling.ui.respond import respond

from .forms import DecisionForm, ReviewForm, SpokenForm, TakeUpForm
from .models import Spoken, TeamDecision, TeamMeetingItem
from .models.lists import holders, names_around
from .models.points import agenda, following
from .rules import Source

PAGE = "agenda/item.html"


@door("take a child up at a meeting", opens=Child, asks=True)
def take_up(request: HttpRequest, child: Child) -> HttpResponse:
    """Put a child on the agenda of her own unit's team."""
    by, at, team, place = request.capacity, now(), Team.of_unit(child.unit_id), f"meeting-{child.pk}"
    if team is None:
        return respond(request, "agenda/no-team.html", child=child)
    form = _take_up_form(request, child, coming([team], at))
    if not form.is_valid():
        return respond(request, "agenda/take-up.html", child=child, form=form, team=team, place=place,
                       status=422 if form.is_bound else 200, **_asked(request))  # fmt: skip
    told = form.cleaned_data | _source(request)
    meeting = TeamMeeting.call(team, *told["meeting"], by=by, at=at)
    TeamMeetingItem.take_up(child, meeting, told, by=by, at=at, pk=key(by, told["key"]))
    Draft.drop(place, by=by.pk)
    messages.success(request, _("The child is on the agenda."))
    return redirect(meeting)


def _take_up_form(request: HttpRequest, child: Child, ahead: list[Coming]) -> TakeUpForm:
    names, places = names_around(child)
    filled = request.POST if request.method == "POST" else None
    return TakeUpForm(filled, ahead=ahead, today=today(), names=names, places=places,
                      initial=_begun(request, f"meeting-{child.pk}"))  # fmt: skip


@door("talk about one item", opens=TeamMeetingItem, asks=True)
def item(request: HttpRequest, item: TeamMeetingItem) -> HttpResponse:
    """Meeting mode: one child, large and slow. Two who write at once see both texts."""
    by, before = request.capacity, _said(item)
    form = SpokenForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _item(request, item, before, form if form.is_bound else None)
    text, kept = form.cleaned_data["text"].strip(), str(before.pk) if before else ""
    if form.cleaned_data["seen"] != kept and text != (before.body.text if before else ""):
        return _item(request, item, before, form, both=True)
    if text != (before.body.text if before else ""):
        Spoken.write(item, text, by=by, at=now())
    Draft.drop(f"item-{item.pk}", by=by.pk)
    return redirect(item)


def _said(item: TeamMeetingItem) -> Spoken | None:
    """What was said, opened for those who read behind that wall."""
    found = Spoken.latest(item)
    if found:
        open_walls(found, "talk about one item")
    return found


def _item(request: HttpRequest, item: TeamMeetingItem, said: Spoken | None, form: SpokenForm | None, both: bool = False) -> HttpResponse:
    at, by = now(), request.capacity
    points = agenda(item.meeting, by, at)
    point = next((one for one in points if one.item and one.item.pk == item.pk), None)
    first = {"seen": str(said.pk) if said else "", "text": said.body.text if said else ""}
    status = 409 if both else 422 if form else 200
    return respond(
        request, PAGE, status=status, item=item, point=point, child=item.child, said=said, both=both, today=today(),
        form=form or SpokenForm(initial=first | _begun(request, f"item-{item.pk}")), place=f"item-{item.pk}",
        following=following(points, item), number=len(points), may_run=item.meeting.may_run(),
        may_say=item.writes(item.said_wall), may_decide=item.writes(), table=item.meeting.table(at),
        others=[one for one in coming([item.meeting.team], at) if one.starts_at > item.meeting.starts_at][:1],
    )


@door("decide on one item", opens=TeamMeetingItem, asks=True)
def decision_new(request: HttpRequest, item: TeamMeetingItem) -> HttpResponse:
    """What, who, by when, and who tells the home."""
    by, at = request.capacity, now()
    form = DecisionForm(request.POST if request.method == "POST" else None, people=holders(item, at),
                        preschool=item.meeting.team.is_preschool, today=today())
    if not form.is_valid():
        return respond(request, "agenda/decide.html", item=item, child=item.child, form=form, today=today(),
                       status=422 if form.is_bound else 200)
    told = form.cleaned_data
    TeamDecision.make(item, told, by=by, at=at, pk=key(by, told["key"]))
    return redirect(item)


@door("move an item to the next meeting", opens=TeamMeetingItem, changes=True)
def postponement(request: HttpRequest, item: TeamMeetingItem) -> HttpResponse:
    """Not today: it goes to the next meeting."""
    at, by, before = now(), request.capacity, item.meeting
    later = [one for one in coming([before.team], at) if one.starts_at > before.starts_at]
    if later:
        to = TeamMeeting.call(before.team, later[0].starts_at, later[0].place, by=by, at=at)
        item.move(to, by=by, at=at)
    return redirect(before)


@door("read a decision of a meeting", opens=TeamDecision, asks=True)
def decision(request: HttpRequest, decision: TeamDecision) -> HttpResponse:
    """The decision, and what became of it."""
    form = ReviewForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        decision.follow_up(form.cleaned_data["result"], by=request.capacity, at=now())
        messages.success(request, _("Noted. The next meeting sees it."))
        return redirect(decision)
    return respond(request, "agenda/decision.html", decision=decision, child=decision.item.child, form=form,
                   reviews=decision.kept_reviews(), may_review=decision.may_follow_up(), today=today(),
                   may_tell=decision.item.writes(), status=422 if form.is_bound else 200)


@door("take back a decision", opens=TeamDecision, changes=True)
def decision_end(request: HttpRequest, decision: TeamDecision) -> HttpResponse:
    """It was written by mistake, and has not been handed over."""
    decision.take_back(by=request.capacity, at=now())
    return redirect(decision.item)


@door("note that the home has been told", opens=TeamDecision, changes=True)
def telling(request: HttpRequest, decision: TeamDecision) -> HttpResponse:
    """Someone has told the home: now the guardians may read the decision."""
    decision.home_knows(by=request.capacity, at=now())
    return redirect(decision)


def _begun(request: HttpRequest, place: str) -> dict[str, str]:
    draft = Draft.at_place(place, by=request.capacity.pk, at=now())
    return {name: said[0] for name, said in draft.typed.items() if said and name != "key"} if draft else {}


def _source(request: HttpRequest) -> dict[str, object]:
    """Where the item comes from, as the agenda's line said."""
    asked = request.POST
    source = asked.get("source", "")
    return {"source": source if source in set(Source) - {Source.FOLLOW_UP} else Source.HAND, "record": _uuid(asked.get("record"))}


def _asked(request: HttpRequest) -> dict[str, str]:
    sent = request.POST if request.method == "POST" else request.GET
    return {"source": sent.get("source", "")[:12], "record": sent.get("record", "")[:40]}


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None
