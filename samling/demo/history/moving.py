"""A change of school within the authority: prepared, shown to the family, handed over; the next head says yes and gives it to a mentor."""

from . import days
from .child import LATE, MORNING, NOON, Life
from .data import rates, words
from .places import Class, School
from .school import ADAPTATIONS, CONCERN, LEARNING, RELATIONS, VOICE, noted
from .scribe import HOME, NONE

PARTS = {"works": LEARNING, "adaptations": ADAPTATIONS, "people": RELATIONS, "child": VOICE}
MARGIN = 120  # days before today from which nothing of it can be open any more


def moved(life: Life) -> None:
    """Some leave for the school nearby when everything here is told; as far as today."""
    to = life.school.nearby
    group = next((one for one in to.classes if one.born == life.group.born), None) if to else None
    if to is None or group is None or life.dice.random() > rates.CHANGES_SCHOOL:
        return
    life.on(rates.MOVES_AFTER)
    if life.is_quiet and life.day + MARGIN > life.today:
        return
    one = Move(life, to, group)
    try:
        one.told()
    finally:
        one.written()


class Move:
    """One package, and what comes of it."""

    def __init__(self, life: Life, to: School, group: Class):
        self.life, self.to, self.group, self.key = life, to, group, life.id()
        self.first = days.moved(life.day + life.dice.randint(*rates.MOVES_AHEAD))
        if life.dice.random() < rates.MOVES_AT_TERM:
            self.first = days.term(life.day + rates.MOVES_AHEAD[0])
            life.day = days.moved(max(life.day, self.first - rates.PREPARES))
        self.place, self.begun = life.place(CONCERN), life.day < life.today
        self.written_by, self.written_at = life.mentor, life.at(NOON)
        self.given, self.accepted = (NONE, NONE), (NONE, NONE)

    def told(self) -> None:
        """From the mentor's words to the new mentor's first note."""
        self.life.on()
        self._prepared()
        self._shown()
        self._handed_over()
        self._received()
        self.life.on(rates.MENTOR_GIVEN)
        self.life.given_to_mentor(self.life.at(LATE), self.to.head.capacity, words.NEW_SCHOOL)
        noted(self.life, (max(self.first - self.life.day, 0) + 5, max(self.first - self.life.day, 0) + 30))

    def written(self) -> None:
        """The package as it stands today."""
        if self.begun:
            self.life.scribe.head("transition_package", self.key, self.place, self.written_by, self.written_at, HOME, self.to.unit,
                                  days.written(self.first), *self.given, *self.accepted)

    def _tell(self, kind: str, by: str, at: str) -> None:
        self.life.tell(kind, self.place, by, at, record=self.key)

    def _prepared(self) -> None:
        life, by, at = self.life, self.written_by, self.written_at
        self._tell("transition prepared", by, at)
        self.no = life.dice.random() < rates.CHILD_KEEPS_OWN
        for code, category in PARTS.items():
            if code == "child" and self.no:
                continue
            key, behind = life.id(), life.place(category)
            life.scribe.head("transition_packagepart", key, behind, by, at, HOME, self.key, code)
            life.scribe.body("transition_packagepartbody", key, behind, life.said(words.GOES_ALONG[code]))

    def _shown(self) -> None:
        life = self.life
        life.on((1, 4))
        by, at, day = life.mentor, life.at(LATE), days.written(life.day)
        for guardian, name, stances in (*((one.key, one.name, rates.HOME_STANCES) for one in life.guardians),
                                        (NONE, life.given, (("no", 1),) if self.no else rates.CHILD_STANCES)):  # fmt: skip
            stance, key = life.chosen(stances), life.id()
            how = "phone" if guardian != NONE and stance != "unreached" and life.dice.random() < 0.3 else "spoken"
            life.scribe.head("transition_packageseen", key, self.place, by, at, HOME, self.key, guardian, name, how, stance, day)
            life.scribe.body("transition_packageseenbody", key, self.place, life.said(words.SEEN_BY[stance]))
            self._tell("transition shown to the family", by, at)

    def _handed_over(self) -> None:
        life, head = self.life, self.life.school.head.capacity
        life.on((0, 3))
        at = life.at(MORNING)
        self.given = (at, head)
        self._tell("transition handed over", head, at)

    def _received(self) -> None:
        """The child's row moves; those at the old school read until the first day at the new one."""
        life, by, giver = self.life, self.to.head.capacity, self.given[1]
        try:
            life.on(rates.HEAD_ANSWERS)
        except days.Over:
            self._notice("package_coming", by, giver, self.given[0], NONE)
            raise
        at = days.stamp(life.day, NOON + life.number % 60)
        self.accepted = (at, by)
        self._notice("package_coming", by, giver, self.given[0], at)
        read = days.moved(life.day + 2)
        self._notice("package_accepted", giver, by, at, days.stamp(read, MORNING) if read < life.today else NONE)
        life.moved_to(self.to, self.group, by, at, max(at, days.stamp(self.first, 0)))
        life.tell("transition received", self.place, by, at)

    def _notice(self, kind: str, to: str, by: str, at: str, done: str) -> None:
        self.life.scribe.put("journey_notice", self.life.id(), kind, to, self.key, by, at, done)
