"""A database whose walls are of yesterday gets those of today with `migrate`, and no index that another one answers for."""

import pytest
from django.core.management import call_command
from django.core.management.commands import migrate
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from samling.access.rebuilding import rebuild
from samling.people.models import RoleRight
from samling.records import rendering
from samling.records.indexes import covered


def asked(sql, *values):
    with connections["owner"].cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall() if cursor.description else None


POLICIES = "select tablename, policyname, qual, with_check from pg_policies where schemaname = 'public' order by 1, 2"
FUNCTION = "select prosrc from pg_proc where proname = 'my_unit'"


@pytest.fixture
def yesterday(cast):
    """A database where a policy was missing and a function said something else."""
    asked("drop policy shield on people_child")
    asked("set role samling_guard; create or replace function guard.my_unit() returns uuid language sql as 'select null::uuid'; "
          "comment on schema guard is 'walls of yesterday'; reset role")
    asked("create index journey_event_subject_id_0a1b2c3d on journey_event (subject_id)")


def test_migrate_puts_up_the_walls_of_today(cast, request):
    before = asked(POLICIES), asked(FUNCTION)
    request.getfixturevalue("yesterday")
    assert asked(POLICIES) != before[0] and asked(FUNCTION) != before[1]
    assert covered(connections["owner"]) == ["public.journey_event_subject_id_0a1b2c3d"]
    call_command("migrate", database="owner", verbosity=0)
    assert (asked(POLICIES), asked(FUNCTION)) == before
    assert not covered(connections["owner"])


def test_walls_that_stand_are_left_alone(cast):
    assert rebuild(connections["owner"]) is False


def test_what_a_role_may_be_given_is_dated_when_it_changes(cast):
    owner = RoleRight.objects.using("owner")
    changed = owner.get(role="mentor", domain="school", until_at=None)
    owner.filter(pk=changed.pk).update(categories=[1])
    rebuild(connections["owner"])
    old, new = owner.filter(role="mentor", domain="school").order_by("from_at")
    assert old.until_at == new.from_at and old.categories == [1] and len(new.categories) > 1 and new.until_at is None


def test_migrate_draws_the_models_one_by_one_and_leaves_django_as_it_was(cast, monkeypatch):
    ended = []

    class Watched(rendering.LeanExecutor):
        def migrate(self, *what, **how):
            ended.append(super().migrate(*what, **how))
            return ended[-1]

    monkeypatch.setattr(rendering, "LeanExecutor", Watched)
    call_command("migrate", database="owner", verbosity=0)
    told = "A new Django takes its executor another way: see samling/records/rendering.py, lean()."
    assert [type(state) for state in ended] == [rendering.LeanState], told
    assert migrate.MigrationExecutor is MigrationExecutor
