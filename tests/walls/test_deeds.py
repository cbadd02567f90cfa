"""The verbs of the guard: who may do what, and what is so afterwards; and every condition in them is needed (C4)."""

import pytest

from .deeds import DEEDS
from .deeds.stage import raised


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
