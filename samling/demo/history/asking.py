"""Being asked: the rounds and the wheel, answered by the child, each guardian and the mentor, or not."""

import json

from samling.instruments.reading import find
from samling.instruments.shape import Item, Time, Voice

from . import days
from .child import LATE, MORNING, NOON
from .data import rates
from .places import there
from .school import CONCERN, LEARNING, VOICE
from .scribe import CHILDS, HOME, KEPT_CLOSE, NO, NONE, NOT_YET, OTHERS, STAFF, YES
from .team import AT_HOME
from .together import Together

SAM = find("SAM-3S", "1")
COUNTED = {"H9": (2, 9), "H10": (2, 7)}  # days away from work, and meetings: not on the scale
WALLS = {Voice.CHILD: VOICE, Voice.HOME: AT_HOME, Voice.SCHOOL: LEARNING}
READS = {Voice.CHILD: CHILDS, Voice.HOME: OTHERS, Voice.SCHOOL: HOME}
WHEEL = find("WHEEL", "1")
STEPS = [int(step.value) for step in WHEEL.steps]
GONE = {"T0": 0.0, "T1": 0.6, "T2": 1.0}  # of the course, when it is asked


class Asking:
    """Those around one journey, and how each answers over its course."""

    def __init__(self, journey: Together):
        self.journey, self.life, self.scribe = journey, journey.life, journey.scribe
        self.course, self.head = journey.matter.course, ""
        self.level = {one: self.life.dice.gauss(1.7, 0.35) for one in Voice}
        asked = ("child", "school", *(one.key for one in self.life.guardians))
        self.answering = {one: self.life.dice.random() < rates.RESPOND for one in asked}

    @property
    def by(self) -> str:
        """Who writes down what was decided: whoever of the team works with the child, or the head alone."""
        return self.head or self.journey.worker.capacity

    def round(self, time: str) -> None:
        """The child, each guardian and the mentor are asked; some skip, and some answer nothing."""
        life, behind = self.life, self.life.place(CONCERN)
        by, at = life.mentor, life.at(MORNING)
        one = self.journey.record("followup_round", behind, by, at, HOME, time=time, due_on=days.written(life.day))
        life.tell("follow-up planned", behind, by, at, record=one["id"])
        mentor = there(life.group.mentors, life.day)
        people = [("child", Voice.CHILD, NONE, life.given)]
        people += [(guardian.key, Voice.HOME, guardian.key, guardian.name) for guardian in life.guardians]
        people.append(("school", Voice.SCHOOL, mentor.capacity, mentor.name))
        for who, voice, person, name in people:
            self._ask(one["id"], time, voice, person, name, self.answering[who])
        closing = days.moved(life.day + 14)
        if closing < life.today:
            at = days.stamp(closing, MORNING)
            one |= {"done_at": at, "done_by_id": by}
            life.tell("follow-up done", behind, by, at, record=one["id"])

    def _ask(self, asked_in: str, time: str, voice: Voice, person: str, name: str, answers: bool) -> None:
        life, behind = self.life, self.life.place(WALLS[voice])
        by, at, key = life.mentor, life.at(NOON), life.id()
        young = voice is Voice.CHILD and days.year(life.day) - life.group.born < 10
        how = "table" if voice is Voice.CHILD else life.dice.choice(("phone", "phone", "paper", "link"))
        flag, seconds = YES if young else NO, str(SAM.seconds(Time(time), voice, young=young))
        self.scribe.head("followup_ask", key, behind, by, at, STAFF, asked_in, voice, person, name, how, flag, seconds,
                         days.written(life.day + 14))
        life.tell("asked how it is", behind, by, at, KEPT_CLOSE, key)
        heard = days.moved(life.day + (0 if how == "table" else life.dice.randint(0, 8)))
        if not answers or heard >= life.today:
            return
        state = "skipped" if life.dice.random() < rates.SKIP else "answered"
        at, reply = days.stamp(heard, LATE), life.id()
        self.scribe.head("followup_reply", reply, behind, by, at, READS[voice], key, time, voice, person, name, flag, state,
                         "phone" if how == "link" else how, days.written(heard))
        if state == "answered":
            said = {item.code: self._said(item, voice, time) for item in SAM.asked(Time(time), voice, young=young)}
            self.scribe.body("followup_replybody", reply, behind, json.dumps(said))
        event = "answered how it is" if state == "answered" else "skipped the questions this time"
        life.tell(event, behind, by, at, KEPT_CLOSE, key)

    def _said(self, item: Item, voice: Voice, time: str) -> int:
        moved = rates.CHANGE[self.course] * GONE[time]
        if item.code in COUNTED:
            least, most = COUNTED[item.code]
            return max(0, round(self.life.dice.randint(least, most) * (1 - 0.6 * moved)))
        return int(min(max(round(self.level[voice] + moved + self.life.dice.gauss(0, 0.7)), SAM.least), SAM.most))

    def wheel(self, time: str) -> None:
        """The child, a guardian and the mentor each set the wheel, when they answer at all."""
        life, guardian, mentor = self.life, self.life.guardians[0], there(self.life.group.mentors, self.life.day)
        for voice, answers, who in (
            (Voice.CHILD, "child", ("child", NONE, life.given, "", "child")),
            (Voice.HOME, guardian.key, ("guardian", guardian.key, guardian.name, guardian.relation, "home")),
            (Voice.SCHOOL, "school", ("staff", mentor.capacity, mentor.name, "mentor", "school")),
        ):
            if not self.answering[answers]:
                continue
            key, behind, by, at = life.id(), life.place(WALLS[voice]), life.mentor, life.at(LATE)
            level = self.level[voice] + rates.CHANGE[self.course] * GONE[time]
            said = {part.code: STEPS[min(max(round(level + life.dice.gauss(0, 0.8)), 0), 4)] for part in WHEEL.items}
            opens = CHILDS if voice is Voice.CHILD else NOT_YET
            self.scribe.head("outcome_wheel", key, behind, by, at, opens, *who, days.written(life.day))
            self.scribe.body("outcome_wheelbody", key, behind, json.dumps(said))
            life.tell("wheel set", behind, by, at, KEPT_CLOSE, key)
