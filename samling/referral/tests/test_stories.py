"""From the school's question to the team's answer, and what each one sees on the way."""

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from samling.access import guard
from samling.access.door import fetch
from samling.consent.models import Consent
from samling.journey.models import Event, Level, Notice, Party
from samling.kernel.answer import Refused
from samling.people.models import Child
from samling.records.clock import now
from samling.referral.models import NotOffered, Referral, ServedSchool, TriageDecision
from samling.referral.models.queue import asked_by, received, waiting
from samling.referral.rules import State

from .asking import agree, answer, ask, asked, child_of, me, said_yes, serve, take_in


def state(cast, who, referral):
    with cast.acting(who):
        return Referral.objects.get(pk=referral).state


def test_the_team_sees_the_name_and_the_question_before_it_has_received_it(cast):
    referral = asked(cast)
    with cast.acting("maria") as acting:
        (line,) = waiting()
        assert (line.name, line.question, line.due_on.isoformat()) == ("Adam Hassan", "Hur får Adam lugna morgnar?", "2025-11-27")
        assert not Referral.objects.exists() and not received(me(acting))
    for other in ("tomas", "helen", "olof"):
        with cast.acting(other):
            assert not waiting() and not Referral.objects.exists()
    assert state(cast, "gunilla", referral) is State.ASKED


def test_from_question_to_yes(cast):
    referral = asked(cast)
    child = take_in(cast)
    with cast.acting("maria") as acting:
        assert not waiting()
        (line,) = received(me(acting))
        assert (line.state, line.child.pk) == (State.RECEIVED, child)
        found = fetch(Referral, referral, "read a referral")
        assert found.body.child_words == "Jag vill gå in genom den lilla dörren."
    answer(cast, referral, "accepted", tier=3)
    with cast.acting("gunilla") as acting:
        found = fetch(Referral, referral, "read a referral")
        assert found.state is State.ACCEPTED and found.told_decisions()[0].body.answer == "Vi ringer hemmet i veckan."
        assert [one.kind for one in Notice.objects.filter(to_id=cast.gunilla)] == ["party_accepted", "referral_answered"]
        assert not asked_by(me(acting))
        assert Level.objects.get(subject_id=cast.adam).tier == 2
    with cast.acting("maria"):
        assert Level.objects.get(subject_id=child).tier == 3
        told = set(Event.objects.filter(subject_id=found.subject_id).values_list("kind", flat=True))
        assert told == {"the team asked", "the team has received it", "the team said yes"}


def test_the_same_form_sent_twice_is_one_question(cast):
    serve(cast)
    said_yes(cast)
    first = ask(cast)
    with cast.acting("gunilla") as acting:
        with pytest.raises(Refused):
            Referral.ask(child_of(cast, "adam"), {}, by=me(acting), at=now(), pk=cast.adam)
        assert Referral.ask(child_of(cast, "adam"), {}, by=me(acting), at=now(), pk=first).pk == first
        assert Referral.objects.count() == 1


@pytest.mark.parametrize("lacking", ["school", "yes", "head"])
def test_nothing_is_asked_without_a_school_a_yes_and_a_head(cast, lacking):
    if lacking != "school":
        serve(cast)
    said_yes(cast, guardians=("hodan",) if lacking == "yes" else ("hodan", "ali"))
    with pytest.raises(Refused):
        ask(cast, "petra" if lacking == "head" else "gunilla")
    with cast.acting("gunilla"):
        assert not Referral.objects.exists() and not Party.objects.exists()


def test_a_yes_taken_back_shuts_the_question_at_once(cast):
    serve(cast)
    consent = said_yes(cast)
    referral = ask(cast)
    take_in(cast)
    with cast.acting("petra") as acting:
        Consent.objects.get(pk=consent).stop(by=acting.capacity_id, at=now())
    with cast.acting("maria") as acting:
        assert not Referral.objects.filter(pk=referral).exists() and not received(me(acting))


def test_with_advice_the_teams_part_ends(cast):
    referral = asked(cast)
    take_in(cast)
    answer(cast, referral, "advised", answer="Pröva mjuk start i fyra veckor.")
    assert state(cast, "gunilla", referral) is State.ADVISED
    with cast.acting("maria") as acting:
        assert not received(me(acting)) and not Referral.objects.exists()
    with cast.acting("gunilla") as acting:
        again = Referral.about(cast.adam)
        assert again.pk == referral and not again.waits
        assert Notice.objects.filter(to_id=cast.gunilla, kind="referral_answered").count() == 1


def test_pointing_further_stays_with_the_team_until_the_receiver_has_said_yes(cast):
    referral = asked(cast)
    take_in(cast)
    made = answer(cast, referral, "redirected", receiver="Första linjen i Lövsjö")
    assert state(cast, "gunilla", referral) is State.REDIRECTED
    with cast.acting("gunilla") as acting:
        assert [one.pk for one in asked_by(me(acting))] == [referral]
        with pytest.raises(Refused):
            TriageDecision.objects.get(pk=made).pass_on("phone", by=me(acting), at=now())
    with cast.acting("maria") as acting:
        with pytest.raises(Refused):
            TriageDecision.objects.get(pk=made).pass_on("here", by=me(acting), at=now())
        TriageDecision.objects.get(pk=made).pass_on("phone", by=me(acting), at=now())
        assert not received(me(acting))
    assert state(cast, "gunilla", referral) is State.PASSED


def test_what_points_further_can_be_answered_anew(cast):
    referral = asked(cast)
    take_in(cast)
    answer(cast, referral, "redirected", receiver="Första linjen")
    answer(cast, referral, "accepted")
    assert state(cast, "gunilla", referral) is State.ACCEPTED
    with pytest.raises(Refused):
        answer(cast, referral, "advised")


def test_the_school_cannot_answer_for_the_team(cast):
    referral = asked(cast)
    take_in(cast)
    with pytest.raises(Refused):
        answer(cast, referral, "advised", who="gunilla")


HOSTILE = """insert into referral_triagedecision (id, subject_id, wall, written_by_id, written_at, for_guardians,
  for_guardians_because, for_child, referral_id, kind, tier, suggested, received_how)
  select gen_random_uuid(), subject_id, 40, guard.my_capacity(), guard.now(), 'yes', '', false, id, 'declined', 1, 1, ''
  from referral_referral"""


def test_not_even_a_hostile_page_answers_for_the_team(cast):
    asked(cast)
    take_in(cast)
    with cast.acting("gunilla"), pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(HOSTILE)
    with cast.acting("maria"), connection.cursor() as cursor:
        cursor.execute(HOSTILE)
        assert cursor.rowcount == 1


def test_nobody_answers_what_has_not_been_received(cast):
    asked(cast)
    with cast.acting("gunilla"), pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(HOSTILE)


def test_not_even_a_hostile_page_asks_for_the_head(cast):
    asked(cast)
    copy = """insert into referral_referral (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because,
      for_child, party_id, rows, tier, home_municipality, school_municipality, due_on)
      select gen_random_uuid(), journey_id, 40, guard.my_capacity(), guard.now(), 'yes', '', false, id, '{}', 1, '', '', now()::date
      from journey_party where ground_id is null"""
    with cast.acting("petra"), pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(copy)
    with cast.acting("gunilla"), connection.cursor() as cursor:
        cursor.execute(copy)
        assert cursor.rowcount == 1


def test_a_protected_child_is_not_asked_about_here(cast):
    serve(cast)
    said_yes(cast)
    with cast.acting("gunilla"):
        guard.protect(cast.adam, form="marked", readers=[cast.petra])
    with pytest.raises(Refused):
        ask(cast)


def test_protection_that_comes_later_takes_the_question_out_of_the_queue(cast):
    referral = asked(cast)
    with cast.acting("gunilla"):
        guard.protect(cast.adam, form="marked", readers=[cast.petra])
    with cast.acting("maria"):
        assert not waiting() and not Referral.objects.filter(pk=referral).exists()


def test_a_child_who_lives_in_another_municipality_brings_her_own_social_services(cast):
    with cast.acting("petra"):
        Child.objects.filter(pk=cast.adam).update(home_municipality="9902")
    referral = asked(cast)
    take_in(cast)
    with cast.acting("maria"):
        found = Referral.objects.get(pk=referral)
        assert found.lives_elsewhere and found.home_name == "Granby"
        assert [str(board) for board in found.boards] == ["Granby socialnämnd"]


def test_what_could_not_be_offered_is_read_by_both_sides(cast):
    asked(cast)
    child = take_in(cast)
    told = {"what": "talks", "whom": "camhs", "why": "queue", "words": "Åtta månaders kö."}
    with cast.acting("maria") as acting:
        own = Child.objects.get(pk=child)
        NotOffered.note(own, told, by=me(acting), at=now(), pk=child)
        NotOffered.note(own, told, by=me(acting), at=now(), pk=child)
    with cast.acting("gunilla"):
        fetch(NotOffered, child, "read")
        (one,) = NotOffered.about(cast.adam)
        assert one.body.words == "Åtta månaders kö."
    with cast.acting("olof"):
        assert not NotOffered.objects.exists()


def test_a_team_may_meet_a_school_of_another_organisation_by_agreement(cast):
    with pytest.raises(Refused):
        serve(cast, school="linden")
    agree(cast, "linden_school")
    serve(cast, school="linden")
    with cast.acting("lisa"):
        assert [str(team) for team in ServedSchool.teams_of(cast.linden, now())] == ["Teamet Lotsen, socialtjänst"]
