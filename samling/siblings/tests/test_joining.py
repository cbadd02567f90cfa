"""Two half-siblings are joined on each child's own yes, and nothing of one shows at the other's table; a no ends it at once."""

import datetime as dt
from uuid import uuid4

import pytest

from samling.access import guard
from samling.consent.models import Consent, ConsentAnswer
from samling.consent.tests.asking import answer
from samling.gathering.models import Invited, JointMeeting
from samling.journey.models import Event, Notice, Party
from samling.kernel.answer import Refused
from samling.people.models import Capacity, Guardian
from samling.plan.models import Plan
from samling.promises.models import Promise
from samling.promises.tests import table
from samling.records.clock import now
from samling.siblings.models import (
    Common,
    Joined,
    SameTable,
    beside,
    family_promises,
    held_for_the_family,
    leaving,
    occasions,
    offered,
)
from samling.siblings.models.joinings import standing
from samling.siblings.rules import State
from samling.siblings.tests import family
from samling.siblings.tests.family import child_of, me
from samling.views.tests.around import place, tell_story
from tests.cast import FROZEN
from tests.walls.filling import chapters

STARTS = FROZEN + dt.timedelta(days=3)


def part_of(cast, key, who=None):
    """This child's latest part, as someone sees it."""
    with cast.acting(who or family.MENTOR[key]):
        found = Joined.of(cast.world.child[key])
        return found[0] if found else None


def state_of(cast, key, who=None):
    with cast.acting(who or family.MENTOR[key]):
        found = Joined.of(cast.world.child[key])
        return found[0].state(now()) if found else None


def called(cast, key, who, starts=STARTS):
    """A joint meeting around this child."""
    with cast.acting(who) as acting:
        told = {"kind": "joint", "starts_at": starts, "ends_at": starts + dt.timedelta(hours=1), "place": "Biblioteket",
                "chair": me(acting), "question": f"Hur blir det för {key}?", "seen_on": None}  # fmt: skip
        return JointMeeting.call(child_of(cast, key), told, by=me(acting), at=now(), pk=uuid4()).pk


def plan_with_promise(cast, key="viggo", who="petra"):
    """The mother promises something for the evenings, in this child's plan."""
    with cast.acting("gunilla"):
        guard.assign(cast.world.child[key], cast.jonas, because="Står vid sidan.")
    with cast.acting(who) as acting:
        told = {"kind": "joint", "coordinator": me(acting), "deputy": Capacity.objects.get(pk=cast.jonas), "accountable": None,
                "review_on": now().date() + dt.timedelta(weeks=8)}  # fmt: skip
        plan = Plan.begin(child_of(cast, key), told, by=me(acting), at=now())
    home = {"made_as": "guardian", "side": "home", "who": "Tova Palm", "phrase": "", "what": "", "does": "Lägger undan telefonerna."}
    return plan.pk, table.promise(cast, plan.pk, writer=who, **home)


def test_each_table_knows_of_the_other_first_when_both_families_have_said_yes(cast):
    home = family.raised(cast)
    yes = {key: family.said_yes(cast, key, home[key]) for key in family.MENTOR}
    part, word = family.offered(cast, "vera", yes["vera"])
    assert state_of(cast, "vera") is State.WAITING
    with cast.acting("petra"):
        assert not standing() and not Joined.of(cast.world.child["viggo"])
        assert not Joined.objects.filter(pk=part).exists()
    family.answered(cast, "viggo", yes["viggo"], word.upper())
    for key, who, other in (("vera", "maja", "Viggo"), ("viggo", "petra", "Vera")):
        with cast.acting(who):
            (one,) = Joined.of(cast.world.child[key])
            assert one.state(now()) is State.STANDS
            assert one.other.called == other
            assert not one.reads_both
    with cast.acting("maja"):
        assert Notice.objects.filter(kind="siblings_joined", record_id=part).exists()
        assert Event.objects.filter(kind="word given to the family").exists()


def test_nothing_of_one_shows_to_those_around_the_other(cast):
    """Maja works with Vera alone: of Viggo she reads what he is called, and when the tables meet at once."""
    vera, viggo, home = family.joined(cast)
    plan_with_promise(cast)
    meeting = called(cast, "viggo", "petra")
    with cast.acting("petra") as acting:
        part = Joined.objects.get(pk=viggo)
        SameTable.offer(part, JointMeeting.objects.get(pk=meeting), by=me(acting), at=now(), pk=uuid4())
        journey = part.subject_id
    with cast.acting("maja"):
        theirs = {cast.world.child["viggo"], journey}
        for model in (Joined, JointMeeting, SameTable, Promise, Consent, ConsentAnswer, Guardian, Event, Common):
            assert not model.objects.filter(subject_id__in=theirs).exists(), model
        assert not Guardian.objects.filter(pk=home["viggo"][1]).exists()
        assert not Party.objects.filter(journey_id=journey).exists()
        own = Joined.objects.get(pk=vera)
        (pair,) = occasions(own)
        assert (pair.own, pair.there.starts_at, pair.there.place) == (None, STARTS, "Biblioteket")
        assert not offered(own) and not beside(own) and not leaving(own, [pair])


def read_by(cast, who):
    """The key of every row that somebody reads, table by table."""
    with cast.acting(who):
        return {table: set(model._default_manager.values_list("pk", flat=True)) for table, model in chapters().items()}


def test_whatever_happens_around_one_child_nothing_changes_for_those_around_the_other(cast):
    """Noninterference: Maja, at Vera's table, reads the same rows before and after all that is done about Viggo, and is told the same."""
    vera, _viggo, home = family.joined(cast)
    before = read_by(cast, "maja")
    _plan, promise = plan_with_promise(cast)
    cast.world.guardian["johan"] = home["viggo"][1]
    story = tell_story(cast, "petra", "johan", child="viggo")
    called(cast, "viggo", "petra")
    place(cast, child="viggo")
    with cast.acting("gunilla"):
        guard.assign(cast.world.child["viggo"], cast.eva, because="Sköterskan är med.")
    assert read_by(cast, "maja") == before
    with cast.acting("maja"):
        assert not guard.rows("sibling_tables")
        for kind, record in (("promise", promise), ("story", story)):
            with pytest.raises(Refused):
                guard.call("lay_beside", uuid4(), vera, kind, record)


@pytest.mark.parametrize("silent", ["father", "mother"])
def test_without_everyones_yes_nobody_is_joined(cast, silent):
    home = family.raised(cast)
    asked = home["viggo"][:1] if silent == "father" else home["viggo"][1:]
    consent = family.said_yes(cast, "viggo", asked)
    with pytest.raises(Refused, match="guardians"):
        family.offered(cast, "viggo", consent)


def test_a_yes_for_one_child_is_no_yes_for_the_other(cast):
    home = family.raised(cast)
    consent = family.said_yes(cast, "vera", home["vera"])
    _part, word = family.offered(cast, "vera", consent)
    with pytest.raises(Refused):
        family.answered(cast, "viggo", consent, word)


def test_a_word_works_once_and_for_thirty_days(cast, visitor):
    home = family.raised(cast)
    yes = {key: family.said_yes(cast, key, home[key]) for key in family.MENTOR}
    with pytest.raises(Refused, match="does not fit"):
        family.answered(cast, "viggo", yes["viggo"], "abcd-efgh-jkmn")
    part, word = family.offered(cast, "vera", yes["vera"])
    assert "till 20 december 2025" in visitor.as_("maja").get(f"/siblings/{part}/").content.decode(), "the day itself is said"
    family.answered(cast, "viggo", yes["viggo"], word)
    with pytest.raises(Refused, match="does not fit"):
        family.answered(cast, "viggo", yes["viggo"], word)


def test_a_yes_taken_back_ends_it_at_once_and_for_good(cast):
    vera, viggo, home = family.joined(cast)
    with cast.acting("petra") as acting:
        said = ConsentAnswer.objects.get(guardian_id=home["viggo"][1])
        consent = said.consent_id
        said.take_back(how="spoken", by=acting.capacity_id, at=now())
    assert state_of(cast, "viggo") is State.OVER
    assert state_of(cast, "vera") is State.OVER
    with cast.acting("maja"):
        assert Joined.objects.get(pk=vera).ended_at is None  # nothing at her table tells who ended it, or why
        assert Notice.objects.filter(kind="siblings_over", record_id=vera).exists()
    answer(cast, "petra", consent, home["viggo"][1], walls=[family.CONSENT])
    assert state_of(cast, "viggo") is State.OVER
    assert state_of(cast, "vera") is State.OVER
    with cast.acting("petra"):
        assert Joined.objects.get(pk=viggo).ended_by_id == cast.petra


def test_protection_hides_the_joining_from_both_tables(cast):
    family.joined(cast)
    with cast.acting("petra"):
        guard.protect(cast.world.child["viggo"], form="marked", readers=[cast.petra])
    assert state_of(cast, "vera") is State.OVER
    assert state_of(cast, "viggo") is State.OVER


def test_either_table_ends_it(cast):
    vera, _viggo, _home = family.joined(cast)
    with cast.acting("petra"), pytest.raises(Refused):
        guard.call("end_joining", vera)
    with cast.acting("maja") as acting:
        Joined.objects.get(pk=vera).end(by=me(acting), at=now())
    assert (state_of(cast, "vera"), state_of(cast, "viggo")) == (State.OVER, State.OVER)


def test_a_family_promise_is_made_once_and_seen_at_both_tables_by_those_at_both(cast):
    _vera, viggo, _home = family.joined(cast)
    _plan, promise = plan_with_promise(cast)
    with cast.acting("petra") as acting, pytest.raises(Refused):
        Common.lay(Joined.objects.get(pk=viggo), "promise", promise, by=me(acting), at=now(), pk=uuid4())
    family.works_with_both(cast)
    with cast.acting("petra") as acting:
        part = Joined.objects.get(pk=viggo)
        assert [(kind, one.pk) for kind, one in offered(part)] == [("promise", promise)]
        link = Common.lay(part, "promise", promise, by=me(acting), at=now(), pk=uuid4())
        assert Common.lay(part, "promise", promise, by=me(acting), at=now(), pk=uuid4()).pk == link.pk
        there = part.other.journey
        assert [(called, one.pk) for called, one in family_promises(there)] == [("Viggo", promise)]
        assert [one.is_own for one in beside(part)] == [True]
        assert Promise.objects.filter(side="home").count() == 1
    with cast.acting("maja"):
        assert not family_promises(there) and not Common.objects.exists()
    with cast.acting("petra") as acting:
        Common.objects.get().take_away(by=me(acting), at=now())
        assert not family_promises(there)


def test_a_parents_story_lies_at_both_tables_but_never_the_schools_words(cast):
    _vera, viggo, home = family.joined(cast)
    family.works_with_both(cast)
    cast.world.guardian["johan"] = home["viggo"][1]
    story = tell_story(cast, "petra", "johan", child="viggo")
    with cast.acting("petra") as acting:
        part = Joined.objects.get(pk=viggo)
        Common.lay(part, "story", story, by=me(acting), at=now(), pk=uuid4())
        seen = beside(Joined.objects.get(subject_id=part.other.journey))
        assert [(one.record.pk, one.called) for one in seen] == [(story, "Viggo")]
    for said in (place(cast, child="viggo"), place(cast, speaker="child", child="viggo")):
        with cast.acting("petra") as acting, pytest.raises(Refused, match="Only what home"):
            Common.lay(Joined.objects.get(pk=viggo), "note", said, by=me(acting), at=now(), pk=uuid4())


def test_one_meeting_is_two_tables_that_meet_at_once(cast):
    vera, viggo, home = family.joined(cast)
    meeting = called(cast, "viggo", "petra")
    with cast.acting("petra") as acting:
        part = Joined.objects.get(pk=viggo)
        one = JointMeeting.objects.get(pk=meeting)
        SameTable.offer(part, one, by=me(acting), at=now(), pk=uuid4())
        father = Guardian.objects.get(pk=home["viggo"][1])
        Invited.invite(one, {"kind": "guardian", "guardian": father, "name": "Johan Ek"}, why="Pappa.", decides=False, by=me(acting), at=now())
    with cast.acting("maja") as acting:
        own = Joined.objects.get(pk=vera)
        told = {"question": "Hur sover Vera?", "chair": me(acting)}
        SameTable.answer(own, occasions(own)[0].there, told, by=me(acting), at=now(), pk=uuid4())
        (pair,) = occasions(own)
        assert (pair.own.meeting.starts_at, pair.own.meeting.place) == (STARTS, "Biblioteket")
        assert pair.own.meeting.pk != meeting
    later = STARTS + dt.timedelta(days=1)
    with cast.acting("petra") as acting:
        moved = {"starts_at": later, "ends_at": later + dt.timedelta(hours=1), "place": "Skolan", "chair": me(acting)}
        JointMeeting.objects.get(pk=meeting).move(moved, by=me(acting), at=now())
    with cast.acting("maja") as acting:
        (pair,) = occasions(Joined.objects.get(pk=vera))
        assert pair.is_apart
        pair.own.follow(pair.there, by=me(acting), at=now())
    family.works_with_both(cast)
    with cast.acting("petra"):
        part = Joined.objects.get(pk=vera)
        (pair,) = occasions(part)
        assert not pair.is_apart and pair.own.meeting.starts_at == later
        assert leaving(part, [pair]) == {pair.own.occasion: ["Johan Ek"]}


def test_what_was_held_together_is_counted_once(cast):
    vera, viggo, _home = family.joined(cast)
    family.works_with_both(cast)
    past, alone = (called(cast, "viggo", "petra", FROZEN + dt.timedelta(hours=one)) for one in (1, 4))
    with cast.acting("petra") as acting:
        part, by = Joined.objects.get(pk=viggo), me(acting)
        SameTable.offer(part, JointMeeting.objects.get(pk=past), by=by, at=now(), pk=uuid4())
        other = Joined.objects.get(pk=vera)
        ours = SameTable.answer(other, occasions(other)[0].there, {"question": "?", "chair": by}, by=by, at=now(), pk=uuid4())
        for one in (past, alone, ours.pk):
            JointMeeting.objects.filter(pk=one).update(held_at=now(), held_by=by)
        at = now() + dt.timedelta(days=1)
        assert held_for_the_family(part, at) == held_for_the_family(other, at) == 2
