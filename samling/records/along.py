"""What is fetched along with the rows of a question (`prefetch_related`), by statements that are worked out once too."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from typing import Any

from django.db.models import Model, prefetch_related_objects
from django.db.models.fields.related import ForeignKey
from django.db.models.fields.reverse_related import ManyToOneRel

type Asked = Callable[[Any], Any]  # a function that builds a queryset, to one that answers


class Held:
    """The rows that point at one row, as its manager gives them: read already, and a queryset for whoever asks further."""

    def __init__(self, row: Any, name: str, found: list[Any]):
        self._row, self._name, self._found = row, name, found

    def __iter__(self) -> Iterator[Any]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def __getitem__(self, place: Any) -> Any:
        return self._found[place]

    def all(self) -> "Held":
        """Those that are read already."""
        return self

    def __getattr__(self, what: str) -> Any:
        return getattr(self._asked, what)

    @cached_property
    def _asked(self) -> Any:
        """The queryset that these are the rows of."""
        held = self._row._prefetched_objects_cache.pop(self._name)
        asked = getattr(self._row, self._name).get_queryset()
        asked._result_cache, asked._prefetch_done = self._found, True
        self._row._prefetched_objects_cache[self._name] = held
        return asked


def fetch_along(rows: list[Any], paths: Iterable[Any], question: Asked) -> None:
    """Fetch these paths (`words__written_by`) for the rows, as Django would, one statement for each step.

    `question` makes the statement that is worked out once.
    """
    for path in paths:
        steps = path.split("__") if isinstance(path, str) else []
        near = rows
        for number, step in enumerate(steps):
            field = near[0]._meta.get_field(step) if near else None
            if isinstance(field, ManyToOneRel) and not field.one_to_one:
                near = _those_behind(near, field, question)
            elif isinstance(field, ForeignKey):
                near = _the_one_before(near, field, question)
            elif near:
                prefetch_related_objects(near, "__".join(steps[number:]))
                break
        if not steps:
            prefetch_related_objects(rows, path)


def _those_behind(rows: list[Any], field: ManyToOneRel, question: Asked) -> list[Any]:
    """The rows that point at these; each of these holds its own."""
    name, way = field.get_accessor_name(), field.field
    new = [row for row in rows if name not in getattr(row, "_prefetched_objects_cache", {})]
    found: dict[Any, list[Any]] = {row.pk: [] for row in new}
    own = {row.pk: row for row in new}
    for one in _pointing(way, question)(list(own)) if own else ():
        way.set_cached_value(one, own[getattr(one, way.attname)])
        found[getattr(one, way.attname)].append(one)
    for row in new:
        vars(row).setdefault("_prefetched_objects_cache", {})[name] = Held(row, name, found[row.pk])
    return [one for row in rows for one in row._prefetched_objects_cache[name]]


def _the_one_before(rows: list[Any], field: ForeignKey, question: Asked) -> list[Any]:
    """What these rows point at, each fetched once."""
    new = [row for row in rows if not field.is_cached(row)]
    keys = {getattr(row, field.attname) for row in new} - {None}
    known = {one.pk: one for one in (_pointed(field.related_model, question)(sorted(keys, key=str)) if keys else ())}
    for row in new:
        key = getattr(row, field.attname)
        if key is None or key in known:
            field.set_cached_value(row, known.get(key))
    return [one for row in rows if field.is_cached(row) and (one := field.get_cached_value(row))]


@cache
def _pointing(way: ForeignKey, question: Asked) -> Any:
    def pointing(keys: Any) -> Any:
        return way.model._default_manager.filter(**{f"{way.name}__among": keys})

    return question(pointing)


@cache
def _pointed(model: type[Model], question: Asked) -> Any:
    def pointed(keys: Any) -> Any:
        return model._base_manager.filter(pk__among=keys)

    return question(pointed)
