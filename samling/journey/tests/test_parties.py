"""Another authority is invited on a standing ground, and comes in or says no."""

import datetime as dt
import re

import pytest

from samling.access import guard
from samling.consent.models import Consent
from samling.consent.tests.asking import LEARNING, NAME, answer, ask, move_clock
from samling.journey import parties
from samling.journey.models import Journey, Notice, Party
from samling.kernel.answer import Refused
from samling.people.models import Child
from samling.records.clock import now
from samling.sharing.opening import open_for
from tests.cast import FROZEN


def opened_for(cast, unit):
    """Adam's guardians have said yes, and the name is told to a unit."""
    consent = ask(cast, "petra", cast.adam, walls=(NAME, LEARNING), to_unit=unit)
    yes = [answer(cast, "petra", consent, giver) for giver in (cast.hodan, cast.ali)]
    with cast.acting("petra") as acting:
        open_for(
            Consent.objects.get(pk=consent),
            [LEARNING],
            since=now(),
            records=[],
            by=acting.capacity_id,
            at=now(),
        )
    return consent, yes


def invited(cast, unit, how="space"):
    consent, yes = opened_for(cast, unit)
    with cast.acting("petra") as acting:
        child = Child.objects.get(pk=cast.adam)
        ground = next(g for g in parties.invitable(child.pk, now()) if g.to_unit_id == unit)
        party = parties.invite(
            child, ground, how=how, question="Kan ni hjälpa?", by=acting.capacity_id, at=now()
        )
        assert (
            parties.invite(child, ground, how=how, question="Igen", by=acting.capacity_id, at=now()) == party
        )
    return consent, yes, party


def test_nobody_can_be_invited_before_a_ground_gives_the_name(cast, visitor):
    with cast.acting("petra"):
        assert parties.invitable(cast.adam, now()) == []
    assert (
        "Det finns ingen gällande grund"
        in visitor.as_("petra").get(f"/children/{cast.adam}/parties/").content.decode()
    )


def test_the_invited_see_the_name_and_the_question_and_nothing_more(cast, visitor):
    _consent, _yes, party = invited(cast, cast.lotsen_social)
    page = visitor.as_("maria").get("/invitations/").content.decode()
    assert "Adam Hassan" in page and "Kan ni hjälpa?" in page
    assert "Adam" not in visitor.as_("tomas").get("/invitations/").content.decode()
    assert visitor.as_("maria").get(f"/children/{cast.adam}/consents/").status_code == 404
    assert visitor.as_("tomas").get(f"/invitations/{party}/acceptance/").status_code == 404


def test_accepting_gives_a_page_of_ones_own_and_what_is_told(cast, visitor):
    _consent, _yes, party = invited(cast, cast.lotsen_social)
    done = visitor.as_("maria").post(f"/invitations/{party}/acceptance/", {"yes": "1"})
    assert done.status_code == 302
    own = re.search(r"/children/([^/]+)/", done.url)[1]
    assert own != str(cast.adam)
    assert visitor.as_("maria").get(done.url).status_code == 200
    with cast.acting("maria"):
        assert [str(child) for child in Child.objects.mine()] == ["Adam H"]
        assert guard.met_children(own) == [cast.adam]
        assert {row["wall"] for row in guard.my_disclosures(cast.adam)} == {NAME, LEARNING}
    assert visitor.as_("maria").post(f"/invitations/{party}/acceptance/", {"yes": "1"}).status_code == 404
    with cast.acting("petra"):
        assert Notice.objects.get(to_id=cast.petra, kind="party_accepted").subject_id == cast.adam


def test_saying_no_keeps_nothing(cast, visitor):
    _consent, _yes, party = invited(cast, cast.lotsen_social)
    assert visitor.as_("maria").post(f"/invitations/{party}/acceptance/", {"no": "1"}).status_code == 302
    with cast.acting("maria"):
        assert not Child.objects.mine().exists()
    with cast.acting("petra"):
        assert Notice.objects.filter(to_id=cast.petra, kind="party_declined").count() == 1
        assert Party.objects.get(pk=party).ended_at


@pytest.mark.parametrize("accepted", [False, True])
def test_a_yes_taken_back_stops_the_invitation_and_ends_the_part(cast, visitor, accepted):
    _consent, yes, party = invited(cast, cast.lotsen_social)
    if accepted:
        visitor.as_("maria").post(f"/invitations/{party}/acceptance/", {"yes": "1"})
    assert visitor.as_("petra").post(f"/answers/{yes[0]}/withdrawal/", {"how": "spoken"}).status_code == 302
    assert "Kan ni hjälpa?" not in visitor.as_("maria").get("/invitations/").content.decode()
    assert visitor.as_("maria").get(f"/invitations/{party}/acceptance/").status_code == 404
    with cast.acting("petra"):
        assert Party.objects.get(pk=party).ended_at
    with cast.acting("maria"):
        assert guard.my_disclosures(cast.adam) == []


def test_a_consent_that_runs_out_closes_the_shared_space(cast, visitor):
    _consent, _yes, party = invited(cast, cast.lotsen_social)
    visitor.as_("maria").post(f"/invitations/{party}/acceptance/", {"yes": "1"})
    with cast.acting("maria"):
        own = Child.objects.mine().get().pk
        journey = Party.objects.get(pk=party).journey_id
        assert {wall for wall in guard.my_access(journey)} == {40, 41, 42, 43}
    move_clock(FROZEN + dt.timedelta(days=181))
    with cast.acting("maria"):
        assert guard.my_access(journey) == {} and not Journey.objects.filter(pk=journey).exists()
        assert guard.my_access(own)  # what she has opened herself stays hers
        assert guard.my_disclosures(cast.adam) == []
    with cast.acting("petra"):
        assert set(guard.my_access(journey)) == {40, 41, 42, 43}


def test_health_care_takes_part_by_copy_when_it_is_no_sip(cast, visitor):
    opened_for(cast, cast.bup)
    page = visitor.as_("petra").get(f"/children/{cast.adam}/parties/").content.decode()
    assert 'value="copy"' in page and 'value="space"' not in page
    with cast.acting("petra") as acting:
        ground = parties.invitable(cast.adam, now())[0]
        with pytest.raises(Refused):
            parties.invite(
                Child.objects.get(pk=cast.adam),
                ground,
                how="space",
                question="",
                by=acting.capacity_id,
                at=now(),
            )


def test_the_invitation_is_sent_from_the_page_and_taken_back(cast, visitor):
    opened_for(cast, cast.lotsen_social)
    url = f"/children/{cast.adam}/parties/"
    sent = {"unit": str(cast.lotsen_social), "how": "space", "question": "Kan ni hjälpa?"}
    petra = visitor.as_("petra")
    for wrong in (
        {"unit": str(cast.reception)},
        {"unit": "x"},
        {"how": "telepathy"},
        {"question": "x" * 301},
        {"question": ""},
    ):
        assert petra.post(url, sent | wrong).status_code in (200, 422)
    with cast.acting("petra"):
        assert not Party.objects.exists()
    assert petra.post(url, sent).status_code == 302
    with cast.acting("petra"):
        party = Party.objects.get(unit_id=cast.lotsen_social)
    assert visitor.as_("olof").post(f"/parties/{party.pk}/end/").status_code == 404
    assert visitor.as_("petra").post(f"/parties/{party.pk}/end/").status_code == 302
    assert "Adam" not in visitor.as_("maria").get("/invitations/").content.decode()


def test_a_child_one_knows_already_is_not_opened_twice(cast, visitor):
    with cast.acting("maria"):
        own = guard.open_child(
            cast.lotsen_social, given="Adam", family="Hassan", key="adam hassan", birth_year=2015
        )
    _consent, _yes, party = invited(cast, cast.lotsen_social)
    page = visitor.as_("maria").get(f"/invitations/{party}/acceptance/").content.decode()
    assert "Är det här ett barn du redan arbetar med?" in page
    visitor.as_("maria").post(f"/invitations/{party}/acceptance/", {"yes": "1", "own": str(own)})
    with cast.acting("maria"):
        assert list(Child.objects.mine().values_list("pk", flat=True)) == [own]
