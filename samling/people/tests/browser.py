"""A browser without a browser for the sign-in tests, and an authenticator app without a phone."""

import time

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, generate_totp_secret, hotp_value
from django.core.cache import cache
from django.test import Client

from samling.people.accounts import Account

PASSWORD = "en mening att minnas"


def account_of(cast, name="petra", password=PASSWORD):
    """An account for someone of the cast."""
    return Account.objects.create_user(f"{name}@example.test", password, person_id=cast.world.person[name])


def connect_app(account):
    """Give the account an authenticator app; returns its secret."""
    secret = generate_totp_secret()
    sealed = get_adapter().encrypt(secret)
    Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={"secret": sealed})
    return secret


def code_of(secret, ago=0):
    """What the app shows now, or so many half minutes ago."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 - ago))


def sign_in(email="petra@example.test", password=PASSWORD, client=None, **extra):
    """Fill in the sign-in page; returns the browser and the answer."""
    client = client or Client()
    return client, client.post("/sign-in/", {"login": email, "password": password, **extra})


def forget_counts():
    """Let the throttle begin anew."""
    cache.clear()
