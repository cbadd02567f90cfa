"""No hole in the chain: what someone held has a real holder the same moment."""

import datetime as dt

import pytest
from django.db import connections

from samling.access import guard, holding
from samling.access.models import Assignment
from samling.consent.tests.asking import move_clock
from samling.journey.models import Notice
from samling.journey.telling import notify
from samling.kernel.answer import Refused
from samling.people.models import Child, Deputy, Leave, Succession
from samling.records.clock import now
from tests.house.page import check_page


def page(answer, status=200):
    assert answer.status_code == status, answer.status_code
    return answer.content.decode()


def opens(cast, name, child="adam"):
    """Whether this person reads the name of a child now."""
    with cast.acting(name):
        return Child.objects.filter(pk=cast.world.child[child]).exists() and bool(guard.my_access(cast.world.child[child]))


def due_work():
    """What the clock does each minute."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("set role samling_guard; select count(*) from guard.take_over_due(); reset role")


@pytest.fixture
def signed_in(cast):
    """Everyone here has an account of her own."""
    for name in ("petra", "cecilia", "jonas", "gunilla", "amir"):
        with cast.acting(name):
            pass


def test_the_named_deputy_holds_the_same_moment(cast, signed_in):
    with cast.acting("petra"):
        notify(cast.petra, "checklist-trial", by=cast.petra, at=now(), subject=cast.adam)
    with cast.acting("gunilla"):
        holding.name_deputy(cast.petra, cast.cecilia)
    assert opens(cast, "petra") and not opens(cast, "cecilia")
    with cast.acting("gunilla"):
        holding.end_capacity(cast.petra)
        assert holding.holders([cast.petra, cast.jonas]) == {cast.petra: cast.cecilia, cast.jonas: cast.jonas}
    assert opens(cast, "cecilia")
    with cast.acting("cecilia"):
        assert {n.kind for n in Notice.objects.filter(to__in=holding.duties(), done_at=None)} == {"checklist-trial", "taken_over"}
        row = Assignment.objects.get(capacity_id=cast.cecilia, subject_id=cast.adam)
        assert row.taken_over_from_id == cast.petra and row.given_by_id == cast.gunilla
        notice = Notice.objects.get(kind="checklist-trial")
        notice.finish(by=cast.cecilia, at=now())
        assert not Notice.objects.filter(kind="checklist-trial", done_at=None).exists()


def test_without_a_deputy_it_is_the_head_of_the_unit(cast, signed_in):
    with cast.acting("ingrid"):
        holding.end_capacity(cast.petra)
    taken = Succession.objects.using("owner").get(capacity_id=cast.petra)
    assert (taken.holder_id, taken.reason) == (cast.gunilla, "head")


def test_holder_and_deputy_leaving_on_the_same_day_leave_no_hole(cast, signed_in):
    with cast.acting("gunilla"):
        holding.name_deputy(cast.petra, cast.cecilia)
        last = now() + dt.timedelta(hours=15)
        holding.end_capacity(cast.petra, ends=last)
        holding.end_capacity(cast.cecilia, ends=last)
    assert opens(cast, "petra")
    move_clock(last + dt.timedelta(seconds=1))
    due_work()
    with cast.acting("gunilla"):
        assert holding.holders([cast.petra, cast.cecilia]) == {cast.petra: cast.gunilla, cast.cecilia: cast.gunilla}
        assert holding.without_holder() == {}
        assert Assignment.objects.filter(capacity_id=cast.gunilla, taken_over_from_id=cast.petra).exists()
    due_work()
    assert Succession.objects.using("owner").filter(capacity_id=cast.petra).count() == 1


def test_the_deputy_leaving_later_passes_on_what_was_inherited(cast, signed_in):
    with cast.acting("gunilla"):
        holding.name_deputy(cast.petra, cast.cecilia)
        holding.end_capacity(cast.petra)
        holding.end_capacity(cast.cecilia)
        assert holding.holders([cast.petra]) == {cast.petra: cast.gunilla}
        assert Assignment.objects.filter(capacity_id=cast.gunilla, subject_id=cast.adam, taken_over_from_id=cast.petra).exists()


def test_leave_hands_over_for_a_time_and_comes_back(cast, signed_in):
    with cast.acting("gunilla"):
        holding.name_deputy(cast.petra, cast.cecilia)
    with cast.acting("petra"):
        leave = holding.begin_leave(cast.petra, starts=None, ends=now() + dt.timedelta(days=20))
        assert holding.holders([cast.petra]) == {cast.petra: cast.cecilia}
    assert opens(cast, "cecilia") and opens(cast, "petra")
    with cast.acting("petra"):
        holding.end_leave(leave)
        assert holding.holders([cast.petra]) == {cast.petra: cast.petra}
    assert not opens(cast, "cecilia")


def test_someone_on_leave_or_without_an_account_takes_nothing_over(cast, signed_in):
    with cast.acting("gunilla"):
        holding.name_deputy(cast.petra, cast.cecilia)
        holding.begin_leave(cast.cecilia, starts=None, ends=None)
        assert holding.heir_of(cast.petra) == cast.gunilla
    with connections["owner"].cursor() as cursor:
        cursor.execute("set role samling_guard; update people_account set is_active = false, disabled_at = now() "
                       "where person_id = %s; reset role", [cast.world.person["gunilla"]])
    with cast.acting("petra"):
        assert holding.heir_of(cast.petra) not in (cast.gunilla, cast.cecilia)


def test_nobody_stands_in_who_gives_herself_access(cast):
    for name, whom, because in (
        ("gunilla", cast.gunilla, "Nobody gives themselves access."),
        ("petra", cast.cecilia, "Your role may not say who stands in here."),
        ("gunilla", cast.maria, "A deputy works in the same authority and activity, in a role that works with children."),
    ):
        with cast.acting(name), pytest.raises(Refused) as refused:
            holding.name_deputy(cast.petra, whom)
        assert str(refused.value.answer.because) == because


def test_the_pages_about_stand_ins(cast, visitor, signed_in):
    url = f"/staff/capacities/{cast.petra}/"
    shown = page(visitor.as_("gunilla").get(f"{url}stand-ins/"))
    assert check_page(shown) == [] and "Vem ersätter Petra Ek?" in shown
    assert visitor.as_("gunilla").post(f"{url}deputies/", {"stands_in": cast.cecilia}).status_code == 302
    assert "välj" in page(visitor.as_("gunilla").post(f"{url}deputies/", {"stands_in": "x"}), 422).lower()
    assert visitor.as_("petra").post(f"{url}leave/", {"from_on": "2025-12-01", "until_on": "2025-12-12"}).status_code == 302
    page(visitor.as_("petra").post(f"{url}leave/", {"from_on": "i går"}), 422)
    assert "1 december" in page(visitor.as_("petra").get(f"{url}stand-ins/"))
    assert visitor.as_("petra").get(f"/staff/capacities/{cast.jonas}/stand-ins/").status_code == 404
    leave = Leave.objects.using("owner").get()
    assert visitor.as_("petra").post(f"/staff/leave/{leave.pk}/end/").status_code == 302
    deputy = Deputy.objects.using("owner").get()
    assert visitor.as_("ulf").post(f"/staff/deputies/{deputy.pk}/end/").status_code == 404
    end = page(visitor.as_("gunilla").get(f"{url}end/"))
    assert "Cecilia" in end and check_page(end) == []
    page(visitor.as_("gunilla").post(f"{url}end/", {"last_on": "2024-01-01"}), 422)
    assert visitor.as_("gunilla").post(f"{url}end/", {"last_on": ""}).status_code == 302
    taken = Succession.objects.using("owner").get(capacity_id=cast.petra)
    mine = page(visitor.as_("cecilia").get(f"/staff/taken-over/{taken.pk}/"))
    assert "Adam H" in mine and check_page(mine) == []
    assert visitor.as_("amir").get(f"/staff/taken-over/{taken.pk}/").status_code == 404
    assert "tagit över" in page(visitor.as_("cecilia").get("/"))
