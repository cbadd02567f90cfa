"""The language of a page: Swedish, until the reader chooses another at the foot of a page."""

from collections import ChainMap
from collections.abc import Callable
from itertools import groupby

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import trans_real


class ChosenLanguage:
    """Swedish first, whatever the browser prefers: what is said here about a child is written in Swedish."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response
        one_catalogue()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


def one_catalogue() -> None:
    """Put the texts of all chapters in one table: Django keeps one for each and looks for a text in every one of them."""
    for code, _name in settings.LANGUAGES:
        kept = trans_real.translation(code)._catalog
        pairs = zip(kept._catalogs, kept._plurals, strict=True)
        alike = [list(found) for _code, found in groupby(pairs, lambda pair: pair[1].__code__)]
        kept._catalogs[:] = [dict(ChainMap(*(texts for texts, _plural in found))) for found in alike]
        kept._plurals[:] = [found[0][1] for found in alike]
