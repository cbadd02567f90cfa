"""The mark of a page that needs no door: it shows nothing about a child and asks for itself who comes."""

from collections.abc import Callable

from django.http import HttpResponse

View = Callable[..., HttpResponse]


def public(view: View) -> View:
    """A page without sign-in, or the sign-in itself."""
    view.is_public = True
    return view
