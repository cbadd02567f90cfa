"""What names no child is counted and shows nobody; an answer to an inquiry is its writer's alone."""

import datetime as dt
from http import HTTPStatus
from uuid import uuid4

import pytest
from django.db import ProgrammingError, transaction

from samling.journey.models import Event, Notice
from samling.kernel.answer import Refused
from samling.kernel.categories import Category, wall
from samling.promises.tests.table import joined
from samling.records.clock import now, today
from samling.support.models import Contribution, GeneralSupport, Routine
from samling.support.models.apart import habits, sums

from .giving import me, say, start
from .test_pages import html


def asked(cast, who="petra", **said):
    with cast.acting(who) as acting:
        told = {"child": cast.adam, "asked_on": today(), "sent_to": "Mottagningen", "due_on": today() + dt.timedelta(days=7), "sure": False}
        return Contribution.note(told | said, by=me(acting), at=now(), pk=uuid4()).pk


def general(cast, who="petra", **said):
    with cast.acting(who) as acting:
        told = {"sort": "group", "held_on": today(), "people": 8, "minutes": 90, "title": "Om skärmar"} | said
        return GeneralSupport.note(told, by=me(acting), at=now(), pk=uuid4()).pk


def test_an_answer_is_read_by_its_writer_and_nobody_else(cast, visitor):
    joined(cast)
    pk = asked(cast, sure=True)
    for who in ("gunilla", "maja", "maria", "tomas"):
        with cast.acting(who):
            assert not Contribution.objects.exists(), who
    with cast.acting("petra"):
        one = Contribution.objects.get(pk=pk)
        assert one.wall % 64 == Category.REPORT and one.for_guardians == "no"
        assert not Event.objects.filter(record_id=pk).exists()
        assert Notice.objects.get(record_id=pk).subject_id is None
    assert "Mottagningen" in html(visitor.as_("petra").get("/contributions/"))
    assert "utredning" not in html(visitor.as_("gunilla").get(f"/children/{cast.adam}/looks/"))


def test_whoever_works_in_the_team_is_asked_to_let_another_answer(cast, visitor):
    asked(cast)
    joined(cast)
    with pytest.raises(Refused, match="in the team"):
        asked(cast)
    sent = {"key": uuid4(), "child": cast.adam, "asked_on": "2025-11-20", "sent_to": "Mottagningen", "due_on": "2025-11-27"}
    petra = visitor.as_("petra")
    assert "Låt en kollega svara" in html(petra.post("/contributions/", sent), 422)
    assert petra.post("/contributions/", sent | {"sure": "on"}).status_code == HTTPStatus.FOUND
    with cast.acting("petra"):
        assert Contribution.objects.count() == 2


def test_where_there_is_no_place_for_it_nothing_is_kept(cast, visitor):
    joined(cast)
    with pytest.raises(Refused):
        asked(cast, "maria", child=cast.world.child["adam_at_lotsen"])
    assert visitor.as_("maria").get("/contributions/").status_code == HTTPStatus.FORBIDDEN


def test_it_is_answered_once_and_by_oneself(cast, visitor):
    pk = asked(cast)
    sent = {"answered_on": "2025-11-20", "how": "paper"}
    assert visitor.as_("gunilla").post(f"/contributions/{pk}/answer/", sent).status_code == HTTPStatus.NOT_FOUND
    assert visitor.as_("petra").post(f"/contributions/{pk}/answer/", sent).status_code == HTTPStatus.FOUND
    with cast.acting("petra"):
        one = Contribution.objects.get(pk=pk)
        assert (one.how, one.sent_by_id, one.answered_on) == ("paper", cast.petra, today())
        assert not Notice.objects.filter(record_id=pk, done_at=None).exists()


def test_no_place_in_the_shared_space_or_the_school_takes_it(cast):
    with cast.acting("petra") as acting:
        by = me(acting)
        made = Contribution(subject_id=cast.world.child["noor"], wall=wall(4, Category.REPORT), written_by=by, written_at=now(),
                            asked_on=today(), sent_to="x", due_on=today())  # fmt: skip
        with pytest.raises(ProgrammingError), transaction.atomic():
            made.save(force_insert=True)


def test_what_names_no_child_is_counted_for_the_organisation(cast):
    general(cast)
    general(cast, "maria", people=1, minutes=45, title="", sort="talk", held_on=today() - dt.timedelta(days=3))
    taken = general(cast)
    with cast.acting("petra") as acting:
        GeneralSupport.objects.get(pk=taken).take_back(by=me(acting), at=now())
    for who, seen in (("gunilla", [("talk", 1, 1, 1), ("group", 1, 8, 2)]), ("tomas", None), ("birgitta", [])):
        with cast.acting(who):
            found = [(one.sort, one.occasions, one.people, one.hours) for one in sums(today() - dt.timedelta(days=30), today() + dt.timedelta(days=1))]
            assert seen is None or found == seen, who
    with cast.acting("gunilla") as acting, pytest.raises(Refused):
        GeneralSupport.objects.first().take_back(by=me(acting), at=now())


@pytest.mark.parametrize("title", ["Om Adam", "120304-1234", "Ring 070-123 45 67"])
def test_a_name_is_stopped(cast, visitor, title):
    sent = {"key": uuid4(), "sort": "talk", "held_on": "2025-11-20", "people": 1, "minutes": 45, "title": title}
    assert 'href="#id_title' in html(visitor.as_("petra").post("/supports/general/", sent), 422)
    with cast.acting("petra"):
        assert not GeneralSupport.objects.exists()


def test_what_began_for_one_becomes_routine_without_a_trace(cast, visitor):
    pk = start(cast)
    say(cast, pk, for_all=True)
    with cast.acting("maja"):
        assert [(one.name, len(one.routines)) for one in habits()] == [("En enkel frukost", 1)]
        made = Routine.objects.get()
        assert made.unit_id == cast.norrskolan and made.since_on == today() and not made.title
    shown = html(visitor.as_("maja").get("/supports/routines/"))
    assert "1 sak som började som hjälp" in shown and "Norrskolan" in shown
    with cast.acting("birgitta"):
        assert not Routine.objects.exists()
