"""Rounds, asking within the budget, answers, and what counts as solved: against the database."""

from uuid import uuid4

import pytest

from samling.access.door import open_walls
from samling.followup.models import (
    Ask,
    Reply,
    answer_by,
    answered,
    asked_by,
    budgets,
    due,
    has_answers,
    make_link,
    of_child,
)
from samling.followup.rules import How, State
from samling.instruments.shape import Time, Voice
from samling.kernel.answer import Refused
from samling.kernel.categories import Category, category_of
from samling.letters.tests.world import later
from samling.records.clock import now, today
from samling.views.tests.around import child_of, me

from .asked import BETTER, CHILD, answer, begin, guardian, put, teacher

pytestmark = pytest.mark.usefixtures("database")


def test_a_start_sets_the_first_follow_up_and_what_is_due_is_the_holders(cast):
    begin(cast)
    with cast.acting("petra") as acting:
        rounds = of_child(child_of(cast))
        assert [(one.time, (one.due_on - today()).days) for one in rounds] == [("T0", 0), ("T1", 91)]
        assert [one.time for one in due(me(acting), today())] == ["T0"]
    with pytest.raises(Refused, match="its day already"):
        begin(cast)
    with cast.acting("amir") as acting:
        assert due(me(acting), today()) == []


def test_each_voice_stands_behind_its_own_wall_and_is_scored(cast):
    first = begin(cast)
    answer(cast, put(cast, first), BETTER)
    answer(cast, put(cast, first, guardian(cast, "hodan")), {"H1": 2, "H9": 3})
    answer(cast, put(cast, first, teacher(cast, "jonas")), state=State.SKIPPED)
    with cast.acting("petra"):
        open_walls(child_of(cast), "test")
        said = answered(child_of(cast))
        assert [(one.voice, one.state) for one in said] == [
            (Voice.CHILD, State.ANSWERED), (Voice.HOME, State.ANSWERED), (Voice.SCHOOL, State.SKIPPED)]  # fmt: skip
        assert said[0].scored.mean == 3 and said[1].scored.mean is None and said[2].scored is None
        kinds = [category_of(one.reply.wall) for one in said]
        assert kinds == [Category.VOICE, Category.HOME, Category.LEARNING]
        assert [one.reply.for_guardians for one in said] == ["child_decides", "no", "yes"]
        assert has_answers(child_of(cast), Time.T0) and not has_answers(child_of(cast), Time.T2)
    with cast.acting("maja"):
        assert Reply.objects.count() == Ask.objects.count() == 0


def test_one_question_is_open_at_a_time_and_a_fortnight_lies_between(cast):
    first = begin(cast)
    asked = put(cast, first)
    with pytest.raises(Refused, match="still open"):
        put(cast, first, how=How.TABLE)
    put(cast, first, guardian(cast, "hodan"))
    answer(cast, asked, state=State.SKIPPED)
    with pytest.raises(Refused, match="fortnight"):
        put(cast, first)
    put(cast, first, how=How.TABLE)
    later(days=15)
    with cast.acting("petra"):
        left = budgets(child_of(cast), today())
        assert left["child"].open_until is None and left["child"].may(today())
        assert left[f"home-{cast.world.guardian['hodan']}"].may(today()), "nobody waits for ever for one who does not answer"
    put(cast, first)


def test_asking_and_answering_twice_is_once(cast):
    first, key = begin(cast), uuid4()
    with cast.acting("petra") as acting:
        child, by = child_of(cast), me(acting)
        for _again in range(2):
            asked = Ask.put(child, first, CHILD, How.PHONE, by=by, at=now(), pk=key)
        told = {"state": State.ANSWERED, "how": How.PHONE, "heard_on": today(), "answers": BETTER}
        for _again in range(2):
            Reply.give(asked, told, by=by, at=now(), pk=key)
        with pytest.raises(Refused, match="already"):
            Reply.give(asked, told, by=by, at=now(), pk=uuid4())
        assert Ask.objects.count() == Reply.objects.count() == 1


def test_what_falls_due_together_is_asked_together(cast):
    light, first = begin(cast, Time.LIGHT), begin(cast)
    with cast.acting("petra") as acting:
        assert [one.time for one in due(me(acting), today())] == ["T0"], "one errand"
    put(cast, first)
    with cast.acting("petra"):
        rounds = {one.pk: one for one in of_child(child_of(cast))}
        assert rounds[light.pk].done_at and not rounds[first.pk].done_at
        lights = [one for one in rounds.values() if one.time == Time.LIGHT and not one.done_at]
        assert [(one.due_on - today()).days for one in lights] == [21]


def test_the_link_shows_the_questions_and_takes_one_answer(cast):
    asked = put(cast, begin(cast), guardian(cast, "ali"), How.LINK)
    with cast.acting("petra"):
        old, secret = make_link(asked), make_link(asked)
    assert asked_by(old) is None and asked_by("x") is None
    shown = asked_by(secret)
    assert shown.sheet.voice is Voice.HOME and shown.sheet.time is Time.T0 and shown.called == ""
    assert not answer_by(old, State.ANSWERED, {"H1": 4}) and not answer_by(secret, "odd", {})
    assert answer_by(secret, State.ANSWERED, {"H1": 4}) and not answer_by(secret, State.ANSWERED, {"H1": 0})
    assert asked_by(secret) is None
    with cast.acting("petra"):
        open_walls(child_of(cast), "test")
        (told,) = answered(child_of(cast))
        assert (told.scored.items["H1"], told.reply.how) == (4, How.LINK)
        with pytest.raises(Refused, match="cannot make a link"):
            make_link(asked)
