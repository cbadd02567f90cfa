"""Who works where: given, approved by a second person, ended; and accounts by invitation."""

import datetime as dt

import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from samling.access import guard
from samling.kernel.answer import Refused
from samling.people.accounts import Account
from samling.people.models import Branch, Capacity, Organisation, Person, Unit
from samling.people.sessions import begun_for, token_of
from samling.records.acting import begun
from tests.house.page import check_page


def page(answer, status=200):
    assert answer.status_code == status, answer.status_code
    return answer.content.decode()


def given(cast, name="jonas", unit="norrskolan", role="mentor"):
    return Capacity.objects.using("owner").filter(
        person_id=cast.world.person[name], unit_id=cast.world.unit[unit], role=role).order_by("-from_at").first()


def where(cast, person="jonas", unit="norrskolan"):
    return f"/staff/capacities/new/?unit={cast.world.unit[unit]}&person={cast.world.person[person]}"


TOLD = {"role": "mentor", "from_on": "2025-11-20", "until_on": ""}


def test_everyone_sees_who_works_where_in_the_own_organisation(cast, visitor):
    shown = page(visitor.as_("petra").get("/staff/"))
    assert "Norrskolan" in shown and "Gunilla Norén" in shown and "Granbyskolan" not in shown
    assert "Din roll får inte ge tjänster här." in shown
    assert visitor.as_("petra").get(f"/staff/?unit={cast.granbyskolan}").status_code == 404
    for asked in ("x", "%00", "9" * 4000):
        assert visitor.as_("petra").get(f"/staff/?unit={asked}").status_code == 404


def test_a_head_gives_and_a_second_person_approves(cast, visitor):
    assert "Jonas Wik" in page(visitor.as_("gunilla").get(f"/staff/capacities/new/?unit={cast.norrskolan}&q=wik"))
    for _time in range(2):
        assert visitor.as_("gunilla").post(where(cast), TOLD).status_code == 302
    made = given(cast)
    assert made.approved_by_id is None and made.given_by_id == cast.gunilla
    url = f"/staff/capacities/{made.pk}/approval/"
    for name in ("gunilla", "petra", "jonas", "sten"):  # the giver, no right, herself, another organisation
        assert visitor.as_(name).post(url).status_code in (403, 404)
    assert given(cast).approved_by_id is None
    assert visitor.as_("ingrid_2").post(url).status_code == 302
    assert given(cast).approved_by_id == cast.ingrid_2


def test_a_capacity_counts_only_when_approved_and_is_dead_when_ended(cast, visitor):
    visitor.as_("gunilla").post(where(cast), TOLD)
    made = given(cast)
    account = Account.objects.filter(person_id=made.person_id).first() or Account.objects.create_user(
        "jonas@example.test", person_id=made.person_id)
    key = begun_for(account, capacity_id=made.pk)
    visitor.cookies["session"] = key
    assert visitor.get("/my-looks/").status_code == 302  # no capacity in force: choose one
    visitor.as_("ingrid_2").post(f"/staff/capacities/{made.pk}/approval/")
    with begun(token_of(key)) as acting:
        assert acting.capacity_id == made.pk
    assert visitor.as_("gunilla").post(f"/staff/capacities/{made.pk}/end/").status_code == 302
    with begun(token_of(key)) as acting:
        assert acting.capacity_id is None
    assert visitor.as_("petra").post(f"/staff/capacities/{cast.maja}/end/").status_code == 403
    assert visitor.as_("sten").post(f"/staff/capacities/{cast.maja}/end/").status_code == 404


def test_what_ends_is_said_first_and_nobody_ends_her_own(cast, visitor):
    review = page(visitor.as_("gunilla").get(f"/staff/capacities/{cast.jonas}/end/"))
    assert "Jonas Wik slutar som fritidspedagog" in review and "När rollen upphör" in review
    assert check_page(review) == [] and "Du är här som <b>Gunilla Norén" in review
    assert visitor.as_("gunilla").get(f"/staff/capacities/{cast.gunilla}/end/").status_code == 403
    assert visitor.as_("ingrid").post(f"/staff/capacities/{cast.ingrid}/end/").status_code == 403
    assert given(cast, "gunilla", role="head_teacher").until_at is None


def test_nobody_gives_herself_anything(cast, visitor):
    assert visitor.as_("gunilla").post(where(cast, "gunilla"), TOLD).status_code == 403
    assert visitor.as_("ingrid").post(where(cast, "ingrid", "reception"), {**TOLD, "role": "unit_head"}).status_code == 403
    assert visitor.as_("petra").post(where(cast), TOLD).status_code == 403
    assert visitor.as_("gunilla").post(where(cast, unit="reception"), {**TOLD, "role": "social_worker"}).status_code == 403
    assert visitor.as_("gunilla").post(where(cast, unit="granbyskolan"), TOLD).status_code == 404


@pytest.mark.parametrize("wrong", [
    {"role": ""}, {"role": "social_worker"}, {"role": "x" * 4000}, {"from_on": ""}, {"from_on": "2020-01-01"},
    {"from_on": "9999-12-31"}, {"until_on": "2025-01-01"}, {"until_on": "i morgon"},
])
def test_what_cannot_be_right_is_explained(cast, visitor, wrong):
    assert visitor.as_("gunilla").post(where(cast), TOLD | wrong).status_code == 422


def test_somebody_new_is_a_name_and_nothing_else(cast, visitor):
    head = visitor.as_("gunilla")
    answer = head.post(f"/staff/people/new/?unit={cast.norrskolan}", {"given_name": "Örjan", "family_name": "Ny"})
    assert answer.status_code == 302
    made = Person.objects.using("owner").get(given_name="Örjan")
    assert made.is_staff_member and str(made.pk) in answer.url and made.sort_key.startswith("{c")
    for told in ({}, {"given_name": " ", "family_name": "x"}, {"given_name": "x" * 81, "family_name": "y"}):
        assert head.post(f"/staff/people/new/?unit={cast.norrskolan}", told).status_code == 422
    assert visitor.as_("petra").post(f"/staff/people/new/?unit={cast.norrskolan}", {"given_name": "A", "family_name": "B"}).status_code == 403
    with pytest.raises(Refused), cast.acting("petra"):
        guard.call("add_person", "A", "B", "a b")


@pytest.mark.parametrize("asked", ["%00", "%25%25", "å" * 4000, "<script>", "_"])
def test_a_mad_search_is_an_ordinary_page(cast, visitor, asked):
    shown = page(visitor.as_("gunilla").get(f"/staff/capacities/new/?unit={cast.norrskolan}&q={asked}"))
    assert "<script>" not in shown and "Petra" not in shown.split("<main")[1]


def invite(visitor, cast, by, person, email="jonas.wik@lovsjo.test"):
    return visitor.as_(by).post(f"/staff/accounts/new/?person={cast.world.person[person]}", {"email": email})


def test_an_invited_person_chooses_a_password_by_letter(cast, visitor):
    Account.objects.filter(person_id=cast.world.person["jonas"]).delete()
    assert "jonas.wik@lovsjo.test" in page(invite(visitor, cast, "gunilla", "jonas"))
    account = Account.objects.get(email="jonas.wik@lovsjo.test")
    assert account.person_id == cast.world.person["jonas"] and not account.has_usable_password()
    assert len(mail.outbox) == 1 and mail.outbox[0].to == ["jonas.wik@lovsjo.test"]
    assert "/password/new/" in mail.outbox[0].body and "Jonas" not in mail.outbox[0].body
    invite(visitor, cast, "gunilla", "jonas", "gunillas.egen@example.test")  # again, to the address there is
    assert mail.outbox[1].to == ["jonas.wik@lovsjo.test"]
    assert not Account.objects.filter(email="gunillas.egen@example.test").exists()


def test_nobody_takes_over_anothers_account(cast, visitor):
    Account.objects.create_user("upptagen@lovsjo.test", person_id=cast.world.person["maja"])
    Account.objects.filter(person_id=cast.world.person["jonas"]).delete()
    assert "Någon annan har den adressen" in page(invite(visitor, cast, "gunilla", "jonas", "UPPTAGEN@lovsjo.test"), 422)
    for by, person in (("petra", "jonas"), ("gunilla", "maria"), ("gunilla", "gunilla"), ("gunilla", "tomas"), ("sten", "jonas")):
        assert invite(visitor, cast, by, person).status_code == 403, (by, person)
    assert visitor.as_("gunilla").get("/staff/accounts/new/?person=x").status_code == 404


def test_an_account_is_shut_with_its_sessions_and_opened_again(cast, visitor):
    person = cast.world.person["jonas"]
    Account.objects.filter(person_id=person).delete()
    account = Account.objects.create_user("jonas@lovsjo.test", person_id=person)
    begun_for(account, capacity_id=cast.jonas)
    here = f"/staff/accounts/new/?person={person}"
    shown = page(visitor.as_("gunilla").get(here))
    assert "Stäng kontot" in shown and check_page(shown) == []
    for by, status in (("petra", 403), ("sten", 403), ("jonas", 403), ("gunilla", 302), ("gunilla", 302)):
        assert visitor.as_(by).post(f"/staff/accounts/{person}/shut/").status_code == status, by
    account.refresh_from_db()
    assert not account.is_active and not account.sessions.filter(ended_at=None).exists()
    shown = page(visitor.as_("gunilla").get(here))
    assert "Kontot är stängt" in shown and "Skicka brevet" not in shown and check_page(shown) == []
    assert visitor.as_("ingrid").post(f"/staff/accounts/{person}/open/").status_code == 302
    account.refresh_from_db()
    assert account.is_active and not account.sessions.filter(ended_at=None).exists()


def test_those_who_have_left_can_still_be_shut_out(cast, visitor):
    person = cast.world.person["jonas"]
    visitor.as_("gunilla").post(f"/staff/capacities/{cast.jonas}/end/")
    Account.objects.filter(person_id=person).exists() or Account.objects.create_user("j@lovsjo.test", person_id=person)
    shown = page(visitor.as_("gunilla").get(f"/staff/accounts/new/?person={person}"))
    assert "Stäng kontot" in shown and "Skicka brevet" not in shown
    assert visitor.as_("sten").get(f"/staff/accounts/new/?person={person}").status_code == 403
    assert visitor.as_("gunilla").post(f"/staff/accounts/{person}/shut/").status_code == 302
    assert not Account.objects.get(person_id=person).is_active


def test_no_link_leads_to_a_refusal(cast, visitor):
    shown = page(visitor.as_("karin").get("/staff/")).split("<main")[1]
    assert f"person={cast.world.person['maria']}" not in shown  # she also works at the school
    shown = page(visitor.as_("ingrid").get(f"/staff/?unit={cast.lotsen_social}")).split("<main")[1]
    assert f"person={cast.world.person['maria']}" in shown
    shown = page(visitor.as_("ingrid").get("/staff/")).split("<main")[1]
    assert f"person={cast.world.person['ingrid']}" not in shown and "/staff/accounts/new/" in shown


def test_the_second_person_sees_the_address_before_approving(cast, visitor):
    Account.objects.filter(person_id=cast.world.person["jonas"]).delete()
    visitor.as_("gunilla").post(where(cast), TOLD)
    invite(visitor, cast, "gunilla", "jonas")
    assert "jonas.wik@lovsjo.test" in page(visitor.as_("ingrid_2").get("/staff/"))
    assert "jonas.wik@lovsjo.test" not in page(visitor.as_("petra").get("/staff/"))


def test_the_administrator_makes_branches_and_units(cast, visitor):
    assert visitor.as_("gunilla").get("/staff/units/new/").status_code == 403
    admin = visitor.as_("ingrid")
    told = {"name": "Familjecentralen", "domain": "social", "hangs_on": ""}
    for _time in range(2):
        assert admin.post("/staff/branches/new/", told).status_code == 302
    branch = Branch.objects.using("owner").get(name="Familjecentralen")
    assert branch.organisation_id == cast.world.organisation["lovsjo"]
    unit = {"branch": branch.pk, "kind": "office", "name": "Öppna förskolan", "municipality": "9901", "phone": "", "hours": ""}
    assert admin.post("/staff/units/new/", unit).status_code == 302
    assert Unit.objects.using("owner").get(name="Öppna förskolan").branch_id == branch.pk
    for wrong in ({"domain": "school_medical"}, {"domain": "x"}, {"name": ""}, {"hangs_on": cast.school}, {"hangs_on": "x"}):
        assert admin.post("/staff/branches/new/", told | {"name": "Ny"} | wrong).status_code == 422
    for wrong in ({"branch": cast.granby_school}, {"municipality": "0000"}, {"kind": "x"}, {"name": "x" * 121}):
        assert admin.post("/staff/units/new/", unit | {"name": "Ny"} | wrong).status_code == 422
    with pytest.raises(Refused), cast.acting("ingrid"):
        guard.call("add_branch", cast.world.organisation["granby"], "Vår nu", "social", None)


def first(**more):
    told = {"organisation": "Exempelby kommun", "county": "99", "municipality": "9902", "given": "Eva", "family": "Först",
            "email": "eva@exempelby.test"}
    call_command("first_account", **(told | more))


def test_the_first_account_can_hold_no_child_and_give_itself_nothing(cast, visitor, capsys):
    first()
    assert "/password/new/" in capsys.readouterr().out
    organisation = Organisation.objects.using("owner").get(name="Exempelby kommun")
    capacity = Capacity.objects.using("owner").get(unit__branch__organisation=organisation)
    account = Account.objects.get(email="eva@exempelby.test")
    key = begun_for(account, capacity_id=capacity.pk)
    with begun(token_of(key)):
        assert guard.my_access(cast.adam) == {}
        with pytest.raises(Refused):
            guard.open_child(capacity.unit_id, given="A", family="B", key="a b", birth_year=2015)
        with pytest.raises(Refused):
            guard.give_capacity(capacity.person_id, capacity.unit_id, "dpo", starts=dt.datetime.now(dt.UTC), ends=None)
    visitor.cookies["session"] = key
    assert "Exempelby kommun" in page(visitor.get("/staff/"))
    assert visitor.post("/staff/branches/new/", {"name": "Skolnämnden", "domain": "school", "hangs_on": ""}).status_code == 302


@pytest.mark.parametrize("wrong", [{"organisation": "Lövsjö kommun"}, {"county": "00"}, {"municipality": "0000"}])
def test_a_first_account_that_cannot_be_is_explained(cast, wrong):
    with pytest.raises(CommandError):
        first(**wrong)
    assert not Account.objects.filter(email="eva@exempelby.test").exists()
