"""A stranger finds nothing behind any door, and leaves no mark in the family's log (style 4.4)."""

from http import HTTPStatus

import pytest
from django.conf import settings
from django.db import connections

from samling.server.embedded import Cluster
from tests.cast import Cast

from .rooms import furnished
from .routes import routes
from .walk import NUMBER, Walk, address

pytestmark = pytest.mark.xdist_group("doors")

LED_TO_SIGN_IN = (HTTPStatus.FOUND, HTTPStatus.UNAUTHORIZED)
# Heads of another school and of a private one: much may they do, but not here.
STRANGERS = ("olof", "lisa")


def doors():
    """Every door that opens a record about a child."""
    return [route for route in routes() if getattr(route.view, "opens", None)]


def looks():
    """How many openings the log holds: read as the cluster's own superuser, for no role may count them."""
    with Cluster(purpose="test").superuser(connections["default"].settings_dict["NAME"]) as admin:
        return admin.execute("select count(*) from access_look").fetchone()[0]


@pytest.fixture(scope="module")
def walk(template):
    """One walk for all the tests here, in a database of its own."""
    with template.clone():
        yield Walk(furnished(Cast.gather()))


def knocks(walk, route):
    """Each way in, tried by people who have nothing to do with the record: (who, method, answer)."""
    model = route.view.opens
    for _reader, pk in walk.readers(model)[:1]:
        for name in (name for name in STRANGERS if not walk.may_read(name, model, pk)):
            visitor = walk.cast.visitor()
            visitor.cookies[settings.SESSION_COOKIE_NAME] = walk.keys[name]
            for method in set(route.view.methods) - {"HEAD"}:
                yield name, method, visitor.generic(method, address(route, pk))


def test_a_stranger_finds_nothing_behind_any_door(walk):
    before = looks()
    found = [
        f"{method} {route.address} as {name}: {answer.status_code}"
        for route in doors()
        for name, method, answer in knocks(walk, route)
        if answer.status_code != HTTPStatus.NOT_FOUND
    ]
    assert not found, "\n".join([*found, "To a stranger a record does not exist: 404, and never a reason."])
    assert looks() == before, "A stranger's knock belongs in the security log, not in the family's."


def test_every_door_has_been_knocked_at(walk):
    untried = [route.address for route in doors() if not any(knocks(walk, route))]
    assert not untried, f"{untried}: no one has such a record; put one in tests/house/rooms.py."


def test_nobody_comes_in_without_signing_in(client, walk):
    inside = [route for route in routes() if route.is_ours and not getattr(route.view, "is_public", False)]
    answers = [(route, client.get(address(route, NUMBER)).status_code) for route in inside]
    open_ = [f"{route.address}: {status}" for route, status in answers if status not in LED_TO_SIGN_IN]
    assert not open_, "\n".join([*open_, "Without a session every door leads to signing in."])
