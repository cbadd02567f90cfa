"""What is held back, by kind and ground: what the second person takes a stand on, together and one by one."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from samling.inventory.telling import Line, Names, heading_of, lines_of, title_of

from .reading import Held
from .reference.grounds import GROUNDS


@dataclass
class Sort:
    """Things of one kind in a group."""

    table: str
    ground: str
    held: list[Held] = field(default_factory=list)

    @property
    def title(self) -> str:
        """Its kind in words."""
        return title_of(self.table)

    @property
    def name(self) -> str:
        """What a word about all of them is called in a form; nothing for one, which has its own."""
        return f"all-{self.ground}-{self.table}" if len(self.held) > 1 else ""


@dataclass
class Group:
    """All that is held back on one ground, kind by kind."""

    ground: str
    sorts: list[Sort]

    @property
    def held(self) -> list[Held]:
        """Everything in it."""
        return [one for sort in self.sorts for one in sort.held]

    @property
    def says(self) -> str:
        """The paragraph, and what it protects."""
        return GROUNDS[self.ground].in_words

    @cached_property
    def reason(self) -> str:
        """The reason, where all have the same; else it stands with each."""
        reasons = {one.choice.because for one in self.held}
        return reasons.pop() if len(reasons) == 1 else ""


def grouped(held: Iterable[Held]) -> list[Group]:
    """The groups in the order of the grounds; kinds by their words, what is oldest first in each."""
    found: dict[tuple[str, str], Sort] = {}
    for one in held:
        key = one.item.table, one.choice.ground
        found.setdefault(key, Sort(*key)).held.append(one)
    sorts = sorted(found.values(), key=lambda sort: sort.title)
    return [Group(ground, inside) for ground in GROUNDS if (inside := [one for one in sorts if one.ground == ground])]


def seen(held: Iterable[Held]) -> str:
    """A digest of what one looks at: an answer is about that, and about nothing that came since."""
    told = sorted((one.item.table, one.item.record, one.choice.is_held, one.choice.masked, one.choice.ground, one.choice.because)
                  for one in held)  # fmt: skip
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def words_of(held: list[Held]) -> dict[tuple[str, str], tuple[str, list[Line]]]:
    """What tells each from the others and what it says, by its kind and key."""
    names = Names(one.item for one in held)
    return {(one.item.table, one.item.record): (heading_of(one.item, names), lines_of(one.item, names)) for one in held}
