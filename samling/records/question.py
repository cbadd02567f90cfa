"""A question that is put the same way every time: its statement is worked out once, and later only values are sent.

To Django each queryset is new: it joins, names columns and writes SQL again, which costs a page more than the answer
does. A function that builds a queryset of its arguments, under `@Question`, is built with blanks in their place the
first time; after that its answer is fetched by the same statement. Who may read what is the database's to say, at
every statement, as before.
"""

from collections.abc import Callable, Hashable
from functools import cached_property, update_wrapper
from typing import Any

from django.db import connections, models
from django.db.models.fields.related import ForeignObject

from .acting import insist_acting
from .along import fetch_along
from .habits import CODES, rows_of
from .rows import maker

type Asks = Callable[..., "models.QuerySet[Any]"]


class Blank(models.Expression):
    """Where a value will stand in a statement: an argument, by its place."""

    def __init__(self, place: int):
        super().__init__()
        self.place = place

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """A value to be sent, and which."""
        return "%s", (self,)

    def get_group_by_cols(self) -> list[Any]:
        """A value is no column."""
        return []


class Among(models.Lookup):
    """`pk__among=keys`: one of a list that is sent as one value, so that every length is the same statement."""

    lookup_name = "among"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """`column = any(list)`."""
        left, values = self.process_lhs(compiler, connection)
        right, more = self.process_rhs(compiler, connection)
        return f"{left} = any({right})", (*values, *more)


models.Field.register_lookup(Among)
ForeignObject.register_lookup(Among)


def cursor_of(connection: Any) -> Any:
    """One cursor for all questions of a connection while it lasts: each is read to its end before the next is put."""
    if connection.queries_logged:
        return connection.cursor()
    kept = vars(connection).get("asking")
    if kept is None or kept.cursor.connection is not connection.connection or kept.cursor.closed:
        kept = connection.asking = connection.cursor()
    return kept


class Question:
    """The function as a question: called with values, never None, it answers with the list of rows.

    A set of keys is asked for by `among`, and given as a list.
    """

    def __init__(self, build: Asks):
        update_wrapper(self, build)
        self._build = build

    def __call__(self, *given: Hashable | list[Any]) -> list[Any]:
        """The rows, read now. Raises NobodyActing for rows about children while no one acts."""
        if any(value is None for value in given):
            raise TypeError(f"{self._build.__qualname__} was asked with nothing: that has a statement of its own.")
        rows, alias, sql, values, made = self._put
        if getattr(rows.model._default_manager, "insists", False):
            insist_acting()
        filled: list[Any] = [given[value.place] if isinstance(value, Blank) else value for value in values]
        cursor = cursor_of(connections[alias])
        found = made(rows_of(sql, filled, cursor))
        fetch_along(found, rows._prefetch_related_lookups, Question)
        return found

    def first(self, *given: Hashable | list[Any]) -> Any:
        """The first row, or None. The question sets its own order and its own limit."""
        return next(iter(self(*given)), None)

    @cached_property
    def _put(self) -> tuple["models.QuerySet[Any]", str, str, list[Any], Callable[[list[Any]], list[Any]]]:
        rows = self._build(*map(Blank, range(self._build.__code__.co_argcount)))
        compiler = rows.query.get_compiler(using=rows.db)
        sql, values = compiler.as_sql()
        CODES.update(value for value in values if isinstance(value, str))
        converters = compiler.get_converters([column for column, _sql, _name in compiler.select[: compiler.col_count]])
        return rows, rows.db, sql, list(values), maker(rows, compiler, converters, rows.db)
