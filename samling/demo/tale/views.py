"""The three views of Adam: what he, his mother and those around him say, her own story, and what the team makes of it."""

from typing import Any

from samling.kernel.categories import SHARED_BRANCH, Category, wall
from samling.people.models import Child
from samling.views.models import Analysis, Note, Story

from .deeds import child_of
from .teller import Stage, Teller

KIND = {"+": "strength", "!": "worry", "?": "question"}
# Days ago, who writes it down, whose voice, sign, domain, circles, words, what helps; * is said at the table.
NOTES: tuple[tuple[int, str, str, str, str, str, str, str], ...] = (
    (16, "petra", "child", "+", "child.voice", "child", "Jag gillar att bygga. Då är det tyst i huvudet.", ""),
    (16, "petra", "child", "!", "school.environment", "child school", "Det är för högt i kapprummet.", ""),
    (15, "petra", "Hodan", "!", "home.routines", "child home", "Morgnarna slutar ofta i bråk.", "Frukost före kläder."),
    (15, "petra", "Hodan", "+", "home.network", "home", "Farmor Amina är nära. Hon hämtar på fredagar.", ""),
    (15, "petra", "Hodan", "!", "child.health", "child home", "Adam sover lite.", ""),
    (15, "petra", "Hodan about Ali", "!", "home.parents", "home", "Ali jobbar natt och är trött på morgonen.", ""),
    (14, "petra", "me", "+", "school.learning", "school", "Läser långa texter när det är lugnt.", "Liten grupp tre pass i veckan."),
    (14, "petra", "me", "!", "school.attendance", "school", "Kommer sent eller inte alls på måndagar.", "In tio minuter före de andra."),
    (14, "jonas", "me", "+", "school.relations", "school", "Adam visar de yngre hur man bygger.", ""),
    (13, "maria", "me", "+", "home.routines", "home *", "Kvällarna är lugna. De läser ihop.", ""),
    (13, "maria", "through", "+", "school.relations", "child school *", "Jonas ser honom vid grinden.", ""),
    (12, "amir", "me", "?", "school.attendance", "child school home *", "Vad händer de dagar han stannar hemma?", ""),
)  # fmt: skip
STORY = (
    "Adam var en glad bebis som ville bära allt själv. När han var fem flyttade vi hit, och han förlorade sina kusiner på "
    "en dag. I tvåan fick han en ny lärare tre gånger. Då började magontet. Jag sa att det var som vanligt, för jag ville "
    "inte vara till besvär.\n\nNu vet jag hur en morgon blir redan när han öppnar ögonen. Om jag hinner sitta en stund på "
    "sängkanten går det bra. Om Ali kommer hem från natten samtidigt blir det för mycket för oss alla. Jag vill att någon i "
    "skolan vet det, så att han inte får frågan varför han är sen.\n\nHan är bäst när han bygger. Då pratar han om allt."
)
SUMMED = (
    "Adam orkar mest när dagen börjar lugnt, både hemma och i skolan. Det som fungerar är få människor, någon som möter "
    "honom och något att bygga. Det svåra är övergången från hem till skola. Han behöver en morgon som är likadan varje dag, "
    "och vuxna som vet det utan att han måste förklara."
)


def adam(teller: Teller) -> None:
    """Placed over a week, and summed up at the joint table."""
    teller.scene(17, "15:30", "petra", story)
    teller.scene(16, "15:50", "petra", share)
    for turn, (days, who, *said) in enumerate(NOTES):
        teller.scene(days, f"15:{turn:02}", who, place, turn, *said)
    teller.scene(7, "10:40", "maria", summed)


def place(on: Stage, turn: int, voice: str, sign: str, domain: str, where: str, text: str, helps: str) -> None:
    """Place one note."""
    who, _about, about = voice.partition(" about ")
    *places, at_table = where.split() if where.endswith("*") else [*where.split(), ""]
    told = _voice(on, who) | {
        "kind": KIND[sign], "domain": domain, "places": places, "text": text, "helps": helps, "said_on": on.at.date(),
        "at_table": bool(at_table), "about_person": on.made["adam", f"guardian-{about}"] if about else None,
        "about_name": f"{about} Hassan" if about else "", "for_guardians": "no", "for_guardians_because": "not told yet",
    }  # fmt: skip
    made = Note.write(_child(on), told, by=on.by, at=on.at, pk=on.key("view", str(turn)))
    on.made["adam", f"view-{turn}"] = made.pk


def story(on: Stage) -> None:
    """Adam's mother tells, once."""
    told = _voice(on, "Hodan") | {"text": STORY, "how": "interpreted", "said_on": on.at.date()}
    on.made["adam", "story"] = Story.write(_child(on), told, by=on.by, at=on.at, pk=on.key("story")).pk


def share(on: Stage) -> None:
    """She wants the team to know it."""
    unit = on.world.unit["lotsen_social"]
    Story.objects.get(pk=on.made["adam", "story"]).share(_child(on), [unit], how="interpreted", by=on.by, at=on.at)


def summed(on: Stage) -> None:
    """What the team makes of it, resting on what was said at the table."""
    matter = wall(SHARED_BRANCH, Category.MATTER)
    offered = list(Note.objects.filter(pk__in=[on.made["adam", f"view-{turn}"] for turn in range(len(NOTES))], wall=matter))
    told = {"text": SUMMED, "notes": [note.pk for note in offered], "at_table": True}
    Analysis.write(_child(on), told, offered=offered, by=on.by, at=on.at, pk=on.key("needs"))


def _child(on: Stage) -> Child:
    """Adam as one's own authority knows him."""
    own = f"adam@{on.by.unit.branch.number}"
    return child_of(on, own if own in on.world.child else "adam")


def _voice(on: Stage, who: str) -> dict[str, Any]:
    if who == "me":
        return {"voice": "staff", "voice_id": on.by.pk, "voice_name": str(on.by.person), "voice_role": on.by.role_title,
                "shape": on.by.unit.branch.actor, "for_child": False}  # fmt: skip
    if who in ("child", "through"):
        role = "egna ord" if who == "child" else "som en vuxen har förstått det"
        return {"voice": who, "voice_id": None, "voice_name": "Adam", "voice_role": role, "shape": "child", "for_child": True}
    return {"voice": "guardian", "voice_id": on.made["adam", f"guardian-{who}"], "voice_name": f"{who} Hassan",
            "voice_role": "mamma", "shape": "home", "for_child": False}  # fmt: skip
