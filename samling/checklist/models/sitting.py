"""A checklist as one person at the table sees it: the parts she may read and write, where they stand, saving."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext, gettext_noop

from samling.access import guard, looks
from samling.access.models import Assignment, Disclosure
from samling.checklist import rules
from samling.kernel.answer import insist
from samling.kernel.categories import Category, wall
from samling.kernel.merging import Base, mark, merge
from samling.people.models import Capacity, Child, Guardian
from samling.questions.rules.adaptations import Idea, untried
from samling.questions.rules.shape import About, Block, Kind, Page, Question

from . import store
from .sheet import Checklist, Seat

SEATED = (Kind.PEOPLE,)  # asked for by chairs instead
OWN = gettext_noop("Your own words")
LEADERS = ("head_teacher", "deputy_head", "preschool_head")


@dataclass
class Saved:
    """What became of a form: its new bases, the lines on which two people wrote, how many were written."""

    bases: dict[str, Base] = field(default_factory=dict)
    conflicts: list["Conflict"] = field(default_factory=list)
    wrote: int = 0


@dataclass(frozen=True)
class Conflict:
    """Two texts for one line: what stands, and what was sent."""

    name: str
    question: Question
    kept: store.Kept
    sent: Any


class Sitting:
    """One person's seat: built for a request, holds no rights of its own (the walls decide)."""

    def __init__(self, checklist: Checklist, capacity: Capacity, at: dt.datetime):
        self.checklist, self.capacity, self.at = checklist, capacity, at
        self.questions = checklist.questions
        self.access = guard.my_access(checklist.subject_id)
        self.today = rules.local_day(at)

    def wall(self, block: Block) -> int:
        """The wall of a block: the school's, or school health's own, by the block's category."""
        branch = self.capacity.unit.branch.number if self.is_school_health else self.checklist.branch_number
        return wall(branch, block.category)

    @cached_property
    def child(self) -> Child | None:
        """The child, for those who may read the name."""
        children = Child.objects.select_related("unit", "branch").filter(pk=self.checklist.subject_id)
        return children.first()

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
        blocks = map(own_block, self.questions.blocks) if self.is_school_health else self.questions.blocks
        return self.mine(blocks)

    def mine(self, blocks: Iterable[Block]) -> list[Block]:
        """Those of the blocks that this person writes in, without what is asked for by chairs."""
        return [
            replace(block, questions=tuple(q for q in block.questions if q.kind not in SEATED))
            for block in blocks
            if self.access.get(self.wall(block))
        ]

    @cached_property
    def is_school_health(self) -> bool:
        """Whether the person sits in the medical part that hangs on this school (OSL 25:1)."""
        home = self.child.branch_id if self.child else None
        return bool(home) and self.capacity.unit.branch.hangs_on_id == home

    def look(self, blocks: Iterable[Block], errand: str) -> None:
        """A committed look at these blocks' walls and at what is told, so that their texts open."""
        told = [row["wall"] for row in guard.my_disclosures(self.checklist.subject_id)]
        looks.look(self.checklist.subject_id, {*map(self.wall, blocks), *told}, errand)

    def lines(self, blocks: Iterable[Block]) -> dict[str, store.Kept]:
        """The line that counts at each place of these blocks."""
        return store.latest(self.checklist, [question for block in blocks for question in block.questions])

    @cached_property
    def seats(self) -> list[Seat]:
        """Those who sit at the table."""
        return self.checklist.seats()

    @cached_property
    def colleagues(self) -> list[Capacity]:
        """Those who work with the child now, and the leaders of its unit: who can be given a chair."""
        given = Assignment.objects.standing(self.at).filter(subject_id=self.checklist.subject_id, capacity__isnull=False)
        near = Capacity.objects.standing(self.at).filter(
            Q(pk__in=given.values("capacity_id")) | Q(unit_id=self.child.unit_id, role__in=LEADERS)
        )
        return list(near.select_related("person", "unit__branch").order_by("person__sort_key"))

    @cached_property
    def guardians(self) -> list[Guardian]:
        """The guardians of the child that this person may read of."""
        return list(Guardian.objects.standing(self.at).filter(subject_id=self.checklist.subject_id).order_by("given_name"))

    def readers(self, blocks: Iterable[Block]) -> list[str]:
        """Who can read these blocks now, by name; a unit stands for those who lead it, or who were told."""
        walls, subject = [self.wall(block) for block in blocks], self.checklist.subject_id
        given = Assignment.objects.standing(self.at).filter(subject_id=subject, walls__overlap=walls)
        near = given.select_related("capacity__person", "unit")
        told = Disclosure.objects.filter(subject_id=subject, wall__in=walls, ended_at=None, record_id=None)
        stands = Q(ground__until_at=None) | Q(ground__until_at__gt=self.at)
        grounds = told.filter(stands).select_related("ground__to_unit", "ground__to_capacity__person")
        names = [str(row.capacity.person) for row in near if row.capacity]
        names += [gettext("those who lead %(unit)s") % {"unit": row.unit} for row in near if row.unit]
        names += [str(row.ground.to_unit or row.ground.to_capacity.person) for row in grounds]
        return list(dict.fromkeys(names))

    @cached_property
    def marks(self) -> dict[str, str]:
        """The latest word about each step."""
        return self.checklist.marks()

    @cached_property
    def answered(self) -> set[str]:
        """The question codes that have an answer, read from the heads: no text is opened for it."""
        found: set[str] = set()
        for shape in (store.WHOLE, *store.SHAPES.values()):
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
        wrote = [card.code for card in self.cards if self.count([card])]
        codes = rules.open_cards(areas.said or () if areas else (), wrote, [card.code for card in self.cards])
        return [card for card in self.cards if card.code in codes]

    @cached_property
    def tried(self) -> list[store.Kept]:
        """The adaptations tried, in the order in which they were written."""
        return self._rows(Kind.TRIED)

    def _rows(self, kind: Kind) -> list[store.Kept]:
        last = {kept.head.place: kept for kept in store.versions(self.checklist, store.SHAPES[kind])}
        return sorted((kept for kept in last.values() if kept.said), key=lambda kept: number_of(kept.head.place))

    def ideas(self) -> list[Idea]:
        """Adaptations neither tried nor chosen, those that fit the answers first."""
        done = [kept.head.adaptation for kind in store.SHAPES for kept in self._rows(kind)]
        lines = self.lines(self.everything)
        answers = {place: kept.said for place, kept in lines.items()}
        return untried(done, answers, at=self.today, stage=self.questions.stage, areas=answers.get("a-areas") or ())

    def save(self, blocks: Iterable[Block], sent: dict[str, tuple[Question, Any]], bases: dict[str, Base]) -> Saved:
        """Write the lines that were changed here and by nobody else; the others are handed back as conflicts.

        `sent` by the form's name of the line, `bases` what the form was filled with. Raises Refused.
        """
        insist(rules.may_write(closed=self.checklist.is_closed))
        blocks, saved = list(blocks), Saved(bases=dict(bases))
        lines, home = self.lines(blocks), {q.code: b for b in blocks for q in b.questions}
        for name, (question, said) in sent.items():
            base = bases.get(name) or self._new(question, said, lines, bases)
            kept = lines.get(base.place)
            verdict = merge(base, stored=kept.said if kept else None,
                                  version=kept.head.version if kept else 0, sent=said)  # fmt: skip
            if verdict == "conflict":
                saved.conflicts.append(Conflict(name, question, kept, said))
            elif verdict == "write":
                kept = lines[base.place] = self._write(home[question.code], question, base.place, said, kept)
                saved.bases[name], saved.wrote = kept.base, saved.wrote + 1
        self._tell_home(lines)
        self.__dict__.pop("answered", None)
        return saved

    def _write(self, block: Block, question: Question, place: str, said: Any, kept: store.Kept | None) -> store.Kept:
        family = (self.checklist.for_guardians, self.checklist.for_guardians_because)
        if block.category == Category.VOICE:
            family = rules.for_guardians(is_voice=True, urgent=False, told=False)
        return store.put(
            self.checklist, store.shape_of(question), place, said, kept, wall=self.wall(block), family=family,
            by=self.capacity, at=self.at, **self._starter(question, said),
        )  # fmt: skip

    def _tell_home(self, lines: dict[str, store.Kept]) -> None:
        """Whether those at home know, and whether it is urgent, decides what they may read."""
        said = {code: lines[code].said for code in ("a-told-home", "a-urgent") if code in lines}
        if said:
            told, urgent = said.get("a-told-home") == "yes", said.get("a-urgent") == "yes"
            self.checklist.open_to_home(told=told, urgent=urgent)

    def _new(self, question: Question, said: Any, lines: dict, bases: dict) -> Base:
        """The place of a row that was empty when the form was filled; the same row sent twice is one."""
        if question.kind not in store.SHAPES:
            return Base(question.code, 0, mark(None))
        taken = {base.place for base in bases.values()}
        twin = [k for place, k in lines.items() if place not in taken and said and k.said == said]
        if twin:
            return twin[0].base
        number = 1 + max((number_of(place) for place in lines if code_of(place) == question.code), default=-1)
        return Base(f"{question.code}-{number}", 0, mark(None))

    def _starter(self, question: Question, said: Any) -> dict[str, Any]:
        """The colleague at the table whose name stands under "Who starts?"."""
        if question.kind != Kind.NEXT_TRIES:
            return {}
        named = (said or {}).get("who", "").casefold().split(",")[0].strip()
        staff = [seat.capacity for seat in self.seats if seat.capacity]
        hits = [c for c in staff if named and named in (c.person.given_name.casefold(), str(c.person).casefold())]
        return {"starter": hits[0] if len(hits) == 1 else None}


def own_block(block: Block) -> Block:
    """A block as school health writes about it: one box of own words, in the medical part (OSL 25:1)."""
    words = Question(code=f"own-{block.code}", prompt=OWN, kind=Kind.TEXT, about=About.SEEN)
    return replace(block, code=words.code, category=Category.MEDICAL, intro="", questions=(words,))


def number_of(place: str) -> int:
    """The number of a row."""
    return int(place.rpartition("-")[2])


def code_of(place: str) -> str:
    """The question code of a place: a row's number is left out."""
    head, _dash, tail = place.rpartition("-")
    return head if tail.isdigit() else place
