"""Where a child stands and what is next, worked out from the events alone."""

import datetime as dt
import itertools
from itertools import pairwise

import pytest
from django.db import connection

from samling.clocks.models.heard import RESTS
from samling.clocks.stage_rules import BEGINS, CLOSES, RESTING, SOLVES, Happened, Stage, path, standing
from samling.desk.rules import Can, Facts, Next, next_step

ASKS = ("consent asked",)
START = dt.datetime(2025, 9, 1, 9, tzinfo=dt.UTC)
TODAY = dt.date(2025, 11, 20)
ALL = Can(handle=True, fill_in=True, ask=True, note=True, refer=True)
NONE = Can()


def spine(*kinds, same=()):
    """These events a day apart; those in `same` at the moment of the one before."""
    at, found = START, []
    for kind in kinds:
        at += dt.timedelta(days=0 if kind in same else 1)
        found.append(Happened(kind, at, kind))
    return standing(found)


STAGES = (
    ((), Stage.QUIET),
    (("note written",), Stage.QUIET),
    (("concern noted",), Stage.CONCERN),
    (("concern noted", "concern taken care of"), Stage.CONCERN),
    (("concern noted", "trying something"), Stage.TRYING),
    (("concern noted", "concern closed"), Stage.SOLVED),
    (("concern noted", "checklist begun"), Stage.CHECKLIST),
    (("concern noted", "checklist begun", "trying something"), Stage.CHECKLIST),
    (("concern noted", "checklist begun", "checklist solved here"), Stage.TRYING),
    (("checklist begun", "checklist solved here", "concern came back"), Stage.CHECKLIST),
    (("checklist begun", "checklist solved here", "checklist followed up"), Stage.SOLVED),
    (("checklist begun", "checklist taken further"), Stage.CONSENT),
    (("party invited", "stepping down", "decided to close", "closing begun"), Stage.STEP_DOWN),
    (("party invited", "matter closed", "consent asked"), Stage.CLOSED),
    (("party invited", "matter closed", "matter opened again", "consent asked"), Stage.CONSENT),
    (("checklist begun", "checklist taken further", "consent asked", "party invited"), Stage.TOGETHER),
    (("checklist begun", "checklist taken further", "party invited", "concern noted"), Stage.TOGETHER),
    (("party invited", "the team said yes"), Stage.MAPPING),
    (("party invited", "the team said yes", "consent asked", "party invited", "checklist begun"), Stage.MAPPING),
    (("the team said yes", "follow-up done"), Stage.QUIET),
    (("party invited", "plan begun", "information meeting held", "needs analysis written"), Stage.PLAN),
    (("concern noted", "trying something", "plan begun"), Stage.TRYING),
    (("party invited", "plan begun", "follow-up done", "plan begun"), Stage.FOLLOWED),
    (("party invited", "plan begun", "stepping down", "decided to change something"), Stage.FOLLOWED),
    (("party invited", "plan begun", "matter closed", "matter opened again"), Stage.FOLLOWED),
    (("party invited", "matter closed", "matter opened again"), Stage.TOGETHER),
    (("checklist begun", "checklist taken further", "concern closed"), Stage.CONSENT),
    (("checklist begun", "checklist solved here", "checklist followed up", "concern noted"), Stage.CONCERN),
)


@pytest.mark.parametrize(("kinds", "stage"), STAGES)
def test_the_stage_follows_from_what_has_happened(kinds, stage):
    assert spine(*kinds).stage is stage


def test_of_events_at_one_moment_the_furthest_counts():
    same = ("checklist taken further", "checklist followed up")
    found = spine(
        "checklist begun",
        "checklist solved here",
        "checklist taken further",
        "checklist followed up",
        same=same[1:],
    )
    assert found.stage is Stage.CONSENT


def test_days_are_counted_from_the_stage_and_not_from_the_last_event():
    found = spine("concern noted", "note written", "note written")
    assert found.days(START + dt.timedelta(days=11)) == 10
    assert spine().days(START) == 0


def test_the_path_says_what_was_passed_and_what_was_left_out():
    found = dict(path(spine("concern noted", "checklist begun", "checklist taken further")))
    assert list(found.values()) == ["done", "done", "skipped", "now", "ahead"]
    assert set(dict(path(spine())).values()) == {"ahead"}
    solved = path(spine("concern noted", "trying something", "checklist followed up"))
    assert [state for _name, state in solved] == ["done", "ahead", "done", "ahead", "ahead"]


def test_what_is_tried_while_the_checklist_is_filled_in_is_on_the_path():
    found = dict(path(spine("concern noted", "checklist begun", "adaptation started", "checklist taken further")))
    assert list(found.values()) == ["done", "done", "done", "now", "ahead"]


def test_one_who_came_later_is_not_told_that_others_left_anything_out():
    found = path(standing([Happened("checklist begun", START + dt.timedelta(2))], START + dt.timedelta(1)))
    assert [state for _name, state in found] == ["before", "now", "ahead", "ahead", "ahead"]


def test_those_who_help_together_have_a_way_of_their_own():
    found = path(spine("party invited", "the team said yes", "plan begun"))
    assert [state for _name, state in found] == ["done", "done", "now", "ahead", "ahead"]
    closed = path(spine("party invited", "plan begun", "matter closed"))
    assert [state for _name, state in closed] == ["done", "skipped", "done", "skipped", "skipped"]


def test_one_who_was_invited_begins_where_the_others_stand():
    asked = [Happened("consent asked", START + dt.timedelta(2)), Happened("plan begun", START + dt.timedelta(3))]
    here = standing(asked, START + dt.timedelta(1))
    assert here.stage is Stage.PLAN and [state for _name, state in path(here)][:3] == ["done", "skipped", "now"]
    assert standing(asked[:1], START + dt.timedelta(1)).stage is Stage.TOGETHER, "its own question is no step back"
    assert standing(asked, START + dt.timedelta(1), START + dt.timedelta(9)).stage is Stage.CLOSED, "its part is over"


KINDS = ("concern noted", "consent asked", "party invited", "checklist followed up", "matter closed", "matter opened again", "note written")


def test_what_rests_is_nowhere_shown_as_quiet(database):
    """What the lists ask the database says the same as the walk along the spine, for every order of what happens."""
    every = [*itertools.permutations(KINDS, 4)]
    rests = rested([last(kinds) for kinds in every])
    wrong = [kinds for kinds, rest in zip(every, rests, strict=True) if rest is not (spine(*kinds).stage in RESTING)]
    assert not wrong, wrong[:9]


def test_together_counts_where_nothing_of_one_s_own_has_happened(database):
    none, asked = (None,) * 4, (None, 1.0, None, None)
    assert rested([none, asked], together=True) == [False, False] and rested([none, asked]) == [True, False]


def last(kinds):
    """When something last began, was asked, was solved and was closed; none for never."""
    turns = {kind: float(turn) for turn, kind in enumerate(kinds, 1)}
    return tuple(max((turns[kind] for kind in of if kind in turns), default=None) for of in (BEGINS, ASKS, SOLVES, CLOSES))


def rested(moments, together=False):
    """Whether each of these matters is at rest, as the database works it out."""
    asked = f"select {RESTS}, turn from unnest(%s::float[], %s::float[], %s::float[], %s::float[]) with ordinality"
    with connection.cursor() as cursor:
        cursor.execute(
            f"select rests from ({asked} as t (begun, asked, solved, closed, turn) cross join (select %s::boolean as together)) "
            "as x (rests, turn) order by turn", [*map(list, zip(*moments, strict=True)), together],
        )  # fmt: skip
        return [rests for (rests,) in cursor.fetchall()]


def test_a_new_round_begins_the_path_anew():
    found = spine("concern noted", "checklist begun", "checklist followed up", "concern noted")
    assert [state for _name, state in path(found)] == ["now", "ahead", "ahead", "ahead", "ahead"]


MET = ("party invited",)
MAPPED = (*MET, "the team said yes")
FURTHER = ("checklist begun", "checklist taken further")
STEPS = (
    ((), {}, Next.TELL),
    (("concern noted",), {}, Next.TAKE_CARE),
    (("concern noted", "concern taken care of"), {}, Next.BEGIN),
    (("checklist begun",), {}, Next.GO_ON),
    (("concern noted", "trying something"), {}, Next.BEGIN),
    (("checklist begun", "checklist solved here"), {"follow_up_on": TODAY + dt.timedelta(days=1)}, Next.NOTE),
    (("checklist begun", "checklist solved here"), {"follow_up_on": TODAY}, Next.FOLLOW_UP),
    (FURTHER, {}, Next.ASK),
    ((*FURTHER, "consent asked"), {"is_asked": True, "waits": True}, Next.ANSWER),
    ((*FURTHER, "consent asked"), {"is_asked": True}, Next.NOTE),
    ((*FURTHER, "consent asked"), {"is_asked": True, "said_yes": True}, Next.OPEN),
    ((*FURTHER, "consent asked", "consent opened"), {"is_asked": True, "said_yes": True}, Next.INVITE),
    ((*FURTHER, "consent asked", "consent opened"), {"is_asked": True, "said_yes": True, "meets_team": True}, Next.REFER),
    ((*FURTHER, "consent asked"), {"is_asked": True, "said_yes": True, "meets_team": True}, Next.OPEN),
    (
        (*FURTHER, "consent asked", "consent opened", "party invited"),
        {"is_asked": True, "said_yes": True},
        Next.NOTE,
    ),
    ((*FURTHER, "consent asked"), {"is_asked": True, "is_met": True}, Next.NOTE),
    ((*FURTHER, "consent asked", "party invited"), {"is_asked": True, "is_alone": True}, Next.DECIDE),
    ((*FURTHER, "consent asked", "party invited", "the team said yes"), {"is_asked": True, "is_alone": True}, Next.DECIDE),
    ((*FURTHER, "consent asked", "party invited"), {"is_alone": True, "decide_on": TODAY + dt.timedelta(days=9)}, Next.NOTE),
    (FURTHER, {"is_stopped": True}, Next.NOTE),
)
TOGETHER = (
    (MET, {"is_met": True, "asks_team": True, "meets_family": True}, Next.REPLY),
    (MET, {"is_met": True, "points_on": True}, Next.PASS_ON),
    (MET, {"is_met": True, "meets_family": True}, Next.WELCOME),
    (MET, {"is_met": True, "meets_family": True, "is_stopped": True}, Next.NOTE),
    (MAPPED, {}, Next.MAP),
    (MAPPED, {"meets_on": TODAY + dt.timedelta(days=1)}, Next.MEET),
    (MAPPED, {"has_views": True, "meets_on": TODAY + dt.timedelta(days=9)}, Next.MEET),
    (MAPPED, {"has_views": True}, Next.CALL),
    (MAPPED, {"has_views": True, "was_met": True}, Next.PLAN),
    ((*MAPPED, "plan begun"), {"has_plan": True, "meets_on": TODAY + dt.timedelta(days=9)}, Next.NOTE),
    ((*MAPPED, "plan begun"), {"has_plan": True, "asks_on": TODAY, "review_on": TODAY}, Next.ASK_HOW),
    ((*MAPPED, "plan begun"), {"has_plan": True, "review_on": TODAY}, Next.DECIDE),
    ((*MAPPED, "plan begun"), {"has_plan": True, "decide_on": TODAY, "asks_on": TODAY}, Next.DECIDE),
)


@pytest.mark.parametrize(("kinds", "facts", "step"), STEPS + TOGETHER)
def test_there_is_one_next_step(kinds, facts, step):
    assert next_step(spine(*kinds), ALL, Facts(today=TODAY, **facts)) is step


@pytest.mark.parametrize(("kinds", "facts", "step"), STEPS)
def test_whoever_may_do_nothing_else_can_tell_of_a_concern(kinds, facts, step):
    assert next_step(spine(*kinds), NONE, Facts(today=TODAY, **facts)) is Next.TELL
    assert next_step(spine(*kinds), Can(note=True), Facts(today=TODAY, **facts)) in (Next.TELL, Next.NOTE, Next.DECIDE)


def test_the_latest_record_of_a_kind_is_known():
    found = standing(
        [Happened("concern noted", START, 1), Happened("concern noted", START + dt.timedelta(1), 2)]
    )
    assert found.record("concern noted") == 2
    assert found.record("checklist begun") is None
    assert all(one.at >= other.at for one, other in pairwise(found.latest))
