import json
import stat
import threading

import psycopg
import pytest

from samling.server import supervisor
from samling.server.home import CLONE, home_of

# The supervisor's side of the agreement alone; what the real function seals is tested with the log.
SEAL = """
create table if not exists guard.made (number bigint generated always as identity);
create or replace function guard.seal() returns table (number bigint, looks int, head text)
  language plpgsql security definer as $$
begin
  insert into guard.made default values;
  return query select max(m.number), 3, 'abc' || max(m.number) from guard.made m;
end $$;
create or replace function guard.last_seal() returns table (number bigint, looks int, head text)
  language sql security definer as
  $$ select max(m.number), 3, 'abc' || max(m.number) from guard.made m having count(*) > 0 $$;
grant execute on function guard.seal(), guard.last_seal() to samling_worker;
"""


@pytest.fixture
def sealing(cluster, monkeypatch):
    with psycopg.connect(**cluster.dsn("owner"), autocommit=True) as owner:
        owner.execute("set role samling_guard")
        owner.execute(SEAL)
    monkeypatch.setattr(supervisor.addresses, "dsn", lambda role, environ: cluster.dsn(role))
    monkeypatch.setattr(supervisor, "EVERY", 0.01)
    return cluster


def watched(environ, until):
    """Let the supervisor run until a condition holds, at most ten seconds."""
    stopped = threading.Event()
    thread = threading.Thread(target=supervisor.watch, args=(environ, stopped))
    thread.start()
    waited = threading.Event()
    for _ in range(1000):
        if until():
            break
        waited.wait(0.01)
    stopped.set()
    thread.join()


def lines(path):
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def test_each_head_is_kept_once_in_order_in_a_file_for_its_owner(sealing, tmp_path):
    heads = tmp_path / "heads" / "heads.log"
    watched({"SAMLING_HEADS": str(heads)}, lambda: len(lines(heads)) >= 3)
    numbers = [line["number"] for line in lines(heads)]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    assert lines(heads)[0] == {"number": numbers[0], "looks": 3, "head": f"abc{numbers[0]}"}
    assert stat.S_IMODE(heads.stat().st_mode) == 0o600


def test_no_head_is_lost_while_the_second_place_is_away(sealing, tmp_path):
    heads = tmp_path / "away" / "heads.log"
    (tmp_path / "away").write_text("not a folder")
    failures = []

    def come_back():
        failures.append(1)
        if len(failures) == 20 and (tmp_path / "away").is_file():
            (tmp_path / "away").unlink()
        return heads.parent.is_dir() and len(lines(heads)) >= 3

    watched({"SAMLING_HEADS": str(heads)}, come_back)
    numbers = [line["number"] for line in lines(heads)]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def test_a_head_that_was_sealed_and_not_kept_is_kept_at_the_next_start(sealing, tmp_path):
    heads = tmp_path / "heads.log"
    for _time in range(2):
        with psycopg.connect(**sealing.dsn("worker"), autocommit=True) as killed:
            number = killed.execute("select number from guard.seal()").fetchone()[0]
        watched({"SAMLING_HEADS": str(heads)}, lambda found=number: any(line["number"] > found for line in lines(heads)))
    numbers = [line["number"] for line in lines(heads)]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers))) and number in numbers


def test_a_database_that_comes_back_is_sealed_again(sealing, tmp_path):
    heads = tmp_path / "heads.log"

    def drop_once():
        with sealing.superuser() as admin:
            admin.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'samling_worker'"
            )
        return len(lines(heads)) >= 2

    watched({"SAMLING_HEADS": str(heads)}, drop_once)
    assert len(lines(heads)) >= 2


def test_the_worker_may_call_the_named_function_and_nothing_else(sealing):
    with psycopg.connect(**sealing.dsn("worker"), autocommit=True) as worker:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            worker.execute("select * from guard.made")
        assert supervisor.seal(worker)[0]["head"].startswith("abc")


def test_nothing_new_gives_no_line(tmp_path):
    assert supervisor.heads_file({}) == home_of(CLONE, "run") / "heads" / "heads.log"
    assert supervisor.heads_file({"SAMLING_HEADS": str(tmp_path)}) == tmp_path
