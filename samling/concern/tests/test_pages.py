"""The pages, as each person of the cast meets them."""

import uuid

import pytest
from django.urls import reverse

from tests.house.page import check_page


@pytest.fixture
def page(visitor):
    """Fetch a page as somebody, insist that it is clean, and give its text."""

    def fetch(who, name, *args, query="", status=200):
        answer = visitor.as_(who).get(reverse(f"concern:{name}", args=args) + query)
        assert answer.status_code == status, answer.content.decode()[:2000]
        html = answer.content.decode()
        assert not check_page(html), check_page(html)
        return html

    return fetch


def form(**more):
    return {
        "key": uuid.uuid4(), "danger": "no", "text": "Hon sitter ensam på rasten.", "seen_on": "2025-11-19",
        "touches": ["school"], "raised_as": "self", "how": "seen",
    } | more  # fmt: skip


def post(visitor, who, name, *args, **data):
    return visitor.as_(who).post(reverse(f"concern:{name}", args=args), data)


def test_every_page_is_clean(page, cast, visitor):
    page("petra", "new")
    page("petra", "new", query="?danger=no")
    page("petra", "new", query="?danger=no&name=xy")
    page("petra", "new-pupil", cast.world.pupil["leo"], query="?danger=no")
    page("petra", "new-child", cast.adam)
    page("birgitta", "new-nameless")
    page("petra", "mine")
    page("gunilla", "inbox")
    page("petra", "way-out", query="?from=concern")
    page("tomas", "way-out")
    page("petra", "reports")


def test_a_mentor_tells_and_the_head_answers(page, cast, visitor):
    answer = post(visitor, "petra", "new-pupil", cast.world.pupil["leo"], **form())
    assert answer.url == reverse("concern:mine")
    assert "Leo Åström" in page("petra", "mine")
    inbox = page("gunilla", "inbox")
    assert "Leo Åström" in inbox
    where = inbox.split('class="child__name"><a href="')[1].split('"')[0]
    shown = visitor.as_("gunilla").get(where)
    assert "ensam på rasten" in shown.content.decode()
    assert not check_page(shown.content.decode())
    pk = where.strip("/").split("/")[-1]
    assert post(visitor, "gunilla", "step", pk, kind="trying", follow_up_on="2025-12-18").status_code == 302
    assert not check_page(visitor.as_("gunilla").get(where).content.decode())
    unexplained = post(visitor, "gunilla", "step", pk, kind="closed")
    assert unexplained.status_code == 422
    assert not check_page(unexplained.content.decode())
    assert post(visitor, "gunilla", "step", pk, kind="closed", because="solved").status_code == 302
    assert "Leo Åström" not in page("gunilla", "inbox")
    assert page("petra", "show", pk)
