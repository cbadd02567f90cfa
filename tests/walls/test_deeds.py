"""The verbs of the guard: who may do what, and what is so afterwards; and every condition in them is needed (C4)."""

import pytest

from .deeds import DEEDS
from .deeds.noticing import MUTANTS, Notice
from .deeds.stage import raised
from .layers import SECOND_LAYERS_OF_VERBS
from .sizes import NIGHT


@pytest.fixture
def stage(cast):
    with raised(cast) as stage:
        yield stage


def test_all_deeds_come_out_as_told(stage):
    wrong = [
        f"{title}\n    {deed.act}\n    expected {deed.ends!r}\n    came out {came!r}"
        for title, deed in DEEDS.items()
        if (came := stage.outcome(deed)) != deed.ends
    ]
    assert not wrong, f"{len(wrong)} of {len(DEEDS)}:\n" + "\n".join(wrong)


def test_every_condition_of_the_verbs_is_needed(stage):
    notice = Notice(stage)
    try:
        survivors = [str(m) for m in MUTANTS if str(m) not in SECOND_LAYERS_OF_VERBS and not notice.notices(m)]
    finally:
        if NIGHT:
            notice.keep()
    assert not survivors, f"{len(survivors)} of {len(MUTANTS)} survive:\n" + "\n".join(survivors)


def test_what_is_listed_as_a_second_layer_is_there():
    names = {str(mutant) for mutant in MUTANTS}
    assert set(SECOND_LAYERS_OF_VERBS) <= names, set(SECOND_LAYERS_OF_VERBS) - names
