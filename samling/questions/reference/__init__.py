"""Dated reference data: kinds of support, legal deadlines, local attendance ladders and tiers.

Law changes and places differ, so these are rows with a period and never constants in a rule. The ladders
are examples from public documents; each authority sets its own.
"""

from dataclasses import dataclass
from datetime import date

from samling.kernel.words import _

SINCE = date(2025, 7, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportKind:
    """A legal kind of support in school or preschool; `decided` if the head teacher decides it in writing."""

    code: str
    title: str
    paragraph: str
    decided: bool = False
    from_on: date = SINCE
    to_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A time limit in law. `days` or `months`; both None where the law says only "speedily" or "at once"."""

    code: str
    title: str
    paragraph: str
    says: str
    days: int | None = None
    months: int | None = None
    from_on: date = SINCE
    to_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderStep:
    """A step of an attendance ladder: when it is reached and who acts. Percent of absence over `weeks`."""

    number: int
    when: str
    who: str
    percent: int | None = None
    weeks: int | None = None
    follow_up_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """A local attendance ladder. The law has no percentage (skollagen 7:19 a)."""

    code: str
    title: str
    steps: tuple[LadderStep, ...]
    from_on: date = SINCE
    to_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """A level of the pyramid of support."""

    number: int
    code: str
    title: str
    meaning: str
    lowest: int  # the lowest placement score that suggests it
    from_on: date = SINCE
    to_on: date | None = None


# fmt: off
SUPPORT_KINDS = (
    SupportKind(code="guidance", title=_("Guidance and stimulation"), paragraph="Skollagen 3:2"),
    SupportKind(code="early_guarantee", title=_("The guarantee for early support"),
                paragraph="Skollagen 3:4"),
    SupportKind(code="extra_adaptations", title=_("Extra adaptations"), paragraph="Skollagen 3:5"),
    SupportKind(code="special_support", title=_("Special support"), paragraph="Skollagen 3:7", decided=True),
    SupportKind(code="action_programme", title=_("Action programme"), paragraph="Skollagen 3:9",
                decided=True),
    SupportKind(code="small_group", title=_("Special group or own teaching"), paragraph="Skollagen 3:11",
                decided=True),
    SupportKind(code="adapted_timetable", title=_("Adapted timetable"), paragraph="Skollagen 3:12",
                decided=True),
    SupportKind(code="preschool_support", title=_("Special support in preschool"), paragraph="Skollagen 8:9"),
)

DEADLINES = (
    Deadline(code="absence_told", title=_("Those at home are told of invalid absence"),
             paragraph="Skollagen 7:17",
             says=_("the same day"), days=0),
    Deadline(code="absence_inquiry", title=_("Inquiry when absence is repeated or long, valid or not"),
             paragraph="Skollagen 7:19 a", says=_("speedily")),
    Deadline(code="absence_to_owner", title=_("The school owner is told of the absence inquiry"),
             paragraph="Skollagen 7:19 a", says=_("as soon as possible")),
    Deadline(code="home_municipality_told",
             title=_("The home municipality is told of start, end and absence inquiry"),
             paragraph="Skollagen 7:22", says=_("as soon as possible")),
    Deadline(code="extra_adaptations", title=_("Extra adaptations are given"), paragraph="Skollagen 3:5",
             says=_("speedily")),
    Deadline(code="support_inquiry", title=_("Inquiry about special support"), paragraph="Skollagen 3:7",
             says=_("speedily")),
    Deadline(code="concern_report", title=_("Concern report on knowledge or suspicion"), paragraph="SoL 19:1",
             says=_("at once"), days=0),
    Deadline(code="protection_assessment",
             title=_("The social services assess if the child needs protection"),
             paragraph="SoL 20:1", says=_("at once"), days=0),
    Deadline(code="open_or_not", title=_("The social services decide whether to open an inquiry"),
             paragraph="SoL 20:2", says=_("within 14 days"), days=14),
    Deadline(code="child_inquiry", title=_("The social services' inquiry about a child is done"),
             paragraph="SoL 20:3", says=_("within four months"), months=4),
    Deadline(code="reporter_feedback", title=_("The one who reported is told, if they ask"),
             paragraph="SoL 19:6", says=_("within a week of the decision"), days=7),
    Deadline(code="sip_begins", title=_("Work on an individual plan begins"), paragraph="SoL 10:8, HSL 16:4",
             says=_("at once")),
    Deadline(code="support_not_given",
             title=_("Granted support that is not given is reported to the inspectorate"),
             paragraph="SoL 34:1", says=_("after three months"), months=3),
)

LADDERS = (
    Ladder(code="two-weeks", title=_("Three steps, two weeks between"), steps=(
        LadderStep(number=1, percent=20, weeks=4, who="mentor",
                   when=_("First invalid absence, two weeks in a row, or over 20 percent in four weeks.")),
        LadderStep(number=2, weeks=2, who="student_health_team", follow_up_days=14,
                   when=_("It is repeated, or goes on for two more weeks.")),
        LadderStep(number=3, weeks=2, who="head_teacher",
                   when=_("It goes on for two more weeks: a deeper inquiry and a plan.")),
    )),
    Ladder(code="fifteen-percent", title=_("15 percent after two weeks of measures"), steps=(
        LadderStep(number=1, who="mentor", when=_("The mentor sees a pattern.")),
        LadderStep(number=2, who="student_health_team", when=_("Measures are tried for two weeks.")),
        LadderStep(number=3, percent=15, weeks=2, who="head_teacher", follow_up_days=21,
                   when=_("Over 15 percent after two weeks of measures: an inquiry within three weeks.")),
    )),
)

TIERS = (
    Tier(number=1, code="universal", title=_("For all"), lowest=0,
         meaning=_("Good teaching, a clear day and support that all children can get.")),
    Tier(number=2, code="selective", title=_("Early and aimed"), lowest=5,
         meaning=_("There are signs or risks in more than one place. A few people act together.")),
    Tier(number=3, code="indicated", title=_("Coordinated"), lowest=10,
         meaning=_("The needs are clear and lasting, and several must decide together.")),
)

# What the placement support asks, with what 0, 1 and 2 points mean.
PLACEMENT: dict[str, tuple[str, tuple[str, str, str]]] = {
    "breadth": (
        _("Where is it hard?"),
        (_("In one place"), _("In two places"), _("With the child, at school and at home")),
    ),
    "duration": (_("For how long?"), (_("Under a month"), _("One to six months"), _("Over six months"))),
    "response": (
        _("What did it give?"),
        (_("Nothing tried yet"), _("It helped a little"), _("Tried and checked, no effect")),
    ),
    "attendance": (
        _("How is attendance?"),
        (
            _("Below the first step of the ladder"),
            _("On step one or two"),
            _("On step three, or never comes"),
        ),
    ),
    "parties": (
        _("Who is needed?"),
        (_("School alone"), _("School and one more"), _("School, social services and care")),
    ),
    "child": (
        _("What does the child say about how it is?"),
        (_("Mostly good"), _("Both good and bad"), _("Mostly bad")),
    ),
    "protection": (_("What is there that protects?"), (_("Much"), _("Some"), _("Little"))),
}
