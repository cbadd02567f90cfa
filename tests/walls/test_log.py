"""No body without a committed look; nothing taken from the log unnoticed (trust.md L1, L2, L3)."""

import json
import threading
import time

import psycopg
import pytest

from samling.access import looks
from samling.journey.models import EntryBody
from samling.server import supervisor

from .wires import begin, end_backend, plant, wire

WALL = 64 + 3
LOG = ("access_look", "access_seal", "access_securityevent")
ONE_LOOK = "select (guard.look(%s, array_fill(%s::uuid, array[cardinality(%s)]), %s, 'e'))[1]"
BODIES = "select text from journey_entrybody"
OFF = "set session_replication_role = replica"


@pytest.fixture
def note(cast):
    """Petra's note about Adam."""
    return plant(cast.adam, WALL, cast.petra, "det hon sade")


def bodies(app: psycopg.Connection) -> list:
    return app.execute(BODIES).fetchall()


def errands() -> list[str]:
    """What the log says, from the first."""
    with wire("postgres") as admin:
        return [row[0] for row in admin.execute("select errand from access_look order by position").fetchall()]


def look(cast, name: str, walls=(WALL,), subject=None, role: str = "audit"):
    with wire(role) as log:
        made = log.execute(ONE_LOOK, [cast.token(name), subject or cast.adam, list(walls), list(walls)])
        found = made.fetchone()[0]
        log.commit()
        return found


@pytest.fixture
def app(cast, note):
    """Petra, in a transaction; what her mentor's verbs looked at is long ago."""
    with wire("postgres") as admin:
        admin.execute(OFF)
        admin.execute("update access_look set at = at - interval '1 hour'")
        admin.commit()
    with wire() as connection:
        begin(connection, cast.token("petra"))
        yield connection


def test_no_body_without_a_look(cast, app):
    assert app.execute("select count(*) from journey_entry").fetchone()[0] == 1
    assert bodies(app) == []
    look(cast, "petra")
    assert bodies(app) == [("det hon sade",)]


def test_a_look_that_was_rolled_back_opens_nothing(cast, app):
    with wire("audit") as log:
        log.execute(ONE_LOOK, [cast.token("petra"), cast.adam, [WALL], [WALL]])
        assert bodies(app) == []
        log.rollback()
    assert bodies(app) == []


def test_a_look_lost_before_its_commit_opens_nothing(cast, app):
    with wire("audit") as log:
        log.execute(ONE_LOOK, [cast.token("petra"), cast.adam, [WALL], [WALL]])
        end_backend(log.info.backend_pid)
        with pytest.raises(psycopg.Error):
            log.commit()
    assert bodies(app) == []


def test_a_request_that_is_rolled_back_leaves_its_look(cast, note):
    with pytest.raises(ZeroDivisionError), cast.acting("petra"):
        looks.look(cast.adam, [WALL], "read and run")
        assert EntryBody.objects.get(pk=note).text
        raise ZeroDivisionError
    assert "read and run" in errands()


def test_anothers_look_opens_nothing(cast, app):
    assert look(cast, "gunilla")
    assert bodies(app) == []


def test_a_look_at_another_wall_or_child_opens_nothing(cast, app):
    look(cast, "petra", walls=[64 + 4])
    look(cast, "petra", subject=cast.noor)
    assert bodies(app) == []


def test_a_look_lasts_fifteen_minutes(cast, app):
    look(cast, "petra")
    for minutes, found in ((14, 1), (1, 0)):
        with wire("postgres") as admin:
            admin.execute(
                "update guard.installation set clock_offset = clock_offset + make_interval(mins => %s)", [minutes]
            )
            admin.commit()
        assert len(bodies(app)) == found


def test_a_list_opens_nothing(cast, app):
    with wire("audit") as log:
        log.execute("select guard.record(%s, 'list', 'e', %s)", [cast.token("petra"), [cast.adam]])
        log.commit()
    assert bodies(app) == []


def test_a_look_beyond_ones_access_is_refused_and_noted(cast, app):
    assert look(cast, "petra", subject=cast.elsa) is None
    with wire("postgres") as admin:
        kinds = admin.execute("select kind, record_id from access_securityevent").fetchall()
    assert ("refused", cast.elsa) in kinds


def test_the_pages_cannot_write_the_log(cast, app):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        app.execute(ONE_LOOK, [cast.token("petra"), cast.adam, [WALL], [WALL]])


def test_every_page_with_a_body_has_its_look(cast, visitor, note):
    """Count what was sent against what was logged."""
    for _ in range(3):
        before = len(errands())
        assert visitor.as_("petra").get(f"/children/{cast.adam}/").status_code == 200
        assert len(errands()) > before


@pytest.mark.parametrize("role", ("app", "audit", "login", "worker", "owner", "guard"))
@pytest.mark.parametrize("table", LOG)
def test_nobody_changes_the_log(cast, app, role, table):
    look(cast, "petra")
    with wire("owner" if role == "guard" else role) as hand:
        if role == "guard":
            hand.execute("set role samling_guard")
        column = {"access_seal": "looks", "access_look": "errand"}.get(table, "kind")
        for sql in (f"update {table} set {column} = {column}", f"delete from {table}", f"truncate {table}"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege), hand.transaction():
                hand.execute(sql)


# -- tampering, as the superuser with every trigger off ---------------------------------------------------------
TAMPERINGS = {
    "altered": "update access_look set errand = 'x' where position = (select min(position) + 2 from access_look)",
    "who it was": "update access_look set capacity_id = "
    "(select c.id from people_capacity c where c.id <> access_look.capacity_id limit 1) "
    "where position = (select max(position) - 2 from access_look)",
    "deleted": "delete from access_look where position = (select min(position) + 2 from access_look)",
    "the last one deleted": "delete from access_look where position = (select max(position) from access_look)",
    "inserted": "insert into access_look (id, at, kind, errand, person_id, capacity_id, subject_id, walls, ground_ids, "
    "shown, tx) select gen_random_uuid(), at, kind, errand, person_id, capacity_id, subject_id, walls, "
    "ground_ids, shown, tx from access_look order by position limit 1",
    "reordered": "update access_look l set at = o.at, errand = o.errand from access_look o where (l.position, o.position) "
    "in (select min(position), max(position) from access_look union "
    "select max(position), min(position) from access_look)",
    "a seal deleted": "delete from access_seal where number = 2",
    "a seal altered": "update access_seal set looks = looks + 1 where number = 2",
    "a head altered": "update access_seal set head = sha256(head) where number = 3",
    "all looks deleted": "delete from access_look",
}


def sealed(cast, times: int = 3) -> list[tuple]:
    """Looks in as many batches; their heads."""
    heads = []
    for _ in range(times):
        for name in ("petra", "gunilla"):
            look(cast, name)
        settled()
        with wire("worker") as worker:
            heads += worker.execute("select * from guard.seal()").fetchall()
            worker.commit()
    return heads


def settled() -> None:
    """Wait for every transaction elsewhere in the cluster that is older than the looks: a seal waits for them too."""
    young = "select count(*) from access_look where tx >= pg_snapshot_xmin(pg_current_snapshot())"
    with wire("postgres") as admin:
        admin.autocommit = True
        for _ in range(400):
            if admin.execute(young).fetchone()[0] == 0:
                return
            time.sleep(0.05)
    raise AssertionError("a transaction in this cluster never ends")


def broken() -> int | None:
    with wire("worker") as worker:
        return worker.execute("select guard.broken_seal()").fetchone()[0]


def tamper(sql: str) -> None:
    with wire("postgres") as admin:
        admin.execute(OFF)
        assert admin.execute(sql).rowcount
        admin.commit()


def test_an_untouched_log_is_whole(cast, app):
    heads = sealed(cast)
    assert [head[0] for head in heads] == [1, 2, 3] and broken() is None


@pytest.mark.parametrize("how", TAMPERINGS)
def test_tampering_is_found(cast, app, how):
    sealed(cast)
    tamper(TAMPERINGS[how])
    assert broken() is not None


def test_a_cut_tail_is_found_beside_the_second_place(cast, app, tmp_path, monkeypatch):
    """Looks and seals of the last batch cut off together: the chain is whole, the kept head is not in it."""
    place = tmp_path / "heads.log"
    for number, count, head in sealed(cast):
        supervisor.keep(place, {"number": number, "looks": count, "head": head})
    tamper("delete from access_look where position > (select upto_position from access_seal where number = 2)")
    tamper("delete from access_seal where number = 3")
    assert broken() is None
    assert missing_heads(place) == [3]


def missing_heads(place) -> list[int]:
    """The numbers of kept heads that the database no longer has in the same words."""
    kept = [json.loads(line) for line in place.read_text().splitlines()]
    with wire("postgres") as admin:
        there = dict(admin.execute("select number, encode(head, 'hex') from access_seal").fetchall())
    return [line["number"] for line in kept if there.get(line["number"]) != line["head"]]


def test_every_look_is_sealed_once_while_many_write(cast, app):
    tokens = [cast.token(name) for name in ("petra", "gunilla", "petra")]
    done = threading.Event()

    def write(token: str) -> None:
        with wire("audit") as log:
            for _ in range(40):
                log.execute(ONE_LOOK, [token, cast.adam, [WALL], [WALL]])
                log.commit()

    writers = [threading.Thread(target=write, args=[token]) for token in tokens]
    with wire("worker") as worker:
        worker.autocommit = True
        for one in writers:
            one.start()
        while not done.is_set():
            worker.execute("select guard.seal()")
            if not any(one.is_alive() for one in writers):
                done.set()
        settled()
        worker.execute("select guard.seal()")
    with wire("postgres") as admin:
        looked, counted, seals = admin.execute(
            "select (select count(*) from access_look), (select sum(looks) from access_seal), "
            "(select count(*) from access_seal)"
        ).fetchone()
    assert looked == counted and looked >= 120 and seals > 1
    assert broken() is None


def test_what_is_written_before_a_body_is_read_names_who_and_why(cast, visitor, note):
    visitor.as_("petra").get(f"/children/{cast.adam}/")
    with wire("postgres") as admin:
        rows = admin.execute(
            "select person_id, capacity_id, subject_id, walls, assignment_id, errand from access_look "
            "where kind = 'open' and subject_id = %s order by position desc limit 1",
            [cast.adam],
        ).fetchone()
    assert rows[0] == cast.world.person["petra"] and rows[1] == cast.petra and WALL in rows[3] and rows[4] and rows[5]
