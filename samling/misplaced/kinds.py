"""Which kinds of record there are to close, by what every chapter's models say of themselves (`wrong_child`)."""

from collections.abc import Iterator

from django.apps import apps

from samling.access.models import Walled


def kinds() -> dict[str, type[Walled]]:
    """The records that are closed by themselves, by the names of their tables."""
    return {model._meta.db_table: model for model in _walled() if model.wrong_child.name}


def rows() -> Iterator[tuple[str, str | None, str | None]]:
    """Table, and for what goes along: the table it goes with (none: any) and the column that says with which record."""
    for model in _walled():
        said = model.wrong_child
        if said.within:
            column = model._meta.get_field(said.within)
            whole = column.related_model._meta.db_table if column.is_relation else None
            yield model._meta.db_table, whole, column.column
        elif said.name:
            yield model._meta.db_table, None, None


def _walled() -> list[type[Walled]]:
    found = (model for model in apps.get_models() if issubclass(model, Walled))
    return sorted(found, key=lambda model: model._meta.db_table)
