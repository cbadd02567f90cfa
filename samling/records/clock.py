"""One clock for pages, verbs and policies: the database's (docs/decisions/0003-clock.md)."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.db import connection

from .acting import acting

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def now() -> dt.datetime:
    """The statement's time as the walls see it, with the offset of a demo or test installation.

    A page that only reads is of one moment: the one at which it began.
    """
    reader = acting()
    if reader and reader.told is not None:
        return reader.at
    with connection.cursor() as cursor:
        cursor.execute("select guard.now()")
        return cursor.fetchone()[0]


def today() -> dt.date:
    """The date in Stockholm as the walls see it; days are counted there."""
    return now().astimezone(STOCKHOLM).date()
