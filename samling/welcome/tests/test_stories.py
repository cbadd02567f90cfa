"""The family is met, and answers; the school hears no more than that it does not want to."""

import datetime as dt

import pytest

from samling.access import holding
from samling.access.door import fetch
from samling.consent.models import Consent
from samling.journey.models import Event, Notice
from samling.kernel.answer import Refused
from samling.kernel.categories import Category
from samling.letters.models import Letter
from samling.people.models import Child, Guardian
from samling.records.clock import now
from samling.referral.models import Referral
from samling.referral.rules import State
from samling.referral.tests.asking import TOLD, answer, ask, me, said_yes, serve, take_in
from samling.welcome.models import InfoMeeting
from samling.welcome.models import answers as deeds
from samling.welcome.models.home import bring, write_home
from samling.welcome.models.waiting import to_meet
from samling.welcome.rules import Stage

from .meeting import accepted, arranged, hold, later


def stage(cast, meeting):
    with cast.acting("maria"):
        return InfoMeeting.objects.get(pk=meeting).stage


def state(cast):
    with cast.acting("gunilla"):
        return Referral.about(cast.adam).state


def test_yes_from_everyone_and_nothing_is_merged(cast):
    child = accepted(cast)
    meeting = arranged(cast, child)
    hold(cast, meeting, hodan=True, ali=True, adam=True)
    assert stage(cast, meeting) is Stage.YES and state(cast) is State.ACCEPTED
    with cast.acting("maria"):
        found = InfoMeeting.objects.select_related("consent").get(pk=meeting)
        assert (found.consent.kind, found.consent.to_unit_id, found.text_version) == ("participation", None, "2025-11")
        told = set(Event.objects.filter(subject_id=child, record_id=meeting).values_list("kind", flat=True))
        assert told == {"information meeting arranged", "information meeting held", "the family said yes"}
    with cast.acting("petra"):
        assert [one.kind for one in Consent.objects.filter(subject_id=cast.adam)] == ["secrecy_waiver"]


def test_who_has_not_answered_is_waited_for(cast):
    meeting = arranged(cast, accepted(cast))
    hold(cast, meeting, hodan=True)
    assert stage(cast, meeting) is Stage.HELD
    later(cast, meeting, ali=True)
    assert stage(cast, meeting) is Stage.HELD
    later(cast, meeting, adam=True)
    assert stage(cast, meeting) is Stage.YES


def test_a_no_from_one_ends_it_without_a_worse_word(cast):
    meeting = arranged(cast, accepted(cast))
    hold(cast, meeting, hodan=True, ali=False)
    assert state(cast) is State.DECLINED
    with cast.acting("gunilla"):
        found = fetch(Referral, Referral.about(cast.adam).pk, "read a referral")
        body = found.told_decisions()[0].body
        assert "lika bra som ett ja" in body.because and "Ali" not in body.because + body.answer
        assert Notice.objects.filter(to_id=cast.gunilla, kind="referral_answered").count() == 2
        assert not InfoMeeting.objects.exists()
    with cast.acting("maria"):
        assert not Referral.objects.exists() and InfoMeeting.objects.get(pk=meeting).consent.answers.count() == 2
    with pytest.raises(Refused):
        later(cast, meeting, adam=True)


def test_a_no_that_comes_later_ends_it_too(cast):
    meeting = arranged(cast, accepted(cast))
    hold(cast, meeting, hodan=True, ali=True)
    later(cast, meeting, adam=False)
    assert state(cast) is State.DECLINED


def test_a_yes_taken_back_elsewhere_counts_at_once_and_ends_it_by_a_tap(cast):
    meeting = arranged(cast, accepted(cast))
    hold(cast, meeting, hodan=True, ali=True, adam=True)
    with cast.acting("maria") as acting:
        found = fetch(InfoMeeting, meeting, "read an information meeting")
        given = next(one for one in found.consent.answers.all() if one.giver == "guardian")
        given.take_back(how="spoken", by=acting.capacity_id, at=now())
    assert stage(cast, meeting) is Stage.NO and state(cast) is State.ACCEPTED
    with cast.acting("maria") as acting:
        deeds.settle(InfoMeeting.objects.get(pk=meeting), by=me(acting), at=now())
    assert state(cast) is State.DECLINED


def test_nobody_is_met_before_the_team_has_said_yes(cast):
    serve(cast)
    said_yes(cast)
    ask(cast)
    child = take_in(cast)
    with pytest.raises(Refused):
        arranged(cast, child)


def test_nobody_answers_before_the_guardians_are_known(cast):
    meeting = arranged(cast, accepted(cast, parents=()))
    with pytest.raises(Refused):
        hold(cast, meeting)


def test_a_meeting_to_come_cannot_have_been_held(cast):
    with cast.acting("maria"):
        tomorrow = now() + dt.timedelta(days=1)
    meeting = arranged(cast, accepted(cast), starts_at=tomorrow)
    with pytest.raises(Refused):
        hold(cast, meeting, hodan=True)


def test_the_school_reads_nothing_of_the_meeting(cast):
    meeting = arranged(cast, accepted(cast))
    for who in ("gunilla", "petra", "tomas", "helen"):
        with cast.acting(who):
            assert not InfoMeeting.objects.filter(pk=meeting).exists()


def test_the_family_is_met_within_ten_working_days(cast):
    child = accepted(cast)
    with cast.acting("maria") as acting:
        (one,) = to_meet(me(acting))
        assert (one.child.pk, one.due_on.isoformat()) == (child, "2025-12-04")
    meeting = arranged(cast, child)
    hold(cast, meeting, hodan=True)
    with cast.acting("maria") as acting:
        assert InfoMeeting.objects.get(pk=meeting).due_on.isoformat() == "2025-12-04" and not to_meet(me(acting))


def test_guardians_that_the_school_has_told_of_are_not_typed_again(cast):
    serve(cast)
    said_yes(cast, kinds=(*TOLD, Category.CONTACT))
    referral = ask(cast)
    child = take_in(cast)
    answer(cast, referral, "accepted")
    with cast.acting("maria") as acting:
        row = fetch(Child, child, "arrange an information meeting")
        for number in (2, 0):
            assert bring(row, Referral.about(child), by=me(acting), at=now()) == number
        found = Guardian.objects.filter(subject_id=child).order_by("given_name")
        assert [(one.given_name, one.custody, one.custody_evidence, one.interpreter) for one in found] == [
            ("Ali", "joint", "folkbokföringen", "somaliska"), ("Hodan", "joint", "folkbokföringen", "somaliska"),
        ]  # fmt: skip


def test_whoever_has_taken_over_meets_the_family(cast):
    meeting = arranged(cast, accepted(cast))
    with cast.acting("karin"):
        assert InfoMeeting.objects.get(pk=meeting).keeper.pk == cast.maria
        holding.begin_leave(cast.maria, starts=None, ends=None)
        keeper = InfoMeeting.objects.get(pk=meeting).keeper
        assert keeper is None or keeper.pk != cast.maria


def test_letters_home_are_drafted_once_for_each_time(cast):
    child = accepted(cast)
    meeting = arranged(cast, child)
    with cast.acting("maria") as acting:
        found = fetch(InfoMeeting, meeting, "read an information meeting")
        for _twice in range(2):
            write_home(found, by=me(acting), at=now())
        assert Letter.objects.filter(subject_id=child, sender_id=cast.maria).count() == 2
