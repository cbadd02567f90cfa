"""Who should be a child's *trygghetsperson*: reference data by age, after Falun (child health before school, the head or
the deputy afterwards). What an organisation has settled, from a day, is `named.before_school` and `named.at_school`
(samling/kernel/settable.py); here stands which roles each of those choices means.
"""

from typing import NamedTuple

BEFORE_SCHOOL, AT_SCHOOL = "named.before_school", "named.at_school"


class Expected(NamedTuple):
    """The roles that a choice means, the first that is there first, and the side they stand on."""

    roles: tuple[str, ...]
    actor: str


ROLES = {
    "the child health nurse": Expected(("child_health_nurse",), "health"),
    "the head of the preschool": Expected(("preschool_head",), "school"),
    "a preschool teacher": Expected(("preschool_teacher",), "school"),
    "the head or the deputy head": Expected(("head_teacher", "deputy_head", "preschool_head"), "school"),
    "someone in student health": Expected(("school_counsellor", "special_educator"), "school"),
    "the mentor": Expected(("mentor", "teacher"), "school"),
}
