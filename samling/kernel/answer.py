"""Answers carry reasons: one answer guards the verb, greys the button and explains it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """Yes or no, and the reason a person may read (a msgid, translated where it is shown)."""

    yes: bool
    because: str

    def __bool__(self) -> bool:
        return self.yes


def allow(because: str) -> Answer:
    """Yes, because …"""
    return Answer(True, because)


def refuse(because: str) -> Answer:
    """No, because …"""
    return Answer(False, because)


class Refused(Exception):
    """A rule said no. Becomes a 403 page that shows the reason."""

    def __init__(self, answer: Answer):
        self.answer = answer
        super().__init__(answer.because)


def insist(answer: Answer) -> None:
    """Go on only if the answer is yes; raises Refused with the reason otherwise."""
    if not answer:
        raise Refused(answer)
