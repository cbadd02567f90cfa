"""Vera and her half-brother Viggo: a father who answers nothing at first, a word that the family carries, one meeting at two tables, and a yes taken back."""

import datetime as dt
import re

from playwright.sync_api import expect

from samling.consent.tests.asking import move_clock
from samling.siblings.tests import family
from samling.siblings.tests.test_joining import called, plan_with_promise
from tests.cast import FROZEN

from .house import press, save, send
from .test_consent import note

BLAME = re.compile(r"måste svara|borde|vägrar|försenad|trots|uteblivit", re.IGNORECASE)
ABOUT_VIGGO, PROMISED = "Hur blir det för viggo?", "Tova Palm"


def table_of(house, key):
    """The page of a child's brothers and sisters."""
    return f"/children/{house.cast.world.child[key]}/siblings/"


def asked(page, house, key):
    """From the page of brothers and sisters its own question is asked; returns its address."""
    page.goto(table_of(house, key))
    expect(page.get_by_role("link", name="Ge familjen ett ord")).to_have_count(0)
    page.get_by_role("link", name="Fråga vårdnadshavarna").click()
    page.locator("[name=kind][value=siblings]").check()
    save(page)
    page.locator("main textarea[name=purpose]").fill("Ni berättade att syskonen får hjälp var för sig, och vill mötas på en gång.")
    for _step in ("limits", "period", "language", "review"):
        save(page)
    page.wait_for_url(re.compile("/consents/[-0-9a-f]{36}/$"))
    return page.url


def silence(house, page, question):
    """The father answers nothing: nobody is hurried, and after a fortnight a kind letter can be written."""
    page.goto(question)
    waits = page.locator("#silence")
    expect(waits).to_contain_text("Johan Ek")
    expect(waits).to_contain_text("Det är tillåtet att inte svara")
    expect(waits.get_by_role("button")).to_have_count(0)
    move_clock(FROZEN + dt.timedelta(days=14))
    house.enter(page.context, "petra")
    page.reload()
    send(waits.get_by_role("button", name="Skriv ett vänligt brev Johan Ek"))
    expect(page.locator("h1")).to_have_text("Vi har frågat dig något")
    assert not BLAME.search(page.locator("main").inner_text())
    expect(page.locator("main textarea").first).to_have_value(re.compile("båda går bra"))


def carried(vera, viggo, house):
    """A word at the one table, written at the other; each then reads what the other is called."""
    vera.goto(table_of(house, "vera"))
    vera.get_by_role("link", name="Ge familjen ett ord").click()
    press(vera, "Gör ordet")
    word = vera.locator(".secret").inner_text()
    vera.get_by_role("link", name="Klart").click()
    expect(vera.locator("#joined")).not_to_contain_text("Viggo")
    viggo.goto(table_of(house, "viggo"))
    viggo.get_by_role("link", name="Familjen har ett ord med sig").click()
    viggo.locator("[name=word]").fill(word.upper())
    press(viggo, "Koppla dem")
    expect(viggo.get_by_role("heading", level=1)).to_have_text("Viggo och Vera")
    vera.goto(table_of(house, "vera"))
    vera.locator("#joined").get_by_role("link", name="Viggo").click()
    expect(vera.get_by_role("heading", level=1)).to_have_text("Vera och Viggo")
    return vera.url, viggo.url


def met(house, vera, viggo, ours, theirs):
    """Viggo's table has called a meeting; Vera's meets at once, with a question of its own, and reads nothing of his."""
    called(house.cast, "viggo", "petra", FROZEN + dt.timedelta(days=20))
    viggo.goto(theirs)
    send(viggo.locator("#tables").get_by_role("button").first)
    vera.goto(ours)
    expect(vera.locator("#tables")).to_contain_text("Biblioteket")
    vera.locator("#tables").get_by_role("link", name="Ses då").click()
    vera.locator("[name=question]").fill("Hur sover Vera?")
    vera.locator("[name=chair]").select_option(str(house.cast.maja))
    save(vera)
    expect(vera.locator("#tables")).to_contain_text("Biblioteket")
    for word in ("Johan", ABOUT_VIGGO, PROMISED, "Petra"):
        expect(vera.locator("main")).not_to_contain_text(word)


def shared(house, viggo, ours, theirs):
    """Once Petra works with both she lays what the mother promises beside Vera, and reads it there."""
    plan_with_promise(house.cast)
    family.works_with_both(house.cast)
    viggo.goto(theirs)
    viggo.get_by_role("link", name="Familjen vill ha något vid båda").click()
    viggo.get_by_role("group", name="Vad vill familjen ha").get_by_label(re.compile(PROMISED)).check()
    save(viggo)
    viggo.goto(ours)
    expect(viggo.locator("#promises")).to_contain_text(PROMISED)
    expect(viggo.locator("#promises")).to_contain_text("från bordet kring Viggo")


def test_half_siblings_meet_at_both_tables_and_one_no_parts_them(house):
    home = family.raised(house.cast)
    family.said_yes(house.cast, "vera", home["vera"])
    vera, viggo = house.tab("maja"), house.tab("petra")
    question = asked(viggo, house, "viggo")
    note(viggo, question, "Tova", "yes")
    viggo.goto(table_of(house, "viggo"))
    expect(viggo.get_by_role("link", name="Familjen har ett ord med sig")).to_have_count(0)  # his father has not answered
    silence(house, viggo, question)
    note(viggo, question, "Johan", "yes")

    vera = house.tab("maja")
    ours, theirs = carried(vera, viggo, house)
    met(house, vera, viggo, ours, theirs)
    shared(house, viggo, ours, theirs)

    viggo.goto(question)
    viggo.get_by_role("link", name=re.compile("Ta tillbaka.*Johan")).click()
    viggo.locator("[name=how][value=spoken]").check()
    save(viggo)
    for page, here in ((vera, ours), (viggo, ours), (viggo, theirs)):
        page.goto(here)
        expect(page.get_by_role("heading", level=1)).to_have_text("Inte längre kopplade")
        for word in ("Johan", PROMISED, "Biblioteket"):
            expect(page.locator("main")).not_to_contain_text(word)
    vera.goto(table_of(house, "vera"))
    expect(vera.locator("main")).not_to_contain_text("Viggo")
