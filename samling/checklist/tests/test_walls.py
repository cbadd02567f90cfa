"""Who reads what of a checklist: the database decides, block by block."""

import datetime as dt

import pytest
from django.db import connection
from django.db.utils import ProgrammingError

from samling.access import guard, looks
from samling.checklist.models import Answer, AnswerBody, Checklist, Seat, Tried
from samling.kernel.answer import Refused
from samling.kernel.categories import Category, wall
from samling.people.models import Capacity, Child
from samling.records.clock import now

from .conftest import assign, begun, filled, save, seated, url

SECRET = "Han säger att magen gör ont före matten."


def all_steps(visitor, checklist):
    """Something in the attendance, in the child's words, in the learning card and among what was tried."""
    visitor.as_("petra")
    assert save(visitor, url("page", checklist, "why-now"), a__seen="Sent på måndagar").status_code == 302
    assert save(visitor, url("page", checklist, "attendance"), c__pattern="Måndagar").status_code == 302
    assert save(visitor, url("page", checklist, "voice"), q__words=SECRET).status_code == 302
    row = {"k__tried__0__what": "ADAPT-SHORTER", "k__tried__0__effect": "partly"}
    assert save(visitor, url("page", checklist, "tried"), **row).status_code == 302


def test_a_stranger_finds_nothing(cast, visitor, checklist):
    visitor.as_("ulf")
    for name in ("show", "continue", "sheet", "decision", "follow-up", "own-notes"):
        assert visitor.get(url(name, checklist)).status_code == 404
    assert visitor.get(url("page", checklist, "why-now")).status_code == 404
    assert visitor.post(url("concern-back", checklist)).status_code == 404
    assert visitor.get(url("begin", cast.adam)).status_code == 404


def test_who_may_only_raise_a_concern_is_told_why(cast, visitor, checklist):
    with cast.acting("maja"):
        guard.open_child(cast.norrskolan, roster=cast.world.pupil["adam"])
    page = visitor.as_("maja").get(url("begin", cast.adam))
    assert page.status_code == 403
    assert visitor.post(url("begin", cast.adam)).status_code == 403
    assert visitor.get(url("show", checklist)).status_code == 404


def test_after_school_staff_walk_the_steps_that_are_theirs(cast, visitor, checklist):
    all_steps(visitor, checklist)
    assign(cast, "jonas")
    visitor.as_("jonas")
    page = visitor.get(url("page", checklist, "why-now"))
    assert page.status_code == 200
    assert len(page.context["sitting"].path) == 6  # all but attendance
    assert visitor.get(url("page", checklist, "attendance")).status_code == 403
    assert visitor.get(url("card", checklist, "N")).status_code == 403
    assert "Måndagar" not in visitor.get(url("sheet", checklist)).content.decode()


def test_told_of_attendance_one_reads_attendance_and_no_more(cast, visitor, checklist):
    all_steps(visitor, checklist)
    with cast.acting("petra"):
        told = [wall(1, Category.ATTENDANCE)]
        ground = guard.give_ground(cast.adam, told, basis="harm_test", because="mötet på torsdag", capacity=cast.tomas)
        guard.disclose_category(ground, told[0], now() - dt.timedelta(days=1))
    with cast.acting("tomas"):
        looks.look(cast.adam, told, "test")
        assert {one.place for one in Answer.objects.all()} == {"c-pattern"}
        assert [one.said for one in AnswerBody.objects.all()] == ["Måndagar"]
        assert not Checklist.objects.exists() and not Tried.objects.exists() and not Seat.objects.exists()
        pk = Answer.objects.get().pk
    page = visitor.as_("tomas").get(url("answer", pk))
    assert page.status_code == 200 and "Måndagar" in page.content.decode()
    assert visitor.get(url("show", checklist)).status_code == 404
    with cast.acting("petra"):
        guard.end_ground(ground)
    assert visitor.as_("tomas").get(url("answer", pk)).status_code == 404


def test_told_of_adaptations_one_reads_each_on_its_page(cast, visitor, checklist):
    all_steps(visitor, checklist)
    visitor.as_("petra")
    row = {"r__next__0__own": "Mjuk start", "r__next__0__who": "Petra"}
    assert save(visitor, url("page", checklist, "next"), **row).status_code == 302
    with cast.acting("petra"):
        told = wall(1, Category.ADAPTATIONS)
        ground = guard.give_ground(cast.adam, [told], basis="harm_test", because="mötet", capacity=cast.tomas)
        guard.disclose_category(ground, told, now() - dt.timedelta(days=1))
        tried = Tried.objects.get().pk
        trial = Checklist.objects.get(pk=checklist).trial_lines.get().pk
    visitor.as_("tomas")
    assert "Kortare uppgifter" in visitor.get(url("tried", tried)).content.decode()
    assert "Mjuk start" in visitor.get(url("trial", trial)).content.decode()


def test_told_that_the_checklist_exists_one_sees_only_what_is_told(cast, visitor, checklist):
    all_steps(visitor, checklist)
    with cast.acting("petra"):
        concern = wall(1, Category.CONCERN)
        ground = guard.give_ground(cast.adam, [concern], basis="harm_test", because="mötet", capacity=cast.tomas)
        guard.disclose_category(ground, concern, now() - dt.timedelta(days=1))
        guard.disclose_category(
            guard.give_ground(cast.adam, [wall(1, Category.IDENTITY)], basis="harm_test", because="mötet",
                              capacity=cast.tomas),
            wall(1, Category.IDENTITY), now() - dt.timedelta(days=1),
        )  # fmt: skip
    page = visitor.as_("tomas").get(url("show", checklist))
    text = page.content.decode()
    assert page.status_code == 200 and "Sent på måndagar" in text
    assert SECRET not in text and "Kortare uppgifter" not in text
    assert visitor.get(url("page", checklist, "why-now")).status_code == 403


def nurse_at_the_table(cast, visitor, checklist):
    assign(cast, "eva")
    visitor.as_("petra")
    here = url("page", checklist, "table")
    staff = filled(visitor.get(here))["staff"]
    assert save(visitor, here, staff=[*staff, str(cast.eva)]).status_code == 302


def test_the_nurse_sees_that_the_checklist_exists_only_from_her_chair(cast, visitor, checklist):
    assign(cast, "eva")
    assert visitor.as_("eva").get(url("own-notes", checklist)).status_code == 404
    nurse_at_the_table(cast, visitor, checklist)
    assert visitor.as_("eva").get(url("show", checklist)).url == url("own-notes", checklist)
    assert save(visitor.as_("petra"), url("page", checklist, "table"), staff=[str(cast.petra)]).status_code == 302
    assert visitor.as_("eva").get(url("own-notes", checklist)).status_code == 404


def test_the_nurses_own_words_stay_in_school_health(cast, visitor, checklist):
    all_steps(visitor, checklist)
    nurse_at_the_table(cast, visitor, checklist)
    visitor.as_("eva")
    here = url("own-notes", checklist)
    page = visitor.get(here)
    assert "Sent på måndagar" not in page.content.decode()
    assert save(visitor, here, **{"own__H": "Hörselprov i vår, ingen anmärkning."}).status_code == 302
    assert "Hörselprov" in visitor.get(here).content.decode()
    with cast.acting("eva"):
        assert Answer.objects.get(place="own-H").wall == wall(2, Category.MEDICAL)
    for name in ("petra", "gunilla"):
        with seated(cast, checklist, name) as sitting:
            assert not Answer.objects.filter(place__startswith="own-").exists()
            assert "own-H" not in sitting.answered
        assert "Hörselprov" not in visitor.as_(name).get(url("sheet", checklist)).content.decode()
        assert visitor.get(here).status_code == 403


def test_texts_need_a_look(cast, visitor, checklist):
    all_steps(visitor, checklist)
    with cast.acting("gunilla"):
        assert Answer.objects.exists()
        assert not AnswerBody.objects.exists()


def test_the_one_who_leads_does_not_read_the_childs_words_by_that_alone(cast, visitor, checklist):
    all_steps(visitor, checklist)
    assert SECRET not in visitor.as_("gunilla").get(url("sheet", checklist)).content.decode()


def test_another_persons_text_is_not_changed_in_the_database(cast, visitor, checklist):
    all_steps(visitor, checklist)
    assign(cast, "amir")
    with seated(cast, checklist, "amir"):
        assert AnswerBody.objects.filter(head__place="a-seen").update(said="x") == 0


def test_nobody_deletes_a_line(cast, visitor, checklist):
    all_steps(visitor, checklist)
    with pytest.raises(ProgrammingError), cast.acting("petra"), connection.cursor() as cursor:
        cursor.execute("delete from checklist_answer")


def test_the_team_and_social_services_cannot_begin(cast, visitor):
    assert visitor.as_("tomas").get(url("begin", cast.adam)).status_code == 404
    with cast.acting("tomas") as acting, pytest.raises(Refused):
        by = Capacity.objects.select_related("unit__branch").get(pk=acting.capacity_id)
        child = Child(pk=cast.adam, branch_id=cast.school)
        child.branch = type(by.unit.branch).objects.get(pk=cast.school)
        Checklist.begin(child, by=by, at=now())


def test_a_preschool_gets_the_preschools_questions(cast, visitor):
    cast.open_pupil("mio")
    pk = begun(cast, "fatima", "mio")
    page = visitor.as_("fatima").get(url("show", pk))
    assert page.status_code == 200
    assert page.context["sitting"].questions.code == "checklist-preschool"
    for step in page.context["sitting"].path:
        assert visitor.get(url("page", pk, step.code)).status_code == 200
