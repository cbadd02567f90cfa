"""*Kontakta inte hemmet*: decided, seen and ended by those who may know. To others it is always the same."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from samling.access.door import door
from samling.kernel.answer import insist
from samling.people.models import Child
from samling.records.clock import now, today
from samling.ui.respond import done, respond

from .forms import NoContactForm
from .models import NoContact, contactable, decisions, may_stop_contact

# The errand is the same as on every page of consent: the log must not tell what the page is about.


@door("read yes and no", opens=Child, asks=True)
def no_contact(request: HttpRequest, child: Child) -> HttpResponse:
    """Decide that named guardians are not to be reached; see what is decided."""
    insist(may_stop_contact(child.pk))
    form = NoContactForm(request.POST if request.method == "POST" else None, reachable=contactable(child.pk))
    if form.is_valid():
        told = form.cleaned_data
        NoContact.decide(child, told["guardians"], because=told["because"], by=_me(request), at=now())
        return done(request, reverse("contact:no-contact", args=[child.pk]))
    status = 422 if form.is_bound else 200
    return respond(
        request,
        "contact/no-contact.html",
        status=status,
        child=child,
        form=form,
        **decisions(child.pk),
        today=today(),
    )


@door("read yes and no", opens=NoContact, asks=True)
def end(request: HttpRequest, decision: NoContact) -> HttpResponse:
    """Let the home be reached again."""
    insist(decision.may_stop())
    if request.method == "POST":
        decision.stop(by=_me(request), at=now())
        return done(request, reverse("contact:no-contact", args=[decision.subject_id]))
    return respond(
        request, "contact/end.html", decision=decision, **decisions(decision.subject_id), today=today()
    )


def _me(request: HttpRequest) -> UUID:
    """The acting capacity's id."""
    found: UUID = request.capacity.pk
    return found
