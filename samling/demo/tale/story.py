"""Who is in the demo and how it goes for them: the named children's stories, and the classes around them."""

from samling.concern.rules import State

from .. import places
from ..data import names, texts
from . import adaptations, agreeing, attendance, closings, deeds, plans, referring, supports, views, welcoming, wheels
from .arcs import ARCS, Arc
from .circle import circle
from .crowd import Pupil
from .extracts import extracts
from .followups import told as followups
from .forum import forum
from .gatherings import gatherings
from .letters import letters
from .meetings import meetings
from .moving import moving, with_the_team
from .numbers import numbers
from .siblings import siblings
from .sip import sip
from .teller import Teller

LEADERS = {"norrskolan": ("amir", "cecilia"), "soderskolan": ("olof", ""), "lingonet": ("rut", "")}
LEADS = {"amir": "gunilla"}
SHARE = 2  # one pupil in two of the crowd is somebody's concern


def tell_all(teller: Teller, crowd: list[Pupil]) -> None:
    """Every story of the demo."""
    numbers(teller)
    teller.scene(80, "09:00", "ingrid", referring.serve, "lotsen_social", "norrskolan", "soderskolan", "lingonet")
    for told in (adam, elsa, noor, sam, ines, palm, mio, others):
        told(teller)
    for told in (meetings, letters, views.adam, circle, forum, plans.told, gatherings, sip, supports.told):
        told(teller)
    for told in (wheels.told, followups, moving, closings.told, siblings, extracts):
        told(teller)
    for turn, pupil in enumerate(pupil for number, pupil in enumerate(crowd) if number % SHARE == 0):
        leader, helper = _leads(pupil.unit)
        arc = Arc(
            teller, pupil.key, mentor=pupil.mentor, leader=leader, helper=helper, guardians=pupil.guardians, turn=turn
        )
        ARCS[turn % len(ARCS)](arc)
    rest = [pupil for number, pupil in enumerate(crowd) if number % SHARE]
    rest.remove(with_the_team(teller, rest))
    adaptations.told(teller, rest)
    supports.last_term(teller, rest)
    attendance.attendance(teller)
    for who in ("petra", "maja", "david", "ulf", "fatima", "gunilla", "amir"):
        teller.scene(8, "16:00", who, deeds.read_notices)


def _leads(unit: str) -> tuple[str, str]:
    leader, helper = LEADERS[unit]
    return LEADS.get(leader, leader), helper


def named(teller: Teller, key: str, turn: int) -> Arc:
    """A child of places.PUPILS, with its own guardians."""
    unit, _group, _given, _family, _born, mentor = places.PUPILS[key]
    leader, helper = _leads(unit)
    return Arc(
        teller, key, mentor=mentor, leader=leader, helper=helper, guardians=places.GUARDIANS.get(key, []), turn=turn
    )


def adam(teller: Teller) -> None:
    """The whole way: concern, checklist, both have said yes, Lotsen takes part."""
    arc = named(teller, "adam", 0)
    arc.told(72, "Ringde Hodan samma dag, med tolk.")
    arc.taken(70)
    for who, why in (("amir", "Följer Adam efter oron i september."), ("jonas", "Möter Adam på morgonen.")):
        teller.scene(70, "11:00", "gunilla", deeds.assign, "adam", who, why)
    teller.scene(
        66,
        "15:10",
        "petra",
        deeds.note,
        "adam",
        "talk",
        "HOME",
        "Ringde Hodan",
        "Morgnarna är svåra hemma också. "
        "Hodan vill att vi provar att Adam kommer in tio minuter före de andra.",
    )
    arc.begun(58)
    arc.decided(40, "further")
    teller.scene(39, "11:00", "gunilla", deeds.tier, "adam", 2, "tried without effect")
    arc.asked(36)
    teller.scene(33, "15:00", "petra", agreeing.answer, "adam", "Hodan", True, "Bra om ni pratar med varandra.")
    teller.scene(28, "15:00", "petra", agreeing.answer, "adam", "Ali", True, "Ja, men inte om jobbet.")
    teller.scene(27, "09:00", "petra", agreeing.open_consent, "adam", "lotsen_social", 70)
    lotsen(teller)
    teller.scene(
        17,
        "14:30",
        "amir",
        deeds.note,
        "adam",
        "talk",
        "RELATIONS",
        "Promenad med Adam",
        "Vi gick till biblioteket. Adam visade var han helst sitter och sa att det är lugnt där.",
    )
    teller.scene(
        12,
        "08:40",
        "jonas",
        deeds.note,
        "adam",
        "observation",
        "RELATIONS",
        "Morgonen",
        "Adam kom tio minuter före de andra och byggde klart innan klassen kom. Gick in utan problem.",
    )
    teller.scene(
        5,
        "08:40",
        "petra",
        deeds.note,
        "adam",
        "observation",
        "ATTENDANCE",
        "Fyra dagar av fem",
        "I tid fyra dagar av fem den här veckan. På fredagen stannade han hemma.",
    )


def lotsen(teller: Teller) -> None:
    """Gunilla asks the team about Adam; it says yes and meets the family, and everyone says yes."""
    teller.scene(27, "09:20", "gunilla", referring.refer, "adam", "lotsen_social", texts.REFERRAL, texts.REFERRAL_WHY, (1, 1, 1))
    teller.scene(24, "10:00", "maria", referring.take_in, "adam")
    teller.scene(23, "10:30", "maria", referring.answer, "adam", "accepted", texts.TRIAGE_WHY, texts.TRIAGE_YES)
    teller.scene(22, "13:00", "maria", welcoming.know, "adam", places.GUARDIANS["adam"])
    teller.scene(
        22, "13:10", "maria", welcoming.arrange, "adam", 4, "15:30", "Norrskolans bibliotek", ["interpreter", "short"],
        texts.WELCOME_NEEDS,
    )
    teller.scene(
        17, "16:30", "maria", welcoming.hold, "adam", "interpreted", {"Hodan": True, "Ali": True, "Adam": True}, texts.WELCOME_SAID
    )


def elsa(teller: Teller) -> None:
    """The checklist is whole; the table is about to decide."""
    arc = named(teller, "elsa", 4)
    arc.told(30, "Talade med Anna vid hämtningen.")
    arc.taken(28)
    arc.begun(2)


def noor(teller: Teller) -> None:
    """Solved here; the follow-up is two days late."""
    arc = named(teller, "noor", 5)
    arc.told(62, "Ringde Rana, med tolk.")
    arc.taken(60)
    arc.begun(50)
    arc.decided(44, "solved_here")
    arc.noted(15)


def sam(teller: Teller) -> None:
    """Better now: the school has followed it up, and thinks of letting go."""
    arc = named(teller, "sam", 3)
    arc.told(140, "Ringde Lena.")
    arc.taken(138)
    arc.begun(130)
    arc.decided(126, "solved_here")
    teller.scene(80, "13:00", arc.mentor, deeds.follow_up, "sam", "solved")


def ines(teller: Teller) -> None:
    """A girl of seventeen whose home must not know: only the counsellor and she."""
    arc = named(teller, "ines", 1)
    arc.opened(50)
    teller.scene(
        49, "10:00", "gunilla", deeds.assign, "ines", "amir", "Ines har själv bett att få tala med kuratorn."
    )
    teller.scene(
        48,
        "13:00",
        "amir",
        agreeing.stop_contact,
        "ines",
        ["Dragan", "Mila"],
        "Ines har berättat om kontroll och hot hemma. Kontakt hem kan öka faran.",
    )
    teller.scene(
        47,
        "13:00",
        "amir",
        deeds.note,
        "ines",
        "talk",
        "STUDENT_HEALTH",
        "Första samtalet",
        "Ines vill själv bestämma vad som berättas, och för vem. Vi ses igen på torsdag.",
        "no",
    )
    teller.scene(40, "13:00", "amir", agreeing.ask, "ines", "tomas", True)
    teller.scene(40, "13:20", "amir", agreeing.answer, "ines", "child", True, "Han får veta. Ingen hemma.")


def palm(teller: Teller) -> None:
    """Sister and brother with protected identity: named readers only."""
    for key, readers in (("vera", ["maja"]), ("viggo", ["petra"])):
        arc = named(teller, key, 2)
        arc.opened(90)
        teller.scene(89, "08:30", "gunilla", deeds.protect, key, "registered", readers)
        arc.noted(20)


def mio(teller: Teller) -> None:
    """Adam's little brother at preschool."""
    arc = named(teller, "mio", 8)
    arc.told(21, "Talade med Hodan vid lämningen.")
    arc.taken(20)
    arc.begun(6, whole=False)


def others(teller: Teller) -> None:
    """At the other schools, at the child health centre, and a colleague who is worried."""
    arc = named(teller, "tindra", 6)
    arc.told(33, "Ringde Jenny.")
    arc.taken(31)
    arc.begun(20)
    arc.decided(3, "further")
    arc.asked(2, "reception")
    teller.scene(4, "11:00", "birgitta", deeds.ask_nameless, "norrskolan", "6-9", texts.NAMELESS)
    leo = named(teller, "leo", 4)
    leo.opened(60)
    teller.scene(3, "15:30", "petra", deeds.concern, "leo", ["school"], texts.CONCERNS[6][1])
    ebba = named(teller, "ebba", 2)
    ebba.told(19)
    ebba.taken(17)
    teller.scene(15, "13:10", "gunilla", deeds.step, "ebba", State.TRYING)


def email_of(key: str) -> str:
    """The invented address of someone who works in the world."""
    given, family, capacities = places.STAFF[key]
    organisation = places.BRANCHES[places.UNITS[capacities[0][0]][0]][0]
    plain = str.maketrans("åäöÅÄÖé", "aaoaaoe")
    return f"{given}.{family}@{names.EMAIL[organisation]}".translate(plain).lower()
