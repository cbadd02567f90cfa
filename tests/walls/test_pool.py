"""Two persons over a few connections: no order of errors, rollbacks, drops and timeouts mixes them (C9, D3)."""

import random
from collections.abc import Iterator
from contextlib import suppress

import psycopg
import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError, InterfaceError, OperationalError

from samling.people.models import Child
from tests.cloning import Template

from .sizes import INTERLEAVINGS
from .wires import begin, database, end_backend, subjects, wire

STEPS = ("read", "read", "read", "error", "savepoint", "timeout", "drop", "rollback", "commit")


class Pool:
    """Connections handed from one request to the next, as they were left."""

    def __init__(self, size: int):
        self.free: list[psycopg.Connection] = [self._connect() for _ in range(size)]

    def _connect(self) -> psycopg.Connection:
        return psycopg.connect(**Template.ready().cluster.dsn("app", database()))

    def take(self) -> psycopg.Connection:
        """A free connection; a dropped one is replaced."""
        found = self.free.pop()
        return self._connect() if found.closed or found.broken else found

    def give_back(self, used: psycopg.Connection) -> None:
        """Back as the pages leave it: rolled back, or broken."""
        with suppress(psycopg.Error):
            used.rollback()
        self.free.append(used)


def request(pool: Pool, token: str, sees: set, dice: random.Random) -> Iterator[None]:
    """One request, paused after each step so that others come between; asserts what it sees."""
    app = pool.take()
    try:
        begin(app, token)
        for _ in range(dice.randint(1, 4)):
            yield
            step = dice.choice(STEPS)
            if step in ("rollback", "commit"):
                getattr(app, step)()
                assert subjects(app) == set(), "somebody acts after the transaction"
                return
            if step == "drop":
                end_backend(app.info.backend_pid)
            elif step == "error":
                app.execute("select 1 / 0")
            elif step == "timeout":
                app.execute("set local statement_timeout = 1; select pg_sleep(0.05)")
            elif step == "savepoint":
                with suppress(psycopg.errors.DivisionByZero), app.transaction():
                    app.execute("select 1 / 0")
            assert subjects(app) == sees, f"another's rows after {step}"
    except psycopg.Error:
        with pytest.raises(psycopg.Error):  # the rest of the request fails too
            subjects(app)
    finally:
        pool.give_back(app)


@pytest.mark.parametrize("size", (1, 2, 4))
def test_no_interleaving_mixes_two_persons(cast, size):
    dice, pool = random.Random(size), Pool(size)
    people = []
    for name in ("petra", "maja"):
        with wire() as app:
            token = cast.token(name)
            begin(app, token)
            people.append((token, subjects(app)))
    assert people[0][1] and people[1][1] and not people[0][1] & people[1][1]
    running: list[Iterator[None]] = []
    for _ in range(INTERLEAVINGS // 3):
        if pool.free:
            running.append(request(pool, *dice.choice(people), dice))
            next(running[-1])  # takes its connection
        one = dice.choice(running)
        if next(one, "over") == "over":
            running.remove(one)
    for one in running:
        one.close()
    for left in pool.free:
        left.close()


def test_the_pool_would_notice_a_setting_of_the_session(cast):
    """The same game with an identity that outlives its transaction is lost: the harness can see it."""
    with wire("postgres") as admin:
        admin.execute("set role samling_guard")
        text = admin.execute("select pg_get_functiondef('guard.mac(text)'::regprocedure)").fetchone()[0]
        admin.execute(
            text.replace("pg_backend_pid()", "0").replace("transaction_timestamp()", "'epoch'::timestamptz").encode()
        )
        text = admin.execute("select pg_get_functiondef('guard.begin(text)'::regprocedure)").fetchone()[0]
        admin.execute(text.replace("guard.mac(signed), true)", "guard.mac(signed), false)").encode())
        admin.commit()
    with pytest.raises(AssertionError):
        test_no_interleaving_mixes_two_persons(cast, 1)


def test_a_dropped_connection_ends_the_request_and_not_the_next(cast):
    with pytest.raises((OperationalError, InterfaceError, DatabaseError)), cast.acting("petra"):
        assert Child.objects.filter(pk=cast.adam).exists()
        with connection.cursor() as cursor:
            cursor.execute("select pg_backend_pid()")
            end_backend(cursor.fetchone()[0])
        for _ in range(3):
            with pytest.raises((OperationalError, InterfaceError, transaction.TransactionManagementError)):
                Child.objects.count()
        Child.objects.count()
    connection.close()
    with cast.acting("maja"):
        assert set(Child.objects.values_list("pk", flat=True)) == {cast.elsa}
