"""The rules of joining, with plain values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samling.siblings import rules
from samling.siblings.rules import State

KEYS = st.lists(st.integers(0, 9))


@pytest.mark.parametrize(
    ("stands", "ended", "answered", "open_still", "state"),
    [
        (True, False, True, True, State.STANDS),
        (False, False, False, True, State.WAITING),
        (False, False, False, False, State.OVER),
        (False, False, True, True, State.OVER),
        (False, True, False, True, State.OVER),
    ],
)
def test_what_is_over_looks_the_same_whatever_ended_it(stands, ended, answered, open_still, state):
    assert rules.state(stands=stands, ended=ended, answered=answered, open_still=open_still) is state


@pytest.mark.parametrize("facts", [{"yes": False}, {"protected": True}, {"works": False}])
def test_one_thing_missing_is_enough_for_a_no(facts):
    assert rules.may_join(yes=True, protected=False, works=True)
    assert not rules.may_join(**{"yes": True, "protected": False, "works": True} | facts)


@given(st.text(rules.SIGNS, min_size=rules.WORD_SIGNS, max_size=rules.WORD_SIGNS))
def test_a_word_is_the_same_however_it_is_written(word):
    assert rules.plain(rules.spelt(word)) == rules.plain(f" {word.upper()} ") == word


@given(KEYS, KEYS)
def test_whoever_leaves_sits_at_the_other_table_and_not_at_this(here, there):
    gone = rules.leaves(here, there)
    assert set(gone) == set(there) - set(here)
    assert rules.counted(here, there) == len(set(here)) + len(set(gone))
