"""Before child psychiatry is asked: what have the school's own done? Then: how long does the child wait?"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samling.access.door import door
from samling.concern.models.raised import key
from samling.people.models import Child
from samling.records.clock import now, today
from samling.seating.models import colleagues
from samling.ui.respond import respond

from .forms import AnswerForm, ReferralForm
from .models import HealthReferral
from .models.health import of_child
from .rules import wanting


@door("note a referral to child psychiatry", opens=Child, asks=True)
def new(request: HttpRequest, child: Child) -> HttpResponse:
    """What the psychologist and the special educator have done, then to whom it was sent and when."""
    by, at = request.capacity, now()
    form = ReferralForm(request.POST if request.method == "POST" else None, people=colleagues(child, at))
    if form.is_valid():
        told = form.cleaned_data
        made = HealthReferral.send(child, told, by=by, at=at, pk=key(by, told["key"]))
        messages.success(request, _("Noted. You are reminded if the answer is late."))
        return redirect(made)
    return respond(request, "forum/health-new.html", child=child, form=form, sent=of_child(child.pk, today()), today=today(),
                   may=HealthReferral.may_send(child, by), status=422 if form.is_bound else 200)  # fmt: skip


@door("read a referral to child psychiatry", opens=HealthReferral, asks=True)
def show(request: HttpRequest, referral: HealthReferral) -> HttpResponse:
    """The wait so far, what was done before, and the answers."""
    at, day = now(), today()
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        may = referral.may_answer(form.cleaned_data["on"], at)
        if may:
            referral.answer(form.cleaned_data, by=request.capacity, at=at)
            return redirect(referral)
        form.add_error("on", _(may.because))
    heard = referral.heard()
    return respond(request, "forum/health-referral.html", referral=referral, child=referral.child, form=form, heard=heard,
                   wait=referral.wait(day, heard), wanting=wanting(referral.psychologist, referral.educator),
                   may_answer=referral.may_answer(day, at), today=day, status=422 if form.is_bound else 200)  # fmt: skip
