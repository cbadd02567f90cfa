"""A teacher quits on Friday: on Saturday she sees nothing, and what she held has a holder the same minute."""

import datetime as dt
import re

from playwright.sync_api import expect

from samling.journey.telling import notify
from samling.records.clock import now
from tests.cast import FROZEN
from tests.queue import work_off

from .house import press, save

FRIDAY, SATURDAY = "2025-11-21", dt.datetime(2025, 11, 21, 23, 0, 30, tzinfo=dt.UTC)


def the_clock_goes_round():
    """What the worker does each minute."""
    from samling.work.running import go_round

    assert "take-over" in go_round()
    work_off()


def test_what_a_teacher_held_has_a_holder_the_same_minute(house):
    cast = house.cast
    with cast.acting("petra"):
        notify(cast.petra, "wrong_child_head", by=cast.petra, at=now(), subject=cast.adam)
    teacher, head = house.tab("petra"), house.tab("gunilla")
    house.tab("cecilia").goto("/")  # has an account of her own

    head.goto("/staff/")
    head.get_by_role("link", name=re.compile("Ersättare.*Petra Ek")).click()
    head.locator("select[name=stands_in]").select_option(str(cast.cecilia))
    press(head, "Utse ersättaren")
    expect(head.locator("main")).to_contain_text("I dag skulle det vara Cecilia Bratt")
    head.goto("/staff/")
    head.get_by_role("link", name=re.compile("Avsluta.*Petra Ek")).click()
    expect(head.locator("main")).to_contain_text("Cecilia Bratt, specialpedagog tar över barnen")
    head.locator("[name=last_on]").fill(FRIDAY)
    save(head)

    child = f"/children/{cast.adam}/"
    teacher.goto(child)
    expect(teacher.get_by_role("heading", level=1)).to_contain_text("Adam Hassan")

    house.move_clock(SATURDAY)
    the_clock_goes_round()
    house.enter(teacher.context, "petra")
    teacher.goto(child)
    expect(teacher.get_by_text("Adam")).to_have_count(0)
    deputy = house.tab("cecilia")
    deputy.goto("/")
    expect(deputy.locator("main")).to_contain_text("Du har tagit över det en kollega hade hand om")
    expect(deputy.locator("main")).to_contain_text("Adam H")
    deputy.locator("main a[href*='/taken-over/']").click()
    deputy.get_by_role("link", name=re.compile("Adam")).click()
    expect(deputy.get_by_role("heading", level=1)).to_contain_text("Adam Hassan")
    assert dt.timedelta(days=2) > SATURDAY - FROZEN


def test_an_emergency_and_its_traces(house):
    cast = house.cast
    page, head, mentor = house.tab("amir"), house.tab("gunilla"), house.tab("petra")
    child = f"/children/{cast.adam}/"
    assert page.goto(child).status == 404
    page.goto("/emergency/")
    page.locator("main input[name=name]").fill("Adam")
    press(page, "Sök eleven")
    page.get_by_role("link", name=re.compile("Adam")).click()
    page.locator("textarea").fill("Han har ramlat och blöder. Mentorn svarar inte.")
    save(page)
    page.get_by_role("link", name="Till barnet").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Adam Hassan")

    head.goto("/")
    head.locator("main li", has_text="öppnats i nödläge").get_by_role("link", name="Svara").click()
    expect(head.locator("main")).to_contain_text("Amir Rostami")
    head.locator("[name=needed][value=no]").check()
    save(head)
    expect(head.locator("main")).to_contain_text("Säg i en mening vad som var fel.")
    head.locator("[name=words]").fill("Jag satt i rummet bredvid och kunde ha öppnat.")
    save(head)
    expect(head.locator("main")).to_contain_text("Den behövdes inte, och avslutades.")
    assert page.goto(child).status == 404

    mentor.goto(f"{child}looks/")
    expect(mentor.locator("main li", has_text="Amir Rostami").first).to_contain_text("nödöppning")
