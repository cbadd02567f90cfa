"""The rules of the plan, without a database."""

import datetime as dt
import re

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from samling.kernel.lix import lix
from samling.papers.rules import changes
from samling.plan.models import bank
from samling.plan.rules import LEVELS, may_hold, t_score
from samling.promises import lanes, rules
from samling.promises.forms import What
from samling.promises.lanes import Mark, finding, picture
from samling.promises.models.texts import is_adapted, text_of
from samling.promises.rules import How, Quiet, Saying, Sip, State, Word

TODAY = dt.date(2025, 11, 20)
DAY = dt.timedelta(days=1)


def saying(word=Word.YES, how=How.SELF, heard_on=TODAY, is_maker=True):
    return Saying(word, how, heard_on, is_maker)


def may(one, where=State.ASKED, **more):
    return bool(rules.may_say(one, where, **{"writes": True, "asked_on": TODAY - 10 * DAY, "today": TODAY} | more))


def test_the_latest_word_says_where_a_promise_stands():
    assert rules.state([]) is State.ASKED
    assert rules.state(["yes", "going", "swap"]) is State.SWAP
    assert rules.state(["no"]) is State.RELEASED and rules.sayable(State.RELEASED) == []


def test_nobody_answers_in_anothers_name_without_the_mark():
    assert may(saying()) and not may(saying(is_maker=False))
    assert not may(saying(how=How.LINK)), "a link's answer comes from the link alone"
    assert may(saying(how=How.SPOKEN, is_maker=False)) and may(saying(how=How.PAPER, is_maker=False))
    assert may(saying(word=Word.NO, how=How.SPOKEN, is_maker=False)), "a no weighs the same"
    assert not may(saying(), writes=False)


def test_a_word_is_heard_between_the_asking_and_today():
    assert not may(saying(heard_on=TODAY + DAY)) and not may(saying(heard_on=TODAY - 11 * DAY))
    assert may(saying(heard_on=TODAY - 10 * DAY))


@pytest.mark.parametrize(
    ("where", "word", "ok"),
    [
        (State.ASKED, Word.GOING, False), (State.ASKED, Word.DONE, False), (State.PROMISED, Word.DONE, True),
        (State.PROMISED, Word.NO, False), (State.GOING, Word.GOING, True), (State.DONE, Word.LET_GO, False),
        (State.RELEASED, Word.YES, False), (State.SWAP, Word.GOING, True), (State.PROMISED, Word.LET_GO, True),
    ],
)  # fmt: skip
def test_what_can_be_said_follows_from_where_it_stands(where, word, ok):
    assert may(saying(word=word), where) is ok


def test_silence_is_first_the_makers_and_then_the_coordinators():
    def quiet(days, where=State.PROMISED, starts=TODAY - 60 * DAY):
        return rules.quiet(where, TODAY - days * DAY, starts, TODAY)

    assert [quiet(n) for n in (13, 14, 20, 21)] == [Quiet.NO, Quiet.MAKER, Quiet.MAKER, Quiet.HOLDER]
    assert quiet(40, starts=TODAY - 13 * DAY) is Quiet.NO, "before it begins nobody waits for word"
    assert quiet(40, State.ASKED, starts=TODAY) is Quiet.HOLDER, "but an answer is waited for"
    assert quiet(40, State.DONE) is Quiet.NO


def test_families_carry_no_messages():
    def may_promise(maker, text, nature="routine", sure=False):
        return bool(rules.may_promise(maker=maker, nature=nature, text=text, sure=sure, writes=True))

    for text in ("Hodan meddelar BUP vad skolan sagt", "Hodan berättar för läraren vad soc sa", "tell the school what CAMHS said"):
        assert not may_promise("guardian", text) and may_promise("staff", text) and may_promise("guardian", text, sure=True)
    for text in ("Hodan lagar frukost före kläder", "Ali följer Adam till skolan", "Hodan ringer Petra om Adam är sjuk"):
        assert may_promise("guardian", text)
    assert not may_promise("child", "x", rules.MESSAGE, sure=True) and may_promise("staff", "x", rules.MESSAGE)


def test_no_plan_without_two_who_hold_it_and_a_day():
    whole = {"coordinator": True, "deputy": True, "same": False, "review_on": TODAY + 30 * DAY, "today": TODAY, "writes": True}
    assert may_hold(**whole)
    wrong = [{"coordinator": False}, {"deputy": False}, {"same": True}, {"review_on": TODAY}, {"review_on": TODAY + 400 * DAY}, {"writes": False}]
    assert not any(may_hold(**whole | one) for one in wrong)


def test_each_content_of_a_sip_is_missed_by_name():
    whole = Sip(*[True] * 7)
    assert rules.missing(whole) == []
    for place, name in enumerate(Sip._fields):
        assert len(rules.missing(whole._replace(**{name: False}))) == 1, place
    assert len(set(rules.missing(Sip(*[False] * 7)))) == 7


# The check values of the domain reference 7.2.
@pytest.mark.parametrize(
    ("levels", "score"), [((0, 0, 0), 50), ((0, 1, 1), 59.1), ((-1, -1, -1), 36.3), ((2,), 70), ((-2,), 30)]
)
def test_t_of_goal_attainment(levels, score):
    assert t_score([(level, 1) for level in levels]) == pytest.approx(score, abs=0.05)


def test_t_of_nothing_is_nothing():
    assert t_score([]) is None


@given(st.lists(st.sampled_from(LEVELS), min_size=1, max_size=8))
def test_t_rises_with_every_level(levels):
    score = t_score([(level, 1) for level in levels])
    assert (score > 50) == (sum(levels) > 0) and (score == 50) == (sum(levels) == 0)


def test_changes_are_named_one_by_one():
    before = {"holders": "a", "goals": {"1": {"text": "x"}}, "promises": {"2": {"text": "p", "state": "asked"}, "3": {"text": "q", "state": "going"}}}
    now = {"holders": "b", "goals": {"1": {"text": "x"}}, "promises": {"2": {"text": "p", "state": "promised"}, "4": {"text": "r", "state": "asked"}}}
    found = {(one.kind, one.before, one.now) for one in changes(before, now)}
    assert found == {("holders", "a", "b"), ("promise_gone", "q", ""), ("promise_new", "", "r"), ("state", "p", "promised")}
    assert changes(now, now) == []


# -- the three texts --------------------------------------------------------------------------------------------------
SLOTS = {"who": "Petra", "called": "Adam", "what": "porten"}


@pytest.mark.parametrize(("level", "ceiling"), [("staff", 42), ("home", 27), ("child", 27)])
def test_the_phrases_are_light_enough_for_their_readers(level, ceiling):
    with override("sv"):
        said = [text_of(SLOTS | {"phrase": one}, level) for one in bank.PHRASES]
    assert lix("\n".join(said)) <= ceiling, said
    assert all(len(text.split(". ")[0].split()) <= 12 for text in said)


def test_every_phrase_fills_its_slots_in_both_languages():
    for language in ("sv", "en"):
        with override(language):
            for one in bank.PHRASES:
                texts = [text_of(SLOTS | {"phrase": one}, level) for level in ("staff", "home", "child")]
                assert not any("{" in text for text in texts) and all("porten" in text for text in texts), one
                assert "Adam" not in texts[2], "the child is spoken to"


@pytest.fixture
def somali(tmp_path, settings):
    """A bank as a municipality adds it: one phrase, in letters that tell it from Swedish."""
    def put(**changes):
        text = BANK
        for name, value in changes.items():
            text = text.replace(*{"code": ("phrases.meets", f"phrases.{value}"), "child": ("{who} wuxuu", value), "by": ('by = "En tolk"', value)}[name])
        (tmp_path / "so.toml").write_text(text, "utf-8")
        settings.PHRASE_FOLDER = str(tmp_path)
        bank.banks.cache_clear()
    yield put
    bank.banks.cache_clear()


BANK = """language = "so"
name = "soomaali"
by = "En tolk"
on = 2026-11-20
[phrases.meets]
home = "{child} {what} {who} SO"
child = "{who} wuxuu {what} SO"
"""


def test_a_language_that_is_added_is_read_by_those_who_read_it_and_by_nobody_else(somali):
    somali()
    said = SLOTS | {"phrase": "meets"}
    with override("sv"):
        assert text_of(said, "home", "so") == "Adam porten Petra SO"
        assert text_of(said, "home") == text_of(said, "home", "ar") == "Petra möter Adam vid porten."
        assert text_of(SLOTS | {"phrase": "takes"}, "home", "so") == "Petra följer med Adam till porten.", "what it lacks is Swedish"
        assert [(one.name, text) for one, text in bank.translated(said)] == [("soomaali", "Adam porten Petra SO")]
        assert "engelska, svenska och somaliska" in str(What(called="Adam").fields["phrase"].help_text)


@pytest.mark.parametrize("fault", [{"code": "nothing"}, {"child": "{vem}"}, {"child": "{what} {who.__class__}"}, {"by": ""}])
def test_a_bank_that_is_not_whole_is_an_error_at_once(somali, fault):
    somali(**fault)
    with pytest.raises(ValueError, match=r"so\.toml"):
        bank.banks()


def test_own_words_stand_where_there_are_none_for_the_reader():
    said = {"does": "Petra möter Adam.", "child": "Petra väntar på dig."}
    assert [text_of(said, level) for level in ("staff", "home", "child")] == ["Petra möter Adam.", "Petra möter Adam.", "Petra väntar på dig."]
    assert not is_adapted(said, "home") and is_adapted(said, "child")


# -- the lanes --------------------------------------------------------------------------------------------------------
MARKS = st.builds(
    Mark, who=st.text("abcåäö ", min_size=1, max_size=30), side=st.sampled_from(["child", "home", "school", "social", "health"]),
    starts_on=st.dates(TODAY - 90 * DAY, TODAY + 40 * DAY), until_on=st.dates(TODAY + 41 * DAY, TODAY + 200 * DAY),
    state=st.sampled_from(list(State)), quiet=st.sampled_from(list(Quiet)),
)  # fmt: skip


@given(st.lists(MARKS, min_size=1, max_size=9))
def test_the_finding_counts_what_is_drawn(marks):
    with override("en"):
        drawn = picture(marks, TODAY)
    for one in (drawn.wide, drawn.narrow):
        looks = {look: one.count(f"lanes__bar--{look} ") for look in ("goes", "waits", "quiet", "done")}
        assert sum(looks.values()) == len(marks)
        assert drawn.title.startswith(f"{len(marks)} promise")
        for look, words in (("goes", "go on"), ("waits", "wait for"), ("quiet", "are silent"), ("done", "are done")):
            if looks[look] > 1:
                assert f"{looks[look]} {words}" in drawn.title


@given(st.lists(MARKS, min_size=1, max_size=5))
def test_nothing_is_drawn_outside_the_picture(marks):
    for width in (lanes.WIDE, lanes.NARROW):
        drawn = lanes._drawn(marks, TODAY, width)
        for x, wide in re.findall(r'<rect [^>]*x="([-\d.]+)" y="[\d.]+" width="([-\d.]+)"', drawn):
            assert lanes.LABEL[width] <= float(x) and float(wide) >= 4 and float(x) + float(wide) <= width


def test_a_promise_is_of_one_look():
    assert finding([Mark("a", "home", TODAY, TODAY, State.GOING, Quiet.MAKER)]).endswith(("1 är tyst", "1 is silent"))
