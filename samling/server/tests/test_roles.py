import shutil
import stat
import subprocess

import psycopg
import pytest
from psycopg import errors

from samling.server import administration, roles
from samling.server.embedded import Cluster
from samling.server.preparation import prepared
from samling.server.trouble import Trouble

REFUSED_TO_THE_PAGES = [
    "create table public.mine (i int)",
    "create temp table mine (i int)",
    "create schema mine",
    "create function public.mine() returns int language sql return 1",
    "create extension dblink",
    "set role samling_guard",
    "set role samling_owner",
    "alter role samling_app superuser",
    "copy (select 1) to program 'true'",
    "select pg_read_file('/etc/passwd')",
    "select rolpassword from pg_authid",
    "set session_replication_role = replica",
]


def ask(cluster, role, query):
    with psycopg.connect(**cluster.dsn(role), autocommit=True) as connection:
        return connection.execute(query).fetchall()


def catalog(cluster):
    """All that creating the roles leaves behind, passwords aside."""
    with cluster.superuser("samling") as admin:
        return [
            admin.execute(query).fetchall()
            for query in (
                "select rolname, rolcanlogin, rolinherit, rolconfig from pg_roles order by 1",
                "select roleid::regrole::text, member::regrole::text, admin_option, inherit_option,"
                " set_option from pg_auth_members order by 1, 2",
                "select datname, datdba::regrole::text, datacl::text from pg_database order by 1",
                "select nspname, nspowner::regrole::text, nspacl::text from pg_namespace order by 1",
                "select defaclrole::regrole::text, defaclobjtype, defaclacl::text"
                " from pg_default_acl order by 1, 2",
            )
        ]


def test_creating_the_roles_again_changes_nothing(cluster):
    before, password = catalog(cluster), cluster.dsn("app")["password"]
    prepared(cluster)
    assert catalog(cluster) == before
    assert cluster.dsn("app")["password"] == password


def test_no_role_has_a_power_that_goes_around_the_walls(cluster):
    with cluster.superuser() as admin:
        assert roles.dangerous(admin) == []
        ours = admin.execute(
            "select rolname, rolcanlogin from pg_roles where rolname like 'samling%'"
        ).fetchall()
    assert {name for name, signs_in in ours if signs_in} == {f"samling_{word}" for word in roles.SIGNING_IN}
    assert {name for name, signs_in in ours if not signs_in} == {roles.GUARD}


def test_a_role_that_has_got_such_a_power_stops_the_preparation(cluster):
    with cluster.superuser() as admin:
        admin.execute("alter role samling_stats bypassrls")
        try:
            with pytest.raises(Trouble, match="samling_stats has the power BYPASSRLS"):
                prepared(cluster)
        finally:
            admin.execute("alter role samling_stats nobypassrls")


@pytest.mark.parametrize("query", REFUSED_TO_THE_PAGES)
def test_the_pages_role_is_refused(cluster, query):
    with pytest.raises((errors.InsufficientPrivilege, errors.UndefinedTable)):
        ask(cluster, "app", query)


@pytest.mark.parametrize(
    ("role", "limits"),
    [("app", ["5s", "15s", "2s"]), ("login", ["5s", "15s", "2s"]), ("audit", ["5s", "15s", "2s"])],
)
def test_a_page_that_hangs_is_cut_off(cluster, role, limits):
    names = ("statement_timeout", "idle_in_transaction_session_timeout", "lock_timeout")
    assert [ask(cluster, role, f"show {name}")[0][0] for name in names] == limits


def test_what_the_guard_makes_is_open_to_nobody_until_granted(cluster):
    with psycopg.connect(**cluster.dsn("owner"), autocommit=True) as owner:
        owner.execute("set role samling_guard")
        owner.execute("create or replace function guard.signed() returns text language sql as"
                      " $$ select encode(public.hmac('a', 'b', 'sha256'), 'hex') $$")  # fmt: skip
    with pytest.raises(errors.InsufficientPrivilege):
        ask(cluster, "app", "select guard.signed()")
    with psycopg.connect(**cluster.dsn("owner"), autocommit=True) as owner:
        owner.execute("set role samling_guard")
        owner.execute("grant execute on function guard.signed() to samling_app")
    assert len(ask(cluster, "app", "select guard.signed()")[0][0]) == 64


def test_backup_reads_what_the_owner_makes_and_may_write_nothing(cluster):
    ask_owner = ("create table if not exists public.read_me (i int); select 1", "select 1")
    with psycopg.connect(**cluster.dsn("owner"), autocommit=True) as owner:
        owner.execute(ask_owner[0])
    assert ask(cluster, "backup", "select * from public.read_me") == []
    with pytest.raises((errors.InsufficientPrivilege, errors.ReadOnlySqlTransaction)):
        ask(cluster, "backup", "insert into public.read_me values (1)")


def test_a_dump_by_backup_is_restored_by_the_owner_walls_and_all(cluster, tmp_path):
    with psycopg.connect(**cluster.dsn("owner"), autocommit=True) as owner:
        owner.execute(
            "create table if not exists public.walled (word text); truncate public.walled;"
            "insert into public.walled values ('kvar');"
            "alter table public.walled enable row level security, force row level security;"
            "drop policy if exists backup on public.walled;"
            "create policy backup on public.walled for select to samling_backup using (true)"
        )
    with cluster.superuser() as admin:
        roles.create_database(admin, "restored")
    dump = tmp_path / "dump"
    tool(
        cluster, "backup", "pg_dump", "--enable-row-security", "--format=custom", f"--file={dump}", "samling"
    )
    tool(cluster, "owner", "pg_restore", "--exit-on-error", "--dbname=restored", str(dump))
    with psycopg.connect(**cluster.dsn("owner", "restored"), autocommit=True) as owner:
        roles.furnish(owner)
        assert owner.execute("select * from public.walled").fetchall() == []
    with psycopg.connect(**cluster.dsn("backup", "restored")) as backup:
        assert backup.execute("select * from public.walled").fetchall() == [("kvar",)]


def tool(cluster, role, program, *words):
    dsn = cluster.dsn(role)
    environ = {"PGHOST": dsn["host"], "PGUSER": dsn["user"], "PGPASSWORD": dsn["password"]}
    done = subprocess.run([cluster.programs / program, *words], env=environ, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_server_where_the_administrator_is_no_superuser(ground, capsys):
    managed = Cluster(place=ground / "förvaltad", purpose="test").start()
    secrets = ground / "lösenord"
    try:
        with managed.superuser() as admin:
            admin.execute("create role chief login createrole createdb password 'c'")
        dsn = psycopg.conninfo.make_conninfo(
            **managed.dsn("postgres", "postgres") | dict(user="chief", password="c")
        )
        for _ in range(2):
            words = ["--passwords", str(secrets), "--database", "skola"]
            assert administration.create_roles(words, {"SAMLING_ADMIN_DSN": dsn}) == 0
        assert "samling migrate" in capsys.readouterr().out
        assert {stat.S_IMODE(file.stat().st_mode) for file in secrets.iterdir()} == {0o600}
        owner = managed.dsn("postgres", "skola") | dict(user="samling_owner")
        with psycopg.connect(**owner | dict(password=(secrets / "owner").read_text().strip())) as connection:
            assert connection.execute("select public.hmac('a', 'b', 'sha256') is null").fetchone() == (False,)
        with psycopg.connect(dsn) as chief, pytest.raises(errors.InsufficientPrivilege):
            chief.execute("set role samling_owner")
    finally:
        managed.stop()
        shutil.rmtree(managed.socket)


def test_the_server_that_refuses_is_quoted(cluster, tmp_path):
    dsn = psycopg.conninfo.make_conninfo(**cluster.dsn("app", "postgres"))
    with pytest.raises(Trouble, match=r"^The server refused: "):
        administration.apply(dsn, tmp_path / "p", "x")


def test_the_sql_can_be_printed_for_an_administrator_of_few_words(capsys):
    assert administration.create_roles(["--print"], {}) == 0
    said = capsys.readouterr().out
    assert roles.ROLES.read_text() in said and roles.DATABASE.read_text() in said


def test_without_a_server_named_the_command_says_what_to_set():
    with pytest.raises(Trouble, match="SAMLING_ADMIN_DSN is not set"):
        administration.create_roles([], {})
