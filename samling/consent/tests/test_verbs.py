"""Asked, answered, limited, taken back: played by the cast on real connections."""

import pytest

from samling.consent.rules import State

from .asking import answer, ask, standing, stands


def test_a_consent_stands_when_both_guardians_have_said_yes(cast):
    consent = ask(cast, "petra", cast.adam)
    assert standing(cast, "petra", consent).waits_for == ("Hodan", "Ali")
    answer(cast, "petra", consent, cast.hodan)
    assert standing(cast, "petra", consent).state == State.WAITING
    assert stands(cast, "petra", consent) == set()
    answer(cast, "petra", consent, cast.ali)
    assert standing(cast, "petra", consent).state == State.GIVEN
    assert len(stands(cast, "petra", consent)) == 2
