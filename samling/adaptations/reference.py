"""Dated reference data: what can be decided about special support, and one sentence more on how to do each practice.

The law is changing (SOU 2025:44 would abolish *extra anpassningar* and bring *stödundervisning*): a row is never taken
away, it ends, and a new one begins beside it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from samling.kernel.words import _

SINCE = date(2025, 7, 1)
HEADS = ("head_teacher", "preschool_head")


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionKind:
    """What a head decides when a need of special support has been looked into."""

    code: str
    title: str
    paragraph: str
    says: str
    at_preschool: bool = False
    gives: bool = True  # support is given, so somebody holds it and a day is set to ask if it helps
    only_head: bool = False  # may not be handed to anyone else
    from_on: date = SINCE
    to_on: date | None = None  # the first day it can no longer be decided

    def stands(self, on: date) -> bool:
        """Whether it can be decided on a day."""
        return self.from_on <= on and (self.to_on is None or on < self.to_on)


# fmt: off
DECISION_KINDS = (
    DecisionKind(code="programme", title=_("Action programme"), paragraph="Skollagen 3:9",
                 says=_("It says what is needed, what is done, who holds it and when one asks if it helps.")),
    DecisionKind(code="none", title=_("No action programme is needed"), paragraph="Skollagen 3:9", gives=False,
                 says=_("This is a decision too. The home is told how to appeal.")),
    DecisionKind(code="group", title=_("Action programme with another group"), paragraph="Skollagen 3:9, 3:11",
                 only_head=True, says=_("Only for special reasons. The head decides.")),
    DecisionKind(code="alone", title=_("Action programme with one-to-one teaching"), paragraph="Skollagen 3:9, 3:11",
                 only_head=True, says=_("Only for special reasons. The head decides.")),
    DecisionKind(code="timetable", title=_("Action programme with an adapted timetable"),
                 paragraph="Skollagen 3:9, 3:12", only_head=True,
                 says=_("Only when nothing else is enough. The head decides.")),
    DecisionKind(code="preschool", title=_("Special support in preschool"), paragraph="Skollagen 8:9",
                 at_preschool=True,
                 says=_("The head sees to it that the child gets it. No action programme is needed by law.")),
    DecisionKind(code="preschool_none", title=_("No special support is needed now"), paragraph="Skollagen 8:9",
                 at_preschool=True, gives=False, says=_("Note what you saw, so that nobody has to ask anew.")),
)

# How to do it: the second sentence, after the catalogue's first.
MORE = {
    "ADAPT-CLEAR-FRAME": _("Write the three steps of the lesson where everyone can see them."),
    "ADAPT-DAY-PLAN": _("Let the child hold the plan and move the marker."),
    "ADAPT-STEPS": _("Go on to the next step only when this one is done."),
    "ADAPT-SHORTER": _("Say which part counts, and be glad when it is done."),
    "ADAPT-HELP-TO-START": _("Agree on a quiet sign for help."),
    "ADAPT-CHECK-IN": _("Keep the time also on good days."),
    "ADAPT-FIXED-SEAT": _("Sit near the one who explains, with the back free."),
    "ADAPT-SHIELD": _("Decide together when it is on and when it is off."),
    "ADAPT-MOVE": _("Give an errand with a purpose, like fetching the paper."),
    "ADAPT-QUIET-CARD": _("Try the way there together on a calm day first."),
    "ADAPT-BREAK-ACTIVITY": _("Begin each break in the same place."),
    "ADAPT-BREAK-FRIEND": _("Ask after the break how it went."),
    "ADAPT-SOFT-START": _("Begin with something the child can do."),
    "ADAPT-MEAL": _("Ask the home what works there."),
    "ADAPT-WARNING": _("Tell it twice: the day before and just before."),
    "ADAPT-DIGITAL": _("Practise the tool apart from the task."),
    "ADAPT-OTHER-FORM": _("Say what must be shown, and leave the way open."),
    "ADAPT-PREVIEW": _("Ten minutes the day before are enough."),
    "ADAPT-HOMEWORK": _("Let the home know that nothing is left to do."),
    "ADAPT-FEW-ADULTS": _("Tell the child who comes when one of them is away."),
    "ADAPT-PRAISE": _("Say it in private if the child wants that."),
    "ADAPT-HOME-CHANNEL": _("Decide what you ring about and what can wait."),
    "ADAPT-WAY-BACK": _("Talk about what happened later, when it is calm."),
    "ADAPT-CATCH-UP": _("One adult makes the plan for all subjects."),
    "ADAPT-GOODBYE": _("The parent says when it is time, and then goes."),
    "ADAPT-SMALL-GROUP": _("Let the child choose one of the friends."),
    "ADAPT-SIGNS": _("Begin with five words that the child needs often."),
}
# fmt: on

BY_CODE: dict[str, DecisionKind] = {one.code: one for one in DECISION_KINDS}


def decision_kinds(
    on: date, *, at_preschool: bool, of: Iterable[DecisionKind] = DECISION_KINDS
) -> list[DecisionKind]:
    """What can be decided on a day, at a school or at a preschool."""
    return [one for one in of if one.stands(on) and one.at_preschool == at_preschool]
