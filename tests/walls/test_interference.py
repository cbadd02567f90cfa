"""What one may not see changes nothing one can see: rows, counts, order, errors, pages (trust.md C2, C3, C6)."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from http import HTTPStatus
from uuid import uuid4

import pytest
from django.db import connections, models

from samling.records.clock import now
from tests.cast import Cast
from tests.cloning import Template, reset_clock, set_clock
from tests.house.routes import Route, routes
from tests.house.walk import Walk, address
from tests.lending import Lent

from .asking import compared, install
from .comparing import asked_of
from .database import acting, as_guard, insert, load
from .dice import Dice, World
from .filling import chapters, key_of
from .oracle import Reader
from .sizes import INTERFERENCE_WORLDS, NIGHT, todays
from .wires import clear, plant, plant_everywhere
from .world import make

LOT = 20  # worlds that are put into the same database, one after another
SAID = {"journey_notice": None, "letters_attempt": "provider_id"}  # where another text decides who reads


# -- in the database ----------------------------------------------------------------------------------------------
def answers(world: World, capacity: dict, tables: list[str]) -> list:
    """Everything a capacity can ask, with orders, counts, aggregates, errors and outcomes of writes."""
    entries = world.of("journey_entry")[::7]
    with acting(capacity) as cursor:
        cursor.execute("select walls_say(%s)", [tables])
        found = cursor.fetchall()
        columns = [[entry[name] for entry in entries] for name in ("id", "subject_id", "wall")]
        cursor.execute("select walls_try(%s, %s, %s, %s)", [capacity["id"], *columns])
        return found + cursor.fetchall()


def change_hidden(world: World, reader: Reader, dice: Dice) -> int:
    """Change, take away and add rows that this reader may not see; how many."""
    touched = 0
    with as_guard() as cursor:
        for table in (table for table in compared() if world.of(table)):
            key = key_of(table)
            hidden = [row for row in world.of(table) if row[key] not in reader.sees(table)]
            if column := said_in(table):
                keys = [row[key] for row in dice.some(hidden, 0.5)]
                cursor.execute(f'update {table} set "{column}" = %s where {key} = any(%s)', [dice.id().hex[:4], keys])
                touched += cursor.rowcount
            if may_repeat(table):  # where a hidden one stands, by the same hand
                more = [row | {"id": dice.id()} for row in dice.some(hidden, 0.3)]
                insert(cursor, table, more)
                touched += len(more)
        entries = [row["id"] for row in world.of("journey_entry") if row["id"] not in reader.sees("journey_entry")]
        cursor.execute(
            "update journey_entry set withdrawn_at = guard.now(), withdrawn_by_id = written_by_id, "
            "written_at = written_at - interval '1 day' where id = any(%s)",
            [dice.some(entries, 0.3)],
        )
    return touched


def said_in(table: str) -> str | None:
    """A column of this table that says something in words and decides nothing."""
    model = chapters()[table]
    alone = {name for one in model._meta.constraints for name in getattr(one, "fields", ())}
    named = (field.attname for field in model._meta.local_fields
             if isinstance(field, (models.CharField, models.TextField)) and not (field.choices or field.unique or field.name in alone))  # fmt: skip
    return SAID[table] if table in SAID else next(named, None)


def may_repeat(table: str) -> bool:
    """Whether two rows of this table may say the same."""
    model = chapters()[table]
    alone = any(field.unique for field in model._meta.local_fields if not field.primary_key) or any(
        isinstance(one, models.UniqueConstraint) for one in model._meta.constraints
    )
    return key_of(table) == "id" and not alone and table.split("_")[0] not in ("people", "access")


@pytest.mark.parametrize("lot", range(INTERFERENCE_WORLDS // LOT))
def test_hidden_rows_change_nothing_in_the_database(database, lot):
    install()
    changed = 0
    for seed in range(lot * LOT, lot * LOT + LOT):
        world, dice = make(seed + 5000), Dice(seed)
        load(world)
        for place, capacity in enumerate(dice.random.sample(world.of("people_capacity"), 4)):
            reset_clock()
            reader, tables = Reader(world, capacity), asked_of(world, seed + place)
            before = answers(world, capacity, tables)
            changed += change_hidden(world, reader, dice)
            assert answers(world, capacity, tables) == before, f"seed {seed + 5000}, {capacity['role']}"
        clear(world)
    assert changed > 50 * LOT, "the change must be worth noticing"


def test_the_comparison_sees_a_change_of_a_visible_row(database):
    install()
    world = make(5000)
    load(world)
    reset_clock()
    capacity = next(c for c in world.of("people_capacity") if Reader(world, c).sees("journey_entry"))
    before = answers(world, capacity, ["journey_entry"])
    pk = sorted(Reader(world, capacity).sees("journey_entry"))[0]
    with as_guard() as cursor:
        cursor.execute("update journey_entry set title = 'changed' where id = %s", [pk])
    assert answers(world, capacity, ["journey_entry"]) != before


# -- over HTTP ------------------------------------------------------------------------------------------------------
NEVER_THE_SAME = re.compile(
    rb'csrfmiddlewaretoken" value="[^"]*"|data-seconds="\d+"|nonce="[^"]*"|nonce-[\w+/=-]+|name="(?:pk|id|key|once)" value="[0-9a-f-]{36}"'
    rb"|<meta name=\"csrf[^>]*>|/[0-9a-f-]{36}/(?=[^<]*new)"
    rb'|(?<=datetime="\d{4}-\d\d-\d\dT\d\d:\d\d):\d\d\.\d+'
    rb"|(?<=before=\d{4}-\d\d-\d\dT\d\d%3A\d\d)%3A\d\d\.\d+"
)
HEADERS_APART = ("Set-Cookie", "Content-Security-Policy", "Date", "Content-Length")
OF_ALVAS_SCHOOL = ("gun", "sten")  # her mentor and their head: to them she is not hidden
A_MINUTE, APART = 10, 4  # pages, seconds: a slow page is over before the next begins, and still in its minute
READERS = None if NIGHT else ("petra", *todays(("amir", "tomas", "ulf", "ingrid"), 2))


@pytest.fixture(scope="module")
def walk(walked):
    """The furnished house."""
    with walked.lent() as walk:
        yield walk


def page(walk: Walk, name: str, where: str) -> tuple:
    """Status, headers and body, without what is new at each request."""
    answer = walk.as_(name).get(where)
    headers = {key: value for key, value in answer.headers.items() if key not in HEADERS_APART}
    body = NEVER_THE_SAME.sub(b"", answer.content)
    return answer.status_code, headers, len(body), body


def everywhere(walk: Walk, name: str) -> Iterator[str]:
    """Every page that opens no record, and every second that opens one of this reader's own; at night all of them."""
    for turn, route in enumerate(routes()):
        if (
            not route.is_ours
            or "GET" not in getattr(route.view, "methods", ("GET",))
            or not hasattr(route.view, "errand")
        ):
            continue
        opens = getattr(route.view, "opens", None)
        if opens and not todays([route], 2, ahead=turn):
            continue
        keys = (
            [pk for who, pk in walk.readers(opens) if who == name][:1]
            if opens
            else [next(iter(walk.cast.world.pupil.values()))]
        )
        for pk in keys:
            yield address(route, pk) + walk._asked(route)


def hide_more(cast: Cast) -> None:
    """Children, notes, guardians, consents and notices that none of the readers may see."""
    cast.open_pupil("alva")
    alva, number = cast.world.child["alva"], 0
    with as_guard() as cursor:
        cursor.execute("select wall / 64, opened_by_id from people_child where subject_id = %s", [alva])
        number, by = cursor.fetchone()
    for category in (2, 3, 4, 5, 8, 14, 16, 17):
        plant(alva, number * 64 + category, by, "ALVAS HEMLIGHET")
    assert plant_everywhere(alva, number, by, "ALVAS HEMLIGHET") > 40
    with as_guard() as cursor:
        cursor.execute(
            "insert into journey_notice (id, kind, to_id, sent_by_id, subject_id, record_id, sent_at) select "
            "gen_random_uuid(), kind, %s, %s, %s, record_id, sent_at from journey_notice limit 3",
            [by, by, alva],
        )


@pytest.mark.xdist_group("house")
def test_hidden_rows_change_no_page(walk):
    """The same visits from the same moment on, with the hidden rows and without."""
    names = READERS or tuple(name for name in walk.names if name not in OF_ALVAS_SCHOOL)
    begins = now().replace(second=0, microsecond=0) + dt.timedelta(minutes=2)  # a letter just sent can be taken back for half a minute, and says so
    unhidden = Lent(Template.ready().cluster, connections["default"].settings_dict["NAME"]).remember()
    hide_more(walk.cast)
    hidden = visited(walk, names, begins)
    connections.close_all()
    unhidden.put_back()
    unhidden.leave()
    without = visited(walk, names, begins)
    assert len(hidden) > 60 and hidden.keys() == without.keys()
    wrong = [
        f"{place[1]} as {place[0]}: {then[0]} and {without[place][0]}, {then[2]} and {without[place][2]} bytes"
        for place, then in hidden.items()
        if without[place] != then
    ]
    assert sum(then[0] == HTTPStatus.OK for then in hidden.values()) > len(hidden) / 2, "nobody is signed in"
    assert not wrong, "\n".join(wrong)


def visited(walk: Walk, names: Iterable[str], begins: dt.datetime) -> dict[tuple[str, str], tuple]:
    """What each of them is shown, one page after the other from this moment on: the same page at the same time."""
    found = {}
    for name in names:
        for number, where in enumerate(everywhere(walk, name)):
            minutes, turn = divmod(number, A_MINUTE)
            set_clock(begins + dt.timedelta(minutes=minutes, seconds=turn * APART))
            found[name, where] = page(walk, name, where)
    set_clock(begins)
    return found


@pytest.mark.xdist_group("house")
def test_hidden_and_absent_are_the_same_page(walk):
    """Every address with an id: another's record, a record of another kind and none at all are one 404.

    Two are shown every hidden one; of the absent ones every second each, at night all.
    """
    wrong, tried = [], 0
    ways = [(route, pk) for route in routes() if is_opened(route) for _reader, pk in walk.readers(route.view.opens)[:1]]
    for one, name in enumerate(("lisa", "olof")):
        read, nothing = read_by(walk, name, {(route.view.opens, pk) for route, pk in ways}), no_page(walk, name, "/nowhere/")
        for turn, (route, pk) in enumerate(ways):
            if (route.view.opens, pk) not in read:
                tried += 1
                keys = [pk] if (turn + one) % 2 and not NIGHT else [pk, uuid4()]
                if any(no_page(walk, name, address(route, key)) != nothing for key in keys):
                    wrong.append(f"{route.address} as {name}")
    assert tried > 20
    assert not wrong, "\n".join(wrong)


def is_opened(route: Route) -> bool:
    """Whether a record can be read at these addresses."""
    return bool(route.is_ours and getattr(route.view, "opens", None) and "GET" in route.view.methods)


def read_by(walk: Walk, name: str, records: set[tuple]) -> set[tuple]:
    """Those of these records that somebody may read."""
    with walk.cast.acting(name):
        return {(model, pk) for model, pk in records if model._default_manager.filter(pk=pk).exists()}


def no_page(walk: Walk, name: str, where: str) -> tuple:
    """What is answered where there is nothing, but for the address itself."""
    status, headers, _length, body = page(walk, name, where)
    assert status == HTTPStatus.NOT_FOUND, f"{where} as {name}: {status}"
    for told in (where.encode(), NEVER_THE_SAME.sub(b"", where.encode())):
        body = body.replace(told, b"")
    return headers, body
