"""An hour of the student health team: four children, one guest, from the agenda to *Klart för i dag*."""

import re

from playwright.sync_api import expect

from samling.agenda.tests import hour

from .house import press, save, send

NAMES = ("Adam", "Hassan", "Hodan", "Elsa", "Karlsson", "Noor", "Aziz", "Ines", "Marković", "4B", "3A", "9C")
CHILDREN = {"Adam Hassan": "får höra namnet", "Elsa Karlsson": "går ut ur rummet", "Noor Aziz": "utan namn",
            "Ines Marković": "går ut ur rummet"}  # fmt: skip


def agenda(cast):
    """The team, Thursday's meeting with Tomas as a guest, and four children; one home has said yes."""
    hour.team_of(cast)
    meeting = hour.meeting_of(cast)
    hour.said_yes(cast, "adam", ("hodan", "ali"))
    hour.assign(cast, "adam", "amir")
    for who, child, nameless in (("petra", "adam", ""), ("maja", "elsa", ""), ("petra", "noor", "Ett barn sover dåligt."),
                                 ("david", "ines", "")):  # fmt: skip
        hour.take_up(cast, who, child, meeting, nameless=nameless)
    return f"/meetings/{meeting}/"


def decide(page, holder):
    """Nothing is chosen beforehand; a decision has a holder, a day and someone who tells the home."""
    page.get_by_role("link", name="Besluta", exact=True).click()
    expect(page.locator("main :checked[type=radio]")).to_have_count(0)
    page.get_by_label("Utreda behovet av särskilt stöd").check()
    page.get_by_label("Vem håller i det?").select_option(label=holder)
    page.get_by_label("När frågar ni hur det gick?").fill("2025-12-18")
    page.get_by_label("Vem berättar hemma?").select_option(label="Gunilla Norén, rektor")
    page.get_by_label("När ska hemmet senast få veta?").fill("2025-11-27")
    save(page)


def test_an_hour_with_four_children_and_one_guest(house, cast):
    meeting = agenda(cast)
    page = house.tab("gunilla", viewport={"width": 1280, "height": 800})
    page.goto("/")
    page.locator(".nav").get_by_role("link", name="Möten").click()
    page.get_by_role("link", name="Elevhälsoteam").first.click()
    for child, hears in CHILDREN.items():
        expect(page.locator("#agenda li").filter(has_text=child)).to_contain_text(hears)

    guest = house.tab("tomas", viewport={"width": 360, "height": 740}, java_script_enabled=False)
    guest.goto(meeting)
    seen = guest.locator("main").inner_text()
    assert "Adam Hassan" in seen and seen.count("En punkt") == 3 and "Ett barn sover dåligt." in seen
    assert not [name for name in NAMES[3:-3] if re.search(rf"\b{name}\b", seen)]
    assert guest.evaluate("document.documentElement.scrollWidth") <= 360

    page.get_by_role("link", name="Vilka som är i rummet").click()
    page.get_by_label(re.compile("Tomas Hed")).check()
    press(page, "Spara vilka som är här")
    notes = house.tab("amir", viewport={"width": 360, "height": 740}, java_script_enabled=False)  # without scripts too
    notes.goto(meeting)
    notes.get_by_role("link", name="Adam Hassan").click()
    notes.get_by_label("Det som sägs").fill("Lugnt när han får komma först.")
    send(notes.get_by_role("button", name="Spara", exact=True))
    expect(notes.get_by_label("Det som sägs")).to_have_value("Lugnt när han får komma först.")
    assert notes.evaluate("document.documentElement.scrollWidth") <= 360

    page.get_by_role("link", name="Börja mötet").click()
    for number, child in enumerate(CHILDREN, 1):
        expect(page.locator("h1")).to_contain_text(child)
        expect(page.locator("main")).to_contain_text(f"Punkt {number} av 4")
        expect(page.locator("main")).not_to_contain_text("Lugnt när han")  # student health's wall
        decide(page, "Amir Rostami, skolkurator")
        page.get_by_role("link", name="Nästa punkt" if number < 4 else "Avsluta mötet", exact=True).click()
    expect(page.locator("main li")).to_have_count(4)
    press(page, "Lämna över och avsluta")
    expect(page.locator("main")).to_contain_text("Klart för i dag")

    page.get_by_role("link", name="Skriv ut utan namn").click()
    page.emulate_media(media="print")
    paper = page.locator("body").inner_text()
    assert "Punkt 4" in paper and "Utreda behovet av särskilt stöd" in paper
    assert not [name for name in NAMES if re.search(rf"\b{name}\b", paper)]
    page.emulate_media(media="screen")
    page.goto("/")
    expect(page.locator("#coming")).to_contain_text("Berätta hemma vad mötet bestämde")
    guest.reload()
    assert "Adam Hassan" not in guest.locator("main").inner_text()  # the hour is over
