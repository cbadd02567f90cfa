"""A SIP: the municipality calls it, child psychiatry sits at the table, the child health centre gets the plan on paper."""

import datetime as dt
import re
from uuid import uuid4

from playwright.sync_api import expect

from samling.access import guard
from samling.consent.models import Consent, Said
from samling.family.models import add_around
from samling.journey.models import Party
from samling.kernel.categories import Category, wall
from samling.papers.models import PlanVersion, SentCopy
from samling.people.models import Child, Guardian
from samling.promises.models import PromiseWord
from samling.promises.tests import table
from samling.records.clock import now

from .house import press, save, send
from .test_consent import note
from .test_elsa import choose
from .test_scripts import HOME

PURPOSE, QUESTION, NEED = "En plan för Adams mornar.", "Vem gör vad för Adams mornar?", "Lugna mornar, och någon att prata med."
SOCIAL = str(wall(4, Category.SOCIAL))
PROMISES = {"Maria Lind": "går hem till familjen", "Samir Haddad": "träffar Adam", "BVC": "undersöker hörseln", "Petra Ek": "möter vid dörren"}
LACKS = ("Vilka insatser som behövs", "Vad socialtjänsten svarar för", "Vad vården svarar för", "Vilken kommun eller region")


def set_out(house):
    """The school and Lotsen work with Adam together; the region has agreed to sit at the table of a SIP."""
    cast = house.cast
    with cast.acting("ingrid"):
        guard.call("put_agreement", cast.health, "space", "KS 2025/44", now(), None)
    table.joined(cast)
    with cast.acting("maria") as acting:
        child = Child.objects.select_related("branch", "unit").get(pk=cast.adam_at_lotsen)
        for name in ("Hodan", "Ali"):
            told = HOME | {"given_name": name, "family_name": "Hassan", "verified_on": now().date()}
            add_around(Guardian, child, told, by=acting.capacity_id, at=now(), pk=uuid4())
    return f"/children/{cast.adam_at_lotsen}/"


def asked(house, social, home):
    """A yes to a SIP is asked for: child psychiatry first, and the same about the child health centre. Nothing is written twice."""
    social.goto(f"{home}consents/new/")
    social.locator("[name=kind][value=sip]").check()
    save(social)
    social.locator("select[name=unit]").select_option(str(house.cast.bup))
    save(social)
    social.locator(f"main input[type=checkbox][name=walls][value='{SOCIAL}']").check()
    save(social)
    social.locator("main textarea[name=purpose]").fill(PURPOSE)
    for _step in ("limits", "period", "language", "review"):
        save(social)
    first = social.url
    social.get_by_role("link", name="Fråga samma sak om en mottagare till").click()
    save(social)
    social.locator("select[name=unit]").select_option(str(house.cast.bvc))
    for step in ("recipient", "information", "limits", "period", "language", "review"):
        if step == "limits":
            expect(social.locator("main textarea[name=purpose]")).to_have_value(PURPOSE)
        save(social)
    return first, social.url


def said_yes(house, social, questions):
    """Both guardians say yes to each; the first answer is noted on the page, the others by the same verb."""
    note(social, questions[0], "Hodan", "yes")
    with house.cast.acting("maria") as acting:
        for one in Consent.objects.filter(kind="sip"):
            for giver in [giver for giver in one.asked().question.givers if giver.word is None]:
                said = Said(giver="guardian", who=giver.key, yes=True, how="spoken", at=now(), walls=one.walls)
                one.answer(said, id=uuid4(), by=acting.capacity_id, at=now())
    for address in questions:
        social.goto(f"{address}opening/")
        save(social)


def invited(house, social, home):
    """Child psychiatry is asked to the table, the child health centre to get copies."""
    social.goto(f"{home}parties/")
    for unit, how, question in ((house.cast.bup, "space", QUESTION), (house.cast.bvc, "copy", None)):
        if social.locator(f"[name=unit][value='{unit}']").count():
            social.locator(f"[name=unit][value='{unit}']").check()
        social.locator(f"[name=how][value={how}]").check()
        social.locator("[name=question]").fill(question) if question else expect(social.locator("[name=question]")).to_have_value(QUESTION)
        press(social, "Skicka inbjudan")


def called(social, home):
    """The meeting is called within the days of the local agreement; its question is the one that was asked already."""
    social.goto(f"{home}joint-meetings/new/")
    social.locator("[name=kind][value=sip]").check()
    expect(social.locator("[name=question]")).to_have_value(QUESTION)
    for name, value in (("seen_on", "2025-11-19"), ("day", "2025-11-28"), ("begins", "14:00"), ("ends", "15:00"), ("place", "Biblioteket")):
        social.locator(f"[name={name}]").fill(value)
    choose(social, "chair", "Maria Lind")
    save(social)
    expect(social.locator("#sip")).to_contain_text("26 november")
    expect(social.locator("#sip")).to_contain_text("10 december")
    return social.url


def planned(house, social, home):
    """A plan that is meant to be a SIP, and what it lacks."""
    social.goto(f"{home}plan/new/")
    social.locator("[name=kind][value=sip]").check()
    choose(social, "deputy", "Petra Ek")
    social.locator("[name=review_on]").fill("2026-02-20")
    save(social)
    plan = social.url
    for words in ("Den kan inte kallas SIP än", *LACKS):
        expect(social.locator("main")).to_contain_text(words)
    social.goto(f"{plan}facts/")
    choose(social, "accountable", "Lövsjö kommun")
    save(social)
    social.goto(f"{plan}needs/")
    social.locator("[name=needs]").fill(NEED)
    save(social)
    social.goto(f"{plan}goals/new/")
    social.locator("[name=words]").fill("Jag vill sova på natten.")
    save(social)
    return plan


def promised(social, meeting, plan):
    """Each line is written once, on the shared screen; Maria's yes is her own, the health centre's is heard on paper."""
    for who in ("Adam Hassan", "Maria Lind", "Samir Haddad"):
        social.goto(f"{meeting}invited/new/")
        choose(social, "who", who)
        social.locator("[name=why]").fill("Nära Adam.")
        save(social)
    social.goto(f"{meeting}hour/")
    for who, does in PROMISES.items():
        choose(social, "maker", who)
        social.locator("[name=does]").fill(does)
        social.locator("[name=rhythm]").select_option(label="varje vecka")
        press(social, "Spara löftet")
    social.goto(f"{meeting}read-back/")
    send(social.locator("main li", has_text=PROMISES["Maria Lind"]).get_by_role("button", name="Ja, det är ett löfte"))
    social.goto(plan)
    social.get_by_role("link", name=re.compile(PROMISES["BVC"])).first.click()
    social.locator("main a[href$='/words/new/']").click()
    social.locator("[name=word][value=yes]").check()
    social.locator("[name=how][value=paper]").check()
    save(social)


def test_a_sip_with_one_at_the_table_and_one_by_copy(house):
    cast = house.cast
    home, social = set_out(house), house.tab("maria")
    questions = asked(house, social, home)
    said_yes(house, social, questions)
    invited(house, social, home)

    region = house.tab("samir")
    region.goto("/invitations/")
    region.get_by_role("link", name="Adam Hassan").click()
    send(region.locator("main button[name=yes]"))
    meeting, plan = called(social, home), planned(house, social, home)
    promised(social, meeting, plan)
    social.goto(plan)
    expect(social.locator("main")).to_contain_text("Vad andra gör, eller att ingen annan gör något (tredje punkten)")
    for one in (region, house.tab("petra")):
        one.goto("/")
        send(one.locator("main li", has_text="Adam").get_by_role("button", name="Ja, jag lovar"))
        expect(one.locator("main")).to_contain_text("De andra ser det i planen")
    region.goto(plan)
    for words in (NEED, *PROMISES.values(), "Lövsjö kommun", "En samordnad individuell plan (SIP)"):
        expect(region.locator("main")).to_contain_text(words)
    expect(region.locator("main")).not_to_contain_text("Den kan inte kallas SIP än")
    assert region.goto(meeting).status == 200 and region.goto(f"/children/{cast.adam}/").status == 404

    social.goto(f"{plan}versions/new/")
    save(social)
    version = social.url
    expect(social.locator("main")).to_contain_text("Inte skickad än till: BVC Lövsjö")
    social.get_by_role("link", name="Notera att en kopia skickats").click()
    social.locator("[name=how][value=secure]").check()
    save(social)
    send(social.locator("#copies").get_by_role("button", name="De säger att den kom"))
    expect(social.locator("#copies")).to_contain_text("Kom fram")

    nurse = house.tab("birgitta")
    for address in (plan, version, meeting, home, f"{version}plan.pdf"):
        assert nurse.goto(address).status == 404
    with cast.acting("maria"):
        kept, copy = PlanVersion.objects.select_related("body").get(), SentCopy.objects.get()
        assert kept.kind == "sip" and copy.party.unit_id == cast.bvc and copy.receipt_on == dt.date(2025, 11, 20)
        assert kept.body.told["accountable"] == "Lövsjö kommun"
        hers = next(one for one in kept.body.told["promises"].values() if one["who"] == "BVC Lövsjö")
        assert hers["state"] == "promised" and hers["heard"]["how"] == "paper" and hers["body"] == "Region Mittland"
        his = next(one for one in kept.body.told["promises"].values() if one["who"] == "Samir Haddad")
        parties = {one.unit_id: str(one.pk) for one in Party.objects.filter(journey_id=kept.subject_id)}
        assert (his["party"], hers["party"]) == (parties[cast.bup], parties[cast.bvc]), "each has its own summary"
        assert PromiseWord.objects.filter(how="self").count() == 3  # Maria's, Samir's and Petra's own
        assert Party.objects.get(unit_id=cast.bvc).accepted_at is None
