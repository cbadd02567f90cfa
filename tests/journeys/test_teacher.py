"""A teacher is thrown out in the middle of a sentence, signs in again, closes the tab: nothing is lost."""

import re

from playwright.sync_api import expect

from .house import press

BOTH = "Adam kommer sent på måndagar. Han är trött."
SAVED = re.compile(r"^Sparat 09\.0\d$")


def begin(house, page):
    """Begin Adam's checklist on his own page."""
    page.goto(f"/children/{house.cast.adam}/")
    page.locator("main a[href$='/checklist/']").click()
    press(page, "Börja")
    expect(page.get_by_role("heading", level=1)).to_have_text("Varför nu?")


def test_a_lost_session_and_a_closed_tab_lose_nothing(house):
    page = house.tab("petra")
    begin(house, page)
    seen, status = page.locator("textarea[name=a-seen]"), page.locator("[data-draft-status]")
    seen.fill("Adam kommer sent på måndagar.")
    expect(status).to_have_text(SAVED)

    house.end_session(page.context)
    seen.press_sequentially(" Han är trött.")
    expect(status).to_contain_text("Inte sparat sedan 09.0")
    expect(seen).to_have_value(BOTH)

    house.enter(page.context, "petra")
    press(page, "Spara och fortsätt")
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Varför nu?")

    likes = page.locator("textarea").first
    likes.fill("Bygger broar av allt.")
    expect(status).to_have_text(SAVED)
    here, name = page.url, likes.get_attribute("name")
    page.close()

    again = page.context.new_page()
    again.goto(f"/children/{house.cast.adam}/")
    again.get_by_role("link", name="Öppna checklistan").click()
    again.get_by_role("link", name=re.compile("^Fortsätt")).click()
    assert again.url == here
    expect(again.locator(f"textarea[name={name}]")).to_have_value("Bygger broar av allt.")
    again.goto(here.replace(here.split("/steps/")[1], "why-now/"))
    expect(again.locator("textarea[name=a-seen]")).to_have_value(BOTH)
