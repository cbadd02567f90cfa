"""*Runt barnet*: the map and the list, one person, chairs, the named contact, and who coordinates."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from samling.access.door import door
from samling.family.models import may_change
from samling.kernel.answer import insist
from samling.kernel.categories import Category
from samling.people.models import Child
from samling.records.clock import now, today
from samling.ui.respond import respond

from . import shown
from .forms import ChairForm, CoordinationForm, FillForm, TieForm
from .models import Around, Chair, Picture, Tie


@door("see who is around a child", opens=Child)
def circle(request: HttpRequest, child: Child) -> HttpResponse:
    """The map and the list that says the same."""
    at = now()
    around = Around(child, request.capacity, at)
    return respond(request, "circle/circle.html", child=child, around=around, picture=Picture(child, around, at),
                   may_place=Chair.may_place(child.pk), may_add=may_change(child, Category.CONTACT),
                   contact=shown.contact(around), today=today(), coordination=shown.coordination(around))  # fmt: skip


@door("see one person around a child", opens=Child, asks=True)
def person(request: HttpRequest, child: Child) -> HttpResponse:
    """What somebody does, what she may see, and what the child says of her."""
    at, by = now(), request.capacity
    near = shown.person(Around(child, by, at), request.GET.get("who", ""))
    form = TieForm(request.POST if request.method == "POST" else None, initial=shown.told(near.tie))
    if form.is_valid():
        Tie.note(child, near.kind, near.key, form.cleaned_data, by=by, at=at)
        return redirect("circle:circle", child.pk)
    return respond(request, "circle/person.html", status=422 if form.is_bound else 200, child=child, near=near, form=form,
                   may_tell=Tie.may_tell(child.pk), today=today(), **shown.of_person(child, near, at))  # fmt: skip


@door("agree a chair around a child", opens=Child, asks=True)
def chair_new(request: HttpRequest, child: Child) -> HttpResponse:
    """A role is agreed; somebody is to be found."""
    insist(Chair.may_place(child.pk))
    form = ChairForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("title", "actor")}
        Chair.agree(child, told, by=request.capacity, at=now(), pk=form.pk(request.capacity))
        return redirect("circle:circle", child.pk)
    return respond(request, "circle/chair-new.html", status=422 if form.is_bound else 200, child=child, form=form)


@door("fill a chair around a child", opens=Chair, asks=True)
def chair(request: HttpRequest, chair: Chair) -> HttpResponse:
    """Somebody sits here, or nobody is needed any more."""
    at, by, child = now(), request.capacity, shown.home(chair)
    if request.method == "POST" and "end" in request.POST:
        chair.end(by=by, at=at)
        return redirect("circle:circle", child.pk)
    form = FillForm(request.POST if request.method == "POST" else None, people=shown.sitters(child, at))
    if form.is_valid():
        chair.fill(form.who, by=by, at=at)
        return redirect("circle:circle", child.pk)
    return respond(request, "circle/chair.html", status=422 if form.is_bound else 200, child=child, chair=chair, form=form)


@door("say who the named contact is", opens=Child, asks=True)
def named_contact(request: HttpRequest, child: Child) -> HttpResponse:
    """Who it is, or that the family wants none."""
    insist(Chair.may_place(child.pk))
    around = Around(child, request.capacity, now())
    declined = "declined" in request.POST
    form = FillForm(request.POST if request.method == "POST" and not declined else None,
                    people=shown.contacts(around), initial=shown.asked_first(around))  # fmt: skip
    if declined or form.is_valid():
        shown.name_contact(around, {"is_declined": True} if declined else form.who)
        return redirect("circle:circle", child.pk)
    return respond(request, "circle/named-contact.html", status=422 if form.is_bound else 200, child=child, form=form,
                   around=around, contact=shown.contact(around), today=today())  # fmt: skip


@door("say who coordinates", opens=Child, asks=True)
def coordinator(request: HttpRequest, child: Child) -> HttpResponse:
    """One takes it upon oneself, or names another deputy."""
    around = Around(child, request.capacity, now())
    form = CoordinationForm(request.POST if request.method == "POST" else None, **shown.coordinators(around))
    if form.is_valid():
        shown.coordinate(around, form.cleaned_data)
        return redirect("circle:circle", child.pk)
    return respond(request, "circle/coordinator.html", status=422 if form.is_bound else 200, child=child, form=form,
                   coordination=shown.coordination(around), today=today())  # fmt: skip
