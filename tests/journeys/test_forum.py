"""A consultation team: one child by name to those whom the yes names, *en punkt* to the rest; and the holder says how it went."""

import re

from playwright.sync_api import expect

from samling.forum.models import ForumReview
from samling.forum.tests import round as team

from .house import save
from .test_elsa import choose


def test_a_decision_is_held_in_another_house_by_one_who_may_know(house):
    cast = house.cast
    meeting = f"/forums/meetings/{team.meeting_of(cast, team.forum_of(cast))}/"
    team.said_yes(cast, "adam", "hodan", "ali", to={"to_unit": cast.bup})
    head = house.tab("gunilla")
    head.goto(f"/children/{cast.adam}/forum/new/")
    choose(head, "meeting", "onsultationsteam")
    head.locator("[name=question]").fill("Hur kommer Adam till ro på kvällen?")
    save(head)
    item = head.url

    region, other = house.tab("samir"), house.tab("olof")
    for one, name in ((region, "Adam Hassan"), (other, "En punkt")):
        one.goto(meeting)
        expect(one.locator("#agenda")).to_contain_text(name)
    expect(other.locator("main")).not_to_contain_text("Adam")
    assert other.goto(item).status == 404

    head.goto(f"{item}decisions/new/")
    head.locator("[name=kind][value=support]").check()
    head.locator("[name=words]").fill("Träffar Adam och mamma två gånger.")
    choose(head, "holder", "Samir Haddad")
    head.locator("[name=due_on]").fill("2025-12-04")
    choose(head, "teller", "Gunilla Norén")
    head.locator("[name=tell_on]").fill("2025-11-24")
    save(head)

    region.goto("/")
    region.locator("main li", has_text="4 december").get_by_role("link").first.click()
    region.goto(meeting)
    region.goto(item)
    region.locator("main a[href*='/forums/decisions/']").first.click()
    decision = region.url
    expect(region.locator("main")).to_contain_text("Samir Haddad, BUP Mittland")
    region.locator("[name=result][value=partly]").check()
    save(region)
    expect(region.locator("#reviews")).to_contain_text("Det gjordes och hjälpte lite")
    region.goto(f"/children/{cast.adam}/")  # the name was told, and nothing else of the school's
    expect(region.locator("main")).not_to_contain_text("Hodan")
    expect(region.locator("main")).not_to_contain_text("Petra")
    assert other.goto(decision).status == 404

    head.goto("/")
    head.get_by_role("link", name=re.compile("beslut i konsultationsteamet")).first.click()
    expect(head.locator("#reviews")).to_contain_text("Samir Haddad")
    with cast.acting("gunilla"):
        assert ForumReview.objects.get().written_by_id == cast.samir
