"""Every route of the house as a line of text: the front of the building, seen from outside.

`python -m tests.house.routes` writes tests/house/routes.txt anew. A route that goes away needs a redirect:
people have it in their bookmarks and letters.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

SNAPSHOT = Path(__file__).with_name("routes.txt")


class Route(NamedTuple):
    """One address, the name it is reached by, what it fills in and the view behind it."""

    address: str
    name: str
    converters: dict[str, Any]
    is_typed: bool
    view: Callable[..., Any]

    @property
    def is_ours(self) -> bool:
        """Whether the view is written here and not in an installed package."""
        return self.view.__module__.startswith("samling.")

    @property
    def line(self) -> str:
        """The route as the snapshot says it."""
        return f"{self.address}  {self.name}  {door(self.view) if self.is_ours else self.view.__module__}"


def door(view: Callable[..., Any]) -> str:
    """What stands before a view, in words; "no door" if nothing does."""
    if getattr(view, "is_public", False):
        return "public"
    if not getattr(view, "errand", None):
        return "no door"
    opens = getattr(view, "opens", None)
    methods = set(view.methods)  # type: ignore[attr-defined]
    way = "changes" if "GET" not in methods else "asks" if "POST" in methods else ""
    return " ".join(filter(None, [f"“{view.errand}”", f"opens {opens.__name__}" if opens else "", way]))


def routes() -> list[Route]:
    """Every route, in the order the addresses sort."""
    from django.urls import get_resolver

    return sorted(
        _walk(get_resolver().url_patterns, "/", "", {}, True), key=lambda route: (route.address, route.name)
    )


def _walk(patterns: Any, before: str, space: str, filled: dict[str, Any], typed: bool) -> Iterator[Route]:
    from django.urls import URLPattern
    from django.urls.resolvers import RoutePattern

    for one in patterns:
        address = before + str(one.pattern)
        converters = {**filled, **one.pattern.converters}
        is_typed = typed and isinstance(one.pattern, RoutePattern)
        if isinstance(one, URLPattern):
            yield Route(address, f"{space}{one.name or '-'}", converters, is_typed, one.callback)
        else:
            inner = f"{space}{one.namespace}:" if one.namespace else space
            yield from _walk(one.url_patterns, address, inner, converters, is_typed)


def snapshot() -> str:
    """The whole front as text."""
    return "\n".join(route.line for route in routes()) + "\n"


if __name__ == "__main__":
    import django

    import tests.surroundings  # noqa: F401

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samling.settings")
    django.setup()
    SNAPSHOT.write_text(snapshot(), "utf-8")
    print(f"wrote {SNAPSHOT.name}: {len(routes())} routes")
