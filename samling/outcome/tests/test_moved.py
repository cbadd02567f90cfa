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


def told(time, values, *, who="Adam", person=None, voice=Voice.CHILD, skipped=False):
    answers = dict(zip(CODES, values, strict=False))
    scored = None if skipped else score(SAM, answers, voice=voice, time=time)
    return Told(time, voice, who, person, DAYS[time], State.SKIPPED if skipped else State.ANSWERED, SAM, scored, {}, None)


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


def test_worse_stands_first_and_everything_that_moved_is_said():
    (one,) = moved([told(Time.T0, [2] * 9), told(Time.T1, [4, 4, 0, 2, 2, 2, 2, 2, 2])])
    assert one.groups == [("Sämre", [SAM.item("B3").text["sv"]]), ("Bättre", [SAM.item("B1").text["sv"], SAM.item("B2").text["sv"]])]
    assert one.word == "Oförändrat (ej validerat)" and one.figures == "Från 2,0 till 2,2. 9 av 9 frågor besvarade."


def test_two_guardians_are_two_and_never_one():
    ids = {name: uuid4() for name in ("Ali", "Hodan")}
    rows = [told(time, [value] * 9, who=name, person=ids[name]) for name, values in (("Ali", (1, 3)), ("Hodan", (3, 1)))
            for time, value in zip((Time.T0, Time.T1), values, strict=True)]  # fmt: skip
    assert [(one.who, one.word.split(" ")[0]) for one in moved(rows)] == [("Ali", "Bättre"), ("Hodan", "Sämre")]


def test_one_time_alone_and_a_skip_say_nothing():
    assert moved([told(Time.T0, [2] * 9)]) == []
    assert moved([told(Time.T0, [2] * 9), told(Time.T1, [], skipped=True)]) == []
