"""Two stories: a yes that is taken back, and a girl of 16 whose parents must not know."""

import re
from uuid import uuid4

import pytest

from samling.access import guard
from samling.access.models import Disclosure, Ground
from samling.consent.models import Consent, ConsentAnswer
from samling.consent.rules import State
from samling.consent.tests.asking import CONCERN, LEARNING, NAME, answer, ask, standing, stands
from samling.contact.models import NoContact, contactable, may_contact
from samling.journey.models import Entry, EntryBody, Event
from samling.journey.parties import invite, parties_of
from samling.kernel.answer import Refused
from samling.people.models import Child
from samling.records.clock import now
from samling.sharing.opening import open_for

from .family import signed_in_guardian


def note(cast, who: str, child, wall: int, title: str = "Lugnare mornar"):
    with cast.acting(who) as acting:
        entry = Entry(
            subject_id=child,
            wall=wall,
            kind="observation",
            title=title,
            written_by_id=acting.capacity_id,
            written_at=now(),
        )
        entry.save(force_insert=True)
        EntryBody(head=entry, subject_id=child, wall=wall, text="Text").save(force_insert=True)
        return entry.pk


def open_as(cast, who: str, consent, walls, records=(), since=None):
    with cast.acting(who) as acting:
        return open_for(
            Consent.objects.get(pk=consent),
            list(walls),
            since=since,
            records=list(records),
            by=acting.capacity_id,
            at=now(),
        )


def assign(cast, by: str, child, to: str):
    with cast.acting(by):
        guard.assign(child, getattr(cast, to), because="behövs")


@pytest.fixture
def told(cast):
    """Tomas is told one note about Adam on both guardians' yes."""
    entry = note(cast, "petra", cast.adam, LEARNING)
    consent = ask(cast, "petra", cast.adam, walls=(NAME, LEARNING), to_unit=None, to_capacity=cast.tomas)
    answers = [answer(cast, "petra", consent, giver) for giver in (cast.hodan, cast.ali)]
    ground = open_as(cast, "petra", consent, [LEARNING], records=[(LEARNING, entry)])
    return {"entry": entry, "consent": consent, "answers": answers, "ground": ground}


def test_opening_tells_the_recipient_and_nobody_else(cast, visitor, told):
    page = visitor.as_("tomas").get(f"/told/{cast.adam}/")
    assert page.status_code == 200
    assert "Lugnare mornar" in page.content.decode()
    assert visitor.as_("kerstin").get(f"/told/{cast.adam}/").status_code == 404
    with cast.acting("tomas"):
        assert Child.objects.get(pk=cast.adam).given_name == "Adam"


def test_a_yes_taken_back_shuts_the_door_at_the_next_request(cast, visitor, told):
    tomas = visitor.as_("tomas")
    assert tomas.get(f"/told/{cast.adam}/").status_code == 200
    # The mother rings; the mentor notes it.
    assert (
        visitor.as_("petra").post(f"/answers/{told['answers'][0]}/withdrawal/", {"how": "spoken"}).status_code
        == 302
    )
    tomas = visitor.as_("tomas")
    assert tomas.get(f"/told/{cast.adam}/").status_code == 404
    assert "Adam" not in tomas.get("/told/").content.decode()
    with cast.acting("tomas"):
        assert not Entry.objects.filter(pk=told["entry"]).exists()
        assert not Ground.objects.filter(pk=told["ground"]).exists()


def test_who_gets_copies_reads_why_it_is_empty_when_the_yes_has_ended(cast, visitor):
    consent = ask(cast, "petra", cast.adam, walls=(NAME, LEARNING), to_unit=cast.world.unit["reception"])
    answers = [answer(cast, "petra", consent, giver) for giver in (cast.hodan, cast.ali)]
    entry = note(cast, "petra", cast.adam, LEARNING)
    ground = open_as(cast, "petra", consent, [LEARNING], records=[(LEARNING, entry)])
    with cast.acting("petra") as acting:
        party = invite(Child.objects.get(pk=cast.adam), Ground.objects.get(pk=ground), how="copy", question="?", by=acting.capacity_id, at=now())
    with cast.acting("tomas"):
        own = guard.accept_party(party)
    pages = [f"/told/{own}/", f"/children/{own}/"]
    tomas = visitor.as_("tomas")
    assert all("Lugnare mornar" in tomas.get(page).content.decode() for page in pages)
    visitor.as_("petra").post(f"/answers/{answers[0]}/withdrawal/", {"how": "spoken"})
    for page in pages:
        said = visitor.as_("tomas").get(page).content.decode()
        assert "Inget som andra har berättat är öppet" in said
        assert "Lugnare mornar" not in said.split("<main")[1]


def test_nothing_is_deleted_and_the_receipt_says_what_was_told(cast, visitor, told):
    with cast.acting("petra") as acting:
        ConsentAnswer.objects.get(pk=told["answers"][1]).take_back(
            how="spoken", by=acting.capacity_id, at=now()
        )
        assert Disclosure.objects.filter(ground_id=told["ground"]).count() == 2
    page = visitor.as_("petra").get(f"/consents/{told['consent']}/receipt/")
    assert "Lugnare mornar" in page.content.decode()


def test_the_parents_of_ines_must_not_know(cast, visitor):
    signed_in_guardian(cast, "dragan_at_home", cast.dragan)
    assign(cast, "gunilla", cast.ines, "amir")
    entry = note(cast, "amir", cast.ines, CONCERN, "Ines berättar")
    with cast.acting("dragan_at_home"):
        assert Child.objects.filter(pk=cast.ines).exists()
    before = {url: _words(visitor, "david", url) for url in _davids(cast)}
    with cast.acting("amir") as acting:
        NoContact.decide(
            Child.objects.get(pk=cast.ines),
            [cast.dragan, cast.mila],
            because="Ines är rädd",
            by=acting.capacity_id,
            at=now(),
        )
        assert contactable(cast.ines) == []
        assert not may_contact(cast.mila, now())
    with cast.acting("dragan_at_home"):
        assert not Child.objects.filter(pk=cast.ines).exists()

    consent = ask(
        cast, "amir", cast.ines, walls=(NAME, CONCERN), to_unit=None, to_capacity=cast.tomas, quiet=True
    )
    assert standing(cast, "amir", consent).state == State.WAITING
    answer(cast, "amir", consent, "child")
    assert standing(cast, "amir", consent).state == State.DECISION
    with cast.acting("amir") as acting, pytest.raises(Refused):
        Consent.objects.get(pk=consent).decide_exception(
            "child_alone", None, because="16 år", id=uuid4(), by=acting.capacity_id, at=now()
        )
    with cast.acting("gunilla") as acting:
        Consent.objects.get(pk=consent).decide_exception(
            "child_alone",
            None,
            because="16 år och själv bett om hjälp",
            id=uuid4(),
            by=acting.capacity_id,
            at=now(),
        )
    assert stands(cast, "amir", consent) == {NAME, CONCERN}
    open_as(cast, "amir", consent, [CONCERN], records=[(CONCERN, entry)])

    page = visitor.as_("tomas").get(f"/told/{cast.ines}/").content.decode()
    assert "Ines berättar" in page
    with cast.acting("tomas"):
        assert guard.rows("told_quietly")
    with cast.acting("david"):
        assert may_contact(cast.mila, now())
        assert len(contactable(cast.ines)) == 2
        assert not Consent.objects.filter(subject_id=cast.ines).exists()
        assert not Ground.objects.filter(subject_id=cast.ines).exists()
        assert not Disclosure.objects.filter(subject_id=cast.ines).exists()
        assert not Event.objects.filter(subject_id=cast.ines).exists()
        assert parties_of(cast.ines) == []
    assert {url: _words(visitor, "david", url) for url in _davids(cast)} == before


def _davids(cast):
    return [
        f"/children/{cast.ines}/consents/",
        f"/children/{cast.ines}/no-contact/",
        f"/children/{cast.ines}/parties/",
        f"/children/{cast.ines}/consents/new/",
        "/told/",
        "/invitations/",
    ]


def _words(visitor, who, url):
    page = visitor.as_(who).get(url)
    text = re.sub(
        r'name="(csrfmiddlewaretoken|once)" value="[^"]*"|data-seconds="[^"]*"', "", page.content.decode()
    )
    return page.status_code, text
