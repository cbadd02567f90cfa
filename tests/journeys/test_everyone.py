"""Every page that someone may open, read by axe; the ten that matter most in every dress."""

from http import HTTPStatus

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings

from tests.house.rooms import furnished
from tests.house.walk import Walk

from .house import House

LAWS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
AXE = "laws => axe.run(document, {runOnly: laws, resultTypes: ['violations']}).then(found => found.violations)"
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
KEY = (
    *("account_login", "desk:today", "desk:children", "desk:child", "journey:new-note", "concern:new-child"),
    *("checklist:page", "checklist:show", "consent:answer", "concern:way-out"),
)


@pytest.fixture(scope="module")
def tour(template, browser, site):
    """The furnished house: where each page is, and who may stand there."""
    from tests.cast import Cast

    with template.clone():
        walk = Walk(furnished(Cast.gather()))
        house = House(browser, site, walk.cast)
        yield house, walk, {route.name: ways for route, ways in walk.rooms()}
        house.leave()
        assert not house.strange, house.strange


def first_in(walk, ways):
    """Who is let in where, and what kind of answer that is; None if it is no page."""
    name, answer = walk.visit(ways, "sv")
    if answer is None or answer.status_code != HTTPStatus.OK or "html" not in answer.get("Content-Type", ""):
        return None
    return name, answer.wsgi_request.get_full_path()


def read(page, place):
    """What axe and a narrow window say of the page as it stands."""
    page.evaluate("typeof axe === 'undefined'") and page.evaluate(AXE_SCRIPT)
    faults = [
        f"{place}: {one['id']} {node['html'][:160]} {node.get('failureSummary', '')[:200]}"
        for one in page.evaluate(AXE, LAWS)
        for node in one["nodes"]
    ]
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return faults + ([f"{place}: {wide} px wider than the window"] if wide > 0 else [])


def sit_down(house, page, walk, name, language="sv"):
    """Let this person sit in the tab."""
    house.put(page.context, settings.SESSION_COOKIE_NAME, walk.keys[name])
    house.put(page.context, settings.LANGUAGE_COOKIE_NAME, language)


def test_every_page_is_for_everyone_on_a_phone(tour):
    house, walk, rooms = tour
    page, faults, seen = house.tab(viewport=PHONE), [], 0
    for route, ways in rooms.items():
        found = first_in(walk, ways)
        if found:
            sit_down(house, page, walk, found[0])
            page.goto(found[1])
            seen += 1
            faults += read(page, f"{route} ({found[0]})")
    assert not faults + house.faults, "\n".join(faults + house.faults)
    assert seen > 60


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_key_pages_in_every_dress(tour, language):
    house, walk, rooms = tour
    page, faults = house.tab(), []
    for route in KEY:
        name, where = first_in(walk, rooms[route]) if route in rooms else (None, "/sign-in/")
        page.context.clear_cookies()
        if name:
            sit_down(house, page, walk, name, language)
        page.goto(where)
        for scheme in ("light", "dark"):
            for size in (PHONE, DESK):
                page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
                page.set_viewport_size(size)
                faults += read(page, f"{route} {language} {scheme} {size['width']}")
    assert not faults + house.faults, "\n".join(faults + house.faults)
