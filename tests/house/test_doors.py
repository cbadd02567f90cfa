"""A stranger finds nothing behind any door, and leaves no mark in the family's log (style 4.4)."""

from http import HTTPStatus

import pytest
from django.db import connections

from samling.access import guard
from samling.misplaced.kinds import kinds
from samling.server.embedded import Cluster
from tests.walls.sentences import SENTENCES, everyone

from .routes import routes
from .walk import NUMBER, address

pytestmark = pytest.mark.xdist_group("house")

LED_TO_SIGN_IN = (HTTPStatus.FOUND, HTTPStatus.UNAUTHORIZED)
# Heads of another school and of a private one: much may they do, but not here.
STRANGERS = ("olof", "lisa")


def doors():
    """Every door that opens a record which somebody is a stranger to."""
    opening = [(route, getattr(route.view, "opens", None)) for route in routes()]
    return [route for route, model in opening if model and SENTENCES.get(model._meta.db_table) is not everyone]


def looks():
    """How many openings the log holds: read as the cluster's own superuser, for no role may count them."""
    with Cluster(purpose="test").superuser(connections["default"].settings_dict["NAME"]) as admin:
        return admin.execute("select count(*) from access_look").fetchone()[0]


@pytest.fixture(scope="module")
def walk(walked):
    """One walk for all the tests here."""
    with walked.lent() as walk:
        yield walk


def knocks(walk, route):
    """Each way in, tried by people who have nothing to do with the record: (who, method, status)."""
    model = route.view.opens
    for _reader, pk in walk.readers(model)[:1]:
        for name in (name for name in STRANGERS if not walk.may_read(name, model, pk)):
            for method in set(route.view.methods) - {"HEAD"}:
                yield name, method, walk.as_(name).generic(method, address(route, pk)).status_code


@pytest.fixture(scope="module")
def knocked(walk):
    """What every door answered to strangers, and how many openings that left in the log."""
    before = looks()
    return {route.address: list(knocks(walk, route)) for route in doors()}, looks() - before


def test_a_stranger_finds_nothing_behind_any_door(knocked):
    answers, marks = knocked
    found = [
        f"{method} {where} as {name}: {status}"
        for where, tried in answers.items()
        for name, method, status in tried
        if status != HTTPStatus.NOT_FOUND
    ]
    assert not found, "\n".join([*found, "To a stranger a record does not exist: 404, and never a reason."])
    assert not marks, "A stranger's knock belongs in the security log, not in the family's."


def test_every_door_has_been_knocked_at(knocked):
    untried = [where for where, tried in knocked[0].items() if not tried]
    assert not untried, f"{untried}: no one has such a record; put one in tests/house/rooms.py."


def test_nobody_comes_in_without_signing_in(client, walk):
    inside = [route for route in routes() if route.is_ours and not getattr(route.view, "is_public", False)]
    answers = [(route, client.get(address(route, NUMBER)).status_code) for route in inside]
    open_ = [f"{route.address}: {status}" for route, status in answers if status not in LED_TO_SIGN_IN]
    assert not open_, "\n".join([*open_, "Without a session every door leads to signing in."])


def test_what_is_about_the_wrong_child_is_closed_whatever_it_is(walk):
    """Each kind of record that says it is closed by itself: whoever reads it closes it, and then its writer alone reads it."""
    untried, still = [], []
    for kind, model in kinds().items():
        ways = walk.readers(model)
        if not ways:
            untried.append(kind)
            continue
        who, pk = ways[0]
        with walk.cast.acting(who):
            writer = model.objects.get(pk=pk).written_by_id
            assert guard.call("close_misplaced", kind, pk) >= 1
        others = [name for name in walk.names if getattr(walk.cast, name) != writer]
        still += [f"{name} reads {kind}" for name in others if walk.may_read(name, model, pk)]
    assert not untried, f"{untried}: no one has such a record; put one in tests/house/rooms.py."
    assert not still, still
