"""What is published hides each child: it agrees with another hand's sums, and no pair of questions tells of a few."""

import datetime as dt
import os
import random
from itertools import combinations, combinations_with_replacement

import pytest
from django.db import connections

from samling.work.schedule import duties

from .crowd import TERMS, Crowd, by_code
from .expected import can_be_told, over_on, possible, releases

ADAPTATIONS = 400 if os.environ.get("SAMLING_SIZES") == "night" else 24
RESULTS = ("helped", "partly", "no", "made_worse")
SPRING, DAY = dt.date(2025, 1, 1), dt.date(2025, 3, 3)


@pytest.fixture
def crowd(cast):
    return Crowd(cast)


def codes(many):
    letters = [f"{one}{other}" for one in "ABCDEFGHIJKLMNOPQRST" for other in "ABCDEFGHIJKLMNOPQRST"]
    return [f"ADAPT-{two}" for two in letters[:many]]


def random_history(crowd, dice):
    """Each adaptation by itself: a few children or many, at every stage, now and then asked about again."""
    pool = [one for born in range(2008, 2020) for one in crowd.children(5, born=born)]
    pool += crowd.children(40, born=2020, unit="lingonet")
    for code in codes(ADAPTATIONS):
        size, luck = dice.choice((1, 2, 3, 6, 14)), dice.choice((0, 0.1, 0.5, 0.9, 1))
        for term in TERMS:
            for child in dice.sample(pool, dice.randint(0, size * 2)):
                on = term + dt.timedelta(days=dice.randint(0, 180))
                result = dice.choice(RESULTS[:2] if dice.random() < luck else RESULTS[2:])
                crowd.evaluate([child], code, on, "not_evaluated" if dice.random() < 0.1 else result)


@pytest.fixture
def history(crowd):
    """Five terms, published one after the other, and what was told after each."""
    random_history(crowd, random.Random(2045))
    told = []
    for term in TERMS:
        assert crowd.publish(term) > 0
        told.append(crowd.told())
    return crowd, told


def test_it_agrees_with_another_hand_and_no_pair_of_questions_tells_of_a_few(history):
    crowd, told = history
    agrees_with_another_hand(crowd, told)
    pairs_tell_of_no_few(told)
    no_outcome_can_be_worked_out(crowd)


def agrees_with_another_hand(crowd, told):
    expected, shown = {}, 0
    for code, found in by_code(crowd.found).items():
        for nr, (new, share, _block) in enumerate(releases(found, TERMS)):
            for stage, group in new.items():
                for later in range(nr, len(TERMS)):
                    key = (later, code, stage)
                    expected[key] = expected.get(key, 0) + len(group)
            for later in range(nr, len(TERMS)) if share else ():
                before = expected.get((later, code, ""), (0, 0, 0))
                expected[(later, code, "")] = tuple(map(sum, zip(before, share, strict=True)))
    came = {}
    for nr, rows in enumerate(told):
        for (code, stage), (children, least, most) in rows.items():
            came[(nr, code, stage)] = children if stage else (children, least, most)
            shown += 1
    assert came == expected
    assert shown > 120, "the history must be worth publishing"
    stages = {stage for _nr, _code, stage in came}
    assert stages == {"", "preschool", "early", "middle", "late", "several"}, stages
    assert any(least != most for _c, least, most in told[-1].values() if least is not None)


def pairs_tell_of_no_few(told):
    """Any figure minus any that it holds: of an earlier term, or parts of its whole; never one to four children."""
    over_time = [pair for earlier, later in combinations(told, 2) for pair in terms_apart(earlier, later)]
    within = [left for rows in told for left in leavings(rows)]
    assert [pair for pair in over_time if 0 < pair[0] < 5] == []
    assert [pair for pair in over_time if pair[1] is not None and min(pair[1], pair[0] - pair[1]) < 5] == []
    assert [left for left in within if 0 < left < 5] == []
    assert len(over_time) + len(within) > 1000, "trust C14"


def terms_apart(earlier, later):
    """What has come between two terms: new children, and how many of them were helped when both terms say so."""
    for key, (children, least, most) in later.items():
        before = earlier.get(key, (0, 0, 0))
        new = children - before[0]
        yield new, least - before[1] if new and least is not None and least == most and before[1] == before[2] else None


def leavings(rows):
    """What is left of the whole when some of its parts are taken away; and of the parts when the share is."""
    wholes = {}
    for (code, stage), (children, _least, _most) in rows.items():
        wholes.setdefault(code, {})[stage] = children
    for parts in wholes.values():
        asked = parts.pop("", 0)
        chosen = [some for many in range(len(parts) + 1) for some in combinations(parts.values(), many)]
        yield from (sum(parts.values()) - taken for taken in (asked, *map(sum, chosen)))


def no_outcome_can_be_worked_out(crowd):
    """Of every group that is told apart, both somebody helped and somebody not helped stays possible."""
    groups = 0
    for found in by_code(crowd.found).values():
        waiting = []
        for new, share, block in releases(found, TERMS):
            waiting += [len(group) for group in new.values()]
            if share is None:
                continue
            children, least, most = share
            assert children == len(block) == sum(waiting)
            for size in waiting:
                surely_helped, perhaps_helped = max(0, least - (children - size)), min(size, most)
                assert surely_helped < size and perhaps_helped > 0, (size, share)
                groups += 1
            waiting = []
    assert groups > 20


@pytest.mark.parametrize("groups", (1, 2, 3, 4))
def test_small_groups_are_told_together_only_when_each_could_have_three_sizes(groups):
    for sizes in combinations_with_replacement(range(1, 5), groups):
        said = sum(sizes) in range(max(5, groups + 2), 4 * groups - 1)  # as the guard says it
        assert said == can_be_told(sizes), sizes
        if said:
            assert all(len(possible(which, sizes)) >= 3 for which in range(groups))


# -- who is counted, where, and when --------------------------------------------------------------------------------
def test_five_are_shown_and_four_are_not(crowd):
    crowd.evaluate(crowd.children(5), "ADAPT-FIVE", DAY, "helped")
    crowd.evaluate(crowd.children(4), "ADAPT-FOUR", DAY, "helped")
    crowd.publish(SPRING)
    assert crowd.told() == {("ADAPT-FIVE", "middle"): (5, None, None)}


def test_a_share_needs_ten_and_hides_a_side_of_fewer_than_five(crowd):
    crowd.evaluate(crowd.children(6), "ADAPT-HALF", DAY, "partly")
    crowd.evaluate(crowd.children(5), "ADAPT-HALF", DAY, "made_worse")
    crowd.evaluate(crowd.children(10), "ADAPT-ALL", DAY, "helped")
    crowd.evaluate(crowd.children(9), "ADAPT-NONE", DAY, "no")
    crowd.evaluate(crowd.children(1), "ADAPT-NONE", DAY, "helped")
    crowd.evaluate(crowd.children(9), "ADAPT-NINE", DAY, "no")
    crowd.publish(SPRING)
    shares = {code: rest for (code, stage), rest in crowd.told().items() if not stage}
    assert shares == {"ADAPT-HALF": (11, 6, 6), "ADAPT-ALL": (10, 6, 10), "ADAPT-NONE": (10, 0, 4)}


def test_a_protected_child_a_mistake_and_own_words_are_left_out(crowd, cast):
    children = crowd.children(4)
    crowd.evaluate(children, "ADAPT-STEPS", DAY, "helped")
    crowd.evaluate(children + crowd.children(5), "SECRET", DAY, "helped")
    hidden = crowd.child()
    crowd.evaluate([hidden], "ADAPT-STEPS", DAY, "helped")
    with connections["owner"].cursor() as cursor:
        cursor.execute("set role samling_guard")
        cursor.execute(
            "insert into people_protection (id, subject_id, form, decided_by_id, from_at)"
            " values (gen_random_uuid(), %s, 'marked', %s, '2023-01-01')", [hidden[0], cast.petra],
        )  # fmt: skip
        cursor.execute("reset role")
    crowd.evaluate([crowd.child()], "ADAPT-STEPS", DAY, "helped", withdrawn_at="2025-03-04", withdrawn_by_id=cast.petra)
    crowd.evaluate([crowd.child()], "ADAPT-STEPS", DAY, "helped", only_for_id=cast.petra)
    crowd.publish(SPRING)
    assert crowd.told() == {}


def test_figures_are_of_ones_own_municipality_and_of_terms_that_are_over(crowd):
    crowd.evaluate(crowd.children(5), "ADAPT-STEPS", DAY, "helped")
    crowd.evaluate(crowd.children(7, unit="granbyskolan", branch="granby_school"), "ADAPT-STEPS", DAY, "no")
    crowd.evaluate(crowd.children(6), "ADAPT-MOVE", over_on(SPRING), "helped")
    crowd.publish(SPRING)
    assert crowd.told("petra") == crowd.told("henrik") == crowd.told("maria") == {("ADAPT-STEPS", "middle"): (5, None, None)}
    assert crowd.told("gun") == {("ADAPT-STEPS", "middle"): (7, None, None)}
    assert crowd.told("birgitta") == {}


def test_what_is_published_stays_as_it_is(crowd):
    crowd.evaluate(crowd.children(10), "ADAPT-STEPS", DAY, "helped")
    assert crowd.publish(SPRING) == 3  # Lövsjö, Granby and the independent school
    before = crowd.told()
    crowd.evaluate(crowd.children(20), "ADAPT-STEPS", DAY, "no")
    assert crowd.publish(SPRING) == 0
    assert crowd.told() == before


def test_the_worker_publishes_each_night():
    assert [str(one.rhythm.at) for one in duties() if one.code == "publish-helped"] == ["04:10:00"]
