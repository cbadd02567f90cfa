"""When a duty falls due, and how long a try waits for the next. Days and hours are those of Stockholm."""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")
TRIES = 8
LONGEST_WAIT = dt.timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When a duty comes round: every so many seconds, or at a time of day, perhaps on one weekday (Monday is 0)."""

    seconds: int = 0
    at: dt.time = dt.time(3, 0)
    weekday: int | None = None

    def latest(self, now: dt.datetime) -> dt.datetime:
        """The latest time, at or before now, for which it should have been done."""
        if self.seconds:
            return dt.datetime.fromtimestamp(now.timestamp() // self.seconds * self.seconds, dt.UTC)
        day = now.astimezone(STOCKHOLM).date()
        while self._on(day) > now or self.weekday not in (None, day.weekday()):
            day -= dt.timedelta(days=1)
        return self._on(day)

    def _on(self, day: dt.date) -> dt.datetime:
        """The moment on this day; an hour that the clock leaps over is the one it leaps to."""
        return dt.datetime.combine(day, self.at, STOCKHOLM).astimezone(dt.UTC)


def wait_after(tries: int) -> dt.timedelta:
    """How long to wait after so many tries in vain: 2, 4, 8 … seconds, ten minutes at most."""
    return min(dt.timedelta(seconds=2 ** min(tries, 12)), LONGEST_WAIT)
