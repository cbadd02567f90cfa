"""The base pages hold together without a database, and the reader's choices are remembered safely."""

import datetime as dt
import re
from types import SimpleNamespace

import pytest
from django.http import HttpResponse
from django.template.loader import get_template, render_to_string
from django.test import RequestFactory, override_settings
from django.utils.translation import override

from samling.kernel.answer import refuse
from samling.ui import context, views
from samling.ui.respond import done, respond

get = RequestFactory().get
post = RequestFactory().post


class Maria:
    """A capacity as the base page knows it."""

    unit, person_id = "Norrskolan", "maria"

    def __str__(self):
        return "Maria Lind, kurator"


def request(path="/", **cookies):
    asked = get(path)
    asked.COOKIES |= cookies
    asked.capacity = Maria()
    asked.session = SimpleNamespace(seconds_left=lambda: 1234)
    return asked


def page(name, asked=None, language="sv", **words):
    with override(language):
        return render_to_string(name, words, request=asked or request())


def patterns(query="", language="sv"):
    with override(language):
        return views.patterns(request(f"/patterns/?{query}")).content.decode()


def test_the_pattern_page_uses_every_density_and_direction():
    assert 'data-density="work"' in patterns()
    assert 'data-density="meeting"' in patterns("density=meeting")
    assert 'data-density="family"' in patterns("density=family")
    assert '<html lang="ar" dir="rtl"' in patterns("lang=ar")
    assert '<html lang="sv" dir="ltr" data-theme="dark"' in patterns("theme=dark")


def test_an_unknown_wish_is_not_followed():
    html = patterns('density="><script>&theme=pink')
    assert 'data-density="work"' in html
    assert "data-theme" not in html


def test_the_head_says_in_whose_shoes_one_stands():
    html = page("ui/page.html")
    assert "Du är här som <b>Maria Lind, kurator</b>, Norrskolan" in html
    assert 'data-seconds="1234" ' in html
    assert 'data-who="maria"' in html


def test_nobody_signed_in_has_no_lock_and_nowhere_to_go():
    assert "<s-lock" not in page("ui/bare.html", get("/"))
    html = page("ui/page.html", get("/"))
    assert 'class="nav"' not in html and 'role="search"' not in html


def test_a_place_whose_route_is_missing_is_left_out():
    with override_settings(STAFF_PLACES=[("Today", "ui:theme", ""), ("Children", "nowhere:at-all", "")]):
        nav = context.page(request("/"))["nav"]
    assert [place.url for place in nav] == [context.address("ui:theme")]


def test_the_nearest_place_is_marked():
    with override_settings(STAFF_PLACES=[("Today", "ui:theme", ""), ("Children", "ui:patterns", "")]):
        nav = context.page(request(context.address("ui:patterns") + "more/"))["nav"]
    assert [place.here for place in nav] == [False, True]


def test_the_first_page_is_marked_on_itself_alone():
    with override_settings(STAFF_PLACES=[("Today", "day:today", "")]):
        here = [context.page(request(path))["nav"][0].here for path in ("/", "/children/")]
    assert here == [True, False]


def test_a_refusal_says_why_and_what_next():
    html = page("ui/refused.html", answer=refuse("Only the person who gave consent can withdraw it."))
    assert "Bara den som har gett samtycket kan ta tillbaka det." in html
    assert "Inget har ändrats." in html


@pytest.mark.parametrize("name", ["400.html", "404.html", "ui/signed-out.html", "ui/refused.html"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_page_of_trouble_has_one_heading_and_its_title(name, language):
    html = page(name, get("/"), language)
    heading = re.findall(r"<h1>(.*?)</h1>", html)
    assert len(heading) == 1
    assert f"<title>{heading[0]} – Samling</title>" in html


@pytest.mark.parametrize("name", ["500.html", "503.html"])
def test_the_last_pages_need_nothing(name):
    html = get_template(name).render()
    assert "Det som var sparat är kvar." in html
    assert "{" not in html


def test_two_who_write_see_both_texts():
    html = page(
        "ui/conflict.html", theirs="Deras text", yours="Min text", theirs_by="Petra",
        theirs_at=dt.date(2026, 11, 19), today=dt.date(2026, 11, 19), save_url="/a/", keep_url="/b/", form="",
    )  # fmt: skip
    assert "Deras text" in html and "Min text" in html and "Petra, <time" in html


@pytest.mark.parametrize(
    ("view", "name", "value", "cookie"),
    [
        (views.theme, "theme", "dark", "samling_theme"),
        (views.language, "language", "en", "django_language"),
        (views.keys, "keys", "off", "samling_keys"),
    ],
)
def test_a_choice_is_remembered_and_can_be_forgotten(view, name, value, cookie):
    kept = view(post("/", {name: value, "back": "/patterns/?a=1"}))
    assert kept.url == "/patterns/?a=1"
    assert kept.cookies[cookie].value == value
    assert kept.cookies[cookie]["httponly"] and kept.cookies[cookie]["samesite"] == "Lax"
    assert view(post("/", {name: "unknown"})).cookies[cookie].value == ""
    assert view(get("/")).status_code == 405


@pytest.mark.parametrize(
    "back", ["https://evil.test/", "//evil.test/", "/\\evil.test", "javascript:alert(1)", ""]
)
def test_the_way_back_never_leaves_the_house(back):
    assert views.theme(post("/", {"theme": "dark", "back": back})).url == "/"


def part(asked):
    asked.META["HTTP_HX_REQUEST"] = "true"
    return asked


LOCMEM = "django.template.loaders.locmem.Loader"
PAGES = {"a.html": "whole {% partialdef rows inline %}rows {{ word }}{% endpartialdef %}"}
ENGINE = {
    "BACKEND": "django.template.backends.django.DjangoTemplates",
    "OPTIONS": {"loaders": [(LOCMEM, PAGES)]},
}


@override_settings(TEMPLATES=[ENGINE])
def test_a_page_answers_with_its_part_to_htmx():
    whole = respond(request(), "a.html", "rows", status=422, word="here")
    assert (whole.content, whole.status_code, whole["Vary"]) == (b"whole rows here", 422, "HX-Request")
    assert respond(part(request()), "a.html", "rows", word="here").content == b"rows here"
    assert done(part(request()), "/there/", "a.html", "rows", word="now").content == b"rows now"


def test_an_act_ends_in_a_redirect_without_htmx():
    assert done(request(), "/there/", "ui/page.html", "part").url == "/there/"
    assert isinstance(done(part(request()), "/there/"), HttpResponse)
