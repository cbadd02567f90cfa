"""Documents as tagged PDF by Typst: with title and language, in the fonts of the house, from plain data that is never markup.

With a date they are PDF/A-2a and PDF/UA-1 at once and the same bytes every time. Without one they are PDF/UA-1 only, for
papers that are locked afterwards, which PDF/A does not allow.
"""

import datetime as dt
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import typst
from django.utils.translation import get_language, gettext

from . import glyphs, press
from .packed import packed
from .words import STOCKHOLM, full_day

HOUSE = Path(__file__).parent.parent
PLAIN = Path(__file__).parent / "typst" / "plain.typ"
READ: list[Any] = ["ua-1"]
KEPT: list[Any] = ["ua-1", "a-2a"]
KEPT_WITH_DATA: list[Any] = ["ua-1", "a-3a"]


@dataclass(frozen=True, slots=True)
class Part:
    """A part under its heading: lines, a table (head and rows), and what is left for somebody to fill in."""

    title: str
    lines: Sequence[str] = ()
    head: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    blanks: Sequence[str] = field(default=())


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document, in the language of whoever reads unless another is said."""

    title: str
    lead: str
    parts: Sequence[Part]
    language: str = field(default_factory=lambda: (get_language() or "sv")[:2])
    head: str = ""
    foot: str = ""
    draft: str = ""
    made_at: dt.datetime | None = None


def reference(key: UUID) -> str:
    """A neutral number for a paper: the last eight signs of a key."""
    return f"{key.hex[-8:-4]}-{key.hex[-4:]}".upper()


def headed(key: UUID, at: dt.datetime) -> str:
    """What stands at the top of each page: a number and a day, and no name."""
    return gettext("Ref. %(ref)s, %(day)s") % {"ref": reference(key), "day": full_day(at.astimezone(STOCKHOLM).date())}


def dawn(on: dt.date) -> dt.datetime:
    """The moment that a paper of a day is dated: the same all day, so that it is the same bytes all day."""
    return dt.datetime.combine(on, dt.time(), STOCKHOLM)


def pdf(document: Document) -> bytes:
    """A plain document: PDF/UA-1, and PDF/A-2a when it has a date."""
    told = {name: value for name, value in asdict(document).items() if name != "made_at"}
    return laid_out(PLAIN, told, made_at=document.made_at)


def laid_out(source: Path, told: dict[str, Any], *, made_at: dt.datetime | None, data: str = "", is_long: bool = False) -> bytes:
    """The values laid out by a Typst file of the house (about 20 ms). Whatever people wrote is printed as it is.

    `data` goes with the document as a file of its own, for another system to read (PDF/A-3a). A long paper is laid out in a
    process of its own, so that this one does not keep the memory, and is packed.
    """
    standards = KEPT_WITH_DATA if data else KEPT if made_at else READ
    clean = _through(told, glyphs.printable)
    pages = gettext("Page %(n)s of %(m)s") % {"n": "{n}", "m": "{m}"}
    inputs = {"is_kept": made_at is not None, "data": data, "is_boxed": _boxes(clean) > _boxes(told), "of": pages}
    try:
        made = _made(source, clean | inputs, standards, made_at, is_long)
    except typst.TypstError as error:
        if "could not be displayed" not in str(error.args[0]):
            raise
        made = _made(source, _through(clean, glyphs.plainer) | inputs, standards, made_at, is_long)
    return packed(made) if is_long else made


def _made(source: Path, told: dict[str, Any], standards: list[Any], made_at: dt.datetime | None, is_long: bool) -> bytes:
    stamp = int(made_at.timestamp()) if made_at else None
    lay_out = press.made_apart if is_long else press.made
    return lay_out(source=str(source), root=str(HOUSE), fonts=str(glyphs.FONTS), standards=standards,
                   told=json.dumps(told, ensure_ascii=False), timestamp=stamp)  # fmt: skip


def _boxes(told: dict[str, Any]) -> int:
    return json.dumps(told, ensure_ascii=False).count(glyphs.BOX)


def _through(told: Any, change: Callable[[str], str]) -> Any:
    if isinstance(told, str):
        return change(told)
    if isinstance(told, dict):
        return {name: _through(value, change) for name, value in told.items()}
    return [_through(one, change) for one in told] if isinstance(told, list | tuple) else told

