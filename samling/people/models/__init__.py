"""The records of people and places, one file for each kind."""

from samling.people.accounts import Account, Session, Throttle

from .agreements import Agreement
from .children import Child, Guardian, IdentityNumber, Protection, SignificantAdult, Subject
from .duty import Deputy, Leave, Succession
from .places import Branch, Organisation, RosterEntry, Unit
from .settings import Setting, Settled
from .staff import Capacity, Person, RoleRight

__all__ = [
    "Account",
    "Agreement",
    "Branch",
    "Capacity",
    "Child",
    "Deputy",
    "Guardian",
    "IdentityNumber",
    "Leave",
    "Organisation",
    "Person",
    "Protection",
    "RoleRight",
    "RosterEntry",
    "Session",
    "Setting",
    "Settled",
    "SignificantAdult",
    "Subject",
    "Succession",
    "Throttle",
    "Unit",
]
