from samling.access import guard
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
