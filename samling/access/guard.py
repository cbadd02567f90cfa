"""The guard functions of the database, called by name from verbs. Refusals come back as Refused with the reason."""

import datetime as dt
from collections.abc import Iterable
from contextlib import contextmanager, nullcontext
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.utils import ProgrammingError

from samling.kernel.answer import Refused, refuse
from samling.records.acting import forget, once, remember
from samling.records.habits import rows_of


@contextmanager
def explained(changes: bool = False):
    """Inside, what the guard says no to comes back as Refused with its reason."""
    try:
        with transaction.atomic() if changes else nullcontext():
            yield
    except ProgrammingError as error:
        if getattr(error.__cause__, "sqlstate", "") != "42501":
            raise
        raise Refused(refuse(error.__cause__.diag.message_primary)) from error


def call(function: str, *arguments: Any) -> Any:
    """The single value of a guard function that may change rights; raises Refused when the guard says no."""
    forget()
    with explained(changes=True), connection.cursor() as cursor:
        cursor.execute(f"select guard.{function}({', '.join(['%s'] * len(arguments))})", arguments)
        return cursor.fetchone()[0]


def asked(function: str, *arguments: Any) -> Any:
    """The single value of a guard function that only answers; asked once while a page reads."""
    return once((function, arguments), lambda: _rows(function, *arguments)[0][function])


def rows(function: str, *arguments: Any) -> list[dict[str, Any]]:
    """The rows of a guard function, as dictionaries; asked once while a page reads."""
    question = (function, tuple(tuple(one) if isinstance(one, list) else one for one in arguments))
    return [dict(row) for row in once(question, lambda: _rows(function, *arguments))]


def each(function: str, keys: Iterable[UUID]) -> dict[UUID, Any]:
    """What a guard function that is asked with one key answers for each of these, in one statement."""
    with explained(changes=False), connection.cursor() as cursor:
        cursor.execute(f"select k, guard.{function}(k) from unnest(%s::uuid[]) k", [list(keys)])
        return dict(cursor.fetchall())


_columns: dict[str, list[str]] = {}  # what a guard function answers with, by its name, from the first time


def _rows(function: str, *arguments: Any) -> list[dict[str, Any]]:
    with explained(changes=False), connection.cursor() as cursor:
        found = rows_of(f"select * from guard.{function}({', '.join(['%s'] * len(arguments))})", arguments, cursor)
        names = _columns.setdefault(function, [column.name for column in cursor.description or ()])
        return [dict(zip(names, row, strict=True)) for row in found]


def _ints(numbers: Iterable[int]) -> list[int]:
    return [int(number) for number in numbers]


def lock_child(child: UUID) -> None:
    """Queue up behind other verbs on the rights of this child, until the transaction ends."""
    call("lock_child", child)


def my_access(subject: UUID) -> dict[int, bool]:
    """The walls of a subject that I may read in my compartments, each with whether I may write there."""
    return _readable(rows("my_access_to", subject))


def _readable(access: list[dict[str, Any]]) -> dict[int, bool]:
    return {row["wall"]: row["writes"] for row in access if row["reads"]}


def my_disclosures(subject: UUID | None = None) -> list[dict[str, Any]]:
    """What stands told to me across walls: id, ground_id, subject_id, wall, record_id, since_at."""
    return [row for row in rows("my_disclosures") if subject is None or row["subject_id"] == subject]


def met_children(child: UUID) -> list[UUID]:
    """The other parties' child rows that meet mine in a journey."""
    return [row["met_children"] for row in rows("met_children", child)]


OPENS = ("my_access_to", "my_disclosures", "met_children")
OPENING = """
select 'my_access_to' as asked, a.subject_id, a.wall, a.reads, a.writes,
       null::uuid as id, null::uuid as ground_id, null::uuid as record_id, null::timestamptz as since_at
  from guard.my_access_to(%s) a
union all
select 'my_disclosures', d.subject_id, d.wall, null, null, d.id, d.ground_id, d.record_id, d.since_at
  from guard.my_disclosures() d
union all
select 'met_children', m.child, null, null, null, null, null, null, null from guard.met_children(%s) m (child)"""


def opening(child: UUID) -> tuple[dict[int, bool], list[dict[str, Any]], list[UUID]]:
    """All that is asked when a child is opened, in one statement: my access, what is told to me, whom it meets."""
    with connection.cursor() as cursor:
        cursor.execute(OPENING, [child, child])
        names = [column.name for column in cursor.description]
        found = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    access, told, met = ([row for row in found if row["asked"] == name] for name in OPENS)
    remember(("my_access_to", (child,)), access)
    remember(("my_disclosures", ()), told)
    remember(("met_children", (child,)), [{"met_children": row["subject_id"]} for row in met])
    return _readable(access), told, [row["subject_id"] for row in met]


def assign(child: UUID, to: UUID, *, because: str, extra: Iterable[int] = (), until: dt.datetime | None = None) -> UUID:
    """Let a capacity work with a child; its role decides the categories, `extra` adds by decision."""
    return call("assign", child, to, _ints(extra), until, because)


def end_assignment(assignment: UUID) -> None:
    """End an assignment now."""
    call("end_assignment", assignment)


def give_ground(
    child: UUID,
    walls: Iterable[int],
    *,
    basis: str,
    because: str,
    unit: UUID | None = None,
    capacity: UUID | None = None,
    paragraph: str = "",
    until: dt.datetime | None = None,
    consents: Iterable[UUID] = (),
) -> UUID:
    """A recipient may be given these walls about this child; shows nothing by itself."""
    return call("give_ground", child, _ints(walls), unit, capacity, basis, paragraph, because, until, list(consents))


def end_ground(ground: UUID) -> None:
    """End a ground, and so everything told on it, at the next statement."""
    call("end_ground", ground)


def disclose_record(ground: UUID, wall: int, record: UUID) -> UUID:
    """Tell one record on a standing ground."""
    return call("disclose", ground, wall, record, None)


def disclose_category(ground: UUID, wall: int, since: dt.datetime) -> UUID:
    """Tell a category from a date on a standing ground (never from health care)."""
    return call("disclose", ground, wall, None, since)


def end_disclosure(disclosure: UUID) -> None:
    """Stop telling."""
    call("end_disclosure", disclosure)


def protect(child: UUID, *, form: str, guardian: UUID | None = None, readers: Iterable[UUID] = ()) -> UUID:
    """Protect a child, or a guardian and so her children; the decider and the named readers go on reading."""
    return call("protect", child, guardian, form, list(readers))


def end_protection(child: UUID) -> None:
    """End the protection that stands on a child."""
    call("end_protection", child)


def is_protected(child: UUID) -> str | None:
    """The form of protection that stands, for those who may know of it."""
    form: str | None = asked("is_protected", child)
    return form


def open_child(
    unit: UUID,
    *,
    roster: UUID | None = None,
    given: str = "",
    family: str = "",
    key: str = "",
    born_on: dt.date | None = None,
    birth_year: int | None = None,
    group: str = "",
    number: str = "",
) -> UUID:
    """The child row, the writer's assignment and a look in one act; the same answer whether or not a row is hidden."""
    return call("open_child", unit, roster, given, family, key, born_on, birth_year, group, number)


def give_capacity(person: UUID, unit: UUID, role: str, *, starts: dt.datetime, ends: dt.datetime | None) -> UUID:
    """A person may act in a role at a unit, once a second person has approved where the role needs it."""
    return call("give_capacity", person, unit, role, starts, ends)


def approve_capacity(capacity: UUID) -> None:
    """The second person's yes."""
    call("approve_capacity", capacity)


def begin_journey(child: UUID) -> UUID:
    """The journey of this child's matter, begun now if there is none."""
    return call("begin_journey", child)


def invite_party(child: UUID, unit: UUID, *, ground: UUID, how: str, question: str) -> UUID:
    """Invite a unit on a standing ground that covers the name."""
    return call("invite_party", child, unit, ground, how, question)


def accept_party(party: UUID, own: UUID | None = None) -> UUID:
    """Accept an invitation, for a child row one has already or a new one; returns it."""
    return call("accept_party", party, own)


def end_party(party: UUID) -> None:
    """Leave, or let another leave, the journey."""
    call("end_party", party)
