"""Sealed to one person without knowing her passphrase: a public key seals, and only the passphrase opens its other half.

X25519 and ChaCha20-Poly1305; the private half is sealed by a key derived with scrypt (docs/decisions/0047).
"""

import os
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

COST = 2**15  # 32 MB and about 0.1 s for each guess
NONCE = bytes(12)  # every key here seals one thing only


class Pair(NamedTuple):
    """The public half, and the private half behind the passphrase."""

    public: bytes
    sealed: bytes
    salt: bytes


def pair(passphrase: str) -> Pair:
    """A new pair."""
    private, salt = X25519PrivateKey.generate(), os.urandom(16)
    sealed = ChaCha20Poly1305(_stretched(passphrase, salt)).encrypt(NONCE, private.private_bytes_raw(), b"key")
    return Pair(private.public_key().public_bytes_raw(), sealed, salt)


def seal(content: bytes, public: bytes) -> bytes:
    """Sealed for whoever has the passphrase; nobody here can open it again."""
    once = X25519PrivateKey.generate()
    mine = once.public_key().public_bytes_raw()
    shared = once.exchange(X25519PublicKey.from_public_bytes(public))
    return mine + ChaCha20Poly1305(_shared(shared, mine, public)).encrypt(NONCE, content, b"sheet")


def opened(sealed: bytes, kept: Pair, passphrase: str) -> bytes | None:
    """What was sealed; None for another passphrase."""
    try:
        raw = ChaCha20Poly1305(_stretched(passphrase, kept.salt)).decrypt(NONCE, kept.sealed, b"key")
        shared = X25519PrivateKey.from_private_bytes(raw).exchange(X25519PublicKey.from_public_bytes(sealed[:32]))
        return ChaCha20Poly1305(_shared(shared, sealed[:32], kept.public)).decrypt(NONCE, sealed[32:], b"sheet")
    except InvalidTag:
        return None


def _stretched(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=COST, r=8, p=1).derive(passphrase.encode())


def _shared(shared: bytes, mine: bytes, public: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"emergency sheet" + mine + public).derive(shared)
