"""Furnishes the house with questions to the early support team, and with families that it meets."""

from typing import Any
from uuid import uuid4

from samling.access import guard
from samling.access.door import fetch
from samling.family.models import add_around
from samling.journey.parties import invitations
from samling.kernel.categories import Category, wall
from samling.people.models import Child, Guardian, Unit
from samling.records.clock import now
from samling.referral.models import NotOffered, Referral, TriageDecision, queue
from samling.referral.tests.asking import child_of, me, serve
from samling.welcome.models import InfoMeeting, answers

SCHOOL = 1  # the number of the school's branch
NAME, ATTENDANCE = wall(SCHOOL, Category.IDENTITY), wall(SCHOOL, Category.ATTENDANCE)


def referrals(cast: Any) -> None:
    """Two questions to the team of Lotsen: one that waits, and one that it has pointed further with."""
    serve(cast)
    serve(cast, school="soderskolan")
    tindra = cast.open_pupil("tindra")
    team, walls = cast.world.unit["lotsen_social"], [NAME, ATTENDANCE]
    with cast.acting("ulf"):
        guard.give_ground(tindra, walls, basis="harm_test", because="Tidigt stöd.", unit=team)
    with cast.acting("gunilla") as acting:
        for child in ("adam", "elsa", "ines", "noor"):
            guard.give_ground(cast.world.child[child], walls, basis="harm_test", because="Tidigt stöd.", unit=team)
        told = {"team": Unit.objects.select_related("branch").get(pk=team), "question": "Hur får vi lugna morgnar?",
                "because": "Två håll.", "tier": 2, "rows": {}}  # fmt: skip
        keys = [Referral.ask(child_of(cast, one), told, by=me(acting), at=now(), pk=uuid4()).pk for one in ("noor", "elsa")]
        cast.asked = Referral.objects.get(pk=keys[1]).party_id
    with cast.acting("maria") as acting:
        asked = next(one for one in invitations() if one["given_name"] == "Noor")
        found = queue.receive(asked, None, by=me(acting), at=now())
        said = {"kind": "redirected", "tier": 2, "because": "Behöver vård.", "answer": "Ring dem.", "receiver": "Första linjen"}
        TriageDecision.make(found, said, by=me(acting), at=now(), pk=uuid4())
        lacking = {"what": "talks", "whom": "camhs", "why": "queue", "words": "Åtta månader."}
        NotOffered.note(Child.objects.get(pk=found.party.child_id), lacking, by=me(acting), at=now(), pk=uuid4())
def welcomes(cast: Any) -> None:
    """Two families that the team is to meet: one that has been met, and one whose meeting is only arranged."""
    for child, name in (("adam", "Adam"), ("ines", "Ines")):
        with cast.acting("gunilla") as acting:
            told = {"team": Unit.objects.select_related("branch").get(pk=cast.world.unit["lotsen_social"]),
                    "question": "Hur får vi lugna morgnar?", "because": "Två håll.", "tier": 2, "rows": {}}  # fmt: skip
            key = Referral.ask(child_of(cast, child), told, by=me(acting), at=now(), pk=uuid4()).pk
        with cast.acting("maria") as acting:
            by = me(acting)
            asked = next((one for one in invitations() if one["given_name"] == name), None)  # none when the team is there
            found = queue.receive(asked, None, by=by, at=now()) if asked else Referral.objects.get(pk=key)
            said = {"kind": "accepted", "tier": 2, "because": "Vi kan hjälpa.", "answer": "Vi ringer hem."}
            TriageDecision.make(found, said, by=by, at=now(), pk=uuid4())
        with cast.acting("maria"):
            row = fetch(Child, found.party.child_id, "arrange an information meeting")
            guardian = {"given_name": "Hodan", "family_name": "Hassan", "relation": "mamma", "custody": "sole"}
            add_around(Guardian, row, guardian, by=by.pk, at=now(), pk=uuid4())
            when = {"holder": by, "starts_at": now(), "needs": ["interpreter"], "place": "Biblioteket", "words": "Helst kort."}
            made = InfoMeeting.arrange(row, when, by=by, at=now())
            if child == "ines":
                mother = next(one.key for one in answers.givers(made, row) if one.key != answers.CHILD)
                answers.hold(made, [answers.Spoken(mother, True, "spoken")], by=by, at=now())
