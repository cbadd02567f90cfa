"""The information meeting and the family's answers."""

from .meetings import InfoMeeting, InfoMeetingBody

__all__ = ["InfoMeeting", "InfoMeetingBody"]
