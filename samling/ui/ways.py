"""The address of a page about one record, worked out once for each route: Django matches patterns anew at every link."""

from functools import cache
from uuid import UUID

from django.urls import reverse

KEY = UUID(int=0)


@cache
def _around(route: str) -> tuple[str, str]:
    before, key, after = reverse(route, args=[KEY]).partition(str(KEY))
    return before, after if key else ""


@cache
def _alone(route: str) -> str:
    return reverse(route)


def way(route: str, key: UUID | None = None) -> str:
    """Where a route with one key, or with none, leads. Raises NoReverseMatch when there is no such route."""
    if key is None:
        return _alone(route)
    before, after = _around(route)
    return f"{before}{key}{after}"
