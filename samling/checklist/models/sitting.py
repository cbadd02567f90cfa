"""A checklist as one person at the table sees it: what she may read and write, where it stands, saving."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from samling.access import guard, looks
from samling.checklist import rules
from samling.concern.models import SignalBody
from samling.kernel.answer import insist
from samling.kernel.categories import Category, wall
from samling.kernel.merging import Base, mark
from samling.people.models import Capacity, Child
from samling.questions.rules.adaptations import Idea, untried
from samling.questions.rules.shape import About, Block, Kind, Page, Question
from samling.records.lines import Kept, Woven, code_of, number_of, put, rows_of, versions, weave
from samling.seating.models import Seat, readers

from .elsewhere import Known, known
from .lines import ROWS, SHAPES, shape_of
from .sheet import Checklist

SAVING = dt.timedelta(minutes=1)  # how long a page may not know yet what was saved by itself
SEEN = "a-seen"  # the question that a concern has answered


class Sitting:
    """One person's seat: built for a request, holds no rights of its own (the walls decide)."""

    def __init__(self, checklist: Checklist, capacity: Capacity, at: dt.datetime):
        self.checklist, self.capacity, self.at = checklist, capacity, at
        self.questions = checklist.questions
        self.access = guard.my_access(checklist.subject_id)
        self.today = rules.local_day(at)

    @cached_property
    def child(self) -> Child | None:
        """The child, for those who may read the name."""
        children = Child.objects.select_related("unit", "branch").filter(pk=self.checklist.subject_id)
        return children.first()

    @cached_property
    def is_school_health(self) -> bool:
        """Whether the person sits in the medical part that hangs on this school (OSL 25:1)."""
        unit, child = self.capacity.unit, self.child
        return unit is not None and child is not None and unit.branch.hangs_on_id == child.branch_id

    def wall(self, block: Block) -> int:
        """The wall of a block: the school's, or school health's own, by the block's category."""
        unit, own = self.capacity.unit, self.is_school_health
        return wall(unit.branch.number if unit and own else self.checklist.branch_number, block.category)

    @cached_property
    def path(self) -> list[Page]:
        """The pages on this person's path: those with a part that she writes in."""
        pages = (replace(page, blocks=tuple(self.mine(page.blocks))) for page in self.questions.path)
        return [] if self.is_school_health else [page for page in pages if page.blocks]

    @cached_property
    def cards(self) -> list[Block]:
        """The cards that this person may write on."""
        return [] if self.is_school_health else self.mine(self.questions.cards)

    @cached_property
    def everything(self) -> list[Block]:
        """Every block that this person writes in; to school health a box for each, behind their own wall."""
        own = self.is_school_health
        return self.mine(map(own_block, self.questions.blocks) if own else self.questions.blocks)

    def mine(self, blocks: Iterable[Block]) -> list[Block]:
        """Those of the blocks that this person writes in, without what is asked for by chairs."""
        return [
            replace(block, questions=tuple(q for q in block.questions if q.kind != Kind.PEOPLE))
            for block in blocks
            if self.access.get(self.wall(block))
        ]

    def look(self, blocks: Iterable[Block], errand: str) -> None:
        """A committed look at these blocks' walls and at what is told, so that their texts open."""
        told = [row["wall"] for row in guard.my_disclosures(self.checklist.subject_id)]
        looks.look(self.checklist.subject_id, {*map(self.wall, blocks), *told}, errand)

    def lines(self, blocks: Iterable[Block]) -> dict[str, Kept]:
        """The line that counts at each place of these blocks."""
        questions = [question for block in blocks for question in block.questions]
        plain = [question.code for question in questions if question.kind not in ROWS]
        found = self.versions(Kind.TEXT, head__place__in=plain)
        for kind in {question.kind for question in questions} & set(ROWS):
            found += self.versions(kind)
        return {kept.head.place: kept for kept in found}

    def brought(self, blocks: Iterable[Block], lines: Mapping[str, Any]) -> dict[str, str]:
        """What the concern says already, offered where the same is asked and nobody has answered.

        Only behind the concern's own wall, so that it gets no new readers; it is an answer when it is saved.
        """
        asked = [block for block in blocks for question in block.questions if question.code == SEEN]
        if not (asked and self.checklist.signal_id) or SEEN in lines:
            return {}
        told = SignalBody.objects.filter(head=self.checklist.signal_id, head__wall=self.wall(asked[0])).first()
        return {SEEN: told.text} if told else {}

    def versions(self, kind: Kind, **where: Any) -> list[Kept]:
        """Every version of the lines of a kind that this person may read, oldest first."""
        return versions(shape_of(kind), head__checklist=self.checklist, **where)

    def readers(self, blocks: Iterable[Block]) -> list[str]:
        """Who can read what is written in these blocks now."""
        return readers(self.checklist.subject_id, map(self.wall, blocks), self.at)

    @cached_property
    def seats(self) -> list[Seat]:
        """Those who sit at the table."""
        return Seat.at(self.checklist)

    @cached_property
    def marks(self) -> dict[str, str]:
        """The latest word about each step."""
        return self.checklist.marks()

    @cached_property
    def answered(self) -> set[str]:
        """The question codes that have an answer, read from the heads: no text is opened for it."""
        found: set[str] = set()
        for shape in SHAPES:
            heads = shape.head.objects.filter(checklist=self.checklist).order_by("version")
            last = dict(heads.values_list("place", "is_empty"))
            found |= {code_of(place) for place, is_empty in last.items() if not is_empty}
        return found

    def count(self, blocks: Iterable[Block]) -> int:
        """How many questions of these blocks have an answer."""
        codes = {question.code for block in blocks for question in block.questions}
        return len(codes & self.answered)

    @cached_property
    def states(self) -> dict[str, str]:
        """Where each page on the path stands."""
        return {page.code: self._state(page) for page in self.path}

    def _state(self, page: Page) -> str:
        answered, word = self.count(page.blocks), self.marks.get(page.code)
        if page.code == "table":
            answered += len(self.seats) - (word != rules.DONE)  # the one who began sits there from the start
        return rules.step_state(answered=answered, mark=word)

    @cached_property
    def open_cards(self) -> list[Block]:
        """The cards that the table named under "What is it about?" or wrote on."""
        areas = self.lines([self.questions.block("A")]).get("a-areas")
        named = areas.said or () if areas else ()
        return [card for card in self.cards if card.code in named or self.count([card])]

    @cached_property
    def tried(self) -> list[Kept]:
        """The adaptations tried, in the order in which they were written."""
        return self._rows("k-tried", Kind.TRIED)

    def _rows(self, code: str, kind: Kind) -> list[Kept]:
        return rows_of(code, {kept.head.place: kept for kept in self.versions(kind)}.values())

    @cached_property
    def elsewhere(self) -> list[Known]:
        """Adaptations that are noted about the child outside the checklist."""
        return known(self.checklist.subject_id, self.checklist.pk)

    def ideas(self) -> list[Idea]:
        """Adaptations neither tried nor chosen, those that fit the answers first."""
        lines = self.lines(self.everything)
        done = [kept.said.get("what", "") for kept in lines.values() if isinstance(kept.said, dict)]
        done += [one.code for one in self.elsewhere]
        answers = {place: kept.said for place, kept in lines.items()}
        areas = answers.get("a-areas") or ()
        return untried(done, answers, at=self.today, stage=self.questions.stage, areas=areas)

    def save(
        self, blocks: Iterable[Block], sent: Mapping[str, tuple[Question, Any]], bases: Mapping[str, Base]
    ) -> Woven:
        """Write what was changed here and by nobody else. Raises Refused when the checklist is finished.

        `sent` by the form's name of the line, `bases` what the form was filled with.
        """
        insist(rules.may_write(closed=self.checklist.is_closed))
        lines, home = self.lines(blocks), {q.code: block for block in blocks for q in block.questions}

        def write(name: str, place: str, said: Any, before: Kept | None) -> Kept:
            return self._write(home[sent[name][0].code], sent[name][0], place, said, before)

        def new(name: str, said: Any) -> Base:
            return self._new(sent[name][0], said, lines, {base.place for base in bases.values()})

        woven = weave({name: said for name, (_q, said) in sent.items()}, bases, lines, new=new, write=write)
        self._tell_home(lines)
        self.__dict__.pop("answered", None)
        return woven

    def _write(self, block: Block, question: Question, place: str, said: Any, before: Kept | None) -> Kept:
        stamp = self.checklist.stamp(self.capacity, self.at)
        stamp |= {"wall": self.wall(block), "checklist": self.checklist, "place": place}
        stamp["asked"] = self.checklist.asked
        if block.category == Category.VOICE:
            stamp["for_guardians"], stamp["for_guardians_because"] = rules.for_guardians(is_voice=True)
        more = {"starter": self._starter(said)} if question.kind == Kind.NEXT_TRIES else {}
        return put(shape_of(question.kind), before, said, stamp=stamp, more=more)

    def _new(self, question: Question, said: Any, lines: dict[str, Kept], taken: set[str]) -> Base:
        """The place of a row that was empty when the form was filled; a row that was saved while it was written is one."""
        if question.kind not in ROWS:
            return Base(question.code, 0, mark(None))
        free = [kept for place, kept in lines.items() if code_of(place) == question.code and place not in taken and kept.said]
        twin = next((kept for kept in free if kept.said == said or self._is_begun(kept, said)), None)
        if twin:
            return twin.base
        used = [number_of(place) for place in lines if code_of(place) == question.code]
        return Base(f"{question.code}-{1 + max(used, default=-1)}", 0, mark(None))

    def _is_begun(self, kept: Kept, said: Any) -> bool:
        """Whether one's own row of a moment ago is the beginning of this one."""
        head, had = kept.head, kept.said
        mine = head.written_by_id == self.capacity.pk and self.at - head.written_at < SAVING
        words = str((said or {}).get("own", ""))
        return mine and bool(said) and had.get("what") == said.get("what") and words.startswith(had.get("own", ""))

    def _starter(self, said: Any) -> Capacity | None:
        """The colleague at the table whose name stands under "Who starts?"."""
        named = (said or {}).get("who", "").casefold().partition(",")[0].strip()
        staff = [seat.capacity for seat in self.seats if seat.capacity]
        hits = [one for one in staff if named in (one.person.given_name.casefold(), str(one.person).casefold())]
        return hits[0] if len(hits) == 1 else None

    def _tell_home(self, lines: dict[str, Kept]) -> None:
        """Whether those at home know, and whether it is urgent, decides what they may read."""
        said = {code: lines[code].said for code in ("a-told-home", "a-urgent") if code in lines}
        if said:
            told, urgent = said.get("a-told-home") == "yes", said.get("a-urgent") == "yes"
            self.checklist.open_to_home(told=told, urgent=urgent)


def own_block(block: Block) -> Block:
    """A block as school health writes about it: one box of own words, in the medical part (OSL 25:1)."""
    words = Question(code=f"own-{block.code}", prompt=block.title, kind=Kind.TEXT, about=About.SEEN)
    return replace(block, code=words.code, category=Category.MEDICAL, intro="", questions=(words,))
