"""A mother says yes, a father says no: nothing opens. And a yes taken back shuts an open tab."""

import re

from playwright.sync_api import expect

from samling.kernel.categories import Category, wall

from .house import save

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
    page.locator(f"button[name=yes][value={answer}]").click()
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
