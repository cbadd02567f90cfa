"""Furnishes the house with follow-up: one who has answered, one who skipped, one who is asked by a link, and days to come."""

from typing import Any
from uuid import uuid4

from samling.followup.models import make_link
from samling.followup.rules import How, State
from samling.followup.tests.asked import BETTER, answer, begin, guardian, put, teacher
from samling.instruments.models import LicenceAgreement
from samling.instruments.shape import Time
from samling.records.clock import now, today
from samling.views.tests.around import me

from .walk import FILLED


def follow_ups(cast: Any) -> None:
    """Adam, his mother and Jonas are asked at the start; his father by a link that nobody opens."""
    first = begin(cast, Time.T0)
    begin(cast, Time.LIGHT, in_days=10)
    answer(cast, put(cast, first), BETTER)
    answer(cast, put(cast, first, teacher(cast, "jonas")), state=State.SKIPPED)
    put(cast, first, guardian(cast, "hodan"), How.TABLE)
    asked = put(cast, first, guardian(cast, "ali"), How.LINK)
    with cast.acting("petra"):
        FILLED["followup:asked"] = {"secret": make_link(asked)}


def licences(cast: Any) -> None:
    """Lövsjö has the right to use SDQ, and so a total can be typed in."""
    told = {"package": "SDQ", "with_whom": "Youthinmind", "where_kept": "2025:12", "from_on": today(), "until_on": None}
    with cast.acting("ingrid") as acting:
        cast.licence = LicenceAgreement.note(told, by=me(acting), at=now(), pk=uuid4()).pk
