"""The content of a published version for the tests: plain values, as they are kept."""

import datetime as dt
from typing import Any

from samling.papers.paper import Stamp

STAMP = Stamp("F3A1-07BC", 2, dt.datetime(2026, 11, 21, 9, 0, tzinfo=dt.UTC), dt.date(2026, 11, 21))
DRAFT = STAMP._replace(number=0)
SCHOOL, CARE, SOCIAL = ("Lövsjö kommun", "Grundskola"), ("Region Mittland", "Barnpsykiatri"), ("Lövsjö kommun", "Socialtjänst")


def promise(turn: int, who: str, side: str, text: str, **more: Any) -> dict[str, Any]:
    """One promise."""
    return {
        "turn": turn, "text": text, "home": text, "child": f"Du: {text}", "who": who, "side": side, "goal": "", "level": "individual",
        "rhythm": "daily", "starts_on": "2026-11-03", "until_on": "2027-01-19", "state": "going", "how": "", "body": "", "branch": "", "party": "",
    } | more  # fmt: skip


def told(**more: Any) -> dict[str, Any]:
    """A SIP for Adam with two goals and five promises."""
    steps = dict.fromkeys(("minus_two", "minus_one", "zero", "plus_one", "plus_two"), "Ett steg")
    goals = {
        "g1": {"turn": 0, "text": "Jag vill gå in genom lilla dörren.", "name": "Adam", "voice": "child", "said_on": "2026-10-30",
               "baseline": -1, "wording": "I tid fyra dagar av fem.", **steps},
        "g2": {"turn": 1, "text": "أريد أن ألعب.", "name": "Hodan", "voice": "guardian", "said_on": "2026-10-30", "baseline": -1},
    }  # fmt: skip
    promises = {
        "p1": promise(0, "Petra Lind", "school", "Petra öppnar dörren.", goal="g1", body=SCHOOL[0], branch=SCHOOL[1], party="a"),
        "p2": promise(1, "Maria Holm", "social", "Maria pratar om morgnar.", goal="g1", body=SOCIAL[0], branch=SOCIAL[1], party="c"),
        "p3": promise(2, "Birgitta Ros", "health", "Birgitta bokar ett hörseltest.", body=CARE[0], branch=CARE[1], party="b", how="sa det på papper"),
        "p4": promise(3, "Hodan Hassan", "home", "Frukost före kläder.", goal="g2", state="asked"),
        "p5": promise(4, "Adam", "child", "Säger till.", goal="g2", state="promised"),
    }
    parties = {
        key: {"turn": turn, "unit": unit, "branch": branch, "body": body, "how": how}
        for turn, (key, unit, (body, branch), how) in enumerate(
            (("a", "Björkskolan", SCHOOL, "space"), ("b", "BUP Lövsjö", CARE, "copy"), ("c", "Lotsen", SOCIAL, "space"))
        )
    }
    return {
        "kind": "sip", "holders": "Petra Lind; Jonas Ek", "coordinator": "Petra Lind", "deputy": "Jonas Ek", "phone": "0522-69 01 12",
        "accountable": "Lövsjö kommun", "review_on": "2027-01-16", "child": "Adam", "age": 8, "meets_at": "2027-01-14T13:00:00+00:00",
        "nobody_else": False, "parties": parties, "needs": "En lugn start på dagen.", "running": "Stöd i svenska.",
        "asked": "Fick visa på skolgården.", "wishes": "", "crisis": "Ring samordnaren.", "goals": goals, "promises": promises,
    } | more  # fmt: skip
