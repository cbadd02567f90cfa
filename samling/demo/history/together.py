"""At one table: three views of the child, the plan, the joint meeting and what is promised there."""

import json
from typing import Any

from . import days
from .child import LATE, NOON
from .data import rates, words
from .places import there
from .school import LEARNING, VOICE
from .scribe import FAMILY, HOME, KEPT_CLOSE, NO, NONE, NOT_YET, YES
from .sip import Sip, wanted
from .team import AT_HOME, Journey, Promise, Row

EVENTS = {"yes": "promise given", "going": "promise going on", "done": "promise kept", "no_help": "promise did not help",
          "let_go": "promise let go"}  # fmt: skip


class Together(Journey):
    """A journey whose family has said yes."""

    sip: "Sip | None" = None

    def mapped(self) -> None:
        """Three views of the child, and what the team makes of them."""
        life, scribe = self.life, self.scribe
        life.on(rates.MAPPING)
        by, at, said = life.mentor, life.at(LATE), days.written(life.day)
        guardian = life.guardians[0]
        who = {"child": (NONE, life.given, "egna ord", "child", VOICE, NOT_YET.replace("\tf", "\tt")),
               "guardian": (guardian.key, guardian.name, guardian.relation, "home", AT_HOME, NOT_YET),
               "staff": (by, there(life.group.mentors, life.day).name, "mentor", "school", LEARNING, NOT_YET)}  # fmt: skip
        notes = []
        for voice, kind, domain, places, text, helps in life.dice.sample(words.VIEWS, 6):
            one, name, role, shape, category, opens = who[voice]
            key, behind = life.id(), life.place(category)
            notes.append(key)
            scribe.head("views_note", key, behind, by, at, opens, voice, one, name, role, shape, said, kind, domain, places)
            scribe.body("views_notebody", key, behind, life.fill(text), helps)
            life.tell("note placed", behind, by, at, KEPT_CLOSE, key)
        key, by = life.id(), self.worker.capacity
        scribe.head("views_analysis", key, self.shared(40), by, life.at(LATE + 60), NOT_YET, "{" + ",".join(notes) + "}")
        scribe.body("views_analysisbody", key, self.shared(40), life.fill(words.ANALYSIS))
        life.tell("needs analysis written", self.shared(40), by, life.at(LATE + 60), KEPT_CLOSE, key)

    def planned(self) -> None:
        """The plan is begun: what is needed, the child's goal, and the signs of being ready to let go."""
        life, place = self.life, self.shared(41)
        life.on((1, 6))
        self.sip = wanted(self)
        by, at = self.worker.capacity, life.at(NOON)
        self.planning = self.record("plan_plan", place, by, at, HOME, kind=self.kind, review_on=days.written(life.day + 56),
                                    accountable_id=self.sip.region.accountable if self.sip else NONE)
        self.planning["id"] = self.plan
        life.tell("plan begun", place, by, at, record=self.plan)
        said = {"needs": life.dice.choice(words.PLAN_NEEDS), "running": "", "asked": words.ASKED_HOW, "wishes": "",
                "crisis": life.fill(words.CRISIS), "nobody_else": False}  # fmt: skip
        self.words(self.plan, said, by, at)
        own, wording, *steps = map(life.fill, life.dice.choice(words.GOALS))
        levels = ("minus_two", "minus_one", "zero", "plus_one", "plus_two")
        self.scribe.head("plan_goal", self.goal, place, by, at, FAMILY, self.plan, days.written(life.day), "-1")
        self.scribe.body("plan_goalbody", self.goal, place, own, life.given)
        said_of = {"wording": wording} | dict(zip(levels, steps, strict=True))
        self.words(self.goal, said_of, by, at)
        if self.sip:
            self.sip.aims(said, {"text": own, "said_on": days.written(life.day)} | said_of)
        life.tell("goal added", place, by, at, record=self.goal)
        key = life.id()
        self.scribe.head("closing_criterion", key, place, by, at, FAMILY, self.plan, "child")
        self.scribe.body("closing_criterionbody", key, place, life.said(words.CRITERIA))

    @property
    def kind(self) -> str:
        """What the plan and its meetings are called."""
        return "sip" if self.sip else "joint"

    def published(self) -> None:
        """A SIP is published, and sent to those who take part by copy."""
        if self.sip:
            self.sip.published()

    def words(self, line: str, said: dict[str, Any], by: str, at: str) -> None:
        """What is said of the plan, its goal or a promise."""
        key, place = self.life.id(), self.shared(41)
        self.scribe.head("plan_wording", key, place, by, at, HOME, self.plan, line)
        self.scribe.body("plan_wordingbody", key, place, json.dumps(said, ensure_ascii=False))

    def met(self) -> None:
        """Everyone at one table, where the child wants it; sometimes it has to wait. There the promises are made."""
        life = self.life
        if life.dice.random() < rates.MEETING_CALLED_OFF:
            self._meeting(life.id(), off=life.dice.choice(("ill", "interpreter", "family")))
        self._meeting(self.table)
        made = life.dice.sample(words.PROMISES, life.dice.randint(*rates.PROMISES))
        if self.sip:  # social services have their part in it
            made = [*[one for one in made if one[0] != "team"], words.PROMISES[-2]]
        for who, *promise in made:
            self._promised(who, *promise)
        if self.sip:
            self.sip.promised()

    def _meeting(self, key: str, off: str = "") -> None:
        life, place = self.life, self.shared(42)
        by, at = self.worker.capacity, life.at(LATE)
        day = days.moved(life.day + life.dice.randint(*rates.MEETING))
        meeting = self.record("gathering_jointmeeting", place, by, at, HOME, kind=self.kind, starts_at=days.stamp(day, LATE),
                              seen_on=days.written(self.sip.seen) if self.sip else NONE,
                              ends_at=days.stamp(day, LATE + 60), place=life.dice.choice(words.PLACES), chair_id=by, cancelled_because="")
        meeting["id"] = key
        self.scribe.body("gathering_jointmeetingbody", key, place, life.fill(words.QUESTION))
        life.tell("meeting called", place, by, at, record=key)
        guests = self._called(key, by, at)
        points = self._points(key, by, at)
        way = life.chosen(rates.WAYS)
        one = life.id()
        self.scribe.head("gathering_childsway", one, place, life.mentor, at, FAMILY, key, way, life.mentor if way == "proxy" else NONE)
        self.scribe.body("gathering_childswaybody", one, place, words.WAY_WORDS[way])
        life.on(day - life.day - (2 if off else 0))
        by, at = self.worker.capacity, days.stamp(life.day, LATE + 65)
        if off:
            meeting |= {"cancelled_at": at, "cancelled_by_id": by, "cancelled_because": off}
            life.tell("meeting called off", place, by, at, record=key)
            return
        meeting |= {"held_at": at, "held_by_id": by}
        life.tell("meeting held", place, by, at, record=key)
        for point in points:
            point |= {"done_at": at, "done_by_id": by}
        for kind, guest in guests:
            comes = not (kind == "child" and way in ("message", "no", "proxy")) and life.dice.random() < 0.93
            guest |= {"came_at": at, "came_by_id": by} if comes else {}

    def _called(self, key: str, by: str, at: str) -> list[tuple[str, Row]]:
        life, place, found = self.life, self.shared(42), []
        table = [("child", "child", NONE, NONE, f"{life.given} {life.family}", "", NO)]
        table += [("guardian", "guardian", NONE, one.key, one.name, one.relation, YES) for one in life.guardians]
        table += [("staff", "mentor", life.mentor, NONE, "", "", YES), ("staff", "health", life.school.health.capacity, NONE, "", "", NO),
                  ("staff", "team", by, NONE, "", "", YES)]  # fmt: skip
        for kind, why, capacity, guardian, name, role, decides in table:
            seat = life.id()
            self.scribe.head("seating_seat", seat, place, by, at, HOME, key, kind, capacity, guardian, name, role)
            answers = {"answer": "comes", "answered_at": at, "answered_by_id": by} if life.dice.random() < 0.8 else {"answer": ""}
            guest = self.record("gathering_invited", place, by, at, HOME, meeting_id=key, seat_id=seat, decides=decides, **answers)
            self.scribe.body("gathering_invitedbody", guest["id"], place, life.fill(words.WHY_THERE[why]))
            found.append((kind, guest))
        return found

    def _points(self, key: str, by: str, at: str) -> list[Row]:
        found = []
        for turn, (topic, text) in enumerate(words.POINTS, 1):
            point = self.record("gathering_point", self.shared(42), by, at, FAMILY, meeting_id=key, topic=topic, position=str(turn))
            self.scribe.body("gathering_pointbody", point["id"], self.shared(42), text)
            found.append(point)
        return found

    def _promised(self, who: str, phrase: str, what: str, nature: str, rhythm: str) -> None:
        life, place = self.life, self.shared(41)
        guardian = life.dice.choice(life.guardians)
        mentor, health = there(life.group.mentors, life.day), life.school.health
        maker, name, side = {
            "mentor": (mentor.capacity, mentor.name, "school"), "health": (health.capacity, health.name, "school"),
            "team": (self.worker.capacity, self.worker.name, "social"), "guardian": (NONE, guardian.name, "home"),
        }[who]  # fmt: skip
        home = who == "guardian"
        key, by, at, today = life.id(), self.worker.capacity, days.stamp(life.day, LATE + 40), days.written(life.day)
        until = life.day + 7 * life.dice.choice((6, 8, 10, 12))
        self.scribe.head("promises_promise", key, place, by, at, FAMILY, self.plan, self.goal, "guardian" if home else "staff", side, maker,
                         guardian.key if home else NONE, name, nature, rhythm, today, days.written(until), self.table, NONE)
        said = {"who": name, "does": "", "home": "", "what": what, "child": "", "called": life.given, "phrase": phrase}
        self.words(key, said, by, at)
        life.tell("promise asked for", place, by, at, record=key)
        if self.sip:
            self.sip.line(key, said, name, side, rhythm, (today, days.written(until)))
        self.word(key, "yes", "room", by, at)
        self.promises.append(Promise(key, maker, by, until))

    def word(self, promise: str, word: str, how: str, by: str, at: str, text: str = "") -> None:
        """Something said of a promise."""
        key, place, event = self.life.id(), self.shared(41), EVENTS[word]
        self.scribe.head("promises_promiseword", key, place, by, at, FAMILY, promise, word, how, at[:10])
        if text:
            self.scribe.body("promises_promisewordbody", key, place, text)
        self.life.tell(event, place, by, at, record=promise)
