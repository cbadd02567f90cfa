"""Beyond the school: the family is asked, the team answers, and the family is met."""

from typing import Any, NamedTuple

from . import days
from .child import KEYS, LATE, MORNING, NOON, Guardian
from .data import rates, words
from .places import Staff, Team, there, walls
from .school import CONCERN, Matter
from .scribe import FAMILY, HOME, KEPT_CLOSE, NO, NONE, STAFF, YES

CONSENT, AT_HOME = 16, 14
ASKED = (1, 4, 5, 6, 9, 14)
A_YEAR = 365
Row = dict[str, str]


class Promise(NamedTuple):
    """A promise that stands: who made it (NONE: the home), who writes down what is said of it, and its last day."""

    key: str
    maker: str
    by: str
    until: int
    way: str = "spoken"

    @property
    def how(self) -> str:
        """How word of it comes."""
        return self.heard(self.by)

    def heard(self, by: str) -> str:
        """How word of it comes to whoever writes it down."""
        return "self" if self.maker == by else self.way


class Journey:
    """One child's matter between a school and a team, as far as it has come. What changes later is written at the end."""

    def __init__(self, matter: Matter, team: Team):
        self.matter, self.life, self.team = matter, matter.life, team
        self.scribe = self.life.scribe
        self.key, self.own, self.plan, self.goal, self.referral = (self.life.id() for _turn in range(5))
        self.ground, self.table = self.life.id(), self.life.id()
        self.chair = team.chairs[self.life.dice.randrange(len(team.chairs))]
        self.later: list[tuple[str, Row]] = []
        self.promises: list[Promise] = []
        self.journey: Row = {}
        self.begun = self.coordinated = self.opened = 0

    def shared(self, category: int) -> str:
        """A wall of the shared space."""
        return f"{self.key}\t{category}"

    def mine(self, category: int) -> str:
        """A wall at the team, with the team's own row of the child."""
        return f"{self.own}\t{self.team.number * 64 + category}"

    @property
    def worker(self) -> Staff:
        """Who of the team works with the child today."""
        return there(self.chair, self.life.day)

    def keep(self, table: str, **values: str) -> Row:
        """A row that can still change: it is written when the life has been told."""
        self.later.append((table, values))
        return values

    def record(self, table: str, behind: str, by: str, at: str, opens: str, **values: str) -> Row:
        """A record that can still change."""
        subject, wall = behind.split("\t")
        read, because, child = opens.split("\t")
        stamped = {"id": self.life.id(), "subject_id": subject, "wall": wall, "written_by_id": by, "written_at": at,
                   "for_guardians": read, "for_guardians_because": because, "for_child": child}  # fmt: skip
        return self.keep(table, **stamped, **values)

    def asked(self) -> bool:
        """The home is asked; whether all have said yes. Sometimes somebody never answers."""
        life = self.life
        life.on((1, 6))
        how = life.chosen(rates.ANSWERS)
        self.consent, by, at, behind = life.id(), life.mentor, life.at(LATE), life.place(CONSENT)
        self.until = days.stamp(life.day + A_YEAR, LATE)
        self.asked_walls = walls(life.school.number, ASKED)
        self.scribe.head("consent_consent", self.consent, behind, by, at, FAMILY, "secrecy_waiver", self.asked_walls, at, self.until,
                         NO, life.language, YES if life.interpreter else NO, self.team.unit)
        self.scribe.body("consent_consentbody", self.consent, behind, words.PURPOSE, life.dice.choice(words.EXCLUDED))
        life.tell("consent asked", behind, by, at, record=self.consent)
        said = [True] * len(life.guardians)
        if how == "one_no":
            said[-1] = False
        for one, yes in zip(life.guardians[: len(said) - (how == "silence")], said, strict=False):
            life.on(rates.ANSWER_TIME)
            self._answered(one, yes)
        return how == "yes"

    def _answered(self, one: Guardian, yes: bool) -> None:
        life, behind = self.life, self.life.place(CONSENT)
        key, by, at = life.id(), life.mentor, life.at(LATE)
        how = "interpreted" if life.interpreter else "spoken"
        self.scribe.head("consent_consentanswer", key, behind, by, at, KEPT_CLOSE, self.consent, "guardian", one.key, YES if yes else NO,
                         self.asked_walls if yes else "{}", how, at, NONE, NONE, "")
        if spoken := life.dice.choice(words.WORDS_YES if yes else words.WORDS_NO):
            self.scribe.body("consent_answerbody", key, behind, spoken)
        life.tell("consent answered", behind, by, at, record=self.consent)

    def refused(self) -> None:
        """Somebody said no: the school goes on with what helps."""
        self.matter.note((5, 20))
        self.matter.left("gone")

    def told(self) -> None:
        """What the home said yes to is opened to the team."""
        life = self.life
        life.on((1, 4))
        by, at = life.mentor, life.at()
        self.scribe.put("access_ground", self.ground, at, self.until, self.asked_walls, life.key, self.team.unit, by, words.PURPOSE)
        self.scribe.put("access_groundconsent", life.id(), self.consent, self.ground, life.key)
        since = days.stamp(life.day - 90, MORNING)
        for category in ASKED:
            named = category == 1
            self.scribe.put("access_disclosure", life.id(), str(life.school.number * 64 + category), life.key if named else NONE,
                            NONE if named else since, at, by, life.key, self.ground)
        life.tell("consent opened", life.place(CONSENT), by, at, record=self.consent)

    def referred(self) -> None:
        """The head asks the team: the journey begins, with the school in it and the team invited."""
        life, head = self.life, self.life.school.head.capacity
        at, self.begun = life.at(NOON), life.day
        question = life.said(words.REFERRAL)
        self.scribe.put("people_subject", self.key, "journey")
        self.journey = self.keep("journey_journey", subject_id=self.key, begun_at=at, begun_by_id=head)
        common = {"how": "space", "invited_at": at, "invited_by_id": head, "journey_id": self.key}
        self.side = self.keep("journey_party", id=life.id(), question="", accepted_at=at, accepted_by_id=head, child_id=life.key,
                  unit_id=life.school.unit, **common)  # fmt: skip
        self.party = self.keep("journey_party", id=life.id(), question=question, ground_id=self.ground, unit_id=self.team.unit, **common)
        life.tell("party invited", life.place(1), head, at, record=self.party["id"])
        share = rates.TIER_3[days.year(life.day) - days.year(life.today) - 1]
        self.tier = "3" if life.dice.random() < share else life.dice.choice("222221")
        points = [str(life.dice.randint(0, 2) if self.tier != "3" else 2) for _row in range(4)]
        rows = "{" + ",".join([*points, "1", "1", "1"]) + "}"
        here = life.school.municipality
        self.scribe.head("referral_referral", self.referral, self.shared(40), head, at, HOME, self.party["id"], self.matter.checklist, NONE,
                         rows, self.tier, here if life.dice.random() > rates.ELSEWHERE else "9902", here, days.written(life.day + 7))
        spoken = f"{life.guardians[0].name}: {life.language} (tolk: {life.interpreter})" if life.interpreter else ""
        self.scribe.body("referral_referralbody", self.referral, self.shared(40), question, life.dice.choice(words.CHILDS), "", spoken,
                         words.REFERRAL_WHY)
        life.tell("the team asked", self.shared(40), head, at, record=self.referral)
        self.scribe.head("journey_level", life.id(), life.place(CONCERN), head, at, STAFF, self.tier, "referral")

    def triaged(self) -> bool:
        """The team receives it and answers, later when many ask; whether it said yes."""
        life, scribe = self.life, self.scribe
        wait = rates.QUEUE_SEASON[days.month(life.day) - 1]
        life.on((0, 2), wait)
        self._received()
        life.on(rates.QUEUE, wait)
        kind, by, at = life.chosen(rates.TRIAGE), self.worker.capacity, life.at(NOON)
        self._decided(kind, by, at, words.TRIAGE_WHY[kind], words.TRIAGE_SAYS[kind])
        scribe.head("journey_level", life.id(), self.mine(CONCERN), by, at, STAFF, self.tier, "triage")
        if kind == "accepted":
            life.tell("the team said yes", self.shared(40), by, at, record=self.referral)
            return True
        life.tell("the team gave advice", self.shared(40), by, at, record=self.referral)
        self.party |= {"ended_at": at, "ended_by_id": by}
        return False

    def _decided(self, kind: str, by: str, at: str, because: str, answer: str) -> None:
        key = self.life.id()
        self.scribe.head("referral_triagedecision", key, self.shared(40), by, at, HOME, self.referral, kind, self.tier, self.tier)
        self.scribe.body("referral_triagedecisionbody", key, self.shared(40), because, answer)

    def _received(self) -> None:
        life, scribe, by, at = self.life, self.scribe, self.worker.capacity, self.life.at()
        self.opened = life.day
        self.party |= {"accepted_at": at, "accepted_by_id": by, "child_id": self.own}
        scribe.put("people_subject", self.own, "child")
        scribe.put("people_child", self.own, str(self.team.number * 64 + 1), self.team.branch, self.team.unit, life.given, life.family,
                   f"{KEYS[life.given]} {KEYS[life.family]}", str(life.group.born), "", "", by, at)
        scribe.put("access_assignment", life.id(), at, NONE, "{}", NONE, self.team.unit, self.own, by, NONE, NONE, "the unit")
        life.tell("the team has received it", self.shared(40), by, at, record=self.referral)

    def welcomed(self) -> bool:
        """The family is met and hears that everything is voluntary; whether all say yes."""
        life, scribe = self.life, self.scribe
        life.on((0, 2))
        by, at = self.worker.capacity, life.at(LATE)
        for one in life.guardians:
            life.note(one.other, self.own, self.team.number, one, by, at)
        wait = rates.QUEUE_SEASON[days.month(life.day) - 1] ** 0.5
        meets = days.moved(life.day + round(life.dice.randint(*rates.WELCOME) * wait))
        starts = days.stamp(meets, LATE + 60)
        meeting = self.record("welcome_infomeeting", self.mine(CONSENT), by, at, HOME, referral_id=self.referral,
                              holder_id=by, text_version="", due_on=days.written(life.day + 14), starts_at=starts,
                              needs="{interpreter}" if life.interpreter else "{}")
        said = (life.dice.choice(words.PLACES), life.dice.choice(words.NEEDS))
        scribe.body("welcome_infomeetingbody", meeting["id"], self.mine(CONSENT), *said)
        life.tell("information meeting arranged", self.mine(CONSENT), by, at, record=meeting["id"])
        self.coordinated = life.day
        life.on(meets - life.day)
        yes, by, at = life.dice.random() < rates.WELCOME_YES, self.worker.capacity, days.stamp(life.day, LATE + 120)
        asked = life.id()
        meeting |= {"held_at": at, "held_by_id": by, "text_version": "2025-11", "consent_id": asked}
        life.tell("information meeting held", self.mine(CONSENT), by, at, record=meeting["id"])
        self._said(asked, "participation", yes, by, at)
        if yes:
            life.tell("the family said yes", self.mine(CONSENT), by, at, record=meeting["id"])
            return True
        self._decided("declined", by, at, words.NO_WHY, words.NO_SAYS)
        life.tell("the family declined", self.shared(40), by, at, record=self.referral)
        self.party |= {"ended_at": at, "ended_by_id": by}
        return False

    def _said(self, asked: str, kind: str, yes: bool, by: str, at: str) -> None:
        """A question to the family at the team, answered in the room by each guardian and the child."""
        life, scribe, behind = self.life, self.scribe, self.mine(CONSENT)
        mine, ends = walls(self.team.number, (CONSENT,)), days.stamp(life.day + A_YEAR + 31, LATE)
        purpose = words.PURPOSES[kind]
        asks = kind == "participation"
        scribe.head("consent_consent", asked, behind, by, at, FAMILY, kind, mine, at, ends, YES if asks else NO, life.language,
                    YES if life.interpreter else NO, NONE)
        scribe.body("consent_consentbody", asked, behind, purpose, "")
        how = "interpreted" if life.interpreter else "spoken"
        givers: list[Any] = [("guardian", one.other, KEPT_CLOSE) for one in life.guardians] + [("child", NONE, "no\t\tt")] * asks
        for turn, (giver, guardian, opens) in enumerate(givers):
            word = YES if yes or turn else NO
            told = (word, mine if word == YES else "{}", how, at, NONE, NONE, "")
            scribe.head("consent_consentanswer", life.id(), behind, by, at, opens, asked, giver, guardian, *told)
