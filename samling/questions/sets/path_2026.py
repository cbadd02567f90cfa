"""The pages that school and preschool share in 2026: the child is the same child."""

from samling.kernel.categories import Category
from samling.kernel.words import _
from samling.questions.rules.shape import About, Block, Kind, Perspective

from .asking import ask

WHY_NOW = Block(
    code="A",
    title=_("Why now?"),
    perspective=Perspective.CHILD,
    category=Category.CONCERN,
    questions=(
        ask("a-seen", _("What have you seen?"),
            help=_("Write what happened, when and where. Leave guesses for later.")),
        ask("a-since", _("Since when?"), Kind.SINCE, About.FACT, help=_("About when is enough.")),
        ask("a-urgent", _("Must something be done today?"), Kind.YES_NO, About.FACT,
            help=_("Do you fear that the child is harmed? Then report it now. That is a way of its own.")),
        ask("a-told-child", _("Does the child know that you are worried?"), Kind.YES_NO, About.FACT),
        ask("a-told-home", _("Do those at home know that you are worried?"), Kind.YES_NO, About.FACT),
        ask("a-areas", _("What is it about?"), Kind.AREAS, About.FACT,
            help=_("Each choice opens a card. What you leave out is not missing.")),
        ask("a-think", _("What do you think lies behind it?"), about=About.THINK),
    ),
)  # fmt: skip

STRENGTHS = Block(
    code="B",
    title=_("What works well?"),
    perspective=Perspective.CHILD,
    category=Category.CONCERN,
    intro=_("Start here together. Whoever reads about the worry reads this too."),
    questions=(
        ask("b-likes", _("What does the child like to do?")),
        ask("b-works", _("When does it go well?"), help=_("A time of day, a place, a task or a group.")),
        ask("b-people", _("Whom does the child seek out?"), help=_("Both children and adults.")),
        ask("b-proud", _("What is the child proud of?"), about=About.SAID),
    ),
)

TRIED = Block(
    code="K",
    title=_("What have you already tried?"),
    perspective=Perspective.SCHOOL,
    category=Category.ADAPTATIONS,
    intro=_("Write what you did, even what did not help."),
    questions=(
        ask("k-tried", _("What you tried, for how long and how it went"), Kind.TRIED, About.DONE),
        ask("k-learned", _("What do you learn from it?"), about=About.THINK),
    ),
)

VOICE = Block(
    code="Q",
    title=_("What does the child say?"),
    perspective=Perspective.CHILD,
    category=Category.VOICE,
    intro=_("Write the words as the child said them. Do not correct them."),
    questions=(
        ask("q-how", _("How did you ask?"), Kind.CHOICE, About.FACT, choices=(
            ("talk", _("We talked")),
            ("pictures", _("With pictures or drawings")),
            ("scale", _("With a scale or faces")),
            ("wrote", _("The child wrote")),
            ("not_asked", _("We have not asked yet")),
        )),
        ask("q-words", _("What does the child say about how it is?"), about=About.SAID),
        ask("q-first", _("What does the child want first?"), about=About.WISH),
        ask("q-not-asked", _("If you have not asked: why, and when will you?"), Kind.LINE, About.FACT),
    ),
)  # fmt: skip

TABLE = Block(
    code="T",
    title=_("Who sat here?"),
    perspective=Perspective.SCHOOL,
    category=Category.CONCERN,
    questions=(
        ask("t-people", _("Who sat at the table?"), Kind.PEOPLE, About.FACT,
            help=_("One person on each line: name and role.")),
        ask("t-missing", _("Whom do you miss at the table?"), Kind.LINE, About.THINK),
    ),
)  # fmt: skip

NEXT_TRY = Block(
    code="R",
    title=_("What do you try next?"),
    perspective=Perspective.SCHOOL,
    category=Category.ADAPTATIONS,
    intro=_("Choose one or two things. A few that get done beat many on paper."),
    questions=(ask("r-next", _("What, who starts and when you check"), Kind.NEXT_TRIES, About.DONE),),
)

QUESTION = Block(
    code="S",
    title=_("What should be different?"),
    perspective=Perspective.CHILD,
    category=Category.CONCERN,
    questions=(
        ask("s-different", _("What should be different in eight weeks?"), about=About.WISH),
        ask("s-sign", _("How would you see it?"), about=About.WISH,
            help=_("Something you can see or count.")),
        ask("s-question", _("What do you want to ask the team?"), about=About.WISH,
            help=_("Only if you take it further.")),
    ),
)  # fmt: skip
