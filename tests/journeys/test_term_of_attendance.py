"""A term's list with forty faults is mended row by row, read in, and read in again: nothing twice, nothing half."""

from playwright.sync_api import expect

from samling.intake.tests.test_faults import FAULTS, WEEK, book_of, written

from .house import press, save


def choose(page, folder, name, rows):
    """The list as a file of the head's own, chosen on the page."""
    book_of(rows).save(folder / name)
    page.goto("/attendance/files/new/")
    page.locator("[name=file]").set_input_files(folder / name)
    save(page)


def test_forty_faults_and_then_none(house, tmp_path):
    page = house.tab("gunilla")
    choose(page, tmp_path, "trasig.xlsx", [written(instead) for instead, _where, _said in FAULTS])
    expect(page.locator("h1")).to_have_text("40 saker att rätta")
    expect(page.locator("main tbody tr")).to_have_count(40)
    expect(page.locator("main tbody tr").nth(12)).to_contain_text("15D VeckaSkriv veckan så här: 2025-36.")

    mended = [written({WEEK: f"v.{week}"}) for week in range(34, 47)]
    choose(page, tmp_path, "hel.xlsx", mended)
    expect(page.locator("h1")).to_have_text("Redo att föras in")
    press(page, "För in allt")
    expect(page.locator("h1")).to_have_text("Filen är införd")
    expect(page.locator("main dl")).to_contain_text("Nya veckor13")

    choose(page, tmp_path, "igen.xlsx", mended)
    expect(page.locator("main")).to_contain_text("Den ändrar inget.")

    mentor = house.tab("petra")
    mentor.goto(f"/children/{house.cast.adam}/")
    expect(mentor.locator("#attendance")).to_contain_text("92 procent i skolan v. 46")
