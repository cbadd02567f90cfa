"""What a record is about. With the branch that holds it, the category makes its wall.

Fixed before the first migration (docs/decisions/0001-walls.md): a number is never reused.
"""

from collections.abc import Iterable
from enum import IntEnum

from .words import _

PER_BRANCH = 64
SHARED_BRANCH = 0


class Category(IntEnum):
    """The kinds of information that consent, assignment and secrecy tell apart."""

    IDENTITY = 1
    CONTACT = 2
    CONCERN = 3
    ATTENDANCE = 4
    LEARNING = 5
    ADAPTATIONS = 6
    SUPPORT = 7
    STUDENT_HEALTH = 8
    RELATIONS = 9
    LEISURE = 10
    PRESCHOOL = 11
    MEDICAL = 12
    SOCIAL = 13
    HOME = 14
    VOICE = 15
    CONSENT = 16
    NO_CONTACT = 17
    REPORT = 18
    MATTER = 40
    PLAN = 41
    MEETING = 42
    AGREEMENT = 43


SHARED = (Category.MATTER, Category.PLAN, Category.MEETING, Category.AGREEMENT)

TITLES = {
    Category.IDENTITY: _("Name, age and class"),
    Category.CONTACT: _("Address, phone and relatives"),
    Category.CONCERN: _("Concerns raised"),
    Category.ATTENDANCE: _("Attendance"),
    Category.LEARNING: _("Learning and learning environment"),
    Category.ADAPTATIONS: _("Adaptations tried"),
    Category.SUPPORT: _("Special support and decisions"),
    Category.STUDENT_HEALTH: _("Student health"),
    Category.RELATIONS: _("Friends and adults at school"),
    Category.LEISURE: _("After-school care"),
    Category.PRESCHOOL: _("Preschool"),
    Category.MEDICAL: _("Medical information"),
    Category.SOCIAL: _("Social services"),
    Category.HOME: _("Home and family"),
    Category.VOICE: _("The child's own words"),
    Category.CONSENT: _("Consent"),
    Category.NO_CONTACT: _("Do not contact the home"),
    Category.REPORT: _("Concern report"),
    Category.MATTER: _("The joint matter"),
    Category.PLAN: _("The joint plan"),
    Category.MEETING: _("Joint meetings"),
    Category.AGREEMENT: _("Agreements"),
}


def wall(branch: int, category: Category) -> int:
    """The wall number of a category in a branch's compartment (branch x 64 + category)."""
    return branch * PER_BRANCH + int(category)


def walls(branch: int, categories: Iterable[Category]) -> list[int]:
    """The wall numbers of several categories in one compartment, in order."""
    return sorted(wall(branch, category) for category in categories)


def category_of(wall_number: int) -> Category:
    """The category part of a wall number."""
    return Category(wall_number % PER_BRANCH)


def branch_of(wall_number: int) -> int:
    """The number of the branch that holds a wall; 0 is the shared space."""
    return wall_number // PER_BRANCH
