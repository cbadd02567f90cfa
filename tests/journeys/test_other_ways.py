"""Without a mouse, and without scripts."""

import re

from playwright.sync_api import expect

from samling.people.tests.browser import PASSWORD, account_of, code_of, connect_app

from .house import save

# What has the focus, and whether one can see that it has.
FOCUS = """() => {
  const at = document.activeElement, look = getComputedStyle(at);
  const shown = look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2;
  return [at.tagName, at.name || at.getAttribute("href") || at.textContent.trim(), shown];
}"""


def tab_to(page, wanted):
    """Press Tab until the focus is there; it can be seen on every stop of the way."""
    for _stop in range(60):
        page.keyboard.press("Tab")
        tag, name, is_shown = page.evaluate(FOCUS)
        if tag == "BODY":
            continue
        assert is_shown, f"no focus to be seen on {tag} {name}"
        if re.search(wanted, name):
            return
    raise AssertionError(f"Tab never comes to {wanted}")


def test_from_signing_in_to_a_saved_note_by_keyboard_alone(house):
    account = account_of(house.cast)
    secret = connect_app(account)
    page, adam = house.tab(), house.cast.adam
    keys = page.keyboard
    page.goto("/")
    tab_to(page, "^login$")
    keys.type(account.email)
    tab_to(page, "^password$")
    keys.type(PASSWORD)
    keys.press("Enter")
    page.wait_for_url(lambda url: "/sign-in/" not in url or "?" not in url)
    tab_to(page, "^code$")
    keys.type(code_of(secret))
    keys.press("Enter")
    expect(page.locator("header .nav")).to_be_visible()
    tab_to(page, "^/children/$")
    keys.press("Enter")
    page.wait_for_url("**/children/")
    tab_to(page, f"/children/{adam}/$")
    keys.press("Enter")
    page.wait_for_url(f"**/children/{adam}/")
    tab_to(page, "/notes/new/")
    keys.press("Enter")
    page.wait_for_url("**/notes/new/**")
    tab_to(page, "^text$")
    keys.type("Han kom i tid i fyra dagar.")
    tab_to(page, "^title$")
    keys.type("Lugnare mornar")
    tab_to(page, "^home$")
    keys.press("Space")
    tab_to(page, "^Spara anteckningen$")
    keys.press("Enter")
    page.wait_for_url(lambda url: "/notes/new/" not in url)
    page.goto(f"/children/{adam}/timeline/")
    expect(page.locator("main")).to_contain_text("Lugnare mornar")


def test_a_concern_and_a_step_of_the_checklist_without_scripts(house):
    page, adam = house.tab("petra", java_script_enabled=False), house.cast.adam
    page.goto(f"/children/{adam}/concerns/new/?danger=no")
    page.locator("[name=text]").fill("Han somnar på lektionen.")
    save(page)
    expect(page.locator("[name=text]")).to_have_value("Han somnar på lektionen.")
    page.locator("[name=touches][value=school]").check()
    save(page)
    expect(page).to_have_url(re.compile("/concerns/mine/$"))

    page.goto(f"/children/{adam}/checklist/")
    save(page)
    page.locator("[name=a-seen]").fill("Adam kommer sent på måndagar.")
    here = page.url
    save(page)
    expect(page).to_have_url(re.compile("/steps/strengths/$"))
    page.goto(here)
    expect(page.locator("[name=a-seen]")).to_have_value("Adam kommer sent på måndagar.")
