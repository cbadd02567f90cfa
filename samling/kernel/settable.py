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
POSTAL = "text.postal"


class Area(StrEnum):
    """What belongs together on a page, and is changed by the same people."""

    DEADLINE = "deadline"
    AGE = "age"
    CONSENT = "consent"
    TIER = "tier"
    TEXT = "text"
    NAMED = "named"
    RETENTION = "retention"
    WATCH = "watch"
    SIP = "sip"


AREAS = {
    Area.DEADLINE: _("Deadlines"),
    Area.AGE: _("Age rules"),
    Area.CONSENT: _("How long a yes lasts"),
    Area.TIER: _("Names of the tiers"),
    Area.TEXT: _("Texts"),
    Area.NAMED: _("Named contact"),
    Area.RETENTION: _("How long records are kept"),
    Area.WATCH: _("The watch over the log"),
    Area.SIP: _("SIP by local agreement"),
}
OF_THE_OFFICER = (Area.AGE, Area.CONSENT, Area.RETENTION, Area.WATCH)  # what a secrecy officer settles too

# A choice as it is said; any other is its own name.
CHOICES = {"yes": _("yes"), "no": _("no")}
UNITS = {
    "working days": _("working days"),
    "days": _("days"),
    "weeks": _("weeks"),
    "months": _("months"),
    "years": _("years"),
    "hours": _("hours"),
    "minutes": _("minutes"),
    "children": _("children"),
    "looks": _("looks"),
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


def _role(code: str, title: str, choices: tuple[str, ...]) -> Known:
    return Known(code=f"named.{code}", title=title, about=_("Who is asked to be it. It gives no access to anything."),
                 unit="choice", shipped=((SINCE, choices[0]),), choices=choices)  # fmt: skip


_ALL = (
    _number("deadline.reply_days", _("An answer to whoever told of a concern"),
            _("Whoever tells of a concern hears back within this time."), "working days", 5, 1, 20),
    _number("deadline.feedback_days", _("Word from social services after a report"),
            _("When the note of a report reminds its writer to ask."), "days", 21, 21, 21, "SoL 20:2, 19:6"),
    _number("deadline.public_days", _("An answer to who asks for public documents"),
            _("The law says promptly: this is when the clock rings."), "days", 3, 1, 14, "TF 2:15–16"),
    _number("deadline.triage_days", _("The team's answer to a school that asks"),
            _("From the day the school asks until the team has answered."), "working days", 5, 1, 20),
    _number("deadline.welcome_days", _("The information meeting after the team's yes"),
            _("From the day the team has said yes until the family has been met."), "working days", 10, 1, 30),
    _number("deadline.follow_up_weeks", _("Asking again after “solved here”"),
            _("When the home and the child are asked whether it helped."), "weeks", 6, 2, 12),
    _number("deadline.t1_days", _("The first follow-up"),
            _("From the start until the child, the home and the school are asked again."), "days", 91, 42, 183),
    _number("deadline.t3_days", _("The first call after closing"),
            _("When those who were helped are asked how it is half a year later."), "days", 182, 91, 274),
    _number("deadline.t4_days", _("The last call after closing"),
            _("When those who were helped are asked how it is a year later."), "days", 365, 274, 548),
    _number("deadline.light_days", _("The light check"),
            _("From one short question of whether it helps until the next."), "days", 21, 14, 42),
    _number("deadline.ask_days", _("How long a question about how it is stays open"),
            _("So long an answer is waited for and a link works. After that the person may be asked anew."), "days", 14, 7, 28),
    _number("deadline.draft_days", _("How long a private draft is kept"),
            _("A draft is no record. It goes by itself."), "days", 30, 7, 60),
    _number("deadline.directory_days", _("When a number in the directory must be checked again"),
            _("An older check says so beside the number."), "days", 90, 30, 366),
    _number("deadline.overdue_days", _("When the head is told of what is undone"),
            _("So long after its day, whoever leads the unit is told. Of what kind, never about which child."),
            "days", 7, 1, 30),
    _number("deadline.warn_first_days", _("First word before something ends"),
            _("A role, an assignment to a child or a yes that ends: its holder is told so long before."),
            "days", 30, 14, 90),
    _number("deadline.warn_last_days", _("Last word before something ends"),
            _("And is told again so long before, unless the first word still stands unread."), "days", 7, 1, 13),
    _number("deadline.task_hours", _("How long Samling tries what was asked for"),
            _("What was left to be done by itself, like a large file. Then the one who asked is told that it failed."),
            "hours", 24, 4, 72),
    _number("deadline.psychiatry_days", _("Child psychiatry's answer to a referral"),
            _("Counted from the day it was sent. When it has passed, Today says that the answer is late."), "days", 30, 7, 120),
    _number("deadline.interpreter_days", _("When a missing interpreter is said"),
            _("So many days before a meeting it stands on Today that no interpreter has confirmed."), "days", 3, 1, 14),
    _number("deadline.review_weeks", _("How often a plan is looked at again"),
            _("What is proposed when a plan is begun."), "weeks", 8, 2, 26),
    _number("deadline.coordinator_days", _("When the one who coordinates sees that a day has passed"),
            _("Until then only the one who owns it sees it."), "days", 7, 1, 30),
    _number("deadline.head_days", _("When the head sees that a day has passed"),
            _("So long after its day, and never before the one who coordinates."), "days", 14, 2, 60),
    _number("deadline.answer_days", _("When a question about yes and no waits for long"),
            _("From the day it was asked. Then it stands among the days that run for whoever asked."), "days", 14, 7, 60),
    _number("deadline.quiet_days", _("When a child is shown as quiet"),
            _("So long after anything was last told, whoever leads the unit can ask how it is going."), "days", 30, 7, 120),
    _number("deadline.back_months", _("The way back after a closing"),
            _("So long the family and you can open a closed matter again without a new referral."), "months", 6, 1, 24),
    _number("deadline.nudge_days", _("How often one can ask how it is going"),
            _("The same person about the same thing, at most once in so many days."), "days", 7, 2, 30),
    _number("age.heard_from", _("The child is asked beside the guardians"),
            _("From this age the usual choice is to ask both. Maturity decides, and a person judges it."),
            "years", 12, 8, 15, "OSL 12:3"),
    _number("age.alone_from", _("The young person can be asked alone"),
            _("When nothing may go home. The law leaves no other age."), "years", 15, 15, 15, "SoL 21:2"),
    _number("age.span_until", _("What you offer ends in the year the child turns"),
            _("With the end of the spring term. Well before, whoever coordinates and whoever leads are told to prepare what comes after."),
            "years", 16, 6, 25),
    _number("deadline.span_months", _("First word before a child outgrows what you offer"),
            _("So long before its last day it stands on Today, once, with the way to what is to go along."), "months", 12, 3, 24),
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
    Known(code=POSTAL, title=_("Postal address"), unit="text", shipped=((SINCE, ""),),
          about=_("Where letters to you are sent. A decision that can be appealed against names it.")),
    _role("before_school", _("The named contact before school"),
          (_("the child health nurse"), _("the head of the preschool"), _("a preschool teacher"))),
    _role("at_school", _("The named contact at school"),
          (_("the head or the deputy head"), _("someone in student health"), _("the mentor"))),
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
    _number("watch.harvest_children", _("So many children in a short while is an alarm"),
            _("Whoever opens so many different children is stopped until the head or a secrecy officer has answered."),
            "children", 60, 20, 120),
    _number("watch.harvest_minutes", _("The short while"),
            _("Children opened within this time are counted together. A longer time is a stricter watch."),
            "minutes", 60, 30, 480),
    _number("watch.spot_checks", _("Looks drawn for review each week"),
            _("So many in each authority and activity. Somebody else than the one who looked reviews them."),
            "looks", 10, 3, 100, "HSLF-FS 2016:40"),
    Known(code="sip.school_calls", title=_("May the school call a SIP?"),
          about=_("The law gives the duty to social services and health care. Some agreements let the school call too."),
          unit="choice", shipped=((SINCE, "no"),), choices=("no", "yes"), law="SoL 10:8, HSL 16:4"),
    _number("sip.call_days", _("The call to a SIP meeting"),
            _("Counted from the day somebody saw the need. The law says at once; local agreements give days."), "days", 7, 1, 30,
            "SoL 10:8, HSL 16:4"),
    _number("sip.meeting_days", _("The SIP meeting itself"),
            _("Counted from the same day."), "days", 21, 1, 60, "SoL 10:8, HSL 16:4"),
)  # fmt: skip
KNOWN: dict[str, Known] = {known.code: known for known in _ALL}


def shipped(code: str) -> int:
    """The number that Samling came with first: what rules fall back on where nobody tells them another."""
    return int(KNOWN[code].shipped[0][1])


def numbers() -> list[tuple[str, dt.date, int, int, int]]:
    """Every number that Samling comes with: code, since when, value, least, most; as the guard knows them."""
    return [(known.code, since, int(value), known.least, known.most)
            for known in KNOWN.values() if known.is_number for since, value in known.shipped]  # fmt: skip


def of_area(area: Area) -> list[Known]:
    """The settings of one area, in their order."""
    return [known for known in KNOWN.values() if known.area is area]
