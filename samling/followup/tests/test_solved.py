"""What counts as solved where it was, and what takes that back: as a rule, against the database, and on the school's pages."""

import datetime as dt
from uuid import uuid4

import pytest
from django.db import connections
from django.utils import translation

from samling.access.door import open_walls
from samling.checklist.models import Decision
from samling.checklist.tests.conftest import begun, seated
from samling.checklist.tests.test_verbs import decide, follow_up
from samling.concern.models import Signal
from samling.followup.models import Round, in_words, solved_here_confirmed, solved_of
from samling.followup.rules import A_YEAR, Solved, solved_in_words
from samling.instruments.shape import Time
from samling.letters.tests.world import later
from samling.records.clock import now, today
from samling.views.tests.around import child_of, me

from .asked import CHILD, answer, guardian, put, teacher

ON = dt.date(2026, 1, 2)
NEXT = ON + dt.timedelta(days=30)


@pytest.mark.parametrize(("known", "counts"), [
    (Solved(True, True, False, ON), True), (Solved(True, False, True, ON), True), (Solved(True, False, False, ON), False),
    (Solved(False, True, True, ON), False), (Solved(False, False, False, None), False),
    (Solved(True, True, True, ON, back_on=(ON + A_YEAR,)), False), (Solved(True, True, True, ON, back_on=(ON,)), False),
    (Solved(True, True, True, ON, back_on=(ON + A_YEAR + dt.timedelta(days=1),)), True),
    (Solved(True, True, True, ON, back_on=(ON - dt.timedelta(days=1),)), True),
    (Solved(True, True, True, ON, ended_on=ON - dt.timedelta(days=20)), False),
    (Solved(True, True, True, ON, ended_on=ON + A_YEAR + dt.timedelta(days=1)), True),
])  # fmt: skip
def test_it_counts_when_school_and_family_have_answered_and_it_has_held(known, counts):
    assert known.counts is counts
    said, on = solved_in_words(known)
    assert said.startswith("It counts") is counts and (on is not None) is bool(known.came_back_on)


@pytest.fixture
def checklist(cast):
    return begun(cast)


def come_round():
    with connections["worker"].cursor() as cursor:
        cursor.execute("select guard.plan_rounds(40)")


def said(cast, decision):
    with cast.acting("petra"), translation.override("sv"):
        child = child_of(cast)
        open_walls(child, "test")
        counts = solved_here_confirmed(Decision.objects.get(pk=decision), child)
        words = in_words(solved_of(child))
        assert counts is words.startswith("Det räknas som")
        return words


def concern(cast):
    told = {"text": "Ensam igen", "said_child": "", "said_guardian": "", "raised_name": "", "raised_as": "mentor", "how": "",
            "touches": ["school"], "seen_on": today(), "danger": False}  # fmt: skip
    with cast.acting("petra") as acting:
        Signal.note(child_of(cast), told, by=me(acting), at=now(), pk=uuid4())


def test_it_counts_by_the_answers_of_school_and_child_and_not_when_a_concern_comes_back(cast, checklist, visitor):
    decision = decide(cast, checklist)
    come_round()
    with cast.acting("petra"):
        (round,) = Round.objects.all()
        assert (round.time, round.by_itself, round.due_on) == (Time.SOLVED, True, dt.date(2026, 1, 2))
    assert said(cast, decision) == "Det räknas inte som löst här än: ingen har svarat på uppföljningen."
    later(days=42)
    answer(cast, put(cast, round, teacher(cast, "jonas")), {"D1": 2})
    assert said(cast, decision) == "Det räknas inte som löst här än: varken barnet eller hemmet har svarat på uppföljningen."
    answer(cast, put(cast, round, guardian(cast, "ali")), state="skipped")
    assert "varken barnet eller hemmet" in said(cast, decision), "a skip is no answer to whether it was solved"
    answer(cast, put(cast, round, CHILD), {"D1": 2})
    assert said(cast, decision) == "Det räknas som löst här: skolan och barnet har svarat."
    petra = visitor.as_("petra")
    for page in (f"/children/{cast.adam}/followup/", f"/checklists/{checklist}/"):
        assert "Det räknas som löst här: skolan och barnet har svarat." in petra.get(page).content.decode()
    later(days=300)
    concern(cast)
    assert said(cast, decision).startswith("Det räknas inte som löst här: oron kom tillbaka den")
    assert "oron kom tillbaka" in visitor.as_("petra").get(f"/children/{cast.adam}/followup/").content.decode()


def test_a_concern_after_more_than_a_year_is_another(cast, checklist):
    decision = decide(cast, checklist)
    come_round()
    follow_up(cast, checklist, "solved", asked_home=True)
    with cast.acting("petra"):
        assert [one.done_at is not None for one in Round.objects.all()] == [True], "what was found is written down once"
    later(days=366)
    concern(cast)
    assert said(cast, decision) == "Det räknas som löst här: skolan och hemmet har svarat."


def test_one_taken_back_before_it_was_asked_about_never_counts(cast, checklist):
    decision = decide(cast, checklist)
    come_round()
    with seated(cast, checklist) as sitting:
        Decision.objects.get(pk=decision).concern_is_back(by=sitting.capacity, at=sitting.at)
    come_round()
    with cast.acting("petra"):
        assert [one.withdrawn_at is not None for one in Round.objects.all()] == [True], "its day goes with it"
    assert "oron kom tillbaka" in said(cast, decision)


def test_what_went_further_says_nothing_of_solved(cast, checklist):
    decision = decide(cast, checklist)
    follow_up(cast, checklist, "further")
    assert said(cast, decision) == ""
