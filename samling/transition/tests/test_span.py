"""A year before a child outgrows what is offered it stands on *I dag*, and leads to what is to go along."""

import datetime as dt
from uuid import uuid4

import pytest

from samling.access import guard
from samling.access.door import open_walls
from samling.consent.tests.asking import move_clock
from samling.people.models import Child
from samling.records.clock import now
from samling.records.clock import today as todays
from samling.transition.models import Package
from samling.transition.tests.test_moving import me
from samling.work.running import go_round

LAST = dt.date(2031, 6, 30)  # Adam was born in 2015; the spring term of the year he turns 16
SAYS = "ur det ni kan ge: förbered"


@pytest.fixture
def matter(cast):
    """Something goes on around Adam, and Petra coordinates it. Gunilla, who leads, has an account."""
    cast.token("gunilla")
    with cast.acting("petra"):
        guard.call("begin_journey", cast.adam)
    return cast


def at(day):
    move_clock(dt.datetime.combine(day, dt.time(7), dt.UTC))
    go_round()


@pytest.mark.parametrize(("day", "told"), [(dt.date(2030, 6, 29), False), (dt.date(2030, 6, 30), True)])
def test_a_year_ahead_and_not_a_day_earlier(matter, visitor, day, told):
    at(day)
    for who in ("petra", "gunilla"):
        assert (SAYS in visitor.as_(who).get("/").content.decode()) is told
    assert SAYS not in visitor.as_("maja").get("/").content.decode()


def test_the_line_leads_to_the_package_and_goes_when_it_is_begun(matter, visitor):
    at(LAST - dt.timedelta(days=300))
    to = f"/children/{matter.adam}/transition/"
    assert to in visitor.as_("petra").get("/").content.decode()
    page = visitor.get(to).content.decode()
    assert "Sista dagen för det ni kan ge" in page and 'value="2031-06-30"' in page and 'value="span" ' in page
    with matter.acting("petra") as acting:
        child = Child.objects.get(pk=matter.adam)
        open_walls(child, "test")
        told = {"kind": "span", "way": "family", "to": "", "to_unit": None, "moves_on": todays() + dt.timedelta(days=300)}
        Package.prepare(child, told, by=me(acting), at=now(), pk=uuid4())
    go_round()
    assert SAYS not in visitor.as_("petra").get("/").content.decode()
