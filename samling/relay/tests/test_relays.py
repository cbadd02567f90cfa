"""A child is handed over by one and taken over by another, who says yes first; and the family hears the new name."""

from uuid import uuid4

import pytest

from samling.access import guard
from samling.access.models import Assignment
from samling.journey.models import Notice, coordinating
from samling.journey.telling import notify
from samling.kernel.answer import Refused
from samling.letters.models import LetterBody
from samling.people.models import Capacity, Child
from samling.records.clock import now, today
from samling.relay import rules
from samling.relay.models import Relay
from samling.relay.rules import State
from tests.house.rooms import me

LIST, PAGE, SAY = "/handovers/", "/handovers/{}/", "/handovers/{}/answer/"


def child_of(key):
    return Child.objects.select_related("unit__branch", "branch").get(pk=key)


def person(key):
    return Capacity.objects.select_related("person", "unit__branch").get(pk=key)


def offer(cast, to="amir", by="petra", stays=False, giver=None):
    with cast.acting(by) as acting:
        told = {"receiver": person(cast.world.capacity[to]), "stays": stays, "calls": "fröken", "unwritten": "Gå in först."}
        mine = me(acting)
        return Relay.offer(child_of(cast.adam), giver or mine, told, by=mine, at=now(), pk=uuid4())


@pytest.fixture
def amir(cast):
    with cast.acting("gunilla"):
        guard.assign(cast.adam, cast.amir, because="följer Adam")
    return cast.amir


def notices(cast, who, kind):
    with cast.acting(who):
        return list(Notice.objects.filter(to=cast.world.capacity[who], kind=kind))


def works(cast, who):
    with cast.acting("gunilla"):
        rows = Assignment.objects.filter(subject_id=cast.adam, capacity_id=cast.world.capacity[who], reach="full")
        return rows.standing(now()).exists()


# -- from offer to yes -------------------------------------------------------------------------------------------------
def test_until_the_yes_the_giver_is_responsible(cast, amir):
    with cast.acting("petra"):
        journey = guard.begin_journey(cast.adam)
        notify(cast.petra, "checklist-follow-up", by=cast.petra, at=now(), subject=cast.adam, due=today())
    relay = offer(cast)
    assert notices(cast, "amir", rules.OFFERED)
    assert not notices(cast, "amir", "checklist-follow-up")
    with cast.acting("amir") as acting:
        assert coordinating([journey])[journey].coordinator == cast.petra
        Relay.objects.get(pk=relay.pk).accept(child_of(cast.adam), by=me(acting), at=now())
        assert coordinating([journey])[journey].coordinator == cast.amir
    assert notices(cast, "amir", "checklist-follow-up")
    assert notices(cast, "petra", rules.SAID_YES)
    assert works(cast, "amir")
    assert not works(cast, "petra"), "she was not to stay"


def test_who_stays_works_on(cast, amir):
    relay = offer(cast, stays=True)
    with cast.acting("amir") as acting:
        Relay.objects.get(pk=relay.pk).accept(child_of(cast.adam), by=me(acting), at=now())
    assert works(cast, "petra")


def test_each_guardian_gets_a_letter_with_the_new_name(cast, amir):
    relay = offer(cast)
    with cast.acting("amir") as acting:
        letters = Relay.objects.get(pk=relay.pk).accept(child_of(cast.adam), by=me(acting), at=now())
        assert {one.guardian_id for one in letters} == {cast.hodan, cast.ali}
        assert {one.sender_id for one in letters} == {cast.amir}
        guard_look(cast)
        texts = list(LetterBody.objects.filter(head__in=letters).values_list("text", flat=True))
    assert len(texts) == 2
    for text in texts:
        assert "Amir Rostami" in text
        assert "Hittills har det varit Petra Ek" in text


def guard_look(cast):
    from samling.access.door import fetch

    fetch(Child, cast.adam, "open a child")


def test_a_no_changes_nothing(cast, amir):
    relay = offer(cast)
    with cast.acting("amir") as acting:
        found = Relay.objects.get(pk=relay.pk)
        found.decline(by=me(acting), at=now())
        assert found.state is State.DECLINED
    assert works(cast, "petra")
    assert notices(cast, "petra", rules.SAID_NO)


def test_one_who_does_not_work_with_the_child_is_let_in_by_the_head_first(cast):
    relay = offer(cast, to="maja")
    assert not notices(cast, "maja", rules.OFFERED)
    assert notices(cast, "gunilla", rules.WANTS)
    with cast.acting("maja"):
        assert not Relay.objects.exists(), "an offer gives no access"
    with cast.acting("gunilla") as acting:
        Relay.objects.get(pk=relay.pk).let_in(by=me(acting), at=now(), because="tar över")
    with cast.acting("maja") as acting:
        Relay.objects.get(pk=relay.pk).accept(child_of(cast.adam), by=me(acting), at=now())
    assert works(cast, "maja")


def test_only_the_head_lets_in(cast):
    relay = offer(cast, to="maja")
    with cast.acting("petra") as acting, pytest.raises(Refused):
        Relay.objects.get(pk=relay.pk).let_in(by=me(acting), at=now(), because="tar över")


def test_nobody_offers_what_another_holds(cast, amir):
    with pytest.raises(Refused, match="hands over"):
        with cast.acting("petra"):
            giver = person(cast.amir)
        offer(cast, to="maja", giver=giver)


def test_a_child_is_offered_to_one_at_a_time_and_can_be_taken_back(cast, amir):
    relay = offer(cast)
    with pytest.raises(Refused, match="already"):
        offer(cast, to="maja")
    with cast.acting("petra") as acting:
        Relay.objects.get(pk=relay.pk).withdraw(by=me(acting), at=now())
    assert offer(cast, to="maja").pk != relay.pk


# -- the pages ---------------------------------------------------------------------------------------------------------
def test_the_receiver_answers_on_the_page(cast, visitor, amir):
    relay = offer(cast)
    assert "Adam" in visitor.as_("amir").get(LIST).content.decode()
    page = visitor.get(PAGE.format(relay.pk)).content.decode()
    assert "Gå in först." in page
    assert "fröken" in page
    visitor.post(SAY.format(relay.pk), {"say": "yes"})
    with cast.acting("amir"):
        assert Relay.objects.get(pk=relay.pk).state is State.ACCEPTED


def test_the_giver_sees_her_children_and_what_goes_with_them(cast, visitor):
    page = visitor.as_("petra").get(LIST).content.decode()
    assert "Adam Hassan" in page
    assert "Noor Aziz" in page
    assert "Elsa" not in page


def test_leaving_is_known_ahead(cast, visitor):
    from samling.access import holding

    with cast.acting("gunilla"):
        import datetime as dt

        holding.end_capacity(cast.petra, ends=now() + dt.timedelta(days=20))
    page = visitor.as_("petra").get(LIST).content.decode()
    assert "2 barn ska lämnas över före" in page
    led = visitor.as_("gunilla").get(f"/staff/capacities/{cast.petra}/handovers/").content.decode()
    assert "Adam Hassan" in led
    assert visitor.as_("maja").get(f"/staff/capacities/{cast.petra}/handovers/").status_code == 404
