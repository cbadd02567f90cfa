"""The log's own watch: too many children is an alarm and a stop; some looks are drawn and reviewed by somebody else."""

import datetime as dt

import pytest
from django.db import connections, transaction
from django.urls import reverse

from samling.access import guard
from samling.journey.models import Notice
from samling.people.models import Setting
from samling.work.reviewing import alarms, reviews
from samling.work.running import go_round, house
from tests.cast import FROZEN


def asked(query, *values):
    with connections["owner"].cursor() as cursor:
        cursor.execute("set role samling_guard")
        cursor.execute(query, values)
        found = cursor.fetchall() if cursor.description else None
        cursor.execute("reset role")
        return found


def settle(cast, code, value):
    """What the organisation settled a while ago."""
    Setting(code=f"watch.{code}", value=str(value), from_at=FROZEN, decision="§ 1", organisation_id=cast.world.organisation["lovsjo"]).save(
        using="owner", force_insert=True)


def opened(cast, many):
    """So many other children that Petra has opened a while ago."""
    asked("insert into access_look (id, errand, person_id, capacity_id, subject_id, walls, shown, at, kind, ground_ids) "
          "select gen_random_uuid(), 'e', %s, %s, gen_random_uuid(), '{}', '{}', guard.now() - interval '1 minute', 'open', '{}' "
          "from generate_series(1, %s)", cast.world.person["petra"], cast.petra, many)  # fmt: skip


def open_child(cast, name, key):
    return cast.visitor().as_(name).get(reverse("desk:child", args=[cast.world.child[key]]))


def notices(cast, name):
    with cast.acting(name) as acting:
        return [row.kind for row in Notice.objects.filter(to_id=acting.capacity_id, done_at=None).order_by("sent_at")]


def begun(cast, key):
    """Petra opens one more pupil of her class."""
    with cast.acting("petra"):
        cast.world.child[key] = guard.open_child(cast.norrskolan, roster=cast.world.pupil[key])


@pytest.fixture
def alarmed(cast):
    """Petra has opened twenty children within the hour, which is too many here."""
    cast.token("gunilla")  # who leads has an account
    settle(cast, "harvest_children", 20)
    opened(cast, 17)
    assert open_child(cast, "petra", "adam").status_code == 200
    assert asked("select count(*) from work_alarm") == [(0,)]
    begun(cast, "leo")
    assert open_child(cast, "petra", "leo").status_code == 200
    return cast


def test_too_many_children_is_an_alarm_at_once(alarmed):
    found = asked("select opened, person_id, capacity_id from work_alarm")
    assert found == [(20, alarmed.world.person["petra"], alarmed.petra)]
    assert asked("select kind, capacity_id from access_securityevent") == [("harvest", alarmed.petra)]
    assert notices(alarmed, "gunilla") == notices(alarmed, "ingrid_2") == ["harvest_alarm"]
    assert notices(alarmed, "petra") == []


def test_no_more_are_opened_until_the_head_has_answered(alarmed):
    begun(alarmed, "ebba")
    with connections["owner"].cursor() as cursor:  # what was open is no longer
        cursor.execute("select guard.mark_installation('test', %s - statement_timestamp())", [FROZEN + dt.timedelta(minutes=20)])
    refused = open_child(alarmed, "petra", "ebba")
    assert refused.status_code == 403 and "Din chef" in refused.content.decode()
    assert asked("select errand from access_securityevent where kind = 'refused'") == [("open a child",)]
    gunilla = alarmed.visitor().as_("gunilla")
    with alarmed.acting("gunilla"):
        (one,) = alarms()
    where = reverse("work:alarm", args=[one.id])
    assert "Petra" in gunilla.get(where).content.decode()
    assert alarmed.visitor().as_("petra").get(where).status_code == 404
    assert gunilla.post(where, {"answer": "wrong"}).status_code == 302
    assert open_child(alarmed, "petra", "ebba").status_code == 403
    assert gunilla.post(where, {"answer": "work"}).status_code == 302
    assert open_child(alarmed, "petra", "ebba").status_code == 200


def test_a_child_that_is_open_may_be_gone_on_with(alarmed):
    assert open_child(alarmed, "petra", "leo").status_code == 200


def test_what_was_answered_for_is_not_counted_again(alarmed):
    with alarmed.acting("gunilla"):
        guard.call("answer_alarm", alarms()[0].id, "work")
    begun(alarmed, "ebba")
    assert open_child(alarmed, "petra", "ebba").status_code == 200
    assert asked("select count(*) from work_alarm") == [(1,)]


# -- reviews ----------------------------------------------------------------------------------------------------------
@pytest.fixture
def drawn(cast):
    """Looks of the week, drawn by a seed; gives what was drawn."""
    cast.token("gunilla")
    for name, key in (("petra", "noor"), ("petra", "adam"), ("maja", "elsa"), ("gunilla", "adam")):
        assert open_child(cast, name, key).status_code == 200
    return house("draw_spot_checks", "a seed")


def test_as_many_as_the_limit_says_are_drawn_and_the_seed_says_which(cast):
    settle(cast, "spot_checks", 3)
    for key in ("noor", "adam", "noor", "adam", "noor", "adam"):
        open_child(cast, "petra", key)
    seen = "select l.id from access_look l where l.kind = 'open' order by sha256(convert_to(%s || l.id, 'UTF8')) limit 3"
    for seed in ("a", "b"):
        with transaction.atomic(using="worker"):
            house("draw_spot_checks", seed)
            assert {row["spot_check"] for row in house("draw_spot_checks", seed)}.isdisjoint(asked(seen, seed))
            transaction.set_rollback(True, using="worker")
    house("draw_spot_checks", "a")
    assert set(asked("select look_id from work_spotcheck")) == set(asked(seen, "a"))


def test_nobody_reviews_her_own_looks(cast, drawn):
    found = asked("select s.looker_id, s.reviewer_id from work_spotcheck s")
    assert set(found) == {(cast.petra, cast.gunilla), (cast.maja, cast.gunilla), (cast.david, cast.gunilla),
                          (cast.gunilla, cast.ingrid_2)}  # fmt: skip


def test_a_review_from_the_draw_to_its_answer(cast, drawn):
    assert notices(cast, "gunilla") == ["spot_checks"]
    gunilla, petra = cast.visitor().as_("gunilla"), cast.visitor().as_("petra")
    with cast.acting("gunilla"):
        one = next(one for one in reviews() if one.looker.pk == cast.petra)
    where = reverse("work:review", args=[one.id])
    assert "Petra" in gunilla.get(reverse("work:reviews")).content.decode()
    assert petra.get(where).status_code == 404, "not asked yet"
    assert gunilla.post(reverse("work:review-ask", args=[one.id])).status_code == 302
    assert notices(cast, "petra") == ["look_asked"]
    assert petra.post(where, {"answer": "slip"}).status_code == 302
    assert notices(cast, "gunilla") == ["spot_checks", "look_explained"]
    assert "av misstag" in gunilla.get(where).content.decode()
    assert gunilla.post(where, {}).status_code == 422
    assert gunilla.post(where, {"answer": "wrong"}).status_code == 302
    assert gunilla.post(where, {"answer": "fine"}).status_code == 403
    assert asked("select answer, answered_by_id from work_spotcheck where id = %s", one.id) == [("wrong", cast.gunilla)]
    assert asked("select kind, capacity_id from access_securityevent") == [("wrong look", cast.petra)]
    assert notices(cast, "ingrid_2") == ["spot_checks", "look_wrong"]


def test_a_review_is_in_the_reviewers_log_and_not_in_the_childs(cast, drawn):
    cast.visitor().as_("gunilla").get(reverse("work:reviews"))
    with cast.acting("petra"):
        assert {row["errand"] for row in guard.rows("looks_at", cast.adam)} == {"open a child"}
    with cast.acting("gunilla"):
        (own,) = [row for row in guard.rows("my_looks") if row["kind"] == "review"]
        assert own["shown"] > 1 and own["subject"] is None


def test_the_duty_draws_once_a_week(cast):
    open_child(cast, "petra", "adam")
    assert "spot-checks" in go_round()
    many = asked("select count(*) from work_spotcheck")
    open_child(cast, "petra", "noor")
    assert go_round() == [] and asked("select count(*) from work_spotcheck") == many
