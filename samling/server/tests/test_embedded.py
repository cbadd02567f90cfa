import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest

from samling.server import home
from samling.server.embedded import Cluster
from samling.server.trouble import Trouble


def row(cluster, query, role="owner"):
    with psycopg.connect(**cluster.dsn(role)) as connection:
        return connection.execute(query).fetchone()


def pid_of(cluster):
    return int((cluster.data / "postmaster.pid").read_text().split("\n")[0])


def kill(cluster, *more):
    """kill -9, and wait until the process is no more."""
    pid = pid_of(cluster)
    for number in (pid, *more):
        with suppress(ProcessLookupError):  # a child goes by itself when its parent is gone
            os.kill(number, signal.SIGKILL)
    while cluster.alive():
        time.sleep(0.01)


def kill_all_of(cluster):
    """kill -9 of the server and every process of it at once, as in a power cut."""
    children = Path(f"/proc/{pid_of(cluster)}/task/{pid_of(cluster)}/children").read_text().split()
    kill(cluster, *map(int, children))


def test_two_clusters_stand_side_by_side_in_paths_with_spaces(cluster, ground):
    # Two processes start the second at the same moment: one makes it, the other waits.
    place = ground / "ett annat hus"
    code = """if True:
        import sys, pathlib
        from samling.server.embedded import Cluster
        print(Cluster(place=pathlib.Path(sys.argv[1]), purpose="test").start().running())
    """
    both = [subprocess.Popen([sys.executable, "-c", code, place], stdout=subprocess.PIPE) for _ in range(2)]
    assert [process.communicate()[0] for process in both] == [b"True\n", b"True\n"]
    other = Cluster(place=place, purpose="test")
    try:
        with cluster.superuser() as ours, other.superuser() as theirs:
            query = "select system_identifier from pg_control_system()"
            assert ours.execute(query).fetchone() != theirs.execute(query).fetchone()
    finally:
        other.stop()
        shutil.rmtree(other.socket)
    assert cluster.running() and not other.running()


def test_what_was_committed_survives_kill_nine_and_a_new_start(cluster):
    with psycopg.connect(**cluster.dsn("owner")) as connection:
        connection.execute("create table kept (word text)")
        connection.execute("insert into kept values ('kvar')")
    kill_all_of(cluster)
    assert Cluster(place=cluster.home).start().running()
    assert row(cluster, "select word from kept") == ("kvar",)


def test_the_server_alone_may_be_killed_while_a_session_is_open(cluster):
    open_session = psycopg.connect(**cluster.dsn("app"))
    kill(cluster)
    cluster.start()
    assert row(cluster, "select 1") == (1,)
    open_session.close()


def test_one_whose_socket_was_cleaned_away_is_started_anew(cluster):
    cluster.start()
    with cluster.superuser() as admin:
        admin.execute("create table kept as select 1 as number")
    for file in cluster.socket.iterdir():
        file.unlink()
    assert not cluster.running()
    cluster.start()
    with cluster.superuser() as admin:
        assert admin.execute("select number from kept").fetchone() == (1,)


def test_a_pid_left_by_a_crash_may_belong_to_a_stranger_who_is_left_alone(cluster):
    kill_all_of(cluster)
    left = cluster.data / "postmaster.pid"
    stranger = subprocess.Popen(["sleep", "60"])
    try:
        left.write_text(left.read_text().replace(str(pid_of(cluster)), str(stranger.pid), 1))
        cluster.stop()
        assert stranger.poll() is None
        assert cluster.start().running()
    finally:
        stranger.kill()
        stranger.wait()


def test_one_may_stop_what_another_in_the_same_program_started(ground, cluster):
    cluster.stop()
    Cluster(place=cluster.home).start()
    began = time.monotonic()
    cluster.stop()
    assert time.monotonic() - began < 20
    assert not cluster.alive()
    cluster.start()


def test_one_who_leaves_stops_nothing_that_another_still_uses(cluster):
    other = Cluster(place=cluster.home).start()
    other.leave()
    assert cluster.running()


def test_secrets_and_sockets_are_for_their_owner_alone(cluster):
    files = list(cluster.secrets.iterdir())
    assert {file.name for file in files} == {
        "postgres", "owner", "app", "audit", "login", "worker", "stats", "backup",
    }  # fmt: skip
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    for folder in (cluster.secrets, cluster.socket, cluster.data):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_nobody_enters_without_the_password_nor_over_the_network(cluster):
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(**cluster.dsn("app") | {"password": "gissning"})
    assert row(cluster, "show listen_addresses") == ("",)
    with cluster.superuser() as admin:
        ways = admin.execute("select distinct auth_method from pg_hba_file_rules").fetchall()
    assert ways == [("scram-sha-256",)]


def test_the_server_does_not_run_as_root(cluster):
    assert os.stat(f"/proc/{pid_of(cluster)}").st_uid != 0


def test_the_log_holds_neither_statement_nor_value(cluster):
    with psycopg.connect(**cluster.dsn("owner"), autocommit=True) as connection:
        connection.execute("create table once (word text unique)")
        connection.execute("insert into once values ('hemligt')")
        with pytest.raises(psycopg.errors.UniqueViolation):
            connection.execute("insert into once values (%s)", ["hemligt"])
    assert "once_word_key" in cluster.log.read_text()
    assert "hemligt" not in cluster.log.read_text()


def test_text_is_utf8_sorted_alike_everywhere_and_checked_on_disk(cluster):
    assert row(cluster, "select datlocprovider, datlocale from pg_database where datname = 'samling'") == (
        "b",
        "C.UTF-8",
    )
    assert row(cluster, "select upper('åäö'), current_setting('data_checksums')") == ("ÅÄÖ", "on")


def test_one_half_made_is_made_anew_and_a_start_that_fails_says_why(ground):
    half = Cluster(place=ground / "halvt", purpose="test")
    (half.home / "data-making").mkdir(parents=True)
    (half.home / "data-making" / "PG_VERSION").write_text("18")
    assert half.start().running()
    half.stop()
    (half.data / "postgresql.conf").write_text("no_such_setting = 1\n")
    with pytest.raises(Trouble, match=r"did not start[\s\S]*no_such_setting"):
        half.start()
    shutil.rmtree(half.socket)


def test_clones_have_homes_of_their_own_outside_them(tmp_path, monkeypatch):
    monkeypatch.delenv("SAMLING_HOME", raising=False)
    one, two = home.home_of(tmp_path / "a", "run"), home.home_of(tmp_path / "b", "run")
    assert one != two
    assert tmp_path not in one.parents
    assert home.home_of(tmp_path / "a", "test") == one.with_name(f"{one.name}-test")


def test_the_socket_path_stays_short_however_long_the_home(tmp_path):
    long = tmp_path / ("mycket lång " * 15)
    assert len(os.fsencode(home.socket_folder(long) / ".s.PGSQL.5432")) < 107


def test_a_home_that_the_server_cannot_reach_is_refused_with_a_way_out(tmp_path):
    tmp_path.chmod(0o700)
    stranger = home.Account("samling", os.geteuid() + 12345, os.getegid())
    with pytest.raises(Trouble, match="Set SAMLING_HOME"):
        home.insist_reachable(tmp_path / "hem", stranger)


def test_a_folder_planted_by_another_is_not_used(tmp_path):
    planted = tmp_path / "planted"
    planted.symlink_to(tmp_path)
    with pytest.raises(Trouble, match="belongs to somebody else"):
        home.own_folder(planted, home.Account("", os.geteuid(), os.getegid()))
