"""A session that should not count does not (trust.md B2, C8), and every condition of it is needed (C4)."""

import psycopg
import pytest

from .layers import BY_SESSIONS
from .mutants import mutants_of
from .wires import wire

MINE = "update people_session s set {} where s.token_hash = encode(sha256(convert_to(%(token)s, 'UTF8')), 'hex')"
CAPACITY = "update people_capacity set {} where id = %(capacity)s"
NOBODY, NO_CAPACITY, WHOLE = "nobody", "no capacity", "whole"
UNAPPROVED = CAPACITY.format("approved_by_id = null, role = 'mentor'")
LISTS = "role, domain, categories, leaning, by_decision, whole_unit"
MAY = "may_hold_children, may_approve, may_assign, may_decide_exceptions"
OTHER_TIME = (
    f"insert into people_roleright (id, from_at, until_at, {LISTS}, {MAY}, needs_second_approval) "
    "select gen_random_uuid(), guard.now() {0} interval '20 years', guard.now() {0} interval '20 years' + "
    f"interval '1 year', {LISTS}, {MAY}, true from people_roleright"
)
NEEDLESS = "update people_roleright set needs_second_approval = false where from_at <= guard.now() and until_at is null"
# What is changed -> who acts then.
CASES = {
    "nothing is changed": ("", WHOLE),
    "ended": (MINE.format("ended_at = guard.now()"), NOBODY),
    "no second factor": (MINE.format("strong_at = null"), NOBODY),
    "expired": (MINE.format("expire_date = guard.now()"), NOBODY),
    "older than ten hours": (MINE.format("started_at = guard.now() - interval '601 minutes'"), NOBODY),
    "staff idle 29 minutes": (MINE.format("seen_at = guard.now() - interval '29 minutes'"), WHOLE),
    "staff idle 31 minutes": (MINE.format("seen_at = guard.now() - interval '31 minutes'"), NOBODY),
    "guardian idle 16 minutes": (
        MINE.format("kind = 'guardian', seen_at = guard.now() - interval '16 minutes'"),
        NOBODY,
    ),
    "child idle 11 minutes": (MINE.format("kind = 'self', seen_at = guard.now() - interval '11 minutes'"), NOBODY),
    "account disabled": (
        "update people_account set is_active = false, disabled_at = now() where id = (select account_id from people_session "
        "where token_hash = encode(sha256(convert_to(%(token)s, 'UTF8')), 'hex'))",
        NOBODY,
    ),
    "another's account": (MINE.format("person_id = %(other_person)s"), NOBODY),
    "another's capacity": (MINE.format("capacity_id = %(other)s"), NO_CAPACITY),
    "no capacity chosen": (MINE.format("capacity_id = null"), NO_CAPACITY),
    "capacity ended": (CAPACITY.format("until_at = guard.now()"), NO_CAPACITY),
    "capacity ends tomorrow": (CAPACITY.format("until_at = guard.now() + interval '1 day'"), WHOLE),
    "capacity not begun": (CAPACITY.format("from_at = guard.now() + interval '1 hour'"), NO_CAPACITY),
    "capacity not approved": (UNAPPROVED, NO_CAPACITY),
    "approval not needed for the role": (
        "update people_roleright set needs_second_approval = false; " + UNAPPROVED,
        WHOLE,
    ),
    "approval was needed once": (f"{OTHER_TIME.format('-')}; {NEEDLESS}; {UNAPPROVED}", WHOLE),
    "approval will be needed": (f"{OTHER_TIME.format('+')}; {NEEDLESS}; {UNAPPROVED}", WHOLE),
    "approval is needed until tomorrow": (
        f"update people_roleright set until_at = guard.now() + interval '1 day'; {UNAPPROVED}",
        NO_CAPACITY,
    ),
    "another token": ("token", NOBODY),
}


@pytest.fixture
def ids(cast):
    """The token and ids that the cases speak of."""
    person = cast.world.person
    return {
        "token": cast.token("petra"),
        "capacity": cast.petra,
        "other": cast.amir,
        "person": person["petra"],
        "other_person": person["amir"],
    }


@pytest.fixture
def admin(ids):
    with wire("postgres") as connection:
        yield connection


def who_acts(admin: psycopg.Connection, ids: dict, change: str) -> str:
    """Nobody, somebody without capacity, or the whole of it, after this change; undone at once."""
    token = "0" * 64 if change == "token" else ids["token"]
    with admin.transaction(force_rollback=True):
        for sql in filter(None, map(str.strip, change.split(";"))):
            if sql != "token":
                admin.execute(sql, ids)
        rows = admin.execute("select person, capacity from guard.session_of(%s)", [token]).fetchall()
    if not rows:
        return NOBODY
    return {(ids["person"], ids["capacity"]): WHOLE, (ids["person"], None): NO_CAPACITY}.get(rows[0], str(rows[0]))


@pytest.mark.parametrize("case", CASES)
def test_who_acts(admin, ids, case):
    change, expected = CASES[case]
    assert who_acts(admin, ids, change) == expected


# An account and a person belong together one to one, and both names of the session are compared.
SECOND_LAYERS = ("guard.session_of without «a.id = s.account_id»",)
MUTANTS = [m for name in BY_SESSIONS for m in mutants_of(name) if str(m) not in SECOND_LAYERS]


@pytest.mark.parametrize("mutant", MUTANTS, ids=str)
def test_every_condition_of_the_session_is_needed(admin, ids, mutant):
    with admin.transaction(force_rollback=True):
        admin.execute("set local role samling_guard")
        admin.execute(mutant.sql.encode())
        admin.execute("reset role")
        assert any(_noticed(admin, ids, *case) for case in CASES.values())


def _noticed(admin, ids, change, expected) -> bool:
    try:
        return who_acts(admin, ids, change) != expected
    except psycopg.Error:
        return True
