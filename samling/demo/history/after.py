"""Did it help: what was decided at the follow-ups, letting go, the calls afterwards, and coming back."""

from . import days
from .asking import Asking
from .child import LATE, MORNING, NOON
from .data import rates, words
from .giving import Giving
from .places import there
from .scribe import FAMILY, HOME, NONE, STAFF, YES
from .team import AT_HOME
from .together import Together

WAY_BACK = 183


class Following(Asking):
    """What comes after the plan of one journey."""

    def __init__(self, journey: Together):
        super().__init__(journey)
        self.giving = Giving(journey)

    def going(self) -> None:
        """Between meeting and follow-up: the team begins what it gives, and somebody says how it goes; some say nothing."""
        self.journey.published()
        self.giving.begin()
        life = self.life
        for promise in self.journey.promises:
            if life.dice.random() < rates.SILENT:
                continue
            for later in (life.dice.randint(6, 20), life.dice.randint(30, 60)):
                day = days.moved(life.day + later)
                if day < life.today:
                    said = life.dice.choice(words.PROMISE_SAID["going"])
                    self.journey.word(promise.key, "going", promise.how, promise.by, days.stamp(day, MORNING), said)

    def spoken(self) -> None:
        """At a follow-up: what has had its time is ended or goes on, and how far the goal has come."""
        life = self.life
        for promise in list(self.journey.promises):
            if promise.until > life.day or life.dice.random() < rates.SILENT:
                continue
            word, by = life.chosen(rates.KEPT), self.journey.worker.capacity
            how = promise.heard(by)
            self.journey.word(promise.key, word, how, by, life.at(NOON), life.dice.choice(words.PROMISE_SAID[word]))
            if word != "going":
                self.journey.promises.remove(promise)
        self.giving.asked(life.day)
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
        self.giving.ended(by, at, self.closing["reason"])
        for promise in self.journey.promises:
            if stays and promise.maker == life.mentor:
                self.scribe.head("closing_kept", life.id(), place, by, at, FAMILY, self.closing["id"], promise.key)
                stays = False
                continue
            word = life.chosen(rates.KEPT[:-1])
            how = promise.heard(by)
            self.journey.word(promise.key, word, how, by, at, life.dice.choice(words.PROMISE_SAID[word]))

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
    one.wheel("T0")
    journey.met()
    one.going()
    life.on(rates.ROUNDS)
    one.round("T1")
    one.spoken()
    life.on((3, 12))
    one.decided("change" if one.course == "worse" else "continue")
    life.on(rates.SECOND)
    one.round("T2")
    one.wheel("T2")
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
