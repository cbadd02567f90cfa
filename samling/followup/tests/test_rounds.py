"""Days of follow-up that come by themselves: from a journey's own events, once, and as a person leaves them."""

import datetime as dt

import pytest
from django.db import connections

from samling.closing.tasks import plan_closing_rounds
from samling.followup.models import Round, due, of_child
from samling.followup.tasks import plan_rounds
from samling.kernel.answer import Refused
from samling.kernel.workdays import is_workday, workday_from
from samling.letters.tests.world import arrange
from samling.promises.tests import table
from samling.records.clock import now, today
from samling.views.tests.around import child_of, me
from tests.walls.database import as_guard

pytestmark = pytest.mark.usefixtures("database")


def come_round():
    def house(function, *arguments):
        with connections["worker"].cursor() as cursor:
            cursor.execute(f"select guard.{function}({', '.join(['%s'] * len(arguments))})", arguments)

    plan_rounds(house)
    plan_closing_rounds(house)


@pytest.fixture
def begun(cast):
    """Lotsen has come to Adam's table, and there is a plan."""
    table.joined(cast)
    table.begun(cast)
    come_round()


def test_the_database_keeps_the_calendar_of_the_house():
    days = [dt.date(2020, 1, 1) + dt.timedelta(days=one) for one in range(366 * 41)]
    with as_guard() as cursor:
        cursor.execute("select d, guard.is_workday(d), guard.workday_from(d) from unnest(%s::date[]) d", [days])
        assert cursor.fetchall() == [(one, is_workday(one), workday_from(one)) for one in days]


def days(cast, who="petra", child="adam"):
    with cast.acting(who):
        return [(one.time, (one.due_on - today()).days) for one in of_child(child_of(cast, child))]


def test_the_days_come_from_what_happens_and_everyone_at_the_table_reads_them(cast, begun, visitor):
    come_round()
    assert days(cast) == [("T0", 0), ("light", 21), ("T1", 91)]
    assert days(cast, "maria", "adam_at_lotsen") == days(cast)
    with cast.acting("petra") as acting:
        assert [one.time for one in due(me(acting), today())] == ["T0"], "whoever coordinates holds it"
    page = visitor.as_("petra").get(f"/children/{cast.adam}/followup/").content.decode()
    assert "Vid starten" in page and "Ingen har fått frågor härifrån än" in page


def test_a_day_that_came_by_itself_is_moved_by_a_person_and_stays_there(cast, begun, visitor):
    with cast.acting("petra"):
        first = next(one for one in of_child(child_of(cast)) if one.time == "T0")
    petra = visitor.as_("petra")
    assert "Dagen kom av sig själv" in petra.get(f"/followup/{first.pk}/").content.decode()
    wanted = today() + dt.timedelta(days=9)
    assert petra.post(f"/followup/{first.pk}/day/", {"due_on": wanted.isoformat()}).status_code == 302
    come_round()
    assert days(cast) == [("T0", 9), ("light", 21), ("T1", 91)]
    assert petra.post(f"/followup/{first.pk}/done/").status_code == 302
    assert petra.post(f"/followup/{first.pk}/day/", {"due_on": today().isoformat()}).status_code == 403
    assert visitor.as_("maja").get(f"/followup/{first.pk}/day/").status_code == 404


def test_nobody_is_asked_in_a_closed_matter_and_its_days_are_there_again_when_it_opens(cast, begun):
    closed = "update journey_journey set closed_at = guard.now(), back_until_on = '2026-05-01'"
    arrange(closed)
    assert days(cast) == []
    arrange("update journey_journey set closed_at = null, back_until_on = null")
    assert [time for time, _days in days(cast)] == ["T0", "light", "T1"]


def test_a_done_round_is_not_moved(cast, begun):
    with cast.acting("petra") as acting:
        first = Round.objects.get(time="T0")
        first.finish(by=me(acting), at=now())
        with pytest.raises(Refused, match="is done"):
            first.move(today(), by=me(acting), at=now())
