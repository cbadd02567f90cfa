"""Empty, huge, hostile, doubled and stale: nothing breaks, nothing is lost, nothing is written twice."""

import uuid

import pytest
from django.urls import reverse

from samling.concern.models import NamelessConcern, Outcome, Signal
from tests.house.page import check_page

from .test_stories import asked, get, post, told

HOSTILE = "<script>alert(1)</script>'; drop table concern_signal; -- {{ 7|add:7 }} %(x)s \u202e אבג"


def new(cast):
    return reverse("concern:new-pupil", args=[cast.world.pupil["leo"]])


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": ""},
        {"text": "x" * 6001},
        {"text": "a\x00b"},
        {"seen_on": "i går"},
        {"seen_on": "2030-01-01"},
        {"seen_on": ""},
        {"touches": []},
        {"touches": ["moon"]},
        {"raised_as": "mallory"},
        {"how": ""},
        {"danger": ""},
        {"key": "not-a-key"},
        {"raised_name": "y" * 81},
    ],
)
def test_a_wrong_answer_is_told_of_and_the_rest_is_kept(cast, visitor, wrong):
    answer = visitor.as_("petra").post(new(cast), told(said_child="Jag frågade henne.") | wrong)
    assert answer.status_code == 422
    html = answer.content.decode()
    assert "Jag frågade henne." in html and "errors" in html
    assert not check_page(html)
    with cast.acting("petra"):
        assert not Signal.objects.exists()


def test_nothing_at_all_is_no_concern(cast, visitor):
    assert visitor.as_("petra").post(new(cast), {}).status_code == 422
    assert visitor.as_("birgitta").post(reverse("concern:new-nameless"), {}).status_code == 422


def test_hostile_words_are_only_words(cast, visitor):
    data = told(text=HOSTILE, raised_name=HOSTILE[:80])
    post(visitor, "petra", "new-pupil", cast.world.pupil["leo"], **data)
    with cast.acting("petra"):
        pk = Signal.objects.get().pk
    html = visitor.as_("petra").get(reverse("concern:show", args=[pk])).content.decode()
    assert "<script>alert" not in html and "&lt;script&gt;" in html


def test_hostile_searches_find_nothing_and_break_nothing(cast, visitor):
    for sought in ("%", "%%", "_ _", "'", "\\", "x" * 5000, "\u202e", "leo' or '1'='1"):
        answer = visitor.as_("petra").get(reverse("concern:new"), {"danger": "no", "name": sought})
        assert answer.status_code == 200
        assert "Tindra" not in answer.content.decode()


def test_the_same_form_sent_twice_is_one_record(cast, visitor):
    data, question = told(), asked(cast.norrskolan)
    for _time in range(2):
        post(visitor, "petra", "new-pupil", cast.world.pupil["leo"], **data)
        post(visitor, "birgitta", "new-nameless", **question)
    with cast.acting("petra"):
        assert Signal.objects.count() == 1
    with cast.acting("birgitta"):
        assert NamelessConcern.objects.count() == 1


def test_anothers_key_writes_ones_own_record(cast, visitor):
    data = told()
    post(visitor, "petra", "new-pupil", cast.world.pupil["leo"], **data)
    post(visitor, "jonas", "new-pupil", cast.world.pupil["leo"], **data)
    with cast.acting("gunilla"):
        assert Signal.objects.count() == 2


def test_two_tabs_take_the_same_step_once(cast, visitor):
    post(visitor, "petra", "new-pupil", cast.world.pupil["leo"], **told())
    with cast.acting("gunilla"):
        pk = Signal.objects.get().pk
    post(visitor, "gunilla", "step", pk, kind="taken")
    post(visitor, "gunilla", "step", pk, kind="taken")
    post(visitor, "gunilla", "step", pk, kind="trying")
    post(visitor, "gunilla", "step", pk, status=403, kind="taken")
    with cast.acting("gunilla"):
        assert Signal.objects.get().handlings.count() == 2
    with cast.acting("petra"):
        assert Outcome.objects.count() == 1


@pytest.mark.parametrize("kind", ["", "raised", "flying", "closed"])
def test_a_step_that_is_none_is_told_of(cast, visitor, kind):
    post(visitor, "petra", "new-pupil", cast.world.pupil["leo"], **told())
    with cast.acting("gunilla"):
        pk = Signal.objects.get().pk
    answer = visitor.as_("gunilla").post(reverse("concern:step", args=[pk]), {"kind": kind})
    assert answer.status_code in (302, 403, 422)
    with cast.acting("gunilla"):
        assert not Signal.objects.get().handlings.exists()


def test_a_mentor_cannot_take_the_heads_step(cast, visitor):
    post(visitor, "petra", "new-pupil", cast.world.pupil["leo"], **told())
    with cast.acting("petra"):
        pk = Signal.objects.get().pk
    post(visitor, "petra", "step", pk, status=403, kind="taken")
    post(visitor, "petra", "tier", pk, status=403, **{"set-tier": "3", "set-because": "several places"})
    get(visitor, "petra", "inbox", status=403)


@pytest.mark.parametrize("child", ["", "not-a-child", "0f7a5f0e-5d1c-4c0a-9b1e-3c2d1e0f9a8b"])
def test_a_note_needs_a_child_one_works_with(cast, visitor, child):
    data = {"key": uuid.uuid4(), "child": child, "reported_on": "2025-11-19", "sent_to": "Mottagningen"}
    post(visitor, "petra", "reports", status=422, **data)


def test_unknown_pupils_choice_opens_nobody_elses_pupil(cast, visitor):
    post(visitor, "birgitta", "new-nameless", **asked(cast.norrskolan))
    with cast.acting("birgitta"):
        pk = NamelessConcern.objects.get().pk
    post(visitor, "gunilla", "nameless-child", pk, status=403, pupil=cast.world.pupil["adam"])
