"""Tells the story of the house: its packages in order, what each is about and what leans on what.

`python -m samling.kernel.story` (make story) writes the told parts of docs/story.md; the words are by hand.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).parents[1]
STORY = HOUSE.parent / "docs" / "story.md"

# A package may import only what stands before it.
FLOORS = {
    "Ground floor": ("kernel", "server", "records", "ui", "people", "access", "work", "staff", "journey", "questions"),
    "One child": ("seating", "family", "contact", "letters", "concern", "checklist", "consent", "sharing", "misplaced",
                  "attendance", "intake", "adaptations", "team", "agenda", "breakglass"),
    "Around one table": ("referral", "welcome", "views", "plan", "promises", "gathering", "papers", "support", "circle",
                         "relay", "siblings"),
    "Did it help": ("instruments", "followup", "outcome", "closing", "transition"),
    "The unit": ("forum", "consultation", "directory", "office", "founding", "review", "lifeline", "inventory", "extracts", "refusal",
                 "guides"),
    "Outward": ("clocks", "day", "desk", "demo"),
}
ORDER = tuple(package for floor in FLOORS.values() for package in floor)


def packages(house: Path = HOUSE) -> list[str]:
    """The packages of the story that are built so far, in order."""
    return [name for name in ORDER if (house / name / "__init__.py").exists()]


def about(package: Path) -> str:
    """What a package says of itself: the first paragraph of its __init__.py's docstring, on one line."""
    docstring = ast.get_docstring(ast.parse((package / "__init__.py").read_text("utf-8"))) or ""
    return " ".join(docstring.split("\n\n")[0].split())


def imports(file: Path) -> Iterator[str]:
    """The dotted names that a file imports, relative ones made whole."""
    package = list(file.relative_to(file.parents[_depth(file)]).with_suffix("").parts[:-1])
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *filter(None, [node.module])])
            yield from (f"{module}.{name.name}" for name in node.names)


def _depth(file: Path) -> int:
    """How many folders up the folder is that holds the topmost package of the file."""
    return next(up for up, folder in enumerate(file.parents) if not (folder / "__init__.py").exists())


def sources(package: Path) -> Iterator[Path]:
    """The package's own Python files; its tests are not part of the story."""
    return (file for file in sorted(package.rglob("*.py")) if "tests" not in file.relative_to(package).parts)


def leans_on(package: Path) -> set[str]:
    """The other packages of the house that a package imports from."""
    names = {
        name.split(".")[1]
        for file in sources(package)
        for name in imports(file)
        if name.startswith("samling.")
    }
    return (names & set(ORDER)) - {package.name}


def shortest(graph: dict[str, set[str]]) -> dict[str, set[str]]:
    """The graph without the arrows that follow from the others, so that it can be read."""
    return {
        name: {to for to in targets if not any(to in _reach(graph, via) for via in targets - {to})}
        for name, targets in graph.items()
    }


def _reach(graph: dict[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    ahead = [start]
    while ahead:
        new = graph.get(ahead.pop(), set()) - found
        found |= new
        ahead += new
    return found


def chapters(house: Path = HOUSE) -> str:
    """The story chapter by chapter, in the packages' own words."""
    built = packages(house)
    floors = {title: [name for name in names if name in built] for title, names in FLOORS.items()}
    return "\n\n".join(
        f"### {title}\n\n" + "\n".join(f"* **{name}**: {about(house / name)}" for name in names)
        for title, names in floors.items()
        if names
    )


def picture(house: Path = HOUSE) -> str:
    """Which package leans on which, as a mermaid drawing; arrows that follow from others are left out."""
    graph = shortest({name: leans_on(house / name) for name in packages(house)})
    arrows = [f"    {name} --> {to}" for name in graph for to in sorted(graph[name], key=ORDER.index)]
    alone = [f"    {name}" for name in graph if not graph[name]]
    return "\n".join(["```mermaid", "flowchart BT", *alone, *arrows, "```"])


def steps(rules: Path) -> dict[str, list[str]]:
    """The table STEPS of a rule file: each state and the states that may follow it; empty without a table."""
    for node in ast.parse(rules.read_text("utf-8")).body:
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "STEPS" and isinstance(node.value, ast.Dict):
            pairs = zip(node.value.keys, node.value.values, strict=True)
            return {_state(key): [_state(to) for to in getattr(targets, "elts", [])] for key, targets in pairs}
    return {}


def _state(node: ast.AST | None) -> str:
    return node.attr.lower() if isinstance(node, ast.Attribute) else ""


def states(house: Path = HOUSE) -> str:
    """Where the matters of each chapter can stand and go, as mermaid drawings of the step tables."""
    tables = {name: steps(file) for name in packages(house) if (file := house / name / "rules.py").exists()}
    return "\n\n".join(
        "\n".join([f"### {name}", "", "```mermaid", "stateDiagram-v2", f"    [*] --> {next(iter(table))}",
                   *(f"    {state} --> {to}" for state, targets in table.items() for to in targets), "```"])
        for name, table in tables.items()
        if table
    )  # fmt: skip


def told(text: str, house: Path = HOUSE) -> str:
    """The text of docs/story.md with its told parts written anew."""
    fresh_parts = {"chapters": chapters(house), "picture": picture(house), "states": states(house)}
    for part, fresh in fresh_parts.items():
        before, _, rest = text.partition(f"<!-- told: {part} -->\n")
        _, end, after = rest.partition("\n<!-- end -->")
        text = f"{before}<!-- told: {part} -->\n\n{fresh}\n{end}{after}" if end else text
    return text


if __name__ == "__main__":
    STORY.write_text(told(STORY.read_text("utf-8")), "utf-8")
    print(f"told {STORY.relative_to(HOUSE.parent)}")
    sys.exit(0)
