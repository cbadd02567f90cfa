"""Swedish texts beside the code: reads catalogues, compiles them, checks their placeholders.

English is the language of the msgids and needs no catalogue; samling/ui/texts.py knows which msgids are used.
Run `python -m samling.kernel.texts compile` after changing a django.po by hand (make run does it too).
"""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

HOUSE = Path(__file__).parents[1]
PLACEHOLDER = re.compile(r"%\(\w+\)[#0-9.+ -]*[a-z]|%[srd]|%%|\{\w*\}")


def catalogue(po: Path) -> "Catalog":
    """The entries of one django.po, in the language that its folder names; empty if there is no file."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po

    language = po.parents[1].name
    if not po.exists():
        return Catalog(locale=language)
    with po.open("rb") as file:
        return read_po(file, locale=language, domain="django", abort_invalid=True)


def compile_all(root: Path = HOUSE) -> list[Path]:
    """Compile every catalogue that is newer than its .mo; gives the files written."""
    stale = [po for po in sorted(root.glob("*/locale/*/LC_MESSAGES/django.po")) if _is_stale(po)]
    return [_compile(po) for po in stale]


def _is_stale(po: Path) -> bool:
    mo = po.with_suffix(".mo")
    return not mo.exists() or mo.stat().st_mtime_ns < po.stat().st_mtime_ns


def _compile(po: Path) -> Path:
    from babel.messages.mofile import write_mo

    mo = po.with_suffix(".mo")
    beside = mo.with_name(f".{mo.name}.{os.getpid()}")
    with beside.open("wb") as file:
        write_mo(file, catalogue(po))
    beside.replace(mo)  # whole or not at all: two starts at once must not read half a file
    return mo


def forms(said: "str | list[str] | tuple[str, ...] | None") -> list[str]:
    """A msgid or msgstr as a list: one form, or singular and plural."""
    return [said or ""] if isinstance(said, str) or said is None else list(said)


def is_translated(message: "Message") -> bool:
    """Every form has a text and none is marked as a guess (fuzzy)."""
    return all(forms(message.string)) and not message.fuzzy


def placeholders(text: str) -> list[str]:
    """The places that code fills in, sorted: "%(name)s", "%s", "{name}"."""
    return sorted(PLACEHOLDER.findall(text))


def mismatches(catalog: "Catalog") -> Iterator[str]:
    """The msgids whose translation fills in other things, or begins or ends on another line."""
    for message in catalog:
        if message.id and is_translated(message) and not _alike(forms(message.id), forms(message.string)):
            yield forms(message.id)[0]


def _alike(originals: list[str], translations: list[str]) -> bool:
    pairs = list(zip(originals, translations, strict=False))
    edges = all(_edges(one) == _edges(other) for one, other in pairs)
    if len(originals) == 1:
        return edges and placeholders(originals[0]) == placeholders(translations[0])
    # The singular may say "one" in words; the plural must fill in all that the English plural does.
    singular_ok = set(placeholders(translations[0])) <= set(placeholders(originals[1]))
    return edges and singular_ok and placeholders(originals[-1]) == placeholders(translations[-1])


def _edges(text: str) -> tuple[bool, bool]:
    return text.startswith("\n"), text.endswith("\n")


def main(arguments: list[str]) -> int:
    """Compile and say what was compiled."""
    if arguments != ["compile"]:
        print("Say: python -m samling.kernel.texts compile")
        return 2
    for mo in compile_all():
        print(f"compiled {mo.relative_to(HOUSE.parent)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
