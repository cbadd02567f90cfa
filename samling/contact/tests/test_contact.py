"""Nothing goes home: decided, seen by those who may know, and noticed by nobody else."""

import re

import pytest
from django.db import connections

from samling.access import guard
from samling.contact.models import NoContact, contactable, may_contact
from samling.kernel.answer import Refused
from samling.people.models import Child
from samling.records.clock import now
from samling.server.embedded import Cluster


@pytest.fixture
def amir(cast):
    """The counsellor works with Ines."""
    with cast.acting("gunilla"):
        guard.assign(cast.ines, cast.amir, because="kurator")


def decide(cast, who, *guardians):
    with cast.acting(who) as acting:
        NoContact.decide(
            Child.objects.get(pk=cast.ines), guardians, because="Rädd", by=acting.capacity_id, at=now()
        )


def reachable(cast, guardian):
    """What whoever sends would be told."""
    name = connections["default"].settings_dict["NAME"]
    with Cluster(purpose="test").superuser(name) as admin:
        admin.execute("set role samling_worker")
        return admin.execute("select guard.may_reach(%s)", [guardian]).fetchone()[0]


def test_the_counsellor_decides_and_it_counts_at_once(cast, amir):
    assert reachable(cast, cast.dragan)
    decide(cast, "amir", cast.dragan)
    with cast.acting("amir"):
        assert not may_contact(cast.dragan, now())
        assert may_contact(cast.mila, now())
        assert [one["id"] for one in contactable(cast.ines)] == [cast.mila]
    assert not reachable(cast, cast.dragan)


def test_to_those_who_may_not_know_the_answer_is_the_same(cast, amir):
    with cast.acting("david"):
        before = contactable(cast.ines)
    decide(cast, "amir", cast.dragan, cast.mila)
    with cast.acting("david"):
        assert contactable(cast.ines) == before
        assert may_contact(cast.dragan, now())
        assert not NoContact.objects.exists()
    with cast.acting("david"), pytest.raises(Exception, match="permission denied"):
        guard.call("may_reach", cast.dragan)


def test_a_mentor_does_not_decide_and_is_told_so_always(cast, visitor, amir):
    with pytest.raises(Refused):
        decide(cast, "david", cast.dragan)
    pages = [visitor.as_("david").get(f"/children/{child}/no-contact/") for child in (cast.ines,)]
    decide(cast, "amir", cast.dragan)
    pages += [visitor.as_("david").get(f"/children/{child}/no-contact/") for child in (cast.ines,)]
    assert [page.status_code for page in pages] == [403, 403]
    passing = rb'name="csrfmiddlewaretoken" value="[^"]*"|data-seconds="[^"]*"'  # new on every page
    said = [re.sub(passing, b"", page.content) for page in pages]
    assert said[0] == said[1]


def test_decided_twice_is_once_and_strangers_are_left_out(cast, amir):
    decide(cast, "amir", cast.dragan, cast.dragan)
    decide(cast, "gunilla", cast.dragan, cast.hodan)
    with cast.acting("amir"):
        assert NoContact.objects.count() == 1


def test_the_decision_is_made_and_ended_on_the_pages(cast, visitor, amir):
    url = f"/children/{cast.ines}/no-contact/"
    page = visitor.as_("amir")
    for wrong in (
        {},
        {"guardians": ["x"]},
        {"guardians": [str(cast.hodan)], "because": "a"},
        {"guardians": [str(cast.dragan)]},
    ):
        assert page.post(url, wrong).status_code == 422
    assert page.post(url, {"guardians": [str(cast.dragan)], "because": "Ines är rädd"}).status_code == 302
    shown = page.get(url).content.decode()
    assert "Ines är rädd" in shown and "Dragan" in shown
    with cast.acting("amir"):
        decision = NoContact.objects.get()
    assert visitor.as_("david").post(f"/no-contact/{decision.pk}/end/").status_code == 404
    for _twice in range(2):
        assert visitor.as_("gunilla").post(f"/no-contact/{decision.pk}/end/").status_code == 302
    with cast.acting("amir"):
        assert may_contact(cast.dragan, now())
    assert "Det som har varit" in visitor.as_("amir").get(url).content.decode()
