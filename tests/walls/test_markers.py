"""A protected child leaves no mark: in no page, answer, log or letter that a non-reader can reach (C11, C12)."""

import logging

import pytest
from django.core import mail
from django.db import connections

from samling.access import guard
from samling.people.models import Child, RosterEntry
from samling.ui.tests.reading import read
from tests.cloning import Template
from tests.house.walk import Walk, address

from .sizes import NIGHT, todays
from .wires import plant, plant_everywhere

pytestmark = pytest.mark.xdist_group("house")

WALL = 64 + 3
MARKS = ("Xyzzyna", "Plughsson", "HEMLIGORT", "070-9990001")
READERS = ("petra",)
STRANGERS = ("gunilla", "tomas")


@pytest.fixture(scope="module")
def walk(walked):
    """A furnished house in which Noor is renamed, has a note, and is then protected by her mentor."""
    with walked.lent() as walk:
        cast = walk.cast
        noor = cast.world.child["noor"]
        plant(noor, WALL, cast.petra, "HEMLIGORT")
        assert plant_everywhere(noor, WALL // 64, cast.petra, "HEMLIGORT") > 40
        with Template.ready().cluster.superuser(connections["default"].settings_dict["NAME"]) as admin:
            for table, key in (("people_child", "subject_id"), ("people_rosterentry", "id")):
                admin.execute(
                    f"update {table} set given_name = 'Xyzzyna', family_name = 'Plughsson' where {key} = %s",
                    [noor if key == "subject_id" else cast.world.pupil["noor"]],
                )
            admin.execute(
                "update people_guardian set phone = '070-9990001', family_name = 'Plughsson' where subject_id = %s",
                [noor],
            )
        with cast.acting("petra"):
            guard.protect(noor, form="marked")
        yield walk


def text_of(walk: Walk, name: str, where: str) -> str:
    answer = walk.as_(name).get(where)
    if answer.get("Content-Type") != "application/pdf":
        return f"{answer.headers} {answer.content.decode(errors='replace')}"
    paper = read(answer.content)
    return f"{answer.headers} {paper.text} {paper.claims} {paper.reader.metadata}"


def marks(text: str) -> list[str]:
    return [mark for mark in MARKS if mark in text]


def test_no_mark_in_anything_a_non_reader_reaches(walk, caplog):
    """Of two strangers each sees one half of the addresses and the other half in the next turn; at night everybody sees all."""
    caplog.set_level(logging.DEBUG)
    log = Template.ready().cluster.log
    already, found, fetched = log.stat().st_size, [], 0
    for number, name in enumerate(walk.names if NIGHT else STRANGERS):
        if name in READERS:
            continue
        records, searches = addresses(walk, name)
        for where in (*todays(records, 2, ahead=number), *todays(searches, 2, ahead=number)):
            fetched += 1
            if left := marks(text_of(walk, name, where)):
                found.append(f"{where} as {name}: {left}")
    assert fetched > 50
    assert not found, "\n".join(found)
    assert not marks(caplog.text)
    assert not marks(log.read_bytes()[already:].decode(errors="replace"))
    assert not [one for one in mail.outbox if marks(f"{one.subject} {one.body} {one.to}")]


def addresses(walk: Walk, name: str) -> tuple[list[str], list[str]]:
    """Every page for every protected id there is; and those without one, each with a search and without; and a page that breaks.

    By day no key of a record of another kind than the page opens: that is no record there (test_interference.py).
    """
    noor, pupil = walk.cast.world.child["noor"], walk.cast.world.pupil["noor"]
    found = []
    for route, _ways in walk.rooms():
        opens = getattr(route.view, "opens", None)
        keys = [key for key, kind in {noor: Child, pupil: RosterEntry}.items() if NIGHT or opens in (kind, None)]
        if opens:
            keys += [pk for who, pk in walk.readers(opens) if who in (name, *READERS)]
        for pk in dict.fromkeys(keys):
            try:
                found.append(address(route, pk))
            except Exception:
                break
    found = list(dict.fromkeys(found))
    bare = [where for where in found if "-" not in where]
    return [where for where in found if where not in bare], ["/nowhere/", *(way for where in bare for way in (where, f"{where}?q=Xyzz"))]


def test_the_marks_are_found_by_those_who_may(walk):
    noor = walk.cast.world.child["noor"]
    assert set(marks(text_of(walk, "petra", f"/children/{noor}/"))) >= {"Xyzzyna", "Plughsson"}
    assert "HEMLIGORT" in marks(text_of(walk, "petra", f"/children/{noor}/adaptations/"))


def test_the_database_answers_no_mark(walk):
    for name in STRANGERS:
        with walk.cast.acting(name), connections["default"].cursor() as cursor:
            cursor.execute(
                "select table_name from information_schema.tables where table_schema = 'public' "
                "and has_table_privilege(format('public.%I', table_name), 'select')"
            )
            for (table,) in cursor.fetchall():
                cursor.execute(f"select coalesce(string_agg(t::text, ' '), '') from {table} t")
                assert not marks(cursor.fetchone()[0]), f"{table} as {name}"
