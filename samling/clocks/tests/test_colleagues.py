"""A colleague asks kindly where it is silent, once in a while, and sees that it was answered; no family is asked this way."""

import datetime as dt

import pytest

from samling.clocks.models import Near, running
from samling.clocks.models.colleague import around
from samling.journey.models import Notice
from samling.journey.rules import ANSWERED, ASKS, ASKS_AROUND, may_ask
from samling.kernel.answer import Refused
from samling.people.models import Child
from samling.plan.models.plans import plan_of
from samling.promises.models import Promise
from samling.promises.models.asking import ask
from samling.promises.tests import table
from samling.records.clock import now, today
from tests.walls.database import as_guard

TODAY = dt.date(2025, 11, 20)
FREE = {"takes_part": True, "holder": True, "is_self": False, "is_silent": True, "asked_on": None, "today": TODAY, "days": 7}
WEEK_AGO, SIX_DAYS = TODAY - dt.timedelta(days=7), TODAY - dt.timedelta(days=6)


@pytest.mark.parametrize(
    ("told", "says"),
    [({"takes_part": False}, "works with"), ({"holder": False}, "Nobody"), ({"is_self": True}, "with you"),
     ({"is_silent": False}, "heard"), ({"asked_on": SIX_DAYS}, "already")],
)  # fmt: skip
def test_each_reason_for_not_asking_is_said(told, says):
    assert says in may_ask(**FREE | told).because


def test_one_asks_where_it_is_silent_and_again_after_a_while():
    assert may_ask(**FREE) and may_ask(**FREE | {"asked_on": WEEK_AGO})


@pytest.fixture
def late(cast):
    """The school and Lotsen around Adam; the day of what Jonas promised has passed, and of what his mother did."""
    table.joined(cast)
    plan = table.begun(cast)
    found = table.promise(cast, plan, maker="jonas"), table.promise(cast, plan, **table.of_hodan(cast))
    with as_guard() as cursor:
        cursor.execute("update promises_promise set starts_on = '2025-10-01', until_on = '2025-11-11'")
    return plan, *found


def asks(cast, who, promise):
    with cast.acting(who) as acting:
        ask(Promise.objects.select_related(*Promise.beside).get(pk=promise), by=table.me(acting), at=now())


def test_another_house_asks_and_sees_the_answer(cast, visitor, late):
    plan, promise, _home = late
    page = visitor.as_("maria").get(f"/plans/{plan}/").content.decode()
    assert page.count(f"/plans/promises/{promise}/question/") == 1
    visitor.as_("maria").post(f"/plans/promises/{promise}/question/")
    assert "Inget svar än." in visitor.as_("maria").get(f"/plans/{plan}/").content.decode()
    assert "Ett ord om hur det går" in visitor.as_("maria").get("/").content.decode()
    day = visitor.as_("jonas").get("/").content.decode()
    assert "En kollega frågar hur det går." in day and "Adam" in day
    visitor.as_("jonas").post(f"/plans/promises/{promise}/answer/", {"word": "yes"})
    assert "En kollega frågar hur det går." not in visitor.as_("jonas").get("/").content.decode()
    page = visitor.as_("maria").get("/").content.decode()
    assert "Du frågade hur det gick och har fått svar" in page and "Ett ord om hur det går" not in page
    assert "Du har fått svar." in visitor.as_("maria").get(f"/plans/{plan}/").content.decode()


def test_one_person_asks_once_and_never_herself_nor_a_family(cast, visitor, late):
    plan, promise, home = late
    asks(cast, "maria", promise)
    asks(cast, "petra", promise)
    for who, what in (("maria", promise), ("jonas", promise), ("maria", home)):
        with pytest.raises(Refused):
            asks(cast, who, what)
    with cast.acting("jonas"):
        assert Notice.objects.filter(kind=ASKS, to=cast.jonas).count() == 2
    assert f"/plans/promises/{home}/question/" not in visitor.as_("maria").get(f"/plans/{plan}/").content.decode()
    assert visitor.as_("birgitta").post(f"/plans/promises/{promise}/question/").status_code == 404


def test_what_somebody_else_heard_answers_it_too(cast, visitor, late):
    _plan, promise, _home = late
    asks(cast, "maria", promise)
    table.say(cast, promise, "yes", who="petra", how="spoken")
    assert "En kollega frågar hur det går." not in visitor.as_("jonas").get("/").content.decode()
    assert "Ett ord om hur det går" not in visitor.as_("maria").get("/").content.decode()
    with cast.acting("maria"):
        assert not Notice.objects.filter(kind=ANSWERED).exists()


def test_whoever_coordinates_is_asked_from_the_days_of_the_child(cast, visitor, late):
    home = f"/children/{cast.adam_at_lotsen}/"
    page = visitor.as_("maria").get(home + "days/").content.decode()
    assert f"/plans/promises/{late[1]}/question/" in page
    assert visitor.as_("maria").post(home + "question/coordinator/").status_code == 302
    with cast.acting("petra"):
        (asked,) = Notice.objects.filter(kind=ASKS_AROUND, to=cast.petra)
    assert f"/children/{cast.adam}/notes/new/" in visitor.as_("petra").get("/").content.decode()
    visitor.as_("petra").post(f"/notices/{asked.pk}/done/")
    assert "Du har fått svar." in visitor.as_("maria").get(home + "days/").content.decode()
    for who, child in (("petra", cast.adam), ("maria", cast.adam_at_lotsen)):
        with cast.acting(who) as acting:
            rows = running(Near.around(Child.objects.filter(pk=child), until=today() + dt.timedelta(days=400), today=today()))
            assert not around(plan_of(child), rows, by=table.me(acting), at=now()).may
