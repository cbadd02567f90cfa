"""Django's `format_html`, quicker: a page draws a thousand small pieces, and most of them are safe already or plain."""

from collections.abc import Iterable
from html import escape
from typing import Any

from django.utils.functional import Promise
from django.utils.safestring import SafeString


def format_html(made: str, *said: Any) -> SafeString:
    """The pieces put into what is made, each escaped unless it is HTML already."""
    return SafeString(made.format(*map(safe, said)))


def format_html_join(between: str, made: str, rows: Iterable[Iterable[Any]]) -> SafeString:
    """A piece for each row, with something between."""
    return SafeString(safe(between).join(made.format(*map(safe, row)) for row in rows))


def safe(said: Any) -> str:
    """What may stand on a page as it is; a text that waits for its language is what it then says."""
    known = str(said) if isinstance(said, Promise) else said
    return str(known.__html__()) if hasattr(known, "__html__") else escape(str(known))
