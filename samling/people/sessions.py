"""The session store: random keys in cookies, digests of them in the table (docs/decisions/0010-sign-in)."""

import hashlib
import time

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.base import CreateError, SessionBase, UpdateError
from django.db import IntegrityError, transaction
from django.db.models import Case, F, Subquery, Value, When

from samling.people.accounts import Account, Session
from samling.people.limits import (
    AT_MOST,
    BEFORE_SIGN_IN,
    FORGET_AFTER,
    MARK_AT_MOST_EVERY,
    Now,
    live,
    until,
)
from samling.records.question import Question


def key_digest(key):
    """What the table knows a cookie by."""
    return hashlib.sha256(key.encode()).hexdigest()


def token_of(key):
    """The guard's token for a cookie key. It is worked out when needed and never stored."""
    return hashlib.sha256(b"guard:" + key.encode()).hexdigest()


def guard_token(request):
    """The token that ``guard.begin`` asks for; None unless someone is signed in with a second factor."""
    row = signed_in(request)
    return token_of(request.session.session_key) if row and row.strong_at else None


def signed_in(request):
    """The live session row of the one who is signed in, or None."""
    return request.session.current() if request.session.session_key else None


def begun_for(account, *, capacity_id=None, kind=Session.Kind.STAFF):
    """Sign an account in with a second factor, outside any request; returns the cookie's key.

    For the demo's own stories and for tests: whoever can call this reaches the sign-in role already.
    """
    store = SessionStore()
    store[SESSION_KEY] = str(account.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = account.get_session_auth_hash()
    store["account_authentication_methods"] = [{"method": "mfa", "type": "given", "at": time.time()}]
    store["account_authentication_methods_user"] = str(account.pk)
    store.create()
    store.act_as(capacity_id, kind)
    return store.session_key


def standing(account):
    """The account's live sessions, the latest first."""
    return Session.objects.filter(live(), account=account).order_by("-seen_at")


def end(sessions):
    """End these sessions now. Their content is dropped; the row stays as a trace for 30 days."""
    return sessions.filter(ended_at=None).update(ended_at=Now(), session_data="")


def _latest_proof(data):
    """When a second factor was last shown in this session, as the sign-in library noted it."""
    records = data.get("account_authentication_methods") or []
    return max((r["at"] for r in records if r.get("method") == "mfa"), default=None)


@Question
def by_key(digest):
    """A session with what the database's clock says of it, so that nobody has to ask again."""
    return Session.objects.filter(key_hash=digest).annotate(
        is_live=Case(When(live(), then=True), default=False),
        is_due=Case(When(seen_at__lt=Now() - Value(MARK_AT_MOST_EVERY), then=True), default=False),
        left=F("expire_date") - Now(),
    )


class SessionStore(SessionBase):
    """Django's session interface over ``people.Session``."""

    device = ""

    def __init__(self, session_key=None):
        super().__init__(session_key)
        self.row = None
        self.gone = None
        self._proof = None

    def current(self):
        """The row of this session as it was loaded or last saved as signed in."""
        self._get_session()
        if self.row is None and self.session_key:
            row = by_key.first(key_digest(self.session_key))
            self.row = row if row and row.is_live else None
        return self.row if self.row and self.row.account_id else None

    def get_expire_at_browser_close(self):
        return True

    def load(self):
        row = by_key.first(key_digest(self.session_key))
        if row is None or not row.is_live:
            self.gone, self._session_key = row, None
            return {}
        data = self.decode(row.session_data)
        self.row, self._proof = row, _latest_proof(data) if row.strong_at else None
        return data

    def exists(self, session_key):
        return Session.objects.filter(key_hash=key_digest(session_key)).exists()

    def create(self):
        while True:
            self._session_key = self._get_new_session_key()
            try:
                self.save(must_create=True)
            except CreateError:
                continue
            self.modified = True
            return

    def save(self, must_create=False):
        if self.session_key is None:
            return self.create()
        data = self._get_session(no_load=must_create)
        if must_create:
            self._insert(data)
        self._update(data)

    def _insert(self, data):
        key, start = self.session_key, Now()
        kept = self.row if self.row and str(self.row.account_id) == data.get(SESSION_KEY) else None
        columns = ("account_id", "person_id", "capacity_id", "kind", "device", "started_at", "strong_at")
        facts = {name: getattr(kept, name) for name in columns} if kept else {"started_at": start}
        try:
            with transaction.atomic(using="login"):
                Session.objects.create(
                    key_hash=key_digest(key),
                    token_hash=key_digest(token_of(key)),
                    seen_at=start,
                    expire_date=start + Value(BEFORE_SIGN_IN),
                    session_data="",
                    **facts,
                )
        except IntegrityError as error:
            raise CreateError from error
        self.row = None

    def _update(self, data):
        mine = Session.objects.filter(key_hash=key_digest(self.session_key), ended_at=None)
        changes = {"session_data": self.encode(data)}
        account, proof = data.get(SESSION_KEY), _latest_proof(data)
        if account is None:
            changes |= {"account_id": None, "person_id": None, "capacity_id": None, "strong_at": None}
            changes |= {"expire_date": Now() + Value(BEFORE_SIGN_IN)}
        elif not mine.filter(account_id=account).exists():
            changes |= self._signing_in(account)
        if account and proof != self._proof:
            changes["strong_at"], self._proof = Now(), proof
        if not mine.update(**changes):
            raise UpdateError
        if account:
            mine.update(expire_date=until(seen=F("seen_at"), started=F("started_at")))
        self.row = None

    def _signing_in(self, account):
        Session.objects.filter(expire_date__lt=Now() - Value(FORGET_AFTER)).delete()
        person = Account.objects.filter(pk=account).values("person_id")[:1]
        return {
            "account_id": account,
            "person_id": Subquery(person),
            "capacity_id": None,
            "kind": Session.Kind.STAFF,
            "started_at": Now(),
            "seen_at": Now(),
            "strong_at": None,
            "device": self.device,
        }

    def delete(self, session_key=None):
        key = session_key or self.session_key
        if key is None:
            return
        mine = Session.objects.filter(key_hash=key_digest(key))
        mine.filter(account=None).delete()
        end(mine)
        self.row = None

    def touch(self, *, at_once=False):
        """Someone is there: put the end of the session forward, at most once a minute."""
        row = self.current() if self.session_key else None
        if row and (at_once or row.is_due):
            mine = Session.objects.filter(live(), pk=row.pk)
            mine.update(seen_at=Now(), expire_date=until(seen=Now(), started=F("started_at")))
            self.row = None

    def seconds_left(self):
        """How long until the session ends unless something happens, in whole seconds."""
        return max(int(self.current().left.total_seconds()), 0)

    def act_as(self, capacity_id, kind):
        """Act in this capacity from now on. Whether one may is for the guard to judge, each time."""
        row = self.current()
        mine = Session.objects.filter(live(), pk=row.pk)
        mine.update(capacity_id=capacity_id, kind=kind)
        mine.update(expire_date=until(seen=F("seen_at"), started=F("started_at")))
        self.row = None

    def go_on(self):
        """Act in the capacity of the session that has just run out; the guard still judges it."""
        self.save()
        row = self.current()
        before = Session.objects.filter(account_id=row.account_id, seen_at__gt=Now() - Value(AT_MOST))
        last = before.exclude(pk=row.pk).order_by("-seen_at").first()
        if last and last.capacity_id:
            self.act_as(last.capacity_id, last.kind)

    @classmethod
    def clear_expired(cls):
        Session.objects.filter(expire_date__lt=Now() - Value(FORGET_AFTER)).delete()
