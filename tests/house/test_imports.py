"""Imports point back along the story (style 4.2)."""

import re
from pathlib import Path

from .plan import BUILT, CHAPTERS, ORDER, ROOT, code, imports, package, part, role, shown

FRAMEWORK = ("django", "allauth", "psycopg", "gunicorn")
RULE_FILE = re.compile(r"(rules|secrecy)(_\w+)?")
# What a part of a chapter may not import of its own package (4.2.3).
NOT_INSIDE = {
    "models": {"forms", "views", "panel", "urls"},
    "panel": {"forms", "views", "urls"},
    "forms": {"views", "panel", "urls"},
}
# What a chapter offers the others beside records and rules: the form they inherit, the renderer of forms as data (4.7).
OFFERED = {
    "ui": {"forms"}, "questions": {"sheet", "fields", "rows"}, "seating": {"chairs"}, "journey": {"parties"},
    "instruments": {"shape", "reading", "scoring"}, "outcome": {"pictures"}, "inventory": {"item", "registry", "reference"}, "extracts": {"desk", "reference"}, "day": {"asked", "places"},
}  # fmt: skip
NEVER_ABROAD = {"views", "forms", "urls", "panel"}


def inward(file: Path) -> list[tuple[str, str]]:
    """The (package, part) pairs of the house that a file imports."""
    names = [name.split(".") for name in imports(file) if name.startswith("samling.")]
    return [(name[1], role(name[2]) if len(name) > 2 else "") for name in names]


def rule_files() -> list[Path]:
    return [file for file in code() if RULE_FILE.fullmatch(part(file))]


def said(found: list[str], what_to_do: str) -> str:
    return "\n".join([*sorted(set(found)), what_to_do])


def test_every_package_has_its_place_in_the_story():
    strangers = sorted({package(file) for file in code()} - {"", *ORDER})
    assert not strangers, (
        f"Give {strangers} a place in FLOORS of samling/kernel/story.py, or a home in a package."
    )


def test_imports_point_back_in_the_story():
    tops = {"settings", "urls", "command", "wsgi"}
    ahead = [
        f"{shown(file)} imports samling.{there}"
        for file in code()
        if package(file) in BUILT
        for there, _ in inward(file)
        if there in tops | set(ORDER[ORDER.index(package(file)) + 1 :])
    ]
    assert not ahead, said(ahead, "Look back, never ahead: let the later package reach for the earlier one.")


def test_the_kernel_and_the_rules_know_no_framework():
    kernel = [file for file in code() if package(file) == "kernel"]
    found = [
        f"{shown(file)} reaches {name} by {shown(via)}"
        for file in kernel + rule_files()
        for via in reached(file)
        for name in imports(via)
        if name.split(".")[0] in FRAMEWORK
    ]
    assert not found, said(found, "Rules take plain values and give Answers: move the asking to models.py.")


def reached(file: Path) -> set[Path]:
    """The file and every file of the house that it imports, at second hand too."""
    found, ahead = {file}, [file]
    while ahead:
        new = {target for name in imports(ahead.pop()) for target in targets(name)} - found
        found |= new
        ahead += new
    return found


def targets(name: str) -> list[Path]:
    """The files that a dotted name may stand for."""
    whole = ROOT.joinpath(*name.split("."))
    ways = (whole.with_suffix(".py"), whole.parent.with_suffix(".py"), whole / "__init__.py")
    return [way for way in ways if name.startswith("samling.") and way.exists()]


def test_chapters_meet_in_records_and_rules():
    found = []
    for file in (file for file in code() if package(file) in CHAPTERS):
        # The inventory says every chapter's columns in that chapter's own words. The demo does what people do: an extract's verbs are its doing.
        own = {"day": {"panel"}, "desk": {"panel"}, "demo": {"panel", "doing", "reading"}, "inventory": {"reference"}}
        allowed = {"models", "rules", "telling"} | own.get(package(file), set())
        found += [
            f"{shown(file)} imports samling.{there}.{what}"
            for there, what in inward(file)
            if there != package(file)
            and what not in allowed | OFFERED.get(there, set())
            and (there in CHAPTERS or what in NEVER_ABROAD)
        ]
    assert not found, said(found, "Between chapters only models, rules and telling are imported (style 4.2).")


def test_inside_a_chapter_parts_lean_the_right_way():
    found = [
        f"{shown(file)} imports its own {what}"
        for file in code()
        for there, what in inward(file)
        if there == package(file) and what in NOT_INSIDE.get(part(file), set())
    ]
    assert not found, said(found, "views → forms → models → rules; never the other way (style 4.2).")
