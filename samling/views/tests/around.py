"""How tests set the table: two guardians say yes, the team of the social services comes in, somebody places a note."""

import datetime as dt
from uuid import UUID, uuid4

from samling.access.door import open_walls
from samling.checklist.models import Checklist, Sitting
from samling.consent.models import Consent, Said
from samling.consent.tests.asking import LEARNING, NAME, answer, ask
from samling.journey import parties
from samling.kernel.categories import Category as C
from samling.kernel.categories import wall
from samling.people.models import Capacity, Child, SignificantAdult
from samling.records.clock import now, today
from samling.sharing.opening import open_for
from samling.views.models import Note, Story
from samling.views.voices import Around

SCHOOL = 1
HOME, VOICE, CONCERN, CONTACT = (wall(SCHOOL, one) for one in (C.HOME, C.VOICE, C.CONCERN, C.CONTACT))
MATTER = wall(0, C.MATTER)
SAYS = {"kind": "strength", "domain": "school.learning", "places": ["school"], "text": "Räknar gärna.", "helps": "",
        "about_person": None, "about_name": "", "at_table": False, "for_guardians": "no",
        "for_guardians_because": "not told yet", "for_child": False}  # fmt: skip
AT_HOME = {"adam": ("hodan", "ali"), "noor": ("rana",)}
LONG = "Det började när Adam var liten. " * 12


def me(acting) -> Capacity:
    return Capacity.objects.select_related("person", "unit__branch__organisation").get(pk=acting.capacity_id)


def child_of(cast, key="adam") -> Child:
    return Child.objects.select_related("branch", "unit").get(pk=cast.world.child[key])


def voice(cast, who: str, key: str = "child", child: str = "adam") -> dict:
    """What a record keeps of a voice: the child, or a guardian or colleague by name in the cast."""
    offered = {one.key: one for one in Around(child_of(cast, child), now()).speakers}
    return offered[key].heads


def guardian(cast, name: str) -> str:
    return f"guardian-{cast.world.guardian[name]}"


def place(cast, who: str = "petra", speaker: str | None = None, child: str = "adam", **said) -> UUID:
    """Place a note as this person; the voice is the writer's own unless something else is said."""
    with cast.acting(who) as acting:
        by, heads = me(acting), voice(cast, who, speaker or f"staff-{acting.capacity_id}", child)
        return Note.write(child_of(cast, child), SAYS | {"said_on": today()} | heads | said, by=by, at=now(), pk=uuid4()).pk


def tell_story(cast, who: str = "petra", teller: str = "hodan", text: str = LONG, child: str = "adam") -> UUID:
    with cast.acting(who) as acting:
        heads = voice(cast, who, guardian(cast, teller), child)
        told = heads | {"text": text, "how": "read_back", "said_on": today()}
        return Story.write(child_of(cast, child), told, by=me(acting), at=now(), pk=uuid4()).pk


def yes_to(cast, *walls: int, child: str = "adam") -> UUID:
    """The guardians say yes to these walls for the team."""
    consent = ask(cast, "petra", cast.world.child[child], walls=(NAME, *walls), to_unit=cast.lotsen_social)
    for giver in (cast.world.guardian[name] for name in AT_HOME[child]):
        answer(cast, "petra", consent, giver, walls=[NAME, *walls])
    return consent


def set_table(cast, *walls: int, child: str = "adam") -> tuple[UUID, UUID]:
    """The team takes part, told the name alone; the yes covers these walls too. Returns consent and Maria's child row."""
    consent, own = yes_to(cast, *(walls or (LEARNING, HOME)), child=child), cast.world.child[child]
    with cast.acting("petra") as acting:
        name = [(NAME, own)]
        open_for(Consent.objects.get(pk=consent), [], since=None, records=name, by=acting.capacity_id, at=now())
        ground = next(one for one in parties.invitable(own, now()) if one.to_unit_id == cast.lotsen_social)
        parties.invite(child_of(cast, child), ground, how="space", question="Kan ni hjälpa?", by=acting.capacity_id, at=now())
    with cast.acting("maria") as acting:
        name = child.title()
        found = next(one for one in parties.invitations() if one["given_name"] == name)
        return consent, parties.accept(found, None, by=acting.capacity_id, at=now())


def put(cast, note: UUID, who: str = "petra") -> None:
    with cast.acting(who) as acting:
        found = Note.objects.get(pk=note)
        found.put(child_of(cast), by=me(acting), at=now())


def third_says(cast, consent: UUID, person: UUID, *, yes: bool, name: str = "Hodan") -> None:
    """A third person answers for him- or herself."""
    with cast.acting("petra") as acting:
        record = Consent.objects.get(pk=consent)
        said = Said(giver="third", who=person, name=name, yes=yes, how="spoken", at=now(), walls=list(record.walls))
        record.answer(said, id=uuid4(), by=acting.capacity_id, at=now() + dt.timedelta(0))


def reads(cast, who: str, note: UUID, model=Note) -> bool:
    """Whether this person reads the head and, after a look, the text."""
    with cast.acting(who):
        found = model.objects.filter(pk=note).first()
        if found is None:
            return False
        open_walls(found, "read a note of the three views")
    with cast.acting(who):
        return hasattr(model.objects.select_related("body").get(pk=note), "body")


def uncle(cast) -> UUID:
    with cast.acting("petra") as acting:
        one = SignificantAdult(subject_id=cast.adam, wall=CONTACT, given_name="Yusuf", family_name="Hassan",
                               relation="morbror", written_by_id=acting.capacity_id, written_at=now(), from_at=now())  # fmt: skip
        one.save(force_insert=True)
        return one.pk


def writes_on_the_checklist(cast, code: str, said: str, who: str = "petra") -> None:
    """One answer on Adam's checklist."""
    with cast.acting(who) as acting:
        by = me(acting)
        sitting = Sitting(Checklist.begin(child_of(cast), by=by, at=now()), by, now())
        sitting.look(sitting.everything, "work on a checklist")
        asked = {question.code: question for block in sitting.everything for question in block.questions}
        sitting.save(sitting.everything, {code: (asked[code], said)}, {})
