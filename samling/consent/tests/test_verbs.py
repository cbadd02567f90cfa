"""Asked, answered, limited, taken back: played by the cast on real connections."""

import contextlib
import datetime as dt
import random
from uuid import uuid4

import pytest

from samling.access import guard
from samling.consent.models import Consent, ConsentAnswer, ConsentException
from samling.consent.rules import STANDS, State, wall_state
from samling.journey.models import Event, Notice
from samling.kernel.answer import Refused
from samling.people.models import Guardian
from samling.records.clock import now
from tests.cast import FROZEN

from .asking import ATTENDANCE, LEARNING, NAME, answer, ask, move_clock, standing, stands

DAY = dt.timedelta(days=1)


def both_say_yes(cast, consent):
    return [answer(cast, "petra", consent, giver) for giver in (cast.hodan, cast.ali)]


def take_back(cast, who, answer_id):
    with cast.acting(who) as acting:
        ConsentAnswer.objects.get(pk=answer_id).take_back(how="spoken", by=acting.capacity_id, at=now())


def decide(cast, who, consent, reason, guardian=None, **more):
    with cast.acting(who) as acting:
        return (
            Consent.objects.get(pk=consent)
            .decide_exception(
                reason,
                guardian,
                because="Skäl",
                id=more.get("id") or uuid4(),
                by=acting.capacity_id,
                at=now(),
            )
            .pk
        )


def events(cast, who, child):
    with cast.acting(who):
        return list(
            Event.objects.filter(subject_id=child).order_by("written_at").values_list("kind", flat=True)
        )


def test_a_consent_stands_when_both_guardians_have_said_yes(cast):
    consent = ask(cast, "petra", cast.adam)
    assert standing(cast, "petra", consent).waits_for == ("Hodan", "Ali")
    answer(cast, "petra", consent, cast.hodan)
    assert standing(cast, "petra", consent).state == State.WAITING
    assert stands(cast, "petra", consent) == set()
    answer(cast, "petra", consent, cast.ali)
    assert standing(cast, "petra", consent).state == State.GIVEN
    assert stands(cast, "petra", consent) == {NAME, ATTENDANCE}
    assert events(cast, "petra", cast.adam) == ["consent asked", "consent answered", "consent answered"]


def test_one_guardian_who_says_no_is_enough_and_either_way_round(cast):
    for first, second in ((cast.hodan, cast.ali), (cast.ali, cast.hodan)):
        consent = ask(cast, "petra", cast.adam)
        answer(cast, "petra", consent, first)
        answer(cast, "petra", consent, second, yes=False)
        assert standing(cast, "petra", consent).state == State.CONFLICT
        assert stands(cast, "petra", consent) == set()


def test_the_newest_answer_counts_both_ways(cast):
    consent = ask(cast, "petra", cast.adam)
    both_say_yes(cast, consent)
    answer(cast, "petra", consent, cast.ali, yes=False)
    assert stands(cast, "petra", consent) == set()
    answer(cast, "petra", consent, cast.ali)
    assert stands(cast, "petra", consent) == {NAME, ATTENDANCE}


def test_an_older_answer_noted_late_does_not_overrule_a_newer(cast):
    consent = ask(cast, "petra", cast.adam)
    answer(cast, "petra", consent, cast.ali, yes=False)
    with pytest.raises(Refused):
        answer(cast, "petra", consent, cast.ali, at=FROZEN - 2 * DAY)
    yes = answer(cast, "petra", consent, cast.hodan, at=FROZEN - 3 * DAY)
    take_back(cast, "petra", yes)
    with pytest.raises(Refused):
        answer(cast, "petra", consent, cast.hodan, at=FROZEN - DAY)


@pytest.mark.parametrize("which", [0, 1])
def test_either_guardian_alone_takes_it_back(cast, which):
    consent = ask(cast, "petra", cast.adam)
    take_back(cast, "petra", both_say_yes(cast, consent)[which])
    assert standing(cast, "petra", consent).state == State.WITHDRAWN
    assert stands(cast, "petra", consent) == set()


def test_taking_back_twice_is_once(cast):
    consent = ask(cast, "petra", cast.adam)
    yes = both_say_yes(cast, consent)[0]
    take_back(cast, "petra", yes)
    with cast.acting("petra"):
        when = ConsentAnswer.objects.get(pk=yes).taken_back_at
    take_back(cast, "petra", yes)
    with cast.acting("petra"):
        assert ConsentAnswer.objects.get(pk=yes).taken_back_at == when


def test_a_part_is_a_part(cast):
    consent = ask(cast, "petra", cast.adam, walls=(NAME, ATTENDANCE, LEARNING))
    answer(cast, "petra", consent, cast.hodan)
    answer(cast, "petra", consent, cast.ali, walls=[NAME, LEARNING])
    assert stands(cast, "petra", consent) == {NAME, LEARNING}
    assert standing(cast, "petra", consent).state == State.PARTLY
    with pytest.raises(Refused):
        answer(cast, "petra", consent, cast.ali, walls=[NAME, 999])


def test_it_ends_at_the_exact_moment(cast):
    consent = ask(cast, "petra", cast.adam, days=1)
    both_say_yes(cast, consent)
    with cast.acting("petra"):
        until = Consent.objects.get(pk=consent).valid_until
    move_clock(until - dt.timedelta(seconds=3))
    assert stands(cast, "petra", consent) == {NAME, ATTENDANCE}
    assert standing(cast, "petra", consent).state == State.SOON
    move_clock(until)
    assert stands(cast, "petra", consent) == set()
    assert standing(cast, "petra", consent).state == State.EXPIRED
    with pytest.raises(Refused):
        answer(cast, "petra", consent, cast.ali)


def test_a_new_guardian_must_be_asked_too(cast):
    consent = ask(cast, "petra", cast.adam)
    both_say_yes(cast, consent)
    with cast.acting("petra") as acting:
        Guardian(
            subject_id=cast.adam,
            wall=66,
            given_name="Nur",
            custody="appointed",
            written_by_id=acting.capacity_id,
            written_at=now(),
            from_at=now(),
        ).save(force_insert=True)
    assert stands(cast, "petra", consent) == set()
    assert standing(cast, "petra", consent).waits_for == ("Nur",)


def test_a_parent_without_custody_is_not_asked_and_unknown_custody_is(cast):
    with cast.acting("petra"):
        father = Guardian.objects.get(pk=cast.ali)
        father.custody = "none"
        father.save(update_fields=["custody"])
    consent = ask(cast, "petra", cast.adam)
    assert standing(cast, "petra", consent).waits_for == ("Hodan",)
    with pytest.raises(Refused):
        answer(cast, "petra", consent, cast.ali)
    with cast.acting("petra"):
        father.custody = "unknown"
        father.save(update_fields=["custody"])
    assert standing(cast, "petra", consent).waits_for == ("Hodan", "Ali")


def test_the_child_who_is_asked_must_agree(cast):
    consent = ask(cast, "petra", cast.adam, asks_child=True)
    both_say_yes(cast, consent)
    assert stands(cast, "petra", consent) == set()
    answer(cast, "petra", consent, "child", yes=False, words="Nej")
    assert standing(cast, "petra", consent).state == State.CONFLICT
    answer(cast, "petra", consent, "child", words="Okej då")
    assert stands(cast, "petra", consent) == {NAME, ATTENDANCE}


def test_a_question_is_asked_once_however_often_it_is_sent(cast):
    once = uuid4()
    assert ask(cast, "petra", cast.adam, id=once) == ask(cast, "petra", cast.adam, id=once)
    consent, again = ask(cast, "petra", cast.adam), uuid4()
    assert answer(cast, "petra", consent, cast.ali, id=again) == answer(
        cast, "petra", consent, cast.ali, id=again
    )
    with cast.acting("petra"):
        assert ConsentAnswer.objects.filter(consent_id=consent).count() == 1
    with pytest.raises(Refused):
        ask(cast, "maja", cast.elsa, id=once)


def test_only_an_officer_decides_an_exception_and_the_database_agrees(cast):
    consent = ask(cast, "petra", cast.adam)
    answer(cast, "petra", consent, cast.hodan)
    with pytest.raises(Refused):
        decide(cast, "petra", consent, "prevented", cast.ali)
    with cast.acting("petra") as acting, pytest.raises(Exception, match="row-level security"):
        ConsentException(
            consent_id=consent,
            subject_id=cast.adam,
            wall=80,
            reason="prevented",
            guardian_id=cast.ali,
            written_by_id=acting.capacity_id,
            written_at=now(),
        ).save(force_insert=True)
    exception = decide(cast, "gunilla", consent, "prevented", cast.ali)
    assert stands(cast, "petra", consent) == {NAME, ATTENDANCE}
    with cast.acting("petra") as acting:
        ConsentException.objects.get(pk=exception).stop(by=acting.capacity_id, at=now())
    assert stands(cast, "petra", consent) == set()


def test_an_exception_falls_when_the_guardian_says_no_after_all(cast):
    consent = ask(cast, "petra", cast.adam)
    answer(cast, "petra", consent, cast.hodan)
    exception = decide(cast, "gunilla", consent, "prevented", cast.ali)
    answer(cast, "petra", consent, cast.ali, yes=False)
    with cast.acting("petra"):
        assert ConsentException.objects.get(pk=exception).ended_at
    assert stands(cast, "petra", consent) == set()
    decide(cast, "gunilla", consent, "fb_6_13a_decision", cast.ali)
    assert stands(cast, "petra", consent) == {NAME, ATTENDANCE}


def test_whoever_asked_gets_to_know_and_a_stopped_question_is_over(cast):
    with cast.acting("gunilla"):
        guard.assign(cast.adam, cast.amir, because="kurator")
    consent = ask(cast, "petra", cast.adam)
    answer(cast, "amir", consent, cast.hodan)
    with cast.acting("petra") as acting:
        assert [notice.kind for notice in Notice.objects.filter(to_id=cast.petra, record_id=consent)] == [
            "consent_answered"
        ]
        Consent.objects.get(pk=consent).stop(by=acting.capacity_id, at=now())
    assert standing(cast, "petra", consent).state == State.ENDED
    with pytest.raises(Refused):
        answer(cast, "amir", consent, cast.ali)


def test_those_who_do_not_work_with_the_child_neither_ask_nor_see(cast):
    consent = ask(cast, "petra", cast.adam)
    with pytest.raises(Exception, match="does not exist"):
        ask(cast, "ulf", cast.adam)
    with cast.acting("ulf"):
        assert not Consent.objects.filter(pk=consent).exists()
        assert guard.rows("givers", cast.adam) == []


def test_the_rules_and_the_database_judge_alike(cast):
    dice = random.Random(20251120)
    walls = [NAME, ATTENDANCE, LEARNING]
    for _round in range(12):
        consent = ask(
            cast, "petra", cast.adam, walls=walls, asks_child=dice.random() < 0.3, days=dice.choice([5, 90])
        )
        for _word in range(dice.randrange(6)):
            giver = dice.choice([cast.hodan, cast.ali, "child"])
            said = answer(
                cast,
                "petra",
                consent,
                giver,
                yes=dice.random() < 0.85,
                walls=dice.sample(walls, dice.randint(1, 3)),
            )
            if dice.random() < 0.15:
                try_(take_back, cast, "petra", said)
        if dice.random() < 0.4:
            try_(decide, cast, "gunilla", consent, dice.choice(["prevented", "fb_6_13a_decision"]), cast.ali)
        with cast.acting("petra"):
            question, at = Consent.objects.get(pk=consent).asked().question, now()
        told = {wall for wall in walls if wall_state(question, wall, at) in STANDS}
        assert told == stands(cast, "petra", consent)


def try_(deed, *arguments):
    with contextlib.suppress(Refused):
        deed(*arguments)
