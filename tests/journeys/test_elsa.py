"""Elsa, from a signal to a plan, and on to the call a year after the closing: nine people sign in, and nobody types what another has typed."""

import datetime as dt
import re
from uuid import uuid4

import pytest
from django.db import connections
from playwright.sync_api import expect

from samling.access import guard
from samling.consent.models import Consent, Terms
from samling.kernel.categories import Category, wall
from samling.records.clock import now
from samling.referral.tests.asking import child_of, me, serve
from samling.sharing.opening import open_for
from tests.cast import Cast

from . import letting_go
from .house import House, press, save, send
from .test_consent import note

SEEN, WORDS, QUESTION = "Sen på måndagar. Går ut från matten.", "Matte är när alla tittar.", "Elsa kommer in lugnt fyra dagar av fem."
TOLD = [wall(1, one) for one in (Category.IDENTITY, Category.CONTACT, Category.ATTENDANCE, Category.LEARNING)]
PROMISES = {"Maja Björk": "öppnar sidodörren 08.10", "Anna Karlsson": "tar med yoghurt i bilen", "Jonas Wik": "håller i rastklubben"}


def told(mentor):
    """Maja tells what she has seen, and her words are the first of the checklist."""
    mentor.goto("/")
    mentor.get_by_role("link", name="Berätta om ett barn").click()
    mentor.locator("main a[href$='danger=no']").click()
    mentor.locator("main input[name=name]").fill("Elsa")
    send(mentor.locator("main form button"))
    mentor.get_by_role("link", name=re.compile("Elsa Karlsson")).click()
    mentor.locator("[name=text]").fill(SEEN)
    mentor.locator("[name=touches][value=school]").check()
    save(mentor)
    mentor.locator("main li").get_by_role("link", name="Läs").click()
    mentor.locator("main a[href*='/checklist/']").click()
    save(mentor)
    expect(mentor.locator("[name=a-seen]")).to_have_value(SEEN)
    save(mentor)


def filled_in(mentor):
    """The other steps, and the table decides to go further."""
    for step, answers in (
        ("strengths", {"b-works": "När planen sitter på bänken."}), ("attendance", {"c-pattern": "Måndagar."}),
        ("tried", {"k-tried-0-own": "Kortare uppgifter"}), ("voice", {"q-words": WORDS}), ("table", {}),
        ("next", {"s-different": QUESTION}),
    ):  # fmt: skip
        expect(mentor).to_have_url(re.compile(f"/steps/{step}/$"))
        for name, text in answers.items():
            mentor.locator(f"main [name={name}]").fill(text)
        save(mentor)
    mentor.get_by_role("link", name="Vi tar det vidare").click()
    save(mentor)


def said_yes(house, counsellor):
    """The question stands; Amir notes what each of the parents says, and it is told."""
    cast = house.cast
    with cast.acting("gunilla") as acting:
        for who in ("amir", "jonas", "cecilia"):
            guard.assign(cast.elsa, cast.world.capacity[who], because="Nära Elsa.")
        at = now()
        terms = Terms(kind="secrecy_waiver", walls=TOLD, purpose="Tidigt stöd", from_at=at, until_at=at + dt.timedelta(days=180),
                      text_version="2025-11", to_unit=cast.lotsen_social)  # fmt: skip
        asked = Consent.ask(child_of(cast, "elsa"), terms, id=uuid4(), by=me(acting), at=at)
    for name in ("Anna", "Mattias"):
        note(counsellor, f"{house.site}/consents/{asked.pk}/", name, "yes")
    with cast.acting("maja") as acting:
        found = Consent.objects.get(pk=asked.pk)
        open_for(found, TOLD[1:], since=now(), records=[], by=acting.capacity_id, at=now())


def asked_the_team(house, head):
    """The head's question is what the table wrote."""
    head.goto(f"/children/{house.cast.elsa}/referrals/new/")
    expect(head.locator("[name=question]")).to_have_value(QUESTION)
    head.locator("[name=tier][value='2']").check()
    head.locator("[name=because]").fill("Fyra veckor har inte räckt.")
    save(head)
    expect(head.locator("main")).to_contain_text("Väntar på att tas emot")


def answered(team):
    """Maria receives it on her own day, reads the same question, and says yes; returns the team's page of Elsa."""
    team.goto("/")
    team.get_by_role("link", name=re.compile("Ta emot")).click()
    expect(team.locator("main")).to_contain_text(QUESTION)
    save(team)
    team.get_by_role("link", name="Svara", exact=True).click()
    team.locator("[name=kind][value=accepted]").check()
    team.locator("[name=tier][value='2']").check()
    team.locator("[name=because]").fill("Skolan har prövat det den kan.")
    team.locator("[name=answer]").fill("Vi ringer hem i veckan.")
    save(team)
    team.get_by_role("link", name="Elsa Karlsson").click()
    team.locator("main a[href^='/children/']").first.click()
    return team.url


def met_the_family(team, elsa):
    """The guardians are not written in again; all three say yes, in words that are kept."""
    team.goto(f"{elsa}information-meeting/")
    press(team, "Skriv in dem här också")
    for name, value in (("on", "2025-11-20"), ("clock", "08:30"), ("place", "Biblioteket")):
        team.locator(f"[name={name}]").fill(value)
    team.locator("[name=needs][value=video]").check()
    save(team)
    team.locator("main a[href$='/holding/']").first.click()
    team.locator("[name=how][value=interpreted]").check()
    for radio in team.locator("[name^=answer_][value=yes]").all():
        radio.check()
    save(team)
    expect(team.locator("main")).to_contain_text("Alla har sagt ja")


def placed(page, child, voice, text, places, domain):
    """A note in somebody's voice on the joint table; `text` None where it stands there already."""
    page.goto(f"/children/{child}/views/")
    page.locator(f"main a[href$='?voice={voice}']").first.click() if text is None else page.goto(f"/children/{child}/views/notes/new/?voice={voice}")
    page.locator("[name=kind][value=worry]").check()
    page.locator("[name=text]").fill(text) if text else expect(page.locator("[name=text]")).to_have_value(WORDS)
    for place in places:
        page.locator(f"[name=places][value={place}]").check()
    page.locator("[name=domain]").select_option(label=domain)
    page.locator("[name=where][value=table]").check()
    press(page, "Lägg lappen")
    expect(page.locator("main")).to_contain_text("Lappen är på plats")


def gathered(team, house, elsa):
    """A meeting in the library, a plan with the goal in Elsa's words, and promises made in the room."""
    cast = house.cast
    team.goto(f"{elsa}plan/new/")
    team.locator("[name=kind][value=joint]").check()
    team.locator("[name=deputy]").select_option(str(cast.maja))
    team.locator("[name=review_on]").fill("2026-02-20")
    save(team)
    plan = team.url
    team.goto(f"{plan}goals/new/")
    team.locator("[name=words]").fill("Jag vill gå in genom lilla dörren.")
    team.locator("[name=zero]").fill("Fyra dagar av fem")
    save(team)
    team.goto(f"{elsa}joint-meetings/new/")
    team.locator("[name=kind][value=joint]").check()
    for name, value in (("question", QUESTION), ("day", "2025-11-28"), ("begins", "14:00"), ("ends", "15:00"), ("place", "Biblioteket")):
        team.locator(f"[name={name}]").fill(value)
    team.locator("[name=chair]").select_option(str(cast.maria))
    save(team)
    meeting = team.url
    for who in ("Elsa Karlsson", *PROMISES):
        team.goto(f"{meeting}invited/new/")
        choose(team, "who", who)
        team.locator("[name=why]").fill("Nära Elsa.")
        save(team)
    team.goto(f"{meeting}hour/")
    for who, does in PROMISES.items():
        choose(team, "maker", who)
        team.locator("[name=does]").fill(does)
        team.locator("[name=rhythm]").select_option(label="varje dag")
        expect(team.locator("[name=until_on]")).to_have_value("2026-02-20")
        press(team, "Spara löftet")
    team.goto(f"{meeting}read-back/")
    send(team.locator("main li", has_text="tar med yoghurt").get_by_role("button", name="Ja, det är ett löfte"))
    return plan


def choose(page, name, who):
    """Choose somebody by name."""
    one = page.locator(f"[name={name}] option", has_text=who).first
    page.locator(f"[name={name}]").select_option(one.get_attribute("value"))


@pytest.fixture(scope="module")
def lovsjo(template, browser, site):
    """One world for both halves, in the order of this file."""
    with template.lent():
        yield House(browser, site, Cast.gather())
        connections.close_all()


@pytest.fixture(scope="module")
def planned(lovsjo):
    """The first half has been walked; the team's page of Elsa, and the plan."""
    yield to_a_plan(lovsjo)


@pytest.fixture
def house(lovsjo):
    yield lovsjo
    lovsjo.leave()
    assert not lovsjo.strange and not lovsjo.faults, (lovsjo.strange, lovsjo.faults)


def to_a_plan(house):
    """The first half; returns the team's page of Elsa, and the plan."""
    cast = house.cast
    serve(cast)
    mentor, head, team = house.tab("maja"), house.tab("gunilla"), house.tab("maria")
    told(mentor)
    filled_in(mentor)
    said_yes(house, house.tab("amir"))
    asked_the_team(house, head)
    elsa = answered(team)
    met_the_family(team, elsa)

    placed(mentor, cast.elsa, "child", None, ["child", "school"], "Vuxna och vänner i skolan (trygga vuxna, klasskamrater)")
    special = house.tab("cecilia")
    placed(special, cast.elsa, f"staff-{cast.cecilia}", "Starten på lektionen är oklar.", ["school"], "Ordning och lugn i skolan (ordning, ljud, vikarier)")
    placed(mentor, cast.elsa, f"guardian-{cast.anna}", "Morgnarna är en kamp.", ["home"], "Vardagen hemma (morgnar, sömn, skärmar)")
    team.goto(f"{elsa}views/")
    for words in (WORDS, "Starten på lektionen är oklar.", "Morgnarna är en kamp."):
        expect(team.locator("main")).to_contain_text(words)

    plan = gathered(team, house, elsa)
    leisure = house.tab("jonas")
    leisure.goto("/")
    send(leisure.locator("main li", has_text="Elsa").get_by_role("button", name="Ja, jag lovar"))
    mentor.goto("/")
    send(mentor.locator("main li", has_text="Elsa").get_by_role("button", name="Ja, jag lovar"))
    return elsa, plan


def test_from_a_signal_to_a_plan(house, planned):
    _elsa, plan = planned
    mentor = house.tab("maja")
    mentor.goto(plan)
    shown = mentor.locator("main")
    for words in ("Jag vill gå in genom lilla dörren.", *PROMISES.values(), *PROMISES, "Maria Lind"):
        expect(shown).to_contain_text(words)
    expect(shown).not_to_contain_text("tillfrågad, inte lovat än")
    nurse = house.tab("eva")  # who sits in another secrecy: nothing of this has reached her
    assert nurse.goto(plan).status == 404


def test_from_the_plan_to_the_calls_half_a_year_and_a_year_later(house, planned):
    elsa, plan = planned

    def at_school():
        mentor = house.tab("maja")
        mentor.elsa = f"/children/{house.cast.elsa}/"
        return mentor

    letting_go.signed(house.tab("maria"), plan)
    letting_go.moved_to(house, 2026, 2, 20)
    letting_go.asked(at_school(), "T1", 2)
    letting_go.stepped_down(house.tab("maria"), elsa)

    letting_go.moved_to(house, 2026, 4, 28)
    mentor, team = at_school(), house.tab("maria")
    letting_go.asked(mentor, "T2", 3)
    closing = letting_go.begun(team, elsa)
    letting_go.refused(team, closing, letting_go.HANGS, "Någon att vända sig till efteråt")
    letting_go.becomes(team, closing, "sidodörren", "done")
    letting_go.becomes(team, closing, "yoghurt", "keep")
    letting_go.becomes(team, closing, "rastklubben", "give", "Cecilia Bratt")
    letting_go.there_afterwards(house, team, closing)
    letting_go.refused(team, closing, letting_go.HANGS)  # who was asked has not answered
    special = house.tab("cecilia")
    special.goto("/")
    press(special, "Jag tar över det")
    letting_go.becomes(team, closing, "rastklubben", "keep")
    for paper in ("card/", "card/child/"):
        assert team.request.get(closing + paper).body().startswith(b"%PDF")
    team.goto(f"{closing}close/")
    expect(team.locator("main")).to_contain_text("är inte med längre")
    press(team, "Avsluta med skyddsnät")
    assert team.goto(closing).status == 404  # the side that holds nothing of what stays has gone
    mentor.goto(closing)
    expect(mentor.locator("main")).to_contain_text("Vägen tillbaka är öppen till onsdag 28 oktober")
    expect(mentor.locator("#why")).to_contain_text("Elsa")
    for who in ("Bo Ahl", "Anna Karlsson", "Cecilia Bratt"):
        expect(mentor.locator(letting_go.BRIDGE)).to_contain_text(who)
    letting_go.said_yes_to_a_call(house, mentor)

    letting_go.moved_to(house, 2026, 10, 20)
    mentor = at_school()
    letting_go.called(mentor, letting_go.NOW_WELL)
    letting_go.moved_to(house, 2027, 4, 26)
    mentor = at_school()
    letting_go.called(mentor, letting_go.STILL)
    mentor.goto("/")
    expect(mentor.locator("#do")).not_to_contain_text("Ring hem")
    mentor.goto(f"{mentor.elsa}later/")
    expect(mentor.locator("main li", has_text="Vi har pratat")).to_have_count(2)
    mentor.goto(closing)
    for words in ("Vägen tillbaka var öppen till", letting_go.FEELS, "Bo Ahl", "yoghurt"):
        expect(mentor.locator("main")).to_contain_text(words)
