"""Walks through the house: for every route someone of the cast who may stand there, and what they see."""

from collections.abc import Callable, Iterator
from functools import cached_property
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.urls import NoReverseMatch, reverse

from samling.demo.build import session_for
from samling.records import habits

from .routes import Route, routes

# Who is asked first: most pages are theirs.
FIRST = ("petra", "gunilla", "maja", "amir", "maria", "karin", "tomas", "eva", "ingrid", "birgitta", "fatima")
# What fills an address beside the record's own key: a number for all routes, words for one.
NUMBER = UUID(int=0)
FILLED: dict[str, dict[str, Any]] = {
    "adaptations:practice": {"code": "steps"},
    "checklist:page": {"code": "why-now"},
    "checklist:card": {"code": "E"},
    "checklist:history": {"code": "a-seen"},
    "journey:draft": {"place": "entry"},
    "founding:step": {"name": "second"},
    "office:area": {"name": "retention"},
    "office:value": {"name": "deadline", "what": "follow_up_weeks"},
    "misplaced:record": {"kind": "adaptations_adaptation"},
    "office:ladder-step": {"number": 2},
    "office:ladder-end": {"number": 2},
    "transition:part": {"code": "works"},
    "guides:guide": {"name": "teacher"},
    "journey:draft-end": {"place": "entry"},
    "extracts:items": {"kind": "people_guardian"},
}
# What a page wants to know beside its record: who answers, and whom one tells what.
ASKED: dict[str, Callable[[Any], str]] = {
    "consent:answer": lambda cast: f"?giver={cast.world.guardian['hodan']}",
    "circle:person": lambda cast: f"?who={cast.world.guardian['hodan']}",
    "closing:promise": lambda cast: f"?which={cast.promised}",
    "access:tell": lambda cast: (
        "?source=school_other&recipient=social&matter=about_child&duty=no&inquiry_asks=no"
        f"&consent=not_asked&harm_tested=yes&unit={cast.world.unit['reception']}"
    ),
}
# Addresses whose key is not that of a record which the door opens.
KEYS: dict[str, Callable[[Any], UUID]] = {
    "journey:accept": lambda cast: cast.invitation,
    "referral:reception": lambda cast: cast.asked,
    "staff:capacity-end": lambda cast: cast.jonas,
    "staff:stand-ins": lambda cast: cast.petra,
    "relay:of-colleague": lambda cast: cast.petra,
    "staff:taken-over": lambda cast: cast.succession,
    **{f"extracts:{name}": lambda cast: cast.extract for name in ("show", "name", "kinds", "items", "finish", "give", "close", "draft")},
    **{f"extracts:{name}": lambda cast: cast.extract_sent for name in ("decide", "again")},
    **{f"extracts:{name}": lambda cast: cast.extract_given for name in ("paper", "data")},
    "refusal:refuse": lambda cast: cast.extract_given,
    "refusal:paper": lambda cast: cast.extract_refused,
    "breakglass:show": lambda cast: cast.emergency,
    "breakglass:pupil": lambda cast: cast.world.pupil["elsa"],
    "misplaced:record": lambda cast: cast.tried,
    "misplaced:which": lambda cast: cast.tried,
    "directory:entry": lambda cast: cast.number,
    "instruments:end": lambda cast: cast.licence,
    "work:task": lambda cast: cast.task,
    "work:review": lambda cast: cast.review,
    "work:review-ask": lambda cast: cast.review,
    "work:alarm": lambda cast: cast.alarm,
    "transition:answer": lambda cast: cast.package,
}
# These lead to the sign-in server of an organisation; samling/people/tests walks there with a mock of one.
ELSEWHERE = {"openid_connect_login", "openid_connect_callback"}
FEW = 3
TURNED_AWAY = (HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND)


class Walk:
    """One walk by the cast of one test's database."""

    def __init__(
        self, cast: Any, *, keys: dict[str, str] | None = None, found: dict[Any, list[tuple[str, UUID]]] | None = None
    ) -> None:
        self.cast = cast
        self.found = found or {}
        self.turned_away: set[tuple[str, str]] = set()
        if keys:
            self.keys = keys

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

    def readers(self, model: Any) -> list[tuple[str, UUID]]:
        """Who may read a few records of this kind, and their ids."""
        if model not in self.found:
            self.meet({model})
        return self.found[model]

    def meet(self, models: set[Any]) -> None:
        """Ask everyone of the cast which records of these kinds they may read."""
        self.found |= {model: [] for model in models}
        for name in self.names:
            with self.cast.acting(name):
                for model in models:
                    few = model._default_manager.values_list("pk", flat=True)[:FEW]
                    self.found[model] += [(name, pk) for pk in few]

    def may_read(self, name: str, model: Any, pk: UUID) -> bool:
        """Whether this person can read that record."""
        with self.cast.acting(name):
            return model._default_manager.filter(pk=pk).exists()

    def rooms(self, method: str = "GET") -> Iterator[tuple[Route, list[tuple[str, str]]]]:
        """Every page, and who may stand where in it: (name, address), the likeliest first."""
        for route in routes():
            if (
                route.is_ours
                and route.name not in ELSEWHERE
                and method in getattr(route.view, "methods", ("GET",))
            ):
                yield route, list(self._ways_in(route))

    def _ways_in(self, route: Route) -> Iterator[tuple[str, str]]:
        opens = getattr(route.view, "opens", None)
        for name, pk in self.readers(opens) if opens else self._strolls(route):
            try:
                yield name, address(route, pk) + self._asked(route)
            except NoReverseMatch:
                return

    def _asked(self, route: Route) -> str:
        return ASKED[route.name](self.cast) if route.name in ASKED else ""

    def _strolls(self, route: Route) -> Iterator[tuple[str, UUID]]:
        """For pages that open no record: everyone, and where a key is asked for, a pupil of the roster."""
        own = KEYS.get(route.name)
        pupils = [own(self.cast)] if own else list(self.cast.world.pupil.values())
        return (
            (name, pk) for pk in (pupils if "pk" in route.converters else pupils[:1]) for name in self.names
        )

    @cached_property
    def visitor(self) -> Any:
        """One browser for the whole walk: to make one takes as long as to fetch a page."""
        visitor = self.cast.visitor()
        visitor.raise_request_exception = False
        return visitor

    def as_(self, name: str, language: str = "sv") -> Any:
        """The browser with this person's cookies and no others."""
        self.visitor.cookies.clear()
        self.visitor.cookies[settings.SESSION_COOKIE_NAME] = self.keys[name]
        self.visitor.cookies[settings.LANGUAGE_COOKIE_NAME] = language
        return self.visitor

    def fetched(self, name: str, where: str, language: str = "sv") -> tuple[HttpResponse, list[str]]:
        """What this person is answered, and what was asked for it, without values and without the bounds of a transaction."""
        asked: list[str] = []

        def note(execute: Any, sql: str, *rest: Any) -> Any:
            asked.append(sql)
            return execute(sql, *rest)

        habits.KEPT.clear()  # each question when its turn comes, and none in vain
        with connection.execute_wrapper(note):
            answer = self.as_(name, language).get(where)
        return answer, [sql for sql in asked if "SAVEPOINT" not in sql]

    def statements(self, name: str, where: str) -> list[str]:
        """What a page asks; nothing where it is not shown."""
        answer, asked = self.fetched(name, where)
        return asked if answer.status_code == HTTPStatus.OK else []

    def rows(self, name: str, where: str) -> dict[str, int]:
        """How many rows a page fetches by each of its statements."""
        found: dict[str, int] = {}

        def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
            answer = execute(sql, params, many, context)
            found[sql] = found.get(sql, 0) + max(context["cursor"].rowcount, 0)
            return answer

        habits.KEPT.clear()
        with connection.execute_wrapper(note):
            assert self.as_(name).get(where).status_code == HTTPStatus.OK
        return {sql: number for sql, number in found.items() if "SAVEPOINT" not in sql}

    def visit(self, ways: list[tuple[str, str]], language: str) -> tuple[str, HttpResponse | None, int]:
        """The first who is let in, what they got, and how many statements that took; else the last one turned away.

        Whoever was turned away in one language is the last to try in another.
        """
        name, answer, asked = "", None, []
        for name, where in sorted(ways, key=self.turned_away.__contains__):
            answer, asked = self.fetched(name, where, language)
            if answer.status_code not in TURNED_AWAY:
                break
            self.turned_away.add((name, where))
        return name, answer, len(asked)


def address(route: Route, pk: UUID) -> str:
    """Where a route leads for one record."""
    known = {"number": pk if route.name in KEYS else NUMBER, "pk": pk, "party": pk, **FILLED.get(route.name, {})}
    return reverse(route.name, kwargs={name: known[name] for name in route.converters if name in known})
