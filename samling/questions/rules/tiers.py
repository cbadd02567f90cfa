"""Which tier the answers point at: a suggestion with its reasons, never a decision (domain reference 5.1)."""

from collections.abc import Mapping
from dataclasses import dataclass

from samling.kernel.words import _
from samling.questions.reference import PLACEMENT, TIERS, Tier

REPORT_FIRST = _("Report your worry to the social services first. It stands outside the tiers.")
SIP_QUESTION = _("Both social services and care are needed: ask about an individual plan (SIP).")
CARE_NOW = _("Acute risk to health: contact care now.")
TRY_FIRST = _("Nothing is tried yet and it is in one place: try at school first, with advice.")


@dataclass(frozen=True, slots=True)
class Reason:
    """One row of the placement support with the answer chosen and its points (0-2)."""

    row: str
    answer: str
    points: int


@dataclass(frozen=True, slots=True)
class Suggested:
    """The tier that the points suggest. A person decides, with a reason of one's own."""

    tier: Tier
    score: int
    reasons: tuple[Reason, ...]
    notes: tuple[str, ...]
    unanswered: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether every row was answered; otherwise the score is a floor."""
        return not self.unanswered


def suggest_tier(
    points: Mapping[str, int],
    *,
    harm_suspected: bool = False,
    social_and_care: bool = False,
    acute_health: bool = False,
) -> Suggested:
    """The tier for these points (row code to 0, 1 or 2; unknown rows and values raise ValueError).

    Rows left out count as 0 and are named, since silence is no sign that all is well.
    """
    wrong = [row for row, value in points.items() if row not in PLACEMENT or value not in (0, 1, 2)]
    if wrong:
        raise ValueError(f"No such row or value: {wrong}")
    score = sum(points.values())
    return Suggested(
        tier=max((tier for tier in TIERS if tier.lowest <= score), key=lambda tier: tier.lowest),
        score=score,
        reasons=tuple(
            Reason(title, answers[points[row]], points[row])
            for row, (title, answers) in PLACEMENT.items()
            if row in points
        ),
        notes=_notes(points, harm_suspected, social_and_care, acute_health),
        unanswered=tuple(row for row in PLACEMENT if row not in points),
    )


def _notes(points: Mapping[str, int], harm: bool, both: bool, acute: bool) -> tuple[str, ...]:
    try_first = points.get("response") == 0 and points.get("breadth", 2) <= 1
    said = ((harm, REPORT_FIRST), (acute, CARE_NOW), (both, SIP_QUESTION), (try_first, TRY_FIRST))
    return tuple(text for applies, text in said if applies)
