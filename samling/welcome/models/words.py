"""The words that are said to the family: the version in force of what it is asked and of its rights."""

import datetime as dt
from typing import NamedTuple

from django.utils.translation import gettext

from samling.consent.models import QUESTIONS, RIGHTS, Consent
from samling.people.models import Capacity, Child, Setting


class Words(NamedTuple):
    """One version of the text, as it is read aloud."""

    version: str
    question: str
    rights: list[str]

    @classmethod
    def of(cls, child: Child, by: Capacity, at: dt.datetime) -> "Words":
        """The text in force where one works, about this child."""
        slots = {"child": child.called or child.given_name, "from": str(by.unit), "to": ""}
        asked = QUESTIONS[Consent.Kind.PARTICIPATION]
        return cls(Setting.text("text.consent", at, capacity=by.pk), gettext(asked) % slots, [gettext(text) % slots for text in RIGHTS])
