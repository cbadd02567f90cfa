"""The absence inquiry: begun, gone on with and read."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from samling.access.door import door
from samling.kernel.answer import insist
from samling.people.models import Child
from samling.records.clock import now, today
from samling.ui.respond import done, respond

from .forms import InquiryChangeForm, InquiryForm
from .models import AbsenceInquiry
from .models.inquiries import is_guest, may_open


@door("look into absence", opens=Child, asks=True)
def new(request: HttpRequest, child: Child) -> HttpResponse:
    """Begin to look into the absence of a child."""
    by, at = request.capacity, now()
    insist(may_open(child, by)) if request.method == "GET" else None
    form = InquiryForm(request.POST if request.method == "POST" else None, today=today())
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return respond(request, "attendance/inquiry-new.html", child=child, form=form, status=status,
                       is_guest=is_guest(child))  # fmt: skip
    made = AbsenceInquiry.open(child, form.cleaned_data, by=by, at=at, pk=form.once)
    return done(request, reverse("attendance:inquiry", args=[made.pk]))


@door("read an absence inquiry", opens=AbsenceInquiry, asks=True)
def inquiry(request: HttpRequest, inquiry: AbsenceInquiry) -> HttpResponse:
    """The clock, what has been done, and what was found."""
    by, may = request.capacity, inquiry.may_go_on(request.capacity)
    form = InquiryChangeForm(request.POST if request.method == "POST" else None, inquiry=inquiry, today=today())
    if form.is_valid():
        inquiry.change(form.cleaned_data, by=by, at=now())
        return done(request, reverse("attendance:inquiry", args=[inquiry.pk]))
    return respond(request, "attendance/inquiry.html", inquiry=inquiry, child=inquiry.child, form=form if may else None,
                   why_not=may.because, today=today(), status=422 if form.is_bound else 200)  # fmt: skip
