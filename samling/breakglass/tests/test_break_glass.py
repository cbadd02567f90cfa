"""*Nödöppning*: for a reason, with a fresh second factor, for a day, in front of everyone it concerns."""

import datetime as dt

import pytest
from django.db import connections

from samling.access import guard
from samling.access.models import Ground
from samling.consent.tests.asking import move_clock
from samling.journey.models import Notice
from samling.kernel.answer import Refused
from samling.people.accounts import Session
from samling.people.models import Child
from samling.records.clock import now
from tests.house.page import check_page

WHY = "Adam har ramlat och blöder, mentorn svarar inte."


def page(answer, status=200):
    assert answer.status_code == status, (answer.status_code, answer.content.decode()[:2000])
    return answer.content.decode()


def main(shown):
    return shown.split("<main")[1].split("</main>")[0]


def pupil(cast, name="adam"):
    return f"/emergency/pupils/{cast.world.pupil[name]}/"


def opened(cast, visitor, name="amir"):
    answer = visitor.as_(name).post(pupil(cast), {"because": WHY})
    assert answer.status_code == 302, answer.content.decode()
    return answer.headers["Location"]


def test_one_who_does_not_work_with_the_child_reads_for_a_day(cast, visitor):
    child = f"/children/{cast.adam}/"
    assert visitor.as_("amir").get(child).status_code == 404
    where = opened(cast, visitor)
    shown = page(visitor.as_("amir").get(where))
    assert "Adam" in shown and WHY in shown and check_page(shown) == []
    assert "Adam" in page(visitor.as_("amir").get(child))
    with cast.acting("amir"):
        assert Child.objects.filter(pk=cast.adam).exists() and not any(guard.my_access(cast.adam).values())
        until = Ground.objects.get(basis="break_glass").until_at
        assert until - now() <= dt.timedelta(hours=24)
    move_clock(until)
    assert visitor.as_("amir").get(child).status_code == 404


def test_the_head_is_told_answers_and_may_end_it(cast, visitor):
    where = opened(cast, visitor)
    visitor.as_("amir").get(f"/children/{cast.adam}/")
    assert "öppnats i nödläge" in page(visitor.as_("gunilla").get("/"))
    shown = page(visitor.as_("gunilla").get(where))
    assert "Amir" in shown
    assert check_page(shown) == []
    assert "Säg i en mening" in page(visitor.as_("gunilla").post(where, {"needed": "no", "words": "nej"}), 422)
    assert "Behövdes den?" in shown and "Behövdes den?" not in page(visitor.as_("petra").get(where))
    for name in ("amir", "petra"):
        assert visitor.as_(name).post(where, {"needed": "yes", "words": ""}).status_code == 403
    assert visitor.as_("ulf").get(where).status_code == 404
    assert visitor.as_("gunilla").post(where, {"needed": "no", "words": "Mentorn fanns i rummet bredvid."}).status_code == 302
    assert visitor.as_("amir").get(f"/children/{cast.adam}/").status_code == 404
    assert not Notice.objects.using("owner").filter(kind="break_glass", done_at=None).exists()
    assert visitor.as_("gunilla").post(where, {"needed": "yes", "words": ""}).status_code == 403
    assert "nödöppning" in page(visitor.as_("petra").get(f"/children/{cast.adam}/looks/"))


def test_it_asks_for_a_fresh_second_factor(cast, visitor):
    visitor.as_("amir")
    Session.objects.using("login").update(strong_at=now() - dt.timedelta(minutes=6))
    shown = page(visitor.get("/emergency/"))
    assert "Visa en gång till vem du är" in shown and "/my-sign-in/once-more/" in shown
    assert visitor.post(pupil(cast), {"because": WHY}).status_code == 403
    again = page(visitor.get("/my-sign-in/once-more/?next=/emergency/"))
    assert check_page(again) == [] and "evil" not in main(page(visitor.get("/my-sign-in/once-more/?next=https://evil.test/")))


@pytest.mark.parametrize("said", ["", "ramlat"])
def test_without_a_reason_nothing_opens(cast, visitor, said):
    page(visitor.as_("amir").post(pupil(cast), {"because": said}), 422)
    with cast.acting("amir"), pytest.raises(Refused):
        guard.call("break_glass", cast.token("amir"), cast.world.pupil["adam"], "", said)


def test_three_in_a_day_are_the_most(cast, visitor):
    for name in ("adam", "elsa", "ines"):
        visitor.as_("jonas").post(pupil(cast, name), {"because": WHY})
    assert visitor.as_("jonas").post(pupil(cast, "noor"), {"because": WHY}).status_code == 403


def test_a_protected_child_answers_like_one_who_is_not_here(cast, visitor):
    with connections["owner"].cursor() as cursor:
        cursor.execute("set role samling_guard; insert into people_identitynumber (owner_id, subject_id, branch_id, number) "
                       "select subject_id, subject_id, branch_id, '201403122383' from people_child where subject_id = %s; "
                       "reset role", [cast.adam])
    with cast.acting("petra"):
        guard.protect(cast.adam, form="marked")
    hidden = page(visitor.as_("jonas").post("/emergency/", {"number": "20140312-2383", "because": WHY}))
    unknown = page(visitor.as_("jonas").post("/emergency/", {"number": "20150101-2387", "because": WHY}))
    assert "Inget barn öppnades" in hidden
    assert main(hidden) == main(unknown)


def test_a_head_who_may_not_read_about_the_child_answers_without_learning_who_it_is(cast, visitor):
    where = opened(cast, visitor)
    visitor.as_("amir").get(f"/children/{cast.adam}/")
    with cast.acting("petra"):
        guard.protect(cast.adam, form="marked")  # Gunilla is not among the readers
    today = main(page(visitor.as_("gunilla").get("/")))
    assert where in today and "Adam" not in today
    asked = page(visitor.as_("gunilla").get(where))
    assert check_page(asked) == [] and "Amir Rostami" in asked and "öppnats 1 gång" in asked
    assert not any(secret in asked for secret in ("Adam", "Hassan", "ramlat", str(cast.adam), "4B"))
    assert visitor.post(where, {"needed": "no", "words": "Mentorn fanns i rummet bredvid."}).status_code == 302
    assert "Mentorn fanns" in page(visitor.get(where))
    assert Ground.objects.using("owner").get(basis="break_glass").until_at <= now()
    assert visitor.as_("bosse").get(where).status_code == 200 and visitor.as_("olof").get(where).status_code == 404
