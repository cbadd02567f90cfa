"""The map: nobody moves when others come and go, and nothing is drawn over anything else."""

import datetime as dt
import itertools
import random
from uuid import UUID

import pytest

from samling.circle.geometry import (
    HEART,
    MOST,
    NARROW,
    PREFERS,
    RINGS,
    WIDE,
    Box,
    Came,
    cut,
    label_box,
    places,
    shape_box,
    spot,
)

NOON = dt.datetime(2025, 11, 20, 12, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
FRAMES = pytest.mark.parametrize("frame", (WIDE, NARROW), ids=("wide", "narrow"))
LONGEST = "Specialpedagogen Wilhelmina Öst"


def crowd(dice, many):
    """People who came on different days, some of whom have gone."""
    found = []
    for _number in range(many):
        since = NOON - dice.randrange(2, 400) * DAY
        until = since + dice.randrange(1, 300) * DAY if dice.random() < 0.3 else None
        key = UUID(int=dice.getrandbits(128))
        found.append(Came(key, since, until if until and until < NOON else None, dice.choice(list(PREFERS)), dice.randrange(2)))
    return found


@pytest.mark.parametrize("seed", range(60))
def test_nobody_moves_when_one_more_comes(seed):
    dice = random.Random(seed)
    people = crowd(dice, dice.randrange(0, 14))
    before = places(people, NOON)
    new = Came("new", NOON, None, dice.choice(list(PREFERS)), dice.randrange(2))
    after = places([*people, new], NOON)
    stay = {key for key in before if key in after}
    assert {key: after[key] for key in stay} == {key: before[key] for key in stay}
    assert len(before.keys() - stay) <= 1, "at most one gives up the place to one who matters more"
    if len(before) < MOST:
        assert stay == set(before)
        assert "new" in after


@pytest.mark.parametrize("seed", range(60))
def test_nobody_moves_when_somebody_goes(seed):
    dice = random.Random(seed)
    people = crowd(dice, dice.randrange(1, 14))
    before = places(people, NOON)
    if not before:
        return
    gone = dice.choice(sorted(before, key=str))
    after = places([one._replace(until_at=NOON) if one.key == gone else one for one in people], NOON)
    assert gone not in after
    assert {key: after.get(key) for key in before if key != gone} == {key: place for key, place in before.items() if key != gone}


def test_the_order_they_are_read_in_is_of_no_matter():
    people = crowd(random.Random(7), 12)
    assert places(people, NOON) == places(reversed(people), NOON)


def test_no_two_stand_in_one_place_and_never_more_than_eight():
    for seed in range(40):
        found = places(crowd(random.Random(seed), 20), NOON)
        assert len(set(found.values())) == len(found) <= MOST


def test_a_parent_has_a_place_however_many_came_before():
    staff = [Came(f"s{n}", NOON - (40 - n) * DAY, None, "school") for n in range(11)]
    found = places([*staff, Came("mother", NOON - DAY, None, "home", 0)], NOON)
    assert "mother" in found
    assert len(found) == MOST


def rings():
    """Every ring for every place would be 3^8 drawings: the even ones, and a thousand others at random."""
    dice = random.Random(1)
    yield from itertools.chain(([ring] * MOST for ring in RINGS), (dice.choices(list(RINGS), k=MOST) for _ in range(1000)))


@FRAMES
def test_nothing_is_drawn_over_anything_else(frame):
    paper = Box(0, 0, frame.width, frame.height)
    heart = shape_box(frame.width / 2, frame.height / 2, HEART)
    for often in rings():
        spots = [spot(place, often[place], frame) for place in range(MOST)]
        boxes = [heart, *(shape_box(one.x, one.y) for one in spots), *(label_box(one, frame) for one in spots)]
        for one, other in itertools.combinations(boxes, 2):
            assert not one.meets(other), (often, one, other)
        for box in boxes:
            assert box.left >= 0 and box.right <= paper.right and box.top >= 0 and box.bottom <= paper.bottom, (often, box)


@FRAMES
def test_no_line_crosses_a_label(frame):
    x, y = frame.width / 2, frame.height / 2
    for often in rings():
        spots = [spot(place, often[place], frame) for place in range(MOST)]
        for place, one in enumerate(spots):
            along = [(x + (one.x - x) * step / 60, y + (one.y - y) * step / 60) for step in range(60)]
            for other, near in enumerate(spots):
                box = label_box(near, frame)
                hit = [p for p in along if box.left < p[0] < box.right and box.top < p[1] < box.bottom]
                assert not hit, (often, place, other, hit[:1])


@FRAMES
def test_a_label_is_cut_to_its_room(frame):
    assert cut("Eva S", frame) == "Eva S"
    assert len(cut(LONGEST, frame)) < len(LONGEST)
    assert cut(LONGEST, frame).endswith("…")


@FRAMES
def test_no_letter_is_small(frame):
    assert frame.size >= 14
