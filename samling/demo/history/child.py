"""One child: who it is, who is around it, and the rows of being opened at a school."""

from random import Random
from typing import Any, NamedTuple

from samling.kernel.sorting import swedish_key

from ..data.names import FAMILY, FATHERS, GIVEN, MOTHERS
from . import days
from .data import rates
from .places import MENTORS, Class, School, there, walls
from .scribe import HOME, NONE, Scribe

KEYS = {name: swedish_key(name) for name in (*GIVEN, *FAMILY)}
MORNING, NOON, LATE = 8 * 60, 11 * 60, 14 * 60


class Guardian(NamedTuple):
    """A guardian, with the keys of her rows at the school and at the team."""

    key: str
    other: str
    given: str
    family: str
    relation: str

    @property
    def name(self) -> str:
        """Given name and family name."""
        return f"{self.given} {self.family}"


class Dice(Random):
    """Random draws that need no exact evenness: one draw each, a third of the time."""

    def randint(self, a: int, b: int) -> int:
        """A whole number from a to b, both with."""
        return a + int(self.random() * (b - a + 1))

    def choice(self, seq: Any) -> Any:
        """One of them."""
        return seq[int(self.random() * len(seq))]


class Life:
    """What has been drawn of a child and where it goes to school; tells rows to a scribe. Raises days.Over past today."""

    def __init__(self, seed: int, number: int, today: int, school: School, group: Class, scribe: Scribe):
        self.dice, self.first = Dice(seed << 64 | number), f"{number:08x}"
        self.number, self.today, self.school, self.group, self.scribe = number, today, school, group, scribe
        self.key = self.id()
        self.given, self.family = self.dice.choice(GIVEN), self.dice.choice(FAMILY)
        self.day = 0
        self.guardians: list[Guardian] = []
        self.language, self.interpreter = "sv", ""
        self.is_quiet, self.way = False, ""
        self.assignments: list[list[str]] = []

    def id(self) -> str:
        """A key for a row, in 32 digits: the child's number first, so that what belongs together lies together."""
        return f"{self.first}{self.dice.getrandbits(96):024x}"

    def place(self, category: int) -> str:
        """A wall at the school, with the child it is about."""
        return f"{self.key}\t{self.school.number * 64 + category}"

    @property
    def mentor(self) -> str:
        """The mentor's capacity on the day that it is."""
        return there(self.group.mentors, self.day).capacity

    def on(self, after: tuple[int, int] | int = 0, factor: float = 1.0) -> int:
        """Let so many days go, and then until there is school; the day that it is then. Raises Over."""
        span = after if isinstance(after, int) else self.dice.randint(*after)
        self.day = days.moved(self.day + round(span * factor))
        if self.day >= self.today:
            raise days.Over
        return self.day

    def at(self, minute: int = MORNING) -> str:
        """A moment of the day that it is, a while after this minute."""
        return days.stamp(self.day, minute + int(self.dice.random() * 120))

    def chosen(self, shares: Any) -> Any:
        """One of these (word, …, share), each as often as its share."""
        rest = self.dice.random() * sum(one[-1] for one in shares)
        for one in shares:
            rest -= one[-1]
            if rest < 0:
                break
        return one[0] if len(one) == 2 else one[:-1]

    def said(self, words: Any) -> str:
        """One of these sentences, about this child."""
        return self.fill(self.dice.choice(words))

    def fill(self, text: str) -> str:
        """A sentence with its names."""
        if "{" not in text:
            return text
        told = text.replace("{c}", self.given).replace("{m}", there(self.group.mentors, self.day).name)
        return told.replace("{g}", self.guardians[0].given) if self.guardians else told

    def tell(self, kind: str, place: str, by: str, at: str, opens: str = HOME, record: str = NONE) -> None:
        """An event in the story."""
        self.scribe.head("journey_event", self.id(), place, by, at, opens, kind, record)

    def open(self) -> None:
        """The mentor opens the child; the head's unit sees it; the guardians are noted."""
        by, at, put, school = self.mentor, days.stamp(self.day, MORNING - 20), self.scribe.put, self.school
        put("people_subject", self.key, "child")
        self.home, self.opened, self.listed = "9902" if self.dice.random() < rates.ELSEWHERE else "", (by, at), self.group.group
        self.given_to_mentor(at, by, "opened the child")
        self.sees(at, "{}", NONE, school.unit, by, "the unit")
        self._guardians(by, at)

    def sees(self, at: str, mine: str, capacity: str, unit: str, giver: str, because: str) -> None:
        """An assignment without an end."""
        self.assignments.append([self.id(), at, NONE, mine, capacity, unit, self.key, giver, NONE, NONE, because])

    def moved_to(self, school: School, group: Class, by: str, at: str, ends: str) -> None:
        """The child's row moves to another school of the authority; at the old one they read until `ends`. No class is known yet."""
        begun = [one for one in self.assignments if one[1] <= ends]
        for one in begun:
            if one[2] == NONE or one[2] > ends:
                one[2], one[8] = ends, by
        self.assignments, self.school, self.group, self.listed = begun, school, group, ""
        self.sees(at, "{}", NONE, school.unit, by, "the unit")

    def written(self) -> None:
        """Where the child is today, and who sees it: known when the life has been told."""
        school, put = self.school, self.scribe.put
        put("people_child", self.key, str(school.number * 64 + 1), school.branch, school.unit, self.given, self.family,
            f"{KEYS[self.given]} {KEYS[self.family]}", str(self.group.born), self.listed, self.home, *self.opened)
        for one in self.assignments:
            put("access_assignment", *one)

    def given_to_mentor(self, at: str, by: str, because: str) -> None:
        """The mentors, one after another from now on; a new one takes over from the one who left."""
        mine, before = walls(self.school.number, MENTORS), NONE
        for one in self.group.mentors:
            if one.ends <= self.day or one.begins >= self.today:
                continue
            begins = at if one.begins <= self.day else days.stamp(one.begins, MORNING)
            gone = one.ends < self.today
            ends, ended_by = (days.stamp(one.ends, MORNING), self.school.head.capacity) if gone else (NONE, NONE)
            why, giver = (because, by) if before == NONE else ("Ny mentor för klassen.", self.school.head.capacity)
            self.assignments.append([self.id(), begins, ends, mine, one.capacity, NONE, self.key, giver, ended_by, before, why])
            before = one.capacity

    def _guardians(self, by: str, at: str) -> None:
        joint = self.dice.random() < rates.JOINT
        self.language, self.interpreter = self.chosen(rates.LANGUAGES)
        pairs = [(MOTHERS, "mamma"), (FATHERS, "pappa")][: 2 if joint else 1]
        self.guardians = [Guardian(self.id(), self.id(), self.dice.choice(names), self.family, relation) for names, relation in pairs]
        for one in self.guardians:
            self.note(one.key, self.key, self.school.number, one, by, at)

    def note(self, key: str, subject: str, branch: int, one: Guardian, by: str, at: str) -> None:
        """A guardian, in the keeping of an authority."""
        self.scribe.put("people_guardian", key, subject, str(branch * 64 + 2), one.given, one.family, one.relation,
                        "joint" if len(self.guardians) > 1 else "sole", self.language, self.interpreter,
                        f"070-174 06 {10 + int(one.key[-2:], 16) % 90:02d}", by, at, at)
