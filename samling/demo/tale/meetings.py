"""The week's meetings at school and preschool, one that has been and one to come, and questions without a name."""

import datetime as dt
from typing import Any

from samling.agenda.models import Spoken, TeamDecision, TeamMeetingItem
from samling.agenda.models.closing import end
from samling.consent.models import Consent, Terms
from samling.consultation.models import Consultation
from samling.kernel.categories import Category
from samling.people.models import Capacity, Unit
from samling.records.clock import STOCKHOLM
from samling.team.models import Team, TeamMeeting

from . import agreeing, deeds
from .teller import Stage, Teller

HOUR, PLACE = dt.time(14, 0), "Biblioteket"
WEEK = dt.timedelta(days=7)
TABLE = ("amir", "cecilia", "sofia", "eva", "bosse")


def meetings(teller: Teller) -> None:
    """Norrskolan's weekly EHT, Lingonet's BHT, and two questions without a name."""
    ahead = _tomorrow(teller.now.astimezone(STOCKHOLM).date())
    held = ahead - WEEK
    ago = (teller.now.astimezone(STOCKHOLM).date() - held).days
    teller.scene(60, "15:00", "gunilla", begin, ahead.weekday(), 1, PLACE, TABLE)
    teller.scene(ago + 2, "11:00", "gunilla", call, held, "tomas")
    for key in ("noor", "ebba"):
        teller.scene(ago + 2, "12:00", "gunilla", deeds.assign, key, "amir", "Tas upp på elevhälsoteamets möte.")
    teller.scene(ago + 1, "15:10", "petra", take_up, "noor", held, "Vad kan vi mer pröva för att rasterna ska bli bra?")
    teller.scene(ago + 1, "15:20", "petra", take_up, "ebba", held, "Behöver Ebba mer stöd i matten än vi ger nu?")
    teller.scene(ago, "14:20", "amir", say, "noor", "Det går bra när Jonas är ute. Noor vill själv ha en kompis att gå med.")
    teller.scene(ago, "14:25", "gunilla", decide, "noor", "try", "cecilia", "petra", ahead, "Rastkompis två raster om dagen.")
    teller.scene(ago, "14:45", "gunilla", decide, "ebba", "support", "cecilia", "petra", ahead + 4 * WEEK, "")
    teller.scene(ago, "14:58", "gunilla", finish, held, ("amir", "cecilia", "eva", "tomas"))
    _week(teller, ahead)
    teller.scene(50, "10:00", "rut", begin, ahead.weekday(), 2, "Personalrummet", ("fatima", "tomas", "birgitta"))
    teller.scene(3, "14:00", "fatima", take_up, "mio", None, "Mio har svårt att skiljas på morgonen.",
                 "Ett barn har svårt att skiljas på morgonen. Hur kan vi hjälpa föräldrarna?")  # fmt: skip
    teller.scene(9, "09:30", "petra", ask, "reception", "home",
                 "Ett barn berättar att pengarna är slut hemma mot slutet av månaden. Vad kan familjen få hjälp med?")  # fmt: skip
    teller.scene(7, "10:15", "tomas", answer, "reception",
                 "Familjen kan ringa mottagningen och fråga om råd, utan att något skrivs upp. Visa gärna numret.")  # fmt: skip
    teller.scene(3, "13:20", "fatima", ask, "bup", "health", "När är oro inför sömn något som ni vill höra om tidigt?")


def _week(teller: Teller, ahead: dt.date) -> None:
    """Four children and one guest: one by name, one as a question, two when the guest has left the room."""
    teller.scene(3, "09:00", "gunilla", call, ahead, "tomas")
    teller.scene(5, "13:40", "maja", ask_home, "elsa", "reception")
    for name, words in (("Anna", "Det är bra om ni frågar honom."), ("Mattias", "Ja.")):
        teller.scene(4, "15:00", "maja", agreeing.answer, "elsa", name, True, words)
    teller.scene(3, "10:00", "petra", take_up, "adam", ahead, "Fredagarna är svåra. Vad gör vi som inte är prövat?")
    teller.scene(3, "10:30", "maja", take_up, "elsa", ahead, "Hur går vi vidare med måndagarna, och vad vet Tomas?")
    teller.scene(2, "15:40", "petra", take_up, "leo", ahead, "Ny oro efter lovet.",
                 "Ett barn har slutat berätta om helgerna. Vad kan vi fråga om?")  # fmt: skip
    teller.scene(1, "08:20", "petra", take_up, "sam", ahead, "Det går bra nu. Vad är kvar innan vi avslutar?")


def _tomorrow(today: dt.date) -> dt.date:
    """The next working day after today."""
    ahead = today + dt.timedelta(days=1)
    return ahead + dt.timedelta(days=(7 - ahead.weekday()) % 7 if ahead.weekday() > 4 else 0)


def _capacity(on: Stage, who: str) -> Capacity:
    return Capacity.objects.select_related("person", "unit__branch").get(pk=on.world.capacity[who])


def begin(on: Stage, weekday: int, every: int, place: str, table: tuple[str, ...]) -> None:
    """Set up a team with its rhythm and its places."""
    team = Team.begin(by=on.by, at=on.at)
    team.keep_rhythm({"weekday": weekday, "every": every, "clock": HOUR, "place": place}, by=on.by, at=on.at)
    for who in table:
        team.seat(_capacity(on, who), by=on.by, at=on.at)


def call(on: Stage, day: dt.date, guest: str) -> None:
    """Call the meeting of a day, with a guest."""
    team = Team.objects.get(unit=on.by.unit)
    made = TeamMeeting.call(team, dt.datetime.combine(day, HOUR, STOCKHOLM), PLACE, by=on.by, at=on.at)
    made.invite(_capacity(on, guest), by=on.by, at=on.at)


def take_up(on: Stage, key: str, day: dt.date | None, question: str, nameless: str = "") -> None:
    """Put a child on an agenda; without a day on that of the next meeting."""
    team: Any = Team.objects.get(unit=on.by.unit)
    moment = dt.datetime.combine(day, HOUR, STOCKHOLM) if day else team.rhythm(on.at).moments(on.at)[0]
    meeting = TeamMeeting.call(team, moment, team.rhythm(on.at).place, by=on.by, at=on.at)
    told = {"source": "hand", "question": question, "nameless": nameless}
    item = TeamMeetingItem.take_up(
        deeds.child_of(on, key), meeting, told, by=on.by, at=on.at, pk=on.key("meeting-item", key)
    )
    on.made[key, "item"] = item.pk


def _item(on: Stage, key: str) -> TeamMeetingItem:
    return TeamMeetingItem.objects.get(pk=on.made[key, "item"])


def say(on: Stage, key: str, text: str) -> None:
    """Note what was said."""
    Spoken.write(_item(on, key), text, by=on.by, at=on.at)


def decide(on: Stage, key: str, kind: str, holder: str, teller: str, due: dt.date, words: str) -> None:
    """Write what was decided."""
    told = {"kind": kind, "words": words, "holder": _capacity(on, holder), "due_on": due,
            "teller": _capacity(on, teller), "tell_on": min(due, on.at.date() + dt.timedelta(days=5))}  # fmt: skip
    TeamDecision.make(_item(on, key), told, by=on.by, at=on.at, pk=on.key("team-decision", key))


def finish(on: Stage, day: dt.date, here: tuple[str, ...]) -> None:
    """Who was there, and the tap that ends it."""
    meeting = TeamMeeting.objects.get(team__unit=on.by.unit, starts_at=dt.datetime.combine(day, HOUR, STOCKHOLM))
    meeting.note_here({on.by.pk, *(on.world.capacity[who] for who in here)}, by=on.by, at=on.at)
    end(meeting, by=on.by, at=on.at)


def ask_home(on: Stage, key: str, to: str) -> None:
    """Ask whether someone at that unit may hear the name at the meeting."""
    terms = Terms(
        kind="secrecy_waiver", purpose="Elevhälsoteamets möte", from_at=on.at, until_at=on.at + dt.timedelta(days=90),
        text_version="2025-11", walls=agreeing.walls(1, (Category.IDENTITY, Category.CONCERN, Category.ATTENDANCE)),
        to_unit=on.world.unit[to],
    )  # fmt: skip
    asked = Consent.ask(deeds.child_of(on, key), terms, id=on.key("consent", key), by=on.by, at=on.at)
    on.made[key, "consent"] = asked.pk


def ask(on: Stage, to: str, area: str, question: str) -> None:
    """Ask another house without a name."""
    told = {"to_unit": Unit.objects.get(pk=on.world.unit[to]), "age_band": "6-9", "area": area, "question": question}
    on.made[to, "consultation"] = Consultation.ask(told, by=on.by, at=on.at, pk=on.key("consultation", to)).pk


def answer(on: Stage, to: str, text: str) -> None:
    """Answer a question without a name."""
    Consultation.objects.get(pk=on.made[to, "consultation"]).say(text, by=on.by, at=on.at, pk=on.key("utterance", to, text))
