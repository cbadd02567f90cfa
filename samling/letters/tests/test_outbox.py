"""The outbox: held, sent once, tried again, handed to a person; and by whom it is judged when it goes."""

import datetime as dt

import pytest

from samling.access import guard
from samling.contact.models import NoContact
from samling.journey.models import Notice
from samling.kernel.answer import Refused
from samling.letters.carriers import Carried
from samling.letters.models import Letter, Way
from samling.letters.sending import ask_about
from samling.letters.tests.world import Kept, arrange, drafted, later, outbox, reachable, run, sent, state
from samling.people.models import Child, Guardian
from samling.records.clock import now


def notices(cast, who, kind):
    """How many notices of a kind stand on somebody's day."""
    with cast.acting(who) as acting:
        return Notice.objects.filter(to_id=acting.capacity_id, kind=kind, done_at=None).count()


def test_a_letter_is_held_and_then_its_notice_goes_once(cast):
    reachable(cast.hodan, email="hodan@example.se")
    letter, email = sent(cast), Kept()
    assert run(email=email) == 0  # held for thirty seconds
    later(seconds=31)
    assert run(email=email) == 1 and run(email=email) == 0
    parcel = email.parcels[0]
    assert (parcel.channel, parcel.address) == ("email", "hodan@example.se")
    assert (parcel.organisation, parcel.number) == ("Lövsjö kommun", "0522-69 01 00")
    assert "hodan" not in repr(parcel) and "0522" not in repr(parcel)
    assert state(cast, "gunilla", letter) == "sent"


def test_what_is_taken_back_in_time_never_goes(cast):
    reachable(cast.hodan, email="hodan@example.se")
    letter, email = sent(cast), Kept()
    with cast.acting("petra") as acting:
        Letter.objects.get(pk=letter.pk).take_back(by=acting.capacity_id, at=now())
    later(minutes=5)
    assert run(email=email) == 0 and state(cast, "petra", letter) == "draft"
    assert notices(cast, "petra", "letter_draft") == 1
    again = sent(cast)
    later(minutes=1)
    with cast.acting("petra") as acting, pytest.raises(Refused):
        Letter.objects.get(pk=again.pk).take_back(by=acting.capacity_id, at=now())
    assert run(email=email) == 1


@pytest.mark.parametrize(
    "start, leaves",
    [
        ("2025-11-20 19:59:00", "2025-11-20 19:59:30"),
        ("2025-11-20 20:00:00", "2025-11-21 07:00:00"),
        ("2025-10-25 23:30:00", "2025-10-26 07:00:00"),  # the night when an hour comes twice
        ("2026-03-29 01:30:00", "2026-03-29 07:00:00"),  # and when one is left out
        ("2025-11-21 06:59:00", "2025-11-21 07:00:00"),
    ],
)
def test_nothing_reaches_a_home_at_night(cast, start, leaves):
    from samling.letters import rules

    at = dt.datetime.fromisoformat(start).replace(tzinfo=rules.STOCKHOLM)
    assert rules.leaves_at(at) == dt.datetime.fromisoformat(leaves).replace(tzinfo=rules.STOCKHOLM)


def test_the_guard_keeps_the_night_too(cast):
    reachable(cast.hodan, email="hodan@example.se")
    sent(cast)
    email = Kept("again")
    later(seconds=31)
    assert run(email=email) == 1
    later(hours=11)  # 20.00 in Stockholm: the second try is due
    assert run(email=email) == 0
    later(hours=11)
    assert run(email=email) == 1


def test_the_safe_number_stands_in_for_all_others(cast):
    reachable(cast.hodan, email="delad@example.se", phone="070-174 06 01", safe_phone="070-174 06 09")
    sent(cast)
    later(seconds=31)
    sms, email = Kept(), Kept()
    assert run(sms=sms, email=email) == 1
    assert [one.address for one in sms.parcels] == ["+46701740609"] and not email.parcels


def test_the_chosen_way_is_the_way(cast):
    cast.token("gunilla")  # she has an account, and so can take over
    reachable(cast.hodan, email="hodan@example.se", phone="070-174 06 01", rule="Ring hellre")
    letter, sms, email = sent(cast), Kept(), Kept()
    later(seconds=31)
    assert run(sms=sms, email=email) == 0  # a rule in words is read by a person
    assert state(cast, "petra", letter) == "call" and notices(cast, "petra", "letter_call") == 1
    for way, came in (("email", (0, 1)), ("sms", (1, 1)), ("call", (1, 1)), ("post", (1, 1))):
        with cast.acting("petra") as acting:
            Way.choose(Guardian.objects.get(pk=cast.hodan), way, by=acting.capacity_id, at=now())
        sent(cast)
        later(seconds=31)
        run(sms=sms, email=email)
        assert (len(sms.parcels), len(email.parcels)) == came, way
    assert notices(cast, "petra", "letter_call") == 2
    assert notices(cast, "gunilla", "letter_post") == 1  # paper is for those who may know


def test_no_address_is_said_and_tried_by_nobody(cast):
    reachable(cast.hodan)
    letter = sent(cast)
    later(seconds=31)
    assert run(sms=Kept(), email=Kept()) == 0
    assert state(cast, "petra", letter) == "no_address" and notices(cast, "petra", "letter_no_address") == 1


def test_a_home_that_must_not_be_reached_is_not_and_its_writer_sees_no_difference(cast):
    for guardian in (cast.dragan, cast.mila):
        reachable(guardian, email="hem@example.se")
    with cast.acting("gunilla"):
        guard.assign(cast.ines, cast.amir, because="kurator")
    letters = {}
    for guardian in ("dragan", "mila"):
        letters[guardian] = sent(cast, "david", child="ines", guardian=guardian)
    with cast.acting("amir") as acting:
        NoContact.decide(Child.objects.get(pk=cast.ines), [cast.dragan], because="Rädd", by=acting.capacity_id, at=now())
    email = Kept()
    later(seconds=31)
    run(email=email)
    assert len(email.parcels) == 1  # to Mila
    assert {state(cast, "david", one) for one in letters.values()} == {"left"}
    assert [state(cast, "amir", one) for one in letters.values()] == ["stopped", "sent"]
    assert notices(cast, "amir", "letter_stopped") == 1 and notices(cast, "david", "letter_stopped") == 0
    with cast.acting("david"):
        assert not Notice.objects.filter(kind="letter_stopped").exists()
        assert not Letter.objects.get(pk=letters["dragan"].pk).may_hand_over("printed", now())
    with pytest.raises(Refused, match="must not be reached"):
        drafted(cast, "amir", child="ines", guardian="dragan")


def test_of_a_protected_child_nothing_leaves_by_itself(cast):
    reachable(cast.hodan, email="hodan@example.se", phone="070-174 06 01")
    letter = sent(cast)
    with cast.acting("petra"):
        guard.protect(cast.adam, form="marked")
    later(seconds=31)
    assert run(sms=Kept(), email=Kept()) == 0
    assert state(cast, "petra", letter) == "call"
    later(minutes=1)
    hidden = drafted(cast, what="Vi ses.")
    with cast.acting("petra"):
        from samling.access.door import open_walls

        open_walls(hidden, "read a letter")
    with cast.acting("petra"):
        text = Letter.objects.get(pk=hidden.pk).body.text
    assert "Vi ses." in text and not [word for word in ("Norrskolan", "0522", "Lövsjö") if word in text]


def test_a_parent_without_custody_gets_no_letter(cast):
    arrange("update people_guardian set custody = 'none' where id = %s", cast.ali)
    with pytest.raises(Refused, match="no custody"):
        drafted(cast, guardian="ali")
    reachable(cast.hodan, email="hodan@example.se")
    letter = sent(cast)
    arrange("update people_guardian set custody = 'none' where id = %s", cast.hodan)
    later(seconds=31)
    assert run(email=Kept()) == 0 and state(cast, "petra", letter) == "failed"


def test_what_fails_is_tried_for_two_days_and_then_it_is_a_persons(cast):
    reachable(cast.hodan, email="hodan@example.se")
    letter, email = sent(cast), Kept(*["again"] * 99)
    later(seconds=31)
    for _ in range(24):
        run(email=email)
        if state(cast, "gunilla", letter) == "failed":
            break
        later(hours=3)
    assert 6 <= len(email.parcels) <= 14 and state(cast, "petra", letter) == "failed"
    assert notices(cast, "petra", "letter_failed") == 1
    assert len({parcel.message for parcel in email.parcels}) == 1  # the same Message-ID at every try


def test_the_failure_goes_to_whoever_took_over(cast):
    reachable(cast.hodan, email="hodan@example.se")
    letter = sent(cast)
    cast.token("gunilla")
    with cast.acting("gunilla"):
        guard.call("end_capacity", cast.petra, None)
    later(seconds=31)
    run(email=Kept("refused"))
    assert state(cast, "gunilla", letter) == "failed" and notices(cast, "gunilla", "letter_failed") == 1


@pytest.mark.parametrize("handed, became", [(False, "waiting"), (True, "maybe")])
def test_a_try_that_nobody_ended_is_made_anew_only_if_it_was_never_handed_over(cast, handed, became):
    reachable(cast.hodan, email="hodan@example.se")
    letter, email = sent(cast), Kept()
    later(seconds=31)
    with outbox() as mine:
        parcel = mine.claim(["email"])
        if handed:
            mine.hand(parcel.attempt)
    assert run(email=email) == 0  # it may still be under way
    later(minutes=11)
    assert run(email=email) == (0 if handed else 1)
    assert state(cast, "gunilla", letter) == ("maybe" if handed else "sent")
    assert notices(cast, "petra", "letter_maybe") == int(handed)


def test_a_provider_that_knows_more_is_believed(cast):
    reachable(cast.hodan, phone="070-174 06 01")
    letter, sms = sent(cast), Kept("maybe", Carried("again"))
    later(seconds=31)
    run(sms=sms)
    assert state(cast, "gunilla", letter) == "maybe"
    with outbox() as mine:
        ask_about(mine, {"sms": sms})  # it says no: now it may be sent once more
    later(minutes=2)
    assert run(sms=sms) == 1 and state(cast, "gunilla", letter) == "sent"
