"""A meeting for the calendar: a time and a place with a neutral title, since calendars are shared and synchronised (R16)."""

import datetime as dt

from django.utils.translation import gettext
from icalendar import Calendar, Event

from samling.records.clock import STOCKHOLM

from .models import JointMeeting

ISSUER = "-//Samling//Samling//SV"


def calendar_of(meeting: JointMeeting) -> bytes:
    """The file's bytes (RFC 5545), the same however often they are asked for: no child, family, authority or reason."""
    calendar, event = Calendar(), Event()
    calendar.add("prodid", ISSUER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    event.add("uid", f"{meeting.pk}@samling")
    event.add("dtstamp", meeting.written_at.astimezone(dt.UTC))
    event.add("dtstart", meeting.starts_at.astimezone(STOCKHOLM))
    event.add("dtend", meeting.ends_at.astimezone(STOCKHOLM))
    event.add("summary", gettext("Meeting"))
    event.add("location", meeting.place)
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if meeting.cancelled_at else "CONFIRMED")
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return calendar.to_ical()
