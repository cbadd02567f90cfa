"""Walks through the house: for every route someone of the cast who may stand there, and what they see."""

from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.urls import NoReverseMatch, reverse

from samling.demo.build import session_for

from .routes import Route, routes

# Who is asked first: most pages are theirs.
FIRST = (
    "petra",
    "maja",
    "amir",
    "maria",
    "karin",
    "tomas",
    "gunilla",
    "eva",
    "ingrid",
    "kerstin",
    "fatima",
    "birgitta",
)
# What fills an address beside the record's own key.
FILLED = {"number": UUID(int=0)}
# These lead to the sign-in server of an organisation; samling/people/tests walks there with a mock of one.
ELSEWHERE = {"openid_connect_login", "openid_connect_callback"}


class Walk:
    """One walk by the cast of one test's database."""

    def __init__(self, cast: Any) -> None:
        self.cast = cast
        self.found: dict[type, tuple[str, UUID] | None] = {}

    @cached_property
    def names(self) -> list[str]:
        """Everyone of the cast who has a capacity, the likeliest first."""
        everyone = list(self.cast.world.capacity)
        return [
            *(name for name in FIRST if name in everyone),
            *(name for name in everyone if name not in FIRST),
        ]

    @cached_property
    def keys(self) -> dict[str, str]:
        """A signed-in session for each of them."""
        return {name: session_for(self.cast.world.capacity[name]) for name in self.names}

    def record(self, model: type) -> tuple[str, UUID] | None:
        """Someone who may read a record of this kind, and its id."""
        if model not in self.found:
            self.found[model] = next(self._readable(model), None)
        return self.found[model]

    def may_read(self, name: str, model: Any, pk: UUID) -> bool:
        """Whether this person can read that record."""
        with self.cast.acting(name):
            return model._default_manager.filter(pk=pk).exists()

    def _readable(self, model: Any) -> Iterator[tuple[str, UUID]]:
        for name in self.names:
            with self.cast.acting(name):
                first = model._default_manager.order_by("pk").values_list("pk", flat=True).first()
            if first is not None:
                yield name, first

    def rooms(self) -> Iterator[tuple[Route, list[str], str]]:
        """Every page, who may stand there, and its address; both empty if no one may."""
        for route in routes():
            if (
                route.is_ours
                and route.name not in ELSEWHERE
                and "GET" in getattr(route.view, "methods", ("GET",))
            ):
                yield route, *self._way_in(route)

    def _way_in(self, route: Route) -> tuple[list[str], str]:
        opens = getattr(route.view, "opens", None)
        reader = self.record(opens) if opens else None
        known = FILLED | ({"pk": reader[1]} if reader else {})
        filled = {name: known[name] for name in route.converters if name in known}
        with suppress(NoReverseMatch):
            return ([reader[0]] if reader else self.names), reverse(route.name, kwargs=filled)
        return [], ""

    def visit(self, names: list[str], address: str, language: str) -> tuple[str, HttpResponse]:
        """The first of them who is let in there, and what they got; else the last one turned away."""
        for name in names:
            visitor = self.cast.visitor()
            visitor.cookies[settings.SESSION_COOKIE_NAME] = self.keys[name]
            visitor.cookies[settings.LANGUAGE_COOKIE_NAME] = language
            answer = visitor.get(address)
            if answer.status_code < 400 or answer.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
                break
        return name, answer
