"""One clone lent to test after test: what a test wrote is put back, which is ten times faster than a new clone.

A clone is a thousand files, and making them takes longer than most tests. The rows of the tables that a test
touched are written again as they were in the template; a test that changed more than rows (a policy, a grant,
a function) or killed the server gets its clone thrown away, so that nobody has to say which tests do.
"""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

import psycopg

from samling.server.embedded import Cluster

from . import keeping

LENT_AT_MOST = 100  # times; the dead rows of all these tests lie in its tables
GONE_WITHIN = 10.0  # seconds for the sessions of a test to end
# Any row of these made or taken away since the clone was new means that more than rows was changed.
CATALOGS = ("pg_class", "pg_proc", "pg_policy", "pg_trigger", "pg_constraint", "pg_attribute", "pg_attrdef",
            "pg_namespace", "pg_type", "pg_index", "pg_rewrite", "pg_event_trigger", "pg_extension", "pg_default_acl",
            "pg_largeobject_metadata")  # fmt: skip
SHAPE = " union all ".join(
    f"select '{one}', count(*), count(*) filter (where age(xmin) < age(%(since)s::text::xid)) from {one}"
    for one in CATALOGS
) + " union all select 'settings', count(*), 0 from pg_db_role_setting"  # fmt: skip
TOUCHES = ("select relid::regclass::text, n_tup_ins + n_tup_upd + n_tup_del from pg_stat_user_tables "
           "where relid in (select oid from pg_class where relkind = 'r')")  # fmt: skip
COLUMNS = ("select attrelid::regclass::text, string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute "
           "join pg_class c on c.oid = attrelid where c.relkind = 'r' and attnum > 0 and not attisdropped "
           "and attgenerated = '' and c.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) "
           "group by 1")  # fmt: skip
SEQUENCES = ("select format('%I.%I', schemaname, sequencename), coalesce(last_value, start_value), last_value is not null "
             "from pg_sequences")  # fmt: skip
SESSIONS = ("select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() "
            "and pid <> all(%s)")  # fmt: skip
END_THEM = SESSIONS.replace("count(*)", "pg_terminate_backend(pid)")


class Changed(Exception):
    """The clone cannot be put back as it was."""


@dataclass
class Lent:
    """A clone and what it held when it was new. Names and rows are as PostgreSQL writes them."""

    cluster: Cluster
    name: str
    admin: psycopg.Connection | None = None
    times: int = 0
    since: str = ""
    shape: list[tuple] = field(default_factory=list)
    touches: dict[str, int] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)
    sequences: dict[str, tuple] = field(default_factory=dict)
    rows: dict[str, bytes] = field(default_factory=dict)

    def remember(self) -> "Lent":
        """Keep what a new clone holds, and a superuser's connection to it."""
        admin = self.admin = psycopg.connect(**self.cluster.dsn("postgres", self.name), autocommit=True)
        self.since = str(admin.execute("select pg_current_xact_id()::xid").fetchone()[0])
        self.shape = self._shape()
        self.sequences = {name: (at, called) for name, at, called in admin.execute(SEQUENCES)}
        self.columns = dict(admin.execute(COLUMNS).fetchall())
        for table, columns in self.columns.items():
            with admin.cursor().copy(f"copy {table} ({columns}) to stdout") as copy:
                self.rows[table] = b"".join(copy)
        self.touches = dict(admin.execute(TOUCHES).fetchall())
        return self

    def put_back(self) -> None:
        """Make it as it was. Raises Changed where that takes a new clone, psycopg.Error when the server is away."""
        self._see_sessions_end(keeping.as_new(self.name))
        if self._shape() != self.shape:
            raise Changed("more than rows")
        touches = dict(self.admin.execute(TOUCHES).fetchall())
        if any(touches.get(table, 0) < known for table, known in self.touches.items()):
            raise Changed("the server forgot what was touched")
        with self.admin.transaction():
            self.admin.execute("set local session_replication_role = replica")  # no trigger, no reference is asked
            for table in (name for name, seen in touches.items() if seen != self.touches[name]):
                self.admin.execute(f"delete from {table}")
                self._write(table)
            for name, at, called in self.admin.execute(SEQUENCES).fetchall():
                if (at, called) != self.sequences[name]:
                    self.admin.execute("select setval(%s, %s, %s)", [name, *self.sequences[name]])
        self.admin.execute("select pg_stat_force_next_flush()")
        self.touches = touches | dict(self.admin.execute(TOUCHES).fetchall())

    def leave(self) -> None:
        """It is not used any more."""
        if self.admin:
            self.admin.close()

    def _write(self, table: str) -> None:
        if self.rows[table]:
            with self.admin.cursor().copy(f"copy {table} ({self.columns[table]}) from stdin") as copy:
                copy.write(self.rows[table])

    def _shape(self) -> list[tuple]:
        return self.admin.execute(SHAPE, {"since": self.since}).fetchall()

    def _see_sessions_end(self, kept: list[int]) -> None:
        end = time.monotonic() + GONE_WITHIN
        if self.admin.execute(SESSIONS, [kept]).fetchone()[0]:
            self.admin.execute(END_THEM, [kept])
        while self.admin.execute(SESSIONS, [kept]).fetchone()[0]:
            if time.monotonic() > end:
                raise Changed("a session would not end")
            time.sleep(0.002)


class Lender:
    """Lends this process's clone of one kind; `make` and `drop` are given the name of a database."""

    def __init__(
        self, cluster: Cluster, make: Callable[[str], None], drop: Callable[[str], None], kind: str = "lent"
    ) -> None:
        self.cluster, self.make, self.drop = cluster, make, drop
        self.name = f"{kind}_{os.environ.get('PYTEST_XDIST_WORKER', 'gw')}_{os.getpid()}"
        self.lent: Lent | None = None

    def give(self) -> str:
        """The name of a clone that is as it was when new."""
        if self.lent is None:
            self.make(self.name)
            self.lent = Lent(self.cluster, self.name).remember()
        return self.name

    def take_back(self) -> None:
        """Put back what was written; where that cannot be done the next loan is a new clone."""
        self.lent.times += 1
        try:
            if self.lent.times >= LENT_AT_MOST:
                raise Changed("worn")
            self.lent.put_back()
        except (Changed, psycopg.Error):
            self.throw_away()

    def throw_away(self) -> None:
        """Nobody borrows it any more."""
        if self.lent:
            self.lent.leave()
        self.lent = None
        with suppress(psycopg.Error):
            self.drop(self.name)
