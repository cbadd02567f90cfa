"""The guides as they lie in docs/guides: which there are, and each as a page draws it.

They are written in Markdown. What is marked there is said with the marks of the other pages: a bold word (which stands on a screen)
as `b`, a table of two columns as a list of facts without heads, a link as the way to a page here. HTML in a guide is words like others.
"""

import struct
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

FILES = {
    "teacher": ("larare.md", "teacher.md"),
    "coordinator": ("samordnare.md", "coordinator.md"),
    "head": ("rektor.md", "head.md"),
    "registrar": ("registrator.md", "registrar.md"),
    "administrator": ("administrator.md", "administrator.en.md"),
}
NAMED = {file: name for name, files in FILES.items() for file in files}
TAGS = {"strong": "b", "table": "dl", "tr": "div"}


class Guide(NamedTuple):
    """One guide: for whom, what it begins with, and the rest."""

    name: str
    title: str
    lead: SafeString
    text: SafeString


def place() -> Path:
    """Where the guides lie here."""
    places: tuple[Path, ...] = settings.GUIDES
    return next((one for one in places if one.is_dir()), places[0])


def guides(language: str) -> list[Guide]:
    """Every guide there is, in this language."""
    return [found for name in FILES if (found := guide(name, language))]


@cache
def guide(name: str, language: str) -> Guide | None:
    """One guide in this language, Swedish unless English is asked for; none by another name."""
    swedish, english = FILES.get(name, ("", ""))
    file = place() / (english if language.startswith("en") else swedish)
    if not file.is_file():
        return None
    tokens = MARKDOWN.parse(file.read_text("utf-8"))
    title, _elsewhere, lead = (token for token in tokens[:9] if token.type == "inline")  # each opens, says and closes
    return Guide(name, title.content, _drawn([lead]), _drawn(list(_without_heads(tokens[9:]))))


def _drawn(tokens: Sequence[Token]) -> SafeString:
    return SafeString(MARKDOWN.renderer.render(tokens, MARKDOWN.options, {}).strip())


def _without_heads(tokens: Sequence[Token]) -> Iterator[Token]:
    """All but the heads of tables: each row there is a fact and says itself what it is."""
    head = False
    for token in tokens:
        head = head or token.type == "thead_open"
        if not head and not token.type.startswith("tbody"):
            yield token
        head = head and token.type != "thead_close"


class OnAPage(RendererHTML):
    """How a guide's marks are said on a page here. The methods are named as the parser names its tokens."""

    def renderToken(self, tokens: Sequence[Token], idx: int, *more: Any) -> str:
        """What has no method of its own."""
        tokens[idx].tag = TAGS.get(tokens[idx].tag, tokens[idx].tag)
        return super().renderToken(tokens, idx, *more)

    def table_open(self, *_what: Any) -> str:
        """A list of facts."""
        return '<dl class="facts">'

    def td_open(self, tokens: Sequence[Token], idx: int, *_more: Any) -> str:
        """The first cell of a row says what the fact is about."""
        return "<dt>" if tokens[idx - 1].type == "tr_open" else "<dd>"

    def td_close(self, tokens: Sequence[Token], idx: int, *_more: Any) -> str:
        """The last cell says the fact."""
        return "</dd>" if tokens[idx + 1].type == "tr_close" else "</dt>"

    def code_inline(self, tokens: Sequence[Token], idx: int, *_more: Any) -> str:
        """A name from the machine, as any word."""
        return escape(tokens[idx].content)

    def image(self, tokens: Sequence[Token], idx: int, *_more: Any) -> str:
        """A picture, as large as it is."""
        file = str(tokens[idx].attrs["src"])
        where, (wide, high) = static(f"guides/{file}"), _size(place() / file)
        drawn = '<img src="{}" alt="{}" width="{}" height="{}" loading="lazy">'
        return format_html(drawn, where, tokens[idx].content, wide, high)

    def link_open(self, tokens: Sequence[Token], idx: int, *_more: Any) -> str:
        """The way to another guide's page; a file that is no page is words alone."""
        file = str(tokens[idx].attrs["href"])
        return format_html('<a href="{}">', reverse("guides:guide", args=[NAMED[file]])) if file in NAMED else ""

    def link_close(self, tokens: Sequence[Token], idx: int, *_more: Any) -> str:
        """The end of one that leads somewhere."""
        opened = next(token for token in reversed(tokens[:idx]) if token.type == "link_open")
        return "</a>" if opened.attrs["href"] in NAMED else ""


MARKDOWN = MarkdownIt("js-default", renderer_cls=OnAPage)


def _size(file: Path) -> tuple[int, int]:
    """Width and height as a PNG says them in its head."""
    with file.open("rb") as picture:
        wide, high = struct.unpack(">II", picture.read(24)[16:])
    return wide, high
