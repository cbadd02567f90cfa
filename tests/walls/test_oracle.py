"""What a capacity sees equals the written rules, in random worlds (trust.md C1), drawn with power (C5)."""

from collections.abc import Callable

import pytest

from .asking import install
from .database import differences, load
from .oracle import Reader
from .sizes import WORLDS
from .world import make

LOT = 25  # worlds that share a database: many more, and each question would be asked of a crowd


@pytest.mark.parametrize("lot", range(WORLDS // LOT))
def test_the_database_and_the_oracle_agree(database, lot):
    install()
    wrong = []
    for seed in range(lot, WORLDS, WORLDS // LOT):
        world = make(seed)
        load(world)
        for capacity in world.of("people_capacity"):
            wrong += [f"seed {seed}, {capacity['role']}: {what}" for what in differences(world, capacity)]
    assert not wrong, "\n".join(wrong[:20])


def test_the_worlds_have_power():
    worlds = [[Reader(world, c) for c in world.of("people_capacity")] for world in map(make, range(min(WORLDS, 200)))]
    shares = {
        "visible rows": share(worlds, lambda r: r.visible()["journey_entry"]),
        "access by consent": share(worlds, by_consent),
        "protected access": share(worlds, lambda r: r._protected() & r._reads_protected() & r.children()),
        "a space by invitation": share(worlds, invited),
        "the other hat": share(worlds, lambda r: r.assigned and r._through_team()),
        "a family's view": share(worlds, lambda r: r.family and r.visible()["journey_entry"]),
        "a body after a look": share(worlds, lambda r: r.visible()["journey_entrybody"]),
    }
    assert shares["visible rows"] >= 0.7
    assert shares["access by consent"] >= 0.5
    assert shares["protected access"] >= 0.07
    assert min(shares.values()) >= 0.07, shares


def share(worlds: list[list[Reader]], has: Callable[[Reader], object]) -> float:
    """The share of worlds in which some capacity has this."""
    return sum(any(map(has, readers)) for readers in worlds) / len(worlds)


def by_consent(reader: Reader) -> list[dict]:
    """Disclosures that stand on consent and show at least one row."""
    grounds = {g["id"]: g for g in reader.world.of("access_ground")}
    return [d for d in reader.told if grounds[d["ground_id"]]["basis"] == "consent"]


def invited(reader: Reader) -> list[dict]:
    """Parts in a shared space that stand by the ground of an invitation."""
    mine = {subject for subject, _walls, fully in reader.assigned if fully}
    return [
        p for p in reader._parties() if p["child_id"] in mine and p["ground_id"] and p["journey_id"] in reader.journeys
    ]
