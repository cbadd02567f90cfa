"""The guides as they lie in docs/guides: which there are, and each in blocks that a page can draw.

They are written in a small part of Markdown: headings, paragraphs, lists, tables, pictures, bold words and links.
"""

import re
import struct
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.urls import reverse

FILES = {
    "teacher": ("larare.md", "teacher.md"),
    "coordinator": ("samordnare.md", "coordinator.md"),
    "head": ("rektor.md", "head.md"),
    "registrar": ("registrator.md", "registrar.md"),
    "administrator": ("administrator.md", "administrator.en.md"),
}
NAMED = {file: name for name, files in FILES.items() for file in files}
PICTURE = re.compile(r"!\[(.+)\]\(pictures/(\w+\.png)\)")
PIECE = re.compile(r"\*\*(?P<bold>.+?)\*\*|\[(?P<link>.+?)\]\((?P<to>[^)]+)\)")
ITEM = re.compile(r"(?:\* |\d+\. )")


class Piece(NamedTuple):
    """A few words of a line: bold ones stand on a screen, others may lead somewhere."""

    text: str
    is_bold: bool = False
    to: str = ""


class Block(NamedTuple):
    """A paragraph, a heading, a list, a table or a picture. A table's rows are lists of cells, its first row the heads."""

    kind: str
    lines: list[list[Piece]] = []
    rows: list[list[list[Piece]]] = []
    picture: str = ""
    alt: str = ""
    size: tuple[int, int] = (0, 0)


class Guide(NamedTuple):
    """One guide: for whom, what it begins with, and the rest."""

    name: str
    title: str
    lead: list[Piece]
    blocks: list[Block]


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
    title, _elsewhere, lead, *rest = file.read_text("utf-8").strip().split("\n\n")
    return Guide(name, title.removeprefix("# "), _line(lead), [_block(one) for one in rest])


def _block(text: str) -> Block:
    rows = text.strip().split("\n")
    if text.startswith("## "):
        return Block("heading", lines=[_line(text.removeprefix("## "))])
    if found := PICTURE.fullmatch(text.strip()):
        return Block("picture", picture=found[2], alt=found[1], size=_size(place() / "pictures" / found[2]))
    if text.startswith("|"):
        return Block("table", rows=[_cells(row) for row in rows if not row.startswith("|---")])
    if ITEM.match(text):
        return Block("steps" if text[0].isdigit() else "list", lines=[_line(ITEM.sub("", row, count=1)) for row in rows])
    return Block("text", lines=[_line(" ".join(rows))])


def _cells(row: str) -> list[list[Piece]]:
    return [_line(cell.strip()) for cell in row.strip("|").split("|")]


def _line(text: str) -> list[Piece]:
    """The words of a line; a link to another guide leads to its page, and one to a file that is no page leads nowhere."""
    found, at = [], 0
    text = text.replace("`", "")
    for one in PIECE.finditer(text):
        found.append(Piece(text[at : one.start()]))
        found.append(Piece(one["bold"], is_bold=True) if one["bold"] else Piece(one["link"], to=_way(one["to"])))
        at = one.end()
    return [one for one in (*found, Piece(text[at:])) if one.text]


def _way(file: str) -> str:
    return reverse("guides:guide", args=[NAMED[file]]) if file in NAMED else ""


def _size(file: Path) -> tuple[int, int]:
    """Width and height as a PNG says them in its head."""
    with file.open("rb") as picture:
        wide, high = struct.unpack(">II", picture.read(24)[16:])
    return wide, high
