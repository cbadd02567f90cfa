"""Where the database and the oracle disagree about one capacity: what it reads, and what it may write."""

from uuid import UUID

from django.db.utils import DatabaseError

from tests.cloning import reset_clock

from .asking import compared, has_subject
from .database import acting, is_of_the_machine
from .dice import World
from .filling import key_of
from .oracle import Reader
from .sizes import NIGHT
from .trying import came_otherwise, tries


def seen(world: World, cursor, tables: list[str]) -> dict[str, set[UUID]]:
    """The keys of what the acting capacity reads of a world, table by table."""
    found: dict[str, set[UUID]] = {table: set() for table in tables}
    subjects = [row["id"] for row in world.of("people_subject")]
    keys = [row[key_of(table)] for table in tables if not has_subject(table) for row in world.of(table)]
    cursor.execute("select * from walls_see(%s, %s, %s)", [tables, subjects, keys])
    for table, pk in cursor.fetchall():
        found[table].add(pk)
    return found


def held(world: World) -> list[str]:
    """The tables that a world holds rows of."""
    return [table for table in compared() if world.of(table)]


def asked_of(world: World, place: int) -> list[str]:
    """The tables that the capacity at this place of a world is asked about: a sixth of those it holds, at night all."""
    return held(world) if NIGHT else held(world)[place % 6 :: 6]


def differences(reader: Reader, tables: list[str], reads: bool = True, adds: int = 1, changes: bool = True) -> list[str]:
    """Sentences about these tables: what is read, so many rows tried to be added to each, and all of its rows to be changed.

    Who tries nothing reads as a page does that only reads, in one moment.
    """
    reset_clock()
    world, found = reader.world, []
    expected, tried = reader.visible(tables if reads else ()), tries(reader, tables, adds, changes)
    try:
        with acting(reader.capacity, moment=not tried) as cursor:
            actual = seen(world, cursor, [*expected])
            found += [
                f"{table}: {len(actual[table] - expected[table])} too many, "
                f"{len(expected[table] - actual[table])} missing"
                for table in expected
                if actual[table] != expected[table]
            ]
            found += came_otherwise(cursor, tried)
    except DatabaseError as error:
        if is_of_the_machine(error):
            raise
        return [f"error: {error}"]
    return found
