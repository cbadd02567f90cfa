"""A checklist begun by Petra about Adam, for the tests of this chapter."""

import pytest

from samling.checklist.models import Checklist
from samling.people.models import Capacity, Child
from samling.records.clock import now


def begun(cast, who="petra", child="adam"):
    """A checklist begun by someone about a child; its id."""
    with cast.acting(who) as acting:
        capacity = Capacity.objects.select_related("unit__branch").get(pk=acting.capacity_id)
        return Checklist.begin(Child.objects.get(pk=getattr(cast, child)), by=capacity, at=now()).pk


@pytest.fixture
def checklist(cast):
    return begun(cast)
