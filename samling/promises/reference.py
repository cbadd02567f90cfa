"""The phrase bank of common promises in three levels, and the words of rhythm and nature. `{what}` is the one slot."""

from typing import NamedTuple

from samling.kernel.words import _


class Phrase(NamedTuple):
    """One promise as staff, a guardian and the child read it. Slots: {who}, {child}, {what}."""

    code: str
    asks: str  # what the slot wants to know; empty without a slot
    staff: str
    home: str
    child: str
    nature: str  # of NATURES: what sort of help such a promise mostly is


PHRASES = (
    Phrase("meets", _("Where?"), _("{who} meets {child} at {what}."), _("{who} meets {child} at {what}."),
           _("{who} waits for you at {what}."), "practical"),
    Phrase("quiet_room", _("Which room?"), _("{who} lets {child} begin in {what}."),
           _("{child} may begin in {what}. {who} is there."), _("You may begin in {what}. {who} is there."), "setting"),
    Phrase("side_door", _("When?"), _("{who} opens the side door for {child} at {what}."),
           _("{who} opens the small door at {what}."), _("{who} opens the small door for you at {what}."), "setting"),
    Phrase("day_plan", _("With what?"), _("{who} goes through the day with {child}, with {what}."),
           _("{who} shows {child} the day with {what}."), _("{who} shows you the day with {what}."), "teaching"),
    Phrase("shorter", _("In what?"), _("{who} gives {child} shorter tasks in {what}."),
           _("{child} gets shorter tasks in {what}."), _("You get shorter tasks in {what}."), "teaching"),
    Phrase("breaks", _("What do you do?"), _("{who} leads an activity at break with {child}: {what}."),
           _("{who} is with {child} at break: {what}."), _("{who} is with you at break: {what}."), "activity"),
    Phrase("talks", _("About what?"), _("{who} talks with {child} about {what}."), _("{who} talks with {child} about {what}."),
           _("{who} talks with you about {what}."), "talk"),
    Phrase("home_talk", _("About what?"), _("{who} has talks with the guardians about {what}."),
           _("{who} talks with you about {what}."), _("{who} talks with the grown-ups at home about {what}."), "talk"),
    Phrase("morning", _("What is new?"), _("The home tries a new morning routine: {what}."),
           _("You try something new in the morning: {what}."), _("In the morning you try: {what}."), "routine"),
    Phrase("evening", _("What is new?"), _("The home tries a new evening routine: {what}."),
           _("You try something new in the evening: {what}."), _("In the evening you try: {what}."), "routine"),
    Phrase("takes", _("Where to?"), _("{who} goes with {child} to {what}."), _("{who} goes with {child} to {what}."),
           _("{who} goes with you to {what}."), "practical"),
    Phrase("books", _("What?"), _("{who} books {what} for {child}."), _("{who} books {what} for {child}."),
           _("{who} books {what} for you."), "practical"),
    Phrase("looks_into", _("What?"), _("{who} looks into {what}."), _("{who} finds out about {what}."),
           _("{who} finds out about {what}."), "look_into"),
    Phrase("calls", _("How often?"), _("{who} rings home {what} and tells how it goes."), _("{who} rings you {what}."),
           _("{who} rings home {what}."), "talk"),
    Phrase("asks_child", _("When?"), _("{who} asks {child} how it feels, {what}."), _("{who} asks {child} how it feels, {what}."),
           _("{who} asks you how it feels, {what}."), "talk"),
    Phrase("passes_on", _("To whom?"), _("{who} tells {what} what has been agreed."), _("{who} talks with {what}. You need not."),
           _("{who} talks with {what}."), "message"),
)  # fmt: skip
BY_CODE = {one.code: one for one in PHRASES}

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
