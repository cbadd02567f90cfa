"""A package as a file to another installation: signed by this one, and locked by a passphrase that is told apart.

Ed25519 signs; scrypt and ChaCha20-Poly1305 lock. The signing key is worked out of the installation's secret key, so that
there is nothing more to keep (docs/decisions/0084-transition.md).
"""

import json
import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

MARK = b"samling-package-1\n"
COST = 2**15  # 32 MB and about 0.1 s for each guess
SALT, NONCE, KEY, SIGNATURE = 16, 12, 32, 64


class Unopened(ValueError):
    """A file that cannot be read in; says which way."""

    def __init__(self, because: str):
        self.because = because
        super().__init__(because)


class Read(NamedTuple):
    """What a file says, and the name that its house is known by."""

    told: dict[str, Any]
    house: str


def signer(secret: str) -> Ed25519PrivateKey:
    """The key of an installation, from its secret key."""
    stretched = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"samling transition").derive(secret.encode())
    return Ed25519PrivateKey.from_private_bytes(stretched)


def public(secret: str) -> str:
    """Its public half, as 64 signs to read out."""
    return signer(secret).public_key().public_bytes_raw().hex()


def sealed(told: dict[str, Any], passphrase: str, secret: str) -> bytes:
    """A package signed and locked."""
    key = signer(secret)
    content = json.dumps(told, ensure_ascii=False, sort_keys=True).encode()
    signed = key.public_key().public_bytes_raw() + key.sign(MARK + content) + content
    salt, nonce = os.urandom(SALT), os.urandom(NONCE)
    return MARK + salt + nonce + ChaCha20Poly1305(_stretched(passphrase, salt)).encrypt(nonce, signed, MARK)


def opened(file: bytes, passphrase: str, known: Mapping[str, str]) -> Read:
    """What a file says; `known` are the names of houses by their public keys. Raises Unopened: "shape", "passphrase", "unknown"."""
    if not file.startswith(MARK) or len(file) < len(MARK) + SALT + NONCE + KEY + SIGNATURE:
        raise Unopened("shape")
    rest = file[len(MARK) :]
    salt, nonce, locked = rest[:SALT], rest[SALT : SALT + NONCE], rest[SALT + NONCE :]
    try:
        signed = ChaCha20Poly1305(_stretched(passphrase, salt)).decrypt(nonce, locked, MARK)
    except InvalidTag as fault:
        raise Unopened("passphrase") from fault
    key, signature, content = signed[:KEY], signed[KEY : KEY + SIGNATURE], signed[KEY + SIGNATURE :]
    if key.hex() not in known:
        raise Unopened("unknown")
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, MARK + content)
    except InvalidSignature as fault:
        raise Unopened("unknown") from fault
    return Read(json.loads(content), known[key.hex()])


def _stretched(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=COST, r=8, p=1).derive(passphrase.encode())
