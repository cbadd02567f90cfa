"""What the guard keeps for a moment is what it would answer anew, is nobody's forgery, and ends with the moment (trust.md C1, C8)."""

from collections.abc import Callable

import psycopg
import pytest

from samling.people.sessions import token_of

from .database import load
from .layers import BY_MOMENTS
from .mutants import mutants_of
from .test_identity import SCHOOL_WALL
from .wires import begin, plant, subjects, wire
from .world import make

READS = "set transaction read only"
ANSWERS = {
    "pairs": "select s::text || w from guard.my_pairs() p (s, w)",
    "work": "select s::text from guard.my_work() s",
    "told": "select d.subject_id::text || d.wall || coalesce(d.record_id::text, d.since_at::text) from guard.my_disclosures() d",
    "unit_walls": "select w::text from unnest(guard.my_unit_walls()) w",
    "unit_children": "select s::text from guard.my_unit_children() s",
    "children": "select s::text from guard.my_children() s",
    "shielded": "select s::text from guard.shielded() s",
}
NOW = """encode(sha256(convert_to(pg_current_snapshot()::text || '|' || extract(epoch from statement_timestamp())::bigint || '|'
  || coalesce(current_setting('samling.acting', true), ''), 'UTF8')), 'hex')"""
# One statement, so that it is one moment: first the lie, then the question.
LIE = f"""select y.word from (select set_config('samling.since_{{what}}', {NOW}, true) || set_config('samling.kept_{{what}}', %s, true)
  || set_config('samling.mac_{{what}}', %s, true) as said offset 0) x cross join lateral ({{question}} where x.said <> '') y (word)"""
CHANGE = "select pg_current_xact_id()"  # the transaction is one that changes something
OPEN = ("a page:", "nobody:")  # where nothing is kept a lie is not heard; where something may be, it is an error
MANY = 250  # more than are kept


def answers(app: psycopg.Connection) -> list[list[str]]:
    return [sorted(word for (word,) in app.execute(question)) for question in ANSWERS.values()]


def kept(app: psycopg.Connection) -> dict[str, str]:
    """What stands kept after everything has been asked twice."""
    answers(app), answers(app)
    said = {what: app.execute("select current_setting(%s, true)", [f"samling.kept_{what}"]).fetchone()[0] for what in ANSWERS}
    return {what: word for what, word in said.items() if word}


def test_what_is_kept_is_what_would_be_answered_anew(database):
    worlds, something = [make(seed) for seed in range(6)], [set() for _ in ANSWERS]
    for world in worlds:
        load(world)
    with wire() as app:
        for capacity in (one for world in worlds for one in world.of("people_capacity")):
            token = token_of(str(capacity["id"]))
            app.rollback()
            begin(app, token)
            anew = answers(app)
            app.rollback()
            app.execute(READS)
            begin(app, token)
            assert (answers(app), answers(app)) == (anew, anew), capacity["role"]
            for found, rows in zip(something, anew, strict=True):
                found.update(rows)
    assert all(something), "worlds in which each question has an answer"


@pytest.fixture
def secret(cast):
    plant(cast.elsa, SCHOOL_WALL, cast.maja, "HEMLIG")
    return cast


def conduct(app: psycopg.Connection, secret) -> dict[str, object]:
    """What comes of everything that might go wrong with what is kept."""
    found: dict[str, object] = {}

    def tried(title: str, *steps: str | Callable) -> None:
        app.rollback()
        try:
            for step in steps:
                found[title] = step() if callable(step) else app.execute(step) and "done"
        except psycopg.Error as error:
            found[title] = error.sqlstate
        app.rollback()

    petra, maja = (f"select guard.begin('{secret.token(who)}')" for who in ("petra", "maja"))
    tried("alone", petra, lambda: answers(app))
    tried("nobody alone", lambda: answers(app))
    tried("in a moment", READS, petra, lambda: answers(app), lambda: answers(app))
    tried("kept", READS, petra, lambda: sorted(kept(app)))
    tried("kept where something may change", petra, lambda: kept(app))
    tried("a way back to change", READS, petra, "set transaction read write")
    tried("the same in a part", READS, petra, "savepoint a", "set transaction read write")
    tried("kept after a change", petra, CHANGE, READS, lambda: kept(app))
    tried("put back after a change", petra, "savepoint a", READS, lambda: _put_back(app, "rollback to a", CHANGE))
    longer = f"|{{{secret.elsa}}}|{{{SCHOOL_WALL},65}}"
    tried("words behind who acts: signed along", READS, petra, lambda: _signed_along(app, longer))
    tried("another begins in the same transaction", READS, maja, lambda: answers(app), petra, lambda: answers(app))
    lies = {"pairs": f"{{{secret.elsa}}}|{{{SCHOOL_WALL},65}}", "children": f"{{{secret.elsa}}}", "unit_children": f"{{{secret.elsa}}}",
            "unit_walls": "{65,67}", "shielded": f"{{{secret.adam}}}", "work": f"{{{secret.elsa}}}",
            "told": f'[{{"subject_id": "{secret.elsa}", "wall": {SCHOOL_WALL}, "record_id": "{secret.elsa}"}}]'}  # fmt: skip
    for where, first in (("a page", [petra]), ("a moment", [READS, petra]), ("nobody", []), ("nobody's moment", [READS])):
        for what, lie in lies.items():
            told = LIE.format(what=what, question=ANSWERS[what].replace("select ", "select ", 1))
            for how, mac in (("unsigned", ""), ("signed with noughts", "0" * 64)):
                tried(f"{where}: {what} {how}", *first, lambda told=told, lie=lie, mac=mac: sorted(word for (word,) in app.execute(told, [lie, mac])))
    stolen: dict[str, tuple[str, str]] = {}
    for what in ANSWERS:
        tried("", READS, maja, lambda what=what: stolen.update({what: _kept_and_signed(app, what)}))
        told = LIE.format(what=what, question=ANSWERS[what])
        tried(f"another's: {what}", READS, petra, lambda told=told, what=what: app.execute(told, stolen.get(what, ("", ""))).fetchall())
    del found[""]
    return found


def _kept_and_signed(app: psycopg.Connection, what: str) -> tuple[str, str]:
    answers(app)
    return app.execute("select current_setting(%s), current_setting(%s)", [f"samling.kept_{what}", f"samling.mac_{what}"]).fetchone()


def _put_back(app: psycopg.Connection, *then: str) -> list[list[str]]:
    """What is answered when what was kept is put back afterwards, its signatures spoilt."""
    kept(app)
    names = [f"samling.{part}_{what}" for what in ANSWERS for part in ("since", "kept", "mac")]
    said = [(name, app.execute("select current_setting(%s, true)", [name]).fetchone()[0]) for name in names]
    for step in then:
        app.execute(step)
    for name, word in said:
        app.execute("select set_config(%s, %s, true)", [name, "" if "mac" in name else word])
    return answers(app)


def _signed_along(app: psycopg.Connection, longer: str) -> list:
    """Lengthen who acts, have that signed with an answer, and move the words from the one over to the other."""
    own = app.execute("select current_setting('samling.acting')").fetchone()[0]
    app.execute("select set_config('samling.acting', %s, true)", [own + longer])
    app.execute(ANSWERS["pairs"])
    answer, mac = _kept_and_signed(app, "pairs")
    app.execute("select set_config('samling.acting', %s, true)", [own])
    return app.execute(LIE.format(what="pairs", question=ANSWERS["pairs"]), [f"{longer[1:]}|{answer}", mac]).fetchall()


def broken(found: dict[str, object]) -> list[str]:
    """Which promises were not held."""
    held = {
        "as anew": found["in a moment"] == found["alone"],
        "kept at all": len(found["kept"]) >= 4,  # an empty list of pairs is kept as nothing
        "never where something may change": not found["kept where something may change"],
        "no way back": {found["a way back to change"], found["the same in a part"]} == {"25001"},
        "who begins last reads": found["another begins in the same transaction"] == found["alone"],
        "nor after a change": not found["kept after a change"],
        "nor given again": found["put back after a change"] == found["alone"],
        **{title: what == "28000" for title, what in found.items() if ":" in title and not title.startswith(OPEN)},
        **{title: what in found["alone"] for title, what in found.items() if title.startswith("a page:")},
        **{title: what in found["nobody alone"] for title, what in found.items() if title.startswith("nobody:")},
    }
    return [title for title, was in held.items() if not was]


def fell(found: dict[str, object]) -> list[str]:
    """What met another error than those that are promised."""
    return [title for title, what in found.items() if isinstance(what, str) and what not in ("28000", "25001", "done")]


def test_what_is_kept_keeps_its_promises(secret):
    with wire() as app:
        found = conduct(app, secret)
    assert len(found) > 45
    assert not broken(found) and not fell(found), found


def test_a_right_that_ends_ends_what_was_kept(secret):
    """In the same transaction, at the next statement: something has been committed, and so the moment is over."""
    titles = "select title from journey_entry order by title"
    with wire() as app, wire("postgres") as admin:
        app.execute(READS)
        begin(app, secret.token("maja"))
        assert kept(app)
        assert len(app.execute(titles).fetchall()) == 1
        plant(secret.elsa, SCHOOL_WALL, secret.maja, "nytt")
        assert len(app.execute(titles).fetchall()) == 2
        admin.execute("update access_assignment set until_at = guard.now() where capacity_id = %s", [secret.maja])
        admin.commit()
        assert app.execute(titles).fetchall() == []


def test_a_right_that_runs_out_by_the_clock_ends_within_a_second(secret):
    """Though nothing is committed anywhere: a transaction may be drawn out."""
    titles = "select title from journey_entry"
    with wire() as app, wire("postgres") as admin:
        admin.execute("update access_assignment set until_at = guard.now() + interval '0.8 s' where capacity_id = %s", [secret.maja])
        admin.commit()
        app.execute(READS)
        begin(app, secret.token("maja"))
        assert len(app.execute(titles).fetchall()) == 1
        app.execute("select pg_sleep(1.6)")
        assert app.execute(titles).fetchall() == []


def test_who_has_very_many_is_answered_as_before(cast):
    """A long list is not kept; nothing that is read changes by that."""
    with wire("postgres") as admin:
        admin.execute(
            "with new as (insert into people_subject (id, kind) select gen_random_uuid(), 'child' from generate_series(1, %s) returning id) "
            "insert into access_assignment (id, subject_id, capacity_id, walls, reach, given_by_id, because, from_at) "
            "select gen_random_uuid(), new.id, %s, '{67}', 'full', %s, 'b', guard.now() from new", [MANY, cast.petra, cast.petra])  # fmt: skip
        admin.commit()
    with wire() as app:
        begin(app, cast.token("petra"))
        anew = answers(app)
        app.rollback()
        app.execute(READS)
        begin(app, cast.token("petra"))
        assert {what for what, word in kept(app).items() if word == "many"} == {"pairs", "work", "children"}
        assert answers(app) == anew
        assert len(anew[0]) > MANY


STANDBY = "pg_is_in_recovery"  # no test has a second server
MUTANTS = [m for name in BY_MOMENTS for m in mutants_of(name) if STANDBY not in str(m)]


@pytest.mark.parametrize("mutant", MUTANTS, ids=str)
def test_every_condition_of_a_moment_is_needed(secret, mutant):
    with wire("postgres") as admin:
        admin.execute("set role samling_guard")
        admin.execute(mutant.sql.encode())
        admin.commit()
    with wire() as app:
        found = conduct(app, secret)
        assert fell(found) or broken(found)


def test_nobody_reads_anything(secret):
    """The settings of one who has ended are no one's."""
    with wire() as app:
        app.execute(READS)
        begin(app, secret.token("petra"))
        assert kept(app) and subjects(app)
        app.rollback()
        app.execute(READS)
        assert subjects(app) == set()
