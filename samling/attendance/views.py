"""A child's attendance: read, and a few weeks written by hand."""

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samling.access.door import door
from samling.kernel.answer import insist
from samling.people.models import Child
from samling.records.clock import now, today
from samling.ui.respond import done, respond

from . import rules, rules_ladder
from .forms import WeeksForm
from .models import AbsenceInquiry, AttendanceWeek, LadderStep
from .models.inquiries import may_open
from .models.weeks import may_note, told_weeks, weeks_of
from .picture import facts, picture

ON_A_PAGE = 6  # weeks
OLDEST = dt.timedelta(days=5 * 365)


@door("read attendance", opens=Child)
def child(request: HttpRequest, child: Child) -> HttpResponse:
    """The picture, what is counted, the pattern, the ladder and the inquiries."""
    own, day, at = weeks_of(child.pk, with_cells=True), today(), now()
    weeks = own or told_weeks(child)
    organisation = request.capacity.unit.branch.organisation_id
    steps = LadderStep.of(organisation, at)
    return respond(
        request, "attendance/child.html", child=child, today=day, picture=picture(weeks, day), **facts(weeks, day),
        steps=steps, source=LadderStep.source(organisation, at), reached=rules_ladder.reached(weeks, steps, day),
        latest_on=max((week.on for week in weeks if week.scheduled), default=None),
        inquiries=AbsenceInquiry.about(child.pk), may_open=may_open(child, request.capacity),
        may_note=may_note(child), is_told=bool(weeks and not own),
    )  # fmt: skip


@door("write down attendance", opens=Child, asks=True)
def weeks(request: HttpRequest, child: Child) -> HttpResponse:
    """A few weeks of one child, by hand."""
    insist(may_note(child))
    form = _weeks_form(request, child)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        earlier = form.mondays[0] - rules.WEEK
        return respond(request, "attendance/weeks.html", child=child, form=form, status=status, earlier=earlier)
    number = AttendanceWeek.note(child, form.told, by=request.capacity.pk, at=now())
    messages.success(request, _written(number))
    return done(request, reverse("attendance:child", args=[child.pk]))


def _weeks_form(request: HttpRequest, child: Child) -> WeeksForm:
    last = min(max(_day(request.GET.get("until", "")) or today(), today() - OLDEST), today())
    mondays = [rules.monday(last) - back * rules.WEEK for back in reversed(range(ON_A_PAGE))]
    known = {one.week_on: one for one in AttendanceWeek.counting(child.pk).filter(week_on__in=mondays)}
    return WeeksForm(request.POST if request.method == "POST" else None, mondays=mondays, known=known)


def _day(written: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        return None


def _written(number: int) -> Any:
    if not number:
        return _("Nothing was different, so nothing was changed.")
    return ngettext("%(number)d week is written down.", "%(number)d weeks are written down.", number) % {"number": number}
