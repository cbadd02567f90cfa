"""A statement that is written out by hand, whose rows are a model's: each table is named once, and the walls asked once for it."""

from typing import Any

from django.db import connection, models

from .acting import insist_acting
from .habits import rows_of
from .question import cursor_of
from .rows import Written


def told(statement: str, **values: Any) -> list[tuple[Any, ...]]:
    """The rows of a statement as they are. Raises NobodyActing while no one acts."""
    insist_acting()
    return rows_of(statement, values, cursor_of(connection))


class Statement:
    """`select p.*, …`: called with its values it answers with objects; a column that the model does not have is set as well."""

    def __init__(self, model: type[models.Model], sql: str):
        self._model, self._sql = model, sql
        self._made: Written | None = None

    def __call__(self, **values: Any) -> list[Any]:
        """The rows, read now. Raises NobodyActing while no one acts."""
        insist_acting()
        cursor = cursor_of(connection)
        rows = rows_of(self._sql, values, cursor)
        self._made = self._made or Written(self._model, [column.name for column in cursor.description], connection)
        return [self._made(row) for row in rows]
