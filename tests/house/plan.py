"""The ground plan that the house tests share: which files there are and what a file holds."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from math import ceil
from pathlib import Path

from samling.kernel.story import HOUSE, ORDER, imports, packages

ROOT = HOUSE.parent
CHAPTERS = ORDER[ORDER.index("journey") :]
BUILT = packages()
WIDTH = 110
PARTS = ("models", "rules", "forms", "views", "panel", "urls")

__all__ = ["BUILT", "CHAPTERS", "HOUSE", "ORDER", "ROOT", "imports"]


@cache
def kept() -> tuple[Path, ...]:
    """Every file of the project that git keeps, or would."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return tuple(
        file for name in sorted(listed.stdout.split("\0")) if name and (file := ROOT / name).is_file()
    )


def shown(file: Path) -> str:
    """The file's path as a person reads it."""
    return str(file.relative_to(ROOT))


def is_test(file: Path) -> bool:
    """Whether a file is test code."""
    return "tests" in file.relative_to(ROOT).parts


def code() -> list[Path]:
    """The product's own Python files: no tests, no migrations."""
    own = (file for file in kept() if file.suffix == ".py" and HOUSE in file.parents)
    return [file for file in own if not is_test(file) and "migrations" not in file.parts]


def saying(word: str) -> list[Path]:
    """Those of the product's own Python files in which a word stands."""
    return [file for file in code() if word in file.read_text("utf-8")]


def pages() -> list[Path]:
    """The product's templates."""
    return [file for file in kept() if file.suffix in {".html", ".txt"} and "templates" in file.parts]


def package(file: Path) -> str:
    """The package a file of the house is in, or "" for settings.py and its neighbours."""
    inside = file.relative_to(HOUSE).parts
    return inside[0] if len(inside) > 1 else ""


def part(file: Path) -> str:
    """Which part of its package a file is: "models" for models/looks.py, "views" for signin_views.py."""
    inside = file.relative_to(HOUSE).with_suffix("").parts
    return role(inside[1] if len(inside) > 1 else inside[0])


def role(stem: str) -> str:
    """The part that a file's name ends in, else the whole name."""
    last = stem.rsplit("_", 1)[-1]
    return last if last in PARTS else stem


@cache
def tree(file: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(file.read_text("utf-8"), str(file))


def functions(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a file, methods and inner ones too."""
    return (node for node in ast.walk(tree(file)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def length(node: ast.AST) -> int:
    """Lines that code takes when written densely, however the formatter spreads it; comments are free."""
    return sum(ceil(len(line) / WIDTH) for line in ast.unparse(node).splitlines() if line.strip())


def bare(node: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.AST:
    """A function without its decorators and its docstring."""
    alone = ast.parse(ast.unparse(node)).body[0]
    assert isinstance(alone, ast.FunctionDef | ast.AsyncFunctionDef)
    alone.decorator_list = []
    if ast.get_docstring(alone) is not None:
        alone.body = alone.body[1:] or [ast.Pass()]
    return alone
