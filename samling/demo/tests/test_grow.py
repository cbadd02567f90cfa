"""`samling grow`: where it cannot go on it says why, and what to do."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connections, transaction

from samling.demo.management.commands import grow


def test_a_database_that_goes_away_is_said_in_a_sentence_and_what_to_do(cast, monkeypatch):
    def ended(*_told):
        with connections["owner"].cursor() as cursor:
            cursor.execute("select pg_terminate_backend(pg_backend_pid())")

    monkeypatch.setattr(grow, "grow_to", ended)
    with pytest.raises(CommandError, match=r"went away .* run the same command again, and it goes on where it was"):
        call_command("grow", "30")
    connections["owner"].close()


def test_an_empty_database_is_said_to_be_empty(cast):
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute("set local role samling_guard")
        cursor.execute("alter table guard.installation rename to not_yet")
        cursor.execute("reset role")
        with pytest.raises(CommandError, match="no demo world here yet: make run fills one"):
            call_command("grow", "30")
        transaction.set_rollback(True, using="owner")


def test_a_real_installation_gets_no_invented_children(cast):
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute("set local role samling_guard")
        cursor.execute("select count(*) from public.people_child")
        before = cursor.fetchone()
        cursor.execute("reset role")
        cursor.execute("update guard.installation set kind = 'production', clock_offset = '0'")
        with pytest.raises(CommandError, match="Nothing was added"):
            call_command("grow", "30")
        cursor.execute("set local role samling_guard")
        cursor.execute("select count(*) from public.people_child")
        assert cursor.fetchone() == before
        transaction.set_rollback(True, using="owner")
