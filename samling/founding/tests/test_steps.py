"""The steps say how the house is, whoever asks and whenever."""

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.urls import reverse

from samling.access import guard
from samling.concern.models import ReportContact
from samling.founding.steps import Beginning
from samling.people.models import Account, Capacity
from samling.records.clock import now


def states(cast, who="ingrid"):
    with cast.acting(who) as acting:
        by = Capacity.objects.select_related("unit__branch__organisation").get(pk=acting.capacity_id)
        return {step.code: step.done for step in Beginning(by, now()).steps}


def test_a_municipality_that_is_in_use_has_little_left(cast):
    found = states(cast)
    assert all(found[code] for code in ("organisation", "branches", "units", "second", "roles", "reports", "pupils", "child"))
    assert not found["checklist"] and not found["mail"]


def test_every_step_says_what_and_why(cast, visitor):
    with cast.acting("ingrid") as acting:
        by = Capacity.objects.select_related("unit__branch__organisation").get(pk=acting.capacity_id)
        codes = [step.code for step in Beginning(by, now()).steps]
    for number, code in enumerate(codes, 1):
        page = visitor.as_("ingrid").get(reverse("founding:step", args=[code])).content.decode()
        assert f"Steg {number} av {len(codes)}" in page and "Varför:" in page
    assert visitor.get(reverse("founding:step", args=["nothing"])).status_code == 404
    assert visitor.as_("petra").get(reverse("founding:beginning")).status_code == 403


def test_a_step_that_is_not_mine_says_whose_it_is(cast, visitor):
    page, makes = reverse("founding:step", args=["units"]), reverse("staff:unit-new")
    assert makes in visitor.as_("ingrid").get(page).content.decode()
    shown = visitor.as_("gunilla").get(page).content.decode()
    assert makes not in shown and "systemadministratören" in shown


def test_a_test_letter_goes_to_oneself_alone(cast, visitor):
    visitor.as_("ingrid")
    own = Account.objects.get(person_id=cast.world.person["ingrid"]).email
    page = visitor.post(reverse("founding:test-letter")).content.decode()
    assert "E-postservern tog emot brevet" in page
    assert [one.to for one in mail.outbox] == [[own]] and states(cast)["mail"]


def test_a_mail_server_that_is_down_is_said_calmly(cast, visitor, monkeypatch):
    monkeypatch.setattr("samling.founding.views.send_mail", lambda *_words: (_ for _ in ()).throw(ConnectionRefusedError()))
    page = visitor.as_("ingrid").post(reverse("founding:test-letter"))
    assert page.status_code == 200 and "Brevet gick inte iväg" in page.content.decode()
    assert not states(cast)["mail"]


def test_the_numbers_of_reports_are_the_newest(cast, visitor):
    where, told = reverse("founding:reports"), {"name": "Mottagningen", "phone": "0522-1", "phone_after_hours": "0522-2"}
    assert visitor.as_("gunilla").post(where, told).status_code == 403
    assert visitor.as_("ingrid").post(where, told).status_code == 302
    with cast.acting("petra"):
        assert [one.phone for one in ReportContact.objects.standing(now()).filter(organisation=cast.world.organisation["lovsjo"])] == ["0522-1"]


@pytest.fixture
def newcomer(cast):
    """A municipality with an administrator, who has given a head her role."""
    call_command("first_account", organisation="Nyby kommun", municipality="9901", county="99", given="Sven", family="Ny",
                 email="sven@nyby.example", verbosity=0)
    return "Nyby kommun"


def test_the_installations_owner_approves_the_first_and_no_other(cast, newcomer):
    with pytest.raises(CommandError, match="nobody"):
        call_command("first_approval", organisation=newcomer)
    with pytest.raises(CommandError, match="may approve already"):
        call_command("first_approval", organisation="Lövsjö kommun")


def test_what_has_begun_is_told_to_those_who_lead_alone(cast):
    with cast.acting("petra"):
        assert guard.rows("begun_here") == []
    with cast.acting("pia"):
        assert guard.rows("begun_here") == [{"pupils": False, "children": False, "asked": False, "checklists": False}]
