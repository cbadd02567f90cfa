"""A database that does not answer: a page that says so, nothing half done, and everything back by itself."""

from contextlib import contextmanager
from uuid import uuid4

import pytest
from django.db import connections

from samling.journey.models import Entry
from samling.kernel.categories import Category, wall

HOME = wall(1, Category.HOME)
WRITTEN = {"once": str(uuid4()), "kind": "talk", "text": "Hodan ringde.", "title": "Ringde", "about": HOME, "home": "yes"}


def written(cast) -> int:
    """How many notes there are."""
    with cast.acting("petra"):
        return Entry.objects.count()


@contextmanager
def silent_database():
    """No alias reaches the database until the end."""
    ports = {alias: connections[alias].settings_dict["PORT"] for alias in connections}
    for alias in ports:
        connections[alias].close()
        connections[alias].settings_dict["PORT"] = "1"
    try:
        yield
    finally:
        for alias, port in ports.items():
            connections[alias].close()
            connections[alias].settings_dict["PORT"] = port


@pytest.fixture
def patient(visitor):
    """Petra's browser, which gets the page of a fault as people do."""
    browser = visitor.as_("petra")
    browser.raise_request_exception = False
    return browser


def test_a_silent_database_gets_a_page_that_says_so(cast, patient):
    for address in ("/", f"/children/{cast.adam}/", "/sign-in/"):
        with silent_database():
            answer = patient.get(address)
        assert answer.status_code == 503 and answer["Retry-After"] == "60"
        assert "Samling svarar inte just nu" in answer.content.decode()
        assert patient.get(address).status_code in (200, 302)


def test_what_is_sent_to_a_silent_database_can_be_sent_again(cast, patient):
    with silent_database():
        assert patient.post(f"/children/{cast.adam}/notes/new/", WRITTEN).status_code == 503
    assert patient.post(f"/children/{cast.adam}/notes/new/", WRITTEN).status_code == 302
    assert written(cast) == 1


def test_a_database_that_goes_away_half_way_leaves_nothing(cast, patient, monkeypatch):
    write = Entry.write.__func__

    def cut(model, *told, **more):
        write(model, *told, **more)
        connections["default"].connection.close()
        return Entry.objects.count()

    monkeypatch.setattr(Entry, "write", classmethod(cut))
    assert patient.post(f"/children/{cast.adam}/notes/new/", WRITTEN).status_code == 503
    monkeypatch.undo()
    assert written(cast) == 0


def test_a_fault_of_ours_is_not_blamed_on_the_database(cast, patient, monkeypatch):
    monkeypatch.setattr(Entry, "write", lambda *_told, **_more: 1 / 0)
    answer = patient.post(f"/children/{cast.adam}/notes/new/", WRITTEN)
    assert answer.status_code == 500 and "Något gick fel hos oss" in answer.content.decode()
