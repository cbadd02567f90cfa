"""*Öva* says what then happens, changes nothing, and is for whoever leads; a workload counts and ranks nobody."""

import datetime as dt
from uuid import uuid4

import pytest
from django.db import connection, connections
from django.db.utils import InternalError

from samling.access import guard, holding
from samling.access.models import Assignment
from samling.gathering.models import JointMeeting
from samling.journey.models import coordinating
from samling.kernel.answer import Refused
from samling.people.models import Capacity, Child
from samling.records.clock import now
from samling.relay.models.leading import Rehearsal, loads
from tests.house.rooms import me

WHO = ("petra", "maja", "amir", "cecilia", "jonas", "gunilla", "bosse")
LOGS = {"access_look", "access_securityevent", "people_session"}


@pytest.fixture
def busy(cast):
    """Several work with Adam, one is deputy, and a journey has begun."""
    with cast.acting("gunilla"):
        for who in ("amir", "cecilia", "jonas", "bosse"):
            guard.assign(cast.adam, cast.world.capacity[who], because="behövs")
        holding.name_deputy(cast.petra, cast.cecilia)
    for who in ("bosse", "olof", "cecilia"):
        cast.token(who)  # only one with an account takes over
    with cast.acting("petra"):
        cast.journey = guard.begin_journey(cast.adam)
    return cast


def foretold(cast, *who):
    with cast.acting("gunilla"):
        found = Rehearsal([cast.world.capacity[one] for one in who], now())
        children = {(one.before.pk, one.child.pk): one.after and one.after.pk for one in found.children}
        journeys = [(one and one.pk, two and two.pk) for _child, one, two in found.journeys]
        return children, journeys


@pytest.mark.parametrize("who", WHO)
def test_it_happens_as_it_was_rehearsed(busy, who):
    key = busy.world.capacity[who]
    children, journeys = foretold(busy, who)
    ender = "olof" if who == "gunilla" else "gunilla"
    with busy.acting(ender):
        holding.end_capacity(key)
    with busy.acting("bosse" if who == "gunilla" else "gunilla"):
        rows = Assignment.objects.filter(taken_over_from_id=key).values_list("subject_id", "capacity_id")
        happened = {(key, subject): capacity for subject, capacity in rows}
        assert {one: heir for one, heir in children.items() if heir} == happened
        now_is = coordinating([busy.journey])[busy.journey]
        if journeys:
            assert journeys == [(now_is.coordinator, now_is.deputy)]


def test_several_at_once_are_gone_at_once(busy):
    children, journeys = foretold(busy, "petra", "cecilia")
    assert set(children.values()) == {busy.gunilla}
    assert journeys == [(busy.gunilla, busy.bosse)]


def test_a_child_whom_two_leave_is_one_child(busy):
    def told():
        with busy.acting("gunilla"):
            found = Rehearsal([busy.petra, busy.cecilia], now())
            return found.many, len(found.children)

    many, lines = told()
    with busy.acting("gunilla"):
        mine, hers = ({one.child.pk for one in Rehearsal([who], now()).children} for who in (busy.petra, busy.cecilia))
    with busy.acting("gunilla"):
        guard.assign(min(mine - hers), busy.cecilia, because="Arbetar också med barnet.")
    assert told() == (many, lines + 1)


def counts():
    """How many rows each table has, and the latest change of any."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("set role samling_guard")
        cursor.execute("select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")
        tables = [name for (name,) in cursor.fetchall() if name not in LOGS]
        found = {}
        for name in tables:
            cursor.execute("select has_table_privilege(%s, 'select')", [name])
            if cursor.fetchone()[0]:
                cursor.execute(f"select count(*), max(xmin::text::bigint) from {name}")
                found[name] = cursor.fetchone()
        cursor.execute("reset role")
    return found


def test_nothing_is_written_but_the_look(busy, visitor):
    visitor.as_("gunilla").get("/staff/workload/")
    before = counts()
    assert len(before) > 60
    answer = visitor.get(f"/staff/rehearsal/?who={busy.petra}&who={busy.cecilia}")
    assert "Adam Hassan" in answer.content.decode()
    assert counts() == before


def test_nothing_could_be_written(busy):
    with pytest.raises(InternalError, match="read-only"), busy.acting("gunilla"):
        Rehearsal([busy.petra], now())
        with connection.cursor() as cursor:
            cursor.execute("select guard.end_capacity(%s)", [busy.petra])


def test_it_is_for_whoever_leads(busy, visitor):
    with busy.acting("petra"), pytest.raises(Refused, match="leads the unit"):
        assert Rehearsal([busy.maja], now()).held
    page = visitor.as_("petra").get(f"/staff/rehearsal/?who={busy.maja}").content.decode()
    assert "Maja" not in page


def test_who_leads_is_who_names_deputies(busy):
    for who in ("gunilla", "bosse", "olof", "karin", "kerstin", "rut", "petra", "eva", "pia"):
        with busy.acting(who):
            led = {row["led_units"] for row in guard.rows("led_units")}
            for one in Capacity.objects.filter(unit__isnull=False):
                assert holding.may_name_deputy(one.pk) is (one.unit_id in led), (who, one)


def test_a_workload_is_in_order_of_name(busy):
    with busy.acting("gunilla"):
        rows = loads(now())
    names = [row.capacity.person.sort_key for row in rows]
    assert names == sorted(names)
    assert {row.capacity.pk: row.children for row in rows}[busy.petra] == 2
    with busy.acting("petra"):
        assert loads(now()) == []


def test_a_last_day_is_shown(busy, visitor):
    with busy.acting("gunilla"):
        holding.end_capacity(busy.petra, ends=now() + dt.timedelta(days=10))
    assert "30 november" in visitor.as_("gunilla").get("/staff/workload/").content.decode()


# -- what stands in the shared space -----------------------------------------------------------------------------------
def test_a_joint_meeting_would_lose_its_chair(busy, visitor):
    with busy.acting("petra") as acting:
        adam, starts = Child.objects.get(pk=busy.adam), now() + dt.timedelta(days=8)
        told = {"kind": "joint", "starts_at": starts, "ends_at": starts + dt.timedelta(hours=1), "place": "Biblioteket",
                "chair": me(acting), "question": "Hur går det?", "seen_on": None}  # fmt: skip
        JointMeeting.call(adam, told, by=me(acting), at=now(), pk=uuid4())
    with busy.acting("gunilla"):
        found = Rehearsal([busy.petra], now())
        assert [(one.child.pk, one.before.pk, one.after.pk) for one in found.meetings] == [(busy.adam, busy.petra, busy.cecilia)]
        assert {row.capacity.pk: row.meetings for row in loads(now())}[busy.petra] == 1
    assert "Gemensamt möte" in visitor.as_("petra").get("/handovers/").content.decode()
