"""Addresses are typed, kebab-case nouns; every view has a door; none goes away unseen."""

import re

from django.urls.converters import PathConverter, StringConverter

from .routes import SNAPSHOT, door, routes, snapshot

STEP = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?")
UNTYPED = (StringConverter, PathConverter)
VERBS = {
    "accept", "add", "approve", "choose", "create", "delete", "do", "edit", "get", "invite", "make", "move",
    "pick", "put", "reject", "remove", "reopen", "save", "send", "set", "submit", "undo", "update", "write",
}  # fmt: skip


def ours():
    return [route for route in routes() if route.is_ours]


def test_every_view_has_a_door_or_is_public():
    wrong = [
        f"{route.address} ({route.view.__module__})" for route in ours() if door(route.view) == "no door"
    ]
    assert not wrong, f"{wrong}: put @door(“errand”, …) on the view, or @public if it needs no sign-in."


def test_what_an_address_fills_in_is_typed():
    wrong = [
        f"{route.address} {name}"
        for route in ours()
        for name, kind in route.converters.items()
        if type(kind) in UNTYPED
    ]
    wrong += [f"{route.address} is a pattern" for route in ours() if not route.is_typed]
    assert not wrong, f"{wrong}: say <uuid:pk>; never a string, a path or a regular expression."


def test_addresses_are_nouns_in_kebab_case():
    wrong = []
    for route in ours():
        said = [step for step in route.address.strip("/").split("/") if step and "<" not in step]
        wrong += [f"{route.address}: “{step}”" for step in said if not STEP.fullmatch(step) or step in VERBS]
        wrong += (
            [f"{route.address}: no / at the end"]
            if "." not in route.address and route.address[-1] != "/"
            else []
        )
    assert not wrong, f"{wrong}: a change of state is a thing you create: /consents/<uuid:pk>/withdrawal/."


def test_every_route_has_one_name():
    names = [route.name for route in ours()]
    wrong = sorted({name for name in names if names.count(name) > 1 or name.endswith("-")})
    assert not wrong, f"{wrong}: give each route a name of its own."


def test_no_route_comes_or_goes_unseen():
    then = SNAPSHOT.read_text("utf-8").splitlines() if SNAPSHOT.exists() else []
    now = snapshot().splitlines()
    gone, new = sorted(set(then) - set(now)), sorted(set(now) - set(then))
    told = "\n".join([*(f"- {line}" for line in gone), *(f"+ {line}" for line in new)])
    assert not told, f"{told}\nAn address that goes needs a redirect. Then: python -m tests.house.routes"
