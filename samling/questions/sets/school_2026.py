"""The checklist for preschool class and school, version 2026.1 (domain reference 2.3, blocks A to S).

What any adult sees (H) is part of the concern; what student health has done (M) is its own: see
docs/compartments.md.
"""

from datetime import date

from samling.kernel.categories import Category
from samling.kernel.words import _
from samling.questions.rules.shape import About, Block, Kind, Page, Perspective, QuestionSet, Stage

from .asking import ask, card, facts
from .path_2026 import NEXT_TRY, QUESTION, STRENGTHS, TABLE, TRIED, VOICE, WHY_NOW

# fmt: off
ATTENDANCE = Block(
    code="C", title=_("Attendance"), perspective=Perspective.SCHOOL, category=Category.ATTENDANCE,
    intro=_("Take the figures from your attendance register."),
    questions=(
        ask("c-percent-month", _("Absence in the last four weeks"), Kind.PERCENT, About.FACT,
            help=_("In percent of planned time.")),
        ask("c-percent-term", _("Absence this term"), Kind.PERCENT, About.FACT,
            help=_("In percent of planned time.")),
        ask("c-hours-valid", _("Valid absence"), Kind.HOURS, About.FACT,
            help=_("How many hours in four weeks?")),
        ask("c-hours-invalid", _("Invalid absence"), Kind.HOURS, About.FACT,
            help=_("How many hours in four weeks?")),
        ask("c-pattern", _("Which pattern do you see?"),
            help=_("A weekday, a lesson, after weekends, late or leaves early.")),
        ask("c-step", _("Which step in your attendance ladder?"), Kind.LINE, About.FACT),
        ask("c-inquiry", _("Is an absence inquiry open?"), Kind.YES_NO, About.FACT),
        ask("c-inquiry-on", _("When was it opened?"), Kind.SINCE, About.FACT),
        ask("c-owner-on", _("When was the school owner told?"), Kind.SINCE, About.FACT),
        ask("c-think", _("What do you think makes it hard to come?"), about=About.THINK),
    ),
)

CARDS = (
    card("D", _("Learning"), Category.LEARNING,
         ask("d-follows", _("What do you see when the class works?"),
             help=_("Does the child keep up? When, and when not?")),
         ask("d-reads", _("How is it with reading, writing and maths?")),
         ask("d-tests", _("What have tests and surveys shown?"), about=About.FACT),
         ask("d-risk", _("In which subjects is a pass at risk?"), Kind.LINE, About.FACT),
         ask("d-language", _("Which languages does the child use?"), Kind.LINE, About.FACT,
             help=_("Also note study guidance in the mother tongue."))),
    card("E", _("Focus and calm"), Category.LEARNING,
         ask("e-start", _("What do you see at the start and end of a task?"),
             help=_("To begin, to keep going and to finish.")),
         ask("e-shift", _("What happens when one thing ends and the next begins?")),
         ask("e-senses", _("What do noise, light and many people do?")),
         ask("e-body", _("What do you see of tiredness and hunger?"))),
    card("F", _("Friends"), Category.RELATIONS,
         ask("f-break", _("Whom is the child with at break?")),
         ask("f-conflict", _("What happens when there is a conflict?")),
         ask("f-bullying", _("Is there a bullying case?"), Kind.YES_NO, About.FACT,
             help=_("Only say that it exists. Do not tell it again here.")),
         ask("f-online", _("What do you know of life on the net?"), about=About.SAID)),
    card("G", _("Adults at school"), Category.RELATIONS,
         ask("g-trusts", _("Which adult does the child seek?")),
         ask("g-avoids", _("Which adult does the child avoid?")),
         ask("g-mends", _("How do you become friends again after a conflict?"))),
    card("H", _("Safe and well"), Category.CONCERN,
         ask("h-avoids", _("Which places and times does the child avoid?")),
         ask("h-signs", _("Which signs do you see that the child is not well?"),
             help=_("Describe what you see. Do not guess at a diagnosis.")),
         ask("h-says", _("What does the child say about sleep, aches and worry?"), about=About.SAID),
         perspective=Perspective.CHILD),
    card("I", _("Free time in the day"), Category.LEARNING,
         ask("i-break", _("What do you see at breaks, in corridors and at lunch?")),
         ask("i-change", _("What do you see in changing rooms and on the way?")),
         ask("i-leisure", _("What does the after-school staff see?"))),
    card("J", _("The setting for learning"), Category.LEARNING,
         ask("j-day", _("How clear is the day for the child?")),
         ask("j-start", _("How do lessons start?")),
         ask("j-room", _("How are the group, the seats and the room?")),
         ask("j-staff", _("Which changes of staff have there been this term?"), about=About.FACT)),
    card("L", _("Special support"), Category.SUPPORT,
         ask("l-inquiry", _("Is an inquiry about special support open?"), Kind.YES_NO, About.FACT),
         ask("l-decided-on", _("When did the head teacher decide?"), Kind.SINCE, About.FACT),
         ask("l-programme", _("Is there an action programme?"), Kind.YES_NO, About.FACT),
         ask("l-what", _("Which support is decided?"), about=About.DONE,
             help=_("For example a small group, own teaching or another timetable.")),
         ask("l-checked-on", _("When will you check if it helps?"), Kind.SINCE, About.FACT),
         ask("l-responsible", _("Who sees to it that it is done?"), Kind.LINE, About.FACT)),
    facts("M", _("Student health so far"),
          ask("m-helped", _("Who in student health has been there, and when?"), about=About.FACT,
              help=_("Role and date only. What was said stays in their own notes.")),
          ask("m-assessed", _("Which assessments are done, and when?"), about=About.FACT,
              help=_("Only kind and date.")),
          category=Category.STUDENT_HEALTH),
    card("N", _("Home and school"), Category.HOME,
         ask("n-contact", _("How does the contact with those at home work?")),
         ask("n-channel", _("How have you agreed to keep in touch?"), Kind.LINE, About.FACT),
         ask("n-meetings", _("How many meetings in three months?"), Kind.LINE, About.FACT),
         ask("n-kept", _("Do you all keep what you agree on?"), Kind.YES_NO),
         ask("n-say", _("What do those at home say?"), about=About.SAID,
             help=_("One guardian at a time, in their own words.")),
         ask("n-work", _("How often do they miss work because of school?"), Kind.LINE, About.SAID),
         perspective=Perspective.HOME),
    facts("O", _("Changes"),
          ask("o-past", _("Which school or teacher has the child left?"), about=About.FACT),
          ask("o-coming", _("Which change is coming?"), about=About.FACT),
          ask("o-handover", _("What did you learn from those before you?"), about=About.FACT),
          category=Category.LEARNING),
    facts("P", _("Others who help"),
          ask("p-consent", _("Have those at home said yes to you writing this?"), Kind.YES_NO, About.FACT,
              help=_("Write nothing here without their yes.")),
          ask("p-others", _("Who else helps, and whom can you call?"), about=About.FACT,
              help=_("Name and phone only. Not why.")),
          category=Category.HOME, perspective=Perspective.HOME),
)

SCHOOL_2026_1 = QuestionSet(
    code="checklist-school", version="2026.1", title=_("The school's checklist"), stage=Stage.SCHOOL,
    from_on=date(2025, 7, 1),
    path=(
        Page(code="why-now", title=_("Why now?"), blocks=(WHY_NOW,)),
        Page(code="strengths", title=_("What works well?"), blocks=(STRENGTHS,)),
        Page(code="attendance", title=_("Attendance"), blocks=(ATTENDANCE,)),
        Page(code="tried", title=_("What have you already tried?"), blocks=(TRIED,)),
        Page(code="voice", title=_("What does the child say?"), blocks=(VOICE,)),
        Page(code="table", title=_("Who sat here?"), blocks=(TABLE,)),
        Page(code="next", title=_("What happens next?"), blocks=(NEXT_TRY, QUESTION)),
    ),
    cards=CARDS,
)
