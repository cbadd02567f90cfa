"""Reads the package files: data in, packages out. A file that says too little or too much is an error at once."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from .shape import Item, Kind, Licence, Norm, Package, Scoring, Step, Terms, Time, Voice

FILES = Path(__file__).parent / "packages"
LANGUAGES = ("sv", "en")


def read(file: Path) -> Package:
    """The package of one file. Raises KeyError, TypeError or ValueError where the file is not whole."""
    said = tomllib.loads(file.read_text("utf-8"))
    licence, norm = said.pop("licence"), said.pop("norm", None)
    voices = tuple(Voice(one) for one in said.pop("voices"))
    scale, items = said.pop("step", []), said.pop("item", [])
    seconds, least, most = said.pop("seconds", 10), said["least"], said["most"]
    return Package(
        scoring=Scoring(said.pop("scoring")), times=tuple(Time(one) for one in said.pop("times")), voices=voices,
        licence=Licence(**licence | {"terms": Terms(licence["terms"])}), norm=Norm(**norm) if norm else None,
        threshold=said.pop("threshold", None), more_is_better=said.pop("more_is_better", True),
        steps=tuple(Step(**{"face": one["words"]} | one) for one in scale),
        items=tuple(_item(one, voices, seconds, least, most) for one in items), **said,
    )  # fmt: skip


def _item(said: dict[str, Any], voices: tuple[Voice, ...], seconds: int, least: int, most: int) -> Item:
    usual: dict[str, Any] = {"kind": "scale", "times": (), "young": False, "seconds": seconds, "least": least, "most": most,
                             "source": "", "voices": voices}  # fmt: skip
    whole = usual | said
    return Item(**whole | {
        "kind": Kind(whole["kind"]), "times": tuple(Time(one) for one in whole["times"]),
        "voices": tuple(Voice(one) for one in whole["voices"]),
    })  # fmt: skip


@cache
def published() -> tuple[Package, ...]:
    """Every version of every package, by code and version."""
    return tuple(sorted((read(file) for file in FILES.rglob("*.toml")), key=lambda one: (one.code, one.from_on, one.version)))


def find(code: str, version: str) -> Package:
    """The version that an answer names. Raises LookupError: a published version is never taken away."""
    for one in published():
        if (one.code, one.version) == (code, version):
            return one
    raise LookupError(f"No instrument {code} {version} has been published.")


def current(code: str) -> Package:
    """The newest version of an instrument. Raises LookupError."""
    versions = [one for one in published() if one.code == code]
    if not versions:
        raise LookupError(f"No instrument {code} has been published.")
    return versions[-1]
