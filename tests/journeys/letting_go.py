"""Elsa's second half, step by step: asked how it is, decided, let go of, and called after half a year and after a year."""

import datetime as dt
from uuid import uuid4

from playwright.sync_api import expect

from samling.access import guard
from samling.consent.models import Consent, Terms
from samling.records.clock import STOCKHOLM, now
from samling.referral.tests.asking import child_of, me

from .house import press, save, send
from .test_consent import note

SIGN, LEARNT, FEELS = "Jag går in själv när det ringer.", "Samma vuxen vid dörren gjorde störst skillnad.", "Nu är det min dörr."
BRIDGE, HANGS = "#bridge", "Ett löfte har ingen som håller det än. Välj vad som händer med det."
NOW_WELL, STILL = "Hon går in själv. Ibland med en kompis.", "Dörren pratar ingen om längre."


def moved_to(house, year, month, day):
    """Nine o'clock on another day; every tab from now on is a new one."""
    house.leave()
    house.move_clock(dt.datetime(year, month, day, 9, tzinfo=STOCKHOLM))


def signed(team, plan):
    """What shows that it is enough is said with the plan."""
    team.goto(plan)
    team.get_by_role("link", name="Det här visar att det räcker").click()
    team.locator("[name=words]").fill(SIGN)
    team.locator("[name=voice][value=child]").check()
    save(team)
    expect(team.locator("main")).to_contain_text(SIGN)


def asked(mentor, time, step):
    """Elsa answers at the table, one step the same for all of it."""
    mentor.goto(f"{mentor.elsa}followup/new/")
    mentor.locator(f"[name=time][value={time}]").check()
    save(mentor)
    mentor.locator("#due a").last.click()
    mentor.locator("[name=person][value=child]").check()
    mentor.locator("[name=how][value=table]").check()
    press(mentor, "Fråga")
    mentor.get_by_role("link", name="Svara tillsammans").click()
    for choice in mentor.locator(f"main form input[type=radio][value='{step}']").all():
        choice.check()
    send(mentor.locator("main form button[name=state][value=answered]"))
    expect(mentor.get_by_text("Tack. Det är sparat.")).to_be_visible()


def stepped_down(team, elsa):
    """The follow-up decides to do less, and when one looks again; the sign stands there without being written anew."""
    team.goto(f"{elsa}decision/")
    team.locator("[name=kind][value=step_down]").check()
    team.get_by_role("group", name=SIGN).get_by_label("Delvis").check()
    team.locator("[name=next_on]").fill("2026-04-28")
    team.locator("[name=learnt]").fill(LEARNT)
    expect(team.locator("main form .sees")).to_contain_text("Norrskolan")
    save(team)
    expect(team.locator("main")).to_contain_text("Stödet runt Elsa trappas ned")


def begun(team, elsa):
    """On the day that was set it is the one next thing; what was learnt stands beside. Returns the closing's address."""
    team.goto(elsa)
    team.locator(".child-head__next a").click()
    expect(team.locator("#before")).to_contain_text(LEARNT)
    team.locator("[name=kind][value=close]").check()
    save(team)
    team.get_by_role("link", name="Skriv om avslutet").click()
    team.locator("[name=reason][value=goals]").check()
    expect(team.locator("[name=asked]")).to_have_count(0)  # the school has asked, and she has answered
    team.locator("[name=child_words]").fill(FEELS)
    save(team)
    return team.url


def refused(team, closing, *lacks):
    """It cannot be closed, and the page says what is missing; nor past the page."""
    team.goto(f"{closing}close/")
    for words in lacks:
        expect(team.locator("main")).to_contain_text(words)
    expect(team.locator("main form")).to_have_count(0)
    key = team.locator("[name=csrfmiddlewaretoken]").first.input_value()
    answer = team.request.post(f"{closing}close/", form={"csrfmiddlewaretoken": key})
    assert answer.status == 403 and HANGS in answer.text()


def becomes(team, closing, promise, what, to=""):
    """What becomes of one promise."""
    team.goto(closing)
    team.locator("#promises li", has_text=promise).get_by_role("link").click()
    team.locator(f"[name=becomes][value={what}]").check()
    if to:
        option = team.locator("[name=to] option", has_text=to).first
        team.locator("[name=to]").select_option(option.get_attribute("value"))
    save(team)


def there_afterwards(house, team, closing):
    """The deputy head is asked, and says yes herself on her own day."""
    cast = house.cast
    with cast.acting("gunilla"):
        guard.assign(cast.elsa, cast.bosse, because="Finns efteråt.")
    team.goto(f"{closing}contact/")
    option = team.locator("[name=contact] option", has_text="Bo Ahl").first
    team.locator("[name=contact]").select_option(option.get_attribute("value"))
    press(team, "Fråga")
    deputy = house.tab("bosse")
    deputy.goto("/")
    deputy.locator("#do li", has_text="Elsa").get_by_role("link", name="Svara").click()
    press(deputy, "Ja, de kan vända sig till mig")
    expect(deputy.locator(BRIDGE)).to_contain_text("Bo Ahl")


def said_yes_to_a_call(house, mentor):
    """A question of its own, after the closing; both say yes, and the mentor takes the calls."""
    with house.cast.acting("maja") as acting:
        at = now()
        terms = Terms(kind="contact_later", purpose="Vi ringer om ett halvår.", from_at=at, until_at=at + dt.timedelta(days=366),
                      text_version="2025-11")  # fmt: skip
        question = Consent.ask(child_of(house.cast, "elsa"), terms, id=uuid4(), by=me(acting), at=at)
    for name in ("Anna", "Mattias"):
        note(mentor, f"{house.site}/consents/{question.pk}/", name, "yes")
    mentor.goto(f"{mentor.elsa}later/")
    expect(mentor.locator("[name=closed_on]")).to_have_value("2026-04-28")
    press(mentor, "Jag ringer")
    expect(mentor.locator("main li")).to_have_count(2)


def called(mentor, words):
    """The call stands on her day; the number is there, what they tell is noted, and the matter stays closed."""
    mentor.goto("/")
    mentor.locator("#do li", has_text="Ring hem och fråga hur det gick").get_by_role("link", name="Börja samtalet").click()
    expect(mentor.get_by_role("link", name="070-174 06 03")).to_be_in_viewport()
    mentor.locator("[name=outcome][value=talked]").check()
    mentor.locator("[name=words]").fill(words)
    save(mentor)
    expect(mentor.locator("main")).to_contain_text("Vi har pratat")
    mentor.goto(mentor.elsa)
    expect(mentor.locator("main")).to_contain_text("Ni har avslutat runt Elsa")
