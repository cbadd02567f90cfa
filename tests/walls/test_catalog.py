"""The catalog is as designed (trust.md C7), and the checker sees each way in which it could not be."""

import pytest
from django.db import connections, transaction

from .catalog import asked, not_as_designed, tables

LOG = ("access_look", "access_seal", "access_securityevent")
BREAKS = {
    "a new table without policies": ("create table journey_secret (id int, subject_id uuid)", "journey_secret"),
    "row security off": ("alter table journey_entry disable row level security", "journey_entry"),
    "row security not forced": ("alter table journey_entry no force row level security", "journey_entry"),
    "a policy dropped": ("drop policy shield on journey_entry", "journey_entry: shield"),
    "a policy widened": ("alter policy see on journey_entry using (true)", "journey_entry: see"),
    "a policy added": (
        "create policy more on journey_entry for select to samling_app using (true)",
        "journey_entry: more",
    ),
    "no dump": ("drop policy backup on journey_entry", "the dump would be empty"),
    "a view": ("create view all_entries as select * from journey_entry", "owner's eyes"),
    "a materialized view": ("create materialized view all_entries as select * from journey_entry", "owner's eyes"),
    "a function for everybody": (
        "grant execute on function guard.access_of(uuid, uuid, boolean) to public",
        "everybody may call it",
    ),
    "a function too many": (
        "grant execute on function guard.access_of(uuid, uuid, boolean) to samling_app",
        "granted by nobody",
    ),
    "a function too few": (
        "revoke execute on function guard.my_opened() from samling_app",
        "my_opened() is not granted",
    ),
    "a loose search path": ("alter function guard.my_access() reset search_path", "search path is not pinned"),
    "delete": ("grant delete on journey_entry to samling_app", "DELETE on journey_entry"),
    "truncate": ("grant truncate on journey_entry to samling_app", "TRUNCATE on journey_entry"),
    "references": ("grant references on journey_entry to samling_app", "REFERENCES on journey_entry"),
    "every column": ("grant update on journey_entry to samling_app", "every column of journey_entry"),
    "a moved wall": ("grant update (wall) on journey_entry to samling_app", "journey_entry.wall"),
    "no hand of one's own": ("drop trigger own_hand on journey_entry", "journey_entry.withdrawn_by_id"),
    "everybody reads": ("grant select on journey_entry to public", "public has SELECT"),
    "the audit role reads": ("grant select on journey_entry to samling_audit", "samling_audit has SELECT"),
    "the queue": ("grant select on procrastinate_jobs to samling_app", "samling_app has SELECT on procrastinate_jobs"),
    "the worker reads": ("grant select on work_task to samling_worker", "samling_worker has SELECT on work_task"),
    "a sequence to everybody": (
        "create sequence counting; grant usage on sequence counting to public",
        "public has USAGE",
    ),
    "create in a schema": ("grant create on schema public to samling_app", "CREATE to others"),
}
AS_GUARD = ("a function for everybody", "a function too many", "a function too few", "a loose search path")


def test_the_catalog_is_as_designed(database):
    assert len(tables()) > 30
    assert not (wrong := [*not_as_designed()]), "\n".join(wrong)


@pytest.mark.parametrize("break_in", BREAKS)
def test_the_checker_notices(database, break_in):
    sql, sentence = BREAKS[break_in]
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        if break_in in AS_GUARD:
            cursor.execute("set local role samling_guard")
        cursor.execute(sql)
        cursor.execute("reset role")
        assert any(sentence in line for line in not_as_designed())
        transaction.set_rollback(True, using="owner")  # so that the next test needs no new clone


def test_the_log_is_guarded_by_triggers(database):
    found = asked(
        "select tgrelid::regclass::text, tgenabled::text, pg_get_triggerdef(oid) from pg_trigger "
        "where tgname = 'append_only'"
    )
    assert {table for table, enabled, _text in found if enabled == "O"} == set(LOG)
    for _table, _enabled, text in found:
        assert "BEFORE DELETE OR UPDATE OR TRUNCATE" in text


def test_every_constraint_is_trusted(database):
    assert asked("select conrelid::regclass::text, conname from pg_constraint where not convalidated") == []


def test_the_guard_keeps_no_copy_of_rights(database):
    kept = asked("select relname from pg_class where relnamespace = 'guard'::regnamespace and relkind in ('r', 'p')")
    assert {name for (name,) in kept} == {"secret", "installation"}


def test_nobody_but_the_guard_reads_its_own_tables(database):
    found = asked(
        "select c.relname, a.grantee::regrole::text from pg_class c, aclexplode(c.relacl) a "
        "where c.relnamespace = 'guard'::regnamespace and a.grantee <> c.relowner"
    )
    assert set(found) <= {("secret", "samling_backup"), ("installation", "samling_backup")}
