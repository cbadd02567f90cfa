"""Short ways to write a question and a card."""

from samling.kernel.categories import Category
from samling.kernel.words import _
from samling.questions.rules.shape import About, Block, Kind, Perspective, Question


def ask(
    code: str,
    prompt: str,
    kind: Kind = Kind.TEXT,
    about: About = About.SEEN,
    *,
    help: str = "",
    choices: tuple[tuple[str, str], ...] = (),
) -> Question:
    """A question in one line."""
    return Question(code=code, prompt=prompt, kind=kind, about=about, help=help, choices=choices)


def card(code: str, title: str, category: Category, *questions: Question, intro: str = "",
         perspective: Perspective = Perspective.SCHOOL) -> Block:  # fmt: skip
    """A card: what was seen, then how it is, since when, who sees it, and last what one thinks."""
    low = code.lower()
    return Block(
        code=code,
        title=title,
        category=category,
        perspective=perspective,
        intro=intro,
        questions=(
            *questions,
            ask(f"{low}-state", _("How does it work right now?"), Kind.SCALE),
            ask(f"{low}-since", _("Since when?"), Kind.SINCE, About.FACT, help=_("About when is enough.")),
            ask(f"{low}-who", _("Who sees it?"), Kind.LINE, About.FACT),
            ask(f"{low}-think", _("What do you think it depends on?"), about=About.THINK),
        ),
    )


def facts(
    code: str,
    title: str,
    *questions: Question,
    category: Category,
    perspective: Perspective = Perspective.SCHOOL,
) -> Block:
    """A card that only gathers facts: nothing to rate and nothing to think."""
    return Block(code=code, title=title, category=category, perspective=perspective, questions=questions)
