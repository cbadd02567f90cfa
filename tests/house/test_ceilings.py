"""Nothing grows past its ceiling (style 4.8). The remedy is a missing word."""

import ast
import subprocess
import sys
from pathlib import Path

from .plan import (
    CHAPTERS,
    HOUSE,
    ROOT,
    bare,
    code,
    functions,
    is_test,
    kept,
    length,
    package,
    pages,
    part,
    shown,
    tree,
)

# Lines per file. Migrations, SQL, catalogues and documents have no ceiling.
CEILINGS = {".py": 250, ".css": 250, ".html": 120, ".txt": 120, ".js": 80}
TESTS, DATA = 400, 400
DATA_PLACES = {
    "settings.py",
    "reference",
    "sets",
    "data",
    "catalogue",
    "reference.py",
    "roles.py",
    "regime.py",
}
FUNCTION, COMPLEXITY, VIEW, COMPONENT = 30, 8, 15, 15
CHAPTER, PUBLIC_METHODS = 1500, 15
NOT_OURS = {"vendor", "migrations", "locale", "spikes"}


def ceiling(file: Path) -> int:
    """How many lines a file may have."""
    places = set(file.relative_to(ROOT).parts)
    if is_test(file):
        return TESTS
    return DATA if places & DATA_PLACES else CEILINGS[file.suffix]


def lines(file: Path) -> int:
    return len(file.read_text("utf-8").splitlines())


def marked(node: ast.FunctionDef | ast.AsyncFunctionDef, *names: str) -> bool:
    """Whether a function stands under a decorator whose name begins so."""
    return any(ast.unparse(mark).startswith(names) for mark in node.decorator_list)


def over(limit: int, found: list[tuple[Path, ast.FunctionDef | ast.AsyncFunctionDef]]) -> list[str]:
    return [
        f"{shown(file)}:{node.lineno} {node.name} has {length(bare(node))} lines"
        for file, node in found
        if length(bare(node)) > limit
    ]


def test_files_stay_under_their_ceilings():
    # routes.txt is written by tests.house.routes, a line for each address.
    ours = [file for file in kept() if file.suffix in CEILINGS and not NOT_OURS & set(file.parts) and file.name != "routes.txt"]
    found = [
        f"{shown(file)}: {lines(file)} lines, ceiling {ceiling(file)}"
        for file in ours
        if lines(file) > ceiling(file)
    ]
    assert not found, "\n".join([*found, "Find the missing word and give it a file of its own."])


def test_functions_stay_under_thirty_lines():
    # A walls.py is a list: which policy stands on which table.
    found = over(
        FUNCTION, [(file, node) for file in code() if part(file) != "walls" for node in functions(file)]
    )
    assert not found, "\n".join(
        [*found, f"A function has at most {FUNCTION} lines: name what its middle does."]
    )


def test_views_read_like_a_receipt():
    views = [(file, node) for file in code() if part(file) == "views" for node in functions(file)]
    found = over(VIEW, [(file, node) for file, node in views if marked(node, "door", "public")])
    assert not found, "\n".join([*found, f"A view has at most {VIEW} lines: the deed belongs on the record."])


def test_component_tags_stay_small():
    tags = [(file, node) for file in code() if part(file) == "templatetags" for node in functions(file)]
    found = over(COMPONENT, [(file, node) for file, node in tags if marked(node, "register")])
    assert not found, "\n".join([*found, f"A component tag has at most {COMPONENT} lines."])


def test_functions_stay_simple():
    files = [str(file) for file in code()]
    options = ["--isolated", "--select", "C901", "--config", f"lint.mccabe.max-complexity={COMPLEXITY}"]
    ruff = Path(sys.executable).with_name("ruff")
    told = subprocess.run(
        [ruff, "check", "--output-format", "concise", *options, *files], capture_output=True, text=True
    )
    assert told.returncode == 0, f"{told.stdout}{told.stderr}\nSplit where a question could have a name."


def test_a_record_has_few_verbs():
    found = []
    for file in (file for file in code() if part(file) == "models"):
        for kind in (node for node in ast.walk(tree(file)) if isinstance(node, ast.ClassDef) and node.bases):
            verbs = [node for node in kind.body if isinstance(node, ast.FunctionDef) and node.name[0] != "_"]
            found += [f"{shown(file)} {kind.name}: {len(verbs)}"] if len(verbs) > PUBLIC_METHODS else []
    assert not found, "\n".join(
        [*found, f"At most {PUBLIC_METHODS} public methods: part of it is another record."]
    )


def test_a_chapter_can_be_read_in_one_sitting():
    own = [file for file in code() if package(file) in CHAPTERS[:-1] and not DATA_PLACES & set(file.parts)]
    sizes = {name: sum(length(tree(file)) for file in own if package(file) == name) for name in CHAPTERS}
    found = {name: size for name, size in sizes.items() if size > CHAPTER}
    assert not found, f"{found}: a chapter says its thing in {CHAPTER} lines of Python; this is two chapters."


def test_the_ceilings_see_the_files_they_speak_of():
    assert len(code()) > 10
    assert HOUSE / "kernel" / "answer.py" in code()
    assert pages() == [] or all(file.suffix in CEILINGS for file in pages())
