"""The days that run, mine and those that have come to me; a child's own; and the question how it is going."""

import datetime as dt

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samling.access.door import door, shown
from samling.people.models import Child, Setting
from samling.plan.models.plans import plan_of
from samling.promises.models.asking import asking
from samling.records.clock import now, today
from samling.ui.respond import respond

from .models import Clock, Near, mine, nudge, quiet_children, running
from .models.colleague import around, ask_around
from .models.quiet import leads
from .page import page_of

AHEAD = dt.timedelta(days=14)
FAR = dt.timedelta(days=3660)


@door("see the days that run")
def clocks(request: HttpRequest) -> HttpResponse:
    """First what is mine, then what has come to me because its day has passed; for a head also what has gone quiet."""
    at, by, on = now(), request.capacity, today()
    near = Near.around(mine(), until=on + AHEAD, today=on)
    page = page_of(running(near), near, by, at)
    quiet = quiet_children(by, at) if leads(by) else []
    shown(request, "see the days that run", [*page["all"], *quiet])
    return respond(request, "clocks/clocks.html", today=on, quiet=quiet, leads=leads(by),
                   quiet_days=Setting.number("deadline.quiet_days", at, capacity=by.pk), **page)  # fmt: skip


@door("see the days that run around a child", opens=Child)
def child(request: HttpRequest, child: Child) -> HttpResponse:
    """Every running day of one child, with where it comes from and whose it is."""
    at, by, plan, rows = now(), request.capacity, plan_of(child.pk), _rows(child)
    asks = asking([one.promise for one in rows if one.promise], plan, by=by.pk, at=at) if plan else {}
    lines = [(one, asks.get(one.promise.pk) if one.promise else None) for one in rows]
    return respond(request, "clocks/child.html", child=child, today=today(), rows=lines, around=around(plan, rows, by=by, at=at))


def _rows(child: Child) -> list[Clock]:
    """Every day that runs around one child."""
    return running(Near.around([child], until=today() + FAR, today=today()))


@door("ask whoever coordinates how it is going", opens=Child, changes=True)
def colleague(request: HttpRequest, child: Child) -> HttpResponse:
    """One tap; whoever coordinates finds the question on *I dag*, and whoever asked sees when it is answered."""
    holder = ask_around(plan_of(child.pk), _rows(child), by=request.capacity, at=now())
    if holder:
        messages.success(request, _("%(who)s finds your question on Today.") % {"who": holder.person})
    return redirect("clocks:child", child.pk)


@door("ask how it is going", opens=Child, changes=True)
def ask(request: HttpRequest, child: Child) -> HttpResponse:
    """One tap; whoever holds it finds the question on *I dag*."""
    holder = nudge(child, by=request.capacity, at=now())
    messages.success(request, _("%(who)s finds your question on Today.") % {"who": holder.person})
    return redirect("clocks:clocks")
