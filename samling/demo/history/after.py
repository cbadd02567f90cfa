"""Did it help: the rounds of asking, what was decided, letting go, the calls afterwards, coming back."""

import json

from samling.instruments.reading import find
from samling.instruments.shape import Item, Time, Voice

from . import days
from .child import LATE, MORNING, NOON
from .data import rates, words
from .places import there
from .school import CONCERN, LEARNING, VOICE
from .scribe import CHILDS, FAMILY, HOME, KEPT_CLOSE, NO, NONE, OTHERS, STAFF, YES
from .team import AT_HOME
from .together import Together

SAM = find("SAM-3S", "1")
COUNTED = {"H9": (2, 9), "H10": (2, 7)}  # days away from work, and meetings: not on the scale
WALLS = {Voice.CHILD: VOICE, Voice.HOME: AT_HOME, Voice.SCHOOL: LEARNING}
READS = {Voice.CHILD: CHILDS, Voice.HOME: OTHERS, Voice.SCHOOL: HOME}
GONE = {"T0": 0.0, "T1": 0.6, "T2": 1.0}  # of the course, when it is asked
WAY_BACK = 183


class Following:
    """What comes after the plan of one journey."""

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

    def spoken(self) -> None:
        """Between the rounds: how the promises go, and how far the goal has come."""
        life = self.life
        for promise, maker, by in self.journey.promises:
            if life.dice.random() < rates.SILENT:
                continue
            day = days.moved(life.day - life.dice.randint(3, 30))
            if day < life.today:
                text = life.dice.choice(words.PROMISE_SAID["going"])
                self.journey.word(promise, "going", "self" if maker == by else "spoken", by, days.stamp(day, LATE), text)
        level = {"better": (0, 1), "unchanged": (-1, 0), "worse": (-2, -1)}[self.course]
        by, at, place = self.journey.worker.capacity, life.at(LATE), self.journey.shared(41)
        told = (self.journey.goal, str(life.dice.choice(level)), days.written(life.day))
        self.scribe.head("plan_goalmark", life.id(), place, by, at, FAMILY, *told)

    def decided(self, kind: str, again: int = 56) -> str:
        """What was decided at the follow-up; the plan is looked at again on the next day."""
        life, place = self.life, self.journey.shared(41)
        key, by, at = life.id(), self.by, life.at(LATE)
        following = NONE if kind == "close" else days.written(life.day + again)
        self.scribe.head("closing_nextdecision", key, place, by, at, FAMILY, kind, days.written(life.day), following)
        present = ", ".join(one.given for one in life.guardians) + f", {life.given}, skolan och teamet"
        self.scribe.body("closing_nextdecisionbody", key, place, life.said(words.LEARNT[self.course]), "Alla tillsammans", present,
                         life.dice.choice(words.LAST_CHILD), life.dice.choice(words.LAST_HOME))
        life.tell({"continue": "decided to go on", "change": "decided to change something", "step_down": "stepping down",
                   "close": "decided to close"}[kind], place, by, at, record=key)  # fmt: skip
        if following != NONE:
            self.journey.planning["review_on"] = following
        self.journey.journey["stepping_at"] = at if kind == "step_down" else NONE
        return key

    def closed(self) -> None:
        """Every promise gets its end or its holder, somebody says yes to be there, and the matter is closed."""
        life, place = self.life, self.journey.shared(41)
        decision, by, at = self.decided("close"), self.by, life.at(LATE + 30)
        reason = life.chosen(rates.REASONS[self.course])
        self.closing = self.journey.record("closing_closing", place, by, at, FAMILY, decision_id=decision, reason=reason,
                                           asked=self._asked(reason), reopened_how="")
        contact = life.mentor
        self.closing["contact_id"] = contact
        self.scribe.body("closing_closingbody", self.closing["id"], place, life.fill(words.STAYS), life.dice.choice(words.LAST_CHILD),
                         life.dice.choice(words.LAST_HOME))
        life.tell("closing begun", place, by, at, record=self.closing["id"])
        life.on((2, 9))
        self._ended()
        by, at = self.by, days.stamp(life.day, LATE)
        back = days.written(life.day + WAY_BACK)
        self.closing |= {"contact_said_at": days.stamp(life.day, NOON), "contact_yes": YES}
        self.closing |= {"closed_at": at, "closed_by_id": by, "back_until_on": back}
        self.journey.journey |= {"closed_at": at, "back_until_on": back, "stepping_at": NONE}
        if not self.head:
            self.journey.party |= {"ended_at": at, "ended_by_id": by}
            life.tell("matter closed", self.journey.mine(1), by, at)
        self.scribe.head("circle_chair", life.id(), self.journey.shared(40), by, at, HOME, contact, by, at)
        life.tell("matter closed", place, by, at, FAMILY, self.closing["id"])
        self.over = life.day
        self.journey.matter.step("closed", "concern closed", "solved", "solved" if self.course == "better" else "gone")

    def _asked(self, reason: str) -> str:
        """Whether everyone was asked at the end: nothing is asked of a family that ends it, nor where nothing was asked before."""
        return "not_begun" if self.head else {"family": "family_ends", "level": "some"}.get(reason, "done")

    def _ended(self) -> None:
        life, place, stays = self.life, self.journey.shared(41), True
        by, at = self.journey.worker.capacity, days.stamp(life.day, NOON)
        for promise, maker, _by in self.journey.promises:
            if stays and maker == life.mentor:
                self.scribe.head("closing_kept", life.id(), place, by, at, FAMILY, self.closing["id"], promise)
                stays = False
                continue
            word = life.chosen(rates.KEPT[:-1])
            self.journey.word(promise, word, "self" if maker == by else "spoken", by, at, life.dice.choice(words.PROMISE_SAID[word]))

    def called(self) -> None:
        """Half a year and a year later, if the family said yes to that."""
        life, journey = self.life, self.journey
        if life.dice.random() > rates.LATER_YES:
            return
        asked, by, at = life.id(), journey.worker.capacity, days.stamp(self.over, LATE + 10)
        journey._said(asked, "contact_later", True, by, at)
        for code, later in (("T3", 183), ("T4", 365)):
            due = self.over + later
            call = journey.record("closing_latercall", journey.mine(AT_HOME), by, at, STAFF, consent_id=asked, code=code,
                                  due_on=days.written(due), holder_id=by, outcome="")
            made = days.moved(due + life.dice.randint(-6, 8))
            if made >= life.today:
                continue
            outcome, at_call = life.chosen(rates.CALLED), days.stamp(made, NOON)
            call |= {"outcome": outcome, "done_at": at_call, "done_by_id": there(journey.chair, made).capacity}
            if words.CALLED[outcome]:
                self.scribe.body("closing_latercallbody", call["id"], journey.mine(AT_HOME), life.fill(words.CALLED[outcome]))

    def came_back(self) -> None:
        """It got hard again, and the way back was open."""
        life, journey = self.life, self.journey
        life.on((30, 160))
        by, at = life.school.head.capacity, life.at(NOON)
        self.closing |= {"reopened_at": at, "reopened_by_id": by, "reopened_how": life.dice.choice(("guardian", "staff", "child"))}
        journey.journey |= {"closed_at": NONE, "back_until_on": NONE}
        journey.matter.step("taken", "concern taken care of", "received")
        journey.keep("journey_party", id=life.id(), how="space", question=journey.party["question"], invited_at=at, accepted_at=at,
                     accepted_by_id=journey.worker.capacity, child_id=journey.own, ground_id=journey.ground, invited_by_id=by,
                     journey_id=journey.key, unit_id=journey.team.unit)  # fmt: skip
        life.tell("matter opened again", journey.shared(41), by, at, record=self.closing["id"])


def let_go(journey: Together) -> None:
    """The team's part was over before it began: the head closes, when somebody thinks of it."""
    if journey.life.dice.random() < rates.SAID_OVER:
        one = Following(journey)
        one.course, one.head = "early", journey.life.school.head.capacity
        journey.life.on(rates.LEFT)
        one.closed()


def followed(journey: Together) -> None:
    """The whole second half, as far as today."""
    life = journey.life
    one = Following(journey)
    one.round("T0")
    journey.met()
    life.on(rates.ROUNDS)
    one.round("T1")
    one.spoken()
    life.on((3, 12))
    one.decided("change" if one.course == "worse" else "continue")
    life.on(rates.SECOND)
    one.round("T2")
    one.spoken()
    while life.dice.random() > rates.CLOSES[one.course]:
        life.on((3, 12))
        one.decided("change")
        life.on((50, 75))
        one.spoken()
    if life.dice.random() < rates.STEP_DOWN:
        life.on((3, 12))
        one.decided("step_down", 42)
        life.on((35, 60))
    life.on((1, 9))
    one.closed()
    one.called()
    if life.dice.random() < rates.COMES_BACK:
        one.came_back()
