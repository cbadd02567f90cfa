"""Every condition of the guard is needed (trust.md C4): without it some capacity of some world gets another answer."""

import pytest

from .killers import MUTANTS, Hunt
from .layers import BY_WORLDS, SECOND_LAYERS
from .mutants import mutants_of
from .sizes import NIGHT


@pytest.fixture
def hunt(database) -> Hunt:
    """Worlds that the whole guard answers as the oracle does."""
    hunt = Hunt()
    assert not (wrong := hunt.sound()), "\n".join(wrong[:20])
    return hunt


def test_every_condition_of_the_guard_is_needed(hunt):
    try:
        survivors = [str(m) for m in MUTANTS if str(m) not in SECOND_LAYERS and not hunt.killed(m)]
    finally:
        if NIGHT:
            hunt.keep()
    assert not survivors, f"{len(survivors)} of {len(MUTANTS)} survive:\n" + "\n".join(survivors)


def test_what_is_listed_as_a_second_layer_is_there():
    names = {str(mutant) for name in BY_WORLDS for mutant in mutants_of(name)}
    assert set(SECOND_LAYERS) <= names, set(SECOND_LAYERS) - names
