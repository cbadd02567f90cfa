"""What one person was asked: at the table, on the phone, on paper or by a link; and the answer."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samling.access.door import door
from samling.journey.models import Draft
from samling.kernel.answer import insist
from samling.people.models import Setting
from samling.records.clock import now, today
from samling.sharing.models import Table
from samling.ui.asking import sent, status
from samling.ui.respond import respond

from . import page
from .forms import AnswerForm, NotedForm, state_of
from .models import Ask, Reply, make_link
from .reference import WAYS
from .rules import How


@door("see what somebody was asked", opens=Ask)
def ask(request: HttpRequest, ask: Ask) -> HttpResponse:
    """Whom, how, until when; what was answered, and whether it can be put on the table."""
    return respond(request, "followup/ask.html", **page.ask_page(ask, request.capacity, now(), today()))


@door("note what somebody answered", opens=Ask, asks=True)
def answer(request: HttpRequest, ask: Ask) -> HttpResponse:
    """The sheet: in large type at the table (?as=table), else as it is noted on the phone or from paper."""
    insist(ask.may_answer)
    large = request.GET.get("as") == How.TABLE
    form = _form(request, ask, at_table=large)
    if form.is_valid():
        return _kept(request, ask, form)
    return respond(request, "followup/table.html" if large else "followup/answer.html", form=form, status=status(form),
                   place=_place(ask), **page.sheet_page(ask, request.capacity, now()))


def _form(request: HttpRequest, ask: Ask, *, at_table: bool) -> NotedForm:
    """The sheet as it was sent, as it was begun, or empty."""
    draft = Draft.at_place(_place(ask), by=request.capacity.pk, at=now())
    way = ask.how if ask.how != How.LINK else How.PHONE.value
    first = {"how": way, "heard_on": today()} | (draft.first() if draft else {}) | ({"how": How.TABLE.value} if at_table else {})
    return NotedForm(sent(request), initial=first, sheet=ask.sheet, helps=page.help_words(ask), today=today(), at_table=at_table)


def _kept(request: HttpRequest, ask: Ask, form: NotedForm) -> HttpResponse:
    told = {name: form.cleaned_data[name] for name in ("how", "heard_on")} | {"answers": form.answers}
    told["state"] = state_of(request.POST)
    Reply.give(ask, told, by=request.capacity, at=now(), pk=form.pk(request.capacity))
    Draft.drop(_place(ask), by=request.capacity.pk)
    messages.success(request, _("Thank you. It is kept."))
    return redirect(ask)


def _place(ask: Ask) -> str:
    return f"reply-{ask.pk}"


@door("print a sheet of questions", opens=Ask)
def paper(request: HttpRequest, ask: Ask) -> HttpResponse:
    """A page to print and fill in: a code, and no name."""
    form = AnswerForm(sheet=ask.sheet, helps=page.help_words(ask))
    return respond(request, "followup/paper.html", form=form, **page.sheet_page(ask, request.capacity, now()))


@door("make a link to questions", opens=Ask, asks=True)
def link(request: HttpRequest, ask: Ask) -> HttpResponse:
    """A link that shows only this sheet, works once and for a while; it is shown once, to be handed over."""
    insist(ask.may_answer)
    address = ""
    if request.method == "POST":
        address = request.build_absolute_uri(reverse("followup:asked", args=[make_link(ask)]))
        ask.tell(str(WAYS[How.LINK]), by=request.capacity, at=now())
    days = Setting.number("deadline.ask_days", now(), capacity=request.capacity.pk)
    return respond(request, "followup/link.html", address=address, days=days, **page.sheet_page(ask, request.capacity, now()))


@door("put an answer on the joint table", opens=Reply, changes=True)
def put(request: HttpRequest, reply: Reply) -> HttpResponse:
    """Whoever answered lets everyone at the table read it."""
    child = page.child_of(reply.subject_id)
    insist(reply.may_put(Table(child, now()), request.capacity))
    reply.put(child, by=request.capacity, at=now())
    messages.success(request, _("Everyone at the table can read it now."))
    return redirect(reply)

