"""Who can see, who has looked, and what I have opened."""

import pytest

from samling.access import guard, looked
from samling.kernel.categories import Category, wall
from tests.walls.wires import wire

ATTENDANCE = wall(1, Category.ATTENDANCE)
NAME = wall(1, Category.IDENTITY)


def page(answer):
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def tell(cast, child, capacity):
    with cast.acting("petra"):
        ground = guard.give_ground(child, [NAME, ATTENDANCE], basis="harm_test", because="Prövat.",
                                   capacity=capacity, paragraph="OSL 23:2")
        guard.disclose_record(ground, NAME, child)
        return ground


def test_everyone_who_can_see_stands_there_with_the_reason(cast, visitor):
    tell(cast, cast.adam, cast.kerstin)
    shown = page(visitor.as_("petra").get(f"/children/{cast.adam}/sight/"))
    for said in ("Petra Ek", "Gunilla Norén", "Kerstin Falk", "OSL 23:2", "ingen tar skada", "Kan läsa:"):
        assert said in shown


def test_a_stranger_learns_nothing(cast, visitor):
    for where in ("sight", "looks"):
        assert visitor.as_("ulf").get(f"/children/{cast.adam}/{where}/").status_code == 404
        assert visitor.as_("ingrid").get(f"/children/{cast.adam}/{where}/").status_code == 404


def test_looks_are_listed_with_name_and_errand(cast, visitor):
    page(visitor.as_("gunilla").get(f"/children/{cast.adam}/assignments/"))
    shown = page(visitor.as_("petra").get(f"/children/{cast.adam}/looks/"))
    assert "Gunilla Norén" in shown and "Se vem som arbetar med barnet" in shown


@pytest.mark.parametrize("before", ["x", "2025-11-20", "2025-13-99T00:00", "9" * 500, "%00", "2025-11-20T09:00:00+01:00"])
def test_a_mad_page_of_the_log_is_an_ordinary_page(cast, visitor, before):
    page(visitor.as_("petra").get(f"/children/{cast.adam}/looks/?before={before}"))
    page(visitor.as_("petra").get(f"/my-looks/?before={before}"))


AT_ONCE = """insert into access_look (id, at, kind, errand, person_id, capacity_id, subject_id, walls, ground_ids, shown)
  select gen_random_uuid(), clock.at, 'open', 'look ' || n, c.person_id, c.id, %s, array[%s], '{}', '{}'
    from people_capacity c, (select guard.now() as at) clock, generate_series(1, 30) n where c.id = %s"""


def test_looks_of_one_moment_stand_in_the_order_in_which_they_were_made(cast):
    """A child and the space around it are opened at once; the page is the same each time."""
    with wire("postgres") as superuser:
        superuser.execute(AT_ONCE, [cast.adam, NAME, cast.petra])
        superuser.commit()
    latest_first = [f"look {n}" for n in range(30, 0, -1)]
    with cast.acting("petra"):
        mine, at_adam = guard.rows("my_looks"), guard.rows("looks_at", cast.adam)
    for rows in (mine, at_adam):
        assert [row["errand"] for row in rows if row["errand"].startswith("look ")] == latest_first


def test_my_looks_name_only_children_i_may_still_see(cast, visitor):
    page(visitor.as_("petra").get(f"/children/{cast.adam}/sight/"))
    assert "Adam H" in page(visitor.as_("petra").get("/my-looks/"))
    with cast.acting("petra"):
        from samling.access.models import Assignment
        guard.end_assignment(Assignment.objects.get(subject_id=cast.adam, capacity_id=cast.petra).pk)
    shown = page(visitor.as_("petra").get("/my-looks/"))
    assert "Adam" not in shown and "ett barn du inte längre har uppdrag för" in shown
    assert "Adam" not in page(visitor.as_("ulf").get("/my-looks/"))


@pytest.mark.parametrize(("walls", "is_so"), [([5], True), ([5, 14], True), ([65], False), ([5, 65], False), ([], False)])
def test_a_look_in_a_shared_space_is_no_childs_own(walls, is_so):
    assert looked.in_space(walls) is is_so


def test_a_list_of_my_looks_is_itself_on_record(cast, visitor):
    page(visitor.as_("petra").get("/my-looks/"))
    assert "visade 2 barn" in page(visitor.as_("petra").get("/my-looks/"))


def test_long_logs_come_in_pages(cast, visitor):
    petra = visitor.as_("petra")
    for _time in range(101):
        petra.get(f"/children/{cast.adam}/assignments/")
    shown = page(petra.get(f"/children/{cast.adam}/looks/"))
    assert "Äldre" in shown and shown.count("<time") < 110
