"""What each guard function answers for one capacity, beside what the oracle says it should.

Each function is asked directly, so that one layer cannot hide a hole in the other: protection in
`access_of` is not masked by `shielded`, nor the other way about.
"""

from collections.abc import Callable
from typing import Any

from django.db import connections
from django.db.utils import DatabaseError

from samling.people.roles import ROLES
from samling.people.sessions import token_of

from .database import as_guard, is_of_the_machine
from .dice import World, branch_of_unit
from .oracle import Reader

Answer = Callable[[Any, Reader], tuple[Any, Any]]


def _begin(cursor, reader: Reader) -> None:
    cursor.execute("select guard.begin(%s)", [token_of(str(reader.capacity["id"]))])


def _rows(cursor, query: str, *values) -> set:
    cursor.execute(query, values)
    rows = cursor.fetchall()
    found = set(rows)
    assert len(found) == len(rows), "the same answer twice"
    return found


def access_of(cursor, reader: Reader):
    """Pairs with what may be done there."""
    expected = {(*pair, pair in reader.reads, pair in reader.writes) for pair in reader.reads | reader.writes}
    return _rows(cursor, "select * from guard.access_of(%s)", reader.capacity["id"]), expected


def access_about(cursor, reader: Reader):
    """The same, asked about one subject at a time."""
    subjects = [row["id"] for row in reader.world.of("people_subject")]
    rows = _rows(
        cursor,
        "select a.* from unnest(%s::uuid[]) s cross join lateral guard.access_of(%s, s) a",
        subjects,
        reader.capacity["id"],
    )
    return rows, access_of(cursor, reader)[1]


def own_and_units(cursor, reader: Reader):
    """The same once more, as the policies ask: what is mine apart from what comes with leading a unit."""
    _begin(cursor, reader)
    pairs = _rows(cursor, "select * from guard.my_pairs()")
    unit = _rows(cursor, "select s, w from guard.my_unit_children() s, unnest(guard.my_unit_walls()) w")
    return pairs | unit, reader.reads if reader.acts() else set()


def my_work(cursor, reader: Reader):
    """Whom one works with."""
    _begin(cursor, reader)
    return _rows(cursor, "select guard.my_work()"), {(pk,) for pk in reader.work} if reader.acts() else set()


def children_of(cursor, reader: Reader):
    """The net for lists."""
    rows = _rows(cursor, "select * from guard.children_of(%s)", reader.capacity["id"])
    return rows, {(pk,) for pk in reader.children()}


def disclosures_to(cursor, reader: Reader):
    """What stands told."""
    rows = _rows(cursor, "select id from guard.disclosures_to(%s)", reader.capacity["id"])
    return rows, {(d["id"],) for d in reader.told}


def standing_consents(cursor, reader: Reader):
    """Consent by consent and wall by wall; all of a world are asked at once."""
    consents = reader.world.of("consent_consent")
    rows = _rows(cursor, "select * from guard.standing_consents(%s)", [row["id"] for row in consents])
    return rows, {(c["id"], wall) for c in consents for wall in c["walls"] if reader.consent_stands(c["id"], wall)}


def grounds_of_parties(cursor, reader: Reader):
    """The standing grounds of everyone who was invited."""
    parties = [row for row in reader.world.of("journey_party") if row["ground_id"]]
    rows = _rows(cursor, "select guard.grounds_of_parties(%s)", [row["child_id"] for row in parties])
    return rows, {(row["ground_id"],) for row in parties if reader.stays(row["ground_id"])}


def protected_subjects(cursor, reader: Reader):
    """First path of protection."""
    subjects = [row["id"] for row in reader.world.of("people_subject")]
    rows = _rows(cursor, "select subject_id from guard.protected_subjects() where subject_id = any(%s)", subjects)
    return rows, {(pk,) for pk in reader._protected()}


def shielded(cursor, reader: Reader):
    """Second path of protection, away from its readers."""
    _begin(cursor, reader)
    subjects = [row["id"] for row in reader.world.of("people_subject")]
    rows = _rows(cursor, "select s from guard.shielded() s where s = any(%s)", subjects)
    return rows, {(pk,) for pk in (reader.hidden if reader.acts() else reader._protected())}


def my_opened(cursor, reader: Reader):
    """What was looked at lately."""
    _begin(cursor, reader)
    cursor.execute("select * from guard.my_opened()")
    return set(cursor.fetchall()), reader.opened() if reader.acts() else set()


def capacity(cursor, reader: Reader):
    """The capacity in force and what its role may do."""
    rows = _rows(
        cursor,
        "select id, role, unit, branch, number, holds, approves, assigns, decides, "
        "array_to_string(array(select unnest(whole_unit) order by 1), ',') "
        "from guard.capacity(%s)",
        reader.capacity["id"],
    )
    row, rule = reader.capacity, ROLES.get(reader.capacity["role"])
    if not (row["unit_id"] and rule and reader.acts()):
        return rows, set()
    home = branch_of_unit(reader.world, row["unit_id"])
    whole = ",".join(map(str, sorted(int(c) for c in rule.whole_unit)))
    return rows, {
        (
            row["id"],
            row["role"],
            row["unit_id"],
            home["id"],
            home["number"],
            rule.may_hold_children,
            rule.may_approve,
            rule.may_assign,
            rule.may_decide_exceptions,
            whole,
        )
    }


def family_of(cursor, reader: Reader):
    """The family's side."""
    return _rows(cursor, "select * from guard.family_of(%s)", reader.capacity["id"]), reader.family


def is_family(cursor, reader: Reader):
    """Whether a family capacity acts."""
    _begin(cursor, reader)
    family = reader.acts() and reader.capacity["role"] in ("guardian", "self")
    return _rows(cursor, "select guard.is_family()"), {(family,)}


ANSWERS: dict[str, Answer] = {
    ask.__name__: ask
    for ask in (
        access_of,
        access_about,
        own_and_units,
        my_work,
        children_of,
        disclosures_to,
        standing_consents,
        grounds_of_parties,
        protected_subjects,
        shielded,
        my_opened,
        capacity,
        family_of,
        is_family,
    )
}


# A function that has no answer of its own, or more than one.
ASKED_FOR = {
    "access_of": ("access_of", "access_about", "own_and_units"),
    "unit_children_of": ("own_and_units",),
    "my_unit_children": ("own_and_units",),
    "my_unit_walls": ("own_and_units",),
    "my_pairs": ("own_and_units",),
    "my_own": ("own_and_units", "my_work"),
}


def differs(function: str, reader: Reader) -> bool:
    """Whether the guard answers this reader otherwise than the oracle; an error is an answer too, if it is not the machine's."""
    try:
        with as_guard() as cursor:
            return any(
                actual != expected
                for actual, expected in (ANSWERS[ask](cursor, reader) for ask in ASKED_FOR.get(function, (function,)))
            )
    except AssertionError:
        return True
    except DatabaseError as fault:
        if is_of_the_machine(fault):
            raise
        return True


def readers(world: World) -> list[Reader]:
    """All readers of a world, worked out once."""
    return [Reader(world, row) for row in world.of("people_capacity")]


def owner_cursor():
    """A cursor of the owner, for statements outside any acting."""
    return connections["owner"].cursor()
