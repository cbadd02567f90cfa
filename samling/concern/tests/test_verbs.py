"""Raising, handling and answering concerns, as each person of the cast."""

import datetime as dt
from uuid import uuid4

import pytest

from samling.access import guard
from samling.access.verdict import Basis, End, Verdict
from samling.concern.models import ConcernName, NamelessConcern, Outcome, ReportStub, Signal, SignalBody
from samling.concern.models.pupils import opened_pupil, pupil
from samling.concern.models.raised import key
from samling.concern.rules import State
from samling.journey.models import Level
from samling.kernel.answer import Refused
from samling.people.models import Capacity
from samling.records.clock import now, today


def told(**more):
    return {
        "danger": False, "text": "Hon sitter ensam på rasten.", "seen_on": today(), "touches": ["school"],
        "raised_as": "self", "raised_name": "", "how": "seen", "said_child": "", "said_guardian": "",
    } | more  # fmt: skip


def me(acting):
    return Capacity.objects.select_related("person", "unit__branch").get(pk=acting.capacity_id)


def raise_about(cast, who, entry, **more):
    with cast.acting(who) as acting:
        by, at = me(acting), now()
        child = opened_pupil(pupil(cast.world.pupil[entry]), by)
        return Signal.note(child, told(**more), by=by, at=at, pk=uuid4())


def test_a_mentor_raises_a_concern_about_her_pupil_and_the_tier_is_marked(cast):
    signal = raise_about(cast, "petra", "leo")
    with cast.acting("petra"):
        assert Signal.objects.get(pk=signal.pk).state is State.RAISED
        assert [one.tier for one in Level.objects.filter(subject_id=signal.subject_id)] == [1]


def test_the_same_form_twice_is_one_concern(cast):
    with cast.acting("petra") as acting:
        by, at = me(acting), now()
        child = opened_pupil(pupil(cast.world.pupil["leo"]), by)
        first = Signal.note(child, told(), by=by, at=at, pk=key(by, cast.adam))
        second = Signal.note(child, told(text="Igen."), by=by, at=at, pk=key(by, cast.adam))
        assert first.pk == second.pk
        assert Signal.objects.filter(subject_id=child.pk).count() == 1


def test_leisure_staff_read_back_their_own_words_and_no_one_elses(cast):
    raise_about(cast, "petra", "leo", text="Petras ord")
    own = raise_about(cast, "jonas", "leo", text="Jonas ord")
    with cast.acting("jonas"):
        assert [one.pk for one in Signal.objects.mine()] == [own.pk]
        assert [one.text for one in SignalBody.objects.all()] == ["Jonas ord"]


def test_the_head_takes_care_and_the_raiser_hears(cast):
    signal = raise_about(cast, "jonas", "leo")
    with cast.acting("gunilla") as acting:
        Signal.objects.get(pk=signal.pk).step(State.TAKEN, by=me(acting), at=now())
    with cast.acting("jonas"):
        assert [one.word for one in Outcome.objects.all()] == ["received"]
    with cast.acting("gunilla") as acting:
        Signal.objects.get(pk=signal.pk).step(State.CLOSED, by=me(acting), at=now(), because="solved")
    with cast.acting("jonas"):
        assert [one.word for one in Outcome.objects.order_by("sent_at")] == ["received", "solved"]
        assert not Signal.objects.get().handlings.exists()


def test_only_the_reporter_reads_the_note_of_a_report(cast):
    signal = raise_about(cast, "jonas", "adam")
    day = dt.date(2025, 11, 20)
    with cast.acting("jonas") as acting:
        ReportStub.note({"child": signal.subject_id, "reported_on": day, "sent_to": "Mottagningen",
                         "feedback_due_on": day}, by=me(acting), at=now(), pk=uuid4())
        assert ReportStub.objects.count() == 1
    for other in ("petra", "gunilla", "amir", "eva", "tomas", "ulf", "ingrid_2"):
        with cast.acting(other):
            assert not ReportStub.objects.exists(), other


def ask(cast, who, unit, **more):
    with cast.acting(who) as acting:
        filled = {"to_unit_id": cast.world.unit[unit], "age_band": "6-9", "touches": ["home"],
                  "question": "Hur gör vi?", "raised_as": "self", "how": "talk"} | more
        return NamelessConcern.ask(filled, by=me(acting), at=now(), pk=uuid4())


YES = Verdict(End.YES, "They have said yes.", "OSL 12:2", Basis.CONSENT)
NAME = {"given_name": "Adam", "family_name": "Hassan", "birth_year": 2015}


def test_a_nameless_concern_is_seen_by_the_asker_and_those_who_receive(cast):
    asked = ask(cast, "birgitta", "norrskolan")
    for who, sees in (("birgitta", 1), ("gunilla", 1), ("amir", 1), ("petra", 0), ("pia", 0), ("olof", 0)):
        with cast.acting(who):
            assert NamelessConcern.objects.filter(pk=asked.pk).count() == sees, who


def test_a_name_is_added_on_a_ground_and_the_receiver_opens_the_child(cast):
    asked = ask(cast, "birgitta", "norrskolan")
    with cast.acting("birgitta") as acting:
        asked.say_name(NAME, YES, by=me(acting), at=now(), because="Föräldrarna har sagt ja.")
    with cast.acting("gunilla") as acting:
        entry = NamelessConcern.objects.get(pk=asked.pk).said_name.namesakes().get()
        signal = NamelessConcern.objects.get(pk=asked.pk).open_here(by=me(acting), at=now(), roster=entry)
        assert signal.subject_id == cast.adam
        signal.step(State.TAKEN, by=me(acting), at=now())
    with cast.acting("birgitta"):
        assert [one.word for one in Outcome.objects.all()] == ["received"]
        assert not Signal.objects.exists()


def test_the_name_closes_when_the_child_is_protected(cast):
    asked = ask(cast, "birgitta", "norrskolan")
    with cast.acting("birgitta") as acting:
        asked.say_name(NAME, YES, by=me(acting), at=now(), because="Föräldrarna har sagt ja.")
    with cast.acting("gunilla") as acting:
        found = NamelessConcern.objects.get(pk=asked.pk)
        found.open_here(by=me(acting), at=now(), roster=found.said_name.namesakes().get())
        guard.protect(cast.adam, form="marked")
    for who, sees in (("birgitta", 0), ("amir", 0), ("gunilla", 1)):
        with cast.acting(who):
            assert ConcernName.objects.filter(pk=asked.pk).count() == sees, who
            assert bool(NamelessConcern.objects.get(pk=asked.pk).said_name) == bool(sees), who


@pytest.mark.parametrize("end", [End.ASK, End.NO])
def test_no_name_without_a_yes(cast, end):
    asked = ask(cast, "tomas", "norrskolan")
    with cast.acting("tomas") as acting, pytest.raises(Refused):
        asked.say_name(NAME, Verdict(end, "Ask first.", ""), by=me(acting), at=now(), because="x")
