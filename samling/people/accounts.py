"""The accounts people sign in with, their sessions, and the counters that slow guessing down.

All three tables are reached through the database alias ``login`` alone. The role behind it sees
nothing about children, and the role that does (``default``) sees nothing here. Therefore an
account knows its person by id only, without a foreign key.
"""

import uuid

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AccountManager(BaseUserManager):
    """Makes and finds accounts; an e-mail address is one address however it is written."""

    def create_user(self, email, password=None, *, person_id=None, **fields):
        """Make an account. Without a password nobody can sign in until one is chosen by mail.

        Whoever makes the account vouches for the address; the password's letter goes nowhere else.
        """
        from allauth.account.models import EmailAddress  # the library's models point at this one

        account = self.model(email=email.strip().lower(), person_id=person_id, **fields)
        account.set_password(password)
        account.save(using=self._db)
        EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
        return account

    def get_by_natural_key(self, username):
        return self.get(email=username.strip().lower())


class Account(AbstractBaseUser):
    """What one person signs in with. It gives no right by itself: capacities do that."""

    policy = "closed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(_("e-mail address"), unique=True)
    person_id = models.UUIDField(null=True, blank=True, db_index=True)
    is_active = models.BooleanField(default=True)
    disabled_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []

    objects = AccountManager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="account_email_is_lower_case", condition=Q(email=Lower(F("email")))),
            models.CheckConstraint(
                name="account_disabled_has_a_time",
                condition=Q(is_active=True, disabled_at=None) | Q(is_active=False, disabled_at__isnull=False),
            ),
        ]

    def disable(self, *, at):
        """Shut the account and every session it has, at once (ASVS 7.4.2)."""
        self.is_active, self.disabled_at = False, at
        self.save(update_fields=["is_active", "disabled_at"])
        self.sessions.filter(ended_at=None).update(ended_at=at)

    def enable(self):
        """Let the account sign in again; ended sessions stay ended."""
        self.is_active, self.disabled_at = True, None
        self.save(update_fields=["is_active", "disabled_at"])


class Session(models.Model):
    """One sign-in in one browser.

    The browser's cookie holds a random key. Here stand only digests of it: ``key_hash`` finds the
    session, ``token_hash`` is what the guard compares. Neither can be turned back into the cookie.
    """

    policy = "closed"

    class Kind(models.TextChoices):
        STAFF = "staff", _("staff")
        GUARDIAN = "guardian", _("guardian")
        SELF = "self", _("the child")

    key_hash = models.CharField(primary_key=True, max_length=64)
    token_hash = models.CharField(max_length=64, unique=True)
    number = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, models.CASCADE, null=True, related_name="sessions")
    person_id = models.UUIDField(null=True)
    capacity_id = models.UUIDField(null=True)
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.STAFF)
    device = models.CharField(max_length=60, blank=True)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    strong_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    expire_date = models.DateTimeField(db_index=True)
    session_data = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="session_kind_is_known", condition=Q(kind__in=["staff", "guardian", "self"])
            ),
            models.CheckConstraint(
                name="session_capacity_needs_a_person",
                condition=Q(capacity_id=None) | Q(person_id__isnull=False),
            ),
        ]


class Throttle(models.Model):
    """One counter of tries, shared by all worker processes; the name is kept as a digest."""

    policy = "closed"

    name_hash = models.CharField(primary_key=True, max_length=64)
    value = models.JSONField()
    expires_at = models.DateTimeField(db_index=True)
