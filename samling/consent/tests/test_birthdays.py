"""The day before and the day itself: at 13 nothing changes in law, at 15 one can be asked alone, at 18 one answers alone."""

import datetime as dt
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samling.access import guard
from samling.consent.models import Consent
from samling.consent.rules import State
from samling.kernel.ages import age_on, turns_on
from samling.kernel.answer import Refused
from samling.letters.models import Letter
from samling.people.models import Child
from samling.records.clock import now
from samling.seating.models import guardians
from samling.work.running import go_round
from tests.cast import FROZEN

from .asking import answer, ask, move_clock, standing, stands

DAY = dt.timedelta(days=1)
TOMORROW = (FROZEN + DAY).date()


def turns(cast, age):
    """Adam turns so old tomorrow."""
    with cast.acting("petra"):
        Child.objects.filter(pk=cast.adam).update(born_on=TOMORROW.replace(year=TOMORROW.year - age))


def at_home(cast):
    """Whom a letter can be written to, and who sits at the table as a guardian."""
    with cast.acting("petra"):
        child = Child.objects.get(pk=cast.adam)
        return {one.given_name for one in Letter.recipients(child, now())}, {one.given_name for one in guardians(child, now())}


def text(visitor, who, to):
    return visitor.as_(who).get(to).content.decode()


def test_thirteen_changes_nothing_in_law(cast, visitor):
    turns(cast, 13)
    consent = ask(cast, "petra", cast.adam)
    for giver in (cast.hodan, cast.ali):
        answer(cast, "petra", consent, giver)
    seen = []
    for _day in (0, 1):
        seen.append((stands(cast, "petra", consent), at_home(cast), "myndig" in text(visitor, "petra", f"/children/{cast.adam}/consents/")))
        move_clock(FROZEN + DAY)
    assert seen[0] == seen[1] and seen[0][0] and not seen[0][2]


def test_at_fifteen_one_can_be_asked_alone_and_not_the_day_before(cast, visitor):
    turns(cast, 15)
    page = text(visitor, "petra", f"/children/{cast.adam}/people/")
    assert "fyller 15 den 21 november 2025" in page
    with cast.acting("gunilla"):
        guard.call("assign", cast.adam, cast.amir, [], None, "counsellor")
    with pytest.raises(Refused, match="15 or older"):
        ask(cast, "amir", cast.adam, asks_child=True, quiet=True)
    move_clock(FROZEN + DAY)
    assert ask(cast, "amir", cast.adam, asks_child=True, quiet=True)
    assert at_home(cast) == ({"Hodan", "Ali"}, {"Hodan", "Ali"})


def test_at_eighteen_the_guardians_yes_falls_and_ones_own_stands(cast, visitor):
    turns(cast, 18)
    consent = ask(cast, "petra", cast.adam)
    for giver in (cast.hodan, cast.ali):
        answer(cast, "petra", consent, giver)
    go_round()
    assert "Fyller snart 18" in text(visitor, "petra", "/")
    assert "fyller 18 den 21 november 2025" in text(visitor, "petra", f"/consents/{consent}/")
    assert stands(cast, "petra", consent) and at_home(cast) == ({"Hodan", "Ali"}, {"Hodan", "Ali"})
    move_clock(FROZEN.replace(hour=22, minute=59))
    assert stands(cast, "petra", consent)
    move_clock(FROZEN.replace(hour=23, minute=1))  # midnight in Stockholm has been
    assert not stands(cast, "petra", consent)
    found = standing(cast, "petra", consent)
    assert (found.state, found.waits_for) == (State.WAITING, ("Adam",))
    assert at_home(cast) == (set(), set())
    with cast.acting("petra"):
        assert {one["custody"] for one in guard.rows("givers", cast.adam)} == {"none"}
    with pytest.raises(Refused, match="Only those who are asked"):
        answer(cast, "petra", consent, cast.hodan)
    answer(cast, "petra", consent, "child")
    assert standing(cast, "petra", consent).state is not State.WAITING and stands(cast, "petra", consent)
    assert "Adam H är myndig" in text(visitor, "petra", f"/children/{cast.adam}/consents/")


def test_of_age_one_is_asked_alone_from_the_first_page(cast, visitor):
    turns(cast, 18)
    move_clock(FROZEN + DAY)
    to = f"/children/{cast.adam}/consents/new/"
    form = {"step": "review", "kind": "participation", "purpose": "Stöd i hemmet", "until_on": str(TOMORROW + 90 * DAY), "language": "sv",
            "once": str(uuid4())}  # fmt: skip
    page = visitor.as_("petra").post(to, form | {"step": "language"}).content.decode()
    assert "Den unga, som är myndig och svarar själv" in page
    visitor.post(to, form)
    with cast.acting("petra"):
        made = Consent.objects.get(subject_id=cast.adam)
        assert made.asks_child and [one.key for one in made.asked().question.givers] == ["child"]
    assert "vårdnadshavaren" not in text(visitor, "petra", f"/consents/{made.pk}/answers/new/?giver=child"), "there is no other guardian"


@given(st.dates(dt.date(2000, 1, 1), dt.date(2020, 12, 31)), st.integers(1, 30))
def test_the_first_day_at_an_age_is_the_first_day_at_that_age(born, age):
    on = turns_on(age, born, born.year)
    assert age_on(on, born, born.year) == age and age_on(on - DAY, born, born.year) == age - 1
    by_year = turns_on(age, None, born.year)
    assert age_on(by_year, None, born.year) == age and age_on(by_year - DAY, None, born.year) == age - 1
