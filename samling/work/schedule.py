"""What every chapter has declared in its `tasks.py`: the kinds of tasks, and the whole schedule in one place."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from samling.kernel.story import packages

from .kinds import DUTIES, KINDS, Duty, Kind
from .rules import Rhythm

DAY = 24 * 3600
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@cache
def collected() -> None:
    """Read the `tasks.py` of every chapter, once."""
    for name in packages():
        if find_spec(f"samling.{name}.tasks"):
            import_module(f"samling.{name}.tasks")


def kinds() -> dict[str, Kind]:
    """Every kind of entrusted task, by code."""
    collected()
    return KINDS


def duties() -> list[Duty]:
    """Everything that comes round, the most frequent first and then by time of day."""
    collected()
    return sorted(DUTIES.values(), key=lambda one: (one.rhythm.seconds or DAY, one.rhythm.at, one.code))


def in_words(rhythm: Rhythm) -> str:
    """When it comes round, for whoever runs the house."""
    if rhythm.seconds:
        return f"every {rhythm.seconds} s" if rhythm.seconds % 60 else f"every {rhythm.seconds // 60} min"
    day = "every day" if rhythm.weekday is None else DAYS[rhythm.weekday]
    return f"{day} at {rhythm.at:%H:%M}"


def printed() -> str:
    """The schedule, a line for each duty."""
    return "\n".join(f"{in_words(one.rhythm):20} {one.code:24} {one.says}" for one in duties())
