"""Whom to call: by function, kept by those who lead there, read by all staff and by no family."""

import datetime as dt
from uuid import uuid4

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError
from django.urls import reverse

from samling.directory.models import FunctionNumber, entries
from samling.people.models import Capacity
from samling.records.clock import now

TOLD = {"function": "Mottagningen", "about": "Råd med eller utan namn", "phone": "0522-69 05 00", "hours": "8–16",
        "deputy": "Jouren", "deputy_phone": "0522-69 05 99"}  # fmt: skip


@pytest.fixture
def reception(cast, visitor):
    sent = TOLD | {"branch": cast.social, "key": uuid4()}
    for _twice in range(2):
        assert visitor.as_("ingrid").post(reverse("directory:new"), sent).status_code == 302
    return only(cast)


def only(cast):
    with cast.acting("ingrid"):
        (one,) = entries()
        return one


@pytest.mark.parametrize("who", ["petra", "jonas", "birgitta", "ulf", "henrik"])
def test_all_staff_find_it_by_what_it_is_about(cast, visitor, reception, who):
    page = visitor.as_(who).get(reverse("directory:directory"), {"find": "råd lövsjö"}).content.decode()
    assert "0522-69 05 00" in page and "0522-69 05 99" in page and "Annars: Jouren" in page
    assert "0522-69 05 00" not in visitor.get(reverse("directory:directory"), {"find": "skolskjuts"}).content.decode()


def test_it_is_found_from_the_search_of_every_page(cast, visitor, reception):
    assert "Mottagningen" in visitor.as_("petra").get(reverse("desk:search"), {"q": "mottag"}).content.decode()


def test_those_who_lead_elsewhere_change_nothing(cast, visitor, reception):
    where = reverse("directory:entry", args=[reception.pk])
    assert visitor.as_("sten").post(where, TOLD | {"branch": cast.social, "phone": "112"}).status_code in (403, 422)
    assert visitor.as_("petra").post(where, TOLD | {"branch": cast.social, "phone": "112"}).status_code == 403
    assert visitor.as_("pia").post(reverse("directory:end", args=[reception.pk])).status_code == 403
    assert only(cast).phone == "0522-69 05 00"


@pytest.mark.parametrize("who", ["petra", "sten"])
def test_the_database_says_so_too(cast, reception, who):
    with cast.acting(who) as acting:
        assert not FunctionNumber.objects.filter(pk=reception.pk).update(phone="112")
        by = Capacity.objects.get(pk=acting.capacity_id)
        forged = FunctionNumber(branch_id=cast.social, written_by=by, written_at=now(), checked_by=by, checked_at=now(), **TOLD)
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            forged.save(force_insert=True)


def test_an_old_check_says_so_and_a_new_one_ends_it(cast, visitor, reception):
    with cast.acting("ingrid"):
        FunctionNumber.objects.filter(pk=reception.pk).update(checked_at=now() - dt.timedelta(days=91))
    assert "inte kontrollerat på länge" in visitor.as_("petra").get(reverse("directory:directory")).content.decode()
    visitor.as_("gunilla").post(reverse("directory:check", args=[reception.pk]))
    assert "inte kontrollerat på länge" not in visitor.as_("petra").get(reverse("directory:directory")).content.decode()
    assert only(cast).checked_by_id == cast.gunilla


def test_a_function_that_is_gone_is_called_by_nobody(cast, visitor, reception):
    visitor.as_("ingrid").post(reverse("directory:end", args=[reception.pk]))
    with cast.acting("petra"):
        assert entries() == []


def test_whoever_steps_in_has_a_number(cast, visitor):
    sent = TOLD | {"branch": cast.social, "deputy_phone": ""}
    page = visitor.as_("ingrid").post(reverse("directory:new"), sent)
    assert page.status_code == 422 and "Skriv både vem och vilket nummer" in page.content.decode()
