"""The verbs of the guard: who may do what, and what is so afterwards; and every condition in them is needed (C4)."""

import pytest

from tests.cast import Cast

from .catalog import asked
from .deeds import DEEDS
from .deeds.noticing import VERBS, Notice
from .deeds.stage import raised
from .layers import BY_MOMENTS, BY_SESSIONS, BY_WORLDS, SECOND_LAYERS_OF_VERBS, WRITTEN
from .mutants import functions, mutants_of
from .sizes import NIGHT

pytestmark = pytest.mark.xdist_group("deeds")


@pytest.fixture(scope="module")
def stage(template):
    """One stage for all: every deed is undone."""
    with template.clone(), raised(Cast.gather()) as stage:
        yield stage


@pytest.fixture(scope="module")
def notice(stage):
    """What has been noticed before; at night it is written anew."""
    notice = Notice(stage)
    yield notice
    if NIGHT:
        notice.keep()


def test_all_deeds_come_out_as_told(stage):
    wrong = [
        f"{title}\n    {deed.act}\n    expected {deed.ends!r}\n    came out {came!r}"
        for title, deed in DEEDS.items()
        if (came := stage.outcome(deed)) != deed.ends
    ]
    assert not wrong, f"{len(wrong)} of {len(DEEDS)}:\n" + "\n".join(wrong)


@pytest.mark.parametrize("function", VERBS)
def test_every_condition_of_a_verb_is_needed(notice, function):
    survivors = [str(mutant) for mutant in notice.to_try(function) if not notice.notices(mutant)]
    deeds = f"in {len(notice.calls[function])} deeds" if survivors else ""
    assert not survivors, f"{len(survivors)} of {len(mutants_of(function))} survive {deeds}:\n" + "\n".join(survivors)


def test_every_function_of_the_database_is_read_for_its_conditions(stage):
    """However a function is written: the scanner knows it, and one text of it."""
    there = [name for (name,) in asked("select proname::text from pg_proc where pronamespace = 'guard'::regnamespace order by 1")]
    assert there == sorted({*functions(), *WRITTEN})


def test_what_is_listed_is_there():
    names = {str(mutant) for name in VERBS for mutant in mutants_of(name)}
    assert set(SECOND_LAYERS_OF_VERBS) <= names, set(SECOND_LAYERS_OF_VERBS) - names
    assert {*BY_WORLDS, *BY_SESSIONS, *BY_MOMENTS} <= set(functions())
