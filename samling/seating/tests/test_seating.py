"""Who can be given a chair, what a chair opens and shuts, and who reads along."""

import pytest
from django.db import IntegrityError, transaction

from samling.access import guard
from samling.checklist.models import Checklist
from samling.checklist.tests.conftest import assign, begun, seated
from samling.kernel.categories import Category, wall
from samling.records.clock import now
from samling.seating.chairs import Chairs
from samling.seating.models import Seat, colleagues, guardians, readers

CONCERN, VOICE = wall(1, Category.CONCERN), wall(1, Category.VOICE)


@pytest.fixture
def table(cast):
    return begun(cast)


def sit(sitting, **who):
    return Seat.take(sitting.checklist, by=sitting.capacity, at=sitting.at, **who)


def form(sitting, **sent):
    made = Chairs(sent, seats=Seat.at(sitting.checklist), child=sitting.child, at=sitting.at)
    assert made.is_valid(), made.errors
    made.save(sitting.checklist, by=sitting.capacity, at=sitting.at)
    return [str(seat) or seat.kind for seat in Seat.at(sitting.checklist)]


def test_those_who_work_with_the_child_and_its_leaders_can_be_given_a_chair(cast, table):
    assign(cast, "jonas", "eva")
    with seated(cast, table) as sitting:
        names = [one.person.given_name for one in colleagues(sitting.child, sitting.at)]
        assert names == ["Bo", "Eva", "Gunilla", "Jonas", "Petra"]
        assert [str(one) for one in guardians(sitting.child, sitting.at)] == ["Ali Hassan", "Hodan Hassan"]


def test_everyone_sits_down_as_what_they_are(cast, table):
    with seated(cast, table) as sitting:
        hodan = guardians(sitting.child, sitting.at)[1]
        sit(sitting, kind="guardian", guardian=hodan)
        sit(sitting, kind="child", voice="before")
        sit(sitting, kind="adult", name="Sara Blom", role="tränare")
        told = [(seat.kind, seat.shape, seat.as_role) for seat in Seat.at(sitting.checklist)]
    assert told == [
        ("staff", "school", "klasslärare 4B"),
        ("guardian", "home", "mamma"),
        ("child", "child", "berättade i förväg"),
        ("adult", "school", "tränare"),
    ]


def test_a_chair_is_somebodys(cast, table):
    with seated(cast, table) as sitting:
        for who in ({"kind": "staff"}, {"kind": "guardian"}, {"kind": "adult"}):
            with pytest.raises(IntegrityError), transaction.atomic():
                sit(sitting, **who)


def test_the_nurses_chair_tells_her_that_the_table_is_there_and_leaving_it_takes_that_back(cast, table):
    assign(cast, "eva")
    with seated(cast, table) as sitting:
        nurse = next(one for one in colleagues(sitting.child, sitting.at) if one.role == "school_nurse")
        seat = sit(sitting, kind="staff", capacity=nurse).pk
    with cast.acting("eva"):
        assert [row["record_id"] for row in guard.my_disclosures()] == [table]
        assert Checklist.objects.get().pk == table
        assert not Seat.objects.exists()
    with seated(cast, table) as sitting:
        Seat.objects.get(pk=seat).leave(by=sitting.capacity, at=sitting.at)
    with cast.acting("eva"):
        assert not guard.my_disclosures() and not Checklist.objects.exists()


def test_the_form_takes_and_leaves_chairs(cast, table):
    with seated(cast, table) as sitting:
        shown = " ".join(str(seat.pk) for seat in Seat.at(sitting.checklist))
        others = "Sara Blom, tränare\n\n  \n, ingen\nSara Blom, tränare\n"
        names = form(sitting, staff=[str(cast.petra)], child="here", others=others, chairs=shown)
        assert names == ["Petra Ek", "child", "Sara Blom"]
        shown = " ".join(str(seat.pk) for seat in Seat.at(sitting.checklist))
        assert form(sitting, staff=[str(cast.petra)], chairs=shown) == ["Petra Ek"]
        assert form(sitting, chairs="nonsense") == ["Petra Ek"]


def test_the_form_knows_nobody_else(cast, table):
    with seated(cast, table) as sitting:
        wrong = {"staff": [str(cast.ulf)], "guardians": ["x"], "child": "alone", "others": "x" * 3000}
        made = Chairs(wrong, seats=[], child=sitting.child, at=sitting.at)
        assert set(made.errors) == {"staff", "guardians", "child", "others"}


def test_who_reads_is_said_by_name(cast, table):
    assign(cast, "jonas", "amir")
    with seated(cast, table) as sitting:
        voice = readers(cast.adam, [VOICE], sitting.at)
        assert voice == ["Amir Rostami", "Jonas Wik", "Petra Ek"]
        assert "de som leder Norrskolan" in readers(cast.adam, [CONCERN], sitting.at)
        ground = guard.give_ground(cast.adam, [VOICE], basis="harm_test", because="mötet", capacity=cast.tomas)
        guard.disclose_category(ground, VOICE, sitting.at)
        assert readers(cast.adam, [VOICE], sitting.at)[-1] == "Tomas Hed"
        guard.end_ground(ground)
        assert "Tomas Hed" not in readers(cast.adam, [VOICE], now())
