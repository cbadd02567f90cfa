"""One child at a consultation team: taken up, talked about, decided on, asked about again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samling.access.door import door, open_walls
from samling.concern.models.raised import key
from samling.journey.models import Draft
from samling.kernel.categories import TITLES, category_of
from samling.people.models import Capacity, Child
from samling.records.clock import now, today
from samling.ui.respond import respond

from .forms import DecisionForm, ReviewForm, TakeUpForm, WordsForm
from .models import ForumDecision, ForumItem, ForumMeeting, ForumWords
from .models.decisions import may_hold
from .models.items import wall_of
from .models.lists import agenda, following, to_take_up


@door("take a child up at a consultation team", opens=Child, asks=True)
def take_up(request: HttpRequest, child: Child) -> HttpResponse:
    """Put a child on an agenda; those whom the home's yes names are told."""
    by, at, place = request.capacity, now(), f"forum-{child.pk}"
    form = TakeUpForm(request.POST if request.method == "POST" else None, ahead=to_take_up(at), today=today(),
                      initial=_begun(request, place))  # fmt: skip
    if not form.is_valid():
        return respond(request, "forum/take-up.html", child=child, form=form, place=place, wall=_told(child, by),
                       today=today(), status=422 if form.is_bound else 200)  # fmt: skip
    told = form.cleaned_data
    meeting = ForumMeeting.call(*told["meeting"], by=by, at=at)
    item = ForumItem.take_up(child, meeting, told["question"], by=by, at=at, pk=key(by, told["key"]))
    Draft.drop(place, by=by.pk)
    messages.success(request, _("The child is on the agenda."))
    return redirect(item)


def _told(child: Child, by: Capacity) -> str:
    """Which kind of information the yes has to cover, beside the name."""
    return _(TITLES[category_of(place)]) if (place := wall_of(child, by)) else ""


@door("talk about one item", opens=ForumItem, asks=True)
def item(request: HttpRequest, item: ForumItem) -> HttpResponse:
    """Meeting mode: one child, large and slow; each authority writes in its own records."""
    by, at, place = request.capacity, now(), f"forum-item-{item.pk}"
    form = WordsForm(request.POST if request.method == "POST" else None, alike=ForumWords.alike(item, by),
                     initial=_begun(request, place))  # fmt: skip
    if not form.is_valid():
        return _item(request, item, form, place)
    told = form.cleaned_data
    ForumWords.say(item, told["text"], by=by, at=at, pk=key(by, told["key"]), own=form.row)
    Draft.drop(place, by=by.pk)
    return redirect(item)


def _item(request: HttpRequest, item: ForumItem, form: WordsForm, place: str) -> HttpResponse:
    at, by, points, ears = now(), request.capacity, agenda(item.meeting), item.ears()
    said = list(ForumWords.around(item))
    for subject in {(one.subject_id, one.wall): one for one in said}.values():
        open_walls(subject, "talk about one item")
    table = [(one, ears.get(one.capacity_id, "")) for one in item.meeting.table(at)]
    return respond(
        request, "forum/item.html", status=422 if form.is_bound else 200, item=item, child=item.child, form=form,
        place=place, said=ForumWords.around(item).select_related(*ForumWords.beside, "body"), table=table, number=len(points),
        point=next((one for one in points if one.item and one.item.pk == item.pk), None), writes=item.writes(),
        following=following(points, item), decisions=list(ForumDecision.of(item)), may_run=item.meeting.may_run(),
        may_say=ForumWords.may_say(item, by), own=ForumWords.own_row(item), waits="named" in ears.values(), today=today(),
    )  # fmt: skip


@door("let those at the table know whom a yes names", opens=ForumItem, changes=True)
def opening(request: HttpRequest, item: ForumItem) -> HttpResponse:
    """A yes has come since it was taken up."""
    item.open_all(by=request.capacity, at=now())
    return redirect(item)


@door("take an item off the agenda", opens=ForumItem, changes=True)
def drop(request: HttpRequest, item: ForumItem) -> HttpResponse:
    """It is not taken up after all."""
    item.drop(by=request.capacity, at=now())
    return redirect(item.meeting)


@door("decide on one item", opens=ForumItem, asks=True)
def decision_new(request: HttpRequest, item: ForumItem) -> HttpResponse:
    """What, who, by when, and who tells the home."""
    by, at = request.capacity, now()
    form = DecisionForm(request.POST if request.method == "POST" else None, people=may_hold(item, at))
    if not form.is_valid():
        return respond(request, "forum/decide.html", item=item, child=item.child, form=form, today=today(),
                       writes=item.writes(), status=422 if form.is_bound else 200)  # fmt: skip
    told = form.cleaned_data
    made = ForumDecision.make(item, told, by=by, at=at, pk=key(by, told["key"]))
    if made.kind == ForumDecision.What.HEALTH:
        messages.success(request, _("Decided. When the referral has been sent, note the day on the decision's page."))
    return redirect(item)


@door("read a decision of a consultation team", opens=ForumDecision, asks=True)
def decision(request: HttpRequest, decision: ForumDecision) -> HttpResponse:
    """The decision, and what became of it."""
    form = ReviewForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        decision.follow_up(form.cleaned_data["result"], by=request.capacity, at=now())
        messages.success(request, _("Noted. The next meeting sees it."))
        return redirect(decision)
    return respond(request, "forum/decision.html", decision=decision, child=decision.item.child, form=form,
                   reviews=decision.kept_reviews(), may_review=decision.may_follow_up(), writes=decision.item.writes(),
                   may_run=decision.item.meeting.may_run(), today=today(), status=422 if form.is_bound else 200)  # fmt: skip


@door("take back a decision of a consultation team", opens=ForumDecision, changes=True)
def decision_end(request: HttpRequest, decision: ForumDecision) -> HttpResponse:
    """It was written by mistake, while the meeting goes on."""
    decision.take_back(by=request.capacity, at=now())
    return redirect(decision.item)


@door("note that the home has been told", opens=ForumDecision, changes=True)
def telling(request: HttpRequest, decision: ForumDecision) -> HttpResponse:
    """Someone has told the home: now the guardians may read the decision."""
    decision.home_knows(by=request.capacity, at=now())
    return redirect(decision)


def _begun(request: HttpRequest, place: str) -> dict[str, str]:
    draft = Draft.at_place(place, by=request.capacity.pk, at=now())
    return {name: said[0] for name, said in draft.typed.items() if said and name != "key"} if draft else {}
