"""A long list in pieces: one piece on a page, and the way to those before and after."""

from collections.abc import Callable, Mapping, Sequence
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
    pages = _pages(len(rows), size)
    number = min(_number(asked, word), pages)
    return Piece(rows[(number - 1) * size : number * size], number, pages, word)


def fetched(ask: Callable[[int, int], Sequence[Any]], asked: Mapping[str, Any], word: str, size: int = SIZE) -> Piece:
    """The same of a list that the database cuts: `ask` fetches rows after one number up to another, each with `total`."""
    number = _number(asked, word)
    rows = ask((number - 1) * size, number * size) or ask(0, size)
    pages = _pages(rows[0].total if rows else 0, size)
    if number > pages:
        number = pages
        rows = ask((number - 1) * size, number * size)
    return Piece(rows, number, pages, word)


def _pages(total: int, size: int) -> int:
    return max(1, -(-total // size))


def _number(asked: Mapping[str, Any], word: str) -> int:
    told = str(asked.get(word, ""))
    return max(int(told), 1) if told.isascii() and told.isdigit() and len(told) < 6 else 1
