"""A SIP: the family says yes to the region too, which takes part by copy; the plan is published, sent and read."""

import json
from typing import Any

from . import days
from .child import LATE, MORNING
from .data import rates, words
from .places import Region, there, walls
from .scribe import FAMILY, HOME, KEPT_CLOSE, NO, NONE, YES
from .team import CONSENT, Journey, Promise

IDENTITY, SOCIAL, PLAN = 1, 13, 41


def wanted(journey: Journey) -> "Sip | None":
    """Some are asked whether the region may know, and most say yes."""
    region, life = journey.team.region, journey.life
    if region is None or life.dice.random() > rates.SIP:
        return None
    one = Sip(journey, region)
    return one if one.asked() else None


class Sip:
    """What a SIP has beside what every plan has, gathered for the version that is published."""

    def __init__(self, journey: Journey, region: Region):
        self.journey, self.life, self.region = journey, journey.life, region
        self.party, self.seen = self.life.id(), self.life.day - 4
        self.lines: dict[str, dict[str, Any]] = {}

    def asked(self) -> bool:
        """Every guardian is asked whether the name may be told; whether the region is asked in."""
        journey, life, behind, asked, ground = self.journey, self.life, self.journey.mine(CONSENT), self.life.id(), self.life.id()
        by, at, until = journey.worker.capacity, life.at(MORNING), days.stamp(life.day + rates.SIP_RUNS, LATE)
        mine, put, yes = walls(journey.team.number, (IDENTITY, SOCIAL)), life.scribe.put, life.dice.random() < rates.SIP_YES
        purpose = life.fill(words.SIP_PURPOSE)
        life.scribe.head("consent_consent", asked, behind, by, at, FAMILY, "sip", mine, at, until, NO, life.language,
                         YES if life.interpreter else NO, self.region.unit)
        life.scribe.body("consent_consentbody", asked, behind, purpose, "")
        life.tell("consent asked", behind, by, at, record=asked)
        for turn, one in enumerate(life.guardians):
            told = (YES, mine) if yes or turn else (NO, "{}")
            life.scribe.head("consent_consentanswer", life.id(), behind, by, at, KEPT_CLOSE, asked, "guardian", one.other, *told,
                             "interpreted" if life.interpreter else "spoken", at, NONE, NONE, "")
            life.tell("consent answered", behind, by, at, record=asked)
        if not yes:
            return False
        put("access_ground", ground, at, until, mine, journey.own, self.region.unit, by, purpose)
        put("access_groundconsent", life.id(), asked, ground, journey.own)
        put("access_disclosure", life.id(), str(journey.team.number * 64 + IDENTITY), journey.own, NONE, at, by, journey.own, ground)
        life.tell("consent opened", behind, by, at, record=asked)
        journey.keep("journey_party", id=self.party, how="copy", question=life.fill(words.QUESTION), ground_id=ground, invited_at=at,
                     invited_by_id=by, journey_id=journey.key, unit_id=self.region.unit)  # fmt: skip
        life.tell("party invited", journey.mine(IDENTITY), by, at, record=self.party)
        return True

    def aims(self, needs: dict[str, Any], goal: dict[str, Any]) -> None:
        """What is needed, and the child's goal."""
        self.needs, self.goal = needs, {"turn": 0, "name": self.life.given, "voice": "child", "baseline": -1} | goal

    def line(self, key: str, said: dict[str, str], who: str, side: str, rhythm: str, spans: tuple[str, str], how: str = "room") -> None:
        """A promise with its yes, as the version says it."""
        journey, short = self.journey, self.journey.worker.name.split()
        called, party = {
            "school": (self.life.school.called, journey.side["id"]), "social": (journey.team.called, journey.party["id"]),
            "health": (self.region.called, self.party), "home": (None, ""),
        }[side]  # fmt: skip
        self.lines[key] = {
            "turn": len(self.lines), "said": {name: text for name, text in said.items() if text}, "who": who, "side": side,
            "goal": _hyphened(journey.goal), "level": "individual", "rhythm": rhythm, "starts_on": spans[0], "until_on": spans[1],
            "state": "promised", "heard": {"how": how, "who": f"{short[0]} {short[1][0]}", "on": days.written(self.life.day)},
            "body": called.body if called else "", "branch": called.branch if called else "", "party": _hyphened(party),
        }  # fmt: skip

    def promised(self) -> None:
        """The region's own part, written by whoever coordinates; its yes comes on paper."""
        journey, life, place, key = self.journey, self.life, self.journey.shared(PLAN), self.life.id()
        phrase, what, nature, rhythm = words.SIP_PROMISE
        by, at, until, name = journey.worker.capacity, days.stamp(life.day, LATE + 50), life.day + 28, self.region.called.unit
        spans = (days.written(life.day), days.written(until))
        life.scribe.head("promises_promise", key, place, by, at, FAMILY, journey.plan, journey.goal, "outside", "health", NONE, NONE, name,
                         nature, rhythm, *spans, NONE, self.party)
        said = {"who": name, "does": "", "home": "", "what": life.fill(what), "child": "", "called": life.given, "phrase": phrase}
        journey.words(key, said, by, at)
        life.tell("promise asked for", place, by, at, record=key)
        self.own, self.last = (key, said, name, "health", rhythm, spans, "paper"), until

    def published(self) -> None:
        """The region says yes on paper; the plan is published, sent by secure message, and read at home."""
        journey, life, place, version = self.journey, self.life, self.journey.shared(PLAN), self.life.id()
        life.on((2, 6))
        by, at = journey.worker.capacity, days.stamp(life.day, LATE + 40)
        journey.word(self.own[0], "yes", "paper", by, days.stamp(life.day, LATE + 30))
        self.line(*self.own)
        journey.promises.append(Promise(self.own[0], NONE, by, self.last, "paper"))
        life.scribe.head("papers_planversion", version, place, by, at, HOME, journey.plan)
        life.scribe.body("papers_planversionbody", version, place, json.dumps(self._told(), ensure_ascii=False))
        life.tell("plan published", place, by, at, record=version)
        self._sent(version, days.stamp(life.day, LATE + 50))
        self._read(version)

    def _told(self) -> dict[str, Any]:
        """The plan as it stands: what papers.models.frozen keeps of it."""
        journey, life = self.journey, self.life
        holders = (f"{journey.worker.name}, socionom", f"{there(life.group.mentors, life.day).name}, mentor {life.group.group}")
        sides = ((journey.side["id"], life.school.called, "space"), (journey.party["id"], journey.team.called, "space"),
                 (self.party, self.region.called, "copy"))  # fmt: skip
        return {
            "kind": "sip", "holders": "; ".join(holders), "coordinator": holders[0], "deputy": holders[1], "phone": "",
            "accountable": self.journey.team.called.body, "review_on": journey.planning["review_on"], "child": life.given,
            "age": int(days.written(life.day)[:4]) - life.group.born, "meets_at": "", **self.needs,
            "parties": {_hyphened(key): {"turn": turn, **called._asdict(), "how": how} for turn, (key, called, how) in enumerate(sides)},
            "goals": {_hyphened(journey.goal): self.goal}, "promises": {_hyphened(key): line for key, line in self.lines.items()},
        }  # fmt: skip

    def _sent(self, version: str, at: str) -> None:
        journey, life, place, by, today = self.journey, self.life, self.journey.shared(PLAN), self.journey.worker.capacity, self.life.day
        copy, arrived = life.id(), days.moved(today + life.dice.randint(*rates.RECEIPT))
        receipt = (days.stamp(arrived, MORNING + 60), there(journey.chair, arrived).capacity, days.written(arrived))
        life.scribe.head("papers_sentcopy", copy, place, by, at, HOME, version, self.party, self.region.called.unit, days.written(today),
                         *(receipt if arrived < life.today else (NONE, NONE, NONE)))
        life.tell("plan copy sent", place, by, at, record=version)

    def _read(self, version: str) -> None:
        journey, life, place, key = self.journey, self.life, self.journey.shared(PLAN), self.life.id()
        on = days.moved(life.day + life.dice.randint(*rates.READ))
        if on >= life.today or life.dice.random() < rates.SILENT:
            return
        one, by, at = life.guardians[0], there(journey.chair, on).capacity, days.stamp(on, LATE)
        life.scribe.head("papers_acknowledgement", key, place, by, at, HOME, version, one.key, one.name,
                         "agrees" if life.dice.random() < 0.85 else "partly", days.written(on))
        life.tell("plan acknowledged", place, by, at, record=version)


def _hyphened(key: str) -> str:
    """A key as the pages write it."""
    return key if "-" in key or not key else f"{key[:8]}-{key[8:12]}-{key[12:16]}-{key[16:20]}-{key[20:]}"
