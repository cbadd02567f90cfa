"""A stage for deeds: the cast on one connection, in one transaction that is undone after each deed.

A step is written "who: what". Who is one of the cast, `nobody`, a role of the database that is no person (`worker`, `login`,
`audit`), or `db` for what is arranged past every verb;
what is SQL in which `:adam` stands for an id of the world, `:vera_pupil`, `:gunilla_person` and `:lovsjo_org` for
others of theirs. A step's columns that are ids go by their names in the steps that follow.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

import psycopg
from psycopg.rows import TupleRow

from samling.people.sessions import key_digest, token_of
from tests.cast import Cast
from tests.walls.database import is_of_the_machine
from tests.walls.mutants import called_by, triggers
from tests.walls.wires import wire

NAME = re.compile(r"(?<![:\w]):([a-z]\w*)")
SQL = ("select", "insert", "update", "with", "delete", "set constraints", "create")
CALL = re.compile(r"guard\.(\w+)")
CALLS = "select funcname::text, calls from pg_stat_xact_user_functions where schemaname = 'guard'"
ROLES = ("worker", "login", "audit")
ACCOUNT = (
    "insert into people_account (id, email, password, person_id, is_active, created_at) select gen_random_uuid(),"
    " c.person_id || '@example.test', '!', c.person_id, true, now() from people_capacity c where c.id = %s"
    " and not exists (select from people_account a where a.person_id = c.person_id)"
)
SESSION = (
    "insert into people_session (key_hash, token_hash, number, account_id, person_id, capacity_id, kind, device, started_at,"
    " seen_at, strong_at, expire_date, session_data) select %s, %s, gen_random_uuid(), a.id, c.person_id, c.id, 'staff', '',"
    " guard.now(), guard.now(), guard.now(), guard.now() + interval '1 hour', '' from people_capacity c"
    " join people_account a on a.person_id = c.person_id where c.id = %s"
)


@dataclass(frozen=True)
class Deed:
    """Someone does something: refused with this sentence, or afterwards this can be read."""

    title: str
    act: str
    ends: str
    then: str = ""
    given: tuple[str, ...] = ()

    @property
    def functions(self) -> set[str]:
        """The guard functions that it names."""
        return set(CALL.findall(" ".join((self.act, self.then, *self.given))))


def refused(title: str, act: str, sentence: str, *given: str) -> Deed:
    """A deed that the guard says no to."""
    return Deed(title, act, f"refused: {sentence}", given=given)


def done(title: str, act: str, then: str, shows: str, *given: str) -> Deed:
    """A deed that is done, and what a query shows afterwards."""
    return Deed(title, act, shows, then, given)


def told(title: str, act: str, shows: str, *given: str) -> Deed:
    """A question, and its answer."""
    return Deed(title, act, shows, given=given)


class Stage:
    """One connection on which anyone of the cast can act, and the names of everything."""

    def __init__(self, cast: Cast, connection: psycopg.Connection[TupleRow]):
        self.connection = connection
        self.names = _names(cast)
        self.signed_in: set[UUID] = set()

    @contextmanager
    def undone(self) -> Iterator[None]:
        """Whatever happens inside is undone, and the names that were made are forgotten."""
        before, signed_in = dict(self.names), set(self.signed_in)
        try:
            with self.connection.transaction(force_rollback=True):
                yield
        finally:
            self.names, self.signed_in = before, signed_in

    def outcome(self, deed: Deed) -> str:
        """What becomes of a deed; a refusal of what comes before it is an outcome too."""
        with self.undone():
            try:
                for step in deed.given:
                    self.step(step)
                rows = self.step(deed.act)
                return self.shown(self.step(deed.then) if deed.then else rows)
            except psycopg.Error as error:
                if is_of_the_machine(error):
                    raise
                kind = "refused" if error.sqlstate == "42501" else f"error {error.sqlstate}"
                return f"{kind}: {error.diag.message_primary}"

    def called_in(self, deed: Deed) -> set[str]:
        """The guard functions that are called while it is done, by whomever; where it fails, also those that might be."""
        before = dict(self.connection.execute(CALLS).fetchall())
        with self.undone():
            self.connection.execute("set local track_functions = 'pl'")
            failed = self.outcome(deed).startswith(("refused", "error"))  # what was left by a fault is not counted
        called = {name for name, times in self.connection.execute(CALLS) if times != before.get(name)}
        return called | (called_by(deed.functions) | triggers() if failed else set())

    def step(self, step: str) -> list[tuple]:
        """Do one step, and keep the ids it gives by the names of their columns."""
        who, _, what = step.partition(": ")
        before = [] if who == "db" else self.acting_as(who)
        text = what if what.startswith(SQL) else f"select {what}"
        cursor = self.connection.execute(";".join([*before, NAME.sub(self._id, text), "reset role"]).encode())
        for _statement in before:
            cursor.nextset()
        rows = cursor.fetchall() if cursor.description else []
        for column, value in zip(cursor.description or (), rows[0] if rows else (), strict=False):
            if isinstance(value, UUID):
                self.names[column.name] = value
        return rows

    def acting_as(self, who: str) -> list[str]:
        """The statements after which it is the pages' role, signed for this person, or another role."""
        if who in ROLES:
            return [f"set local role samling_{who}"]
        capacity = None if who == "nobody" else self.names[who]
        if capacity and capacity not in self.signed_in:
            self.sign_in(capacity)
        token = f"'{token_of(str(capacity))}'" if capacity else "null"
        return ["select set_config('samling.acting', '', true)", "set local role samling_app", f"select guard.begin({token})"]

    def sign_in(self, capacity: UUID) -> None:
        """A session with which this capacity can act."""
        key = str(capacity)
        self.connection.execute(ACCOUNT, [capacity])
        self.connection.execute(SESSION, [key_digest(key), key_digest(token_of(key)), capacity])
        self.signed_in.add(capacity)

    def _id(self, name: re.Match) -> str:
        return f"'{self.names[name[1]]}'::uuid"

    def shown(self, rows: list[tuple]) -> str:
        """Rows in words, sorted: ids by their names, columns by strokes."""
        called = {pk: name for name, pk in reversed(self.names.items())}
        return ", ".join(sorted("/".join(_word(value, called) for value in row) for row in rows))


def _word(value: object, called: dict[UUID, str]) -> str:
    if isinstance(value, UUID):
        return called.get(value, "?")
    if isinstance(value, list):
        return " ".join(sorted(_word(one, called) for one in value))
    if value is None or isinstance(value, bool):
        return {None: "-", True: "yes", False: "no"}[value]
    return str(value)


def _names(cast: Cast) -> dict[str, UUID]:
    world = cast.world
    found = {**world.branch, **world.unit, **world.guardian, **world.child, **world.capacity}
    for kind, ids in (("pupil", world.pupil), ("person", world.person), ("org", world.organisation)):
        found |= {f"{name}_{kind}": pk for name, pk in ids.items()}
    return found


@contextmanager
def raised(cast: Cast) -> Iterator[Stage]:
    """A stage in the cast's database."""
    with wire("postgres") as connection:
        stage = Stage(cast, connection)
        with connection.transaction(force_rollback=True):
            for pk in cast.world.capacity.values():
                stage.sign_in(pk)
            yield stage
