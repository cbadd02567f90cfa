"""kill -9 loses nothing that was acknowledged; two tabs and two people overwrite nothing (D1, D2, D6, D7)."""

import os
import random
import shutil
import signal
import tempfile
import threading
import time
from pathlib import Path
from uuid import UUID, uuid4

import psycopg
import pytest

from samling.journey.models import Entry
from samling.server.embedded import Cluster

from .sizes import KILLS, NIGHT, PAIRS
from .wires import begin, plant, wire

WRITERS = 3
WALL = 64 + 3


@pytest.fixture
def durable():
    """A cluster with the settings of the real thing, for killing."""
    place = Path(tempfile.mkdtemp(prefix="samling-durable-"))
    os.chmod(place, 0o755)
    cluster = Cluster(purpose="durable", place=place)
    cluster.start()
    try:
        with cluster.superuser() as admin:
            admin.execute("create table note (id uuid primary key)")
            admin.execute("create table seen (id uuid primary key)")
        yield cluster
    finally:
        cluster.stop()
        shutil.rmtree(place, ignore_errors=True)


def kill(cluster: Cluster) -> None:
    """All of its processes at once, as when the power goes."""
    first = int((cluster.data / "postmaster.pid").read_text().splitlines()[0])
    os.kill(first, signal.SIGSTOP)  # so that no other is born while they are counted
    children = [int(p.name) for p in Path("/proc").iterdir() if p.name.isdigit() and _parent(p) == first]
    for pid in (*children, first):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
    while any(_lives(pid) for pid in (first, *children)):  # one that is still dying would be taken for a server that runs
        time.sleep(0.01)


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _parent(process: Path) -> int:
    try:
        return int((process / "stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, IndexError):
        return 0


def write(cluster: Cluster, ledger: list[UUID]) -> None:
    """Notes with their looks, one transaction each, until the plug is pulled; what was acknowledged is in the ledger."""
    try:
        with psycopg.connect(**cluster.dsn("postgres", "postgres")) as connection:
            while True:
                pk = uuid4()
                connection.execute("insert into note values (%s)", [pk])
                connection.execute("insert into seen values (%s)", [pk])
                connection.commit()
                ledger.append(pk)
    except psycopg.Error:
        return


def after_kills(cluster: Cluster, times: int, settings: str = "") -> tuple[int, int, int]:
    """(acknowledged, lost, half) after so many kills under load."""
    ledger: list[UUID] = []
    with cluster.superuser() as admin:
        for setting in filter(None, settings.split(";")):
            admin.execute(f"alter system set {setting}")
        admin.execute("select pg_reload_conf()")
    for turn in range(times):
        writers = [threading.Thread(target=write, args=[cluster, ledger]) for _ in range(WRITERS)]
        for one in writers:
            one.start()
        time.sleep(0.4 + random.Random(turn).random() / 2)
        kill(cluster)
        for one in writers:
            one.join()
        cluster.start()
    with cluster.superuser() as admin:
        notes = {row[0] for row in admin.execute("select id from note").fetchall()}
        seen = {row[0] for row in admin.execute("select id from seen").fetchall()}
    return len(ledger), len(set(ledger) - notes), len(notes ^ seen)


def test_a_killed_database_loses_nothing_acknowledged(durable):
    acknowledged, lost, half = after_kills(durable, KILLS)
    assert acknowledged > 20 * KILLS and lost == 0 and half == 0


@pytest.mark.skipif(not NIGHT, reason="at night: the harness must be able to see a loss")
def test_the_harness_sees_loss_when_durability_is_off(durable):
    _acknowledged, lost, _half = after_kills(durable, 25, "synchronous_commit=off;wal_writer_delay='10s'")
    assert lost > 0


# -- two at once ------------------------------------------------------------------------------------------------------
TOLD = {
    "kind": "talk",
    "title": "en gång",
    "text": "bara en gång",
    "for_guardians": "yes",
    "for_guardians_because": "",
    "for_child": False,
    "only_for": None,
}


def test_the_same_note_sent_twice_at_once_is_one_note(cast):
    token = cast.token("petra")
    sql = (
        "insert into journey_entry (id, subject_id, wall, written_by_id, written_at, for_guardians, "
        "for_guardians_because, for_child, kind, title) values (%s, %s, %s, %s, guard.now(), 'no', '', false, 'talk', 't')"
    )
    made = []

    def send(pk: UUID) -> None:
        with wire() as app:
            begin(app, token)
            try:
                app.execute(sql, [pk, cast.adam, WALL, cast.petra])
                app.commit()
                made.append(pk)
            except psycopg.errors.UniqueViolation:
                app.rollback()

    for _ in range(PAIRS):
        pk = uuid4()
        both = [threading.Thread(target=send, args=[pk]) for _ in range(2)]
        for one in both:
            one.start()
        for one in both:
            one.join()
    assert len(made) == len(set(made)) == PAIRS


def test_the_same_form_sent_twice_gives_the_same_answer(cast):
    from samling.records.clock import now

    pk = uuid4()
    for _ in range(2):
        with cast.acting("petra"):
            Entry.write(TOLD, subject=cast.adam, wall=WALL, by=cast.petra, at=now(), pk=pk)
    with cast.acting("petra"):
        assert Entry.objects.filter(title="en gång").count() == 1


def test_two_edits_at_once_come_one_after_the_other(cast):
    """The second waits for the row that the door has locked, and then reads what the first wrote."""
    pk, token, found = plant(cast.adam, WALL, cast.petra, "0"), cast.token("petra"), []

    def add_one() -> None:
        for _ in range(PAIRS // 4):
            with wire() as app:
                begin(app, token)
                before = int(
                    app.execute("select title from journey_entry where id = %s for update", [pk]).fetchone()[0]
                )
                app.execute("update journey_entry set title = %s where id = %s", [str(before + 1), pk])
                app.commit()
                found.append(before)

    both = [threading.Thread(target=add_one) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert sorted(found) == list(range(PAIRS // 4 * 2))
