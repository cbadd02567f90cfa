"""A SIP in the demo: Lova at Lingonet. Social services call it, child psychiatry and the preschool take part, BVC gets copies."""

import datetime as dt
from typing import Any

from samling.access import guard
from samling.consent.models import Consent, Said, Terms
from samling.gathering.models import ChildsWay, Invited, JointMeeting, Point
from samling.journey.models import Party
from samling.journey.parties import accept, invitable, invitations, invite
from samling.kernel.categories import Category, walls
from samling.kernel.sorting import swedish_key
from samling.kernel.workdays import workday_from
from samling.papers.models import PlanVersion, SentCopy
from samling.people.models import Capacity, Guardian, Organisation
from samling.plan.models import Plan, Wording
from samling.records.clock import STOCKHOLM

from . import deeds, plans
from .agreeing import LAW
from .teller import Stage, Teller

CHILD, MOTHER = "lova", "Åsa"
FIVE = 5  # years
HOME = ("Åsa", "Ståhl", "mamma", "sole", "tingsrättens dom", "070-174 06 12", "sv", "")
AGAIN, AGAIN_ASKS = dt.timedelta(days=9), "Sover Lova bättre, och vad gör vi nu?"
QUESTION = "Vem gör vad för att Lova ska sova, orka leka och kunna säga till?"
NEED = "Lova behöver sova på natten, få hjälp att säga till när det blir för mycket, och veta vem som hämtar."
RUNNING = "Familjehandledning från socialtjänsten sedan i våras."
ASKED = "Lova ritade sin dag med Fatima och visade vad som är bra och svårt. Mamma var med."
WORSE = "Ring Tomas om Lova har sovit mindre än fem timmar två nätter i rad. På natten: 1177."
GOAL = {
    "words": "Jag vill att det ska vara tyst i magen när jag ska sova.", "wording": "Lova somnar före nio och sover hela natten.",
    "minus_two": "Vaknar fler än tre gånger varje natt", "minus_one": "Sover hela natten någon gång i veckan",
    "zero": "Sover hela natten fyra nätter av sju", "plus_one": "Sover hela natten", "plus_two": "Sover hela natten i egen säng",
}  # fmt: skip
TABLE = (
    ("child", "Det är Lovas möte. Hon är med en stund i början.", False), (MOTHER, "Åsa vet hur nätterna är.", True),
    ("tomas", "Tomas samordnar planen och kan besluta om stöd hemma.", True),
    ("samir", "Samir har träffat Lova och kan ta emot henne på BUP.", True),
    ("fatima", "Fatima är Lovas vuxna på Lingonet.", True),
)  # fmt: skip


def sip(teller: Teller) -> None:
    """From the need that was seen to a published plan, a copy with its receipt, and how it goes."""
    scene = teller.scene
    scene(59, "08:10", "ingrid", agree)
    scene(56, "09:00", "tomas", opened)
    # The clock rises through days that are near each other, so that those moved from a weekend keep their order.
    for turn, unit in enumerate(("bup", "bvc", "lingonet")):
        scene(50, f"09:{turn}0", "tomas", said_yes, unit)
        scene(49, f"11:{turn}0", "tomas", asked, unit, Party.How.COPY if unit == "bvc" else Party.How.SPACE)
    scene(47, "13:00", "samir", come_in)
    scene(47, "13:20", "fatima", come_in)
    scene(45, "14:00", "tomas", called)
    scene(44, "15:00", "fatima", way)
    _met(teller)
    _after(teller)


def _met(teller: Teller) -> None:
    """The plan is written at the table, and promised."""
    scene = teller.scene
    scene(32, "14:00", "tomas", begun)
    scene(32, "14:10", "tomas", needed)
    scene(32, "14:15", "tomas", plans.goal, CHILD, GOAL)
    scene(32, "14:20", "tomas", plans.staff, CHILD, "tomas", "home_talk", "lugna kvällar", "talk", "weekly", 12)
    scene(32, "14:22", "tomas", plans.staff, CHILD, "samir", "talks", "oro i magen", "talk", "fortnightly", 12)
    scene(32, "14:24", "tomas", plans.staff, CHILD, "fatima", "day_plan", "bilder", "teaching", "daily", 12)
    scene(32, "14:26", "tomas", plans.home, CHILD, MOTHER, "evening", "samma bok varje kväll", 12)
    scene(32, "14:28", "tomas", by_copy, "bvc", "looks_into", "hur Lova hör och växer")
    scene(32, "14:30", "tomas", plans.say, CHILD, "tomas", "yes", "self")
    scene(32, "14:32", "tomas", plans.say, CHILD, MOTHER, "yes", "spoken")
    scene(32, "15:00", "tomas", held)
    scene(31, "15:10", "samir", plans.say, CHILD, "samir", "yes", "self")
    scene(31, "15:20", "fatima", plans.say, CHILD, "fatima", "yes", "self")


def _after(teller: Teller) -> None:
    """Published, sent and read; and how it goes."""
    scene = teller.scene
    scene(28, "15:30", "tomas", plans.say, CHILD, "bvc", "yes", "paper")
    scene(28, "15:40", "tomas", plans.publish, CHILD)
    scene(28, "15:50", "tomas", sent, "bvc")
    scene(25, "10:00", "tomas", arrived)
    scene(24, "16:00", "tomas", plans.read_at_home, CHILD, MOTHER, "agrees")
    scene(13, "15:00", "tomas", plans.say, CHILD, "bvc", "done", "paper")
    scene(9, "15:00", "samir", plans.say, CHILD, "samir", "going", "self")
    scene(7, "12:40", "fatima", plans.say, CHILD, "fatima", "going", "self")
    scene(6, "16:00", "tomas", plans.say, CHILD, "tomas", "going", "self")
    scene(5, "16:10", "tomas", plans.mark, CHILD, -1)
    scene(5, "16:20", "tomas", called_again)
    scene(4, "16:30", "fatima", comes)


def agree(on: Stage) -> None:
    """The region sits at the table of a SIP."""
    guard.call("put_agreement", on.world.branch["health"], "space", "KS 2025/44", on.at, None)


def opened(on: Stage) -> None:
    """Social services know Lova, and note her mother."""
    given, family, relation, custody, evidence, phone, language, interpreter = HOME
    child = guard.open_child(on.world.unit["reception"], given="Lova", family=family, key=swedish_key("Lova", family),
                             birth_year=on.teller.now.year - FIVE)  # fmt: skip
    on.world.child[CHILD] = child
    made = Guardian(
        subject_id=child, wall=next(iter(walls(on.by.unit.branch.number, (Category.CONTACT,)))), given_name=given,
        family_name=family, relation=relation, custody=custody, custody_evidence=evidence, phone=phone, language=language,
        interpreter=interpreter, written_by=on.by, written_at=on.at, from_at=on.at, verified_on=on.at.date(),
    )  # fmt: skip
    made.save(force_insert=True)
    on.made[CHILD, f"guardian-{given}"] = made.pk


def said_yes(on: Stage, unit: str) -> None:
    """Åsa says yes to a SIP with one more; the name is told, and nothing else."""
    asks = walls(on.by.unit.branch.number, (Category.IDENTITY, Category.SOCIAL))
    terms = Terms(kind="sip", purpose="En plan tillsammans för Lovas nätter och dagar.", from_at=on.at,
                  until_at=on.at + dt.timedelta(days=300), text_version="2025-11", walls=asks, to_unit=on.world.unit[unit])  # fmt: skip
    made = Consent.ask(deeds.child_of(on, CHILD), terms, id=on.key("sip", unit), by=on.by, at=on.at)
    said = Said(giver="guardian", who=on.made[CHILD, f"guardian-{MOTHER}"], yes=True, how="spoken", at=on.at, walls=asks)
    made.answer(said, id=on.key("sip-yes", unit), by=on.by.pk, at=on.at)
    ground = guard.give_ground(made.subject_id, asks, basis="consent", because=terms.purpose, unit=on.world.unit[unit], paragraph=LAW,
                               until=made.valid_until, consents=[made.pk])  # fmt: skip
    guard.disclose_record(ground, asks[0], made.subject_id)
    made.tell("consent opened", by=on.by.pk, at=on.at)


def asked(on: Stage, unit: str, how: str) -> None:
    """The unit is asked to the table, or to get copies."""
    child = deeds.child_of(on, CHILD)
    ground = next(one for one in invitable(child.pk, on.at) if one.to_unit_id == on.world.unit[unit])
    on.made[CHILD, f"party-{unit}"] = invite(child, ground, how=how, question=QUESTION, by=on.by.pk, at=on.at)


def come_in(on: Stage) -> None:
    """Say yes to what one's unit is asked."""
    found = next(one for one in invitations() if one["id"] in set(on.made.values()))
    on.world.child[f"{CHILD}@{on.by.unit.branch.number}"] = accept(found, None, by=on.by.pk, at=on.at)


def called(on: Stage) -> None:
    """The SIP meeting, within the days of the local agreement."""
    on.made[CHILD, "meeting"] = _call(on, on.teller.moment(32, "13:00"), "sip", QUESTION, on.at.date() - dt.timedelta(days=5))


def called_again(on: Stage) -> None:
    """The same table looks at the plan again, in a little more than a week."""
    on.made[CHILD, "again"] = _call(on, on.teller.now + AGAIN, "joint", AGAIN_ASKS, None)


def comes(on: Stage) -> None:
    """Somebody at the table answers."""
    Invited.objects.get(meeting=on.made[CHILD, "again"], seat__capacity=on.by).note_answer("comes", by=on.by, at=on.at)


def _call(on: Stage, at: dt.datetime, kind: str, question: str, seen_on: dt.date | None) -> Any:
    day = workday_from(at.astimezone(STOCKHOLM).date())
    starts = dt.datetime.combine(day, dt.time(13), STOCKHOLM)
    told = {"kind": kind, "starts_at": starts, "ends_at": starts + dt.timedelta(hours=1), "place": "Lingonets lekrum", "chair": on.by,
            "question": question, "seen_on": seen_on}  # fmt: skip
    made = JointMeeting.call(deeds.child_of(on, CHILD), told, by=on.by, at=on.at, pk=on.key("meeting", CHILD))
    Point.suggest(made, by=on.by, at=on.at)
    for who, why, decides in TABLE:
        Invited.invite(made, _seat(on, who), why=why, decides=decides, by=on.by, at=on.at)
    return made.pk


def _seat(on: Stage, who: str) -> dict[str, Any]:
    if who == "child":
        return {"kind": "child", "name": deeds.child_of(on, CHILD).full_name}
    if who == MOTHER:
        one = Guardian.objects.get(pk=on.made[CHILD, f"guardian-{MOTHER}"])
        return {"kind": "guardian", "guardian": one, "name": str(one), "role": str(one.relation)}
    return {"kind": "staff", "capacity": Capacity.objects.select_related("person", "unit__branch").get(pk=on.world.capacity[who])}


def _meeting(on: Stage) -> JointMeeting:
    return JointMeeting.objects.select_related(*JointMeeting.beside).get(pk=on.made[CHILD, "meeting"])


def way(on: Stage) -> None:
    """Lova chooses to be there in the beginning."""
    told = {"way": "part", "helper": on.by, "speaker": "", "words": "Jag vill visa min teckning. Sen vill jag leka."}
    ChildsWay.choose(_meeting(on), told, by=on.by, at=on.at)


def held(on: Stage) -> None:
    """The meeting is over."""
    _meeting(on).hold(by=on.by, at=on.at)


def begun(on: Stage) -> None:
    """The plan: Tomas holds it, Samir stands in, and the municipality has overall responsibility."""
    second = Capacity.objects.select_related("person").get(pk=on.world.capacity["samir"])
    body = Organisation.objects.get(pk=on.world.organisation["lovsjo"])
    facts = {"kind": "sip", "coordinator": on.by, "deputy": second, "accountable": body,
             "review_on": workday_from(on.at.date() + dt.timedelta(weeks=10))}  # fmt: skip
    on.made[CHILD, "plan"] = Plan.begin(deeds.child_of(on, CHILD), facts, by=on.by, at=on.at).pk


def needed(on: Stage) -> None:
    """What is needed, what runs already, how Lova was asked."""
    said = {"needs": NEED, "running": RUNNING, "asked": ASKED, "wishes": "", "crisis": WORSE, "nobody_else": False}
    Wording.write(plans.plan_of(on, CHILD), on.made[CHILD, "plan"], said, seen=0, by=on.by, at=on.at)


def by_copy(on: Stage, unit: str, phrase: str, what: str) -> None:
    """A promise by those who get copies, written by the coordinator."""
    party = Party.objects.select_related("unit__branch").get(pk=on.made[CHILD, f"party-{unit}"])
    plans.outside(on, CHILD, unit, party.unit.branch.actor, phrase, what, "look_into", who=str(party.unit), party=party)


def sent(on: Stage, unit: str) -> None:
    """The published version by secure message."""
    version = PlanVersion.objects.get(pk=on.made[CHILD, "version"])
    party = Party.objects.select_related("unit").get(pk=on.made[CHILD, f"party-{unit}"])
    facts = {"party": party, "to": str(party.unit), "how": "secure", "sent_on": on.at.date()}
    on.made[CHILD, "copy"] = SentCopy.send(version, facts, by=on.by, at=on.at, pk=on.key("sent", CHILD, unit)).pk


def arrived(on: Stage) -> None:
    """They have said that it came."""
    SentCopy.objects.get(pk=on.made[CHILD, "copy"]).arrive(on.at.date(), by=on.by, at=on.at)

