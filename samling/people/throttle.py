"""The cache behind the sign-in library's counters: one table that every worker process shares.

No other service is needed, a counter survives a restart, and no transaction that is rolled back can
take a counted try with it, because the alias ``login`` commits each statement. Names are kept as
digests, since they hold addresses of people and machines; values are JSON, never pickled objects.
"""

import datetime as dt
import hashlib

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db import IntegrityError, transaction
from django.utils import timezone

from samling.people.accounts import Throttle


class TableCache(BaseCache):
    """Django's cache interface over ``people.Throttle``, as far as counting and locking need it."""

    def __init__(self, _location, params):
        super().__init__(params)

    def _name(self, key, version):
        return hashlib.sha256(self.make_and_validate_key(key, version).encode()).hexdigest()

    def _ends(self, timeout):
        if timeout is DEFAULT_TIMEOUT:
            timeout = self.default_timeout
        return timezone.now() + dt.timedelta(seconds=timeout if timeout is not None else 10 * 365 * 86400)

    def get(self, key, default=None, version=None):
        standing = Throttle.objects.filter(name_hash=self._name(key, version), expires_at__gt=timezone.now())
        found = standing.values_list("value", flat=True).first()
        return default if found is None else found

    def add(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        """Set the value only where none stands; True for exactly one of several at the same time."""
        name = self._name(key, version)
        Throttle.objects.filter(name_hash=name, expires_at__lte=timezone.now()).delete()
        try:
            with transaction.atomic(using="login"):
                Throttle.objects.create(name_hash=name, value=value, expires_at=self._ends(timeout))
        except IntegrityError:
            return False
        return True

    def set(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        Throttle.objects.update_or_create(
            name_hash=self._name(key, version), defaults={"value": value, "expires_at": self._ends(timeout)}
        )

    def touch(self, key, timeout=DEFAULT_TIMEOUT, version=None):
        standing = Throttle.objects.filter(name_hash=self._name(key, version), expires_at__gt=timezone.now())
        return bool(standing.update(expires_at=self._ends(timeout)))

    def delete(self, key, version=None):
        return bool(Throttle.objects.filter(name_hash=self._name(key, version)).delete()[0])

    def clear(self):
        Throttle.objects.all().delete()

    @staticmethod
    def forget_old():
        """Drop the counters that have run out."""
        Throttle.objects.filter(expires_at__lt=timezone.now()).delete()
