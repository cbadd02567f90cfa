"""A journey has a coordinator and a deputy from its first moment, and whoever holds it is a real person now."""

import pytest

from samling.access import guard, holding
from samling.journey.models import Coordination, coordinate, coordinating
from samling.kernel.answer import Refused


@pytest.fixture
def journey(cast):
    with cast.acting("gunilla"):
        guard.assign(cast.adam, cast.amir, because="följer Adam")
    with cast.acting("petra"):
        return guard.begin_journey(cast.adam)


def now(cast, journey, who="gunilla"):
    with cast.acting(who):
        return coordinating([journey, None]).get(journey)


def test_who_begins_coordinates(cast, journey):
    found = now(cast, journey)
    assert (found.coordinator, found.deputy) == (cast.petra, cast.gunilla)


def test_nobody_outside_is_told(cast, journey):
    assert now(cast, journey, "maja") is None
    with cast.acting("maja"):
        assert not Coordination.objects.exists()


def test_one_takes_it_on_and_the_row_before_is_kept(cast, journey):
    with cast.acting("amir"):
        coordinate(journey, coordinator=cast.amir, deputy=cast.petra)
        rows = Coordination.objects.order_by("from_at").values_list("coordinator_id", "until_at")
        assert [(who, until is None) for who, until in rows] == [(cast.petra, False), (cast.amir, True)]
    assert now(cast, journey)[:2] == (cast.amir, cast.petra)


def test_nobody_is_made_coordinator(cast, journey):
    with cast.acting("gunilla"), pytest.raises(Refused, match="without saying yes"):
        coordinate(journey, coordinator=cast.amir, deputy=cast.petra)
    assert now(cast, journey).coordinator == cast.petra


def test_when_she_goes_the_deputy_holds_it_the_same_moment(cast, journey):
    with cast.acting("petra"):
        coordinate(journey, coordinator=cast.petra, deputy=cast.amir)
    with cast.acting("gunilla"):
        holding.end_capacity(cast.petra)
    assert now(cast, journey)[:2] == (cast.amir, cast.gunilla)
