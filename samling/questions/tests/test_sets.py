"""The published question sets: frozen, whole, behind the right walls and in plain Swedish."""

from dataclasses import replace
from datetime import date

import pytest

from samling.kernel.categories import Category
from samling.kernel.lix import lix
from samling.kernel.regime import HOLDS, Domain
from samling.kernel.texts import HOUSE, catalogue, forms
from samling.people.roles import ROLES
from samling.questions.reference.catalogue import CATALOGUE
from samling.questions.rules.shape import About, Block, Kind, Stage
from samling.questions.rules.versions import code_for, current, diff, find
from samling.questions.sets import PUBLISHED

# A published version may not change; publish a new one. First what is asked, then its Swedish.
FROZEN = {
    ("checklist-school", "2026.1"): ("25d7999615f27cf5", "cebf774b01da1869"),
    ("checklist-preschool", "2026.1"): ("56cec3d75e06481e", "07cfd513ebc12f7e"),
}
TEACHERS_CEILING = 35
FACTS_ONLY = {"M", "O", "P"}
SEVEN = ["why-now", "strengths", "attendance", "tried", "voice", "table", "next"]

every_set = pytest.mark.parametrize("asked", PUBLISHED, ids=lambda one: f"{one.code}-{one.version}")


@pytest.fixture(scope="module")
def swedish():
    """What the sets' own words and the kernel's are in Swedish; other packages cannot change it."""
    files = [HOUSE / package / "locale/sv/LC_MESSAGES/django.po" for package in ("kernel", "questions")]
    return {
        forms(m.id)[0]: forms(m.string)[0]
        for file in files
        for m in catalogue(file)
        if m.id and not m.context
    }


def texts(asked):
    for block in asked.blocks:
        yield from (block.title, block.intro)
        for question in block.questions:
            yield from (question.prompt, question.help, *(label for _code, label in question.choices))


def said_in(asked, swedish):
    """The set with every text in Swedish, as a fingerprint."""
    import hashlib

    return hashlib.sha256("\n".join(swedish.get(text, "") for text in texts(asked)).encode()).hexdigest()


@every_set
def test_a_published_version_does_not_change(asked, swedish):
    frozen = FROZEN[asked.code, asked.version]
    found = (asked.fingerprint[:16], said_in(asked, swedish)[:16])
    assert found == frozen, "A published version may not change; publish a new one."


@every_set
def test_the_path_is_seven_short_pages(asked):
    assert [page.code for page in asked.path] == SEVEN
    assert all(len([q for block in page.blocks for q in block.questions]) <= 10 for page in asked.path)


@every_set
def test_every_block_and_question_has_a_code_of_its_own(asked):
    blocks = [block.code for block in asked.blocks]
    questions = [question.code for _block, question in asked.questions()]
    assert len(set(blocks)) == len(blocks)
    assert sorted(blocks) == list("ABCDEFGHIJKLMNOPQRST")
    assert len(set(questions)) == len(questions)
    for block, question in asked.questions():
        assert question.code.startswith(f"{block.code.lower()}-")
        assert len(question.code) <= 40


@every_set
def test_what_you_have_seen_is_asked_before_what_you_think(asked):
    for block in asked.blocks:
        order = [question.about for question in block.questions]
        if About.THINK in order:
            assert order.index(About.THINK) == len(order) - order[::-1].index(About.THINK) - 1
            assert order[-1] == About.THINK or block.code == "S"


@every_set
def test_a_card_asks_how_it_is_on_a_scale_and_since_when(asked):
    for card in (card for card in asked.cards if card.code not in FACTS_ONLY):
        kinds = {question.code.split("-", 1)[1]: question.kind for question in card.questions}
        assert kinds["state"] == Kind.SCALE and kinds["since"] == Kind.SINCE and kinds["who"] == Kind.LINE


@every_set
def test_school_writes_only_what_a_school_may_hold(asked):
    held = {block.category for block in asked.blocks}
    assert held <= set(HOLDS[Domain.SCHOOL])
    assert not held & {Category.MEDICAL, Category.SOCIAL, Category.REPORT, Category.IDENTITY}


@every_set
def test_walls_are_the_ones_that_were_decided(asked):
    walls = {block.code: block.category for block in asked.blocks}
    assert walls["Q"] == Category.VOICE and walls["N"] == walls["P"] == Category.HOME
    assert walls["A"] == walls["B"] == walls["S"] == Category.CONCERN
    assert walls["C"] == Category.ATTENDANCE and walls["L"] == Category.SUPPORT
    assert walls["K"] == walls["R"] == Category.ADAPTATIONS
    if asked.stage == Stage.SCHOOL:
        assert walls["H"] == Category.CONCERN and walls["M"] == Category.STUDENT_HEALTH
    else:
        assert walls["H"] == walls["M"] == Category.PRESCHOOL


@pytest.mark.parametrize(("role", "asked"), [("mentor", PUBLISHED[0]), ("preschool_teacher", PUBLISHED[1])])
def test_the_one_who_sees_can_write_what_she_sees(role, asked):
    given = set(ROLES[role].categories_in(Domain.SCHOOL))
    assert {block.code for block in asked.blocks if block.category not in given} <= {"M"}


@every_set
def test_only_a_choice_has_choices_and_every_choice_has_some(asked):
    for _block, question in asked.questions():
        assert bool(question.choices) == (question.kind == Kind.CHOICE)


@every_set
def test_every_question_is_light_enough_for_a_teacher(asked, swedish):
    heavy = {}
    for _block, question in asked.questions():
        text = "\n".join(swedish[part] for part in (question.prompt, question.help) if part)
        if lix(text) > TEACHERS_CEILING:
            heavy[question.code] = (round(lix(text)), text)
    assert not heavy, f"{heavy}: say it with shorter words and sentences."


@every_set
def test_every_page_and_card_is_light_enough_for_a_teacher(asked, swedish):
    for block in asked.blocks:
        said = [
            block.title,
            block.intro,
            *(q.prompt for q in block.questions),
            *(q.help for q in block.questions),
        ]
        text = "\n".join(swedish[part] for part in said if part)
        assert lix(text) <= TEACHERS_CEILING, (block.code, lix(text))


def test_every_adaptation_is_light_enough_for_a_teacher(swedish):
    heavy = [
        one.code
        for one in CATALOGUE.values()
        if lix(f"{swedish[one.title]}\n{swedish[one.how]}") > TEACHERS_CEILING
    ]
    assert not heavy


@every_set
def test_find_and_current_give_the_set(asked):
    assert find(asked.code, asked.version) is asked
    assert current(code_for(asked.stage), date(2025, 11, 20)).code == asked.code


def test_before_the_first_version_the_first_one_is_used():
    assert current("checklist-school", date(2020, 1, 1)).version == "2026.1"


def test_a_set_that_was_never_published_is_not_found():
    with pytest.raises(LookupError):
        find("checklist-school", "1999.1")
    with pytest.raises(LookupError):
        current("checklist-moon", date(2025, 11, 20))


def test_the_difference_between_two_versions_is_told():
    old = current("checklist-school", date(2025, 11, 20))
    first = old.path[0].blocks[0]
    seen, since, *rest = first.questions
    block = replace(
        first,
        category=Category.HOME,
        questions=(replace(seen, prompt="What did you see?"), replace(since, kind=Kind.LINE), *rest[1:]),
    )
    extra = Block(
        code="U", title="New", perspective=first.perspective, category=first.category,
        questions=(replace(seen, code="u-new"),),
    )  # fmt: skip
    new = replace(
        old,
        version="2026.2",
        path=(replace(old.path[0], blocks=(block, *old.path[0].blocks[1:])), *old.path[1:]),
        cards=(*old.cards, extra),
    )
    told = diff(old, new)
    assert told.added == ("u-new",)
    assert told.removed == ("a-urgent",)
    assert told.reworded == ("a-seen",)
    assert told.asked_otherwise == ("a-since",)
    assert "a-think" in told.moved and "b-likes" not in told.moved
    assert diff(old, old) == type(told)((), (), (), (), ())
    assert old.fingerprint != new.fingerprint


def test_a_set_is_frozen():
    asked = PUBLISHED[0]
    with pytest.raises(AttributeError):
        asked.version = "2026.2"
    with pytest.raises(KeyError):
        asked.block("Z")
    assert asked.page("voice").blocks[0] is asked.block("Q")
