"""docs/compartments.md says what the code does: which compartment holds what, and where words land."""

import re

import pytest

from samling.kernel.categories import Category
from samling.kernel.regime import HOLDS, PARAGRAPH, Domain, regime_of
from samling.kernel.texts import HOUSE
from samling.people.roles import ROLES
from samling.questions.sets import PUBLISHED

TEXT = (HOUSE.parent / "docs" / "compartments.md").read_text("utf-8")


def rows(heading):
    """The cells of the first table under a heading."""
    part = TEXT.split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_the_table_names_every_compartment_and_what_it_holds():
    told = {Domain(row[1].strip("`")): row[3] for row in rows("One municipality")}
    assert set(told) == set(Domain)
    for domain, cell in told.items():
        assert [name for name in cell.split() if name != "–"] == [c.name for c in HOLDS[domain]], domain


def test_the_table_names_the_paragraph_of_every_rule():
    for domain, cell in {Domain(row[1].strip("`")): row[2] for row in rows("One municipality")}.items():
        for category in HOLDS[domain]:
            paragraph = re.search(r"\d+:\d+( [a-z]\b)?", PARAGRAPH[regime_of(domain, category)])[0]
            assert paragraph in cell, (domain, category)


def test_inside_the_school_every_category_has_its_part():
    told = {
        name: row[1]
        for row in rows("Inside the school's compartment")
        for name in re.findall(r"[A-Z_]{4,}", row[0])
    }
    wanted = {c.name for c in HOLDS[Domain.SCHOOL]} - {"PRESCHOOL"}
    assert set(told) == wanted
    for name, cell in told.items():
        assert PARAGRAPH[regime_of(Domain.SCHOOL, Category[name])].removeprefix("OSL ") in cell


def test_only_five_roles_hold_a_whole_unit_as_the_page_says():
    assert sum(bool(rule.whole_unit) for rule in ROLES.values()) == 5


@pytest.mark.parametrize(("asked", "column"), [(PUBLISHED[0], 1), (PUBLISHED[1], 2)])
def test_words_at_the_table_land_where_the_page_says(asked, column):
    told = {row[0][0]: row[column] for row in rows("Where words at the checklist table land")}
    assert told == {block.code: block.category.name for block in asked.blocks}
