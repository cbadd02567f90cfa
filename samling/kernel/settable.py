"""What an organisation may settle for itself: each known setting with its unit, its bounds and the law behind it.

A setting that no organisation has settled is as shipped. Where law leaves no choice, least and most are the same.
The part of the code before the dot is its area; `guard.put_setting` judges who may change an area.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from .words import _

SINCE = dt.date(2025, 7, 1)
LONGEST = 120  # letters of a text


class Area(StrEnum):
    """What belongs together on a page, and is changed by the same people."""

    DEADLINE = "deadline"
    AGE = "age"
    CONSENT = "consent"
    TIER = "tier"
    TEXT = "text"
    RETENTION = "retention"


AREAS = {
    Area.DEADLINE: _("Deadlines"),
    Area.AGE: _("Age rules"),
    Area.CONSENT: _("How long a yes lasts"),
    Area.TIER: _("Names of the tiers"),
    Area.TEXT: _("Texts"),
    Area.RETENTION: _("How long records are kept"),
}
OF_THE_OFFICER = (Area.AGE, Area.CONSENT, Area.RETENTION)  # what a secrecy officer settles too

UNITS = {
    "working days": _("working days"),
    "days": _("days"),
    "weeks": _("weeks"),
    "years": _("years"),
    "text": "",
    "choice": "",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One setting that Samling knows. `shipped` are the values it comes with, each from a day on."""

    code: str
    title: str
    about: str
    unit: str
    shipped: tuple[tuple[dt.date, str], ...]
    least: int = 0
    most: int = 0
    choices: tuple[str, ...] = ()
    law: str = ""

    @property
    def area(self) -> Area:
        """What it belongs to."""
        return Area(self.code.partition(".")[0])

    @property
    def is_number(self) -> bool:
        """Whether its value is a number of something."""
        return self.unit not in ("text", "choice")

    @property
    def is_fixed(self) -> bool:
        """Whether the law, or there being one choice, leaves nothing to settle."""
        return self.least == self.most if self.is_number else self.unit == "choice" and len(self.choices) < 2

    def shipped_on(self, day: dt.date) -> str:
        """The value that Samling comes with on a day."""
        return max((since, value) for since, value in self.shipped if since <= max(day, SINCE))[1]

    def accepts(self, value: str) -> bool:
        """Whether a text is a value of this setting."""
        if self.is_number:
            return value.isascii() and value.isdigit() and self.least <= int(value) <= self.most
        return value in self.choices if self.unit == "choice" else 0 < len(value.strip()) <= LONGEST


def _number(code: str, title: str, about: str, unit: str, value: int, least: int, most: int, law: str = "") -> Known:
    return Known(code=code, title=title, about=about, unit=unit, shipped=((SINCE, str(value)),), least=least, most=most, law=law)


def _tier(number: str, title: str, name: str) -> Known:
    return Known(code=f"tier.{number}", title=title, about=_("What you call it where you work."), unit="text",
                 shipped=((SINCE, name),))  # fmt: skip


_ALL = (
    _number("deadline.reply_days", _("An answer to whoever told of a concern"),
            _("Whoever tells of a concern hears back within this time."), "working days", 5, 1, 20),
    _number("deadline.feedback_days", _("Word from social services after a report"),
            _("When the note of a report reminds its writer to ask."), "days", 21, 21, 21, "SoL 20:2, 19:6"),
    _number("deadline.follow_up_weeks", _("Asking again after “solved here”"),
            _("When the home and the child are asked whether it helped."), "weeks", 6, 2, 12),
    _number("deadline.draft_days", _("How long a private draft is kept"),
            _("A draft is no record. It goes by itself."), "days", 30, 7, 60),
    _number("deadline.directory_days", _("When a number in the directory must be checked again"),
            _("An older check says so beside the number."), "days", 90, 30, 366),
    _number("age.heard_from", _("The child is asked beside the guardians"),
            _("From this age the usual choice is to ask both. Maturity decides, and a person judges it."),
            "years", 12, 8, 15, "OSL 12:3"),
    _number("age.alone_from", _("The young person can be asked alone"),
            _("When nothing may go home. The law leaves no other age."), "years", 15, 15, 15, "SoL 21:2"),
    _number("consent.longest_days", _("The longest time of one question"),
            _("A question for longer than this cannot be asked."), "days", 366, 30, 366),
    _number("consent.usual_days", _("The time that is proposed"),
            _("What the form proposes when somebody asks or tells."), "days", 180, 14, 366),
    _number("consent.soon_days", _("When a yes is said to end soon"),
            _("From here on the page says that it ends soon."), "days", 30, 7, 90),
    _tier("1", _("Tier 1"), _("Tier 1: the school tries on its own")),
    _tier("2", _("Tier 2"), _("Tier 2: several help together")),
    _tier("3", _("Tier 3"), _("Tier 3: several help for a long time")),
    Known(code="text.consent", title=_("What a family is asked"), about=_("The words of questions about consent."),
          unit="choice", shipped=((SINCE, "2025-11"),), choices=("2025-11",)),
    _number("retention.social_file", _("Social file"),
            _("Counted from the last note. Finished by the end of the next calendar year."), "years", 5, 5, 5, "SoL 16:1"),
    _number("retention.protection_inquiry", _("Inquiry to protect a child"),
            _("Kept until the child turns this old. A report without inquiry: 5 years."), "years", 30, 30, 30, "SoL 16:2 a"),
    _number("retention.private_social", _("Social services by a private provider"),
            _("Counted from the last note."), "years", 2, 2, 2, "SoL 17:2"),
    _number("retention.patient_record", _("Patient record, school health too"),
            _("Counted from the last note. The organisation may keep it longer."), "years", 10, 10, 70, "PDL 3:17"),
    _number("retention.look_log", _("The log of looks"),
            _("Counted from the look."), "years", 10, 5, 70, "HSLF-FS 2016:40"),
    _number("retention.school_record", _("Records of schools and preschools"),
            _("The board decides this in its own plan. Until then nothing is proposed for disposal early."),
            "years", 70, 1, 70, "Arkivlagen 10 §"),
)  # fmt: skip
KNOWN: dict[str, Known] = {known.code: known for known in _ALL}


def shipped(code: str) -> int:
    """The number that Samling came with first: what rules fall back on where nobody tells them another."""
    return int(KNOWN[code].shipped[0][1])


def of_area(area: Area) -> list[Known]:
    """The settings of one area, in their order."""
    return [known for known in KNOWN.values() if known.area is area]
