"""A mother says yes, a father says no: nothing opens. And a yes taken back shuts an open tab."""

import re

from playwright.sync_api import expect

from samling.kernel.categories import Category, wall

from .house import save, send

TOLD = "Lugnare mornar"
LEARNING = str(wall(1, Category.LEARNING))


def ask(house, page, *, unit):
    """Ask Adam's guardians, one thing per page; returns the question's address."""
    page.goto(f"/children/{house.cast.adam}/consents/new/")
    page.locator("[name=kind][value=secrecy_waiver]").check()
    save(page)
    page.locator("select[name=unit]").select_option(str(unit))
    save(page)
    page.locator(f"main input[type=checkbox][name=walls][value='{LEARNING}']").check()
    save(page)
    page.locator("main textarea[name=purpose]").fill("Så att mornarna blir lättare.")
    for _step in ("purpose", "period", "language", "review"):
        save(page)
    page.wait_for_url(re.compile("/consents/[-0-9a-f]{36}/$"))
    return page.url


def note(page, asked, name, answer):
    """Note what a guardian says."""
    page.goto(asked)
    page.get_by_role("link", name=re.compile(f"svar.*{name}")).click()
    page.locator("[name=how][value=spoken]").check()
    send(page.locator(f"button[name=yes][value={answer}]"))
    expect(page).to_have_url(asked)


def test_one_no_is_enough(house):
    page = house.tab("petra")
    asked = ask(house, page, unit=house.cast.reception)
    note(page, asked, "Hodan", "yes")
    note(page, asked, "Ali", "no")
    expect(page.locator("main h1 + p .pill")).to_contain_text("De är inte överens")
    expect(page.locator("main a[href$='/opening/']")).to_have_count(0)
    assert page.goto(f"{asked}opening/").status == 403
    page.goto(f"/children/{house.cast.adam}/consents/")
    expect(page.locator("main")).to_contain_text("De är inte överens")

    social = house.tab("tomas")
    social.goto("/told/")
    expect(social.locator("main")).not_to_contain_text("Adam")
    for address in (f"/told/{house.cast.adam}/", f"/children/{house.cast.adam}/", asked):
        assert social.goto(address).status == 404


def told_in(house, page):
    """Both guardians have said yes; the note is opened for the reception, which is invited and joins."""
    page.goto(f"/children/{house.cast.adam}/notes/new/")
    page.locator("main [name=title]").fill(TOLD)
    page.locator("main [name=text]").fill("Han kom i tid i fyra dagar.")
    page.locator("main [name=about]").select_option(LEARNING)
    page.locator("main [name=home][value=yes]").check()
    save(page)
    asked = ask(house, page, unit=house.cast.reception)
    for name in ("Hodan", "Ali"):
        note(page, asked, name, "yes")
    page.locator("main a[href$='/opening/']").click()
    page.locator(f"[name=kinds][value='{LEARNING}']").check()
    save(page)
    page.goto(f"/children/{house.cast.adam}/parties/")
    page.locator("main [name=question]").fill("Kan ni hjälpa med mornarna?")
    save(page)
    return asked


def test_a_yes_taken_back_shuts_an_open_tab_at_the_next_click(house):
    page = house.tab("petra")
    asked = told_in(house, page)

    social = house.tab("tomas")
    social.goto("/invitations/")
    social.get_by_role("link", name="Adam Hassan").click()
    send(social.locator("main button[name=yes]"))
    own = social.url
    social.goto("/told/")
    social.get_by_role("link", name=re.compile("Adam")).click()
    record = social.get_by_role("link", name=TOLD)
    expect(record).to_be_visible()
    record.click()
    expect(social.locator("main")).to_contain_text("fyra dagar")
    open_now = social.url
    social.go_back()

    page.goto(asked)
    page.get_by_role("link", name=re.compile("Ta tillbaka.*Hodan")).click()
    page.locator("[name=how][value=spoken]").check()
    save(page)

    with social.expect_navigation() as answer:
        social.get_by_role("link", name=TOLD).click()
    assert answer.value.status == 404
    expect(social.locator("body")).not_to_contain_text("fyra dagar")
    for address in (open_now, f"/told/{house.cast.adam}/", f"/children/{house.cast.adam}/"):
        assert social.goto(address).status == 404
    for address in ("/told/", "/", own):  # the page of his own that he opened stays, with nothing of the school's
        assert social.goto(address).status == 200
        expect(social.locator("main")).not_to_contain_text(TOLD)
