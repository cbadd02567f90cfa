"""What a question set is made of: pages on the teacher's path, cards beside it, blocks and questions."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum

from samling.kernel.categories import Category


class Kind(StrEnum):
    """How a question is answered."""

    TEXT = "text"
    LINE = "line"
    SCALE = "scale"
    CHOICE = "choice"
    YES_NO = "yes_no"
    SINCE = "since"
    PERCENT = "percent"
    HOURS = "hours"
    PEOPLE = "people"
    AREAS = "areas"
    TRIED = "tried"
    NEXT_TRIES = "next_tries"


class About(StrEnum):
    """What an answer is: what one saw comes before what one thinks."""

    SEEN = "seen"
    SAID = "said"
    FACT = "fact"
    DONE = "done"
    THINK = "think"
    WISH = "wish"


class Perspective(StrEnum):
    """Whose world a block looks at."""

    CHILD = "child"
    SCHOOL = "school"
    HOME = "home"


class Stage(StrEnum):
    """Which kind of unit a set or an adaptation is for."""

    PRESCHOOL = "preschool"
    SCHOOL = "school"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question; `prompt` and `help` are msgids, `choices` only for Kind.CHOICE."""

    code: str
    prompt: str
    kind: Kind
    about: About
    help: str = ""
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Questions that belong together and stand behind one wall."""

    code: str
    title: str
    perspective: Perspective
    category: Category
    questions: tuple[Question, ...]
    intro: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One of the teacher's seven short pages."""

    code: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionSet:
    """A version of a checklist. Frozen once published; a change is a new version."""

    code: str
    version: str
    title: str
    stage: Stage
    from_on: date
    path: tuple[Page, ...]
    cards: tuple[Block, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Every block: first those on the path in their order, then the cards."""
        return (*(block for page in self.path for block in page.blocks), *self.cards)

    def block(self, code: str) -> Block:
        """The block with this code. Raises KeyError."""
        return {block.code: block for block in self.blocks}[code]

    def page(self, code: str) -> Page:
        """The page with this code. Raises KeyError."""
        return {page.code: page for page in self.path}[code]

    def questions(self) -> Iterator[tuple[Block, Question]]:
        """Every question with its block, in order."""
        return ((block, question) for block in self.blocks for question in block.questions)

    @property
    def fingerprint(self) -> str:
        """A hash of all that the set says and of its order (sha256, 64 hex digits)."""
        content = json.dumps(asdict(self), default=str, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(content.encode()).hexdigest()
