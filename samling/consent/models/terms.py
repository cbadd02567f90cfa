"""What a family is asked, and what one of them says: plain values for the verbs."""

import datetime as dt
from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a family is asked: all that a valid consent must let them know (domain reference 6.4)."""

    kind: str
    purpose: str
    from_at: dt.datetime
    until_at: dt.datetime
    text_version: str
    walls: list[int] = field(default_factory=list)
    to_unit: UUID | None = None
    to_capacity: UUID | None = None
    excluded: str = ""
    asks_child: bool = False
    language: str = "sv"
    interpreter: bool = False
    quiet: bool = False
    replaces: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one giver said, as it was said. `giver` is guardian, child or third; `who` the id of an adult."""

    giver: str
    yes: bool
    how: str
    at: dt.datetime
    walls: list[int] = field(default_factory=list)
    who: UUID | None = None
    name: str = ""
    words: str = ""
