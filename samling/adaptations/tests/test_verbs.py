"""Started, asked about, changed, stopped and taken back; decided about; and what the day's page says of it."""

import datetime as dt
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection

from samling.access import guard
from samling.access.door import open_walls
from samling.adaptations.models import Adaptation, AdaptationBody, Evaluation, SpecialSupport, overdue
from samling.adaptations.models.glance import FEW, Glance
from samling.adaptations.models.together import Tries, holders, proposals
from samling.checklist.models import Checklist, Sitting, Trial
from samling.day.lines import Notices
from samling.journey.models import Event, Notice
from samling.kernel.answer import Refused
from samling.people.models import Child
from samling.records.clock import now, today
from tests.years import relive

from .conftest import child_of, me


def day(days):
    return today() + dt.timedelta(days=days)


def owed(cast, name="petra"):
    """What *I dag* shows: for today and later, kinds by words."""
    with cast.acting(name) as acting:
        do, coming = Notices(me(acting), now(), today()).fetch()
        return [line.text for line in do], [line.text for line in coming]


ASK = "Ask if what you try helps"


@pytest.fixture(autouse=True)
def _english(settings):
    from django.utils import translation

    with translation.override("en"):
        yield


def test_started_twice_it_is_one(cast, start):
    key = uuid4()
    assert start(pk=key) == start(pk=key)
    with cast.acting("petra"):
        assert Adaptation.objects.count() == Event.objects.filter(kind="adaptation started").count() == 1
        assert Notice.objects.filter(kind="adaptation-evaluate").count() == 1


def test_only_those_who_work_with_it_start(cast, start):
    with pytest.raises(Child.DoesNotExist):
        start("ulf")
    with cast.acting("gunilla"):
        assert Adaptation.may_start(child_of(cast, "adam"))
        assert not Adaptation.may_start(child_of(cast, "adam"), dict.fromkeys(guard.my_access(cast.adam), False))


def test_it_comes_to_the_holder_on_the_day_and_to_the_team_a_week_later(cast, start, say):
    start(days=20)
    assert owed(cast) == ([], [ASK])
    pk = start(days=42)
    assert owed(cast) == ([ASK], [ASK])
    with cast.acting("petra"):
        assert overdue(cast.norrskolan, today()) == []
        late = overdue(cast.norrskolan, day(7))
        assert [(one.record.pk, one.since_on, one.subject_id) for one in late] == [(pk, today(), cast.adam)]
        assert overdue(cast.soderskolan, day(7)) == []
    say(pk, then="keep")
    assert owed(cast) == ([], [ASK])
    with cast.acting("petra"):
        assert [one.since_on for one in overdue(cast.norrskolan, day(40))] == [day(22)]
    with cast.acting("maja"):
        assert overdue(cast.norrskolan, day(40)) == []


def test_a_new_holder_takes_over_the_reminder(cast, start):
    with cast.acting("gunilla"):
        guard.assign(cast.adam, cast.cecilia, because="hjälper till")
    pk = start(days=42)
    with cast.acting("gunilla") as acting:
        one, by = Adaptation.objects.get(pk=pk), me(acting)
        told = {"holder": holders(child_of(cast, "adam"), now()).get(pk=cast.cecilia), "place": "break"}
        one.correct(told, by=by, at=now())
    assert owed(cast) == ([], []) and owed(cast, "cecilia") == ([ASK], [])


@pytest.mark.parametrize(("then", "state"), [("again", "trying"), ("keep", "kept"), ("stop", "ended")])
def test_what_happens_after_one_has_asked(cast, start, say, then, state):
    pk, key = start(days=42), uuid4()
    for _twice in range(2):
        say(pk, "partly", then=then, text="Lugnare.", voice="child", key=key)
    with cast.acting("petra"):
        one = Adaptation.objects.get(pk=pk)
        assert (one.standing(today()), one.evaluations.count()) == (state, 1)
        assert (one.latest.result, one.latest.voice, one.latest.for_guardians) == ("partly", "child", "child_decides")
        tries = Tries(child_of(cast, "adam"), today())
        assert [(one.effect, one.state) for one in tries.all] == [("partly", state)]


def test_stopped_it_can_be_asked_about_once(cast, start, say):
    pk = start()
    with cast.acting("petra") as acting:
        Adaptation.objects.get(pk=pk).stop(by=me(acting), at=now())
    say(pk, then="stop")
    with pytest.raises(Refused):
        say(pk, then="stop")


def test_a_mistake_is_taken_back_by_its_writer_and_nobody_sees_it(cast, start):
    pk = start()
    with cast.acting("gunilla") as acting, pytest.raises(Refused):
        Adaptation.objects.get(pk=pk).take_back(by=me(acting), at=now())
    with cast.acting("petra") as acting:
        Adaptation.objects.get(pk=pk).take_back(by=me(acting), at=now())
        assert Tries(child_of(cast, "adam"), today()).all == []
    with cast.acting("gunilla"):
        assert not Adaptation.objects.filter(pk=pk).exists()
    assert owed(cast) == ([], [])


def test_words_are_put_right_for_a_day_and_facts_by_anyone_who_works_with_it(cast, start):
    pk = start(own="Mjuk stat", code="")
    with cast.acting("petra") as acting:
        one = Adaptation.objects.get(pk=pk)
        open_walls(one, "change what is tried")
        one.correct({"own": "Mjuk start"}, by=me(acting), at=now())
        assert AdaptationBody.objects.get(head=one).own == "Mjuk start"
    with cast.acting("gunilla") as acting:
        one = Adaptation.objects.get(pk=pk)
        open_walls(one, "change what is tried")
        one.correct({"own": "Annat", "place": "home", "home_knows": True}, by=me(acting), at=now())
        assert (AdaptationBody.objects.get(head=one).own, one.place, one.for_guardians) == ("Mjuk start", "home", "yes")


def test_the_database_holds_the_order_of_days(cast, start):
    with pytest.raises(IntegrityError):
        start(evaluate=-1)


# -- one list with the checklists -----------------------------------------------------------------------------------
@pytest.fixture
def chosen(cast):
    """A checklist: one thing tried, one chosen to be tried next by Petra, and learning is hard."""
    with cast.acting("petra") as acting:
        made = Checklist.begin(child_of(cast, "adam"), by=me(acting), at=now())
        sitting = Sitting(made, me(acting), now())
        sitting.look(sitting.everything, "work on a checklist")
        asked = {question.code: question for block in sitting.everything for question in block.questions}
        said = {"k-tried-0": {"what": "ADAPT-STEPS", "effect": "no"}, "d-state": 0,
                "r-next-0": {"what": "ADAPT-SHORTER", "who": "Petra", "checked_on": day(-10).isoformat()}}  # fmt: skip
        sent = {place: (asked[place.rpartition("-")[0] if place[-1].isdigit() else place], words)
                for place, words in said.items()}  # fmt: skip
        sitting.save(sitting.everything, sent, {})
        return Trial.objects.get().pk


def test_the_checklists_rows_are_read_in_the_same_list_and_carried_on_without_being_typed_again(cast, chosen, start):
    with cast.acting("petra"):
        open_walls(child_of(cast, "adam"), "read")
        tries = Tries(child_of(cast, "adam"), today())
        assert {(one.source, one.code, one.effect) for one in tries.all} == {
            ("tried", "ADAPT-STEPS", "no"), ("trial", "ADAPT-SHORTER", "not_evaluated")}  # fmt: skip
        assert [(one.record.pk, one.title) for one in overdue(cast.norrskolan, today())] == [
            (chosen, "Shorter tasks or more time")]  # fmt: skip
        trial = Trial.objects.get(pk=chosen)
    pk = start(code="ADAPT-SHORTER", trial=trial)
    assert start(code="ADAPT-SHORTER", trial=trial) == pk, "what is carried on already is not begun twice"
    with cast.acting("petra"):
        tries = Tries(child_of(cast, "adam"), today())
        assert sorted(one.source for one in tries.all) == ["adaptation", "tried"]
        assert overdue(cast.norrskolan, today()) == []


def test_ideas_answer_to_what_is_hard_and_leave_out_all_that_was_tried(cast, chosen, start):
    with cast.acting("petra"):
        open_walls(child_of(cast, "adam"), "read")
        before = proposals(Tries(child_of(cast, "adam"), today()))
        assert "ADAPT-OTHER-FORM" in {one.code for one in before}
        assert not {"ADAPT-STEPS", "ADAPT-SHORTER"} & {one.code for one in before}
        assert before[0].idea.because == "Learning or play is hard right now."
    start(code=before[0].code)
    with cast.acting("petra"):
        open_walls(child_of(cast, "adam"), "read")
        assert before[0].code not in {one.code for one in proposals(Tries(child_of(cast, "adam"), today()))}


def test_the_child_s_page_counts_as_the_list_does(cast, chosen, start, say, template):
    """Three times over, with things to come, stopped, kept and asked about among them."""
    start(days=-3)
    stopped, kept, due = start(days=50), start(days=43), start(days=60, code="", own="Mjuk start")
    say(stopped, "no", then="stop")
    say(kept, "partly", then="again")
    say(kept, "helped", then="keep")
    with template.cluster.superuser(connection.settings_dict["NAME"]) as admin:
        relive(admin, [cast.adam], 3, weeks=3)
    for on in (today(), today() - dt.timedelta(days=60), today() + dt.timedelta(days=60)):
        with cast.acting("petra"):
            open_walls(child_of(cast, "adam"), "read")
            whole, short = Tries(child_of(cast, "adam"), on), Glance(child_of(cast, "adam"), on)
            assert short.strip == whole.strip
            assert [(one.title, one.evaluate_on) for one in short.due] == [(one.title, one.evaluate_on) for one in whole.due[-FEW:]]
    assert due and whole.due


# -- special support --------------------------------------------------------------------------------------------------
@pytest.fixture
def inquiry(cast):
    """An inquiry opened by Petra thirty days ago."""
    with cast.acting("petra") as acting:
        told = {"inquiry_on": day(-30), "holder": me(acting), "words": "Orkar han?", "where_kept": "2025:14"}
        return SpecialSupport.open(child_of(cast, "adam"), told, by=me(acting), at=now(), pk=uuid4()).pk


def decide(cast, pk, kind="programme", by="gunilla", name="gunilla", *, opened=True):
    with cast.acting(name) as acting:
        support, heads = SpecialSupport.objects.get(pk=pk), holders(child_of(cast, "adam"), now())
        if opened:
            open_walls(support, "note a decision about support")
        told = {"kind": kind, "decided_on": today(), "decided_by": heads.get(pk=cast.world.capacity[by]), "from_on": today(),
                "until_on": None, "evaluate_on": day(30), "holder": support.holder, "words": "Liten grupp.",
                "where_kept": ""}  # fmt: skip
        support.decide(told, by=me(acting), at=now())


def test_an_inquiry_is_reminded_of_and_decided_once(cast, inquiry):
    assert owed(cast)[0] == ["See how far the inquiry about support has come"]
    decide(cast, inquiry)
    assert owed(cast) == ([], ["Time to evaluate the support"])
    with pytest.raises(Refused):
        decide(cast, inquiry)


def test_words_are_never_lost_without_a_sound(cast, inquiry):
    with pytest.raises(RuntimeError, match="not been looked at"):
        decide(cast, inquiry, opened=False)


@pytest.mark.parametrize("kind", ["group", "alone", "timetable"])
def test_what_only_the_head_decides_is_not_noted_as_anothers(cast, inquiry, kind):
    with pytest.raises(Refused, match="3:9"):
        decide(cast, inquiry, kind, by="petra")
    decide(cast, inquiry, kind)


def test_support_goes_on_and_is_over(cast, inquiry):
    with cast.acting("petra") as acting:
        support, by = SpecialSupport.objects.get(pk=inquiry), me(acting)
        with pytest.raises(Refused):
            support.look_again(day(10), by=by, at=now())
    decide(cast, inquiry)
    with cast.acting("petra") as acting:
        support = SpecialSupport.objects.get(pk=inquiry)
        support.look_again(day(20), by=by, at=now())
        assert support.evaluate_on == day(20)
        support.look_again(None, by=by, at=now())
    assert owed(cast) == ([], [])


def test_support_stands_behind_a_wall_of_its_own(cast, start, inquiry):
    start()
    with cast.acting("gunilla"):
        guard.assign(cast.adam, cast.jonas, because="fritids")
    with cast.acting("jonas"):  # after-school staff: adaptations, not support
        assert Adaptation.objects.exists() and not SpecialSupport.objects.exists()
    for name in ("maja", "tomas", "ulf", "ingrid"):
        with cast.acting(name):
            assert not Adaptation.objects.exists() and not SpecialSupport.objects.exists()
            assert not Evaluation.objects.exists()
