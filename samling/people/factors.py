"""Second factors: who has one, and how their secrets are kept."""

import base64
import hashlib

from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


def second_factors(account):
    """The account's own second factors; spare codes only stand in for one."""
    return Authenticator.objects.filter(user=account, type__in=["totp", "webauthn"])


def has_second_factor(account):
    """Whether the account can show one."""
    return second_factors(account).exists()


def seal(text):
    """Encrypt a secret under a key made from SECRET_KEY; the table alone gives nobody a code."""
    return _box().encrypt(text.encode()).decode()


def unseal(sealed):
    """The secret again; keys in SECRET_KEY_FALLBACKS still open what they sealed."""
    return _box().decrypt(sealed.encode()).decode()


def _box():
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [hashlib.sha256(b"second factor:" + key.encode()).digest() for key in keys]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
