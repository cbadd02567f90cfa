"""Attendance in the margin of the story and in the lists: what is said, drawn and in the table is the same."""

import datetime as dt
import re
from uuid import uuid4

import pytest
from django.urls import reverse

from samling.access import guard
from samling.attendance.models import AttendanceWeek
from samling.attendance.panel import beside, sparks
from samling.attendance.ribbon import reach, ribbon
from samling.attendance.rules import WEEK, Week, monday
from samling.day.tests.test_today import main, raise_concern
from samling.journey.models import Entry
from samling.kernel.categories import Category, wall
from samling.people.models import Child
from samling.records.clock import now, today
from samling.ui.parts import Entry as Line

AWAY = (5, 40, 12, 0)  # per cent, the latest week last


@pytest.fixture
def term(cast):
    """Four weeks of one of Petra's children, the latest last."""

    def told(key="adam"):
        latest = monday(today())
        weeks = [Week(latest - back * WEEK, 1000, 10 * away) for back, away in enumerate(reversed(AWAY))]
        with cast.acting("petra") as acting:
            child = Child.objects.select_related("unit", "branch").get(pk=cast.world.child[key])
            AttendanceWeek.note(child, weeks, by=acting.capacity_id, at=now())

    return told


def note(cast, ago):
    told = {"kind": "talk", "title": f"För {ago} dagar sedan", "text": "x", "for_guardians": "yes"}
    with cast.acting("petra") as acting:
        at = now() - dt.timedelta(days=ago)
        Entry.write(told, subject=cast.adam, wall=wall(1, Category.HOME), by=acting.capacity_id, at=at, pk=uuid4())


def test_what_the_ribbon_says_is_what_is_drawn_and_what_stands_in_the_table(cast, visitor, term):
    term()
    note(cast, 1)
    note(cast, 14)
    page = main(visitor.as_("petra").get(reverse("desk:timeline", args=[cast.adam])))
    drawn = [int(share) for share in re.findall(r'ribbon__share" d="M0 0h(\d+)v', page)]
    said = [int(share) for share in re.findall(r"<b>(\d+) %</b>", page)]
    table = [int(share) for share in re.findall(r'</th><td class="number">(\d+) %', page)]
    title = re.search(r'figure__title">(.*?)</p>', page)[1]
    assert drawn == said == table == [100, 88, 60]  # the week before the oldest note is not beside the story
    assert [int(n) for n in re.findall(r"(\d+) procent", title)] == [drawn[0], min(drawn)]
    assert "I skolan 83 procent av tiden de här 3 veckorna: 17 procent giltig" in page
    assert page.index("För 1 dagar") < page.index("För 14 dagar")


def test_the_ribbon_is_not_for_those_who_may_not_read_attendance(cast, visitor, term):
    term()
    with cast.acting("jonas"):
        guard.open_child(cast.norrskolan, roster=cast.world.pupil["adam"])
    for here in (reverse("desk:timeline", args=[cast.adam]), reverse("desk:children"), "/"):
        page = main(visitor.as_("jonas").get(here))
        assert "ribbon" not in page and 'class="spark"' not in page
    for who, drawn in (("petra", True), ("jonas", False)):
        with cast.acting(who):
            child = Child.objects.select_related("unit", "branch").get(pk=cast.adam)
            assert bool(beside(child, [Line(today(), "a")], None)) is drawn
            assert bool(sparks([cast.adam])) is drawn


def test_a_story_without_known_weeks_stands_as_before(cast, visitor):
    note(cast, 1)
    page = main(visitor.as_("petra").get(reverse("desk:timeline", args=[cast.adam])))
    assert 'class="timeline"' in page and "ribbon" not in page and "Visa som tabell" not in page


def test_a_list_draws_what_is_known_of_each_child_in_one_statement(cast, visitor, me, term, asking):
    raise_concern(cast, me, key="noor")
    visitor.as_("petra")
    for key in ("adam", "noor"):
        term(key)
    for here, shown in ((reverse("desk:children"), 2), ("/", 1)):
        with asking() as asked:
            page = main(visitor.get(here))
        assert page.count('class="spark"') >= shown and "60 procent" in page and ">100 %<" in page
        assert sum("attendance_attendanceweek" in sql for sql in asked().statements) == 1


def test_an_older_piece_goes_on_where_the_newer_one_ended():
    day = dt.date(2026, 1, 14)
    noon = dt.datetime(2025, 12, 31, 12, tzinfo=dt.UTC)
    weeks = [Week(monday(day) - back * WEEK, 1000, 100) for back in range(6)]
    newer, older = [Line(day, "a"), Line(noon, "b")], [Line(dt.date(2025, 12, 17), "c")]
    first = ribbon(weeks, newer, reach(newer, day, None))
    second = ribbon(weeks, older, reach(older, day, noon))
    names = [one.name for one in (*first.rows, *second.rows)]
    assert len(names) == len(set(names)) == 5
    assert ribbon(weeks, [], day) is None and ribbon([], newer, day) is None
