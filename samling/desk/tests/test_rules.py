"""Where a child stands and what is next, worked out from the events alone."""

import datetime as dt
from itertools import pairwise

import pytest

from samling.clocks.rules import RESTS
from samling.clocks.stage_rules import ENDS, Happened, Stage, joined, path, standing
from samling.desk.rules import Can, Facts, Next, next_step

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
    found = dict(path(joined(spine(), START)))
    assert list(found.values()) == ["before"] * 4 + ["now"]


def test_what_rests_is_nowhere_shown_as_quiet():
    assert set(RESTS) == set(ENDS)


def test_a_new_round_begins_the_path_anew():
    found = spine("concern noted", "checklist begun", "checklist followed up", "concern noted")
    assert [state for _name, state in path(found)] == ["now", "ahead", "ahead", "ahead", "ahead"]


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
    ((*FURTHER, "consent asked", "party invited"), {"is_alone": True, "decide_on": TODAY + dt.timedelta(days=9)}, Next.NOTE),
    (FURTHER, {"is_stopped": True}, Next.NOTE),
)


@pytest.mark.parametrize(("kinds", "facts", "step"), STEPS)
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
