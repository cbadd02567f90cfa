"""The words of rhythm, nature and level."""

from samling.kernel.words import _

RHYTHMS = {
    "once": _("once"),
    "daily": _("every day"),
    "twice_weekly": _("twice a week"),
    "weekly": _("every week"),
    "fortnightly": _("every other week"),
    "monthly": _("every month"),
    "needed": _("when it is needed"),
}
AGREED = "agreed"  # the sort of help that a meeting did not stop to name
NATURES = {
    "teaching": _("Teaching and ways of working"),
    "setting": _("Rooms, times and who is there"),
    "talk": _("Talks"),
    "routine": _("Routines at home"),
    "practical": _("Practical help"),
    "activity": _("Activities and friends"),
    "look_into": _("Finding something out"),
    "care": _("Care and treatment"),
    "message": _("Taking word between those who help"),
    AGREED: _("Agreed together at a meeting"),
}
LEVELS = {"individual": _("for this child"), "group": _("for a group"), "school": _("for the whole school")}
