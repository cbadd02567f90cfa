"""Which texts a package shows and which of them lack a Swedish translation.

`python -m samling.ui.texts missing [package …]` prints the missing ones ready to paste into
samling/<package>/locale/sv/LC_MESSAGES/django.po, and the obsolete ones to remove.
"""

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Message
from babel.messages.extract import extract as babel_extract
from babel.messages.pofile import escape
from django.utils.translation.template import templatize

from samling.kernel.story import HOUSE, packages
from samling.kernel.texts import catalogue, forms, is_translated

SHAPES = {
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
KEYWORDS = {
    **SHAPES,
    **{f"{name}_lazy": shape for name, shape in SHAPES.items()},
    **dict.fromkeys(("_", "gettext_noop", "door", "allow", "refuse")),
    "shown": (2,),  # what a list is called in the log
}
# What the database answers when it refuses; the page that shows it translates.
REFUSAL = re.compile(r"guard\.refuse\(\s*'((?:[^']|'')+)'\s*\)")


class Text(NamedTuple):
    """A text as code names it: what it says in English, its plural and its context (both often empty)."""

    msgid: str
    plural: str = ""
    context: str = ""


def extract(package: Path) -> set[Text]:
    """Every text that the package's code and templates show, tests and migrations left out."""
    return {text for file in _sources(package) for text in _texts(file)}


def _sources(package: Path) -> Iterator[Path]:
    for file in sorted(package.rglob("*")):
        inside = set(file.relative_to(package).parts)
        is_page = file.suffix in {".html", ".txt"} and "templates" in inside
        if (is_page or file.suffix in {".py", ".sql"}) and not inside & {"tests", "migrations", "locale"}:
            yield file


def _texts(file: Path) -> Iterator[Text]:
    source = file.read_text("utf-8")
    if file.suffix == ".sql":
        yield from (Text(said.replace("''", "'")) for said in REFUSAL.findall(source))
        return
    if file.suffix == ".py":
        yield from (Text(kind) for kind in _events(source))
    else:
        # Django leaves the page's indentation, which Python's reader would take for meant.
        source = "\n".join(line.strip() for line in templatize(source, origin=str(file)).splitlines())
    for _line, said, _comments, context in babel_extract("python", BytesIO(source.encode()), KEYWORDS):
        singular, plural = [*forms(said), ""][:2]
        if singular:
            yield Text(singular, plural, context or "")


def _events(source: str) -> Iterator[str]:
    """The words of events told to the journey, which a page shows: tell(…, "checklist begun", by=…)."""
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("tell") and _names_by(call):
            parts = (node for argument in call.args for node in ast.walk(argument))
            said = (node.value for node in parts if isinstance(node, ast.Constant))
            yield from (word for word in said if isinstance(word, str) and " " in word)


def _names_by(call: ast.Call) -> bool:
    return any(argument.arg == "by" for argument in call.keywords)


def translated(package: Path, language: str) -> set[Text]:
    """What the package's own catalogue holds in that language, guesses and empty ones left out."""
    return {_text(message) for message in catalogue(po(package, language)) if is_translated(message)}


def missing(package: Path, language: str = "sv") -> list[Text]:
    """Texts the package shows that neither its own catalogue nor an earlier package's translates."""
    order = packages(package.parent)
    earlier = (
        [package.parent / name for name in order[: order.index(package.name)]]
        if package.name in order
        else []
    )
    known = {text for one in [*earlier, package] for text in translated(one, language)}
    return sorted(text for text in extract(package) if text not in known)


def obsolete(package: Path, language: str = "sv") -> list[Text]:
    """Entries of the package's catalogue that its code no longer shows."""
    entries = {_text(message) for message in catalogue(po(package, language)) if message.id}
    return sorted(entries - extract(package))


def po(package: Path, language: str) -> Path:
    """Where a package keeps its texts in one language."""
    return package / "locale" / language / "LC_MESSAGES" / "django.po"


def _text(message: Message) -> Text:
    singular, plural = [*forms(message.id), ""][:2]
    return Text(singular, plural, message.context or "")


def entry(text: Text) -> str:
    """The text as an empty catalogue entry, ready to translate."""
    lines = [f"msgctxt {_quoted(text.context)}"] if text.context else []
    lines += [f"msgid {_quoted(text.msgid)}"]
    lines += (
        [f"msgid_plural {_quoted(text.plural)}", 'msgstr[0] ""', 'msgstr[1] ""']
        if text.plural
        else ['msgstr ""']
    )
    return "\n".join(lines)


def _quoted(text: str) -> str:
    return str(escape(text))


def main(arguments: list[str]) -> int:
    """Print what is missing and what is obsolete; 1 when anything is."""
    if arguments[:1] != ["missing"]:
        print("Say: python -m samling.ui.texts missing [package …]")
        return 2
    reports = [_report(HOUSE / name) for name in arguments[1:] or packages(HOUSE)]
    return int(any(reports))


def _report(package: Path) -> bool:
    lacking, extra = missing(package), obsolete(package)
    _print(f"# {package.name}: {len(lacking)} missing", map(entry, lacking))
    _print(f"# {package.name}: {len(extra)} obsolete, remove them", (text.msgid for text in extra))
    return bool(lacking or extra)


def _print(title: str, lines: Iterable[str]) -> None:
    print(title, *lines, sep="\n\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
