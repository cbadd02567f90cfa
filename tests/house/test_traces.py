"""What is changed leaves a trace: a paired moment and person on the record, or an event on the story's spine."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from .plan import ORDER, package, saying, shown, tree

ABOUT_CHILDREN = set(ORDER[ORDER.index("journey") :]) - {"demo"}
TELLS = {"tell", "_tell", "_told"}


def changes(file: Path) -> Iterator[ast.FunctionDef]:
    """The functions of a file that overwrite columns of a record that is there."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.FunctionDef) and any(_overwrites(call) for call in ast.walk(node)):
            yield node


def _overwrites(call: ast.AST) -> bool:
    return isinstance(call, ast.Call) and any(word.arg == "update_fields" for word in call.keywords)


def leaves_trace(verb: ast.FunctionDef) -> bool:
    """Whether an `…_at` is written together with its `…_by`, or the story is told."""
    calls = [call for call in ast.walk(verb) if isinstance(call, ast.Call)]
    named = {getattr(call.func, "attr", getattr(call.func, "id", "")) for call in calls}
    written = {
        name.value
        for call in calls
        for word in call.keywords
        if word.arg == "update_fields"
        for name in ast.walk(word.value)
        if isinstance(name, ast.Constant) and isinstance(name.value, str)
    }
    paired = any(name.endswith("_at") and f"{name.removesuffix('_at')}_by" in written for name in written)
    return paired or bool(named & TELLS)


VERBS = [(file, verb) for file in saying("update_fields") if package(file) in ABOUT_CHILDREN for verb in changes(file)]


@pytest.mark.parametrize(("file", "verb"), VERBS, ids=[f"{shown(file)}:{verb.name}" for file, verb in VERBS])
def test_what_is_changed_leaves_a_trace(file, verb):
    assert leaves_trace(verb), (
        f"{shown(file)}: {verb.name} overwrites without a trace; call tell(…), or write …_at and …_by together."
    )


def test_the_verbs_are_found():
    assert {"correct", "take_back", "change_facts", "leave"} <= {verb.name for _file, verb in VERBS}
