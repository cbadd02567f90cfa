"""A file that a page hands out, and the language in which it is asked for."""

from pathlib import PurePath

from django.conf import settings
from django.http import HttpRequest, HttpResponse

KINDS = {
    ".pdf": "application/pdf", ".json": "application/json", ".ics": "text/calendar; charset=utf-8", ".samling": "application/octet-stream",
}  # fmt: skip


def handed(content: bytes, name: str, *, to_keep: bool = False) -> HttpResponse:
    """A file to look at or print, or to keep; its name says what it is and nothing about whom."""
    how = "attachment" if to_keep else "inline"
    return HttpResponse(content, content_type=KINDS[PurePath(name).suffix], headers={"Content-Disposition": f'{how}; filename="{name}"'})


def language_of(request: HttpRequest) -> str:
    """The language asked for, else the reader's."""
    asked = request.GET.get("in", "")
    return asked if asked in dict(settings.LANGUAGES) else request.LANGUAGE_CODE
