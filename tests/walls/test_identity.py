"""Nobody becomes another: forged, copied and injected identities (trust.md C8, B2)."""

import psycopg
import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from samling.journey.models import Entry
from samling.people.models import Child
from samling.records.acting import NobodyActing

from .payloads import PAYLOADS
from .wires import begin, plant, subjects, wire

MARKER = "HEMLIGMARKÖR"
SCHOOL_WALL = 64 + 3
SIGNED = "select current_setting('samling.acting')"
SAY = "select set_config('samling.acting', %s, true)"


@pytest.fixture
def secret(cast):
    """A note about Elsa, who is not one of Petra's pupils."""
    plant(cast.elsa, SCHOOL_WALL, cast.maja, MARKER)
    return cast


def signed(wire, token: str) -> str:
    begin(wire, token)
    return wire.execute(SIGNED).fetchone()[0]


def test_a_forged_signature_is_an_error(secret):
    with wire() as app:
        mine = signed(app, secret.token("petra"))
        person, capacity, mac = mine.split("|")
        for forged in (
            f"{secret.world.person['maja']}|{secret.maja}|{mac}",
            f"{person}|{secret.maja}|{mac}",
            f"{person}|{capacity}|",
            f"{person}|{capacity}|{'0' * 64}",
            f"{person}|{capacity}",
            "|",
            "x",
        ):
            with pytest.raises(psycopg.errors.InvalidAuthorizationSpecification), app.transaction():
                app.execute(SAY, [forged])
                subjects(app)
        assert subjects(app) >= {secret.adam}


def test_a_signature_does_not_outlive_its_transaction(secret):
    with wire() as app, wire() as other:
        mine = signed(app, secret.token("petra"))
        with pytest.raises(psycopg.errors.InvalidAuthorizationSpecification):  # replayed on another connection
            other.execute(SAY, [mine])
            subjects(other)
        app.commit()
        assert subjects(app) == set()  # what is left of the setting is an empty word
        app.rollback()
        with pytest.raises(psycopg.errors.InvalidAuthorizationSpecification):  # copied to the next transaction
            app.execute(SAY, [mine])
            subjects(app)


def test_a_savepoint_takes_the_identity_with_it(secret):
    with wire() as app:
        with app.transaction(force_rollback=True):
            begin(app, secret.token("petra"))
            petras = subjects(app)
            with app.transaction(force_rollback=True):
                begin(app, secret.token("maja"))
                assert secret.elsa in subjects(app)
            assert subjects(app) == petras
        with app.transaction():
            with app.transaction(force_rollback=True):
                begin(app, secret.token("petra"))
            assert subjects(app) == set()


def test_a_bad_token_leaves_nobody_acting(secret):
    with wire() as app:
        for bad in ("", "x", "0" * 64, None):
            assert begin(app, bad) is None
            assert subjects(app) == set()


def test_a_commit_inside_a_request_ends_the_identity(secret):
    with pytest.raises(transaction.TransactionManagementError), secret.acting("petra"):
        transaction.commit()
    with secret.acting("petra"):
        assert Child.objects.count() > 0
        with connection.cursor() as cursor:
            cursor.execute("commit")
        assert Child.objects.count() == 0
    with pytest.raises(NobodyActing):
        Child.objects.count()


def test_nothing_is_read_or_written_when_nobody_acts(secret):
    with wire() as app:
        for table in (
            "journey_entry",
            "people_child",
            "people_guardian",
            "consent_consent",
            "people_person",
            "people_unit",
            "access_assignment",
            "journey_draft",
        ):
            assert app.execute(f"select count(*) from {table}").fetchone() == (0,)
        assert app.execute("update journey_entry set title = 'x'").rowcount == 0
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            _insert(app, secret.adam, secret.petra)


def _insert(app, subject, capacity, wall=SCHOOL_WALL) -> None:
    app.execute(
        "insert into journey_entry (id, subject_id, wall, written_by_id, written_at, for_guardians, "
        "for_guardians_because, for_child, kind, title) values (gen_random_uuid(), %s, %s, %s, now(), 'no', '', "
        "false, 'talk', 't')",
        [subject, wall, capacity],
    )


@pytest.mark.parametrize("payload", PAYLOADS)
def test_injected_sql_reads_nothing_foreign(secret, payload):
    said: list[str] = []
    words = {
        "person": secret.world.person["maja"],
        "capacity": secret.maja,
        "mine": secret.petra,
        "child": secret.elsa,
        "wall": SCHOOL_WALL,
        "marker": MARKER,
    }
    for name, word in words.items():
        payload = payload.replace("{" + name + "}", str(word))
    with wire() as app:
        app.add_notice_handler(lambda notice: said.append(str(notice.message_primary)))
        begin(app, secret.token("petra"))
        said += _everything(app, f"select title from journey_entry where title = '{payload}")
        app.rollback()
        assert subjects(app) == set()
        begin(app, secret.token("petra"))
        said += map(str, subjects(app))
    assert MARKER not in " ".join(said) and str(secret.elsa) not in said, said


def _everything(app: psycopg.Connection, query: str) -> list[str]:
    """All that any of the statements answers, errors too."""
    found = []
    try:
        with app.cursor() as cursor:
            cursor.execute(query.encode())
            while True:
                if cursor.description:
                    found.append(repr(cursor.fetchall()))
                if not cursor.nextset():
                    return found
    except (psycopg.Error, psycopg.NotSupportedError) as error:
        return [*found, f"{error} {error.diag.message_detail} {error.diag.message_hint} {error.diag.context}"]


def test_a_copy_is_filtered_too(secret):
    with wire() as app:
        begin(app, secret.token("petra"))
        with app.cursor().copy("copy journey_entry to stdout") as copied:
            assert MARKER not in b"".join(bytes(row) for row in copied).decode()


def test_the_same_attack_as_someone_entitled_finds_it(secret):
    with wire() as app:
        begin(app, secret.token("maja"))
        assert MARKER in " ".join(_everything(app, f"select title from journey_entry where title = '{PAYLOADS[0]}"))


def test_a_hidden_child_and_none_give_the_same_error(secret):
    from uuid import uuid4

    def error(sql, *values):
        with wire() as app:
            begin(app, secret.token("petra"))
            with pytest.raises(psycopg.Error) as caught:
                app.execute(sql, values)
            diag = caught.value.diag
            return diag.sqlstate, diag.message_primary, diag.message_detail, diag.constraint_name

    for sql in (
        "insert into journey_entry (id, subject_id, wall, written_by_id, written_at, for_guardians, "
        "for_guardians_because, for_child, kind, title) values (gen_random_uuid(), %s, 67, %s, now(), 'no', '', "
        "false, 'talk', 't')",
        "insert into people_guardian (id, subject_id, wall, written_by_id, given_name) values "
        "(gen_random_uuid(), %s, 66, %s, 'x')",
        "select guard.assign(%s, %s, '{}', null, 'because')",
        "select guard.begin_journey(%s) where %s is not null",
        "select guard.protect(%s, null, 'marked', array[%s]::uuid[])",
    ):
        assert error(sql, secret.elsa, secret.petra) == error(sql, uuid4(), secret.petra)
    for function in (
        "parties_of",
        "met_children",
        "is_protected",
        "consents_of",
        "looks_at",
        "givers",
        "identity_number",
    ):
        with wire() as app:
            begin(app, secret.token("petra"))
            both = [
                app.execute(f"select * from guard.{function}(%s)", [pk]).fetchall() for pk in (secret.elsa, uuid4())
            ]
            assert both[0] == both[1], function


def test_counts_statistics_and_sequences_tell_nothing(secret):
    with wire() as app:
        begin(app, secret.token("petra"))
        before = app.execute("select count(*), max(written_at) from journey_entry").fetchall()
        plant(secret.elsa, SCHOOL_WALL, secret.maja, "one more")
        assert app.execute("select count(*), max(written_at) from journey_entry").fetchall() == before
        assert app.execute(
            "select count(*) from pg_stats where schemaname = 'public' and tablename like 'journey%'"
        ).fetchone() == (0,)
        usable = app.execute(
            "select relname from pg_class where relnamespace = 'public'::regnamespace and "
            "case when relkind = 'S' then has_sequence_privilege(oid, 'usage, select, update') end"
        ).fetchall()
        assert usable == []


def test_an_id_that_is_taken_by_a_hidden_note_is_told_apart_by_nothing_readable(secret):
    """Ids are random and never shown to strangers: a collision cannot be looked for."""
    hidden = plant(secret.elsa, SCHOOL_WALL, secret.maja, MARKER)
    with (
        secret.acting("petra"),
        pytest.raises(DatabaseError) as caught,
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "insert into journey_entry (id, subject_id, wall, written_by_id, written_at, for_guardians, "
            "for_guardians_because, for_child, kind, title) values (%s, %s, %s, %s, now(), 'no', '', false, "
            "'talk', 't')",
            [hidden, secret.adam, SCHOOL_WALL, secret.petra],
        )
    assert MARKER not in str(caught.value) and str(secret.elsa) not in str(caught.value)
    with secret.acting("maja"):
        assert Entry.objects.get(pk=hidden).title == MARKER
