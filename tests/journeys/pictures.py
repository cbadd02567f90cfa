"""The pictures in docs/guides, taken in a demo that runs: `.venv/bin/python -m tests.journeys.pictures [ADDRESS]`."""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from .chromium import started

PLACE = Path(__file__).parents[2] / "docs" / "guides" / "pictures"
DEMO = "http://127.0.0.1:8000"
WIDE, PHONE = 1000, 360  # CSS pixels, one to one in the picture


@dataclass(frozen=True)
class Shot:
    """One picture: who stands where, by which links she came, and a word of the page's heading."""

    name: str
    who: str
    path: str
    heading: str
    links: tuple[str, ...] = ()
    at: str = ""  # a heading that is brought to the top
    role: str = ""  # for who has several
    width: int = WIDE
    height: int = 800


SHOTS = (
    Shot("today", "Petra Ek", "/", "Petra"),
    Shot("tell", "Petra Ek", "/concerns/new/", "Vilket barn", ("Nej",), width=PHONE, height=720),
    Shot("checklist", "Maja Björk", "/children/", "Checklista", ("Elsa Karlsson", "Öppna checklistan")),
    Shot("agenda", "Gunilla Norén", "/meetings/", "Elevhälsoteamet", ("Öppna dagordningen",)),
    Shot("circle", "Gunilla Norén", "/children/", "Runt Adam", ("Adam Hassan", "Alla runt barnet"), at="Som bild"),
    Shot(
        "views",
        "Maria Lind",
        "/children/",
        "Kartläggning",
        ("Adam Hassan", "Barnet, skolan och hemmet i en bild"),
        role="Socialnämnden",
        height=1240,
    ),
    Shot("plan", "Maria Lind", "/children/", "Planen", ("Adam Hassan", "Öppna planen"), role="Socialnämnden"),
    Shot("closing", "Petra Ek", "/children/", "Avslut", ("Sam Lövgren", "Fortsätt med avslutet")),
    Shot("asking", "Petra Ek", "/children/", "Hjälper det?", ("Adam Hassan", "Öppna uppföljningen"), height=900),
    Shot("siblings", "Cecilia Bratt", "/children/", "Elsa och Ebba", ("Elsa Karlsson", "Syskon", "Ebba")),
    Shot("moving", "Petra Ek", "/children/", "Det som de nya behöver veta", ("Sam Lövgren", "När barnet går vidare", "Söderskolan"), height=900),
    Shot("extract", "Gunilla Norén", "/", "Begäran om utdrag", ("Ett utdrag väntar på dig",)),
    Shot("beginning", "Ingrid Stål", "/settings/beginning/", "Kom i gång", role="systemadministratör"),
)


def take(page: Page, shot: Shot, folder: Path) -> Path:
    """Walk to where the picture is, see that it is the right page, and write it; returns its file."""
    page.set_viewport_size({"width": shot.width, "height": shot.height})
    page.goto(shot.path)
    for link in shot.links:
        page.locator("main").get_by_role("link", name=link).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(shot.heading)
    if shot.at:
        page.get_by_role("heading", name=shot.at).evaluate("heading => heading.scrollIntoView()")
    file = folder / f"{shot.name}.png"
    page.screenshot(path=file, animations="disabled")
    return file


def enter(browser: Browser, address: str, shot: Shot) -> Page:
    """A tab in which the demo's person sits signed in."""
    page = browser.new_context(base_url=address, locale="sv-SE", reduced_motion="reduce").new_page()
    page.goto("/demo/")
    page.get_by_role("button", name=f"Bli {shot.who}").click()
    if shot.role:
        page.get_by_role("button", name=re.compile(shot.role)).click()
    return page


def main(address: str) -> None:
    """Take every picture anew."""
    PLACE.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = started(playwright)
        for shot in SHOTS:
            page = enter(browser, address, shot)
            print(take(page, shot, PLACE))
            page.context.close()
        browser.close()


if __name__ == "__main__":
    main(*(sys.argv[1:] or [DEMO]))
