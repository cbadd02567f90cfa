"""What is written stays with its doer, the others know only where it stands, and both always say the same."""

import datetime as dt
from uuid import uuid4

import pytest
from django.db import ProgrammingError, connection, transaction

from samling.access import guard
from samling.journey.models import Entry, Event, Notice, held
from samling.kernel.answer import Refused
from samling.kernel.categories import Category, wall
from samling.promises.tests.table import joined
from samling.records.clock import now, today
from samling.relay.models import Relay
from samling.support.models import (
    Occasion,
    Outcome,
    Support,
    SupportBody,
    SupportStatus,
    given,
    standing,
    told_by_others,
)
from samling.support.models.supports import PLAN
from samling.support.rules import State

from .giving import child_of, me, note, opened, say, start


def told(cast, who="maria", key="adam_at_lotsen"):
    """What someone at the joint table sees: kind and state of each support."""
    with cast.acting(who):
        return [(one.status.kind, one.status.state) for one in told_by_others(cast.world.child[key], [])]


def test_the_others_see_where_it_stands_and_nothing_else(cast):
    joined(cast)
    pk = start(cast, shared=True, own="Frukost i bilen", how="Hemligt.")
    note(cast, pk)
    say(cast, pk, text="Det går.")
    assert told(cast) == [("home", "going")]
    with cast.acting("maria"):
        for kind in (Support, SupportBody, Occasion, Outcome):
            assert not kind.objects.exists(), kind
        assert not Entry.objects.filter(title__gt="").exists()
        assert not Event.objects.filter(kind__startswith="support").exists()
        assert [(one.title, one.is_own) for one in given(cast.world.child["adam_at_lotsen"])[0]] == [("Stöd hemma", False)]


def test_what_is_not_told_is_not_known(cast):
    joined(cast)
    pk = start(cast)
    assert told(cast) == []
    with cast.acting("petra") as acting:
        opened(pk).share(by=me(acting), at=now())
        with pytest.raises(Refused):
            opened(pk).share(by=me(acting), at=now())
    assert told(cast) == [("home", "begun")]


def test_alone_there_is_nobody_to_tell(cast):
    pk = start(cast)
    with cast.acting("petra") as acting, pytest.raises(Refused):
        opened(pk).share(by=me(acting), at=now())


def test_every_step_is_told_with_it(cast):
    joined(cast)
    pk = start(cast, shared=True)
    for to, because in ((State.PAUSED, ""), (State.GOING, ""), (State.ENDED, "family"), (State.GOING, "")):
        with cast.acting("petra") as acting:
            opened(pk).step(to, by=me(acting), at=now(), because=because)
        assert told(cast) == [("home", to)]
    with cast.acting("petra") as acting, pytest.raises(Refused):
        opened(pk).step(State.GOING, by=me(acting), at=now())


def test_the_two_can_never_differ(cast):
    joined(cast)
    pk = start(cast, shared=True)
    with pytest.raises(ProgrammingError, match="must be what stands"), cast.acting("petra"):
        Support.objects.filter(pk=pk).update(state="paused")
    with pytest.raises(ProgrammingError, match="must be what stands"), cast.acting("petra"):
        Support.objects.filter(pk=pk).update(withdrawn_at=now(), withdrawn_by=cast.petra)
    with pytest.raises(ProgrammingError, match="must be what stands"), cast.acting("petra") as acting:
        one = Support.objects.get(pk=pk)
        one.state = State.PAUSED
        SupportStatus.put(one, one.latest.subject_id, by=me(acting), at=now())
    assert told(cast) == [("home", "begun")]


def test_nobody_at_the_table_tells_of_anothers_support(cast):
    joined(cast)
    pk = start(cast, shared=True)
    with cast.acting("petra"):
        stands = SupportStatus.objects.get()
    for forged in (pk, uuid4()):
        with cast.acting("maria") as acting, pytest.raises(ProgrammingError), transaction.atomic():
            SupportStatus(subject_id=stands.subject_id, wall=PLAN, written_by=me(acting), written_at=now(), support_id=forged,
                          number=2, kind="home", state="ended").save(force_insert=True)  # fmt: skip
    with cast.acting("maria"):
        assert SupportStatus.objects.update(withdrawn_at=now(), withdrawn_by=cast.maria) == 0


def test_nor_puts_it_in_another_childs_space(cast):
    pk = start(cast, shared=False)
    with cast.acting("petra") as acting:
        noors = guard.begin_journey(cast.world.child["noor"])
        with pytest.raises(ProgrammingError), transaction.atomic():
            SupportStatus(subject_id=noors, wall=PLAN, written_by=me(acting), written_at=now(), support_id=pk, number=1,
                          kind="home", state="begun").save(force_insert=True)  # fmt: skip


def test_a_note_belongs_to_the_same_child_behind_the_same_wall(cast):
    pk = start(cast)
    said = {"kind": "talk", "title": "", "text": "Om Noor.", "for_guardians": "no"}
    with cast.acting("petra") as acting:
        by = me(acting)
        for subject, category in ((cast.world.child["noor"], Category.SUPPORT), (cast.adam, Category.HOME)):
            entry = Entry.write(said, subject=subject, wall=wall(1, category), by=by.pk, at=now(), pk=uuid4())
            with pytest.raises(ProgrammingError), transaction.atomic():
                Occasion(subject_id=cast.adam, wall=wall(1, Category.SUPPORT), written_by=by, written_at=now(), support_id=pk,
                         entry=entry).save(force_insert=True)  # fmt: skip


def test_social_services_keep_theirs_and_the_school_hears_its_state(cast):
    joined(cast)
    start(cast, "maria", "adam_at_lotsen", own="Samtal om pengar", kind="talks", code="", form="assessed", shared=True)
    assert told(cast, "petra", "adam") == [("talks", "begun")]
    with cast.acting("petra"):
        assert not Support.objects.exists()


def test_whoever_has_left_tells_no_more(cast):
    joined(cast)
    start(cast, "maria", "adam_at_lotsen", shared=True)
    with cast.acting("maria"), connection.cursor() as cursor:
        cursor.execute("select id from journey_party where child_id = %s", [cast.world.child["adam_at_lotsen"]])
        guard.end_party(cursor.fetchone()[0])
    assert told(cast, "petra", "adam") == []


def test_whoever_comes_back_begins_with_nothing_told(cast):
    joined(cast)
    start(cast, "maria", "adam_at_lotsen", shared=True)
    with cast.acting("gunilla"), connection.cursor() as cursor:
        cursor.execute("select id from journey_party where child_id is not null and child_id <> %s", [cast.adam])
        guard.end_party(cursor.fetchone()[0])
    joined(cast)
    assert told(cast, "petra", "adam") == []


def test_after_leaving_its_own_support_still_goes_on(cast):
    joined(cast)
    pk = start(cast, "maria", "adam_at_lotsen", shared=True)
    with cast.acting("maria") as acting:
        with connection.cursor() as cursor:
            cursor.execute("select id from journey_party where child_id = %s", [cast.world.child["adam_at_lotsen"]])
            guard.end_party(cursor.fetchone()[0])
        opened(pk).step(State.ENDED, by=me(acting), at=now(), because="done")
        assert Support.objects.get(pk=pk).state == State.ENDED


def test_a_note_sent_twice_is_one_and_stands_in_the_story(cast):
    pk, key = start(cast), uuid4()
    with cast.acting("petra") as acting:
        said = {"kind": "talk", "text": "Vi lagade frukost.", "home": "yes"}
        for _again in range(2):
            Occasion.note(opened(pk), said, by=me(acting), at=now(), pk=key)
        assert Occasion.objects.count() == Entry.objects.filter(pk=key, for_guardians="yes").count() == 1


def test_a_mistake_is_gone_on_both_sides(cast):
    joined(cast)
    pk = start(cast, shared=True)
    with cast.acting("petra") as acting:
        opened(pk).take_back(by=me(acting), at=now())
    assert told(cast) == []
    with cast.acting("gunilla"):
        assert not Support.objects.exists() and not Notice.objects.filter(record_id=pk, done_at=None).exists()


def test_one_asks_on_the_day_and_it_is_held(cast):
    pk = start(cast)
    with cast.acting("petra"):
        assert Notice.objects.get(record_id=pk, done_at=None).due_on == today() + dt.timedelta(days=30)
        assert [(one.title, one.to) for one in held([cast.petra], cast.adam)] == [("En enkel frukost", f"/supports/{pk}/")]
    say(cast, pk, again_on=today() + dt.timedelta(days=10))
    with cast.acting("petra"):
        assert Support.objects.get(pk=pk).evaluate_on == today() + dt.timedelta(days=10)
        assert Support.objects.get(pk=pk).state == State.GOING
    say(cast, pk, then="end", because="done")
    with cast.acting("petra"):
        assert not Notice.objects.filter(record_id=pk, done_at=None).exists() and not held([cast.petra], cast.adam)


def test_it_goes_along_when_the_child_is_handed_over(cast):
    joined(cast)
    pk = start(cast, shared=True)
    with cast.acting("gunilla"):
        guard.assign(cast.adam, cast.amir, because="Tar över.")
    with cast.acting("petra") as acting:
        amir = me(type("acting", (), {"capacity_id": cast.amir}))
        told = {"receiver": amir, "stays": True, "calls": "", "unwritten": ""}
        offered = Relay.offer(child_of(cast, "adam"), me(acting), told, by=me(acting), at=now(), pk=uuid4()).pk
    with cast.acting("amir"):
        guard.call("accept_handover", offered)
        assert Support.objects.get(pk=pk).holder_id == cast.amir


def test_where_it_stands_is_asked_in_one_statement(cast, django_assert_num_queries):
    joined(cast)
    start(cast, shared=True)
    with cast.acting("petra"), django_assert_num_queries(2):  # its journeys, which a page has asked for already; and all of it
        assert len(given(cast.adam)[0]) == 1
    with cast.acting("petra"):
        assert standing(cast.adam).count() == 1
