"""A clone that was lent is as new for the next: rows, sequences, walls; whatever a test did to it."""

import hashlib

import pytest
from django.db import connection

from samling.people.models import Person
from tests.cloning import Template
from tests.walls.wires import wire

TABLES = "select relid::regclass::text from pg_stat_user_tables order by 1"
WALLS = "select count(*), sum(hashtext(pg_get_expr(polqual, polrelid)::text)) from pg_policy"
SESSION = "select pg_backend_pid(), current_setting('statement_timeout'), (select count(*) from pg_locks where locktype = 'advisory')"
SEQUENCES = "select schemaname, sequencename, last_value from pg_sequences order by 1, 2"
DEEDS = {
    "nothing": ("select 1", True),
    "a row more": ("set session_replication_role = replica; insert into people_child select (jsonb_populate_record(c, jsonb_build_object('subject_id', gen_random_uuid()))).* "
                   "from people_child c limit 1", True),
    "a row changed": ("update people_person set given_name = 'X'", True),
    "rows gone": ("set session_replication_role = replica; delete from people_capacity", True),
    "a number taken": ("select nextval('procrastinate_jobs_id_seq')", True),
    "a table emptied": ("set session_replication_role = replica; truncate people_child cascade", False),
    "a wall down": ("drop policy {policy}", False),
    "a wall turned off": ("alter table people_child disable row level security", False),
    "a right given": ("grant select on people_child to samling_stats", False),
    "a table made": ("create table mine (id int)", False),
}  # fmt: skip


def state() -> tuple:
    """Everything that the lent clone holds, in short."""
    with wire("postgres") as admin:
        rows = hashlib.sha256()
        for (table,) in admin.execute(TABLES).fetchall():
            for (row,) in admin.execute(f"select t::text from {table} t where {table!r} <> 'guard.installation' order by 1"):
                rows.update(row.encode())
        return rows.hexdigest(), admin.execute(WALLS).fetchall(), admin.execute(SEQUENCES).fetchall()


def a_policy() -> str:
    with wire("postgres") as admin:
        name, table = admin.execute("select polname, polrelid::regclass from pg_policy limit 1").fetchone()
        return f'"{name}" on {table}'


@pytest.mark.parametrize("deed", DEEDS)
def test_what_a_test_did_is_gone_for_the_next(template, deed):
    does, kept = DEEDS[deed]
    template.lender.throw_away()  # one that has been lent often is thrown away whatever was done
    with template.lent():
        new = state()
    lent = template.lender.lent
    with template.lent(), wire("postgres") as admin:
        admin.execute(does.format(policy=a_policy()))
        admin.commit()
        assert deed == "nothing" or state() != new or deed in {"a wall turned off", "a right given", "a table made"}
    assert (template.lender.lent is lent) == kept
    with template.lent():
        assert state() == new


def test_the_process_lends_one_clone():
    assert Template.ready().lender is Template.ready().lender


def test_a_kept_connection_is_as_new(template):
    with template.lent(), connection.cursor() as cursor:
        cursor.execute(SESSION)
        same = cursor.fetchone()
        cursor.execute("set statement_timeout = 1234")
        cursor.execute("select pg_advisory_lock(7)")
    lent = template.lender.lent
    with template.lent(), connection.cursor() as cursor:
        cursor.execute(SESSION)
        assert cursor.fetchone() == same and template.lender.lent is lent


def test_a_connection_in_the_middle_of_something_is_not_kept(template):
    with template.lent():
        connection.set_autocommit(False)
        Person.objects.using("default").first()
        left = connection.connection
    with template.lent():
        assert left.closed and connection.get_autocommit()
