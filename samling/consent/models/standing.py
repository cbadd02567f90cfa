"""Gathers the facts of each question about a child, so that the rules can say how it stands."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from samling.consent import rules
from samling.contact.models import NoContact, custodial
from samling.people.models import Child, Setting
from samling.records.acting import insist_acting
from samling.records.clock import now


@dataclass
class Asked:
    """One consent with its answers, newest first, its exceptions, and the question the rules judge."""

    consent: Any
    answers: list[Any]
    exceptions: list[Any]
    question: rules.Question

    def status(self, at: dt.datetime) -> rules.Status:
        """How it stands at a moment."""
        return rules.status(self.question, at, self.consent.written_at)

    def newest(self, key: str) -> Any | None:
        """The answer that counts. What one who is asked says of her own story, as a third person, is another word."""
        is_asked = self.giver(key) is not None
        return next((one for one in self.answers if one.key == key and not (is_asked and one.giver == "third")), None)

    def is_newest(self, answer: Any) -> bool:
        """Whether its giver has said nothing later, as the one who is asked or as a third person."""
        same = (one for one in self.answers if one.key == answer.key and (one.giver == "third") == (answer.giver == "third"))
        return next(same, None) == answer

    def giver(self, key: str) -> rules.Giver | None:
        """One of those who are asked."""
        return next((giver for giver in self.question.givers if giver.key == key), None)


def register(child: Child, consents: Iterable[Any]) -> list[Asked]:
    """These questions about a child with everything that decides how they stand."""
    found = list(consents)
    if not found:
        return []
    people = custodial(child.pk)
    stopped = NoContact.stopped(child.pk)
    soon = dt.timedelta(days=Setting.number("consent.soon_days", now(), capacity=insist_acting().capacity_id))
    of_age = child.is_of_age(now())
    return [_asked(consent, child, people, stopped, soon, of_age) for consent in found]


def _asked(
    consent: Any, child: Child, people: list[dict[str, Any]], stopped: set[UUID], soon: dt.timedelta, of_age: bool
) -> Asked:
    answers = sorted(
        (a for a in consent.answers.all() if not a.withdrawn_at),
        key=lambda a: (a.answered_at, a.pk),
        reverse=True,
    )
    exceptions = sorted(
        (e for e in consent.exceptions.all() if not e.withdrawn_at), key=lambda e: e.written_at
    )
    live = {exception.guardian_id: exception.reason for exception in exceptions if not exception.ended_at}
    words = {answer.key: answer.word for answer in reversed(answers) if answer.giver != "third"}
    givers = [
        rules.Giver(
            key=str(one["id"]),
            name=one["given_name"],
            word=words.get(str(one["id"])),
            exception=live.get(one["id"]) or live.get(None, ""),
            reachable=not consent.quiet and one["id"] not in stopped,
            custody=one["custody"],
        )
        for one in people
    ]
    if consent.asks_child or None in live or of_age:
        givers.append(
            rules.Giver(key="child", name=child.called or child.given_name, word=words.get("child"))
        )
    question = rules.Question(
        tuple(consent.walls),
        consent.valid_from,
        consent.valid_until,
        tuple(givers),
        ended=consent.ended_at is not None,
        soon=soon,
    )
    return Asked(consent, answers, exceptions, question)
