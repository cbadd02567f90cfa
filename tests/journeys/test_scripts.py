"""People at work do what they came for within the taps that each is allowed (scripts T2 to T6 of experience 6.2, and four of letting go).

A tap is a press or an Enter; to choose in a list takes two. Typing, and going on by Tab and arrows, is free.
"""

import datetime as dt
import re
from uuid import uuid4

import pytest
from django.db import connections
from playwright.sync_api import expect

from samling.access import guard
from samling.family.models import add_around
from samling.followup.tests.asked import begin
from samling.people.models import Child, Guardian
from samling.promises.tests import table
from samling.records.clock import now
from tests.cast import Cast

from .house import SENT, House
from .test_other_ways import tab_to

LAPTOP = {"width": 1280, "height": 800}
SAID = "Hodan är orolig för mornarna."
HOME = {"relation": "förälder", "custody": "joint", "custody_evidence": "folkbokföringen", "phone": "070-174 06 01", "language": "so"}


class Hand:
    """Somebody's hand on a page: counts its taps, and the pages they load."""

    def __init__(self, page, start):
        self.taps, self.loads = 0, 0
        self.sit(page, start)

    def sit(self, page, start):
        """At this address in this tab, which is where the script begins or is taken up again."""
        self.page = page
        page.goto(start)
        page.on("load", self._loaded)

    def _loaded(self, _page):
        self.loads += 1

    def tap(self, what):
        """Press it; a draft on its way is waited for, as s-send.js does."""
        self.taps += 1
        what.click()
        self.page.wait_for_function(SENT)

    def link(self, words):
        """Press the link that is called this."""
        self.tap(self.page.get_by_role("link", name=words).first)

    def button(self, words):
        """Press the button that is called this."""
        self.tap(self.page.locator("main").get_by_role("button", name=words).first)

    def choose(self, name, words):
        """Open a list and press what says this."""
        self.taps += 2
        field = self.page.locator(f"main select[name={name}]")
        field.select_option(field.locator("option", has_text=words).first.get_attribute("value"))

    def write(self, name, words):
        """Write in a field."""
        self.page.locator(f"main [name={name}]").fill(words)

    def within(self, taps, loads):
        """It took no more than these: the design says how many taps, the pages are as many as they are today."""
        assert self.taps <= taps and self.loads <= loads, f"{self.taps} taps, {self.loads} pages"


@pytest.fixture(scope="module")
def world(template, browser, site):
    """The school and Lotsen around Adam, with a plan: one world for every script, in the order of this file."""
    with template.lent():
        cast = Cast.gather()
        table.joined(cast)
        plan = table.begun(cast)
        table.goal(cast, plan)
        with cast.acting("gunilla"):
            guard.assign(cast.adam, cast.helen, because="Kartläggningen.")
        with cast.acting("maria") as acting:
            child = Child.objects.select_related("branch", "unit").get(pk=cast.adam_at_lotsen)
            for name in ("Hodan", "Ali"):
                told = HOME | {"given_name": name, "family_name": "Hassan", "verified_on": now().date()}
                add_around(Guardian, child, told, by=acting.capacity_id, at=now(), pk=uuid4())
        yield cast, plan, House(browser, site, cast)
        connections.close_all()


@pytest.fixture
def house(world):
    *_others, house = world
    yield house
    house.leave()
    assert not house.strange and not house.faults, (house.strange, house.faults)


def test_a_worry_is_described_half_way_and_gone_on_with(house, world):
    cast, *_others = world
    home = f"/children/{cast.adam}/"
    hand = Hand(house.tab("petra", viewport=LAPTOP), home)
    hand.tap(hand.page.locator("main a[href$='/checklist/']").first)
    hand.button("Börja")
    hand.write("a-seen", "Sen på måndagar.")
    for _step in ("why now", "strengths", "attendance"):
        hand.button("Spara och fortsätt")
    for number, tried in enumerate(("Kortare uppgifter", "Bilder över dagen")):
        hand.write(f"k-tried-{number}-own", tried)
        hand.tap(hand.page.locator(f"[name=k-tried-{number}-effect]").first)
    hand.button("Spara och fortsätt")
    words = hand.page.locator("main [name=q-words]")
    words.fill("Matte är när alla tittar.")
    expect(hand.page.locator("[data-draft-status]")).to_have_text(re.compile(r"^Sparat 09\.\d\d$"))
    left, context = hand.page.url, hand.page.context
    hand.page.close()

    hand.sit(context.new_page(), home)
    hand.tap(hand.page.locator(".child-head__next a"))
    expect(hand.page.locator("main")).to_contain_text("Steg 5 av 7")
    assert hand.page.url == left
    expect(hand.page.locator("main [name=q-words]")).to_have_value("Matte är när alla tittar.")
    hand.within(14, 7)
    hand.page.goto(left.replace("/voice/", "/tried/"))
    for number, tried in enumerate(("Kortare uppgifter", "Bilder över dagen")):
        expect(hand.page.locator(f"main [name=k-tried-{number}-own]")).to_have_value(tried)


def test_a_call_is_noted_that_the_school_does_not_see(house, world):
    cast, *_others = world
    hand = Hand(house.tab("maria", viewport=LAPTOP), "/")
    hand.tap(hand.page.locator(".nav").get_by_role("link", name="Barn", exact=True))
    hand.link("Adam Hassan")
    hand.link("Skriv en anteckning")
    expect(hand.page.get_by_label("Samtal")).to_be_checked()
    hand.write("text", SAID)
    hand.write("title", "Hodan ringde")
    hand.tap(hand.page.locator("[name=home][value=yes]"))
    hand.button("Spara anteckningen")
    expect(hand.page.locator("main")).to_contain_text("Hodan ringde")
    hand.within(5, 4)
    hand.page.goto(f"/children/{cast.adam_at_lotsen}/timeline/")
    expect(hand.page.locator("main li", has_text="Hodan ringde").first).to_contain_text("Ser: du")
    school = house.tab("petra")
    for address in (f"/children/{cast.adam}/", f"/children/{cast.adam}/timeline/"):
        assert school.goto(address).status == 200
        expect(school.locator("main")).not_to_contain_text("Hodan ringde")


def test_a_strength_is_placed_by_keyboard_alone(house, world):
    cast, *_others = world
    page = house.tab("helen", viewport=LAPTOP)
    page.goto(f"/children/{cast.adam}/views/")
    keys = page.keyboard
    tab_to(page, "/notes/new/$")
    keys.press("Enter")
    page.wait_for_url("**/notes/new/")
    expect(page.locator("[name=kind][value=strength]")).to_be_checked()
    tab_to(page, "^text$")
    keys.type("Jag är bra på att bygga broar.")
    tab_to(page, "^voice$")
    keys.press("Space")
    expect(page.locator("[name=voice][value=child]")).to_be_checked()
    for place in ("child", "school"):
        tab_to(page, "^places$")
        keys.press("Space")
        expect(page.locator(f"[name=places][value={place}]")).to_be_checked()
    tab_to(page, "^domain$")
    keys.type("Vuxna")
    expect(page.locator("[name=domain]")).to_have_value("school.relations")
    tab_to(page, "^Lägg lappen$")
    keys.press("Enter")
    page.wait_for_url("**placed**")
    expect(page.locator("#add")).to_be_focused()
    expect(page.locator("main .notes")).to_contain_text(["Jag är bra på att bygga broar."])
    expect(page.locator("main a.circles__mark")).to_have_count(1)


def test_a_promise_is_asked_for_and_read_as_the_home_reads_it(house, world):
    _cast, plan, _house = world
    hand = Hand(house.tab("maria", viewport=LAPTOP), f"/plans/{plan}/")
    hand.link("Lägg till ett löfte")
    hand.choose("maker", "Jonas Wik")
    hand.choose("phrase", "låter Adam börja i")
    hand.write("what", "lilla rummet")
    hand.choose("rhythm", "varje dag")
    hand.button("Spara löftet")
    shown = hand.page.locator("main")
    expect(shown).to_contain_text("tillfrågad, inte lovat än")
    expect(shown.locator("#levels")).to_contain_text("Adam får börja i lilla rummet. Jonas Wik är där.")
    hand.within(8, 2)


def test_those_at_home_who_are_silent_are_seen_and_asked(house, world):
    """Last, since a month goes by."""
    cast, *_others = world
    home, dashed = f"/children/{cast.adam_at_lotsen}/", "#around .map__line--silent"
    hand = Hand(house.tab("maria", viewport=LAPTOP), home)
    expect(hand.page.locator(dashed)).to_have_count(0)
    house.move_clock(now() + dt.timedelta(days=31))
    hand = Hand(house.tab("maria", viewport=LAPTOP), home)
    expect(hand.page.locator("#around")).to_contain_text("har varit tysta i 30 dagar")
    assert hand.page.locator(dashed).first.evaluate("line => getComputedStyle(line).strokeDasharray") != "none"
    hand.link("Barnet, skolan och hemmet i en bild")
    hand.tap(hand.page.locator("main li", has_text="Ali Hassan har inte").get_by_role("button"))
    hand.button("Vidare till att skicka")
    hand.tap(hand.page.get_by_role("button", name="Skicka", exact=True))
    expect(hand.page.locator("main").get_by_role("button", name="Ångra")).to_be_visible()
    expect(hand.page.locator("main")).to_contain_text("Väntar på att gå")
    hand.within(4, 4)
    hand.button("Ångra")
    expect(hand.page.locator("main").get_by_role("button", name="Vidare till att skicka")).to_be_visible()


def test_a_silent_colleague_is_asked_kindly_and_answers(house, world):
    """The month has gone by: what Jonas was asked for has been silent all the while."""
    cast, *_others = world
    hand = Hand(house.tab("maria", viewport=LAPTOP), f"/children/{cast.adam_at_lotsen}/")
    hand.link("Öppna planen")
    hand.tap(hand.page.get_by_role("button", name="Hur går det? Jonas Wik"))
    expect(hand.page.locator("main li", has_text="Jonas Wik").first).to_contain_text("Inget svar än.")
    hand.within(2, 2)
    answer = Hand(house.tab("jonas", viewport=LAPTOP), "/")
    answer.tap(answer.page.locator("#do li", has_text="En kollega frågar hur det går.").get_by_role("link", name="Svara"))
    answer.button("Ja, jag lovar")
    expect(answer.page.locator("main")).to_contain_text("lovat")
    answer.within(2, 2)
    hand.sit(hand.page, "/")
    expect(hand.page.locator("#do")).to_contain_text("Du frågade hur det gick och har fått svar")


def test_a_child_is_asked_how_it_is_and_answers_at_the_table(house, world):
    """Nine questions, a tap for each; five taps are the way there and back."""
    cast, *_others = world
    begin(cast)
    hand = Hand(house.tab("petra", viewport=LAPTOP), f"/children/{cast.adam}/")
    hand.link("Öppna uppföljningen")
    hand.tap(hand.page.locator("#due a").last)
    hand.tap(hand.page.locator("[name=person][value=child]"))
    hand.button("Fråga")
    hand.link("Svara tillsammans")
    for choice in hand.page.locator("main form input[type=radio][value='2']").all():
        hand.tap(choice)
    hand.tap(hand.page.locator("main form button[name=state][value=answered]"))
    expect(hand.page.locator("main")).to_contain_text("Adam")
    hand.within(15, 5)


def test_less_is_decided_step_by_step_with_a_day(house, world):
    cast, *_others = world
    hand = Hand(house.tab("petra", viewport=LAPTOP), f"/children/{cast.adam}/")
    hand.link("Nästa beslut")
    hand.tap(hand.page.locator("[name=kind][value=step_down]"))
    hand.write("next_on", "2026-02-02")
    hand.write("learnt", "Samma vuxen vid dörren.")
    hand.button("Spara")
    expect(hand.page.locator("main")).to_contain_text("Stödet runt Adam trappas ned")
    hand.within(3, 2)


def test_a_family_ends_it_and_is_asked_for_nothing(house, world):
    cast, *_others = world
    hand = Hand(house.tab("petra", viewport=LAPTOP), f"/children/{cast.adam}/")
    hand.link("Avsluta")
    hand.tap(hand.page.locator("[name=reason][value=family]"))
    hand.button("Fortsätt")
    hand.link("Välj vad som händer med det")
    hand.tap(hand.page.locator("[name=becomes][value=let_go]"))
    hand.button("Spara")
    hand.link("Fråga någon")
    hand.button("Familjen vill inte ha någon")
    hand.link("Avsluta")
    hand.button("Avsluta med skyddsnät")
    expect(hand.page.locator("main")).to_contain_text("Avslutat, med skyddsnät")
    hand.within(10, 8)


def test_a_family_that_rings_is_back_in_three_taps_and_everything_is_there(house, world):
    cast, plan, _house = world
    hand = Hand(house.tab("petra", viewport=LAPTOP), f"/children/{cast.adam}/")
    expect(hand.page.locator("main")).to_contain_text("Vägen tillbaka är öppen till")
    hand.tap(hand.page.locator(".child-head__next a"))
    hand.tap(hand.page.locator("[name=how][value=guardian]"))
    hand.button("Öppna igen")
    expect(hand.page.locator("main")).to_contain_text("Det är öppet igen runt Adam")
    hand.within(3, 2)
    for where, words in ((f"/plans/{plan}/", "Jag vill gå in genom lilla dörren."), (f"/children/{cast.adam}/decision/", "Samma vuxen vid dörren."),
                         (f"/children/{cast.adam}/timeline/", "Avslutat")):  # fmt: skip
        hand.page.goto(where)
        expect(hand.page.locator("main")).to_contain_text(words)
