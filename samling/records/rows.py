"""What comes of the rows of a statement that is worked out once: how they are made is worked out once too.

Django works out anew for each question which columns are which object's, and sets each of them by itself. The objects
made here are the same ones. Where a model has a way of its own to be made, that way is taken.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Model, QuerySet
from django.db.models.base import ModelState
from django.db.models.fields.related_descriptors import ForeignKeyDeferredAttribute
from django.db.models.query import (
    FlatValuesListIterable,
    ModelIterable,
    NamedValuesListIterable,
    ValuesIterable,
    ValuesListIterable,
)
from django.db.models.query_utils import DeferredAttribute
from django.db.models.utils import create_namedtuple_class

type Row = list[Any] | tuple[Any, ...]
type Makes = Callable[[Row], Any]


class Plain:
    """One kind of object, made of columns in a row that are known by name."""

    def __init__(self, model: type[Model], names: list[str], alias: str):
        self.model, self.names, self.alias = model, names, alias
        self.is_plain = _is_plain(model, names)

    def one(self, values: Row) -> Any:
        """The object of these columns."""
        if not self.is_plain:
            return self.model.from_db(self.alias, self.names, values)
        one, state = self.model.__new__(self.model), ModelState()
        state.adding, state.db, state.fields_cache = False, self.alias, {}
        held = one.__dict__
        held["_state"] = state
        held.update(zip(self.names, values, strict=True))
        return one


class Written:
    """The rows of a statement written out by hand: columns of a model, under their names, and what else it tells."""

    def __init__(self, model: type[Model], columns: list[str], connection: Any):
        known = {field.column: field for field in model._meta.concrete_fields}
        compiler = connection.ops.compiler("SQLCompiler")(None, connection, connection.alias)
        told = compiler.get_converters([known[name].get_col(model._meta.db_table) if name in known else None for name in columns])
        self.converts = [(place, one, expression) for place, (several, expression) in told.items() for one in several]
        self.places = [place for place, name in enumerate(columns) if name in known]
        self.more = [(place, name) for place, name in enumerate(columns) if name not in known]
        self.connection = connection
        self.plain = Plain(model, [known[columns[place]].attname for place in self.places], connection.alias)

    def __call__(self, sent: Row) -> Any:
        """The object in this row."""
        row = list(sent)
        for place, converter, expression in self.converts:
            row[place] = converter(row[place], expression, self.connection)
        one = self.plain.one([row[place] for place in self.places])
        for place, name in self.more:
            setattr(one, name, row[place])
        return one


class Made:
    """One kind of object in a row, and those beside it (`select_related`)."""

    def __init__(self, info: dict[str, Any], select: list[Any], alias: str):
        places = info["select_fields"]
        names = [select[place][0].target.attname for place in places]
        if info.get("from_parent") or places != list(range(places[0], places[-1] + 1)):
            raise TypeError(f"{info['model'].__name__} is spread over its row: ask for it by a plain queryset.")
        self.plain = Plain(info["model"], names, alias)
        self.begins, self.ends = places[0], places[-1] + 1
        self.key = places[names.index(info["model"]._meta.pk.attname)]
        self.beside = [
            (Made(one, select, alias), one["local_setter"], one["remote_setter"])
            for one in info.get("related_klass_infos", [])
        ]

    def __call__(self, row: Row) -> Any:
        """The object in this row; None where the join found nothing."""
        if row[self.key] is None:
            return None
        one = self.plain.one(row[self.begins : self.ends])
        for made, here, there in self.beside:
            found = made(row)
            here(one, found)
            if found is not None:
                there(found, one)
        return one


def _is_plain(model: type[Model], names: list[str]) -> bool:
    """Whether setting the columns is all there is to making one."""
    kept = {DeferredAttribute, ForeignKeyDeferredAttribute}
    own = model.__init__ is not Model.__init__ or model.from_db.__func__ is not Model.from_db.__func__
    return not own and all(type(getattr(model, name)) in kept for name in names)


def maker(rows: "QuerySet[Any]", compiler: Any, converters: dict[int, Any], alias: str) -> Callable[[list[Row]], list[Any]]:
    """From what the database sends for this queryset to the list that the queryset would give."""
    makes, columns = _makes(rows, compiler, alias), compiler.col_count if compiler.has_extra_select else None
    told = [(place, one, expression) for place, (several, expression) in converters.items() for one in several]

    def convert(sent: Iterable[Row]) -> Iterable[list[Any]]:
        for row in map(list, sent):
            for place, converter, expression in told:
                row[place] = converter(row[place], expression, compiler.connection)
            yield row

    def made(sent: list[Row]) -> list[Any]:
        cut: Iterable[Row] = (row[:columns] for row in sent) if columns else sent
        return list(map(makes, convert(cut) if told else cut))

    return made


def _makes(rows: "QuerySet[Any]", compiler: Any, alias: str) -> Makes:
    query, kind = rows.query, rows._iterable_class
    names = rows._fields or query.selected or [*query.extra_select, *query.values_select, *query.annotation_select]
    if kind is ModelIterable:
        return _annotated(Made(compiler.klass_info, compiler.select, alias), compiler.annotation_col_map)
    if kind is NamedValuesListIterable:
        return create_namedtuple_class(*names)._make
    if kind is ValuesIterable:
        return lambda row: dict(zip(query.selected or names, row, strict=True))
    if kind is FlatValuesListIterable:
        return lambda row: row[0]
    if kind is ValuesListIterable:
        return tuple
    raise TypeError(f"A question does not answer with {kind.__name__}.")


def _annotated(makes: Makes, places: dict[str, int] | None) -> Makes:
    if not places:
        return makes

    def made(row: Row) -> Any:
        one = makes(row)
        for name, place in places.items():
            setattr(one, name, row[place])
        return one

    return made
