"""One meeting: its agenda, where most are *en punkt* to most; a guest; and the tap that ends it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samling.access.door import door, shown
from samling.kernel.answer import insist
from samling.records.clock import now, today
from samling.ui.respond import respond

from .forms import PlaceForm
from .models import ForumDecision, ForumMeeting
from .models.lists import agenda, may_be_seated


@door("see the agenda of a consultation team", opens=ForumMeeting)
def meeting(request: HttpRequest, meeting: ForumMeeting) -> HttpResponse:
    """What was decided last comes first, then one child at a time."""
    return _meeting(request, meeting)


def _meeting(request: HttpRequest, meeting: ForumMeeting, status: int = 200, guest_form: PlaceForm | None = None) -> HttpResponse:
    at, may_run = now(), meeting.may_run()
    points = agenda(meeting)
    reviews = list(ForumDecision.to_follow_up(meeting.forum, meeting.on)) if may_run else []
    shown(request, "see the agenda of a consultation team", [one for one in [*points, *reviews] if one.subject_id])
    if may_run and guest_form is None:
        guest_form = PlaceForm(prefix="guest", people=may_be_seated(meeting.forum, at), guest=True)
    return respond(
        request, "forum/meeting.html", status=status, meeting=meeting, points=points, reviews=reviews, may_run=may_run,
        table=meeting.table(at), first=next((one.item for one in points if one.item), None), guest_form=guest_form,
        mine=meeting.forum.is_mine, today=today(),
    )  # fmt: skip


@door("invite a guest to a consultation team", opens=ForumMeeting, changes=True)
def guest_new(request: HttpRequest, meeting: ForumMeeting) -> HttpResponse:
    """Someone comes to this meeting alone."""
    at = now()
    insist(meeting.may_run())
    form = PlaceForm(request.POST, prefix="guest", people=may_be_seated(meeting.forum, at), guest=True)
    if not form.is_valid():
        return _meeting(request, meeting, 422, form)
    meeting.invite(form.cleaned_data["capacity"], by=request.capacity, at=at)
    return redirect(meeting)


@door("end a meeting of a consultation team", opens=ForumMeeting, asks=True)
def end(request: HttpRequest, meeting: ForumMeeting) -> HttpResponse:
    """What happens when it ends, in words; then one tap."""
    at = now()
    if request.method == "POST":
        meeting.end(by=request.capacity, at=at)
        messages.success(request, _("Done for today. Every decision is with its holder."))
        return redirect(meeting)
    return respond(request, "forum/end.html", meeting=meeting, may_end=meeting.may_end(at), left=len(meeting.undecided()),
                   following=meeting.following(at), today=today())  # fmt: skip
