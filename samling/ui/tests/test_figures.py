"""The pictures of how it has gone: a title counts the marks that are drawn, and no word is cut off or lies on another."""

import datetime as dt
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samling.ui.figures import (
    NARROW,
    WIDE,
    Level,
    Mark,
    Pair,
    Point,
    Said,
    Scale,
    Spoke,
    Strip,
    Term,
    dumbbells,
    strips,
    wheel,
    year,
)
from samling.ui.figures.shared import reach

STEPS = ("mycket svårt", "svårt", "både och", "bra", "mycket bra")
SCALE = Scale(1, 5, STEPS[0], STEPS[-1], STEPS)
WORDS = st.text("abcdefghijklmnopqrstuvwxyzåäöABCMWÅÖ -.", min_size=1, max_size=60).filter(lambda text: text.strip())
VALUE = st.none() | st.integers(1, 5)
MONDAY = dt.date(2024, 8, 19)
FULL = settings(max_examples=40)


def drawing(svg):
    return ElementTree.fromstring(str(svg))


def kinds(svg, name):
    """How many marks of a class are drawn."""
    return sum(name in (one.get("class") or "").split() for one in drawing(svg).iter())


def boxes(svg):
    """Each line of text as (left, top, right, bottom, words), at its widest."""
    found = []
    for text in (one for one in drawing(svg).iter() if one.tag == "text"):
        for line in text:
            wide, x, y = reach(line.text or ""), float(line.get("x")), float(line.get("y"))
            left = x - {"start": 0, "middle": wide / 2, "end": wide}[text.get("text-anchor")]
            found.append((left, y - 11, left + wide, y + 3, line.text))
    return found


def is_clear(svg):
    """Every line within the drawing, and none on another."""
    width, height = (float(drawing(svg).get(name)) for name in ("width", "height"))
    lines = boxes(svg)
    cut = [one for one in lines if one[0] < -0.1 or one[2] > width + 0.1 or one[1] < 0 or one[3] > height]
    hit = [
        (one[4], two[4])
        for turn, one in enumerate(lines) for two in lines[turn + 1 :]
        if one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
    ]  # fmt: skip
    return not cut and not hit, cut, hit


def both(figure):
    for width, svg in ((WIDE, figure.wide), (NARROW, figure.narrow)):
        assert drawing(svg).get("width") == str(width)
        clear, *why = is_clear(svg)
        assert clear, (width, why)


def numbers(title):
    return [int(one) for one in re.findall(r"\d+", title)]


@FULL
@given(st.lists(st.tuples(WORDS, VALUE, VALUE), min_size=8, max_size=8))
def test_the_wheel_counts_its_beads_and_cuts_no_word(said):
    figure = wheel([Spoke(f"a{turn}", *one) for turn, one in enumerate(said)], STEPS)
    both(figure)
    for svg in (figure.wide, figure.narrow):
        assert kinds(svg, "wheel__now") == sum(now is not None for _name, now, _before in said)
        assert kinds(svg, "wheel__before") == sum(before is not None for _name, _now, before in said)
    pairs = [(now, before) for _name, now, before in said if now and before]
    if pairs:
        assert numbers(figure.title)[-1] == len(pairs)


@FULL
@given(st.lists(st.tuples(WORDS, VALUE, VALUE), max_size=12), WORDS, WORDS)
def test_the_dumbbells_count_what_points_left_and_right(said, worst, best):
    pairs = [Pair(*one) for one in said]
    figure = dumbbells(pairs, Scale(1, 5, worst, best, STEPS))
    both(figure)
    drawn = [kinds(figure.wide, f"pair--{way}") for way in ("better", "worse", "still")]
    if sum(drawn):
        assert numbers(figure.title) == [*drawn, sum(drawn)]
    for pair, group in zip(pairs, (one for one in drawing(figure.wide).iter() if one.tag == "g"), strict=True):
        line = [one for one in group if one.get("class") == "pair__line"]
        leftwards = [float(one.get("x2")) < float(one.get("x1")) for one in line]
        assert leftwards == ([pair.move < 0] if pair.move is not None else [])
        assert ("−" in "".join(group.itertext())) >= (pair.move is not None and pair.move < 0)


@pytest.mark.parametrize(("before", "after", "way"), [(2.0, 2.5, "better"), (2.0, 2.49, "still"), (2.5, 2.0, "worse"), (2, 2, "still")])
def test_half_a_step_is_a_change_and_less_is_not(before, after, way):
    figure = dumbbells([Pair("a", before, after)], Scale(0, 4, "a", "b"))
    assert kinds(figure.wide, f"pair--{way}") == 1


@FULL
@given(st.lists(st.tuples(WORDS, st.lists(st.tuples(st.integers(0, 400), st.integers(-2, 2), st.sampled_from(["child", "home", "school"])),
                                         max_size=6, unique_by=lambda one: one[::2])), min_size=1, max_size=6))  # fmt: skip
def test_goals_count_where_each_of_them_stands(said):
    goals = [Strip(name, Point(MONDAY, -1, "child"), [Point(MONDAY + dt.timedelta(days), level, shape) for days, level, shape in marks])
             for name, marks in said]  # fmt: skip
    figure = strips(goals, lambda on: f"{on.day} september 2025", {"child": "barnet", "home": "hemmet", "school": "skolan"})
    both(figure)
    drawn = [kinds(figure.narrow, f"goal--{state}") for state in ("reached", "worse", "same", "differ", "silent")]
    assert numbers(figure.title) == [*(one for one in drawn if one), len(goals)]


def test_views_that_differ_on_one_day_are_not_made_into_one():
    begun = Point(MONDAY, -1, "child")
    later = MONDAY + dt.timedelta(60)
    assert Strip("a", begun, [Point(later, 1, "child"), Point(later, -2, "home")]).state == "differ"
    assert Strip("a", begun, [Point(MONDAY, 1, "child"), Point(later, -2, "home")]).state == "worse"


@FULL
@given(st.lists(st.none() | st.tuples(st.integers(0, 60), st.integers(0, 40)), min_size=1, max_size=110), st.integers(-20, 900), st.data())
def test_the_weeks_leave_holidays_empty_and_cut_no_word(shares, after, data):
    marks = [Mark(MONDAY + turn * dt.timedelta(7), *(one or (None, None))) for turn, one in enumerate(shares)]
    begins = data.draw(st.integers(0, len(marks) - 1))
    levels = [Level(marks[begins].on, marks[begins].on, 40), Level(marks[-1].on, marks[-1].on, 97)]
    terms = [Term(MONDAY + turn * dt.timedelta(180), MONDAY + turn * dt.timedelta(180) + dt.timedelta(120), f"ht 20{turn:02}") for turn in range(6)]
    began = MONDAY + dt.timedelta(after)
    drawn = year(marks, levels, terms, began, Said("90–100 procent", "%(share)s %%", "lov", "stödet började v. 38"))
    for svg in drawn:
        clear, *why = is_clear(svg)
        assert clear, why
        assert kinds(svg, "year__invalid") == sum(bool(one and one[1]) for one in shares)
        assert kinds(svg, "year__began") == (began < marks[-1].on + dt.timedelta(7) and began >= MONDAY)
        dots = sum(len(one.get("points").split()) for one in drawing(svg).iter() if one.get("class") == "year__line")
        assert dots == sum(one is not None for one in shares)
