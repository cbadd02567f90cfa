"""What the database's catalog says about its walls, in sentences: one for each thing that is not as designed."""

import importlib
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from django.apps import apps
from django.db import connections, transaction

from samling.records.migrations import Functions, Protect, Statements

UNPROTECTED = {"django_migrations"}
ROLES = ("app", "audit", "backup", "guard", "login", "owner", "stats", "worker")
FROZEN_COLUMNS = {"subject_id", "wall", "written_by_id", "written_at"}
FROZEN_OF_A_CHILD = {"opened_by_id", "opened_at", "branch_id", "roster_id", "person_id"}
MAY_DELETE = {("samling_app", "journey_draft"), ("samling_guard", "journey_draft")}  # a draft is no record
TOLD = {("adaptations_specialsupport", "decided_by_id")}  # noted by a colleague: a head decided, on this day
TO_USE = ("SELECT", "INSERT", "UPDATE")
THE_QUEUE = "procrastinate_"  # the library's tables: the worker's to use, and the one thing it may touch itself
POLICIES = (
    "select policyname, permissive, roles::text, cmd, qual, with_check from pg_policies "
    "where schemaname = 'public' and tablename = %s"
)


def asked(query: str, *values) -> list[tuple]:
    """Rows for a question to the catalog, asked as the owner."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(query, values or None)
        return cursor.fetchall()


def statements() -> Iterator[Statements]:
    """Every wall operation of every migration, in the order of the chapters."""
    for config in apps.get_app_configs():
        if config.name.startswith("samling."):
            for name in _migrations(config.name):
                yield from (
                    op for op in importlib.import_module(name).Migration.operations if isinstance(op, Statements)
                )


def _migrations(package: str) -> list[str]:
    from pathlib import Path

    folder = Path(importlib.import_module(package).__path__[0]) / "migrations"
    return [f"{package}.migrations.{file.stem}" for file in sorted(folder.glob("0*.py"))]


def tables() -> set[str]:
    """Every table of schema public, partitions and foreign tables included."""
    return {
        name
        for (name,) in asked(
            "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'f')"
        )
    }


def protected_tables() -> Iterator[str]:
    """Tables without forced row security, without policies, or without a policy for the backup."""
    for name, enabled, forced, policies, backup in asked(
        "select c.relname, c.relrowsecurity, c.relforcerowsecurity, "
        "array(select p.policyname from pg_policies p where p.tablename = c.relname and p.schemaname = 'public'), "
        "exists (select from pg_policies p where p.tablename = c.relname and p.schemaname = 'public' "
        "and p.roles = '{samling_backup}' and p.cmd = 'SELECT' and p.qual = 'true') "
        "from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'f')"
    ):
        if name in UNPROTECTED:
            continue
        if not (enabled and forced):
            yield f"{name}: row security is not on and forced"
        if not policies:
            yield f"{name}: no policy"
        if not backup:
            yield f"{name}: the dump would be empty"
    for (name,) in asked(
        "select relname from pg_class where relnamespace in ('public'::regnamespace, 'guard'::regnamespace) "
        "and relkind in ('v', 'm')"
    ):
        yield f"{name}: a view reads with its owner's eyes"


def as_rendered() -> Iterator[str]:
    """Policies that differ from what the migrations say, found by saying it all again and rolling back."""
    before = {table: set(asked(POLICIES, table)) for table in tables()}
    with transaction.atomic(using="owner"):
        drop = [
            f"drop policy {_quoted(name)} on {_quoted(table)}" for table, rows in before.items() for name, *_ in rows
        ]
        with connections["owner"].cursor() as cursor:
            for sql in drop:
                cursor.execute(sql)
            for operation in statements():
                for sql in policies_in(operation):
                    cursor.execute(sql)
            after = {table: set(asked(POLICIES, table)) for table in tables()}
            for table in sorted(before):
                for row in sorted(before[table] ^ after[table], key=str):
                    where = "only in the database" if row in before[table] else "only in the migrations"
                    yield f"{table}: {row[0]} {where}"
        transaction.set_rollback(True, using="owner")


def policies_in(operation: Statements) -> list[str]:
    """The policy statements of an operation."""
    if isinstance(operation, Functions):
        return []
    text = re.sub(r"--[^\n]*", "", operation.sql)
    return re.findall(r"(?:create|drop) policy[^;]*;", text, re.I)


def _quoted(name: str) -> str:
    return f'"{name}"'


@cache
def named_functions() -> dict[str, set[str]]:
    """Role -> the functions that the SQL files grant to it."""
    found: dict[str, set[str]] = defaultdict(set)
    for operation in statements():
        for listed, roles in re.findall(r"grant execute on function\s+(.*?)\s+to\s+([\w, ]+);", operation.sql, re.S):
            for role in re.split(r",\s*", roles):
                found[role] |= set(re.findall(r"guard\.\w+\([^)]*\)", listed))
    return found


def functions_named_for(role: str) -> set[str]:
    """The functions that the SQL files grant to a role, as the database writes their signatures."""
    named = sorted(named_functions()[role])
    return {name for (name,) in asked("select name::regprocedure::text from unnest(%s::text[]) name", named)}


def execute_lists() -> Iterator[str]:
    """Guard functions that a role may call otherwise than the SQL files grant; none for everybody."""
    for short in ROLES:
        role = f"samling_{short}"
        if role == "samling_guard":
            continue
        actual = {
            name
            for (name,) in asked(
                "select p.oid::regprocedure::text from pg_proc p, aclexplode(p.proacl) a "
                "where p.pronamespace = 'guard'::regnamespace and a.grantee = %s::regrole and a.privilege_type = 'EXECUTE'",
                role,
            )
        }
        for name in sorted(actual ^ functions_named_for(role)):
            yield f"{role}: {name} {'is granted by nobody' if name in actual else 'is not granted'}"
    for (name,) in asked(
        "select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'guard'::regnamespace "
        "and (p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0))"
    ):
        yield f"{name}: everybody may call it"


def definers() -> Iterator[str]:
    """Guard functions not owned by the guard, or that run with its rights under a caller's search path."""
    for name, owner, pinned, definer in asked(
        "select oid::regprocedure::text, proowner::regrole::text, "
        "coalesce(array_to_string(proconfig, ';'), '') like '%%search_path=pg_catalog, pg_temp%%', prosecdef "
        "from pg_proc where pronamespace = 'guard'::regnamespace"
    ):
        if owner != "samling_guard":
            yield f"{name}: owned by {owner}"
        if definer and not pinned:
            yield f"{name}: the search path is not pinned"
    for (name,) in asked(
        "select p.oid::regprocedure::text from pg_proc p where p.prosecdef "
        "and p.pronamespace not in ('guard'::regnamespace, 'pg_catalog'::regnamespace, "
        "'information_schema'::regnamespace)"
    ):
        yield f"{name}: runs with its owner's rights outside schema guard"


def grants() -> Iterator[str]:
    """Rights on tables that are wider than the design."""
    for role, table, right in asked(
        "select coalesce(nullif(a.grantee, 0)::regrole::text, 'public'), c.relname, a.privilege_type "
        "from pg_class c, aclexplode(c.relacl) a where c.relnamespace = 'public'::regnamespace "
        "and c.relkind in ('r', 'p', 'f', 'S', 'v', 'm') and a.grantee <> c.relowner"
    ):
        if table.startswith(THE_QUEUE) and role == "samling_worker" and right in (*TO_USE, "DELETE", "USAGE"):
            continue
        if table.startswith(THE_QUEUE) and role not in ("samling_guard", "samling_backup"):
            yield f"{role} has {right} on {table}"
        if role == "public" or right in ("TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN"):
            yield f"{role} has {right} on {table}"
        if right == "DELETE" and role != "samling_login" and (role, table) not in MAY_DELETE:
            yield f"{role} has {right} on {table}"
        if role == "samling_app" and right == "UPDATE":
            yield f"{role} may change every column of {table}"
        if role == "samling_backup" and right != "SELECT":
            yield f"{role} has {right} on {table}"
        if role in ("samling_audit", "samling_worker", "samling_stats"):
            yield f"{role} has {right} on {table}"
    for role, table, column in asked(
        "select a.grantee::regrole::text, c.relname, t.attname from pg_class c "
        "join pg_attribute t on t.attrelid = c.oid and t.attacl is not null, aclexplode(t.attacl) a "
        "where c.relnamespace = 'public'::regnamespace and a.privilege_type = 'UPDATE'"
    ):
        if column in FROZEN_COLUMNS or (table == "people_child" and column in FROZEN_OF_A_CHILD):
            yield f"{role} may change {table}.{column}"


def signatures() -> Iterator[str]:
    """Columns that say by whom and that the pages may change, without the trigger that lets them sign as themselves alone."""
    for table, column in asked(
        "select c.relname, t.attname from pg_class c join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a "
        "where c.relnamespace = 'public'::regnamespace and a.grantee = 'samling_app'::regrole and a.privilege_type = 'UPDATE' "
        "and t.attname like '%%\\_by\\_id' and not exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgname = 'own_hand' "
        "and g.tgenabled = 'O' and strpos(pg_get_triggerdef(g.oid), quote_literal(t.attname)) > 0)"
    ):
        if (table, column) not in TOLD:
            yield f"{table}.{column}: can be signed in another's name"


def roles() -> Iterator[str]:
    """Powers, memberships and ownership that a role must not have."""
    found = {
        name: flags
        for name, *flags in asked(
            "select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles "
            "where rolname like 'samling\\_%%'"
        )
    }
    for short in ROLES:
        if any(found.pop(f"samling_{short}", [True])):
            yield f"samling_{short}: missing, or with a power"
    yield from (f"{name}: unknown role" for name in found)
    if asked("select rolcanlogin from pg_roles where rolname = 'samling_guard'")[0][0]:
        yield "samling_guard may sign in"
    for member, group in asked(
        "select m.member::regrole::text, m.roleid::regrole::text from pg_auth_members m "
        "where m.member::regrole::text like 'samling\\_%%'"
    ):
        if (member, group) != ("samling_owner", "samling_guard"):
            yield f"{member} is a member of {group}"
    for name, owner in asked(
        "select relname, relowner::regrole::text from pg_class "
        "where relnamespace = 'public'::regnamespace and relowner <> 'samling_owner'::regrole"
    ):
        yield f"{name}: owned by {owner}"
    for name, right in asked(
        "select n.nspname, a.privilege_type from pg_namespace n, aclexplode(n.nspacl) a "
        "where n.nspname in ('public', 'guard') and (a.grantee = 0 or a.privilege_type = 'CREATE' "
        "and a.grantee <> n.nspowner)"
    ):
        yield f"schema {name}: {right} to others than its owner"


def not_as_designed() -> Iterator[str]:
    """All of it; what takes longest to ask comes last."""
    for part in (protected_tables, execute_lists, definers, grants, signatures, roles, as_rendered):
        yield from part()


__all__ = ["Protect", "asked", "not_as_designed"]
