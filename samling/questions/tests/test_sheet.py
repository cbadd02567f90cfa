"""A sheet asks, keeps what is written and gives back answers that can be stored and read."""

import json
from datetime import date

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from samling.questions.fields import MAKERS
from samling.questions.rows import MOST, ROWS
from samling.questions.rules.shape import Kind
from samling.questions.rules.summary import areas, from_text, is_said, summary, to_text, tried_codes
from samling.questions.rules.versions import current
from samling.questions.sets import PUBLISHED
from samling.questions.sheet import sheet_for

DAY = date(2025, 11, 20)
SCHOOL = current("checklist-school", DAY)
EVERYTHING = [block.code for block in SCHOOL.blocks]

ANSWERS = {
    "a-seen": "Kommer sent på måndagar.\nLämnar matten.",
    "a-since": "2025-09-04",
    "a-urgent": "no",
    "a-areas": ["D", "F"],
    "c-percent-month": 24,
    "c-hours-valid": 7.5,
    "f-state": 0,
    "k-tried": [
        {"what": "ADAPT-SHORTER", "weeks": 3, "effect": "partly"},
        {"own": "Byta plats", "effect": "no"},
    ],
    "q-how": "talk",
    "q-words": "matte är när alla tittar",
    "r-next": [
        {"what": "ADAPT-SOFT-START", "who": "Anna", "starts_on": "2025-11-24", "checked_on": "2025-12-19"}
    ],
    "t-people": ["Petra, lärare", "Jonas, fritids"],
}


def posted(sheet):
    """What a browser sends back of a sheet as it is shown."""
    data = {}
    for name, field in sheet.fields.items():
        value = sheet.initial.get(name)
        if value not in (None, ""):
            data[name] = value if isinstance(value, list) else field.prepare_value(value)
    return data


def test_what_was_stored_comes_back_as_it_was():
    shown = sheet_for(SCHOOL, EVERYTHING, answers=ANSWERS, on=DAY)
    again = sheet_for(SCHOOL, EVERYTHING, posted(shown), answers=ANSWERS, on=DAY)
    assert again.is_valid(), again.errors
    assert again.answers == ANSWERS
    assert json.loads(json.dumps(again.answers)) == ANSWERS


def test_an_empty_sheet_is_whole_and_says_nothing():
    for asked in PUBLISHED:
        sheet = sheet_for(asked, EVERYTHING, {}, on=DAY)
        assert sheet.is_valid() and sheet.answers == {}


def test_every_kind_has_a_field_or_rows():
    assert set(MAKERS) | set(ROWS) == set(Kind)


@pytest.mark.parametrize(
    "data",
    [
        {"c-percent-month": "140"},
        {"c-percent-month": "tjugo"},
        {"c-hours-valid": "-1"},
        {"a-since": "i våras"},
        {"f-state": "7"},
        {"q-how": "shouted"},
        {"a-areas": ["D", "Ö"]},
        {"a-seen": "x" * 4001},
        {"k-tried-0-weeks": "3"},
        {"k-tried-0-what": "ADAPT-NOTHING"},
        {"r-next-0-own": "x", "r-next-0-starts_on": "2025-12-01", "r-next-0-checked_on": "2025-11-01"},
    ],
)
def test_what_makes_no_sense_is_said_kindly_and_kept(data):
    sheet = sheet_for(SCHOOL, EVERYTHING, data, on=DAY)
    assert not sheet.is_valid()
    assert set(sheet.errors) <= set(data) | {"k-tried-0-what"}
    assert len(sheet.error_lines) == 1


def test_a_swedish_comma_is_understood():
    with translation.override("sv"):
        sheet = sheet_for(SCHOOL, ["C"], {"c-hours-valid": "7,5"}, on=DAY)
        assert sheet.is_valid() and sheet.answers == {"c-hours-valid": 7.5}


def test_zero_is_an_answer():
    sheet = sheet_for(SCHOOL, ["C", "F"], {"c-percent-month": "0", "f-state": "0"}, on=DAY)
    assert sheet.is_valid() and sheet.answers == {"c-percent-month": 0, "f-state": 0}
    assert is_said(0) and not is_said("")


def test_one_more_row_is_given_when_asked_for_but_never_over_twelve():
    assert sheet_for(SCHOOL, ["K"], on=DAY).rows["k-tried"].count == 2
    data = {"k-tried-1-own": "Byta plats"}
    assert sheet_for(SCHOOL, ["K"], data, on=DAY).rows["k-tried"].count == 2
    assert sheet_for(SCHOOL, ["K"], {**data, "more": "k-tried"}, on=DAY).rows["k-tried"].count == 3
    assert sheet_for(SCHOOL, ["K"], {**data, "more": "r-next"}, on=DAY).rows["k-tried"].count == 2
    assert sheet_for(SCHOOL, ["K"], {"k-tried-99-own": "x"}, on=DAY).rows["k-tried"].count == MOST


def test_a_row_keeps_an_adaptation_that_is_no_longer_offered():
    long_ago = date(2020, 1, 1)
    kept = {"k-tried": [{"what": "ADAPT-MOVE", "effect": "helped"}]}
    sheet = sheet_for(SCHOOL, ["K"], answers=kept, on=long_ago)
    again = sheet_for(SCHOOL, ["K"], posted(sheet), answers=kept, on=long_ago)
    assert again.is_valid() and again.answers == kept
    assert not sheet_for(SCHOOL, ["K"], posted(sheet), on=long_ago).is_valid()


def test_a_page_can_show_some_kinds_in_its_own_way():
    sheet = sheet_for(SCHOOL, ["K", "T"], on=DAY, leave_out={Kind.TRIED, Kind.PEOPLE})
    assert set(sheet.fields) == {"k-learned", "t-missing"}
    assert [len(parts) for _block, parts in sheet.told] == [1, 1]


def test_answers_can_live_in_one_text_column():
    kinds = {question.code: question.kind for _block, question in SCHOOL.questions()}
    for code, value in ANSWERS.items():
        assert from_text(kinds[code], to_text(value)) == value


def test_the_summary_tells_only_what_was_answered():
    told = summary(SCHOOL, ANSWERS)
    assert [part.block.code for part in told] == ["A", "C", "K", "Q", "T", "R", "F"]
    assert sum(len(part.lines) for part in told) == len(ANSWERS)
    assert [part.block.code for part in summary(SCHOOL, ANSWERS, ["Q", "C"])] == ["C", "Q"]
    assert summary(SCHOOL, {}) == []


def test_the_summary_speaks_in_the_words_of_the_set():
    lines = {line.question.code: line for part in summary(SCHOOL, ANSWERS) for line in part.lines}
    assert lines["a-areas"].said == ("Learning", "Friends")
    assert lines["f-state"].said == ("Does not work at all",)
    assert lines["a-since"].on == date(2025, 9, 4)
    assert lines["c-hours-valid"].number == 7.5
    assert lines["t-people"].people[1] == "Jonas, fritids"
    first, second = lines["k-tried"].tries
    assert (first.title, first.weeks, first.tone) == ("Shorter tasks or more time", 3, "calm")
    assert (second.own, second.effect) == ("Byta plats", "Did not help")
    assert lines["r-next"].tries[0].checked_on == date(2025, 12, 19)


def test_what_the_proposals_need_is_read_from_the_answers():
    assert tried_codes(ANSWERS) == ["ADAPT-SHORTER"] and areas(ANSWERS) == ["D", "F"]
    assert tried_codes({}) == areas({}) == []


@pytest.mark.parametrize(
    ("language", "heading"), [("sv", "Vad säger barnet?"), ("en", "What does the child say?")]
)
def test_the_pages_are_shown_in_both_languages(language, heading):
    with translation.override(language):
        sheet = sheet_for(SCHOOL, EVERYTHING, answers=ANSWERS, on=DAY)
        page = render_to_string("questions/block.html", {"sheet": sheet})
        told = render_to_string("questions/summary.html", {"told": summary(SCHOOL, ANSWERS)})
    assert heading in page and heading in told
    assert "matte är när alla tittar" in told and "Byta plats" in told
    assert page.count("<textarea") > 20 and 'name="more" value="k-tried"' in page


def test_what_was_written_is_never_taken_for_markup():
    told = render_to_string("questions/summary.html", {"told": summary(SCHOOL, {"a-seen": "<b>x</b>"})})
    assert "<b>x" not in told and "&lt;b&gt;x" in told
