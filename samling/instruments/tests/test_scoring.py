"""Figures against the published check values (domain reference 7.2, economics T6 and T7) and the rules of SAM-3S."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samling.instruments.reading import current
from samling.instruments.scoring import (
    DECLINED,
    UNKNOWN,
    Word,
    change,
    cut_off,
    goals,
    reliable_change,
    score,
    typed_change,
    words,
)
from samling.instruments.shape import Norm, Time, Voice

SAM = current("SAM-3S")
NINE = [f"B{n}" for n in range(1, 10)]
WORKED = Norm(sd=7.5, reliability=0.80, source="economics T7 (a)")


def child(*values, time=Time.T0, young=False):
    return score(SAM, dict(zip(NINE, values, strict=False)), voice=Voice.CHILD, time=time, young=young)


def test_goals_are_scored_as_published():
    table = {-1: [40.00, 37.60, 36.31, 35.49, 34.92, 34.51], -2: [30.00, 25.19, 22.61, 20.98, 19.85, 19.02]}
    for level, figures in table.items():
        assert [round(goals([(level, 1)] * n), 2) for n in range(1, 7)] == figures
    one_up = [round(goals([(1, 1), *[(0, 1)] * (n - 1)]), 2) for n in range(1, 7)]
    assert one_up == [60.00, 56.20, 54.56, 53.63, 53.02, 52.58]
    assert round(goals([(0, 1), (1, 1), (1, 1)]), 1) == 59.1 and goals([]) is None


def test_reliable_change_is_as_published():
    found = reliable_change(WORKED, Fraction("32.5"), Fraction("47.5"))
    assert (round(found.error, 3), round(found.spread, 3), round(found.index, 2)) == (3.354, 4.743, 3.16)
    assert round(found.needed, 2) == 9.30 and cut_off((40, 7.5), (60, 7.5)) == 50
    other = reliable_change(Norm(sd=7.6, reliability=0.95, source="T7 (b)"), Fraction(1), Fraction(1))
    assert (round(other.error, 2), round(other.spread, 2), round(other.needed, 2)) == (1.70, 2.40, 4.71)
    assert replace(found, needed=11.58).needed_whole == 12
    assert reliable_change(None, Fraction(1), Fraction(2)) is None


def test_a_mean_needs_six_of_ten_answers_and_says_how_many():
    enough, few = child(4, 3, 2, 3, 4, 2), child(4, 3, 2, 3, 4)
    assert (enough.mean, enough.n, enough.of) == (3, 6, 9)
    assert few.mean is None and few.n == 5 and few.items["B1"] == 4
    silent = score(SAM, dict.fromkeys(NINE, UNKNOWN) | {"B1": DECLINED}, voice=Voice.CHILD, time=Time.T0)
    assert silent.mean is None and silent.n == 0


def test_numbers_are_told_and_stay_out_of_the_mean():
    told = {f"H{n}": 2 for n in range(1, 9)} | {"H9": 12, "H10": 4}
    found = score(SAM, told, voice=Voice.HOME, time=Time.T0)
    assert found.mean == 2 and found.items["H9"] == 12 and found.of == 10
    later = change(SAM, found, score(SAM, told | {"H9": 2}, voice=Voice.HOME, time=Time.T1))
    assert later.word is Word.UNCHANGED and later.items["H9"] == (Word.UNSAID, -10)


def test_what_is_asked_at_closing_only_does_not_move_the_mean():
    before = child(*[2] * 9)
    after = score(SAM, dict.fromkeys(NINE, 2) | {"B10": 4}, voice=Voice.CHILD, time=Time.T2)
    assert after.items["B10"] == 4 and after.mean == 2
    assert change(SAM, before, after).word is Word.UNCHANGED


def test_a_child_that_has_turned_ten_is_compared_by_what_was_asked_both_times():
    young = score(SAM, dict.fromkeys(["B1", "B2", "B3", "B4", "B6"], 2), voice=Voice.CHILD, time=Time.T0, young=True)
    older = child(2, 2, 2, 2, 4, 2, 4, 4, 4, time=Time.T4)
    assert older.mean > young.mean + Fraction(1, 2)
    moved = change(SAM, young, older)
    assert moved.word is Word.UNCHANGED and set(moved.items) == {"B1", "B2", "B3", "B4", "B6"}


@pytest.mark.parametrize(("rise", "word"), [(Fraction(1, 2), Word.BETTER), (Fraction(4, 9), Word.UNCHANGED), (0, Word.UNCHANGED)])
def test_half_a_step_is_a_change_exactly(rise, word):
    steps = int(rise * 8) if rise == Fraction(1, 2) else int(rise * 9)
    answers = 8 if rise == Fraction(1, 2) else 9
    before, after = child(*[2] * answers), child(*[3] * steps, *[2] * (answers - steps), time=Time.T1)
    assert change(SAM, before, after).difference == rise and change(SAM, before, after).word is word
    back = change(SAM, after, before)
    assert back.word is {Word.BETTER: Word.WORSE}.get(word, word) and not back.validated


def test_nothing_is_judged_without_a_ground():
    assert change(SAM, None, child(*[2] * 9)).word is Word.UNSAID
    assert change(SAM, child(*[2] * 3), child(*[2] * 9)).word is Word.UNSAID
    wheel = current("WHEEL")
    spokes = [score(wheel, {"safe": n}, voice=Voice.CHILD, time=Time.T0) for n in (2, 9)]
    assert spokes[0].mean is None and change(wheel, *spokes).items["safe"] == (Word.UNSAID, 7)
    sdq = current("SDQ")
    assert typed_change(sdq, Fraction(20), Fraction(3)).word is Word.UNSAID
    sourced = replace(sdq, norm=WORKED)
    assert [typed_change(sourced, Fraction(20), Fraction(n)).word for n in (10, 12, 30)] == [
        Word.BETTER, Word.UNCHANGED, Word.WORSE]  # fmt: skip


steps = st.one_of(st.integers(-3, 9), st.sampled_from([UNKNOWN, DECLINED, None, True, "3", 2.5]))
sheets = st.dictionaries(st.sampled_from([*NINE, "B10", "H1", "x"]), steps)


@settings(max_examples=60)
@given(before=sheets, after=sheets, time=st.sampled_from([Time.T1, Time.T2, Time.T4]), young=st.booleans())
def test_a_change_turned_around_is_the_opposite(before, after, time, young):
    first = score(SAM, before, voice=Voice.CHILD, time=Time.T0, young=young)
    then = score(SAM, after, voice=Voice.CHILD, time=time)
    there, back = change(SAM, first, then), change(SAM, then, first)
    opposite = {Word.BETTER: Word.WORSE, Word.WORSE: Word.BETTER}
    assert back.word is opposite.get(there.word, there.word)
    for one in (first, then):
        assert one.n == sum(value is not None for value in one.items.values()) <= one.of
        assert one.mean is None or 0 <= one.mean <= 4
    assert sum(words([there, back]).values()) == 2
