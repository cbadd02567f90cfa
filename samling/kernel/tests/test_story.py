"""The story is told from the packages themselves."""

import pytest

from samling.kernel import story


@pytest.fixture
def house(tmp_path):
    house = tmp_path / "samling"
    words = {
        "kernel": "",
        "people": "from samling.kernel import a",
        "concern": "from ..people.models import Child",
    }
    for name, line in words.items():
        (house / name).mkdir(parents=True)
        (house / name / "__init__.py").write_text(f'"""What {name}\nis about.\n\nMore."""\n')
        (house / name / "models.py").write_text(f"{line}\nfrom samling.kernel.answer import allow\n")
    (house / "__init__.py").write_text("")
    return house


def test_packages_come_in_the_order_of_the_story(house):
    assert story.packages(house) == ["kernel", "people", "concern"]


def test_a_package_is_told_by_its_first_paragraph(house):
    assert story.about(house / "people") == "What people is about."


def test_relative_imports_count(house):
    assert "samling.people.models.Child" in story.imports(house / "concern" / "models.py")
    assert story.leans_on(house / "concern") == {"kernel", "people"}


def test_an_arrow_that_follows_from_others_is_not_drawn(house):
    assert "concern --> people" in story.picture(house)
    assert "concern --> kernel" not in story.picture(house)


def test_only_the_told_parts_are_written(house):
    page = "By hand.\n<!-- told: chapters -->\nstale words\n<!-- end -->\nStays."
    text = story.told(page, house)
    assert "stale words" not in text
    assert "* **people**: What people is about." in text
    assert text.startswith("By hand.\n")
    assert text.endswith("\n<!-- end -->\nStays.")
    assert story.told(text, house) == text
