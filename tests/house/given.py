"""Furnishes the house with support: told to the others and not; what names no child; and an answer to an inquiry."""

import datetime as dt
from typing import Any
from uuid import uuid4

from samling.access.door import open_walls
from samling.outcome.tests import around as outcomes
from samling.records.clock import now, today
from samling.referral.tests.asking import child_of, me
from samling.support.models import Contribution, GeneralSupport, Occasion, Outcome, Routine, Support


def supports(cast: Any) -> None:
    """Petra gives Adam support, of which the team is told once; she leads a group, and is asked for an inquiry."""
    with cast.acting("petra") as acting:
        by, on = me(acting), today()
        told = {"form": "school", "kind": "talks", "code": "", "own": "Samtal på tisdagar", "how": "", "holder": by, "starts_on": on,
                "evaluate_on": on + dt.timedelta(days=30), "home": "yes", "shared": True}  # fmt: skip
        made = Support.start(child_of(cast, "adam"), told, by=by, at=now(), pk=uuid4())
        open_walls(made, "read about support")
        Occasion.note(made, {"kind": "talk", "text": "Han ritade vägen till skolan.", "home": "yes"}, by=by, at=now(), pk=uuid4())
        said = {"result": "partly", "voice": "child", "text": "Bra.", "then": "again", "again_on": on + dt.timedelta(days=20)}
        Outcome.say(made, said, by=by, at=now(), pk=uuid4())
        own = told | {"kind": "home", "code": "HOME-EASY-BREAKFAST", "own": "", "shared": False, "starts_on": on - dt.timedelta(days=60),
                      "evaluate_on": on - dt.timedelta(days=8)}  # fmt: skip
        Support.start(child_of(cast, "adam"), own, by=by, at=now(), pk=uuid4())
        held = {"sort": "group", "held_on": on, "people": 9, "minutes": 90, "title": "Om skärmar"}
        GeneralSupport.note(held, by=by, at=now(), pk=uuid4())
        Routine.note({"unit": by.unit, "code": "ADAPT-WARNING", "title": "", "since_on": on}, by=by, at=now(), pk=uuid4())
        asked = {"child": cast.world.child["adam"], "asked_on": on, "sent_to": "Mottagningen", "due_on": on + dt.timedelta(days=14),
                 "sure": True}  # fmt: skip
        Contribution.note(asked, by=by, at=now(), pk=uuid4())


def wheels(cast: Any) -> None:
    """The child and his mother have set the wheel twice, the school once; the child's latest stands on the table."""
    for steps in (2, 4):
        outcomes.set_wheel(cast, speaker="child", at_table=steps == 4, step=steps)
        outcomes.set_wheel(cast, speaker=outcomes.guardian(cast, "hodan"), step=steps)
    outcomes.set_wheel(cast, step=3)
