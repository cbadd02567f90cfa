"""How long a session lasts, as the database judges it (experience R10; ASVS 7.3.1, 7.3.2).

It ends after 30 minutes of silence for staff, 15 for guardians and 10 for the child, and after ten hours in
any case. The guard holds the same limits of its own (`guard.session_of`).
"""

import datetime as dt

from django.db import models
from django.db.models import Case, Q, Value, When
from django.db.models.functions import Least

from samling.people.accounts import Session

IDLE = {
    Session.Kind.STAFF: dt.timedelta(minutes=30),
    Session.Kind.GUARDIAN: dt.timedelta(minutes=15),
    Session.Kind.SELF: dt.timedelta(minutes=10),
}
AT_MOST = dt.timedelta(hours=10)
BEFORE_SIGN_IN = dt.timedelta(minutes=30)
MARK_AT_MOST_EVERY = dt.timedelta(minutes=1)
FORGET_AFTER = dt.timedelta(days=30)


class Now(models.Func):
    """The walls' clock; it carries the offset of a demo or test installation."""

    function = "guard.now"
    template = "%(function)s()"
    output_field = models.DateTimeField()


def until(*, seen, started):
    """When the session ends unless something happens: the earlier of silence and ten hours."""
    silence = Case(
        *(When(kind=kind, then=seen + Value(limit)) for kind, limit in IDLE.items()),
        output_field=models.DateTimeField(),
    )
    return Least(silence, started + Value(AT_MOST))


def live():
    """The condition that a session may still be used, judged by the database."""
    return Q(ended_at=None, expire_date__gt=Now()) & (Q(account=None) | Q(account__is_active=True))
