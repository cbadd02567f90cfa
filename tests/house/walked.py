"""The furnished house that walks go through: made once by each process, lent, and put back as it was.

To furnish it takes seconds of verbs, and so does asking who may read what; to put back what a walk wrote takes
a part of a second. The pages that everyone is shown are fetched once and kept, whoever looks at them then.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from http import HTTPStatus
from typing import NamedTuple

from samling.records.clock import now
from tests.cast import Cast
from tests.cloning import Template, set_clock
from tests.lending import Lender
from tests.walls.wires import wire

from .rooms import furnished
from .routes import Route, routes
from .walk import Walk

TONGUES = ("sv", "en")
TABLES = "select c.relname::text from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace"


class Visit(NamedTuple):
    """What somebody who may stand there was shown, after so many statements; `html` is empty where the answer is no page."""

    route: Route
    language: str
    name: str
    where: str
    status: int
    html: str
    asked: int

    @property
    def place(self) -> str:
        """The visit in words."""
        return f"{self.route.address} as {self.name} ({self.language})"


class Walked:
    """The furnished house of this process."""

    def __init__(self, template: Template) -> None:
        self.template = template
        self.lender = Lender(template.cluster, self._make, template.drop, kind="walked")
        self._visits: list[Visit] = []
        self.written: set[str] = set()  # tables that hold something else after the walk

    @contextmanager
    def lent(self) -> Iterator[Walk]:
        """A walk through the house as it was when new."""
        try:
            with self.template.pointed_at(self.lender.give()):
                set_clock(self.furnished_at)
                yield Walk(self._cast(), keys=dict(self.keys), found=dict(self.found))
        finally:
            self.lender.take_back()

    @property
    def visits(self) -> list[Visit]:
        """One walk through the whole house in both languages."""
        if not self._visits:
            with self.lent() as walk:
                before = pictured()
                self._visits = [
                    _seen(route, tongue, *walk.visit(ways, tongue)) for route, ways in walk.rooms() for tongue in TONGUES
                ]
                self.written = {table for table, held in pictured().items() if held != before[table]}
        return self._visits

    def _cast(self) -> Cast:
        """The cast as it was when the house was furnished; whoever borrows may add to it."""
        cast = Cast(deepcopy(self.cast.world), dict(self.cast.keys))
        known = {name: value for name, value in vars(self.cast).items() if name not in ("world", "keys")}
        vars(cast).update(known)
        return cast

    def _make(self, name: str) -> None:
        self.template.copy(name)
        with self.template.pointed_at(name):
            walk = Walk(furnished(Cast.gather()))
            walk.meet({route.view.opens for route in routes() if getattr(route.view, "opens", None)})
            self.cast, self.keys, self.found = walk.cast, walk.keys, walk.found
            self.furnished_at = now() + dt.timedelta(seconds=1)


def pictured() -> dict[str, str]:
    """What each table holds now, as a digest."""
    with wire("postgres") as superuser:
        tables = [name for (name,) in superuser.execute(TABLES)]
        return {name: superuser.execute(f'select md5(coalesce(string_agg(x::text, chr(10) order by x::text), \'\')) from "{name}" x').fetchone()[0]
                for name in tables}  # fmt: skip


def _seen(route: Route, tongue: str, name: str, answer, asked: int) -> Visit:
    if answer is None:
        return Visit(route, tongue, name, "", HTTPStatus.NOT_FOUND, "", 0)
    is_page = answer.status_code == HTTPStatus.OK and "text/html" in answer.get("Content-Type", "")
    where = answer.wsgi_request.get_full_path()
    return Visit(route, tongue, name, where, answer.status_code, answer.content.decode() if is_page else "", asked)
