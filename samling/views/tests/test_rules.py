"""What a note may be and where it stands, who takes it further, and where views differ."""

import datetime as dt

import pytest

from samling.kernel.categories import Category as C
from samling.kernel.regime import HOLDS, Domain
from samling.views import rules
from samling.views.reference import DOMAINS, PLACES, TRIANGLE, TRIANGLE_SIDES, WHEEL
from samling.views.rules import Guest, Said

TOLD, YES, NO = Guest("Lotsen", True, True), Guest("Lotsen", False, True), Guest("BUP", False, False)


TEACHES, LEISURE, SOCIAL = (C.CONCERN, C.LEARNING, C.RELATIONS), (C.CONCERN, C.RELATIONS, C.LEISURE), (C.CONCERN, C.SOCIAL)


@pytest.mark.parametrize(
    ("places", "voice", "may", "expected"),
    [
        (["child"], "guardian", TEACHES, C.CONCERN),
        (["child", "school", "home"], "child", TEACHES, C.VOICE),
        (["school"], "staff", TEACHES, C.LEARNING),
        (["school", "child"], "staff", TEACHES, C.CONCERN),
        (["school", "home"], "staff", TEACHES, C.HOME),
        (["home", "child"], "guardian", SOCIAL, C.HOME),
        (["school"], "guardian", SOCIAL, C.SOCIAL),
        (["school"], "staff", LEISURE, C.LEISURE),
        (["school"], "staff", [C.CONCERN, C.MEDICAL], C.MEDICAL),
        (["school"], "staff", [], C.LEARNING),
    ],
)
def test_a_note_stands_with_the_most_shielded_of_its_places(places, voice, may, expected):
    assert rules.category(places, voice, may) is expected


def test_every_compartment_holds_what_a_note_becomes():
    for side in (side for side in Domain if side not in (Domain.NONE, Domain.REPORT)):
        for region in rules.REGIONS:
            assert {rules.category(region, voice, HOLDS[side]) for voice in rules.Voice} <= set(HOLDS[side])


def test_a_note_lies_in_the_circle_of_its_domain():
    assert rules.may_place(["school", "child"], "child.friends")
    assert not rules.may_place(["school"], "home.routines")
    assert not rules.may_place([], "home.routines")
    assert not rules.may_place(["moon"], "home.routines")


def test_the_regions_are_every_set_of_places_once():
    assert len(set(rules.REGIONS)) == len(rules.REGIONS) == 7
    assert all(rules.ordered(reversed(region)) == region for region in rules.REGIONS)


def test_views_differ_when_two_voices_see_opposite_things():
    notes = [
        Said("1", "strength", "home.routines", "hodan"), Said("2", "worry", "home.routines", "petra"),
        Said("3", "worry", "school.learning", "petra"), Said("4", "question", "school.learning", "adam"),
    ]  # fmt: skip
    assert rules.differences(notes) == [rules.Difference("home.routines", ("1",), ("2",))]


def test_one_voice_that_sees_both_sides_is_no_difference():
    notes = [Said("1", "strength", "child.friends", "adam"), Said("2", "worry", "child.friends", "adam")]
    assert rules.differences(notes) == []
    assert rules.differences([*notes, Said("3", "worry", "child.friends", "petra")]) == [
        rules.Difference("child.friends", ("1",), ("3",))
    ]


@pytest.mark.parametrize(
    ("told", "may"),
    [
        ({}, True),
        ({"is_own": False}, False),
        ({"guests": []}, False),
        ({"guests": [TOLD]}, False),
        ({"guests": [TOLD, YES]}, True),
        ({"guests": [YES, NO]}, False),
        ({"third": True}, True),
        ({"third": False}, False),
        ({"reads": False}, False),
    ],
)
def test_a_note_is_put_before_everyone_on_a_yes_that_covers_it(told, may):
    assert bool(rules.may_put(**{"reads": True, "is_own": True, "guests": [YES], "third": None} | told)) is may


def test_what_is_told_of_another_is_never_written_straight_to_the_table():
    assert not rules.may_stand_at_the_table(about_person=True)
    assert rules.may_stand_at_the_table(about_person=False)


@pytest.mark.parametrize(
    ("length", "notes", "stories", "may"),
    [
        (300, 2, [], True), (300, 0, [], False), (rules.ANALYSIS_LONGEST + 1, 2, [], False),
        (300, 2, [299], False), (300, 2, [299, 300], True),
    ],
)  # fmt: skip
def test_a_synthesis_is_short_and_never_longer_than_the_story(length, notes, stories, may):
    assert bool(rules.may_keep_analysis(length=length, notes=notes, stories=stories)) is may


def test_the_childs_words_are_never_changed():
    own = {"is_own": True, "has_newer": False, "is_gone": False}
    assert not rules.may_replace(voice="child", **own)
    assert rules.may_replace(voice="through", **own)
    for change in ({"is_own": False}, {"has_newer": True}, {"is_gone": True}):
        assert not rules.may_replace(voice="staff", **own | change)


def test_a_mistake_is_undone_for_a_day_and_words_are_taken_back_at_any_time():
    day = dt.timedelta(days=1)
    assert rules.may_undo(is_own=True, age=day - dt.timedelta(seconds=1), is_gone=False)
    assert not rules.may_undo(is_own=True, age=day, is_gone=False)
    assert not rules.may_undo(is_own=False, age=dt.timedelta(), is_gone=False)
    assert rules.may_take_back(voice="guardian", writes=True, is_gone=False)
    for change in ({"voice": "staff"}, {"writes": False}, {"is_gone": True}):
        assert not rules.may_take_back(**{"voice": "guardian", "writes": True, "is_gone": False} | change)


def test_every_domain_belongs_to_a_circle_and_the_lenses_know_its_headings():
    assert len(DOMAINS) == 20 and {one.place for one in DOMAINS.values()} == set(PLACES)
    assert {code for one in DOMAINS.values() for code in one.under("wheel")} == set(WHEEL)
    assert {code for one in DOMAINS.values() for code in one.under("triangle")} == set(TRIANGLE)
    assert [len(codes) for codes in TRIANGLE_SIDES.values()] == [7, 7, 7]
    assert not DOMAINS["school.organisation"].under("wheel") + DOMAINS["school.organisation"].under("triangle")
