"""Furnishes the house for a walk: a record of each kind, in the states that pages ask for, made by verbs."""

import datetime as dt
import json
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from samling.access import guard, holding
from samling.access.door import open_walls
from samling.access.models import Ground
from samling.access.verdict import Basis, End, Verdict
from samling.adaptations.models import Adaptation, SpecialSupport
from samling.agenda.tests import hour
from samling.attendance.models import AbsenceInquiry, AttendanceWeek
from samling.attendance.models.ladder import published
from samling.attendance.rules import WEEK, Week, monday
from samling.checklist.models import Checklist, Decision, Seat, Sitting
from samling.circle.models import Chair, Tie
from samling.concern.models import NamelessConcern, Signal
from samling.concern.rules import State
from samling.consent.models import Consent, Said, Terms
from samling.consultation.models import Consultation
from samling.contact.models import NoContact
from samling.directory.models import FunctionNumber
from samling.gathering.models import Booking, ChildsWay, Invited, JointMeeting, Point
from samling.intake.reading_in import Columns, stage
from samling.journey.models import Entry
from samling.journey.parties import invite
from samling.kernel.categories import Category, wall
from samling.letters.models import Letter, Way
from samling.lifeline import sheet
from samling.lifeline.models import SheetKey
from samling.papers.models import PlanVersion, SentCopy
from samling.people.models import Branch, Capacity, Child, Guardian, SignificantAdult, Succession, Unit
from samling.plan.models import Goal, GoalMark
from samling.promises.models import Promise
from samling.promises.models.words import link
from samling.promises.tests import table
from samling.records.clock import now, today
from samling.relay.models import Relay
from samling.views.models import Analysis, Note
from samling.views.tests import around
from samling.work.kinds import KINDS, Kind
from samling.work.running import house
from tests.walls.database import as_guard

from .asked import referrals, welcomes
from .closings import closings
from .extracts import extracts
from .families import siblings
from .followups import follow_ups, licences
from .forums import consultation_teams
from .given import supports, wheels
from .moving import transitions
from .walk import FILLED

SCHOOL = 1  # the number of the school's branch
NAME, ATTENDANCE = wall(SCHOOL, Category.IDENTITY), wall(SCHOOL, Category.ATTENDANCE)
SEEN = {
    "danger": False, "text": "Hon sitter ensam på rasten.", "touches": ["school"], "raised_as": "self",
    "raised_name": "", "how": "seen", "said_child": "", "said_guardian": "",
}  # fmt: skip
ASKED = {
    "age_band": "6-9", "touches": ["home"], "question": "Hur gör vi?", "raised_as": "self", "how": "talk",
}  # fmt: skip
ALARM = (
    "insert into work_alarm (id, person_id, capacity_id, at, opened, head_id, answer) "
    "values (gen_random_uuid(), %s, %s, guard.now(), 60, %s, '') returning id"
)
# What is written at the table: where it stands, the question, what is said.
LINES: dict[str, tuple[str, Any]] = {
    "a-seen": ("a-seen", "Sent på måndagar."),
    "k-tried-0": ("k-tried", {"what": "ADAPT-SHORTER", "effect": "partly"}),
    "r-next-0": ("r-next", {"own": "Mjuk start", "who": "Petra"}),
}
TALK = {"kind": "talk", "title": "Samtal", "text": "Trött på mornarna.", "for_guardians": "yes"}


def furnished(cast: Any) -> Any:
    """The cast, with something to show on every page."""
    for furnish in FURNITURE:
        furnish(cast)
    return cast


def me(acting: Any) -> Capacity:
    """The capacity that acts."""
    return Capacity.objects.select_related("person", "unit__branch__organisation").get(pk=acting.capacity_id)


def child_of(cast: Any, key: str) -> Child:
    """A child of the cast, as the one who acts knows it."""
    return Child.objects.select_related("branch", "unit").get(pk=cast.world.child[key])


def concerns(cast: Any) -> None:
    """A concern about a pupil, and one that the head has taken up."""
    for key in ("adam", "noor"):
        with cast.acting("petra") as acting:
            told = SEEN | {"seen_on": today()}
            signal = Signal.note(child_of(cast, key), told, by=me(acting), at=now(), pk=uuid4())
    with cast.acting("gunilla") as acting:
        Signal.objects.get(pk=signal.pk).step(State.TAKEN, by=me(acting), at=now())


def nameless(cast: Any) -> None:
    """A question without a name from child health care, and one whose name has been told."""
    told = ASKED | {"to_unit_id": cast.world.unit["norrskolan"]}
    with cast.acting("birgitta") as acting:
        NamelessConcern.ask(told, by=me(acting), at=now(), pk=uuid4())
        asked = NamelessConcern.ask(told, by=me(acting), at=now(), pk=uuid4())
        yes = Verdict(End.YES, "They have said yes.", "OSL 12:2", Basis.CONSENT)
        name = {"given_name": "Adam", "family_name": "Hassan", "birth_year": 2015}
        asked.say_name(name, yes, by=me(acting), at=now(), because="Föräldrarna har sagt ja.")


def assignments(cast: Any) -> None:
    """The school nurse works with Adam."""
    with cast.acting("gunilla"):
        guard.assign(cast.world.child["adam"], cast.world.capacity["eva"], because="sitter med vid bordet")


def checklists(cast: Any) -> None:
    """A checklist with the school nurse at the table, and one that was solved there."""
    with cast.acting("petra") as acting:
        made = Checklist.begin(child_of(cast, "adam"), by=me(acting), at=now())
        sitting = Sitting(made, me(acting), now())
        sitting.look(sitting.everything, "work on a checklist")
        asked = {question.code: question for block in sitting.everything for question in block.questions}
        said = {place: (asked[code], words) for place, (code, words) in LINES.items()}
        sitting.save(sitting.everything, said, {})
        nurse = Capacity.objects.select_related("unit__branch").get(pk=cast.world.capacity["eva"])
        Seat.take(made, by=me(acting), at=now(), kind=Seat.Kind.STAFF, capacity=nurse)
    with cast.acting("maja") as acting:
        made = Checklist.begin(child_of(cast, "elsa"), by=me(acting), at=now())
        Decision.decide(made, Decision.Kind.SOLVED_HERE, seen=True, by=me(acting), at=now())


def consents(cast: Any) -> None:
    """A question to Adam's guardians: one has said yes, for the other the head has decided an exception."""
    with cast.acting("gunilla") as acting:
        at, by = now(), me(acting)
        terms = Terms(
            kind="secrecy_waiver", walls=[NAME, ATTENDANCE], purpose="Stöd i hemmet", from_at=at,
            until_at=at + dt.timedelta(days=180), text_version="2025-11",
            to_unit=cast.world.unit["reception"],
        )  # fmt: skip
        asked = Consent.ask(child_of(cast, "adam"), terms, id=uuid4(), by=by, at=at)
        hodan, ali = cast.world.guardian["hodan"], cast.world.guardian["ali"]
        said = Said(giver="guardian", who=hodan, yes=True, how="spoken", at=at, walls=[NAME, ATTENDANCE])
        asked.answer(said, id=uuid4(), by=by.pk, at=at)
        asked.decide_exception("prevented", ali, because="Han är på sjön.", id=uuid4(), by=by.pk, at=at)


def no_contact(cast: Any) -> None:
    """Nothing about Ines goes to her father."""
    with cast.acting("gunilla") as acting:
        father = cast.world.guardian["dragan"]
        because = "Hon är rädd för honom."
        NoContact.decide(child_of(cast, "ines"), [father], because=because, by=acting.capacity_id, at=now())


def adults(cast: Any) -> None:
    """An uncle whom Adam trusts."""
    with cast.acting("petra") as acting:
        adam = child_of(cast, "adam")
        contact = wall(SCHOOL, Category.CONTACT)
        SignificantAdult(
            subject_id=adam.pk, wall=contact, given_name="Yusuf", family_name="Hassan", relation="morbror",
            written_by_id=acting.capacity_id, written_at=now(), from_at=now(),
        ).save(force_insert=True)  # fmt: skip


def telling(cast: Any) -> None:
    """The reception is told about Adam's attendance, and is invited to the journey."""
    with cast.acting("gunilla") as acting:
        adam, reception = child_of(cast, "adam"), cast.world.unit["reception"]
        walls, because = [NAME, ATTENDANCE], "Frånvaron är stor."
        ground = guard.give_ground(adam.pk, walls, basis="harm_test", because=because, unit=reception)
        guard.disclose_category(ground, ATTENDANCE, now())
        given, question = Ground.objects.get(pk=ground), "Kan ni hjälpa till?"
        cast.invitation = invite(adam, given, how="space", question=question, by=acting.capacity_id, at=now())


def numbers(cast: Any) -> None:
    """The number of the reception."""
    told = {"function": "Mottagningen", "about": "Råd", "phone": "0522-69 05 00", "hours": "8–16", "deputy": "", "deputy_phone": ""}
    with cast.acting("ingrid") as acting:
        place = Branch.objects.get(pk=cast.world.branch["social"])
        cast.number = FunctionNumber.keep(place, told, by=me(acting), at=now(), pk=uuid4()).pk


def emergency_sheet(cast: Any) -> None:
    """The head of Norrskolan has a sheet for the day when nothing else works."""
    with cast.acting("gunilla") as acting:
        key = SheetKey.make("fyra ord hör inte ihop", by=me(acting), at=now())
        sheet.make(key, me(acting), now())


def joint_meetings(cast: Any) -> None:
    """Everyone around Adam is called together: his mother invited, his way chosen, an interpreter needed."""
    with cast.acting("petra") as acting:
        by, at, starts = me(acting), now(), now() + dt.timedelta(days=2)
        told = {"kind": "joint", "starts_at": starts, "ends_at": starts + dt.timedelta(hours=1), "place": "Biblioteket",
                "chair": by, "question": "Hur blir morgnarna lugnare?", "seen_on": None}  # fmt: skip
        meeting = JointMeeting.call(child_of(cast, "adam"), told, by=by, at=at, pk=uuid4())
        open_walls(meeting, "see a joint meeting")
        Point.suggest(meeting, by=by, at=at)
        mother = Guardian.objects.get(pk=cast.world.guardian["hodan"])
        Invited.invite(meeting, {"kind": "guardian", "guardian": mother, "name": str(mother), "role": "mamma"}, why="Adams mamma", decides=True, by=by, at=at)
        ChildsWay.choose(meeting, {"way": "part", "helper": by, "speaker": "", "words": "Får jag gå när jag vill?"}, by=by, at=at)
        Booking.need(meeting, {"language": "somaliska", "form": "room", "holder": by}, by=by, at=at, pk=uuid4())


def notes(cast: Any) -> None:
    """A note about a talk with Adam's mother."""
    with cast.acting("petra") as acting:
        adam, about = cast.world.child["adam"], wall(SCHOOL, Category.CONCERN)
        Entry.write(TALK, subject=adam, wall=about, by=acting.capacity_id, at=now(), pk=uuid4())


def attendance(cast: Any) -> None:
    """Two weeks of Adam's attendance, and an inquiry into it."""
    with cast.acting("petra") as acting:
        adam, by = child_of(cast, "adam"), me(acting)
        weeks = [Week(monday(today()) - back * WEEK, 1200, 240, 60) for back in (1, 2)]
        AttendanceWeek.note(adam, weeks, by=by.pk, at=now())
        told = {"opened_on": today(), "because": "long", "together": ["pupil"], "told_on": None, "why": "Morgnarna."}
        AbsenceInquiry.open(adam, told, by=by, at=now(), pk=uuid4())
    with cast.acting("gunilla") as acting:
        columns = Columns(["name", "group", "week", "scheduled", "valid"], list(range(5)))
        for week in ("2025-45", "2025-99"):
            stage([(2, ["Adam Hassan", "4B", week, 1200, 60])], columns, by=me(acting), at=now())
def adaptations(cast: Any) -> None:
    """Two things that are tried for Adam, one asked about; an inquiry, and support that the head has decided."""
    with cast.acting("petra") as acting:
        adam, by, on = child_of(cast, "adam"), me(acting), today()
        days = {"starts_on": on - dt.timedelta(days=50), "evaluate_on": on - dt.timedelta(days=8)}
        told = {"code": "ADAPT-MOVE", "own": "", "how": "En runda runt skolan.", "place": "break", "holder": by} | days
        found = {"result": "partly", "voice": "child", "text": "Skönt.", "then": "again", "again_on": on}
        Adaptation.start(adam, told, by=by, at=now(), pk=uuid4()).evaluate(found, by=by, at=now(), pk=uuid4())
        cast.tried = Adaptation.start(adam, told | {"code": "", "own": "Mjuk start"}, by=by, at=now(), pk=uuid4()).pk
        inquiry = {"inquiry_on": on, "holder": by, "words": "Hur orkar han hela dagen?", "where_kept": "2025:14"}
        SpecialSupport.open(adam, inquiry, by=by, at=now(), pk=uuid4())
        decided = SpecialSupport.open(adam, inquiry, by=by, at=now(), pk=uuid4())
        open_walls(decided, "note a decision about support")
        decided.decide(
            {"kind": "programme", "decided_on": on, "decided_by": by, "from_on": on, "until_on": None, "holder": by,
             "evaluate_on": on + dt.timedelta(days=60), "words": "Läser i liten grupp.", "where_kept": "2025:14"},
            by=by, at=now(),
        )  # fmt: skip


def letters(cast: Any) -> None:
    """A letter to send, one that has just been sent, one on paper, and how a guardian wants to be reached."""
    for who, kind in (("petra", "adaptations"), ("petra", "meeting"), ("gunilla", "support")):
        with cast.acting(who) as acting:
            adam, by, at = child_of(cast, "adam"), me(acting), now()
            hodan = Guardian.objects.get(pk=cast.world.guardian["hodan"])
            letter = Letter.draft(adam, hodan, kind=kind, words={}, by=by, at=at)
            if kind == "meeting":
                letter.send(by=by, at=at)
                Way.choose(hodan, "sms", by=by.pk, at=at)
            elif who == "gunilla":
                letter.hand_over("printed", by=by.pk, at=at)
    with cast.acting("petra") as acting:
        noor, rana = child_of(cast, "noor"), Guardian.objects.get(pk=cast.world.guardian["rana"])
        Letter.draft(noor, rana, kind="meeting", words={}, by=me(acting), at=now())
def emergency(cast: Any) -> None:
    """Jonas has opened Ines in an emergency, and the special educator is away."""
    with cast.acting("jonas"):
        why = "Hon har ramlat, mentorn svarar inte."
        cast.emergency = guard.call("break_glass", cast.token("jonas"), cast.world.pupil["ines"], "", why)
    with cast.acting("gunilla"):
        holding.begin_leave(cast.world.capacity["cecilia"], starts=None, ends=None)
    cast.succession = Succession.objects.using("owner").get().pk


def meetings(cast: Any) -> None:
    """The team of Norrskolan: a meeting that is over, and one with a guest, two children and a decision."""
    hour.team_of(cast)
    earlier, ahead = hour.meeting_of(cast), hour.meeting_of(cast, days=7)
    old = hour.take_up(cast, "petra", "adam", earlier)
    hour.decide(cast, "gunilla", old)
    hour.end(cast, earlier)
    for child in ("adam", "noor"):
        item = hour.take_up(cast, "petra", child, ahead)
    hour.decide(cast, "gunilla", item)


def plans(cast: Any) -> None:
    """A plan for Adam with a goal, promises in several states, a version with a copy, and a link at its mother's."""
    plan = table.begun(cast)
    goal = table.goal(cast, plan)
    with cast.acting("petra"):
        aim = Goal.objects.get(pk=goal)
    own, asked = table.promise(cast, plan, goal=aim), table.promise(cast, plan, **table.of_hodan(cast))
    table.promise(cast, plan)
    table.say(cast, own, "yes")
    with cast.acting("petra") as acting:
        found, by, on = table.opened(acting, plan), me(acting), today()
        GoalMark.put(aim, 0, "child", by=by, at=now(), on=on, pk=uuid4())
        version = PlanVersion.publish(found, by=by, at=now())
        sent = {"party": None, "to": "Fotbollsklubben", "how": "paper", "sent_on": on}
        SentCopy.send(version, sent, by=by, at=now(), pk=uuid4())
        FILLED["papers:summary"] = {"party": next(iter(version.body.told["parties"]))}
        FILLED["promises:asked"] = {"secret": link(Promise.objects.get(pk=asked))}
    closings(cast, plan, own)


def three_views(cast: Any) -> None:
    """Adam's three views with the team at the table: voices that differ, his mother's story, a synthesis."""
    home = {"places": ["child", "home"], "domain": "home.routines"}
    around.set_table(cast, *(wall(SCHOOL, one) for one in (Category.LEARNING, Category.HOME, Category.VOICE)))
    for who, said in (
        (None, home | {"kind": "worry", "text": "Kommer trött.", "helps": "Frukost i skolan."}),
        (around.guardian(cast, "hodan"), home | {"text": "Vi läser varje kväll."}),
        ("child", home | {"domain": "child.friends", "text": "Jag gillar att bygga."}),
    ):
        kept = around.place(cast, speaker=who, **said)
    around.place(cast, at_table=True, kind="question", text="Vem möter honom vid grinden?")
    around.tell_story(cast)
    with cast.acting("petra") as acting:
        adam, told = child_of(cast, "adam"), {"text": "Han orkar mer när dagen börjar lugnt.", "notes": [kept], "at_table": False}
        Analysis.write(adam, told, offered=list(Note.standing([adam.pk])), by=me(acting), at=now(), pk=uuid4())


# One a line, so that chapters can be added beside each other.
def consultations(cast: Any) -> None:
    """A question without a name to the social services."""
    with cast.acting("petra") as acting:
        told = {"to_unit": Unit.objects.get(pk=cast.world.unit["reception"]), "age_band": "6-9", "area": "home"}
        Consultation.ask(told | {"question": "Hur talar vi om pengar?"}, by=me(acting), at=now(), pk=uuid4())
def watching(cast: Any) -> None:
    """A task that failed, a look drawn for review, and an alarm that waits for its answer."""
    cast.token("gunilla")
    KINDS.setdefault("room", Kind("room", "Nothing", "nothing", 1, lambda job: None))
    with cast.acting("petra") as acting:
        cast.task = guard.call("entrust", "room", cast.world.child["adam"], acting.capacity_id, now())
    house("give_up_task", cast.task, house("take_task", cast.task)[0]["token"], "fault")
    cast.review = house("draw_spot_checks", "a seed")[0]["spot_check"]
    with as_guard() as cursor:
        cursor.execute(ALARM, [cast.world.person["fatima"], cast.world.capacity["fatima"], cast.world.capacity["gunilla"]])
        cast.alarm = cursor.fetchone()[0]
def circle(cast: Any) -> None:
    """Who is close to Adam, an empty chair, and an offer to take him over."""
    with cast.acting("petra") as acting:
        adam, by, at = child_of(cast, "adam"), me(acting), now()
        said = {"often": "day", "close": 3, "calls": "mamma", "is_chosen": True}
        Tie.note(adam, "guardian", cast.world.guardian["hodan"], said, by=by, at=at)
        Chair.agree(adam, {"title": "BUP", "actor": "health"}, by=by, at=at, pk=uuid4())
        other = Capacity.objects.select_related("person", "unit__branch").get(pk=cast.world.capacity["maja"])
        told = {"receiver": other, "stays": True, "calls": "fröken", "unwritten": "Han vill gå in först."}
        Relay.offer(adam, by, told, by=by, at=at, pk=uuid4())


def settled(cast: Any) -> None:
    """A ladder of the organisation's own, with a step to come, and a legal hold."""
    with cast.acting("ingrid"):
        guard.call("put_ladder_steps", json.dumps(published("danderyd")), now(), "§ 1")
        guard.call("put_ladder_steps", json.dumps([{"number": 3, "is_ended": True}]), now() + WEEK, "§ 2")
    with cast.acting("rigmor"):
        guard.call("put_hold", cast.school, None, "Skolinspektionen 2025:77", now(), None)


FURNITURE: tuple[Callable[[Any], None], ...] = (
    concerns,
    nameless,
    assignments,
    checklists,
    consents,
    no_contact,
    adults,
    telling,
    notes,
    attendance,
    joint_meetings,
    adaptations,
    letters,
    emergency,
    meetings,
    numbers,
    licences,
    emergency_sheet,
    extracts,
    referrals,
    three_views,
    welcomes,
    consultations,
    plans,
    supports,
    wheels,
    watching,
    circle,
    consultation_teams,
    follow_ups,
    settled,
    transitions, siblings,
)
