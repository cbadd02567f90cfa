"""A family moves twice: Adam to a school in the next municipality, and on by a signed file to a house with a Samling of its own.

Each time the family reads first, the receiver says yes, and those behind read until the first day there and no longer.
"""

import datetime as dt
import re

from playwright.sync_api import expect

from samling.access import guard
from samling.consent.tests.asking import move_clock
from samling.demo import places
from samling.kernel.categories import Category, wall
from samling.people.models import Guardian
from samling.records.clock import STOCKHOLM, now

from .house import press, save

FIRST, SECOND = "2026-01-08", "2026-03-02"
PHRASE = "fyra ord utan samband"
WORDS, OWN = "Han ritar först, sedan räknar han.", "Jag vill sitta vid fönstret."
GRANBY = places.BRANCHES["granby_school"][1]
SAID = "Skriv att han behöver veta dagen innan."


def prepared(page, child, day, **where):
    """What goes along is begun, to a school here or to another house; returns its address."""
    page.goto(f"/children/{child}/transition/")
    page.locator("[name=kind][value=municipality]").check()
    page.locator("[name=moves_on]").fill(day)
    if "unit" in where:
        page.locator("[name=way][value=inside]").check()
        page.locator("[name=unit]").select_option(str(where["unit"]))
    else:
        page.locator("[name=way][value=file]").check()
        page.locator("[name=to]").fill(where["to"])
    press(page, "Börja")
    return page.url


def written(page, at, part, text):
    """One part of it."""
    page.goto(f"{at}parts/{part}/")
    page.locator("[name=text]").fill(text)
    save(page)


def shown(page, at, *people):
    """Each at home has read it, with what they say; nothing goes before the last of them."""
    for number, who in enumerate(people):
        expect(page.get_by_role("button", name="Lämna över")).to_have_count(0)
        page.goto(f"{at}seen/new/")
        page.get_by_label(who, exact=True).check()
        page.locator(f"[name=stance][value={'agrees' if number else 'adds'}]").check()
        page.locator("[name=how][value=spoken]").check()
        page.locator("[name=words]").fill("" if number else SAID)
        save(page)


def handed_over(page, at):
    """The head reads it and hands it over."""
    page.goto(at)
    expect(page.locator("#seen")).to_contain_text(SAID)
    press(page, "Lämna över")
    expect(page.locator("main")).to_contain_text("Det är överlämnat")


def known(house):
    """The house that signs is known where the file comes: its key was read out on the phone."""
    page = house.tab("ingrid")
    page.goto("/transitions/known/")
    key = page.locator("#own code").inner_text()
    page.locator("[name=name]").fill("Granby")
    page.locator("[name=public]").fill(key)
    save(page)
    expect(page.locator("#known")).to_contain_text("Granby")


def settled(cast, adam):
    """In the new town a teacher works with him, and his mother is written in."""
    with cast.acting("sten"):
        guard.call("assign", adam, cast.gun, [], None, "mentor")
    with cast.acting("gun") as acting:
        Guardian(subject_id=adam, wall=wall(GRANBY, Category.CONTACT), given_name="Hodan", family_name="Hassan", custody="sole",
                 relation="mamma", written_by_id=acting.capacity_id, written_at=now(), from_at=now()).save(force_insert=True)  # fmt: skip


def made(page, at, folder):
    """The file, signed and locked; returns where it lies."""
    page.goto(f"{at}file/")
    page.locator("[name=passphrase]").fill(PHRASE)
    with page.expect_download() as download:
        page.get_by_role("button", name="Gör filen").click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    assert WORDS.encode() not in file.read_bytes()
    return file


def read_in(page, file):
    """The file with a wrong passphrase is not opened; with the right one it is kept with the child."""
    page.goto("/transitions/coming/")
    page.get_by_role("link", name="Läs in en fil från en annan Samling").click()
    for phrase in ("fyra ord med samband", PHRASE):
        page.locator("[name=file]").set_input_files(file)
        page.locator("[name=passphrase]").fill(phrase)
        save(page)
        if phrase != PHRASE:
            expect(page.locator(".field--wrong, .field__error").first).to_be_visible()
    page.locator("#packages a").first.click()


def gone_on(house, year, month, day):
    """Nine o'clock on another day; every tab from now on is a new one."""
    house.leave()
    move_clock(dt.datetime(year, month, day, 9, tzinfo=STOCKHOLM))


def test_a_family_moves_twice(house, tmp_path):
    cast = house.cast
    mentor, head = house.tab("petra"), house.tab("gunilla")
    first = prepared(mentor, cast.adam, FIRST, unit=cast.granbyskolan)
    written(mentor, first, "works", WORDS)
    written(mentor, first, "child", OWN)
    shown(mentor, first, "Hodan Hassan", "Ali Hassan", "Adam")
    handed_over(head, first)

    there = house.tab("sten")
    there.goto("/")
    there.locator("#do li", has_text="En elev lämnas över").get_by_role("link", name="Svara").click()
    press(there, "Ta emot eleven")
    adam = re.search("[0-9a-f-]{36}", there.url)[0]
    assert adam != str(cast.adam)
    there.locator("#packages a").first.click()
    for words in (WORDS, SAID, "Norrskolan"):
        expect(there.locator("main")).to_contain_text(words)
    expect(there.locator("main")).to_contain_text("Den här delen följer med")  # his own words lie behind their own wall
    expect(there.locator("main")).not_to_contain_text(OWN)
    expect(there.get_by_role("link", name="Ge ett uppdrag")).to_be_visible()
    for page in (mentor, head):  # until the first day there
        assert page.goto(first).status == 200
        expect(page.locator("main")).to_contain_text("mottaget")

    gone_on(house, 2026, 1, 12)
    mentor, head, there, teacher = (house.tab(who) for who in ("petra", "gunilla", "sten", "gun"))
    assert mentor.goto(first).status == 404 and head.goto(first).status == 200
    settled(cast, adam)
    second = prepared(teacher, adam, SECOND, to="Lindens skola, Linden")
    for words in (WORDS, OWN, "Ingen hemma har sett det än"):  # not written anew; and what they said of the first is no yes to this
        expect(teacher.locator("main")).to_contain_text(words)
    shown(teacher, second, "Hodan Hassan", "Adam")
    handed_over(there, second)
    file = made(teacher, second, tmp_path)
    known(house)
    received = house.tab("lisa")
    read_in(received, file)
    for words in (WORDS, SAID, "Granbyskolan", "(Granby)"):
        expect(received.locator("main")).to_contain_text(words)
    expect(received.locator("main")).not_to_contain_text("Norrskolan")
    teacher.goto(second)
    press(teacher, "Det har kommit fram")
    gone_on(house, 2026, 3, 3)
    assert house.tab("gun").goto(second).status == 404
    there = house.tab("sten")
    there.goto(f"/children/{adam}/transition/")
    expect(there.locator("#packages li")).to_have_count(2)
    expect(there.locator("#packages")).to_contain_text(re.compile("mottaget.*Norrskolan", re.DOTALL))
