"""The verbs of letting go: decided, closed with nothing hanging, opened again, called later on a yes of its own."""

import datetime as dt
from uuid import uuid4

import pytest

from samling.access import guard
from samling.access.door import open_walls
from samling.closing.models import Closing, Criterion, LaterCall, NextDecision
from samling.closing.models.closings import before, reopen
from samling.closing.models.keeping import give, keep, lines, standing_of
from samling.closing.models.later import calls_due
from samling.closing.rules import Choice, lacks
from samling.consent.models import Consent, Said, Terms
from samling.journey.models import Journey, Party, journey_of
from samling.kernel.answer import Refused
from samling.people.models import Capacity, Child
from samling.plan.models import Plan
from samling.promises.models import Promise
from samling.promises.models.words import take_over
from samling.promises.tests import table
from samling.records.clock import now, today
from tests.walls.database import as_guard

WORDS = {"learnt": "Lugna morgnar hjälper.", "deciders": "Alla", "there": "Adam, Hodan, Petra", "child_words": "Det är bättre nu.",
         "home_words": ""}  # fmt: skip


def child_of(cast) -> Child:
    return Child.objects.select_related("unit__branch__organisation").get(pk=cast.adam)


def decide(cast, kind, who="petra", weeks=4, **more):
    """What a follow-up decided."""
    with cast.acting(who) as acting:
        next_on = None if kind == "close" else today() + dt.timedelta(weeks=weeks)
        told = WORDS | {"kind": kind, "on": today(), "next_on": next_on} | more
        return NextDecision.make(child_of(cast), told, by=table.me(acting), at=now(), pk=uuid4())


def begun(cast, reason="goals", who="petra"):
    """A closing that is begun, with a reason and that all were asked."""
    with cast.acting(who) as acting:
        made = Closing.begin(child_of(cast), reason, by=table.me(acting), at=now(), pk=uuid4())
        if reason != "family":
            facts = {"reason": reason, "asked": "not_begun", "asked_because": "", "stays": "", "child_words": "", "home_words": ""}
            made.tell_about(facts, by=table.me(acting), at=now())
        return made.pk


def of(acting, pk):
    """The closing, looked at, and who acts."""
    found = Closing.objects.select_related(*Closing.beside).get(pk=pk)
    open_walls(found, "read a closing")
    return found, table.me(acting)


def contact(cast, pk, who="jonas", *, yes=True, by="petra"):
    """Somebody is asked to be there afterwards, and answers."""
    with cast.acting(by) as acting:
        found, me = of(acting, pk)
        found.ask(Capacity.objects.get(pk=cast.world.capacity[who]), by=me, at=now())
    with cast.acting(who) as acting:
        found, me = of(acting, pk)
        found.answer(yes=yes, by=me, at=now())


def close(cast, pk, who="petra"):
    with cast.acting(who) as acting:
        found, me = of(acting, pk)
        found.close(by=me, at=now())


def closed(cast, who="petra"):
    """A matter closed with nothing hanging."""
    pk = begun(cast, who=who)
    contact(cast, pk, by=who)
    close(cast, pk, who)
    return pk


@pytest.fixture
def plan(cast):
    return table.begun(cast)


def test_what_is_decided_sets_the_next_day_of_the_plan(cast, plan):
    decide(cast, "step_down", weeks=6)
    with cast.acting("petra"):
        assert Plan.objects.get(pk=plan).review_on == today() + dt.timedelta(weeks=6)
        assert Journey.objects.get(pk=journey_of(cast.adam)).stepping_at
    decide(cast, "continue")
    with cast.acting("petra"):
        assert Journey.objects.get(pk=journey_of(cast.adam)).stepping_at is None
    with pytest.raises(Refused, match="next day"):
        decide(cast, "change", next_on=None)


def test_a_sign_of_being_ready_stands_until_it_is_ended(cast, plan):
    with cast.acting("petra") as acting:
        found, by = table.opened(acting, plan), table.me(acting)
        made = Criterion.add(found, {"words": "Jag går in själv.", "voice": "child"}, by=by, at=now(), pk=uuid4())
        assert [one.body.words for one in Criterion.of(found.subject_id)] == ["Jag går in själv."]
        made.end(by=by, at=now())
        assert Criterion.of(found.subject_id) == []


def test_nothing_is_closed_while_a_promise_has_no_holder(cast, plan):
    promise = table.promise(cast, plan)
    pk = begun(cast)
    contact(cast, pk)
    with pytest.raises(Refused, match="no holder"):
        close(cast, pk)
    table.say(cast, promise, "yes")
    with pytest.raises(Refused, match="no holder"):  # said yes to, and nobody has chosen what becomes of it
        close(cast, pk)
    with cast.acting("petra") as acting:
        found, by = of(acting, pk)
        keep(found, Promise.objects.get(pk=promise), by=by, at=now(), pk=uuid4())
        assert [one.choice for one in lines(found)] == [Choice.KEPT]
        assert lacks(standing_of(found, lines(found))) == []
    close(cast, pk)
    with cast.acting("petra") as acting:
        found, _by = of(acting, pk)
        assert found.stands and found.back_until_on > today()


def test_a_promise_given_to_another_hangs_until_she_says_yes(cast, plan):
    promise = table.promise(cast, plan)
    table.say(cast, promise, "yes")
    pk = begun(cast)
    contact(cast, pk)
    with cast.acting("petra") as acting:
        found, _by = of(acting, pk)
        give(found, Promise.objects.get(pk=promise), Capacity.objects.get(pk=cast.jonas))
        assert [one.choice for one in lines(found)] == [Choice.WAITS]
    with pytest.raises(Refused, match="no holder"):
        close(cast, pk)
    with cast.acting("jonas") as acting:
        take_over(table.opened(acting, plan).promises.get(), yes=True, by=table.me(acting), at=now())
        found, by = of(acting, pk)
        keep(found, Promise.objects.get(pk=promise), by=by, at=now(), pk=uuid4())
    close(cast, pk)


def test_no_closing_without_somebody_who_said_yes_unless_the_family_wants_nobody(cast, plan):
    pk = begun(cast, reason="family")
    with pytest.raises(Refused, match="missing"):
        close(cast, pk)
    contact(cast, pk, yes=False)
    with pytest.raises(Refused, match="missing"):
        close(cast, pk)
    with cast.acting("petra") as acting:
        found, by = of(acting, pk)
        found.ask(None, by=by, at=now())
    close(cast, pk)


def test_a_side_that_holds_nothing_goes_and_comes_back_by_its_own_yes(cast, plan):
    table.joined(cast)
    with cast.acting("maria"):
        own = cast.world.child["adam_at_lotsen"]
        journey = journey_of(own)
    closed(cast)
    with cast.acting("maria"):
        assert not guard.my_access(journey)
        assert not Plan.objects.filter(pk=plan).exists()
    with cast.acting("petra"):
        assert reopen(child_of(cast), "guardian") == journey
        assert Journey.objects.get(pk=journey).closed_at is None
    with cast.acting("maria"):
        assert not guard.my_access(journey)
        asked = guard.rows("invitations")
        guard.accept_party(asked[0]["id"], own)
        assert guard.my_access(journey)
        assert Plan.objects.filter(pk=plan).exists()


def test_a_side_that_holds_what_stays_stays(cast, plan):
    table.joined(cast)
    promise = table.promise(cast, plan, maker="maria", writer="maria")
    table.say(cast, promise, "yes", who="maria")
    pk = begun(cast)
    contact(cast, pk)
    with cast.acting("petra") as acting:
        found, by = of(acting, pk)
        keep(found, Promise.objects.get(pk=promise), by=by, at=now(), pk=uuid4())
    close(cast, pk)
    with cast.acting("maria"):
        assert Plan.objects.filter(pk=plan).exists()


def test_after_the_way_back_it_begins_as_new_beside_the_old(cast, plan):
    pk = closed(cast)
    with cast.acting("petra"):
        old = journey_of(cast.adam)
    with as_guard() as cursor:
        cursor.execute("update journey_journey set back_until_on = '2025-01-01'")
    with cast.acting("petra"), pytest.raises(Refused, match="not open"):
        reopen(child_of(cast), "staff")
    with cast.acting("petra"):
        new = guard.begin_journey(cast.adam)
        assert new != old and before(new).pk == old and journey_of(cast.adam) == new
        assert Closing.objects.filter(pk=pk).exists() and Plan.objects.filter(pk=plan).exists()


def test_what_is_begun_together_again_opens_it(cast, plan):
    closed(cast)
    with cast.acting("petra"):
        old = journey_of(cast.adam)
        assert guard.begin_journey(cast.adam) == old
        assert Closing.objects.get(subject_id=old).reopened_how == "work"


def test_calls_afterwards_stand_while_their_own_yes_does(cast, plan):
    with cast.acting("petra") as acting:
        by, child = table.me(acting), child_of(cast)
        terms = Terms(kind="contact_later", purpose="Ringa", from_at=now(), until_at=now() + dt.timedelta(days=365), text_version="2025-11")
        consent = Consent.ask(child, terms, id=uuid4(), by=by, at=now())
        with pytest.raises(Refused, match="yes to being called"):
            LaterCall.plan(child, consent, today(), by=by, at=now())
        for one in (cast.hodan, cast.ali):
            said = Said(giver="guardian", who=one, yes=True, how="spoken", at=now(), walls=list(consent.walls))
            last = consent.answer(said, id=uuid4(), by=by.pk, at=now())
        made = LaterCall.plan(child, consent, today(), by=by, at=now())
        assert [one.code for one in made] == ["T3", "T4"]
        assert [one.code for one in calls_due(today() + dt.timedelta(days=200))] == ["T3"]
        assert LaterCall.plan(child, consent, today(), by=by, at=now()) == []
        last.take_back(how="spoken", by=by.pk, at=now())
        assert calls_due(today() + dt.timedelta(days=400)) == []


def test_a_part_that_went_is_kept_as_a_dated_part(cast, plan):
    table.joined(cast)
    closed(cast)
    with cast.acting("petra"):
        parts = Party.objects.filter(ground__isnull=False)
        assert [one.ended_at is not None for one in parts] == [True]
