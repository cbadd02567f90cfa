"""A family for the tests: Vera, whom Maja works with, and her half-brother Viggo, Petra's pupil, who has a father of his own."""

from typing import Any
from uuid import UUID, uuid4

from samling.access import guard
from samling.consent.tests.asking import answer, ask
from samling.kernel.categories import Category, wall
from samling.people.models import Capacity, Child, Guardian
from samling.records.clock import now
from samling.siblings.models import Joined

MENTOR = {"vera": "maja", "viggo": "petra"}
CONTACT, CONSENT = wall(1, Category.CONTACT), wall(1, Category.CONSENT)


def me(acting: Any) -> Capacity:
    """The capacity that acts."""
    return Capacity.objects.select_related("person", "unit__branch__organisation").get(pk=acting.capacity_id)


def child_of(cast: Any, key: str) -> Child:
    """A child as the one who acts knows her."""
    return Child.objects.select_related("branch", "unit__branch__organisation").get(pk=cast.world.child[key])


def raised(cast: Any) -> dict[str, list[UUID]]:
    """Both are opened by their mentors; their guardians child by child: the mother of both, and Viggo's father."""
    home = {}
    for key in ("vera", "viggo"):
        cast.open_pupil(key)
        home[key] = [cast.world.guardian["tova"]]
    with cast.acting("petra") as acting:
        found = Guardian(subject_id=cast.world.child["viggo"], wall=CONTACT, given_name="Johan", family_name="Ek", relation="pappa",
                         custody="joint", custody_evidence="folkbokföringen", written_by_id=acting.capacity_id, written_at=now(),
                         from_at=now(), verified_on=now().date())  # fmt: skip
        found.save(force_insert=True)
        home["viggo"].append(found.pk)
    return home


def said_yes(cast: Any, key: str, home: list[UUID]) -> UUID:
    """This child's own guardians say yes to being joined."""
    consent = ask(cast, MENTOR[key], cast.world.child[key], kind="siblings", walls=())
    for one in home:
        answer(cast, MENTOR[key], consent, one, walls=[CONSENT])
    return consent


def offered(cast: Any, key: str, consent: UUID) -> tuple[UUID, str]:
    """The family has a word from this child's table."""
    with cast.acting(MENTOR[key]) as acting:
        part, word = Joined.offer(child_of(cast, key), consent, key.title(), by=me(acting), at=now(), pk=uuid4())
        return part.pk, word


def answered(cast: Any, key: str, consent: UUID, word: str) -> UUID:
    """And brings it to this one."""
    with cast.acting(MENTOR[key]) as acting:
        return Joined.answer(child_of(cast, key), word, consent, key.title(), by=me(acting), at=now(), pk=uuid4()).pk


def joined(cast: Any) -> tuple[UUID, UUID, dict[str, list[UUID]]]:
    """Vera's part, Viggo's part, and who is at home with each."""
    home = raised(cast)
    yes = {key: said_yes(cast, key, home[key]) for key in MENTOR}
    vera, word = offered(cast, "vera", yes["vera"])
    return vera, answered(cast, "viggo", yes["viggo"], word), home


def works_with_both(cast: Any) -> None:
    """Petra comes to work with Vera too."""
    with cast.acting("gunilla"):
        guard.assign(cast.world.child["vera"], cast.world.capacity["petra"], because="Arbetar med båda syskonen.")
