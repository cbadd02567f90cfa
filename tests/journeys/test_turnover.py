"""A school loses its special educator twice and three people in one month: known beforehand, child by child, and never without a holder.

The same month by verbs alone: samling/relay/tests/test_turnover.py.
"""

import datetime as dt
import re

from playwright.sync_api import expect

from samling.access import guard
from samling.records.clock import STOCKHOLM
from samling.relay.tests.test_turnover import around_adam, astray
from samling.work.running import go_round
from tests.cast import FROZEN

from .house import press, save, send

BACK = FROZEN + dt.timedelta(days=7)
LAST = {"cecilia": "2025-12-04", "petra": "2025-12-11", "jonas": "2025-12-15"}
UNWRITTEN = "Han visar med kort när han vill gå ut."


def led(page, way, who):
    """The head comes to a colleague's page from the list of staff."""
    page.goto("/staff/")
    page.get_by_role("link", name=re.compile(f"{way}.*{who}")).click()


def practised(page, *who):
    """*Öva* says who would have what; reached from how much each has."""
    page.goto("/staff/workload/")
    page.get_by_role("link", name=re.compile("Öva: vad händer om någon slutar")).click()
    for one in who:
        page.get_by_label(re.compile(one)).check()
    send(page.get_by_role("button", name="Se vad som skulle hända"))
    expect(page.locator("#children")).to_be_visible()
    return page.locator("main")


def offered(page, child, receiver):
    """One child is handed over; the giver has the child until the other has said yes."""
    page.goto("/handovers/")
    page.get_by_role("link", name=f"Lämna över {child}").click()
    page.locator("select[name=receiver]").select_option(str(receiver))
    page.locator("[name=unwritten]").fill(UNWRITTEN)
    page.locator("[name=stays][value=goes]").check()
    save(page)
    expect(page.locator("main")).to_contain_text("Du har ansvaret tills svaret kommer")


def taken_over(page, child):
    """The receiver reads what is written nowhere else, and says yes."""
    page.goto("/handovers/")
    page.locator("#asked").get_by_role("link", name=child).click()
    expect(page.locator("#unwritten")).to_contain_text(UNWRITTEN)
    press(page, "Ja, jag tar över")
    expect(page.locator("main")).to_contain_text("har sagt ja och har ansvaret")


def letters_home(page, child):
    """What the letters that were begun say, one for each at home."""
    page.goto(f"/children/{child}/letters/")
    ways = page.locator("main a[href^='/letters/']").evaluate_all("found => [...new Set(found.map((one) => one.href))]")
    told = []
    for way in ways:
        page.goto(way)
        told.append(page.locator("main textarea").first.input_value())
    return told


def gone(house, *who):
    """That evening has passed for these, and the worker has been round."""
    last = max(dt.date.fromisoformat(LAST[one]) for one in who)
    house.move_clock(dt.datetime.combine(last + dt.timedelta(days=1), dt.time(7), STOCKHOLM))
    go_round()
    house.cast.gone |= {house.cast.world.capacity[one] for one in who}
    assert astray(house.cast) == []


def test_a_special_educator_twice_and_three_people_in_a_month(house):
    cast = house.cast
    cast.gone = set()
    around_adam(cast)
    with cast.acting("gunilla"):
        guard.assign(cast.elsa, cast.cecilia, because="Läsningen.")
    head, page = house.tab("gunilla"), house.tab("cecilia")

    # Away from today: her deputy has what was rehearsed, until she is back.
    found = practised(head, "Cecilia Bratt")
    expect(found.locator("#meetings")).to_contain_text("Amir Rostami")
    expect(found.locator("#promises")).to_contain_text("Amir Rostami")
    led(head, "Ersättare", "Cecilia Bratt")
    head.locator("[name=from_on]").fill(f"{FROZEN:%Y-%m-%d}")
    press(head, "Notera frånvaron")
    cast.gone = {cast.cecilia}
    assert astray(cast) == []
    house.enter(page.context, "amir")
    page.goto("/")
    expect(page.locator("main")).to_contain_text("Du har tagit över det en kollega hade hand om")
    house.move_clock(BACK)
    house.enter(head.context, "gunilla")
    led(head, "Ersättare", "Cecilia Bratt")
    press(head, "Tillbaka på jobbet")
    cast.gone = set()
    assert astray(cast) == []

    # Then for good: each child to somebody who says yes first, and those at home hear the right name.
    led(head, "Avsluta", "Cecilia Bratt")
    head.locator("[name=last_on]").fill(LAST["cecilia"])
    save(head)
    house.enter(page.context, "cecilia")
    page.goto("/handovers/")
    expect(page.locator("main")).to_contain_text("2 barn ska lämnas över före")
    offered(page, "Adam Hassan", cast.amir)
    offered(page, "Elsa Karlsson", cast.maja)
    for who, child in (("amir", "Adam Hassan"), ("maja", "Elsa Karlsson")):
        house.enter(page.context, who)
        taken_over(page, child)
        letters = letters_home(page, cast.world.child[child.split()[0].lower()])
        name = {"amir": "Amir Rostami", "maja": "Maja Björk"}[who]
        assert len(letters) == 2 and all(name in one and "Hittills har det varit Cecilia Bratt" in one for one in letters), letters
    house.enter(page.context, "cecilia")
    page.goto("/handovers/")
    expect(page.locator("#children")).not_to_contain_text("Adam Hassan")
    gone(house, "cecilia")

    # Two more, practised together before either says when.
    house.enter(head.context, "gunilla")
    found = practised(head, "Petra Ek", "Jonas Wik")
    expect(found.locator("#children tbody tr", has_text="Noor Aziz")).to_contain_text("Gunilla Norén")
    for who in ("Petra Ek", "Jonas Wik"):
        led(head, "Avsluta", who)
        head.locator("[name=last_on]").fill(LAST[who.split()[0].lower()])
        save(head)
    gone(house, "petra", "jonas")
    house.enter(page.context, "amir")
    page.goto(f"/children/{cast.adam}/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Adam Hassan")
    house.enter(head.context, "gunilla")
    head.goto("/staff/workload/")
    for who, stands in (("Amir Rostami", 1), ("Cecilia Bratt", 0), ("Petra Ek", 0), ("Jonas Wik", 0)):
        expect(head.locator("main tbody tr", has_text=who)).to_have_count(stands)
