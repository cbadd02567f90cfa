"""A municipality that has nothing is set up by its administrator, a head and a mentor, to its first checklist."""

import re

from django.core.management import call_command
from playwright.sync_api import expect

from samling.founding.tests.test_sheets import sheet
from samling.people.models import Capacity

from .house import press, save, send
from .test_solved_here import tell

HERE = "Nyby kommun"
STAFF = [["Namn", "Enhet", "Roll"], ["Moa Mark", "Nyby skola", "mentor"], ["Kim Kvist", "Nyby skola", "skolkurator"]]
CLASS = [["Förnamn", "Efternamn", "Klass", "Födelseår", "Mentor"], ["Adam", "Hassan", "4A", 2015, "Moa Mark"], ["Ada", "Berg", "4A", 2015, ""]]


def come_in(house, name):
    """The person of this name gets a place in the cast."""
    given, family = name.split()
    found = Capacity.objects.using("owner").get(person__given_name=given, person__family_name=family)
    house.cast.world.capacity[given.lower()] = found.pk
    return house.tab(given.lower())


def go_on(page, title):
    """From the list of steps to the one that is next, and to where it is done."""
    page.goto("/settings/beginning/")
    page.get_by_role("link", name=f"Gå vidare: {title}").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.locator("main .actions a").first.click()


def read_in(page, kind, rows):
    """A sheet, from the step to its last button."""
    upload = sheet(rows)
    page.goto(f"/settings/imports/{kind}/")
    page.locator("input[type=file]").set_input_files({"name": upload.name, "mimeType": "application/octet-stream", "buffer": upload.read()})
    press(page, "Läs filen")
    press(page, "Läs in")
    expect(page.locator("main")).to_contain_text("inlästa")


def add(page, step, **told):
    """A branch or a unit, by its form."""
    go_on(page, step)
    for name, words in told.items():
        field = page.locator(f"main form [name={name}]")
        if field.first.get_attribute("type") == "radio":
            page.locator(f"main form [name={name}][value={words}]").check()
        elif field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(label=words)
        else:
            field.fill(words)
    save(page)


def test_a_municipality_is_set_up_from_nothing(house):
    call_command("first_account", organisation=HERE, municipality="9901", county="99", given="Sven", family="Ny",
                 email="sven@nyby.example", verbosity=0)
    sven = come_in(house, "Sven Ny")
    add(sven, "Verksamhetsgrenar", name="Nyby utbildningsnämnd", domain="school")
    add(sven, "Enheter", branch="Nyby utbildningsnämnd", kind="skola", name="Nyby skola", phone="0522-1")

    go_on(sven, "En andra person")
    sven.get_by_role("link", name="Nyby skola").click()
    sven.get_by_role("link", name="Ge en tjänst").click()
    sven.locator("main [name=q]").fill("Rita")
    save(sven)
    sven.locator("main a[href*='/staff/people/new/']").click()
    sven.locator("[name=given_name]").fill("Rita")
    sven.locator("[name=family_name]").fill("Rönn")
    save(sven)
    sven.locator("[name=role]").select_option("head_teacher")
    save(sven)
    sven.goto("/settings/beginning/second/")
    expect(sven.locator("main")).to_contain_text("väntar på den som installerade Samling")
    call_command("first_approval", organisation=HERE)
    read_in(sven, "staff", STAFF)

    rita = come_in(house, "Rita Rönn")
    rita.goto("/staff/")
    for _person in STAFF[1:]:
        send(rita.get_by_role("button", name=re.compile("^Godkänn")).first)
    read_in(rita, "pupils", CLASS)

    go_on(sven, "Var orosanmälningar tas emot")
    sven.locator("[name=name]").fill("Nyby mottagning")
    sven.locator("[name=phone]").fill("0522-69 05 00")
    save(sven)
    sven.goto("/settings/letters/")
    save(sven)
    expect(sven.locator("main")).to_contain_text("tog emot brevet")

    moa = come_in(house, "Moa Mark")
    tell(moa, "Han somnar på lektionen.")
    moa.locator("main li").get_by_role("link", name="Läs").click()
    moa.locator("main a[href*='/checklist/']").click()
    save(moa)
    expect(moa).to_have_url(re.compile("/steps/why-now/$"))
    moa.locator("[name=a-seen]").fill("Han somnar.")
    save(moa)

    sven.goto("/settings/beginning/checklist/")
    expect(sven.locator("main")).to_contain_text("Det här är klart.")
    sven.goto("/settings/texts/")
    sven.goto("/settings/beginning/")
    expect(sven.locator("main")).to_contain_text("Huset är i bruk")
