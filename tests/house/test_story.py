"""docs/story.md tells the house as it is, with one word per thing."""

import re

from django.apps import apps

from samling.kernel.story import STORY, about, steps, told

from .plan import BUILT, HOUSE

ROW = re.compile(
    r"^\| (?P<swedish>[^|]+) \| `(?P<code>\w+)` \| (?P<meaning>[^|]+) \| (?P<chapter>\w+) \|$", re.MULTILINE
)


def words():
    """The table of words: (English code, chapter) → Swedish."""
    table = STORY.read_text("utf-8").split("## One word per thing")[1]
    return {(row["code"], row["chapter"]): row["swedish"].strip() for row in ROW.finditer(table)}


def records():
    return [
        model
        for config in apps.get_app_configs()
        if config.name.startswith("samling.")
        for model in config.get_models()
    ]


def test_every_package_says_what_it_is_about():
    silent = [name for name in BUILT if len(about(HOUSE / name)) < 40]
    assert not silent, f"{silent}: one paragraph in __init__.py says what the package is about."


def test_the_story_is_told_as_the_house_stands():
    text = STORY.read_text("utf-8")
    assert told(text) == text, "docs/story.md is stale: run make story"


def test_every_step_table_is_drawn_and_every_state_can_be_reached():
    tables = {name: steps(file) for name in BUILT if (file := HOUSE / name / "rules.py").exists()}
    drawn = STORY.read_text("utf-8")
    for name, table in filter(lambda pair: pair[1], tables.items()):
        reached = {to for targets in table.values() for to in targets} | {next(iter(table))}
        assert set(table) == reached, f"{name}: {set(table) ^ reached} has no way in, or no line of its own."
        assert f"### {name}\n\n```mermaid" in drawn
    assert tables["concern"]


def test_every_record_has_its_word():
    known = words()
    wordless = [
        f"| … | `{model.__name__}` | {(model.__doc__ or '').splitlines()[0]} | {model._meta.app_label} |"
        for model in records()
        if (model.__name__, model._meta.app_label) not in known
    ]
    assert not wordless, "\n".join(
        [*wordless, "Give each its Swedish word in docs/story.md, “One word per thing”."]
    )


def test_every_word_is_in_the_code():
    lost = []
    for name, chapter in words():
        sources = [file.read_text("utf-8") for file in (HOUSE / chapter).rglob("*.py")]
        if not any(
            re.search(rf"^ *(class|def) {name}\b|^{name}\b.*=", text, re.MULTILINE) for text in sources
        ):
            lost.append(f"{chapter}.{name}")
    assert not lost, f"{lost}: no such class or function; take the row out of docs/story.md."


def test_a_thing_has_one_word_and_a_word_one_thing():
    swedish = list(words().values())
    twice = sorted({word for word in swedish if swedish.count(word) > 1})
    assert not twice, f"{twice}: one word per thing in docs/story.md."
