"""Meetings around one child in the shared space: the table, the child's way, the interpreter, the agenda."""

from .interpreters import Booking, BookingBody, BookingStep
from .meetings import JointMeeting, JointMeetingBody
from .points import Point, PointBody
from .table import Invited, InvitedBody
from .ways import ChildsWay, ChildsWayBody

__all__ = [
    "Booking",
    "BookingBody",
    "BookingStep",
    "ChildsWay",
    "ChildsWayBody",
    "Invited",
    "InvitedBody",
    "JointMeeting",
    "JointMeetingBody",
    "Point",
    "PointBody",
]
