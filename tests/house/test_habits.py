"""Habits that keep the code honest: no side doors, no hidden calls, no drawers for odds and ends."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from .plan import ROOT, code, imports, kept, part, shown, tree

ODD_NAMES = {"util", "utils", "helper", "helpers", "service", "services", "common", "misc"}
# Written in two halves, so that this file does not find itself.
UNFINISHED = re.compile(
    r"(?:#|//|/\*|<!--|--|^[*-] |\"\"\").*\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b.*|lorem " + "ipsum",
    re.MULTILINE,
)
SIGNALS = re.compile(r"(django|allauth)\.(.+\.)?signals\b")
UNSPOKEN = (
    "/wo" + "rk/",
    "/wo" + "rk ",
    "py" + "pi.org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "npm" + "js.com",
    "Clau" + "de",
    "Anth" + "ropic",
    "Chat" + "GPT",
    "Open" + "AI",
    "Co" + "pilot",
    "Gem" + "ini",
)


def pages() -> list[Path]:
    return [file for file in code() if part(file) in {"views", "panel"}]


def test_pages_ask_the_door_and_not_the_table():
    side_doors = {"objects", "_default_manager", "_base_manager"}
    found = [
        f"{shown(file)}:{node.lineno} .{node.attr}"
        for file in pages()
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Attribute) and node.attr in side_doors
    ]
    assert not found, f"{found}: fetch through @door(opens=…), opened(request, Model), or a verb on a record."


def test_pages_speak_no_sql():
    found = [
        f"{shown(file)} imports {name}"
        for file in pages()
        for name in imports(file)
        if name.startswith(("django.db", "psycopg"))
    ]
    assert not found, f"{found}: a page asks a record; the record asks the database."


def test_there_are_no_signals():
    found = [
        f"{shown(file)} imports {name}"
        for file in code()
        for name in imports(file)
        if name.startswith("django.dispatch") or SIGNALS.match(name)
    ]
    assert not found, f"{found}: a verb does the whole deed, in sight (style 4.3)."


def test_saving_is_not_overridden():
    found = [
        f"{shown(file)}:{node.lineno} {kind.name}.{node.name}"
        for file in code()
        if part(file) == "models"
        for kind in ast.walk(tree(file))
        if isinstance(kind, ast.ClassDef) and kind.bases
        for node in kind.body
        if isinstance(node, ast.FunctionDef) and node.name in {"save", "delete"}
    ]
    assert not found, f"{found}: give the deed a verb of its own; save() only saves."


def test_no_file_is_a_drawer_for_odds_and_ends():
    found = [shown(file) for file in kept() if {file.stem, *file.relative_to(ROOT).parts} & ODD_NAMES]
    assert not found, f"{found}: a file is named after the one thing it holds."


def test_nothing_is_left_for_later():
    found = [f"{shown(file)}: {hit[0].strip()}" for file in kept() for hit in UNFINISHED.finditer(text(file))]
    assert not found, f"{found}: finish it, or take it out."


@pytest.mark.parametrize("word", UNSPOKEN)
def test_no_file_speaks_of_where_it_was_made(word):
    assert not (found := mentions(word)), f"“{word}” in {found}: the project does not speak of its workplace."


def mentions(word: str) -> list[str]:
    """The files that hold a word; the lock file names registries by its nature."""
    return [shown(file) for file in kept() if file.name != "uv.lock" and word in text(file)]


@cache
def text(file: Path) -> str:
    """A file's text, or nothing if it is a picture or a font."""
    content = file.read_bytes()
    return "" if b"\0" in content else content.decode("utf-8", errors="replace")
