"""Drafts are sealed, so that nobody who reads the table reads what a person has only begun to say."""

import base64
import json
from uuid import UUID

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


def seal(typed: dict[str, list[str]], *, of: UUID, place: str) -> bytes:
    """Sealed for one capacity and one place: moved to another row it does not open."""
    return _keys(of, place).encrypt(json.dumps(typed).encode())


def opened(sealed: bytes, *, of: UUID, place: str) -> dict[str, list[str]]:
    """What was sealed; empty when the key is another's or has been thrown away."""
    try:
        return json.loads(_keys(of, place).decrypt(sealed))
    except InvalidToken:
        return {}


def _keys(of: UUID, place: str) -> MultiFernet:
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_derived(secret, f"draft|{of}|{place}")) for secret in secrets])


def _derived(secret: str, purpose: str) -> bytes:
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose.encode()).derive(secret.encode())
    return base64.urlsafe_b64encode(key)
