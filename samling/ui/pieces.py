"""A long list in pieces: one piece on a page, and the way to those before and after."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

SIZE = 20


class Piece(NamedTuple):
    """Some rows of a list, which piece of how many they are, and the word in the address that leads to another."""

    rows: Sequence[Any]
    number: int
    pages: int
    word: str

    @property
    def before(self) -> int:
        """The number of the piece before, or 0."""
        return self.number - 1

    @property
    def after(self) -> int:
        """The number of the piece after, or 0."""
        return self.number + 1 if self.number < self.pages else 0


def piece(rows: Sequence[Any], asked: Mapping[str, Any], word: str, size: int = SIZE) -> Piece:
    """The piece of these rows that is asked for (`?word=2`), the first for anything that is none; drawn by ui/pieces.html."""
    told = str(asked.get(word, ""))
    pages = max(1, -(-len(rows) // size))
    number = min(max(int(told), 1), pages) if told.isascii() and told.isdigit() and len(told) < 6 else 1
    return Piece(rows[(number - 1) * size : number * size], number, pages, word)
