"""Lövsjö's consultation team: one meeting that has been, one to come, and a child who waits for child psychiatry."""

import datetime as dt
from typing import Any

from samling.access import guard
from samling.consent.models import Consent, Said, Terms
from samling.forum.models import Forum, ForumDecision, ForumItem, ForumMeeting, ForumWords, HealthReferral
from samling.forum.models.lists import coming
from samling.kernel.categories import Category, walls
from samling.people.models import Capacity, Child

from .deeds import child_of, ids
from .teller import Stage, Teller

TABLE = ("olof", "sofia", "kerstin", "tomas", "samir", "birgitta")
HOUR, PLACE = dt.time(9, 0), "Stadshuset, Eken"


def forum(teller: Teller) -> None:
    """Schools, social services and the region at one table; Noor by name, Tindra as an item to everyone but her own school."""
    teller.scene(60, "08:00", "ingrid", agree)
    teller.scene(60, "09:00", "ingrid", found)
    for whom, kind in (("tomas", "capacity"), ("bup", "unit")):
        teller.scene(50, "09:30", "gunilla", yes, "noor", "Rana", whom, kind)
    teller.scene(49, "10:00", "gunilla", take_up, "noor", "Noor sover dåligt. Vad kan vi göra innan vi skickar en remiss?")
    teller.scene(38, "09:20", "samir", say, "noor", "Skicka med vad skolan har prövat. Då går det fortare hos oss.")
    teller.scene(38, "09:30", "gunilla", decide, "noor", "health", "Psykologen träffar Noor först.", "gunilla", 34)
    teller.scene(38, "10:00", "gunilla", finish)
    teller.scene(36, "14:00", "gunilla", refer, "noor")
    teller.scene(12, "15:10", "gunilla", yes, "elsa", "Anna", "reception", "unit", "Mattias")
    teller.scene(6, "15:30", "gunilla", take_up, "elsa", "Kan någon hos er möta familjen tillsammans med oss?")
    teller.scene(5, "11:00", "olof", take_up, "tindra", "Vem av oss kan stötta mamman på morgonen?")


def agree(on: Stage) -> None:
    """The region takes part by agreement."""
    guard.call("put_agreement", on.world.branch["health"], "copy", "KS 2025/31", on.at, None)


def found(on: Stage) -> None:
    """The administrator notes the team, its places and its rhythm."""
    made = Forum.begin("Lövsjös konsultationsteam", by=on.by, at=on.at, pk=on.key("forum"))
    made.seat(_capacity(on, "gunilla"), by=on.by, at=on.at, is_chair=True)
    for who in TABLE:
        made.seat(_capacity(on, who), by=on.by, at=on.at)
    weekday = (on.teller.now.date() + dt.timedelta(days=2)).weekday() % 5
    made.keep_rhythm({"weekday": weekday, "every": 2, "clock": HOUR, "place": PLACE}, by=on.by, at=on.at)


def yes(on: Stage, key: str, guardian: str, to: str, kind: str, *more: str) -> None:
    """The guardians say yes to telling someone at the table the name and what the item is about."""
    asked = walls(on.by.unit.branch.number, (Category.IDENTITY, Category.SUPPORT))
    whom: dict[str, Any] = {"to_unit": on.world.unit[to]} if kind == "unit" else {"to_capacity": on.world.capacity[to]}
    terms = Terms(kind="secrecy_waiver", purpose="Konsultationsteamet", from_at=on.at, until_at=on.at + dt.timedelta(days=180),
                  text_version="2025-11", walls=asked, **whom)  # fmt: skip
    made = Consent.ask(child_of(on, key), terms, id=on.key("forum-consent", key, to), by=on.by, at=on.at)
    for who in ids(on, key, [guardian, *more]):
        said = Said(giver="guardian", who=who, yes=True, how="spoken", at=on.at, walls=asked)
        made.answer(said, id=on.key("forum-answer", key, to, str(who)), by=on.by.pk, at=on.at)


def take_up(on: Stage, key: str, question: str) -> None:
    """Put a child on the agenda of the next meeting."""
    team = Forum.objects.get()
    ahead = coming([team], on.at)[0]
    meeting = ForumMeeting.call(team, ahead.starts_at, ahead.place, by=on.by, at=on.at)
    item = ForumItem.take_up(child_of(on, key), meeting, question, by=on.by, at=on.at, pk=on.key("forum-item", key))
    on.made[key, "forum-item"] = item.pk


def _item(on: Stage, key: str) -> ForumItem:
    return ForumItem.objects.select_related(*ForumItem.beside).get(pk=on.made[key, "forum-item"])


def say(on: Stage, key: str, text: str) -> None:
    """What one's own authority says."""
    ForumWords.say(_item(on, key), text, by=on.by, at=on.at, pk=on.key("forum-words", key))


def decide(on: Stage, key: str, kind: str, words: str, holder: str, days: int) -> None:
    """Write what was decided."""
    told = {"kind": kind, "words": words, "holder": _capacity(on, holder), "due_on": on.at.date() + dt.timedelta(days=days),
            "teller": on.by, "tell_on": on.at.date() + dt.timedelta(days=3)}  # fmt: skip
    made = ForumDecision.make(_item(on, key), told, by=on.by, at=on.at, pk=on.key("forum-decision", key))
    made.home_knows(by=on.by, at=on.at)


def finish(on: Stage) -> None:
    """*Klart för i dag*."""
    ForumMeeting.objects.get(ended_at=None).end(by=on.by, at=on.at)


def refer(on: Stage, key: str) -> None:
    """The referral was sent; the head waits for the answer."""
    told = {"psychologist": "done", "psychologist_words": "Har träffat Noor tre gånger och talat med Rana.", "educator": "done",
            "educator_words": "Har sett två lektioner och ändrat schemat.", "receiver": "BUP Mittland", "holder": on.by,
            "sent_on": on.at.date()}  # fmt: skip
    HealthReferral.send(Child.objects.get(pk=on.world.child[key]), told, by=on.by, at=on.at, pk=on.key("referral-bup", key))


def _capacity(on: Stage, who: str) -> Capacity:
    return Capacity.objects.select_related("person", "unit__branch__organisation").get(pk=on.world.capacity[who])
