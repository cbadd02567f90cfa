"""Names in Swedish order, stored as a key (the embedded server has no ICU collation)."""

import unicodedata

LETTERS = {"å": "{a", "ä": "{b", "ö": "{c", "æ": "{b", "ø": "{c", "þ": "th", "ð": "d", "đ": "d", "ŋ": "n", "ŧ": "t"}


def swedish_key(*names: str) -> str:
    """A plain-ASCII-comparable key: å, ä, ö after z, other accents as their base letter, case ignored."""
    return " ".join("".join(_letter(ch) for ch in unicodedata.normalize("NFC", name.casefold())) for name in names)


def _letter(ch: str) -> str:
    if ch in LETTERS:
        return LETTERS[ch]
    base = unicodedata.normalize("NFD", ch)
    return "".join(part for part in base if not unicodedata.combining(part))
