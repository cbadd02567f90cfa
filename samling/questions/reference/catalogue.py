"""Adaptations that one can try: dated reference data (pick-list of domain reference 2.3).

The legal word "extra anpassningar" may change (SOU 2025:44); what one does in the room stays. A row is
never taken away, it ends, so that old checklists keep their words.
"""

from dataclasses import dataclass
from datetime import date

from samling.kernel.words import _
from samling.questions.rules.shape import Stage

SINCE = date(2025, 7, 1)
BOTH = (Stage.PRESCHOOL, Stage.SCHOOL)
SCHOOL = (Stage.SCHOOL,)
PRESCHOOL = (Stage.PRESCHOOL,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """One adaptation: what it is called, how it is done in one sentence, and what it is for."""

    code: str
    title: str
    how: str
    stages: tuple[Stage, ...]
    blocks: tuple[str, ...]  # the blocks it answers to, the nearest first
    from_on: date = SINCE
    to_on: date | None = None  # the first day it is no longer offered

    def stands(self, on: date) -> bool:
        """Whether it is offered on a day."""
        return self.from_on <= on and (self.to_on is None or on < self.to_on)


# fmt: off
_ALL = (
    Practice(code="ADAPT-CLEAR-FRAME", title=_("Clear start and end"), stages=BOTH, blocks=("J", "D", "E"),
               how=_("Open and close each time in the same way, and say what comes next.")),
    Practice(code="ADAPT-DAY-PLAN", title=_("The day in pictures"), stages=BOTH, blocks=("J", "E", "I"),
               how=_("Show the day in pictures or words, and tick off together.")),
    Practice(code="ADAPT-STEPS", title=_("One step at a time"), stages=BOTH, blocks=("D", "E"),
               how=_("Give one step at a time, and show what done looks like.")),
    Practice(code="ADAPT-SHORTER", title=_("Shorter tasks or more time"), stages=SCHOOL, blocks=("D", "E"),
               how=_("Cut the task in half, or give more time for the same task.")),
    Practice(code="ADAPT-HELP-TO-START", title=_("Help to get going"), stages=BOTH, blocks=("E", "D"),
               how=_("Go there first, do the first bit together and come back soon.")),
    Practice(code="ADAPT-CHECK-IN", title=_("Check-in with an adult"), stages=BOTH, blocks=("G", "H", "C"),
               how=_("Meet an adult the child has chosen, five minutes morning and afternoon.")),
    Practice(code="ADAPT-FIXED-SEAT", title=_("A seat of one's own"), stages=BOTH, blocks=("J", "E"),
               how=_("Choose the seat with the child, and keep it.")),
    Practice(code="ADAPT-SHIELD", title=_("Headphones or a screen"), stages=SCHOOL, blocks=("E", "J"),
               how=_("Let the child shut out noise or sights when it gets too much.")),
    Practice(code="ADAPT-MOVE", title=_("A break to move"), stages=BOTH, blocks=("E", "D"),
               how=_("Plan short breaks to move, before they are needed.")),
    Practice(code="ADAPT-QUIET-CARD", title=_("A card for the quiet room"), stages=BOTH, blocks=("E", "H"),
               how=_("The child shows the card and goes to a calm place. No one asks why.")),
    Practice(code="ADAPT-BREAK-ACTIVITY", title=_("A break with a plan"), stages=BOTH, blocks=("I", "F"),
               how=_("An adult leads a game that anyone may join.")),
    Practice(code="ADAPT-BREAK-FRIEND", title=_("A friend for the break"), stages=SCHOOL, blocks=("F", "I"),
               how=_("Agree before the break whom to be with, and on what.")),
    Practice(code="ADAPT-SOFT-START", title=_("A soft start"), stages=BOTH, blocks=("C", "H"),
               how=_("Let the child come a little later or another way in, and be met there.")),
    Practice(code="ADAPT-MEAL", title=_("Another way to eat"), stages=BOTH, blocks=("I", "E", "H"),
               how=_("Another time, place or dish, and something small when energy is low.")),
    Practice(code="ADAPT-WARNING", title=_("Tell before it changes"), stages=BOTH, blocks=("O", "E", "J"),
               how=_("Tell the child in good time what will change, and who will be there.")),
    Practice(code="ADAPT-DIGITAL", title=_("Digital aids"), stages=SCHOOL, blocks=("D",),
               how=_("Let the computer read aloud, write what is said or hold the list.")),
    Practice(code="ADAPT-OTHER-FORM", title=_("Show it in another way"), stages=SCHOOL, blocks=("D", "E"),
               how=_("Let the child tell, draw, build or film in place of writing.")),
    Practice(code="ADAPT-PREVIEW", title=_("See new things first"), stages=SCHOOL, blocks=("D",),
               how=_("Go through new words and tasks before the class does.")),
    Practice(code="ADAPT-HOMEWORK", title=_("Homework at school"), stages=SCHOOL, blocks=("N", "D"),
               how=_("Give time and help at school, so that the evening is free.")),
    Practice(code="ADAPT-FEW-ADULTS", title=_("Fewer adults"), stages=BOTH, blocks=("G", "J"),
               how=_("Let two or three adults have most of the child's day.")),
    Practice(code="ADAPT-PRAISE", title=_("A few kind words each day"), stages=BOTH, blocks=("G", "H", "D"),
               how=_("Say one thing each day that went well, and what the child did.")),
    Practice(code="ADAPT-HOME-CHANNEL", title=_("One way to reach the home"), stages=BOTH,
               blocks=("N", "C"),
               how=_("Agree who writes, how often and about what. Good news goes first.")),
    Practice(code="ADAPT-WAY-BACK", title=_("Away from a conflict and back"), stages=BOTH,
               blocks=("F", "G", "E"),
               how=_("Decide in advance where the child goes, with whom, and how to come back.")),
    Practice(code="ADAPT-CATCH-UP", title=_("A plan to catch up"), stages=SCHOOL, blocks=("C", "D"),
               how=_("After days away: say what matters, leave out the rest and help with it.")),
    Practice(code="ADAPT-GOODBYE", title=_("A goodbye that is the same each day"), stages=PRESCHOOL,
               blocks=("C", "G", "H"),
               how=_("The same adult, the same place and the same words each morning.")),
    Practice(code="ADAPT-SMALL-GROUP", title=_("Play in a small group"), stages=PRESCHOOL,
               blocks=("F", "D", "J"),
               how=_("Two or three children and one adult who stays in the play.")),
    Practice(code="ADAPT-SIGNS", title=_("Pictures and signs for words"), stages=PRESCHOOL,
               blocks=("D", "E"),
               how=_("Everyone shows a picture or makes a sign with the words they say.")),
)
# fmt: on

CATALOGUE: dict[str, Practice] = {one.code: one for one in _ALL}

# Why an adaptation is proposed, by the block that is low.
BECAUSE = {
    "C": _("It is hard to come right now."),
    "D": _("Learning or play is hard right now."),
    "E": _("It is hard to keep focus and calm right now."),
    "F": _("It is hard with friends right now."),
    "G": _("It is hard with the adults right now."),
    "H": _("The child is not well right now."),
    "I": _("Free time and changes are hard right now."),
    "J": _("The day or the room makes it hard right now."),
    "N": _("The contact with the home is hard right now."),
    "O": _("A change is near."),
}
NOTHING_LOW = _("It often helps, whatever the child finds hard.")
