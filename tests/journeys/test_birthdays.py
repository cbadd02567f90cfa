"""One child turns 13, another 15, a third 18, on the same Friday: what the pages say the day before and on the day, and to whom."""

import datetime as dt
import re

from playwright.sync_api import expect

from samling.access import guard
from samling.consent.tests.asking import answer, ask, move_clock, standing, stands
from samling.people.models import Child
from samling.work.running import go_round

from .house import save
from .test_consent import note

TOMORROW, MIDNIGHT = dt.date(2025, 11, 21), dt.datetime(2025, 11, 20, 23, 1, tzinfo=dt.UTC)  # a minute past, in Stockholm
OLD = {"sam": ("petra", 13), "adam": ("petra", 15), "ines": ("david", 18)}  # whose pupil, and how old tomorrow
ALONE, SAID = "[name=asked][value=alone]", re.compile("fyller|myndig")


def born(cast):
    """Three who have their birthday tomorrow; at home with Ines both have said yes to something."""
    cast.open_pupil("sam")
    for key, (mentor, years) in OLD.items():
        with cast.acting(mentor):
            Child.objects.filter(pk=cast.world.child[key]).update(born_on=TOMORROW.replace(year=TOMORROW.year - years))
    with cast.acting("gunilla"):
        guard.call("assign", cast.adam, cast.amir, [], None, "counsellor")
    consent = ask(cast, "david", cast.ines)
    for giver in (cast.dragan, cast.mila):
        answer(cast, "david", consent, giver)
    go_round()
    return consent


def asking(page, house, key, who):
    """A question to this child's family, as far as to who is asked."""
    house.enter(page.context, who)
    page.goto(f"/children/{house.cast.world.child[key]}/consents/new/")
    page.locator("[name=kind][value=participation]").check()
    save(page)
    return page


def asked(page):
    """The rest of the question."""
    save(page)
    page.locator("main textarea[name=purpose]").fill("Du vill prata med någon vid sidan.")
    for _step in ("limits", "period", "language", "review"):
        save(page)
    page.wait_for_url(re.compile("/consents/[-0-9a-f]{36}/$"))
    return page.url


def said(page, house, key, part="people"):
    """What stands of a birthday on a page about this child."""
    page.goto(f"/children/{house.cast.world.child[key]}/{part}/")
    return " ".join(one for one in page.locator("main .notice").all_inner_texts() if SAID.search(one))


def test_on_the_days_themselves(house):
    cast = house.cast
    consent = born(cast)
    page, mentor = house.tab("petra"), house.tab("david")

    # The day before.
    assert not said(page, house, "sam")
    assert "fyller 15 den 21 november 2025" in said(page, house, "adam")
    assert "fyller 18 den 21 november 2025" in said(mentor, house, "ines")
    for one, soon, other in ((page, "Fyller snart 15", "Ines"), (mentor, "Fyller snart 18", "Adam")):
        one.goto("/")
        expect(one.locator("main")).to_contain_text(soon)
        expect(one.locator("main")).not_to_contain_text(other)
    expect(asking(page, house, "sam", "petra").locator("[name=asked]:checked")).to_have_value("both")
    expect(asking(page, house, "adam", "amir").locator(ALONE)).to_have_count(0)
    assert stands(cast, "david", consent)

    move_clock(MIDNIGHT)
    # At 13 nothing is said and nothing changes; at 15 one can be asked alone, and neither home nor one's teacher hears of it.
    assert not said(page, house, "sam")
    expect(asking(page, house, "sam", "petra").locator("[name=asked]:checked")).to_have_value("both")
    expect(page.locator(ALONE)).to_have_count(0)
    asking(page, house, "adam", "amir").locator(ALONE).check()
    quiet = asked(page)
    expect(page.locator("main")).to_contain_text("Inget om det här går till vårdnadshavarna")
    house.enter(page.context, "petra")
    assert page.goto(quiet).status == 404
    assert not said(page, house, "adam")

    # At 18 what the parents said yes to stands no longer; only Ines is asked, and her own yes opens it again.
    assert not stands(cast, "david", consent)
    mentor = house.tab("david")
    assert "är myndig" in said(mentor, house, "ines", "consents")
    question = f"{house.site}/consents/{consent}/"
    mentor.goto(question)
    expect(mentor.locator("main h1 + p")).to_contain_text("Väntar på Ines")
    expect(mentor.get_by_role("link", name=re.compile("svar.*(Dragan|Mila)"))).to_have_count(0)
    for parent in ("Dragan", "Mila"):
        expect(mentor.locator("#answers li", has_text=parent)).to_contain_text("Gäller inte längre")
    note(mentor, question, "Ines", "yes")
    assert stands(cast, "david", consent) and not standing(cast, "david", consent).waits_for
    mentor.goto(f"/children/{cast.ines}/letters/")
    expect(mentor.locator("main")).not_to_contain_text(re.compile("Dragan|Mila"))
