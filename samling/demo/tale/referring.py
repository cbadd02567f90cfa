"""Schools ask the team, and the team answers, as the people of the demo do it."""

from typing import Any

from samling.journey.parties import invitations
from samling.people.models import Unit
from samling.referral.models import NotOffered, Referral, ServedSchool, TriageDecision
from samling.referral.models.known import known
from samling.referral.models.queue import receive
from samling.referral.rules import Row

from .deeds import child_of
from .teller import Stage


def serve(on: Stage, team: str, *schools: str) -> None:
    """The team meets these schools."""
    units = Unit.objects.in_bulk([on.world.unit[key] for key in (team, *schools)])
    for school in schools:
        ServedSchool.put(units[on.world.unit[team]], units[on.world.unit[school]], "BUN 2025/112")


def refer(on: Stage, key: str, to: str, question: str, because: str, judged: tuple[int, int, int], **words: str) -> None:
    """The head asks the team; what is known is taken as it is, the three last rows are her own judgement."""
    child = child_of(on, key)
    found = known(child, on.at, on.at.date())
    own = dict(zip((Row.PARTIES, Row.OWN, Row.PROTECTIVE), judged, strict=True))
    told: dict[str, Any] = {
        "team": Unit.objects.select_related("branch").get(pk=on.world.unit[to]), "question": question, "because": because,
        "tier": 2, "rows": found.rows | own, "checklist": found.checklist, "languages": found.languages,
    }  # fmt: skip
    made = Referral.ask(child, told | words, by=on.by, at=on.at, pk=on.key("referral", key))
    on.made[key, "referral"], on.made[key, "party"] = made.pk, made.party_id


def take_in(on: Stage, key: str) -> None:
    """Someone of the team receives it."""
    asked = next(one for one in invitations() if one["id"] == on.made[key, "party"])
    child = receive(asked, None, by=on.by, at=on.at).party.child_id
    if child:
        on.world.child[f"{key}@{on.by.unit.branch.number}"] = child


def answer(on: Stage, key: str, kind: str, because: str, text: str, receiver: str = "", tier: int = 2) -> None:
    """The team answers."""
    told = {"kind": kind, "tier": tier, "because": because, "answer": text, "receiver": receiver}
    TriageDecision.make(
        Referral.objects.get(pk=on.made[key, "referral"]), told, by=on.by, at=on.at, pk=on.key("triage", key, kind)
    )


def lacking(on: Stage, key: str, what: str, whom: str, why: str, words: str) -> None:
    """What could not be offered."""
    child = child_of(on, f"{key}@{on.by.unit.branch.number}")
    told = {"what": what, "whom": whom, "why": why, "words": words}
    NotOffered.note(child, told, by=on.by, at=on.at, pk=on.key("lacking", key, what))
