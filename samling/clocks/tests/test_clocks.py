"""Every running day has a source; its word goes first to its owner; a head asks kindly, once in a while, on record."""

import datetime as dt
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samling.clocks.models import Near, nudge, quiet_children, running
from samling.clocks.rules import NUDGED, SOURCES, Reach, Sort, may_nudge, reach
from samling.concern.models import Signal
from samling.gathering.models import JointMeeting
from samling.gathering.tests.test_meetings import called, told
from samling.journey.models import Notice
from samling.kernel.answer import Refused
from samling.kernel.settable import KNOWN
from samling.people.models import Child
from samling.promises.tests import table
from samling.records.clock import now, today
from tests.walls.database import as_guard

SEEN = {"danger": False, "text": "Sitter ensam.", "touches": ["school"], "raised_as": "self", "raised_name": "", "how": "seen",
        "said_child": "", "said_guardian": ""}  # fmt: skip
FAR = dt.timedelta(days=400)
TODAY = dt.date(2025, 11, 20)


def test_every_clock_has_a_law_or_a_local_setting_that_is_known():
    assert set(SOURCES) == set(Sort)
    for sort, source in SOURCES.items():
        assert source.says and (source.law or source.setting), sort
        assert not source.setting or source.setting in KNOWN, f"{sort}: no organisation can settle {source.setting}"


@pytest.mark.parametrize(("late", "to"), [(-3, "owner"), (0, "owner"), (6, "owner"), (7, "coordinator"), (13, "coordinator"), (14, "head")])
def test_the_word_goes_to_the_owner_first_and_to_the_head_last(late, to):
    assert reach(TODAY - dt.timedelta(days=late), TODAY, coordinator_days=7, head_days=14) is Reach(to)


def test_a_head_never_hears_before_the_one_who_coordinates():
    due = TODAY - dt.timedelta(days=10)
    assert reach(due, TODAY, coordinator_days=20, head_days=5) is Reach.OWNER


def test_one_asks_once_in_a_while_and_never_oneself():
    ask = {"leads": True, "holder": True, "is_self": False, "asked_on": None, "today": TODAY, "days": 7}
    assert may_nudge(**ask) and may_nudge(**ask | {"asked_on": TODAY - dt.timedelta(days=7)})
    for no in ({"leads": False}, {"holder": False}, {"is_self": True}, {"asked_on": TODAY - dt.timedelta(days=6)}):
        assert not may_nudge(**ask | no)


def around(cast, who="petra", children=("adam",)):
    """The running days of these children as someone sees them."""
    with cast.acting(who):
        rows = Child.objects.filter(pk__in=[cast.world.child[key] for key in children])
        return running(Near.around(rows, until=today() + FAR, today=today()))


def test_the_days_of_a_child_stand_together_with_their_owners(cast):
    plan = table.begun(cast)
    table.promise(cast, plan, maker="jonas")
    called(cast)
    found = {one.sort: one for one in around(cast)}
    assert set(found) == {Sort.MEETING, Sort.REVIEW, Sort.PROMISE}
    assert (found[Sort.PROMISE].who, found[Sort.REVIEW].who) == ("Jonas Wik", "Petra Ek")
    assert around(cast, "birgitta") == []


def test_as_many_questions_for_three_children_as_for_one(cast):
    def count(children):
        with cast.acting("petra"), CaptureQueriesContext(connection) as captured:
            rows = Child.objects.filter(pk__in=[cast.world.child[key] for key in children])
            running(Near.around(rows, until=today() + FAR, today=today()))
        return len(captured)

    plan = table.begun(cast)
    for maker in ("petra", "jonas"):
        table.promise(cast, plan, maker=maker)
    one = count(["adam"])
    called(cast)
    assert count(["adam", "elsa", "noor"]) <= one + 1


def test_a_sip_has_its_days_from_the_need_also_when_no_meeting_stands(cast):
    table.begun(cast, kind="sip")
    days = {one.sort: one.due_on - today() for one in around(cast) if one.sort in (Sort.SIP_CALL, Sort.SIP_MEETING)}
    assert days == {Sort.SIP_CALL: dt.timedelta(days=7), Sort.SIP_MEETING: dt.timedelta(days=21)}, "from the plan"
    seen = today() - dt.timedelta(days=3)
    with cast.acting("petra") as acting:
        child, by = Child.objects.get(pk=cast.adam), table.me(acting)
        meeting = JointMeeting.call(child, told(cast.petra, kind="sip", seen_on=seen), by=by, at=now(), pk=uuid4(), school_calls=True).pk
    found = {one.sort: one for one in around(cast)}
    assert Sort.SIP_CALL not in found and found[Sort.SIP_MEETING].due_on == seen + dt.timedelta(days=21), "from the call"
    with cast.acting("petra") as acting:
        JointMeeting.objects.get(pk=meeting).call_off("ill", by=table.me(acting), at=now())
    found = {one.sort: one for one in around(cast)}
    assert (found[Sort.SIP_CALL].due_on, found[Sort.SIP_CALL].who) == (seen + dt.timedelta(days=7), "Petra Ek"), "called off"


def silence(cast, days):
    """So long nobody has been heard of around Adam, whom somebody was worried about."""
    table.begun(cast)
    with cast.acting("petra") as acting:
        adam = Child.objects.get(pk=cast.adam)
        Signal.note(adam, SEEN | {"seen_on": today()}, by=table.me(acting), at=now(), pk=uuid4())
    with as_guard() as cursor:
        cursor.execute("update journey_event set written_at = guard.now() - make_interval(days => %s)", [days])


def test_a_head_sees_the_quiet_and_asks_once(cast, visitor):
    silence(cast, 31)
    with cast.acting("gunilla") as acting:
        (one,) = quiet_children(table.me(acting), now())
        assert (one.child.pk, str(one.holder.person), bool(one.may)) == (cast.adam, "Petra Ek", True)
    assert visitor.as_("gunilla").post(f"/children/{cast.adam}/question/").status_code == 302
    with cast.acting("petra"):
        assert Notice.objects.filter(kind=NUDGED, to=cast.petra, subject_id=cast.adam).count() == 1
    page = visitor.as_("petra").get("/").content.decode()
    assert "Din chef frågar hur det går. En rad räcker." in page
    with cast.acting("gunilla") as acting:
        by, adam = table.me(acting), Child.objects.get(pk=cast.adam)
        assert not quiet_children(by, now())[0].may
        with pytest.raises(Refused, match="asked lately"):
            nudge(adam, by=by, at=now())


def test_nobody_but_who_leads_asks_and_nobody_is_quiet_too_soon(cast, visitor):
    silence(cast, 29)
    with cast.acting("gunilla") as acting:
        assert quiet_children(table.me(acting), now()) == []
    visitor.as_("petra").post(f"/children/{cast.adam}/question/")
    with cast.acting("petra"):
        assert not Notice.objects.filter(kind=NUDGED).exists()
    assert visitor.as_("birgitta").post(f"/children/{cast.adam}/question/").status_code == 404


def test_what_has_passed_comes_to_the_one_who_coordinates_and_then_to_the_head(cast, visitor):
    plan = table.begun(cast)
    table.promise(cast, plan, maker="jonas")
    page = visitor.as_("petra").get("/days/").content.decode()
    assert "Det som lovades blir gjort" not in page
    with as_guard() as cursor:
        cursor.execute("update promises_promise set starts_on = '2025-10-01', until_on = '2025-11-11'")
    assert 'id="coordinated"' in visitor.as_("petra").get("/days/").content.decode()
    assert "Det som lovades blir gjort" in visitor.as_("jonas").get("/days/").content.decode()
    mine = visitor.as_("petra").get(f"/children/{cast.adam}/days/").content.decode()
    assert "Jonas Wik" in mine and "lokal inställning" in mine
