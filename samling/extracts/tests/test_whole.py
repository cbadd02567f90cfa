"""An extract compared with the database by the catalog alone, past the registry: nothing missing, nothing of others."""

import json
from uuid import UUID, uuid4

import pytest

from samling.extracts.models import Request
from samling.extracts.reading import LIVE, Extract
from samling.people.sessions import token_of
from samling.records.acting import begun
from tests.cloning import reset_clock
from tests.walls.database import as_guard, load
from tests.walls.dice import DAY, NOW
from tests.walls.filling import filled
from tests.walls.sizes import NIGHT
from tests.walls.wires import wire
from tests.walls.world import make

COLUMNS = """
select c.relname::text, a.attname::text, t.typname::text from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
 where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped"""
POINTS = """
select conrelid::regclass::text, a.attname::text, confrelid::regclass::text, f.attname::text from pg_constraint k
  join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
  join pg_attribute f on f.attrelid = k.confrelid and f.attnum = k.confkey[1] where contype = 'f'"""
TEXTS = """
select conrelid::regclass::text from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
 where contype = 'f' and a.attname = 'head_id'"""
# What an extract holds no row of, and why, in a lawyer's words; written here a second time.
NEVER = {
    "journey_draft": "dataskyddslagen 5:2",
    "work_spotcheck": "the watch over the log",
    "work_alarm": "the watch over the log",
    "review_logsearch": "the watch over the log",
    "access_securityevent": "the security log",
    "work_task": "ids of the machine",
    "people_person": "a person's own account",
}


class Catalog:
    """The database as its owner of everything sees it: every table, every column, every foreign key."""

    def __init__(self, cursor):
        self.cursor = cursor
        self.columns: dict[str, dict[str, str]] = {}
        for table, column, kind in self.asked(COLUMNS):
            self.columns.setdefault(table, {})[column] = kind
        self.points = self.asked(POINTS)
        self.texts = {table for (table,) in self.asked(TEXTS)}

    def asked(self, sql: str, *values) -> list[tuple]:
        self.cursor.execute(sql, values)
        return self.cursor.fetchall()

    def rows(self, table: str) -> list[dict]:
        return [row if isinstance(row, dict) else json.loads(row) for (row,) in self.asked(f'select to_jsonb(x) from "{table}" x')]

    def key(self, table: str) -> str:
        (column,) = self.asked(
            "select a.attname::text from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]"
            " where i.indisprimary and i.indrelid = %s::regclass", table)[0]  # fmt: skip
        return column


class Expected:
    """Which rows one compartment's extract about a child must hold, by nothing but where its keys stand."""

    def __init__(self, catalog: Catalog, child: str, number: int):
        self.catalog, self.number = catalog, number
        self.tables = {table: catalog.rows(table) for table in catalog.columns if table not in catalog.texts and table not in NEVER}
        self.branches = {row["id"]: row for row in self.tables["people_branch"]}
        own = next(row for row in self.tables["people_child"] if row["subject_id"] == child)
        self.home = self.branches[own["branch_id"]]
        twins = self._twins(child)
        self.children = twins | {child}
        self.is_home = self.home["number"] == number
        self.numbers = {number} | {row["number"] for row in self.branches.values()
                                   if self.is_home and row["hangs_on_id"] == self.home["id"] and row["domain"] == "report"}
        self.parties = [row for row in self.tables["journey_party"] if row["child_id"] in self.children]
        self.journeys = {row["journey_id"] for row in self.parties if row["how"] == "space" and row["accepted_at"]}
        self.lasting = {row["journey_id"] for row in self.parties
                        if row["how"] == "space" and row["accepted_at"] and not row["ended_at"] and not row["ground_id"]}
        self.staff = {row["id"]: self._number(row["unit_id"]) for row in self.tables["people_capacity"] if row["unit_id"]}

    def _twins(self, child: str) -> set[str]:
        numbers = {(row["number"], row["branch_id"]) for row in self.tables["people_identitynumber"] if row["owner_id"] == child}
        return {row["owner_id"] for row in self.tables["people_identitynumber"] if (row["number"], row["branch_id"]) in numbers}

    def _number(self, unit: str) -> int:
        branch = next(row["branch_id"] for row in self.tables["people_unit"] if row["id"] == unit)
        return self.branches[branch]["number"]

    def walls(self, row: dict) -> set[int]:
        """The compartments that a row says it belongs to."""
        return {wall // 64 for wall in [row["wall"]] if wall is not None} if "wall" in row else {wall // 64 for wall in row.get("walls", ())}

    def names_it(self, row: dict, keys: set[str]) -> bool:
        return any(value in keys if isinstance(value, str) else isinstance(value, list) and keys & {str(one) for one in value}
                   for value in row.values())  # fmt: skip

    def found(self) -> tuple[set, set]:
        """Rows that must be there; and rows that may, where a part in a shared space has ended or hangs on a consent."""
        must, may = set(), set()
        for table, rows in self.tables.items():
            for row in rows:
                (must if self.must(table, row) else may if self.may(table, row) else set()).add((table, row[self.key(table)]))
        self.hang_on(must)
        self.hang_on(may)
        return must, may | must

    def must(self, table: str, row: dict) -> bool:
        if table == "access_look":
            return row["kind"] == "open" and row["subject_id"] in self.children and bool(self.walls(row) & self.numbers)
        if table == "journey_notice":
            return row["subject_id"] in self.children and bool({self.staff.get(row["to_id"]), self.staff.get(row["sent_by_id"])} & self.numbers)
        if self.is_home and row.get("subject_id") in self.lasting and self.walls(row) == {0}:
            return True
        if not self.names_it(row, self.children) or ("subject_id" in row and row["subject_id"] not in self.children):
            return False
        of = self.walls(row)
        return bool(of & self.numbers) if of else self.is_home

    def may(self, table: str, row: dict) -> bool:
        if table in ("journey_notice", "access_look"):
            return self.names_it(row, self.children | self.journeys)
        shared = self.is_home and self.names_it(row, self.journeys) and self.walls(row) in ({0}, set())
        copied = self.is_home and table in ("papers_sentcopy", "papers_planversion") and row["subject_id"] in {
            one["journey_id"] for one in self.parties if one["how"] == "copy"}
        roster = self.is_home and table == "people_rosterentry" and row["id"] in {
            one["roster_id"] for one in self.tables["people_child"] if one["subject_id"] in self.children}
        asked = table == "concern_namelessconcern" and row["id"] in {
            one["nameless_id"] for one in self.tables["concern_signal"] if self.must("concern_signal", one) or self.may("concern_signal", one)}
        return bool(shared or copied or roster or asked or (table == "people_subject" and row["id"] in self.children))

    def hang_on(self, found: set) -> None:
        """Rows without a child of their own that point at one that is found."""
        before = -1
        while before != len(found):
            before = len(found)
            for table, column, to, _key in self.catalog.points:
                if table in self.tables and "subject_id" not in self.catalog.columns[table] and to in self.tables:
                    keys = {pk for name, pk in found if name == to and name not in ("people_child", "people_subject", "journey_journey")}
                    if to in ("people_capacity", "people_unit", "people_branch"):
                        continue
                    found |= {(table, row[self.key(table)]) for row in self.tables[table] if row[column] in keys and self.names_one(to)}

    def names_one(self, table: str) -> bool:
        return "subject_id" in self.catalog.columns[table] or table in ("concern_namelessconcern",)

    def key(self, table: str) -> str:
        self._keys = getattr(self, "_keys", {})
        if table not in self._keys:
            self._keys[table] = self.catalog.key(table)
        return self._keys[table]


# The world at each change, and those at night.
WHOLE = 3
SEEDS = tuple(range(12)) if NIGHT else (WHOLE,)
# Tables that the whole one must have met: the newest chapters, and what no column of theirs tells by itself.
MET = {"followup_round", "followup_ask", "followup_reply", "closing_closing", "closing_nextdecision", "outcome_wheel", "transition_package",
       "journey_entry", "people_guardian", "access_look", "extracts_choice"}  # fmt: skip
ASKERS = (("own", "young"), ("own", "guardian"), ("public", "anyone"))


def guardian_of(world, child: dict) -> str | None:
    """A guardian of the child, if the world has one."""
    return next((row["id"] for row in world.of("people_guardian") if row["subject_id"] == child["subject_id"]), None)


def opened_for(world, child: dict, number: int, asks: tuple[str, str]) -> tuple[dict, UUID] | None:
    """A request with someone of the world named to prepare it: of the same activity, and no child hidden from her."""
    units = {row["id"] for row in world.of("people_unit") if next(b for b in world.of("people_branch") if b["id"] == row["branch_id"])["number"] == number}
    staff = [row for row in world.of("people_capacity") if row["unit_id"] in units and row["from_at"] <= NOW
             and (row["until_at"] is None or row["until_at"] > NOW) and row["approved_by_id"]]
    if not staff:
        return None
    who, which, guardian = staff[0], uuid4(), guardian_of(world, child) if asks[1] == "guardian" else None
    if asks[1] == "guardian" and guardian is None:
        return None
    with as_guard() as cursor:
        cursor.execute("insert into extracts_request (id, wall, kind, asker, wanted, identity, received_on, written_at, guardian_id, subject_id,"
                       " written_by_id) values (%s, %s, %s, %s, '', 'shown', %s, %s, %s, %s, %s)",
                       [which, number * 64 + 16, *asks, NOW.date(), NOW + DAY / 2, guardian, child["subject_id"], who["id"]])  # fmt: skip
        cursor.execute("insert into extracts_opening (id, request_id, preparer_id, given_by_id, from_at, until_at) values (%s, %s, %s, %s, %s, %s)",
                       [uuid4(), which, who["id"], who["id"], NOW, NOW + DAY])  # fmt: skip
    return who, which


@pytest.mark.parametrize("asks", ASKERS)
@pytest.mark.parametrize("seed", SEEDS)
def test_an_extract_holds_what_the_database_holds_and_nothing_of_others(database, seed, asks):
    reset_clock()
    world, compared, met = make(seed, tables=filled()), 0, set()
    load(world)
    for child in world.of("people_child"):
        branches = [row for row in world.of("people_branch") if child["branch_id"] in (row["id"], row["hangs_on_id"])]
        for number in [row["number"] for row in branches if row["domain"] != "report"]:
            found = opened_for(world, child, number, asks)
            items = found and read(*found)
            if items is not None:
                compared += 1
                met |= {one.table for one in items}
                compare(world, child, number, items, asks)
    assert compared > 5 and (seed != WHOLE or not MET - met), (compared, MET - met)


def read(who: dict, which: UUID) -> list | None:
    """What the one who was named sees; nothing of a child that is hidden from her."""
    with begun(token_of(str(who["id"]))):
        request = Request.objects.filter(pk=which).first()
        return Extract.of(request).items if request else None


def compare(world, child: dict, number: int, items: list, asks: tuple[str, str]) -> None:
    """Nothing is missing and nothing is of others; a stranger is given nothing unweighed, nor a guardian the other's."""
    actual = {(one.table, one.record) for one in items}
    must, may = rows_of(str(child["subject_id"]), number)
    lost = {row for row in must - actual if asks[0] == "own" or row[0] not in LIVE}
    assert not lost, sorted(lost)[:10]
    assert not actual - may, sorted(actual - may)[:10]
    others = {str(row["subject_id"]) for row in world.of("people_child")} - {one.record for one in items if one.table == "people_child"}
    leaks = [(one.table, name) for one in items for name, value in one.row.items() if others & {str(value), *_several(value)}]
    assert not leaks or number != home_of(world, child), leaks[:10]
    unweighed = [one.table for one in items if not one.flags]
    assert not unweighed or asks[0] == "own", unweighed[:10]
    if asks[1] == "guardian":
        theirs = [one for one in items if one.table == "people_guardian" and one.record != str(guardian_of(world, child))]
        assert all(one.flags for one in theirs), theirs[:3]


def _several(value) -> set[str]:
    return {str(one) for one in value} if isinstance(value, list) else set()


def home_of(world, child: dict) -> int:
    return world.find("people_branch", child["branch_id"])["number"]


def rows_of(child: str, number: int) -> tuple[set, set]:
    with wire("postgres") as superuser:
        return Expected(Catalog(superuser.cursor()), child, number).found()
