"""*Ja och nej*: what may be told, with whom and until when; asked, answered, taken back and excepted."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from samling.access.door import door
from samling.kernel.answer import insist
from samling.people.birthdays import birthday_of
from samling.people.models import Child
from samling.records.clock import now, today
from samling.ui.respond import done, respond

from . import page
from .answering import Answering
from .asking import Asking
from .forms import HowForm, OfficerForm, Once
from .matrix import matrix_of
from .models import Consent, ConsentAnswer, ConsentException, silence


@door("read yes and no", opens=Child)
def matrix(request: HttpRequest, child: Child) -> HttpResponse:
    """What may be told, to whom, until when; who is waited for; what has been."""
    at = now()
    return respond(
        request,
        "consent/matrix.html",
        child=child,
        matrix=matrix_of(child, at),
        birthday=birthday_of(child, today()),
        today=today(),
        **page.rights(child),
    )


@door("read yes and no", opens=Child, asks=True)
def ask(request: HttpRequest, child: Child) -> HttpResponse:
    """Ask a family, one thing per page, with a review in words at the end."""
    data = request.POST if request.method == "POST" else None
    asking = Asking(child, page.me(request), data, request.GET, now())
    if asking.finished:
        asked = Consent.ask(child, asking.terms(), id=asking.told["once"], by=page.me(request), at=asking.at)
        return done(request, page.address("show", asked.pk))
    return respond(
        request, "consent/ask.html", child=child, asking=asking, form=asking.form, **page.review(asking)
    )


@door("read yes and no", opens=Consent)
def show(request: HttpRequest, consent: Consent) -> HttpResponse:
    """One question: how it stands, what each has said and how, exceptions, and what has been."""
    said = birthday_of(consent.child, today())
    return respond(request, "consent/show.html", **page.whole(consent, now()), birthday=said, today=today())


@door("read yes and no", opens=Consent, asks=True)
def answer(request: HttpRequest, consent: Consent) -> HttpResponse:
    """Note what one giver said; yes and no weigh the same."""
    data = request.POST if request.method == "POST" else None
    if "giver" not in request.GET:
        return done(request, page.address("show", consent.pk))
    answering = Answering(consent, request.GET["giver"], data, now())
    if answering.person is None:
        raise Http404
    if data is not None and answering.noted(page.me(request).pk):
        return done(request, page.address("show", consent.pk))
    status = 409 if answering.stale else 422 if data is not None else 200
    return respond(
        request,
        "consent/answer.html",
        status=status,
        answering=answering,
        form=answering.form,
        **page.aloud(consent),
        today=today(),
    )


@door("read yes and no", opens=ConsentAnswer, asks=True)
def taking_back(request: HttpRequest, answer: ConsentAnswer) -> HttpResponse:
    """Take a yes back, on the word of whoever gave it."""
    form = HowForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        answer.take_back(how=form.cleaned_data["how"], by=page.me(request).pk, at=now())
        return done(request, page.address("show", answer.consent_id))
    return respond(
        request,
        "consent/taking-back.html",
        status=422 if form.is_bound else 200,
        answer=answer,
        form=form,
        may=answer.may_take_back(now()),
        **page.aloud(answer.consent),
        today=today(),
    )


@door("read yes and no", opens=Consent, asks=True)
def end(request: HttpRequest, consent: Consent) -> HttpResponse:
    """Stop a question and everything that is told on it."""
    if request.method == "POST":
        consent.stop(by=page.me(request).pk, at=now())
        return done(request, page.address("show", consent.pk))
    return respond(request, "consent/end.html", form=Once(), **page.aloud(consent), today=today())


@door("read yes and no", opens=Consent, asks=True)
def exception(request: HttpRequest, consent: Consent) -> HttpResponse:
    """An authorised officer decides; anyone else sees who can."""
    whole = page.whole(consent, now())
    form = page.exception_form(request, whole)
    if form.is_valid():
        told = form.cleaned_data
        consent.decide_exception(
            told["reason"],
            told["guardian"],
            because=told["because"],
            id=told["once"],
            by=page.me(request).pk,
            at=now(),
        )
        return done(request, page.address("show", consent.pk))
    return respond(
        request,
        "consent/exception.html",
        status=422 if form.is_bound else 200,
        form=form,
        officer=OfficerForm(officers=page.officers(request)),
        **whole,
        today=today(),
    )


@door("read yes and no", opens=Consent, changes=True)
def officer(request: HttpRequest, consent: Consent) -> HttpResponse:
    """Ask an officer to decide."""
    form = OfficerForm(request.POST, officers=page.officers(request))
    if form.is_valid():
        consent.ask_officer(form.cleaned_data["officer"], by=page.me(request).pk, at=now())
    return done(request, page.address("show", consent.pk))


@door("write to one who has not answered", opens=Consent, changes=True)
def remind(request: HttpRequest, consent: Consent) -> HttpResponse:
    """A letter to a guardian who is silent is drafted."""
    one = next((row.guardian for row in page.silence(consent, now()) if str(row.guardian.pk) == request.POST.get("who")), None)
    if one is None:
        raise Http404
    return redirect(silence.remind(consent, one, by=page.me(request), at=now()))


@door("read yes and no", opens=ConsentException, asks=True)
def exception_end(request: HttpRequest, exception: ConsentException) -> HttpResponse:
    """End an exception: the guardian is asked again."""
    insist(exception.may_stop())
    if request.method == "POST":
        exception.stop(by=page.me(request).pk, at=now())
        return done(request, page.address("show", exception.consent_id))
    return respond(
        request,
        "consent/exception-end.html",
        exception=exception,
        form=Once(),
        **page.aloud(exception.consent),
        today=today(),
    )
