"""The checklist for preschool, ages 1 to 5, version 2026.1 (domain reference 2.3, preschool variant).

Preschool has strong secrecy for everything (OSL 23:1) and no student health in law, so what staff see of
health and development stands in the preschool category. No action programme is required.
"""

from datetime import date

from samling.kernel.categories import Category
from samling.kernel.words import _
from samling.questions.rules.shape import About, Block, Kind, Page, Perspective, QuestionSet, Stage

from .asking import ask, card, facts
from .path_2026 import NEXT_TRY, QUESTION, STRENGTHS, TABLE, TRIED, VOICE, WHY_NOW

# fmt: off
PRESENCE = Block(
    code="C", title=_("Days at preschool"), perspective=Perspective.SCHOOL, category=Category.ATTENDANCE,
    questions=(
        ask("c-pattern", _("Which pattern do you see in the days?"),
            help=_("Days away, late days, long days.")),
        ask("c-introduction", _("How did the introduction go?")),
        ask("c-goodbye", _("What happens at drop-off and pick-up?")),
        ask("c-hours", _("Hours a week at preschool"), Kind.HOURS, About.FACT),
        ask("c-think", _("What do you think makes it easy or hard to come?"), about=About.THINK),
    ),
)

CARDS = (
    card("D", _("Play and development"), Category.PRESCHOOL,
         ask("d-language", _("How does the child make itself understood?"),
             help=_("Words, signs, looks and all the languages of the child.")),
         ask("d-play", _("What do you see in play?"), help=_("Alone, beside others or together.")),
         ask("d-body", _("How does the child move, indoors and out?")),
         ask("d-daily", _("What do you see of food, sleep and toilet?"),
             help=_("What you see, and what those at home tell.")),
         perspective=Perspective.CHILD),
    card("E", _("Focus and calm"), Category.PRESCHOOL,
         ask("e-feelings", _("What do you see when feelings grow big?")),
         ask("e-calm", _("What helps the child to become calm?")),
         ask("e-senses", _("What do noise, light and many people do?")),
         perspective=Perspective.CHILD),
    card("F", _("Friends"), Category.RELATIONS,
         ask("f-play", _("Whom does the child play with?")),
         ask("f-conflict", _("What happens when there is a conflict?"))),
    card("G", _("Adults at preschool"), Category.RELATIONS,
         ask("g-trusts", _("Which adult does the child seek?")),
         ask("g-comfort", _("How does the child take comfort?"))),
    card("H", _("Safe and well"), Category.PRESCHOOL,
         ask("h-avoids", _("Which places and times does the child avoid?")),
         ask("h-signs", _("Which signs do you see that the child is not well?"),
             help=_("Describe what you see. Do not guess at a diagnosis.")),
         perspective=Perspective.CHILD),
    card("I", _("Outdoors and between things"), Category.LEARNING,
         ask("i-outdoors", _("What do you see outdoors?")),
         ask("i-shift", _("What happens when one thing ends and the next begins?"))),
    card("J", _("The group and the rooms"), Category.LEARNING,
         ask("j-day", _("How clear is the day for the child?")),
         ask("j-room", _("How are the group and the rooms?")),
         ask("j-staff", _("Which changes of staff have there been this term?"), about=About.FACT)),
    card("L", _("The preschool's support"), Category.SUPPORT,
         ask("l-what", _("Which support does the child get now?"), about=About.DONE),
         ask("l-home", _("How have those at home shaped it?"), about=About.SAID),
         ask("l-checked-on", _("When will you check if it helps?"), Kind.SINCE, About.FACT),
         ask("l-responsible", _("Who sees to it that it is done?"), Kind.LINE, About.FACT)),
    facts("M", _("Who has helped you so far"),
          ask("m-helped", _("Who has come in to help, and when?"), about=About.FACT,
              help=_("Role and date only. What was said stays in their own notes.")),
          category=Category.PRESCHOOL),
    card("N", _("Home and preschool"), Category.HOME,
         ask("n-contact", _("How does the contact with those at home work?")),
         ask("n-say", _("What do those at home say?"), about=About.SAID,
             help=_("One guardian at a time, in their own words.")),
         ask("n-kept", _("Do you all keep what you agree on?"), Kind.YES_NO),
         perspective=Perspective.HOME),
    facts("O", _("Changes"),
          ask("o-past", _("Which group or preschool has the child left?"), about=About.FACT),
          ask("o-coming", _("Which change is coming?"), about=About.FACT),
          category=Category.LEARNING),
    facts("P", _("Others who help"),
          ask("p-consent", _("Have those at home said yes to you writing this?"), Kind.YES_NO, About.FACT,
              help=_("Write nothing here without their yes.")),
          ask("p-others", _("Who else helps, and whom can you call?"), about=About.FACT,
              help=_("Name and phone only. Not why.")),
          category=Category.HOME, perspective=Perspective.HOME),
)

PRESCHOOL_2026_1 = QuestionSet(
    code="checklist-preschool", version="2026.1", title=_("The preschool's checklist"), stage=Stage.PRESCHOOL,
    from_on=date(2025, 7, 1),
    path=(
        Page(code="why-now", title=_("Why now?"), blocks=(WHY_NOW,)),
        Page(code="strengths", title=_("What works well?"), blocks=(STRENGTHS,)),
        Page(code="attendance", title=_("Days at preschool"), blocks=(PRESENCE,)),
        Page(code="tried", title=_("What have you already tried?"), blocks=(TRIED,)),
        Page(code="voice", title=_("What does the child say?"), blocks=(VOICE,)),
        Page(code="table", title=_("Who sat here?"), blocks=(TABLE,)),
        Page(code="next", title=_("What happens next?"), blocks=(NEXT_TRY, QUESTION)),
    ),
    cards=CARDS,
)
