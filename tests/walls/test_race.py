"""A right that is taken back is gone at the next statement, also under load (trust.md C10)."""

import threading
import time

import psycopg
import pytest

from .sizes import RACES
from .wires import begin, plant, wire

WALL = 64 + 3
ASSIGNMENT = (
    "select id from access_assignment where subject_id = %s and capacity_id = %s and "
    "(until_at is null or until_at > guard.now())"
)
REOPEN = "update access_assignment set until_at = null, ended_by_id = null where subject_id = %s and capacity_id = %s"


class Poller(threading.Thread):
    """Reads as fast as it can; notes when each question was put and whether it was answered with rows."""

    def __init__(self, token: str, *, one_transaction: bool):
        super().__init__()
        self.token, self.one_transaction = token, one_transaction
        self.seen: list[tuple[float, int]] = []
        self.stopped = threading.Event()

    def run(self) -> None:
        """Until stopped."""
        with wire() as app:
            begin(app, self.token)
            while not self.stopped.is_set():
                if not self.one_transaction:
                    app.rollback()
                    begin(app, self.token)
                put = time.monotonic()
                rows = app.execute("select count(*) from journey_entry").fetchone()[0]
                self.seen.append((put, rows))


@pytest.mark.parametrize("one_transaction", (True, False), ids=("an open transaction", "request by request"))
def test_no_answer_after_the_assignment_has_ended(cast, one_transaction):
    plant(cast.adam, WALL, cast.petra, "n")
    token, stale, before = cast.token("petra"), 0, 0
    for _ in range(RACES // 2):
        poller = Poller(token, one_transaction=one_transaction)
        poller.start()
        while not any(rows for _put, rows in poller.seen[-1:]):
            time.sleep(0.001)
        with wire() as hand:
            begin(hand, token)
            which = hand.execute(ASSIGNMENT, [cast.adam, cast.petra]).fetchone()[0]
            hand.execute("select guard.end_assignment(%s)", [which])
            hand.commit()
        committed = time.monotonic()
        time.sleep(0.02)
        poller.stopped.set()
        poller.join()
        stale += sum(1 for put, rows in poller.seen if put > committed and rows)
        before += sum(1 for put, rows in poller.seen if put < committed and rows)
        with wire("postgres") as admin:
            admin.execute(REOPEN, [cast.adam, cast.petra])
            admin.commit()
    assert before >= RACES // 2 and stale == 0


def test_a_disabled_account_is_nobody_at_the_next_request(cast):
    token = cast.token("petra")
    with wire() as app, wire("login") as login:
        assert begin(app, token)
        app.rollback()
        login.execute(
            "update people_account set is_active = false, disabled_at = now() where person_id = %s",
            [cast.world.person["petra"]],
        )
        login.commit()
        assert begin(app, token) is None


def later(token: str, query: str, *values) -> tuple[threading.Thread, list]:
    """Ask this on a connection of its own, and wait until it waits for a lock."""
    came: list = []

    def ask() -> None:
        with wire() as app:
            begin(app, token)
            try:
                came.append(app.execute(query, values).fetchone()[0])
                app.commit()
            except psycopg.Error as error:
                came.append(error.diag.message_primary)

    thread = threading.Thread(target=ask)
    with wire("postgres") as admin:
        thread.start()
        for _ in range(500):
            waits = "select exists (select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database())"
            if came or admin.execute(waits).fetchone()[0]:
                break
            admin.rollback()
            time.sleep(0.01)
    assert not came, "nothing held it up"
    return thread, came


def test_what_two_end_at_once_passes_on_once(cast):
    with wire() as first:
        begin(first, cast.token("gunilla"))
        first.execute("select guard.end_capacity(%s, guard.now() + interval '1 day')", [cast.petra])
        second, came = later(cast.token("olof"), "select guard.end_capacity(%s)", cast.petra)
        first.execute("select guard.end_capacity(%s)", [cast.petra])  # at a later moment than the one that waits
        first.commit()
    second.join()
    with wire("postgres") as admin:
        assert admin.execute(
            "select count(*) from people_succession where capacity_id = %s", [cast.petra]
        ).fetchone() == (1,), came


def test_two_emergency_openings_at_once_are_counted_one_by_one(cast):
    token = cast.token("amir")
    opening = "select guard.break_glass(%s, %s, '', 'He bleeds and nobody answers')"
    with wire() as first:
        begin(first, token)
        for pupil in ("adam", "elsa", "ines"):
            first.execute(opening, [token, cast.world.pupil[pupil]])
        second, came = later(token, opening, token, cast.world.pupil["noor"])
        first.commit()
    second.join()
    assert came == ["Three emergency openings in a day are the most. Ring the head of the unit."]
