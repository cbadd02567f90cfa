"""How two people write the same line: what was sent is written, kept as it was, or shown beside the other's text."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any, NamedTuple

LONGEST = 20_000  # characters of a packed form that are read


class Base(NamedTuple):
    """What a form was filled with: the line's place, its version and the mark of what it said."""

    place: str
    version: int
    mark: str


def mark(said: Any) -> str:
    """A short mark of what a line says, to see whether the writer changed it (no secret)."""
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:12]


def packed(bases: Mapping[str, Base]) -> str:
    """What the form carries along: name=place:version:mark, one after another."""
    return " ".join(f"{name}={base.place}:{base.version}:{base.mark}" for name, base in bases.items())


def unpacked(text: str) -> dict[str, Base]:
    """The way back; what cannot be read is left out."""
    found = {}
    for piece in text[:LONGEST].split():
        name, _sign, base = piece.partition("=")
        parts = base.split(":")
        if len(parts) == 3 and parts[1].isascii() and parts[1].isdigit() and len(parts[1]) < 8:
            found[name] = Base(parts[0], int(parts[1]), parts[2])
    return found


def merge(base: Base, *, stored: Any, version: int, sent: Any) -> str:
    """`keep` what stands, `write` what was sent, or `conflict`: both changed it, and nothing is overwritten."""
    if mark(sent) in (base.mark, mark(stored)):
        return "keep"
    return "write" if version == base.version else "conflict"
