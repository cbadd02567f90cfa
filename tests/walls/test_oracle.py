"""What a capacity sees equals the written rules, in random worlds (trust.md C1), drawn with power (C5)."""

from collections.abc import Callable

import pytest

from .asking import compared, install
from .catalog import asked
from .comparing import differences, held
from .database import load
from .filling import NOT_DRAWN, SHARES, chapters, share_of, with_what_they_need
from .oracle import Reader
from .sentences import SENTENCES, everyone, nobody
from .sizes import NIGHT, WORLDS
from .wires import clear
from .world import make

READ_ONLY = {"adds": 0, "changes": False}  # two of three, for time's sake
LOT = 40  # worlds that are put into the same database, one after another
SIXTH = 1 if NIGHT else 6


@pytest.mark.parametrize("lot", range(WORLDS // LOT))
def test_the_database_and_the_oracle_agree(database, lot):
    """A sixth of the capacities of each world are asked about every table it holds, others in the next; at night all are."""
    install()
    wrong = []
    for seed in range(lot, WORLDS, WORLDS // LOT):
        world = make(seed)
        load(world)
        for place, capacity in list(enumerate(world.of("people_capacity")))[-(seed // SHARES) % SIXTH :: SIXTH]:
            tried = {} if (seed + seed // SHARES + place // SIXTH) % 3 == 0 else READ_ONLY
            found = differences(Reader(world, capacity), held(world), **tried)
            wrong += [f"seed {seed}, {capacity['role']}: {what}" for what in found]
        clear(world)
    assert not wrong, "\n".join(wrong[:20])


def test_the_worlds_hold_every_table_of_which_a_page_reads_something(database):
    """A new table is drawn by filling.py from its model; one of the template `plain` needs a sentence in sentences.py."""
    readable = {table for (table,) in asked("select relname from pg_class c where relkind in ('r', 'p') and "
                "relnamespace = 'public'::regnamespace and has_any_column_privilege('samling_app', c.oid, 'select')")}  # fmt: skip
    assert readable == {*compared(), *NOT_DRAWN}
    assert {table for table in compared() if chapters()[table].policy == "plain"} == set(SENTENCES)
    drawn = [make(seed) for seed in range(4 * SHARES)]
    assert not (empty := [table for table in compared() if not any(world.of(table) for world in drawn)]), empty


def test_every_table_is_read_by_some_and_not_by_others():
    never_read = {table for table, sentence in SENTENCES.items() if sentence is nobody}
    never_missed = {table for table, sentence in SENTENCES.items() if sentence is everyone}
    unread, unmissed = set(compared()) - never_read, set(compared()) - never_missed
    for seed in range(20 * SHARES):
        world = make(seed, with_what_they_need({*share_of(seed)} & (unread | unmissed)))
        for capacity in world.of("people_capacity"):
            asked_about = world.rows.keys() & (unread | unmissed | never_read | never_missed)
            for table, seen in Reader(world, capacity).visible(asked_about).items():
                assert not (seen and table in never_read), table
                assert not (len(seen) < len(world.of(table)) and table in never_missed), table
                unread -= {table} if seen else set()
                unmissed -= {table} if len(seen) < len(world.of(table)) else set()
        if not unread | unmissed:
            break
    assert not unread, unread
    assert not unmissed, unmissed


def test_the_worlds_have_power():
    bare = (make(seed, tables=()) for seed in range(min(WORLDS, 200)))
    worlds = [[Reader(world, c) for c in world.of("people_capacity")] for world in bare]
    shares = {
        "visible rows": share(worlds, lambda r: r.sees("journey_entry")),
        "access by consent": share(worlds, by_consent),
        "protected access": share(worlds, lambda r: r._protected() & r._reads_protected() & r.children()),
        "a space by invitation": share(worlds, invited),
        "the other hat": share(worlds, lambda r: r.assigned and r._through_team()),
        "a family's view": share(worlds, lambda r: r.family and r.sees("journey_entry")),
        "a body after a look": share(worlds, lambda r: r.sees("journey_entrybody")),
    }
    assert shares["visible rows"] >= 0.7
    assert shares["access by consent"] >= 0.5
    assert shares["protected access"] >= 0.07
    assert min(shares.values()) >= 0.07, shares


def share(worlds: list[list[Reader]], has: Callable[[Reader], object]) -> float:
    """The share of worlds in which some capacity has this."""
    return sum(any(map(has, readers)) for readers in worlds) / len(worlds)


def by_consent(reader: Reader) -> list[dict]:
    """Disclosures that stand on consent and show at least one row."""
    grounds = {g["id"]: g for g in reader.world.of("access_ground")}
    return [d for d in reader.told if grounds[d["ground_id"]]["basis"] == "consent"]


def invited(reader: Reader) -> list[dict]:
    """Parts in a shared space that stand by the ground of an invitation."""
    mine = {subject for subject, _walls, fully in reader.assigned if fully}
    return [
        p for p in reader._parties() if p["child_id"] in mine and p["ground_id"] and p["journey_id"] in reader.journeys
    ]
