"""A file between installations: only the passphrase opens it, only a known key is read in, and nothing changed gets through."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samling.transition import sealed
from samling.transition.carrying import looked_through

TOLD = {"parts": [{"code": "works", "text": "Ritar först."}]}
PASS, SECRET = "fyra ord utan samband", "en installations hemlighet"
KNOWN = {sealed.public(SECRET): "Granby"}
WHOLE = {
    "kind": "school", "moves_on": "2026-08-17", "from": "Norrskolan", "parts": [{"code": "works", "text": "Ritar."}],
    "child": {"given_name": "Adam", "family_name": "Hassan", "birth_year": 2015, "born_on": None},
    "seen": [{"who": "Hodan", "how": "spoken", "stance": "agrees", "seen_on": "2026-05-02", "words": ""}],
}  # fmt: skip


def test_it_comes_out_as_it_went_in_with_the_name_of_its_house():
    read = sealed.opened(sealed.sealed(TOLD, PASS, SECRET), PASS, KNOWN)
    assert (read.told, read.house) == (TOLD, "Granby")


def test_another_passphrase_opens_nothing():
    with pytest.raises(sealed.Unopened, match="passphrase"):
        sealed.opened(sealed.sealed(TOLD, PASS, SECRET), PASS + "!", KNOWN)


def test_a_file_of_an_unknown_installation_is_not_read():
    with pytest.raises(sealed.Unopened, match="unknown"):
        sealed.opened(sealed.sealed(TOLD, PASS, "en annan hemlighet"), PASS, KNOWN)


def test_a_file_under_anothers_name_is_not_read():
    key, content = bytes.fromhex(sealed.public(SECRET)), b"{}"
    forged = key + sealed.signer("en annan hemlighet").sign(sealed.MARK + content) + content
    salt, nonce = b"s" * sealed.SALT, b"n" * sealed.NONCE
    locked = sealed.ChaCha20Poly1305(sealed._stretched(PASS, salt)).encrypt(nonce, forged, sealed.MARK)
    with pytest.raises(sealed.Unopened, match="unknown"):
        sealed.opened(sealed.MARK + salt + nonce + locked, PASS, KNOWN)


@settings(max_examples=8)
@given(st.data())
def test_no_changed_byte_gets_through(data):
    whole = sealed.sealed(TOLD, PASS, SECRET)
    at = data.draw(st.integers(0, len(whole) - 1))
    changed = whole[:at] + bytes([whole[at] ^ data.draw(st.integers(1, 255))]) + whole[at + 1 :]
    with pytest.raises(sealed.Unopened):
        sealed.opened(changed, PASS, KNOWN)


def test_what_is_no_package_is_said_to_be_none():
    for file in (b"", b"PK\x03\x04", sealed.MARK + b"x" * 40):
        with pytest.raises(sealed.Unopened, match="shape"):
            sealed.opened(file, PASS, KNOWN)


def test_what_comes_in_keeps_its_words():
    assert looked_through(WHOLE) == WHOLE


@pytest.mark.parametrize("wrong", [
    [], "text", {}, WHOLE | {"kind": "party"}, WHOLE | {"moves_on": "snart"}, WHOLE | {"parts": [{"code": "secret", "text": ""}]},
    WHOLE | {"parts": [{"code": "works", "text": None}]}, WHOLE | {"child": {"given_name": "A"}},
    WHOLE | {"seen": [WHOLE["seen"][0] | {"stance": "perhaps"}]},
])  # fmt: skip
def test_what_has_another_shape_is_kept_out(wrong):
    with pytest.raises(sealed.Unopened, match="shape"):
        looked_through(wrong)
