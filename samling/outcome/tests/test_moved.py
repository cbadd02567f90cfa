"""What has changed in words: each by himself, worse before better, not validated in the same line."""

import datetime as dt
from uuid import uuid4

import pytest
from django.utils import translation

from samling.followup.models.replies import Told
from samling.followup.rules import State
from samling.instruments.reading import current
from samling.instruments.scoring import score
from samling.instruments.shape import Time, Voice
from samling.outcome.moved import moved

SAM = current("SAM-3S")
CODES = [f"B{n}" for n in range(1, 10)]
DAYS = {Time.T0: dt.date(2025, 9, 4), Time.T1: dt.date(2025, 12, 1)}


def told(time, values, *, who="Adam", person=None, voice=Voice.CHILD, skipped=False, package=SAM):
    answers = values if isinstance(values, dict) else dict(zip(CODES, values, strict=False))
    scored = None if skipped else score(package, answers, voice=voice, time=time)
    return Told(time, voice, who, person, DAYS[time], State.SKIPPED if skipped else State.ANSWERED, package, scored, {}, None)


@pytest.fixture(autouse=True)
def swedish():
    with translation.override("sv"):
        yield


@pytest.mark.parametrize(("before", "after", "word"), [
    ([1] * 9, [3] * 9, "Bättre (ej validerat)"), ([3] * 9, [1] * 9, "Sämre (ej validerat)"), ([2] * 9, [2] * 9, "Oförändrat (ej validerat)"),
    ([2] * 9, [2] * 5, "För få svar för att säga (ej validerat)"),
])  # fmt: skip
def test_the_word_says_that_it_is_not_validated(before, after, word):
    (one,) = moved([told(Time.T0, before), told(Time.T1, after)])
    assert one.word == word


def test_everything_that_moved_is_drawn_in_its_order_and_said():
    (one,) = moved([told(Time.T0, [2] * 9), told(Time.T1, [4, 4, 0, 2, 2, 2, 2, 2, 2])])
    assert one.figure.title == "Bättre: 2. Sämre: 1. Oförändrat: 6 (n = 9) (ej validerat)"
    assert [row[0] for row in one.figure.rows] == [SAM.item(code).text["sv"] for code in CODES]
    assert [row[3] for row in one.figure.rows][:4] == ["+2 bättre", "+2 bättre", "−2 sämre", "±0 oförändrat"]
    for drawing in (one.figure.wide, one.figure.narrow):
        assert [drawing.count(f"pair--{way}") for way in ("better", "worse", "still")] == [2, 1, 6]
    assert one.word == "Oförändrat (ej validerat)" and one.figures == "Från 2,0 till 2,2. 9 av 9 frågor besvarade."


def test_a_number_is_told_and_not_judged_and_the_scale_is_the_one_that_was_shown():
    pair = [told(time, {"H1": 2, "H9": days}, voice=Voice.HOME) for time, days in ((Time.T0, 6), (Time.T1, 2))]
    (one,) = moved(pair)
    assert len(one.numbers) == 2 and one.numbers[0].endswith("6 före, 2 nu.") and len(one.figure.rows) == 8
    (child,) = moved([told(Time.T0, [1] * 4), told(Time.T1, [3] * 4)._replace(young=True)])
    assert "mycket ledsen" in child.figure.wide and "stämmer" not in child.figure.wide


def test_what_has_no_mean_is_given_no_word():
    helps = [told(time, {"D1": said}, package=current("HELPS")) for time, said in ((Time.T0, 0), (Time.T1, 2))]
    assert moved(helps) == []


def test_two_guardians_are_two_and_never_one():
    ids = {name: uuid4() for name in ("Ali", "Hodan")}
    rows = [told(time, [value] * 9, who=name, person=ids[name]) for name, values in (("Ali", (1, 3)), ("Hodan", (3, 1)))
            for time, value in zip((Time.T0, Time.T1), values, strict=True)]  # fmt: skip
    assert [(one.who, one.word.split(" ")[0]) for one in moved(rows)] == [("Ali", "Bättre"), ("Hodan", "Sämre")]


def test_one_time_alone_and_a_skip_say_nothing():
    assert moved([told(Time.T0, [2] * 9)]) == []
    assert moved([told(Time.T0, [2] * 9), told(Time.T1, [], skipped=True)]) == []
