"""What a school does alone: a concern, notes, the checklist with its adaptations, absence by week, and asking again."""

import json

from . import days
from .child import LATE, MORNING, NOON, Life
from .data import rates, words
from .places import MENTORS, walls
from .scribe import CHILDS, HOME, KEPT_CLOSE, NO, NONE, NOT_YET, STAFF, YES

HEALTH = (*MENTORS, 8, 10, 17)
CONCERN, ATTENDANCE, LEARNING, ADAPTATIONS, RELATIONS, VOICE = 3, 4, 5, 6, 9, 15
STEPS = ("why-now", "strengths", "attendance", "tried", "voice")


class Matter:
    """One concern at a school, and what came of it."""

    def __init__(self, life: Life, way: str):
        self.life, self.way = life, way
        self.signal = self.checklist = self.decision = ""
        self.course = life.chosen(rates.COURSES)

    def raised(self) -> None:
        """The mentor notes a concern."""
        life, scribe = self.life, self.life.scribe
        self.signal, where, by, at = life.id(), life.place(CONCERN), life.mentor, life.at()
        touches, text = life.dice.choice(words.CONCERNS)
        told = life.said(words.SAID_HOME) if life.dice.random() < rates.HOME_TOLD else ""
        scribe.head("concern_signal", self.signal, where, by, at, HOME, "self", "seen", touches, days.written(life.day), by, at)
        scribe.body("concern_signalbody", self.signal, where, life.fill(text), life.said(words.SAID_CHILD), told)
        life.tell("concern noted", where, by, at, record=self.signal)
        scribe.head("journey_level", life.id(), where, by, at, HOME, "1", "the first concern")

    def taken(self) -> None:
        """Student health takes care of it, and whoever raised it is told."""
        self.life.on(rates.TAKEN)
        self.step("taken", "concern taken care of", "received")
        if self.way != "light":
            self._helped()

    def _helped(self) -> None:
        life = self.life
        at = days.stamp(life.day, NOON)
        life.sees(at, walls(life.school.number, HEALTH), life.school.health.capacity, NONE, life.school.head.capacity,
                  "Följer barnet efter oron.")

    def step(self, kind: str, event: str, word: str = "", because: str = "") -> None:
        """A step with the concern, by student health."""
        life = self.life
        by, at, where = life.school.health.capacity, life.at(NOON), life.place(CONCERN)
        life.scribe.head("concern_handling", life.id(), where, by, at, STAFF, self.signal, kind, because)
        life.tell(event, where, by, at, record=self.signal)
        if word:
            life.scribe.put("concern_outcome", life.id(), word, at, by, life.mentor, self.signal)

    def left(self, because: str) -> None:
        """Nothing more comes of it here; most often somebody says so."""
        if self.life.dice.random() < rates.SAID_OVER:
            self.life.on(rates.LEFT)
            self.step("closed", "concern closed", "onward" if because == "elsewhere" else "solved", because)

    def note(self, days_later: tuple[int, int]) -> None:
        """A note by the mentor."""
        noted(self.life, days_later)

    def filled(self) -> None:
        """The adults around the child fill in the checklist."""
        life, scribe = self.life, self.life.scribe
        life.on(rates.CHECKLIST)
        self.checklist, where, by, at = life.id(), life.place(CONCERN), life.mentor, life.at(LATE)
        scribe.head("checklist_checklist", self.checklist, where, by, at, HOME, self.signal)
        scribe.head("seating_seat", life.id(), where, by, at, HOME, self.checklist, "staff", by, NONE, "", "")
        life.tell("checklist begun", where, by, at, KEPT_CLOSE, self.checklist)
        for place, said, opens, category in (
            ("a-seen", life.dice.choice(words.SEEN), HOME, CONCERN), ("a-told-home", "yes", HOME, CONCERN),
            ("b-likes", life.dice.choice(words.LIKES), HOME, CONCERN), ("q-words", life.dice.choice(words.CHILDS), CHILDS, VOICE),
        ):  # fmt: skip
            key, behind = life.id(), life.place(category)
            scribe.head("checklist_answer", key, behind, by, at, opens.replace("\tt", "\tf"), self.checklist, place)
            scribe.body("checklist_answerbody", key, behind, json.dumps(said, ensure_ascii=False))
        for one in STEPS:
            scribe.head("checklist_stepmark", life.id(), where, by, at, HOME, self.checklist, one)
        self._tried(by, at)

    def _tried(self, by: str, at: str) -> None:
        life, scribe, behind = self.life, self.life.scribe, self.life.place(ADAPTATIONS)
        self.picked = life.dice.sample(words.ADAPTATIONS, 4)
        for turn, (code, _place, _how) in enumerate(self.picked[:2]):
            key = life.id()
            scribe.head("checklist_tried", key, behind, by, at, HOME, self.checklist, f"k-tried-{turn}", code,
                        life.chosen(rates.EFFECTS), str(life.dice.randint(2, 6)))
            scribe.body("checklist_triedbody", key, behind)
        for turn, (code, _place, _how) in enumerate(self.picked[2:]):
            key = life.id()
            scribe.head("checklist_trial", key, behind, by, at, HOME, self.checklist, f"r-next-{turn}", code)
            scribe.body("checklist_trialbody", key, behind)

    def decided(self, solved: bool) -> None:
        """Solved here, to be asked about again after six weeks; or further."""
        life, scribe = self.life, self.life.scribe
        life.on((0, 4))
        self.decision, where, by, at = life.id(), life.place(CONCERN), life.mentor, life.at(NOON)
        again = days.written(life.day + 42) if solved else NONE
        kind, event = ("solved_here", "checklist solved here") if solved else ("further", "checklist taken further")
        scribe.head("checklist_decision", self.decision, where, by, at, HOME, self.checklist, kind, again)
        life.tell(event, where, by, at, record=self.checklist)
        if solved:
            self.step("trying", "trying something")
        else:
            self.step("onward", "concern taken further", "onward")
            scribe.head("journey_level", life.id(), where, life.school.head.capacity, life.at(LATE), HOME, "2", "tried without effect")

    def adapts(self) -> None:
        """What had not been tried is begun, and most often asked about; each in its own time."""
        since = self.life.day
        for turn, (code, place, how) in enumerate(self.picked[2:]):
            self.life.day = since
            try:
                self._adapt(turn, code, place, how)
            except days.Over:
                continue
        self.life.day = since

    def _adapt(self, turn: int, code: str, place: str, how: str) -> None:
        life, scribe, behind = self.life, self.life.scribe, self.life.place(ADAPTATIONS)
        key, by, at, begun = life.id(), life.mentor, life.at(LATE), life.day
        asked, effect = life.dice.random() < rates.EVALUATED, life.chosen(rates.EFFECTS)
        seen = days.moved(begun + life.dice.randint(*(rates.TRIES if asked else rates.FADES)))
        past, stops = seen < life.today, not asked or effect in ("no", "made_worse")
        ended, ended_by = (days.stamp(seen, LATE), by) if past and stops else (NONE, NONE)
        again = NONE if past else days.written(begun + 42)
        scribe.head("adaptations_adaptation", key, behind, by, at, NOT_YET, code, place, days.written(begun), again,
                    f"r-next-{turn}", self.checklist, by, ended, ended_by)
        scribe.body("adaptations_adaptationbody", key, behind, life.fill(how))
        life.tell("adaptation started", behind, by, at, KEPT_CLOSE, key)
        life.on(seen - begun)
        if stops:
            life.tell("adaptation stopped", behind, life.mentor, life.at(LATE), KEPT_CLOSE, key)
        if not asked:
            return
        for voice, opens in (("school", NOT_YET), ("child", CHILDS)):
            answer, by, at = life.id(), life.mentor, life.at(NOON)
            scribe.head("adaptations_evaluation", answer, behind, by, at, opens.replace("\tt", "\tf"), key, effect, voice)
            scribe.body("adaptations_evaluationbody", answer, behind, life.fill(words.ASKED_EFFECT[effect]) if voice == "child" else "")
        life.tell("adaptation evaluated", behind, by, at, KEPT_CLOSE, key)

    def asked_again(self) -> bool:
        """Six weeks later, sometimes much later; whether it was solved."""
        life, scribe = self.life, self.life.scribe
        life.on(rates.ASKED_LATE if life.dice.random() < rates.SOLVED_UNANSWERED else (42, 52))
        solved, where, by, at = self.course != "worse", life.place(CONCERN), life.mentor, life.at(NOON)
        scribe.head("checklist_followup", life.id(), where, by, at, HOME, self.decision, "solved" if solved else "further",
                    YES, YES if life.dice.random() < 0.8 else NO)
        life.tell("checklist followed up", where, by, at, record=self.checklist)
        if solved:
            self.step("closed", "concern closed", "solved", "solved")
        return solved


def noted(life: Life, days_later: tuple[int, int]) -> None:
    """A note by whoever is mentor then."""
    life.on(days_later)
    kind, category, title, text = life.dice.choice(words.NOTES)
    key, where, by, at = life.id(), life.place(category), life.mentor, life.at(LATE)
    life.scribe.head("journey_entry", key, where, by, at, HOME, kind, title)
    life.scribe.body("journey_entrybody", key, where, life.fill(text))
    life.tell("note written", where, by, at, STAFF, key)


def light(life: Life) -> None:
    """A concern that the class takes care of."""
    matter = Matter(life, "light")
    matter.raised()
    if life.dice.random() < rates.NEVER_TAKEN * (not life.is_quiet):
        return
    matter.taken()
    for _turn in range(life.dice.choice(rates.NOTES)):
        matter.note((3, 12))
    life.on(rates.LIGHT_CLOSES)
    because = life.chosen(rates.LIGHT_ENDS)
    matter.step("closed", "concern closed", "onward" if because == "elsewhere" else "solved", because)


def checklist(life: Life, way: str, solved: bool) -> Matter:
    """As far as the table's decision."""
    matter = Matter(life, way)
    matter.raised()
    matter.taken()
    matter.note((2, 7))
    matter.filled()
    matter.decided(solved)
    matter.adapts()
    return matter


def school(life: Life) -> None:
    """What the school solved itself, or tried to."""
    begun, solved = life.day, life.dice.random() < rates.SOLVED
    if life.dice.random() < rates.ABSENT:
        absence(life, begun - 35, begun + 84, "school", "better" if solved else "unchanged")
    matter = checklist(life, "school", solved)
    matter.note((8, 20))
    if not solved or not matter.asked_again():
        matter.left("elsewhere")


def absence(life: Life, first: int, last: int, way: str, course: str) -> None:
    """Week by week from before the concern: up to a peak, then as it goes; with the season's usual absence underneath."""
    dice, behind, by = life.dice, life.place(ATTENDANCE), life.school.head.capacity
    peak, invalid = dice.uniform(*rates.PEAK[way]), dice.uniform(*rates.INVALID)
    left = {"better": 0.3, "unchanged": 0.9, "worse": 1.35}[course]
    minutes = rates.MINUTES["low" if life.group.group[:1] in "123" else "middle"]
    span, monday = max(last - first, 1), first - (first - 1) % 7
    for week in range(monday, min(last, life.today - 6), 7):
        if not days.is_school_week(week):
            continue
        gone = (week - first) / span
        trend = peak * (0.35 + 1.3 * gone) if gone < 0.5 else peak * (1 + (left - 1) * (gone - 0.5) * 2)
        usual = rates.USUAL * rates.SEASON[days.month(week) - 1]
        share = min(max(trend + usual * dice.uniform(0.2, 1.6) + dice.gauss(0, 3), 0), 100)
        away = int(minutes * share / 100) // 5 * 5
        bad = int(away * invalid * dice.uniform(0.6, 1)) // 5 * 5
        at = days.stamp(week + 7, MORNING - 120)
        life.scribe.head("attendance_attendanceweek", life.id(), behind, by, at, HOME, days.written(week), str(minutes), str(away - bad),
                         str(bad), str(int(share) // 8))

