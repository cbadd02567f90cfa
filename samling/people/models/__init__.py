"""The records of people and places, one file for each kind."""

from samling.people.accounts import Account, Session, Throttle

from .children import Child, Guardian, IdentityNumber, Protection, SignificantAdult, Subject
from .places import Branch, Organisation, RosterEntry, Unit
from .staff import Capacity, Person, RoleRight

__all__ = [
    "Account",
    "Branch",
    "Capacity",
    "Child",
    "Guardian",
    "IdentityNumber",
    "Organisation",
    "Person",
    "Protection",
    "RoleRight",
    "RosterEntry",
    "Session",
    "SignificantAdult",
    "Subject",
    "Throttle",
    "Unit",
]
