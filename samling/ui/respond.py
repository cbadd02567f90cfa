"""Two endings of a view: the whole page for a browser, its named part for htmx."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers


def asks_for_part(request: HttpRequest) -> bool:
    """Whether htmx asks, so that only a part of the page is wanted."""
    return request.headers.get("HX-Request") == "true"


def respond(
    request: HttpRequest, page: str, part: str = "", /, status: int = 200, **context: Any
) -> HttpResponse:
    """The page, or only its partial `part` when htmx asks. Without `part` always the whole page."""
    template = f"{page}#{part}" if part and asks_for_part(request) else page
    answer = render(request, template, context, status=status)
    patch_vary_headers(answer, ["HX-Request"])
    return answer


def done(request: HttpRequest, to: Any, page: str = "", part: str = "", /, **context: Any) -> HttpResponse:
    """After an act: the changed part to htmx, a redirect to the record or address `to` for everyone else."""
    if page and part and asks_for_part(request):
        return respond(request, page, part, **context)
    return redirect(to)
