"""What the team itself gives a family at home: begun after the first meeting, asked about, and ended with the matter."""

import datetime as dt

from samling.support.rules import ASKED, ENDED, STARTED, evaluation_day

from . import days
from .child import LATE, MORNING
from .data import rates, words
from .places import there
from .scribe import HOME, NONE, STAFF
from .team import Row
from .together import Together

SOCIAL, PLAN = 13, 41
FORM, IN_LAW_FROM = "open", dt.date(2025, 7, 1)  # service without an assessment of need (SoL 11:5)


class Giving:
    """One support, and what the others around the child are told of where it stands."""

    def __init__(self, journey: Together):
        self.journey, self.life, self.scribe = journey, journey.life, journey.scribe
        self.told = 0
        self.row: Row = {}

    def begin(self) -> None:
        """After the joint meeting, when the form was in the law; in the weeks that follow it goes on."""
        life = self.life
        if dt.date.fromordinal(life.day) < IN_LAW_FROM or life.dice.random() > rates.GIVEN:
            return
        code, how = life.dice.choice(words.GIVEN)
        by, at = self.journey.worker.capacity, life.at(LATE)
        self.row = self.journey.record("support_support", self.behind, by, at, HOME, kind="home", code=code, form=FORM,
                                       starts_on=days.written(life.day), evaluate_on=_asked_on(life.day), state="begun",
                                       ended_because="", holder_id=there(self.journey.chair, life.today).capacity)
        self.scribe.body("support_supportbody", self.row["id"], self.behind, life.fill(how))
        self._tell(STARTED, by, at)
        self._share(by, at)
        day = life.day
        for later in sorted(life.dice.sample(range(6, 40), life.dice.randint(*rates.OCCASIONS))):
            self._occasion(days.moved(day + later))
        if life.dice.random() > rates.SILENT:
            self.asked(days.moved(day + 42))

    @property
    def behind(self) -> str:
        """The team's own wall around it."""
        return self.journey.mine(SOCIAL)

    def asked(self, day: int) -> None:
        """Somebody says how it goes, and it is asked again later."""
        life = self.life
        if not self.row or self.row["state"] == "ended" or day >= life.today:
            return
        by, at, key = there(self.journey.chair, day).capacity, days.stamp(day, MORNING + 20), life.id()
        self._goes_on(by, at)
        result, voice = life.chosen(rates.HELPS[self.journey.matter.course]), life.dice.choice(("guardian", "giver"))
        self.scribe.head("support_outcome", key, self.behind, by, at, HOME, self.row["id"], result, voice)
        self.scribe.body("support_outcomebody", key, self.behind, life.said(words.HELPS[result]))
        self.row["evaluate_on"] = _asked_on(day)
        self._tell(ASKED, by, at)

    def ended(self, by: str, at: str, reason: str) -> None:
        """It ends with the matter."""
        if self.row and self.row["state"] != "ended":
            self.row |= {"state": "ended", "ended_because": rates.GIVEN_ENDS.get(reason, "done"), "ended_at": at, "ended_by_id": by,
                         "evaluate_on": NONE, "holder_id": there(self.journey.chair, self.life.day).capacity}  # fmt: skip
            self._share(by, at)
            self._tell(ENDED, by, at)

    def _occasion(self, day: int) -> None:
        """What was done one day, in a note of its own."""
        life = self.life
        if day >= life.today:
            return
        by, at, note = there(self.journey.chair, day).capacity, days.stamp(day, MORNING), life.id()
        kind, text = life.dice.choice(words.OCCASIONS)
        self.scribe.head("journey_entry", note, self.behind, by, at, STAFF, kind, words.GIVEN_TITLES[self.row["code"]])
        self.scribe.body("journey_entrybody", note, self.behind, life.fill(text))
        self.scribe.head("support_occasion", life.id(), self.behind, by, at, STAFF, self.row["id"], note)
        life.tell("note written", self.behind, by, at, STAFF, note)
        self._goes_on(by, at)

    def _goes_on(self, by: str, at: str) -> None:
        if self.row["state"] == "begun":
            self.row["state"] = "going"
            self._share(by, at)

    def _share(self, by: str, at: str) -> None:
        self.told += 1
        told = (self.row["id"], str(self.told), self.row["kind"], self.row["state"])
        self.scribe.head("support_supportstatus", self.life.id(), self.journey.shared(PLAN), by, at, HOME, *told)

    def _tell(self, event: str, by: str, at: str) -> None:
        self.life.tell(event, self.behind, by, at, HOME, self.row["id"])


def _asked_on(day: int) -> str:
    return evaluation_day(dt.date.fromordinal(day)).isoformat()
