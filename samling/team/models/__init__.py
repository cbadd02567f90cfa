"""The team with its rhythm and places, its meetings and who is at them."""

from .meetings import Attendee, TeamMeeting
from .teams import Rhythm, Team, TeamMember

__all__ = ["Attendee", "Rhythm", "Team", "TeamMeeting", "TeamMember"]
