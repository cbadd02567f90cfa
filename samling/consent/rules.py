"""May it be asked, answered, taken back, opened; how does a question stand? (domain reference 6.4-6.6)

Kinds of consent are never merged. Whoever has custody is asked, also while custody is unknown (FB 6:11,
6:13); one guardian alone is enough only by an officer's exception. The newest word of a giver counts.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.settable import shipped
from samling.kernel.words import _
from samling.kernel.workdays import days_between

TELLING = ("secrecy_waiver", "sip")  # the kinds that let somebody be told something
LONGEST = dt.timedelta(days=shipped("consent.longest_days"))  # no general waiver: at most a year, or what is settled
SOON = dt.timedelta(days=shipped("consent.soon_days"))
REMIND_DAYS = 14  # between two letters to one who is silent
ALONE_FROM = shipped("age.alone_from")  # years; SoL 21:2, 3:4


class State(StrEnum):
    """How a question, or one kind of information in it, stands."""

    GIVEN = "given"
    SOON = "soon"
    PARTLY = "partly"
    WAITING = "waiting"
    DECISION = "decision"
    LATER = "later"
    CONFLICT = "conflict"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    ENDED = "ended"


STANDS = frozenset({State.GIVEN, State.SOON})
OVER = frozenset({State.EXPIRED, State.ENDED})


@dataclass(frozen=True, slots=True)
class Word:
    """What one giver said last: yes to these walls, or no; and when it was taken back."""

    yes: bool
    walls: frozenset[int]
    at: dt.datetime
    taken_back_at: dt.datetime | None = None

    @property
    def last_at(self) -> dt.datetime:
        """When the giver last said something."""
        return max(self.at, self.taken_back_at or self.at)

    def agrees(self, wall: int) -> bool:
        """Whether this is a standing yes to a wall."""
        return self.yes and self.taken_back_at is None and wall in self.walls


@dataclass(frozen=True, slots=True)
class Giver:
    """One who is asked: a guardian with custody, or the child. Not `reachable`: nothing goes home."""

    key: str
    name: str
    word: Word | None = None
    exception: str = ""  # the reason of an exception in force
    reachable: bool = True
    custody: str = ""  # empty for the child

    @property
    def said(self) -> str:
        """What the giver's newest word comes to: yes, no, taken_back, excepted, stopped or silent."""
        if self.exception:
            return "excepted"
        if self.word is None:
            return "silent" if self.reachable else "stopped"
        if not self.word.yes:
            return "no"
        return "taken_back" if self.word.taken_back_at else "yes"


@dataclass(frozen=True, slots=True)
class Question:
    """One consent with everything that decides how it stands."""

    walls: tuple[int, ...]
    from_at: dt.datetime
    until_at: dt.datetime
    givers: tuple[Giver, ...]
    ended: bool = False
    soon: dt.timedelta = SOON


@dataclass(frozen=True, slots=True)
class Status:
    """How it stands, for whom one waits, and for how many days nobody has answered."""

    state: State
    waits_for: tuple[str, ...] = ()
    days: int = 0


def wall_state(question: Question, wall: int, at: dt.datetime) -> State:
    """How one kind of information stands at a moment; agrees with the database's own judgement."""
    if question.ended or at >= question.until_at:
        return State.ENDED if question.ended else State.EXPIRED
    asked = [giver for giver in question.givers if not giver.exception]
    words = [giver.word for giver in asked if giver.word]
    if any(word.yes and word.taken_back_at for word in words):
        return State.WITHDRAWN
    yes = [word for word in words if word.agrees(wall)]
    if len(yes) < len(words):
        return State.CONFLICT if yes else State.REFUSED
    if len(words) < len(asked):
        return State.WAITING if any(g.reachable for g in asked if not g.word) else State.DECISION
    if not any(giver.word and giver.word.agrees(wall) for giver in question.givers):
        return State.DECISION
    if at < question.from_at:
        return State.LATER
    return State.SOON if question.until_at - at <= question.soon else State.GIVEN


def status(question: Question, at: dt.datetime, asked_at: dt.datetime) -> Status:
    """How the whole question stands; `days` counts from when it was asked."""
    states = {wall_state(question, wall, at) for wall in question.walls}
    found = states.pop() if len(states) == 1 else _mixed(states)
    silent = tuple(g.name for g in question.givers if not g.word and not g.exception and g.reachable)
    waiting = silent if found in (State.WAITING, State.CONFLICT, State.REFUSED) else ()
    return Status(found, waiting, days_between(asked_at, at) if waiting else 0)


def _mixed(states: set[State]) -> State:
    if states & STANDS:
        return State.PARTLY
    order = (State.WITHDRAWN, State.WAITING, State.DECISION, State.CONFLICT, State.REFUSED)
    return next((state for state in order if state in states), State.ENDED)


def may_ask(
    *,
    kind: str,
    told: bool,
    own_unit: bool,
    walls: int,
    givers: int,
    at: dt.datetime,
    from_at: dt.datetime,
    until_at: dt.datetime,
    longest: dt.timedelta = LONGEST,
) -> Answer:
    """A valid question names who is told, what, and for how long (NKPG-SAMT); never a general waiver."""
    if (kind in TELLING) != told or own_unit:
        return refuse(_("Say which other unit or person may be told."))
    if not walls:
        return refuse(_("Choose at least one kind of information."))
    if not givers:
        return refuse(_("Note first who the guardians are."))
    if until_at <= max(from_at, at):
        return refuse(_("The last day must lie ahead, and after the first."))
    if until_at - from_at > longest:
        return refuse(_("That is longer than one question may last. Choose an earlier last day."))
    return allow(_("The question names who, what and for how long."))


def may_write(*, may_know: bool) -> Answer:
    """Consent is noted by those whose role carries the category in the child's own compartment."""
    if not may_know:
        return refuse(_("Your role does not note consents for this child."))
    return allow(_("You work with this child."))


def may_ask_alone(*, may_know: bool, age: int) -> Answer:
    """The young person alone, kept from the home: 15 or older (SoL 21:2)."""
    if not may_know:
        return refuse(_("Your role does not decide about this."))
    if age < ALONE_FROM:
        return refuse(_("Only a young person of 15 or older can be asked alone (SoL 21:2)."))
    return allow(_("A young person of 15 or older can be asked alone (SoL 21:2)."))


def may_answer(
    *,
    over: bool,
    asked: bool,
    walls_fit: bool,
    said_at: dt.datetime,
    at: dt.datetime,
    last_at: dt.datetime | None,
) -> Answer:
    """An answer is the giver's own and newest word on a question that is still open."""
    if over:
        return refuse(_("This question is over. Ask a new one."))
    if not asked:
        return refuse(_("Only those who are asked can answer. A parent without custody is not."))
    if not walls_fit:
        return refuse(_("A yes covers at least one thing that was asked about, and nothing else."))
    if said_at > at:
        return refuse(_("An answer cannot lie ahead."))
    if last_at and said_at <= last_at:
        return refuse(_("There is a later answer from the same person. The newest counts."))
    return allow(_("Both a yes and a no are noted as they were said."))


def may_remind(*, last_at: dt.datetime, at: dt.datetime, days: int = REMIND_DAYS) -> Answer:
    """Whoever is silent is reached once more, at most once a fortnight; to be silent is allowed."""
    if days_between(last_at, at) < days:
        return refuse(_("You have asked lately. Give it two weeks before you write again."))
    return allow(_("It was a while ago. You can write kindly once more."))


def may_take_back(*, over: bool, newest: bool, word: Word) -> Answer:
    """Whoever gave a consent may take it back at any time, in any form (domain reference 6.6)."""
    if over:
        return refuse(_("This question is over. There is nothing left to take back."))
    if word.taken_back_at or not word.yes:
        return refuse(_("There is no yes here to take back."))
    if not newest:
        return refuse(_("There is a later answer from the same person. The newest counts."))
    return allow(_("Whoever gave consent may change their mind."))


def may_open(*, kind: str, states: frozenset[State], readable: bool) -> Answer:
    """Telling is an act of its own, on a consent that stands for each thing told (OSL 10:1, 12:2)."""
    if kind not in TELLING:
        return refuse(_("This kind of consent lets nobody be told anything."))
    if not states or not states <= STANDS:
        return refuse(_("The consent does not stand. Everyone who is asked must have said yes."))
    if not readable:
        return refuse(_("You can only tell what you may read."))
    return allow(_("Everyone who is asked has said yes."))
