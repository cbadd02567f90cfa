"""The sentence that *I dag* opens with."""

import datetime as dt

from django.utils.translation import gettext, ngettext

from samling.kernel.words import _
from samling.people.models import Capacity
from samling.records.clock import STOCKHOLM
from samling.ui.words import first_upper, long_day, week_in_words

NUMBERS = (
    _("two"),
    _("three"),
    _("four"),
    _("five"),
    _("six"),
    _("seven"),
    _("eight"),
    _("nine"),
    _("ten"),
    _("eleven"),
    _("twelve"),
)
NOON, EVENING = 10, 18


def in_words(number: int) -> str:
    """A small number as a word, a larger one in digits."""
    return gettext(NUMBERS[number - 2]) if 2 <= number < len(NUMBERS) + 2 else str(number)


def greeting(by: Capacity, waiting: int, at: dt.datetime) -> str:
    """ "God morgon, Petra. Tre saker väntar på dig." """
    hour = at.astimezone(STOCKHOLM).hour
    hello = (
        gettext("Good morning")
        if hour < NOON
        else gettext("Good evening")
        if hour >= EVENING
        else gettext("Hello")
    )
    if not waiting:
        said = gettext("Nothing is waiting for you.")
    else:
        said = ngettext("One thing is waiting for you.", "%(number)s things are waiting for you.", waiting)
        said = first_upper(said % {"number": in_words(waiting)} if waiting > 1 else said)
    return f"{hello}, {by.person.given_name}. {said}"


def day_line(today: dt.date) -> str:
    """The day and the week."""
    return f"{first_upper(long_day(today, today))} · {week_in_words(today)}"
