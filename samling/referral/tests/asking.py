"""Adam's school asks the team Lotsen: what the tests here stand on."""

import datetime as dt
from typing import Any
from uuid import UUID, uuid4

from samling.access import guard
from samling.consent.models import Consent, Said, Terms
from samling.journey.parties import invitations
from samling.kernel.categories import Category, wall
from samling.people.models import Agreement, Branch, Capacity, Child, Unit
from samling.records.clock import now
from samling.referral.models import Referral, ServedSchool, TriageDecision
from samling.referral.models.queue import receive
from samling.sharing.opening import open_for

DAY = dt.timedelta(days=1)
SCHOOL = 1
TOLD = (Category.IDENTITY, Category.ATTENDANCE, Category.VOICE)
ROWS = {"breadth": 1, "duration": 1, "response": 1, "attendance": 1, "parties": 1, "own": 1, "protective": 1}


def me(acting: Any) -> Capacity:
    """The capacity that acts."""
    return Capacity.objects.select_related("person", "unit__branch__organisation").get(pk=acting.capacity_id)


def child_of(cast: Any, key: str) -> Child:
    """A child as the one who acts knows her."""
    return Child.objects.select_related("branch", "unit").get(pk=cast.world.child[key])


def serve(cast: Any, team: str = "lotsen_social", school: str = "norrskolan") -> UUID:
    """The system administrator notes that the team meets the school."""
    with cast.acting("ingrid"):
        units = Unit.objects.in_bulk([cast.world.unit[team], cast.world.unit[school]])
        return ServedSchool.put(units[cast.world.unit[team]], units[cast.world.unit[school]], "BUN 2025/14")


def said_yes(cast: Any, guardians: tuple[str, ...] = ("hodan", "ali"), kinds: tuple = TOLD, to: str = "lotsen_social") -> UUID:
    """Adam's guardians say yes to telling the team, and it is told. Returns the consent."""
    walls = [wall(SCHOOL, one) for one in kinds]
    with cast.acting("petra") as acting:
        by, at = me(acting), now()
        terms = Terms(
            kind="secrecy_waiver", walls=walls, purpose="Tidigt stöd", from_at=at, until_at=at + 180 * DAY,
            text_version="2025-11", to_unit=cast.world.unit[to],
        )  # fmt: skip
        asked = Consent.ask(child_of(cast, "adam"), terms, id=uuid4(), by=by, at=at)
        for name in guardians:
            said = Said(giver="guardian", who=cast.world.guardian[name], yes=True, how="spoken", at=at, walls=walls)
            asked.answer(said, id=uuid4(), by=by.pk, at=at)
        consent = Consent.objects.get(pk=asked.pk)
        if len(guardians) == 2:
            open_for(consent, [one for one in walls if one % 64 != 1], since=at, records=[], by=by.pk, at=at)
        return asked.pk


def ask(cast: Any, who: str = "gunilla", **told: Any) -> UUID:
    """The head asks the team about Adam."""
    with cast.acting(who) as acting:
        said = {
            "team": Unit.objects.select_related("branch").get(pk=cast.lotsen_social), "question": "Hur får Adam lugna morgnar?",
            "child_words": "Jag vill gå in genom den lilla dörren.", "guardian_words": "", "languages": "Somaliska, tolk",
            "because": "Två håll, i flera månader.", "tier": 2, "rows": ROWS,
        } | told  # fmt: skip
        return Referral.ask(child_of(cast, "adam"), said, by=me(acting), at=now(), pk=uuid4()).pk


def asked(cast: Any, **told: Any) -> UUID:
    """Everything up to the question that waits for the team."""
    serve(cast)
    said_yes(cast)
    return ask(cast, **told)


def take_in(cast: Any, who: str = "maria") -> UUID:
    """Someone of the team receives what waits. Returns the team's row for the child."""
    with cast.acting(who) as acting:
        found = receive(invited()[0], None, by=me(acting), at=now())
        return found.party.child_id


def invited() -> list[dict[str, Any]]:
    """What one's unit is invited to."""
    return invitations()


def answer(cast: Any, referral: UUID, kind: str, who: str = "maria", **told: Any) -> UUID:
    """The team answers."""
    with cast.acting(who) as acting:
        said = {"kind": kind, "tier": 2, "because": "Vi kan hjälpa till.", "answer": "Vi ringer hemmet i veckan."} | told
        return TriageDecision.make(Referral.objects.get(pk=referral), said, by=me(acting), at=now(), pk=uuid4()).pk


def agree(cast: Any, other: str, number: str = "KS 2025/3") -> None:
    """Lövsjö and another organisation have agreed on a way of taking part."""
    with cast.acting("ingrid"):
        branch = Branch.objects.get(pk=cast.world.branch[other])
        guard.call("put_agreement", branch.pk, Agreement.How.SPACE, number, now(), None)
