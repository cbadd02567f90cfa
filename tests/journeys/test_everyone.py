"""Every page that someone may open, read by axe; the ten that matter most in every dress.

To open a page costs the browser more than to read it. So the pages that the house walk has fetched are laid into
one that stands open, and a page is opened for real when its head, or a mark that the modules go by, is new.
"""

import re
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings

from .house import House

pytestmark = pytest.mark.xdist_group("walk")

LAWS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
READER = Path(__file__).with_name("laid.js").read_text("utf-8")
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
SHEET = {"width": 658, "height": 1000}  # what the margins of an A4 leave, in pixels of the style sheets
KEY = (
    *("account_login", "day:today", "desk:children", "desk:child", "journey:new-note", "concern:new-child"),
    *("checklist:page", "checklist:show", "consent:answer", "concern:way-out"),
)
# In the page's own part, or around it: what no page may hold, and what is said of it.
FAULTS = {
    "label": ("main", '<input name="why">'),
    "color-contrast": ("main", '<p><font color="#cccccc">Pale words</font></p>'),
    "button-name": ("header", "<button></button>"),
    "wider than the window": ("main", f"<p><nobr>{'one long line ' * 30}</nobr></p>"),
}
# What brings a module or htmx to life, and what the head fetches.
HOOK = re.compile(r"<s-[\w-]+|\s(?:data|hx)-[\w:-]+(?==|[\s>])|<link rel=\"stylesheet\"[^>]*|<script[^>]*src=\"[^\"]*\"|<meta http-equiv[^>]*")


@pytest.fixture(scope="module")
def tour(walked, browser, site):
    """The furnished house with its tabs, and what the walk was shown there."""
    visits = [one for one in walked.visits if one.html]
    with walked.lent() as walk:
        house = House(browser, site, walk.cast)
        yield house, walk, visits
        house.leave()
        assert not house.strange, house.strange


def ready(page):
    """Let the page that stands open know how to read."""
    if page.evaluate("typeof laid === 'undefined'"):
        page.evaluate(AXE_SCRIPT)
        page.evaluate(READER)


def told(place, found):
    """What was found, in lines."""
    wide = [f"{place}: {found['wide']} px wider than the window"] if found["wide"] > 0 else []
    return [f"{place}: {fault}" for fault in found["faults"]] + wide


def read(page, place, colours=True):
    """What axe and a narrow window say of the page as it stands; its colours too, unless told otherwise."""
    ready(page)
    return told(place, page.evaluate("([laws, colours]) => laid.read(laws, {whole: true, colours})", [LAWS, colours]))


def lay(page, place, html):
    """What they say of a page that was fetched, laid into the one that stands open."""
    return told(place, page.evaluate("([html, laws]) => laid.layAndRead(html, laws)", [html, LAWS]))


def sit_down(house, page, walk, name, language="sv"):
    """Let this person sit in the tab."""
    house.put(page.context, settings.SESSION_COOKIE_NAME, walk.keys[name])
    house.put(page.context, settings.LANGUAGE_COOKIE_NAME, language)


def test_every_page_is_for_everyone_on_a_phone(tour):
    house, walk, visits = tour
    page, faults, known, opened = house.tab(viewport=PHONE), [], set(), 0
    swedish = [one for one in visits if one.language == "sv"]
    for one in swedish:
        hooks = set(HOOK.findall(re.sub(r' nonce="[^"]*"', "", one.html)))
        if not hooks <= known:
            sit_down(house, page, walk, one.name)
            page.goto(one.where)
            faults += read(page, one.place)
            known, opened = known | hooks, opened + 1
        else:
            faults += lay(page, one.place, one.html)
    assert not faults + house.faults, "\n".join(faults + house.faults)
    assert len(swedish) > 60 and opened > 5


def test_every_page_fits_on_paper(tour):
    house, walk, visits = tour
    page, swedish = house.tab(viewport=SHEET), [one for one in visits if one.language == "sv"]
    sit_down(house, page, walk, swedish[0].name)
    page.goto(swedish[0].where)
    ready(page)
    page.emulate_media(media="print")
    outside = {one.place: page.evaluate("(html) => { laid.lay(html); return laid.outside(); }", one.html) for one in swedish}
    assert not {place: found for place, found in outside.items() if found}
    assert page.evaluate("(html) => { laid.lay(html); return laid.outside(); }", f"<main><table><td><nobr>{'one long line ' * 30}</nobr></td></table></main>")


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_laid_is_read(tour, fault):
    house, walk, visits = tour
    one = next(one for one in visits if one.route.name == "desk:children" and one.language == "sv")
    page, (part, broken) = house.tab(viewport=PHONE), FAULTS[fault]
    sit_down(house, page, walk, one.name)
    page.goto(one.where)
    assert not read(page, "") + lay(page, "", one.html)
    found = lay(page, "", one.html.replace(f"</{part}>", f"{broken}</{part}>", 1))
    assert any(fault in line for line in found), found


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_key_pages_in_every_dress(tour, language):
    house, walk, visits = tour
    page, faults = house.tab(), []
    for route in KEY:
        one = next((one for one in visits if one.route.name == route and one.language == language), None)
        page.context.clear_cookies()
        if one:
            sit_down(house, page, walk, one.name, language)
        page.goto(one.where if one else "/sign-in/")
        for scheme in ("light", "dark") if language == "sv" else ("light",):
            for size in (PHONE, DESK):
                page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
                page.set_viewport_size(size)
                dress = f"{route} {language} {scheme} {size['width']}"
                faults += read(page, dress, colours=language == "sv")  # no colour hangs on the language
    assert not faults + house.faults, "\n".join(faults + house.faults)
