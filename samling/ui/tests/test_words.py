"""Days and times in words, in Swedish and in English."""

import datetime as dt

import pytest
from django.utils.translation import override

from samling.ui import kept, words

TODAY = dt.date(2026, 11, 19)
DAY = dt.timedelta(days=1)
CLOCK = dt.datetime(2026, 11, 20, 13, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("on", "sv", "en"),
    [
        (TODAY, "i dag", "today"),
        (TODAY + DAY, "i morgon", "tomorrow"),
        (TODAY - DAY, "i går", "yesterday"),
        (dt.date(2026, 11, 21), "lördag 21 november", "Saturday 21 November"),
        (dt.date(2027, 1, 4), "måndag 4 januari", "Monday 4 January"),
        (dt.date(2027, 5, 12), "onsdag 12 maj 2027", "Wednesday 12 May 2027"),
        (dt.date(2027, 8, 16), "måndag 16 augusti 2027", "Monday 16 August 2027"),
        (dt.date(2025, 5, 2), "fredag 2 maj 2025", "Friday 2 May 2025"),
    ],
)
def test_a_day_is_said_as_people_say_it(on, sv, en):
    with override("sv"):
        assert words.day_in_words(on, TODAY) == sv
    with override("en"):
        assert words.day_in_words(on, TODAY) == en


def test_a_clock_is_the_clock_in_stockholm():
    with override("sv"):
        assert words.moment_in_words(CLOCK, TODAY) == "i morgon 14.00"
    with override("en"):
        assert words.moment_in_words(CLOCK, TODAY) == "tomorrow 14:00"


def test_a_moment_late_in_the_evening_belongs_to_the_day_in_stockholm():
    at = dt.datetime(2026, 11, 19, 23, 30, tzinfo=dt.UTC)
    with override("sv"):
        assert words.moment_in_words(at, TODAY) == "i morgon 00.30"


def test_digits_are_western_in_arabic_too():
    with override("ar"):
        assert "21" in words.long_day(dt.date(2026, 11, 21), TODAY)


@pytest.mark.parametrize(
    ("days", "said"), [(-2, "skulle ha varit för 2 dagar sedan"), (-1, "skulle ha varit i går"), (0, "i dag"), (1, "i morgon")]
)
def test_late_is_said_in_days(days, said):
    with override("sv"):
        assert words.due_in_words(TODAY + days * DAY, TODAY) == said


def test_week_list_and_paper_date():
    with override("sv"):
        assert words.week_in_words(TODAY) == "vecka 47"
        assert words.listed(["Maria", "Petra", "Jonas"]) == "Maria, Petra och Jonas"
        assert words.full_day(TODAY) == "19 november 2026"
        assert words.first_upper("i morgon") == "I morgon"


@pytest.mark.parametrize(
    ("until_at", "last", "said"),
    [
        ("2025-12-09T23:00:00+00:00", dt.date(2025, 12, 9), "9 december 2025"),  # midnight in Stockholm
        ("2026-06-30T22:00:00+00:00", dt.date(2026, 6, 30), "30 juni 2026"),
        ("2025-12-10T09:15:00+00:00", dt.date(2025, 12, 10), "10 december 2025 10.15"),
        ("9999-12-31T00:00:00+00:00", None, ""),
        ("nonsense", None, ""),
    ],
)
def test_what_ends_at_midnight_ends_with_the_day_before(until_at, last, said):
    with override("sv"):
        assert kept.ending(until_at) == said
    assert last is None or words.last_day(dt.datetime.fromisoformat(until_at)) == last


def test_a_clock_is_written_as_the_language_writes_it():
    told = {}
    for language in ("sv", "en"):
        with override(language):
            told[language] = [words.time_in_words(one) for one in (dt.time(8, 5), dt.datetime(2025, 11, 20, 7, 5, tzinfo=dt.UTC))]
    assert told == {"sv": ["08.05"] * 2, "en": ["08:05"] * 2}
