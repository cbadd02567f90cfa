"""What an address asks for, read kindly: what is no key or no moment is nothing, never a fault."""

import datetime as dt
from uuid import UUID


def uuid(text: str | None) -> UUID | None:
    """A key, if it is one."""
    try:
        return UUID(text or "")
    except ValueError:
        return None


def moment(text: str | None) -> dt.datetime | None:
    """A moment with its zone, if it is one."""
    try:
        found = dt.datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return found if found.tzinfo else None
