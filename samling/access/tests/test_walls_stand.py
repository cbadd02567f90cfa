import pytest

from samling.access import guard
from samling.kernel.answer import Refused
from samling.people.models import Child


def test_a_mentor_works_with_her_pupil_and_a_stranger_finds_nothing(cast):
    with cast.acting("petra"):
        assert list(Child.objects.mine().values_list("pk", flat=True)) == [cast.adam, cast.noor] or Child.objects.count() == 2
    with cast.acting("ulf"):
        assert not Child.objects.filter(pk=cast.adam).exists()
        assert guard.my_access(cast.adam) == {}


def test_whoever_is_not_the_mentor_may_write_a_concern_and_sees_the_name_alone(cast):
    with cast.acting("jonas"):
        child = guard.open_child(cast.norrskolan, roster=cast.world.pupil["adam"])
        assert child == cast.adam
        assert [wall % 64 for wall in guard.my_access(child)] == [1]


NUMBER = "201701012393"
TOVA = {"given": "Tova", "family": "Ny", "key": "tova ny", "birth_year": 2017, "number": NUMBER}


def opened(cast, who, unit):
    """Tova opened by number: the child row, and what one may read and write of it."""
    with cast.acting(who):
        child = guard.open_child(unit, **TOVA)
        return child, guard.my_access(child)


def test_opening_by_number_says_nothing_of_a_row_that_others_work_with(cast):
    fresh, rights = opened(cast, "tomas", cast.reception)
    assert opened(cast, "tomas", cast.reception) == (fresh, rights)  # his own is found again
    beside, same_rights = opened(cast, "maria", cast.lotsen_social)
    assert beside != fresh and same_rights == rights


def test_opening_by_number_says_nothing_of_a_protected_child(cast):
    with cast.acting("kerstin"):
        hidden = guard.open_child(cast.reception, **TOVA)
        guard.protect(hidden, form="protected")
    unprotected, rights = opened(cast, "maria", cast.lotsen_social)
    assert unprotected != hidden and rights


def test_only_one_who_works_with_a_protected_child_can_be_named(cast):
    with cast.acting("gunilla"):
        guard.assign(cast.adam, cast.amir, because="behövs")
        guard.protect(cast.adam, form="marked", readers=[cast.petra])
    for who in ("ulf", "tomas", "jonas", "birgitta"):
        with cast.acting("gunilla"), pytest.raises(Refused):
            guard.call("add_protected_reader", cast.adam, getattr(cast, who))
    with cast.acting("gunilla"):
        guard.call("add_protected_reader", cast.adam, cast.amir)
