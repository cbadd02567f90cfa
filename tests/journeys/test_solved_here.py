"""A concern leads to a checklist; it is solved at the school's own table, and asked about six weeks later."""

import datetime as dt
import re

from playwright.sync_api import expect

from tests.cast import FROZEN

from .house import save, send

STEPS = {
    "why-now": {"a-seen": "Adam kommer sent på måndagar."},
    "strengths": {"b-likes": "Bygger broar av allt."},
    "attendance": {"c-pattern": "Måndagar, sen första timmen."},
    "tried": {"k-tried-0-own": "Ett kort på dagen"},
    "voice": {"q-words": "Det är för mycke folk i hallen."},
    "table": {"others": "Sara Blom, modersmålslärare"},
    "next": {"r-next-0-own": "Mjuk start i biblioteket", "s-different": "Han kommer in med de andra."},
}


def tell(page, text):
    """From *I dag* to a concern about Adam, told."""
    page.goto("/")
    page.locator("main a[href='/concerns/new/']").click()
    page.locator("main a[href$='danger=no']").click()
    page.locator("main input[name=name]").fill("Adam")
    send(page.locator("main form button"))
    page.get_by_role("link", name=re.compile("Adam Hassan")).click()
    page.locator("[name=text]").fill(text)
    page.locator("[name=touches][value=school]").check()
    save(page)


def fill_in(page):
    """The seven steps, one after the other."""
    for step, answers in STEPS.items():
        expect(page).to_have_url(re.compile(f"/steps/{step}/$"))
        for name, text in answers.items():
            page.locator(f"main [name={name}]").fill(text)
        save(page)


def test_from_a_concern_to_solved_and_asked_again(house):
    page = house.tab("petra")
    tell(page, "Han somnar på lektionen.")
    expect(page).to_have_url(re.compile("/concerns/mine/$"))
    expect(page.locator("main")).to_contain_text("27 november")
    page.locator("main li").get_by_role("link", name="Läs").click()
    page.locator("main a[href*='/checklist/']").click()
    save(page)
    fill_in(page)

    expect(page).to_have_url(re.compile("/decision/$"))
    page.get_by_role("link", name="Vi löser det här").click()
    expect(page.locator("main")).to_contain_text("2 januari")  # six weeks on is New Year's Day
    front = page.url.split("decision/")[0]
    save(page)
    expect(page).to_have_url(front)
    page.goto("/")
    expect(page.locator("section", has=page.get_by_role("heading", name="Kommande")).last).to_contain_text("Adam")

    house.move_clock(FROZEN + dt.timedelta(weeks=6, days=1))
    house.enter(page.context, "petra")
    page.goto("/")
    page.locator("main a[href$='/follow-up/']").click()
    page.locator("[name=result][value=solved]").check()
    save(page)
    expect(page.locator("main")).to_contain_text("Skolan kan inte ensam säga")
    expect(page.locator("[name=result][value=solved]")).to_be_checked()
    page.locator("[name=asked_child]").check()
    save(page)
    expect(page).to_have_url(front)
    expect(page.locator("main")).to_contain_text(re.compile("Löst här.*uppföljt"))
    page.goto("/")
    expect(page.locator("main a[href$='/follow-up/']")).to_have_count(0)
