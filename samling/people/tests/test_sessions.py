"""Sessions: keys kept as digests, rotation, and an end that the next statement sees."""

import datetime as dt

import pytest
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import UpdateError
from django.db import connections
from django.test import RequestFactory

from samling.people.accounts import Account, Session
from samling.people.sessions import SessionStore, begun_for, end, guard_token, key_digest, standing, token_of

WEEK = dt.timedelta(days=7)


@pytest.fixture
def account(cast):
    return Account.objects.create_user("petra@example.test", "en mening att minnas", person_id=person(cast))


def person(cast):
    return cast.world.person["petra"]


def session_of(token):
    with connections["login"].cursor() as cursor:
        cursor.execute("select person, capacity from guard.session_of(%s)", [token])
        return cursor.fetchone()


def moved(key, **changes):
    Session.objects.filter(key_hash=key_digest(key)).update(**changes)


def test_the_cookie_and_the_token_stand_nowhere_in_the_table(account):
    key = begun_for(account)
    with connections["login"].cursor() as cursor:
        cursor.execute("select string_agg(s::text, ' ') from people_session s")
        written = cursor.fetchone()[0]
    assert key not in written
    assert token_of(key) not in written
    assert key_digest(key) in written


def test_the_guard_knows_a_live_session_by_its_token(account, cast):
    key = begun_for(account, capacity_id=cast.petra)
    assert session_of(token_of(key)) == (person(cast), cast.petra)
    assert session_of(token_of("another key")) is None


def test_signing_in_gives_a_new_key_and_keeps_what_was_begun(account):
    store = SessionStore()
    store["next"] = "/barn/"
    store.create()
    before = store.session_key
    store.cycle_key()
    store[SESSION_KEY] = str(account.pk)
    store.save()
    assert store.session_key != before
    assert store["next"] == "/barn/"
    assert SessionStore(before).load() == {}
    assert Session.objects.get(key_hash=key_digest(store.session_key)).person_id == account.person_id


def test_a_new_key_for_the_same_person_keeps_the_capacity_and_the_ten_hours(account, cast):
    store = SessionStore(begun_for(account, capacity_id=cast.petra))
    started = store.current().started_at
    store.cycle_key()
    store.save()
    assert store.current().capacity_id == cast.petra
    assert store.current().started_at == started


def test_a_disabled_account_is_out_at_the_next_statement(account, cast):
    key = begun_for(account, capacity_id=cast.petra)
    Account.objects.filter(pk=account.pk).update(is_active=False, disabled_at=dt.datetime.now(dt.UTC))
    assert session_of(token_of(key)) is None
    assert SessionStore(key).load() == {}


def test_disabling_ends_the_sessions_for_good(account):
    key = begun_for(account)
    account.disable(at=dt.datetime.now(dt.UTC))
    account.enable()
    assert SessionStore(key).load() == {}


@pytest.mark.parametrize(("kind", "minutes"), [("staff", 30), ("guardian", 15), ("self", 10)])
def test_silence_ends_a_session(account, cast, kind, minutes):
    key = begun_for(account, capacity_id=cast.petra, kind=kind)
    row = Session.objects.get(key_hash=key_digest(key))
    assert row.expire_date - row.seen_at == dt.timedelta(minutes=minutes)
    silence = dt.timedelta(minutes=minutes)
    moved(key, seen_at=row.seen_at - silence, expire_date=row.expire_date - silence)
    assert SessionStore(key).load() == {}
    assert session_of(token_of(key)) is None


def test_ten_hours_is_the_end_however_busy(account):
    store = SessionStore(begun_for(account))
    started = store.current().started_at
    moved(store.session_key, started_at=started - dt.timedelta(hours=9, minutes=50))
    store.touch(at_once=True)
    row = store.current()
    assert row.expire_date == row.started_at + dt.timedelta(hours=10)


def test_being_there_is_noted_at_most_once_a_minute(account):
    key = begun_for(account)
    first = Session.objects.get(key_hash=key_digest(key)).seen_at
    SessionStore(key).touch()
    assert Session.objects.get(key_hash=key_digest(key)).seen_at == first
    moved(key, seen_at=first - dt.timedelta(minutes=2))
    SessionStore(key).touch()
    assert Session.objects.get(key_hash=key_digest(key)).seen_at >= first


def test_an_ended_session_cannot_be_written_back_to_life(account):
    store = SessionStore(begun_for(account))
    store["draft"] = 1
    end(standing(account))
    with pytest.raises(UpdateError):
        store.save()
    assert SessionStore(store.session_key).load() == {}


def test_there_is_no_token_without_a_second_factor(account):
    store = SessionStore()
    store[SESSION_KEY] = str(account.pk)
    store.create()
    request = RequestFactory().get("/")
    request.session = SessionStore(store.session_key)
    assert guard_token(request) is None
    assert settings.SESSION_ENGINE == "samling.people.sessions"


def test_the_guard_itself_asks_for_the_second_factor(account, cast):
    key = begun_for(account, capacity_id=cast.petra)
    moved(key, strong_at=None)
    assert session_of(token_of(key)) is None


def test_old_rows_are_forgotten_after_thirty_days(account):
    key = begun_for(account)
    row = Session.objects.get(key_hash=key_digest(key))
    moved(key, expire_date=row.expire_date - 5 * WEEK)
    SessionStore.clear_expired()
    assert not Session.objects.filter(key_hash=key_digest(key)).exists()
