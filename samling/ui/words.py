"""Days and times in words, in the reader's language: "i morgon", "fredag 21 november", "14.00", "vecka 47".

Today always comes in as an argument. Digits are Western in every language, so that screen, letter and
telephone agree.
"""

import datetime as dt
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.lists import format_list
from django.utils.translation import get_language, gettext, gettext_noop, ngettext

STOCKHOLM = ZoneInfo("Europe/Stockholm")
# English here means British order: Friday 21 November.
LOCALES = {"en": "en_GB", "no": "nb"}
NEAR = {0: gettext_noop("today"), 1: gettext_noop("tomorrow"), -1: gettext_noop("yesterday")}
KNOWN_FAR = 90  # days; a date in another year further off than this is said with its year

def day_in_words(on: dt.date, today: dt.date) -> str:
    """Today, tomorrow and yesterday by name; other days with weekday, and with year when far off."""
    near = NEAR.get((on - today).days)
    return gettext(near) if near else long_day(on, today)


def long_day(on: dt.date, today: dt.date) -> str:
    """The weekday and date: "fredag 21 november", with the year when it is not plain which one."""
    far = on.year != today.year and abs((on - today).days) > KNOWN_FAR
    return _said(on, "EEEE d MMMM y" if far else "EEEE d MMMM", _locale())


def full_day(on: dt.date) -> str:
    """Date with year, for papers and decisions: "21 november 2026"."""
    return _said(on, "d MMMM y", _locale())


def time_in_words(at: dt.datetime | dt.time) -> str:
    """The clock in Stockholm: 14.00 in Swedish, 14:00 in other languages."""
    sign = "." if _language() == "sv" else ":"
    clock = at.astimezone(STOCKHOLM) if isinstance(at, dt.datetime) else at
    return f"{clock:%H{sign}%M}"


def last_day(until_at: dt.datetime) -> dt.date:
    """The last day in Stockholm of what ends at a moment: where that is midnight, the day before."""
    return (until_at - dt.timedelta(seconds=1)).astimezone(STOCKHOLM).date()


def moment_in_words(at: dt.datetime, today: dt.date) -> str:
    """Day and clock together: "i morgon 14.00"."""
    return f"{day_in_words(at.astimezone(STOCKHOLM).date(), today)} {time_in_words(at)}"


def week_in_words(on: dt.date) -> str:
    """The number of the ISO week: "vecka 47"."""
    return gettext("week %(number)d") % {"number": on.isocalendar().week}


def due_in_words(on: dt.date, today: dt.date) -> str:
    """When something is due. A day that has passed is said calmly: "skulle ha varit för 2 dagar sedan"."""
    late = (today - on).days
    if late > 0:
        return ngettext("%(days)d day late", "%(days)d days late", late) % {"days": late}
    return day_in_words(on, today)


def first_upper(text: str) -> str:
    """The same words to begin a sentence with."""
    return text[:1].upper() + text[1:]


def signed(step: int) -> str:
    """A step above or below nothing, with a true minus: "−1", "0", "+2"."""
    return f"{step:+d}".replace("-", "−") if step else "0"


@lru_cache(maxsize=2048)
def _said(on: dt.date, pattern: str, locale: str) -> str:
    return format_date(on, pattern, locale=locale)


def _language() -> str:
    return (get_language() or "sv").split("-")[0]


def _locale() -> str:
    return LOCALES.get(_language(), _language())


def listed(items: "list[str] | tuple[str, ...]") -> str:
    """Names as a person lists them: "Maria, Petra och Jonas"."""
    return format_list([str(item) for item in items], locale=_locale())
