"""The ways a child's matter can go: each lays out scenes for one child, and says where it stands today."""

from samling.concern.rules import State

from ..data import texts
from . import agreeing, deeds, referring, welcoming
from .teller import Teller

TEN, NOON, AFTERNOON = "10:10", "12:40", "14:50"
PATH = ("why-now", "strengths", "attendance", "tried", "voice")


class Arc:
    """One child's way: who is around it, and which of the texts it uses."""

    def __init__(
        self,
        teller: Teller,
        key: str,
        *,
        mentor: str,
        leader: str,
        helper: str,
        guardians: list[tuple],
        turn: int,
    ):
        self.teller, self.key, self.mentor, self.leader, self.helper = teller, key, mentor, leader, helper
        self.guardians, self.turn = guardians, turn

    def opened(self, days: int) -> None:
        """The mentor opens the child."""
        self.teller.scene(days, "09:40", self.mentor, deeds.open_pupil, self.key, self.guardians)

    def told(self, days: int, said_home: str = "") -> None:
        """Opened with a concern."""
        self.opened(days)
        touches, text = texts.CONCERNS[self.turn % len(texts.CONCERNS)]
        self.teller.scene(days, "09:45", self.mentor, deeds.concern, self.key, touches, text, said_home)

    def taken(self, days: int) -> None:
        """Someone takes care of it; sometimes a colleague is given the child."""
        self.teller.scene(days, TEN, self.leader, deeds.step, self.key, State.TAKEN)
        if self.helper and self.turn % 2:
            self.teller.scene(
                days, TEN, self.leader, deeds.assign, self.key, self.helper, "Hjälper till runt barnet."
            )

    def noted(self, days: int, which: int = 0) -> None:
        """A note by the mentor."""
        kind, about, title, text = texts.NOTES[(self.turn + which) % len(texts.NOTES)]
        self.teller.scene(days, AFTERNOON, self.mentor, deeds.note, self.key, kind, about, title, text)

    def begun(self, days: int, whole: bool = True) -> None:
        """A checklist, whole or just begun."""
        answers, done = (self._answers(), PATH) if whole else (self._first(), PATH[:1])
        self.teller.scene(days, NOON, self.mentor, deeds.begin, self.key, answers, done)

    def decided(self, days: int, kind: str) -> None:
        """The table decides."""
        self.teller.scene(days, "13:30", self.mentor, deeds.decide, self.key, kind)

    def asked(self, days: int, to: str = "lotsen_social") -> None:
        """The home is asked."""
        self.teller.scene(days, "13:40", self.mentor, agreeing.ask, self.key, to)

    def answered(self, days: int, *answers: bool) -> None:
        """The guardians answer in turn."""
        for guardian, yes in zip(self.guardians, answers, strict=False):
            self.teller.scene(days, AFTERNOON, self.mentor, agreeing.answer, self.key, guardian[0], yes)

    def _first(self) -> dict:
        return {"a-seen": texts.SEEN[self.turn % len(texts.SEEN)], "a-told-home": "yes"}

    def _answers(self) -> dict:
        tried = texts.TRIED[self.turn % len(texts.TRIED)]
        return self._first() | {
            "b-likes": texts.WORKS[self.turn % len(texts.WORKS)],
            "k-tried": [{"what": what, "effect": effect, "weeks": weeks} for what, effect, weeks in tried],
            "q-words": texts.WORDS[self.turn % len(texts.WORDS)],
            "r-next": [{"what": texts.NEXT[self.turn % len(texts.NEXT)]}],
        }


def new_concern(arc: Arc) -> None:
    """Told a few days ago; nobody has taken care of it yet."""
    arc.told(1 + arc.turn % 4)


def taken(arc: Arc) -> None:
    """Taken care of; nothing begun."""
    arc.told(16 - arc.turn % 5)
    arc.taken(12 - arc.turn % 5)
    arc.noted(5)


def filling_in(arc: Arc) -> None:
    """The checklist has been begun."""
    arc.told(26 - arc.turn % 6, "Ringde och berättade vad vi har sett.")
    arc.taken(22 - arc.turn % 6)
    arc.begun(9 - arc.turn % 4, whole=arc.turn % 3 == 0)


def trying(arc: Arc) -> None:
    """Solved here; one asks again in some weeks."""
    arc.told(44 - arc.turn % 9, "Talade med hemmet vid hämtningen.")
    arc.taken(40 - arc.turn % 9)
    arc.begun(30 - arc.turn % 9)
    arc.decided(26 - arc.turn % 9, "solved_here")
    arc.noted(12)
    arc.noted(4, 1)


def due(arc: Arc) -> None:
    """Six weeks have gone: time to ask how it went."""
    arc.told(64, "Talade med hemmet vid hämtningen.")
    arc.taken(62)
    arc.begun(52)
    arc.decided(45 - arc.turn % 3, "solved_here")
    arc.noted(20)


def solved(arc: Arc) -> None:
    """Followed up and closed."""
    back = 120 - arc.turn % 40
    arc.told(back, "Ringde hem samma dag.")
    arc.taken(back - 3)
    arc.begun(back - 8)
    arc.decided(back - 10, "solved_here")
    arc.noted(back - 30)
    arc.teller.scene(back - 54, "13:00", arc.mentor, deeds.follow_up, arc.key, "solved")


def further(arc: Arc) -> None:
    """The table wants more help; nobody has asked the home yet."""
    arc.told(50, "Ringde och berättade vad vi har sett.")
    arc.taken(48)
    arc.begun(30)
    arc.decided(4 - arc.turn % 3, "further")
    arc.noted(10)


def waiting(arc: Arc) -> None:
    """The home has been asked; one guardian has not answered."""
    _asked(arc, 60, 8)
    arc.answered(6, True)


def refused(arc: Arc) -> None:
    """One guardian has said no."""
    _asked(arc, 70, 30)
    arc.answered(26, True, False)
    arc.noted(8)


def agreed(arc: Arc) -> None:
    """Both have said yes; nothing has been told yet."""
    _asked(arc, 50, 10)
    arc.answered(3, True, True)


def referred(arc: Arc) -> None:
    """All at home have said yes, and the head has asked the team, which has not received it yet."""
    _referred(arc, 12, 2 + arc.turn % 2)


def pointed(arc: Arc) -> None:
    """The team pointed further; until somebody there has said yes it stays with the team."""
    _referred(arc, 30, 16)
    arc.teller.scene(13, TEN, "maria", referring.take_in, arc.key)
    arc.teller.scene(12, TEN, "maria", referring.answer, arc.key, "redirected", texts.POINTED_WHY, texts.POINTED, texts.POINTED_TO)
    arc.teller.scene(12, NOON, "maria", referring.lacking, arc.key, "talks", "camhs", "queue", texts.LACKING)


def helped(arc: Arc) -> None:
    """The team has said yes, met the family and begun: both at home and the child want it."""
    _referred(arc, 58, 52)
    scene = arc.teller.scene
    scene(50, "10:30", "maria", referring.take_in, arc.key)
    scene(49, "11:20", "maria", referring.answer, arc.key, "accepted", texts.TRIAGE_WHY, texts.HELPED_YES)
    scene(48, "13:10", "maria", welcoming.know, arc.key, arc.guardians)
    scene(48, "13:20", "maria", welcoming.arrange, arc.key, 6, "15:30", "Norrskolans bibliotek", ["short"], texts.HELPED_NEEDS)
    scene(41, "16:30", "maria", welcoming.hold_with_all, arc.key, "spoken")


def quiet(arc: Arc) -> None:
    """Notes only: the mentor keeps an eye on how it goes."""
    arc.opened(40 - arc.turn % 20)
    arc.noted(14)
    arc.noted(7, 3)


def _referred(arc: Arc, asked: int, days: int) -> None:
    _asked(arc, asked + 40, asked + 4)
    arc.answered(asked, True, True)
    arc.teller.scene(days + 1, "09:00", arc.mentor, agreeing.open_consent, arc.key, "lotsen_social")
    arc.teller.scene(days + 1, "09:10", arc.mentor, deeds.lives_in, arc.key, "9902" if arc.turn % 2 else "9901")
    said = texts.REFERRALS[arc.turn % len(texts.REFERRALS)]
    judged = (1, arc.turn % 3, 1)
    arc.teller.scene(days, "09:30", arc.leader, referring.refer, arc.key, "lotsen_social", said, texts.REFERRAL_WHY, judged)


def _asked(arc: Arc, back: int, days: int) -> None:
    arc.told(back, "Vi har talats vid flera gånger.")
    arc.taken(back - 2)
    arc.begun(back - 12)
    arc.decided(days + 5, "further")
    arc.asked(days)


ARCS = (
    trying,
    new_concern,
    solved,
    filling_in,
    due,
    taken,
    solved,
    waiting,
    trying,
    quiet,
    solved,
    further,
    filling_in,
    agreed,
    trying,
    solved,
    refused,
    taken,
    referred,
    pointed,
)
