"""A question put by the statement of the first time gives what a queryset of its own would, behind the same walls."""

import pytest
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from samling.access.models import Assignment
from samling.people.models import Child, Guardian, Unit
from samling.records.acting import NobodyActing
from samling.records.question import Question

from .test_asked_once import end_all_rights

SHAPES = {
    "rows": lambda child: Guardian.objects.filter(subject_id=child).order_by("pk"),
    "what stands beside": lambda child: Child.objects.filter(pk=child).select_related("unit__branch", "opened_by"),
    "tuples": lambda child: Guardian.objects.filter(subject_id=child).order_by("pk").values_list("pk", "from_at"),
    "named": lambda child: Guardian.objects.filter(subject_id=child).order_by("pk").values_list("pk", "custody", named=True),
    "one column": lambda child: Guardian.objects.filter(subject_id=child).order_by("pk").values_list("custody", flat=True),
    "dictionaries": lambda child: Guardian.objects.filter(subject_id=child).order_by("pk").values("given_name"),
    "of mine": lambda child: Guardian.objects.mine().filter(subject_id=child).order_by("-given_name")[:1],
    "a column more": lambda child: Child.objects.filter(pk=child).annotate(adults=models.Count("unit")),
    "some of it": lambda child: Child.objects.filter(pk=child).only("given_name"),
    "nothing beside": lambda child: Child.objects.filter(pk=child).select_related("roster"),
    "sorted by another": lambda child: Child.objects.filter(pk=child).order_by("unit__name").distinct().values_list("called"),
    "by another": lambda child: Assignment.objects.filter(subject_id=child, capacity__unit__kind="school").order_by("pk"),
}


def plain(row):
    kept = {name: value for name, value in vars(row).items() if name != "_state"} if isinstance(row, models.Model) else row
    return (kept, {key: plain(one) for key, one in row._state.fields_cache.items()}) if hasattr(row, "_state") else kept


@pytest.mark.parametrize("build", SHAPES.values(), ids=SHAPES)
def test_the_answer_is_that_of_a_queryset_of_its_own(cast, build):
    question = Question(build)
    with cast.acting("petra"):
        for child in (cast.adam, cast.noor, cast.adam):
            assert [plain(row) for row in question(child)] == [plain(row) for row in build(child)]
        assert question(cast.adam)


def test_a_model_that_makes_its_objects_itself_goes_on_doing_so(cast, monkeypatch):
    seen = []
    own = classmethod(lambda cls, db, names, values, **_more: seen.append(names) or models.Model.from_db.__func__(cls, db, names, values))
    monkeypatch.setattr(Guardian, "from_db", own)
    with cast.acting("petra"):
        assert Question(SHAPES["rows"])(cast.adam)
    assert seen


def test_a_list_of_any_length_is_the_same_statement(cast):
    keys = [cast.adam, cast.noor]
    among = Question(lambda keys: Guardian.objects.filter(subject_id__among=keys).order_by("pk"))
    with cast.acting("petra"), CaptureQueriesContext(connection) as asked:
        found = [among(some) for some in (keys, keys[:1], [])]
    with cast.acting("petra"):
        assert found == [list(Guardian.objects.filter(subject_id__in=some).order_by("pk")) for some in (keys, keys[:1], [])]
    assert [" = any(" in query["sql"] for query in asked] == [True] * 3
    assert found[0] and not found[2]


def test_what_stands_behind_is_fetched_with_it(cast):
    of = Question(lambda child: Child.objects.filter(pk=child).prefetch_related("unit__branch"))
    with cast.acting("petra"):
        [child] = of(cast.adam)
        with CaptureQueriesContext(connection) as asked:
            assert child.unit.branch.pk == child.branch_id
    assert not asked.captured_queries


def test_what_points_at_it_is_read_once_and_can_be_asked_further(cast):
    of = Question(lambda keys: Unit.objects.filter(pk__among=keys).prefetch_related("capacities").order_by("pk"))
    with cast.acting("petra"):
        keys = list(Unit.objects.values_list("pk", flat=True))
        units = of(keys)
        with CaptureQueriesContext(connection) as asked:
            here = [[one.pk for one in unit.capacities.all()] for unit in units]
            assert [len(unit.capacities.all()) for unit in units] == list(map(len, here))
            assert all(one.unit is unit for unit in units for one in unit.capacities.all())
        assert not asked.captured_queries
        plain = Unit.objects.filter(pk__in=keys).order_by("pk").prefetch_related("capacities")
        assert [set(some) for some in here] == [{one.pk for one in unit.capacities.all()} for unit in plain]
        assert [unit.capacities.filter(role="mentor").count() for unit in units] == [
            unit.capacities.filter(role="mentor").count() for unit in plain]
        assert [unit.capacities.all().filter(role="mentor").count() for unit in units] == [
            unit.capacities.filter(role="mentor").count() for unit in plain]
        assert any(here) and units[0].capacities.all().count() == len(here[0])


def test_it_is_worked_out_once(cast):
    built = []
    question = Question(lambda child: built.append(child) or Guardian.objects.filter(subject_id=child))
    with cast.acting("petra"):
        assert {row.subject_id for row in question(cast.adam)} == {cast.adam}
    with cast.acting("petra"):
        assert {row.subject_id for row in question(cast.noor)} <= {cast.noor}
    assert len(built) == 1


def test_the_first_time_opens_nothing_for_the_second(cast):
    question = Question(lambda child: Guardian.objects.filter(subject_id=child))
    with cast.acting("petra"):
        assert question(cast.adam)
    with pytest.raises(NobodyActing):
        question(cast.adam)
    with cast.acting("kerstin"):
        assert not question(cast.adam)
    with cast.acting("petra"):
        end_all_rights(cast.adam)
        assert not question(cast.adam)


def test_nothing_is_no_value(cast):
    question = Question(lambda child: Guardian.objects.filter(subject_id=child))
    with cast.acting("petra"), pytest.raises(TypeError, match="nothing"):
        question(None)
