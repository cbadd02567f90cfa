"""A rhythm: which weekday, how often, at what time and where people meet; whose it is stands in the chapter that uses it."""

import datetime as dt

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.records.clock import now
from samling.records.shape import Dated, DatedQuerySet, Record
from samling.ui.words import time_in_words

from .. import rules

AHEAD = 4  # meetings of the rhythm that a page shows


class Beat(Record, Dated):
    """A day, a time and a place that come again, from a moment on."""

    class Weekday(models.IntegerChoices):
        MONDAY = 0, _("Mondays")
        TUESDAY = 1, _("Tuesdays")
        WEDNESDAY = 2, _("Wednesdays")
        THURSDAY = 3, _("Thursdays")
        FRIDAY = 4, _("Fridays")

    class Every(models.IntegerChoices):
        WEEK = 1, _("every week")
        FORTNIGHT = 2, _("every other week")
        MONTH = 4, _("every fourth week")

    weekday = models.PositiveSmallIntegerField(choices=Weekday)
    every = models.PositiveSmallIntegerField(choices=Every, default=Every.WEEK)
    clock = models.TimeField()
    place = models.CharField(max_length=120)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True

    def moments(self, after: dt.datetime, count: int = AHEAD) -> list[dt.datetime]:
        """The next meetings of the rhythm, whether or not anything is on their agenda yet; none on a public holiday."""
        last = rules.local_day(self.until_at) if self.until_at else None
        first, day = rules.local_day(self.from_at), rules.local_day(after)
        found = rules.days(self.weekday, self.every, first=first, after=day, until=last, count=count + 1)
        ahead = [rules.starts(one, self.clock) for one in found]
        return [moment for moment in ahead if moment >= after - dt.timedelta(hours=12)][:count]

    @property
    def left_out(self) -> list[dt.date]:
        """The days among the next meetings on which nobody meets, since they are public holidays."""
        at = now()
        ahead, first, day = self.moments(at), rules.local_day(self.from_at), rules.local_day(at)
        last = rules.local_day(ahead[-1]) if ahead else day
        return rules.left_out(self.weekday, self.every, first=first, after=day, until=last)

    def __str__(self) -> str:
        said = {"day": self.get_weekday_display(), "clock": time_in_words(self.clock)}
        said |= {"every": self.get_every_display(), "place": self.place}
        return gettext("%(day)s at %(clock)s, %(every)s, %(place)s") % said
