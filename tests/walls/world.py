"""Random worlds: organisations, people, children and every kind of dated right, from one seed.

A powered generator rather than a fair one: most dice are loaded so that rights meet, overlap and end often
enough for a dropped condition to show. Everything is plain rows (table -> list of dicts).
"""

import datetime as dt
import hashlib
import random
from dataclasses import dataclass, field
from uuid import UUID

from samling.kernel.categories import Category
from samling.people.roles import ROLES

NOW = dt.datetime(2025, 11, 20, 8, 0, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
WALL_CATEGORIES = [1, 2, 3, 4, 5, 6, 8, 9, 12, 13, 14, 15, 16, 17, 18]
STAFF_ROLES = {
    "school": ["mentor", "mentor", "head_teacher", "school_counsellor", "teacher", "tsi_member", "programme_lead"],
    "school_medical": ["school_nurse"],
    "social": ["social_worker", "social_worker", "unit_head", "tsi_member"],
    "health": ["child_health_nurse"],
    "none": ["sysadmin"],
}
EVERY_STAFF_TABLE_NEEDS_APPROVAL = {code: rule.needs_second_approval for code, rule in ROLES.items()}


@dataclass
class World:
    """The rows of one world, and the short cuts that the oracle and the tests need."""

    seed: int
    rows: dict[str, list[dict]] = field(default_factory=dict)

    def add(self, table: str, **row) -> dict:
        """One more row."""
        self.rows.setdefault(table, []).append(row)
        return row

    def of(self, table: str) -> list[dict]:
        """The rows of a table."""
        return self.rows.get(table, [])

    def find(self, table: str, pk: UUID | None, key: str = "id") -> dict | None:
        """The row with this key."""
        return next((row for row in self.of(table) if row[key] == pk), None)


class Dice:
    """A seeded source of ids, choices and periods."""

    def __init__(self, seed: int):
        self.random = random.Random(seed)

    def id(self) -> UUID:
        """A random id."""
        return UUID(int=self.random.getrandbits(128), version=4)

    def chance(self, share: float) -> bool:
        """True in this share of throws."""
        return self.random.random() < share

    def pick(self, things):
        """One of them."""
        return self.random.choice(list(things))

    def some(self, things, share: float) -> list:
        """Each with this chance."""
        return [thing for thing in things if self.chance(share)]

    def period(self, live: float = 0.8) -> tuple[dt.datetime, dt.datetime | None]:
        """Mostly in force now; otherwise over, not yet, or ending this very moment."""
        if self.chance(live):
            return NOW - DAY * self.random.randint(1, 300), self.pick([None, None, NOW + DAY])
        return self.pick([
            (NOW - 9 * DAY, NOW - DAY), (NOW - 9 * DAY, NOW), (NOW + HOUR, None), (NOW + DAY, NOW + 2 * DAY),
        ])


def make(seed: int) -> World:
    """The world of a seed."""
    dice, world = Dice(seed), World(seed)
    _places(world, dice)
    _staff(world, dice)
    _children(world, dice)
    _journeys(world, dice)
    _assignments(world, dice)
    _families(world, dice)
    _consents(world, dice)
    _grounds(world, dice)
    _protection(world, dice)
    _entries(world, dice)
    return world


def _places(world: World, dice: Dice) -> None:
    base = 100 + (world.seed % 2400) * 12
    org, other = (world.add("people_organisation", id=dice.id(), kind="municipality", name="x",
                            municipality_code="9901", county_code="99") for _ in range(2))
    school = None
    for offset, (owner, domain) in enumerate([(org, "school"), (org, "school_medical"), (org, "social"),
                                              (other, "health"), (other, "school"), (org, "report")]):
        branch = world.add("people_branch", id=dice.id(), organisation_id=owner["id"], number=base + offset,
                           name=domain, domain=domain,
                           hangs_on_id=school["id"] if domain in ("school_medical", "report") else None)
        school = school or branch
        for _ in range({"school": 2, "report": 0}.get(domain, 1)):
            world.add("people_unit", id=dice.id(), branch_id=branch["id"], kind="office", name="u", code="",
                      municipality_code="9901", phone="", hours="")


def branch_of_unit(world: World, unit: UUID | None) -> dict | None:
    """The branch of a unit."""
    found = world.find("people_unit", unit)
    return world.find("people_branch", found["branch_id"]) if found else None


def _staff(world: World, dice: Dice) -> None:
    for unit in world.of("people_unit"):
        domain = branch_of_unit(world, unit["id"])["domain"]
        for _ in range(2):
            person = world.add("people_person", id=dice.id(), given_name="P", family_name="Q", sort_key="p",
                               is_staff_member=True)
            _capacity(world, dice, person, unit, dice.pick(STAFF_ROLES[domain]))
    social = [row for row in world.of("people_capacity")
              if branch_of_unit(world, row["unit_id"])["domain"] == "social"]
    social[0]["role"] = "tsi_member"
    both = [social[0], *(row for row in world.of("people_capacity") if row["role"] == "tsi_member")]
    for row in both[:1]:  # double employment: the same person in another branch too
        elsewhere = [u for u in world.of("people_unit") if branch_of_unit(world, u["id"])["domain"] == "school"][:2]
        second = _capacity(world, dice, {"id": row["person_id"]}, dice.pick(elsewhere), "tsi_member")
        _team(world, dice, [row, second])
    if len(both) > 1:
        _team(world, dice, both)


def _team(world: World, dice: Dice, members: list[dict]) -> None:
    begun, over = dice.period(0.85)
    team = world.add("access_jointteam", id=dice.id(), name="t", decision="d", decided_by_id=members[0]["id"],
                     from_at=begun, until_at=over)
    for member in members:
        begun, over = dice.period(0.9)
        world.add("access_jointmember", id=dice.id(), team_id=team["id"], capacity_id=member["id"], from_at=begun,
                  until_at=over)


def _capacity(world: World, dice: Dice, person: dict, unit: dict | None, role: str) -> dict:
    begun, over = dice.period(0.9)
    pk = dice.id()
    return world.add("people_capacity", id=pk, person_id=person["id"], unit_id=unit and unit["id"], role=role, title="",
                     phone="", given_by_id=None, approved_by_id=pk if dice.chance(0.9) else None, from_at=begun,
                     until_at=over)


def _children(world: World, dice: Dice) -> None:
    for unit in world.of("people_unit"):
        branch = branch_of_unit(world, unit["id"])
        if branch["domain"] == "school_medical":
            continue
        for _ in range(2):
            subject = world.add("people_subject", id=dice.id(), kind="child")
            world.add("people_child", subject_id=subject["id"], wall=branch["number"] * 64 + 1, branch_id=branch["id"],
                      unit_id=unit["id"], roster_id=None, given_name="C", family_name="D", called="", sort_key="c",
                      born_on=None, birth_year=2015, group="", home_municipality="", language="sv", person_id=None,
                      opened_by_id=dice.pick(world.of("people_capacity"))["id"], opened_at=NOW - DAY)


def _journeys(world: World, dice: Dice) -> None:
    children = world.of("people_child")
    for _ in range(3):
        subject = world.add("people_subject", id=dice.id(), kind="journey")
        begun = dice.pick(world.of("people_capacity"))["id"]
        world.add("journey_journey", subject_id=subject["id"], begun_by_id=begun, begun_at=NOW - DAY)
        for child in _meeting(world, dice, children):
            accepted = NOW - DAY if dice.chance(0.85) else None
            ended = NOW - HOUR if dice.chance(0.1) else None
            world.add("journey_party", id=dice.id(), journey_id=subject["id"], child_id=child["subject_id"],
                      unit_id=child["unit_id"], ground_id=None, how="copy" if dice.chance(0.2) else "space", question="",
                      invited_by_id=begun, invited_at=NOW - DAY, accepted_by_id=begun if accepted else None,
                      accepted_at=accepted, ended_by_id=begun if ended else None, ended_at=ended)


def _meeting(world: World, dice: Dice, children: list[dict]) -> list[dict]:
    """Three child rows that meet, mostly one from school and one from social services of the same place."""
    first = next(c for c in children if branch_of_unit(world, c["unit_id"])["domain"] == "social")
    school = [c for c in children if branch_of_unit(world, c["unit_id"])["domain"] == "school"][:4]
    meeting = [first, dice.pick(school)] if dice.chance(0.8) else dice.random.sample(children, 2)
    return [*meeting, dice.pick([c for c in children if c not in meeting])]


def own_walls(world: World, dice: Dice, capacity: dict) -> list[int]:
    """Walls an assignment might give: the own branch, and now and then one it hangs on."""
    branch = branch_of_unit(world, capacity["unit_id"])
    walls = [branch["number"] * 64 + c for c in dice.some(WALL_CATEGORIES, 0.6)]
    if branch["hangs_on_id"]:
        walls += [world.find("people_branch", branch["hangs_on_id"])["number"] * 64 + c for c in (1, 2)]
    return walls or [branch["number"] * 64 + 1]


def _assignments(world: World, dice: Dice) -> None:
    staff = [row for row in world.of("people_capacity") if row["unit_id"]]
    for capacity in staff:
        branch = branch_of_unit(world, capacity["unit_id"])
        home = branch["hangs_on_id"] or branch["id"]
        for child in world.of("people_child"):
            if child["branch_id"] == home and dice.chance(0.9 if capacity["role"] == "tsi_member" else 0.5):
                _assignment(world, dice, child, own_walls(world, dice, capacity), capacity_id=capacity["id"],
                            live=0.9 if capacity["role"] == "tsi_member" else 0.75)
    for child in world.of("people_child"):
        number = world.find("people_branch", child["branch_id"])["number"]
        _assignment(world, dice, child, [number * 64 + c for c in WALL_CATEGORIES], unit_id=child["unit_id"], live=0.9)


def _assignment(world: World, dice: Dice, child: dict, walls: list[int], *, capacity_id=None, unit_id=None, live=0.75):
    begun, over = dice.period(live)
    writer = capacity_id is not None and dice.chance(0.2)
    world.add("access_assignment", id=dice.id(), subject_id=child["subject_id"], capacity_id=capacity_id, unit_id=unit_id,
              walls=walls[:1] if writer else walls, reach="writer" if writer else "full",
              given_by_id=world.of("people_capacity")[0]["id"], because="b", ended_by_id=None, from_at=begun,
              until_at=over)


def _families(world: World, dice: Dice) -> None:
    for child in world.of("people_child"):
        number = world.find("people_branch", child["branch_id"])["number"]
        for _ in range(dice.pick([0, 1, 1, 2])):
            person = None
            if dice.chance(0.4):
                person = world.add("people_person", id=dice.id(), given_name="G", family_name="H", sort_key="g",
                                   is_staff_member=False)
                _capacity(world, dice, person, None, "guardian")
            begun, over = dice.period(0.9)
            world.add("people_guardian", id=dice.id(), subject_id=child["subject_id"], wall=number * 64 + 2, given_name="G",
                      family_name="H", phone="", language="sv", interpreter="", written_by_id=child["opened_by_id"],
                      written_at=NOW - DAY, custody=dice.pick(["joint", "joint", "sole", "unknown", "none"]),
                      custody_evidence="", verified_on=None, relation="", safe_phone="", email="", address="",
                      contact_rule="", person_id=person and person["id"],
                      identity_key=hashlib.sha256(bytes([dice.random.randint(0, 9), world.seed % 256])).digest()
                      if dice.chance(0.5) else None, from_at=begun, until_at=over)
        if dice.chance(0.15):
            person = world.add("people_person", id=dice.id(), given_name="S", family_name="T", sort_key="s",
                               is_staff_member=False)
            _capacity(world, dice, person, None, "self")
            child["person_id"] = person["id"]
    for guardian in dice.some(world.of("people_guardian"), 0.12):
        world.add("consent_nocontact", **head(world, dice, guardian["subject_id"], guardian["wall"] // 64 * 64 + 17),
                  guardian_id=guardian["id"], **dict.fromkeys(("ended_at", "ended_by_id")))
        if dice.chance(0.3):
            row = world.of("consent_nocontact")[-1]
            row["ended_at"], row["ended_by_id"] = NOW - HOUR, row["written_by_id"]


def head(world: World, dice: Dice, subject: UUID, wall: int) -> dict:
    """The columns every protected record has."""
    writer = dice.pick([row for row in world.of("people_capacity") if row["unit_id"]])["id"]
    withdrawn = dice.chance(0.08)
    return {
        "id": dice.id(), "subject_id": subject, "wall": wall, "written_by_id": writer,
        "written_at": NOW - DAY * dice.random.randint(0, 40), "for_guardians": dice.pick(["yes", "yes", "no", "child_decides"]),
        "for_guardians_because": "", "for_child": dice.chance(0.4),
        "only_for_id": dice.pick(world.of("people_capacity"))["id"] if dice.chance(0.1) else None, "about_person": None,
        "withdrawn_at": NOW - HOUR if withdrawn else None, "withdrawn_by_id": writer if withdrawn else None,
    }


def _consents(world: World, dice: Dice) -> None:
    for child in world.of("people_child"):
        number = world.find("people_branch", child["branch_id"])["number"]
        for _ in range(dice.pick([0, 1, 1, 2])):
            walls = [number * 64 + c for c in dice.some([1, 3, 4, 5, 6, 14], 0.7)] or [number * 64 + 4]
            ended = dice.chance(0.08)
            base = head(world, dice, child["subject_id"], number * 64 + 16)
            valid = dice.pick([(NOW - DAY, NOW + DAY)] * 8 + [(NOW - 9 * DAY, NOW), (NOW + HOUR, NOW + DAY)])
            consent = world.add("consent_consent", **base, kind="secrecy_waiver", walls=walls,
                                to_unit_id=dice.pick(world.of("people_unit"))["id"], valid_from=valid[0],
                                valid_until=valid[1], asks_child=dice.chance(0.15), text_version="1", language="sv",
                                interpreter=False, replaces_id=None, ended_at=NOW - HOUR if ended else None,
                                ended_by_id=base["written_by_id"] if ended else None)
            _answers(world, dice, child, consent)


def _answers(world: World, dice: Dice, child: dict, consent: dict) -> None:
    guardians = [row for row in world.of("people_guardian") if row["subject_id"] == child["subject_id"]]
    givers = [("guardian", row["id"]) for row in guardians] + [("child", None), ("third", None)]
    for giver, guardian in givers:
        for step in range(dice.pick([0, 1, 1, 1, 1, 1, 2]) if giver != "third" else dice.pick([0, 1])):
            _answer(world, dice, consent, giver, guardian, NOW - 20 * DAY + step * DAY)
        if giver == "guardian" and dice.chance(0.12):
            _exception(world, dice, consent, guardian, dice.pick(["prevented", "minor_measure"]))
    if dice.chance(0.12):
        _exception(world, dice, consent, None, "child_alone")


def _answer(world: World, dice: Dice, consent: dict, giver: str, guardian: UUID | None, at: dt.datetime) -> None:
    base = head(world, dice, consent["subject_id"], consent["wall"])
    back = dice.chance(0.1)
    world.add("consent_consentanswer", **base, consent_id=consent["id"], giver=giver, guardian_id=guardian,
              third_person="t" if giver == "third" else "", yes=dice.chance(0.92),
              walls=consent["walls"] if dice.chance(0.85) else consent["walls"][1:], how="spoken", answered_at=at,
              taken_back_at=NOW - HOUR if back else None, taken_back_by_id=base["written_by_id"] if back else None,
              taken_back_how="spoken" if back else "")


def _exception(world: World, dice: Dice, consent: dict, guardian: UUID | None, reason: str) -> None:
    base = head(world, dice, consent["subject_id"], consent["wall"])
    ended = dice.chance(0.2)
    world.add("consent_consentexception", **base, consent_id=consent["id"], guardian_id=guardian, reason=reason,
              ended_at=NOW - HOUR if ended else None, ended_by_id=base["written_by_id"] if ended else None)


def _grounds(world: World, dice: Dice) -> None:
    staff = [row for row in world.of("people_capacity") if row["unit_id"]]
    for child in world.of("people_child"):
        number = world.find("people_branch", child["branch_id"])["number"]
        consents = [row for row in world.of("consent_consent") if row["subject_id"] == child["subject_id"]]
        for _ in range(dice.pick([1, 1, 2, 3])):
            to = _recipient(world, dice, child, staff)
            rests = dice.some(consents, 0.7) if dice.chance(0.75) else []
            begun, over = dice.period(0.85)
            ground = world.add("access_ground", id=dice.id(), subject_id=child["subject_id"],
                               walls=[number * 64 + c for c in dice.some([1, 3, 4, 5, 6, 14], 0.85)] or [number * 64 + 1],
                               **to, basis="consent" if rests or dice.chance(0.1) else "harm_test", paragraph="",
                               because="b", decided_by_id=dice.pick(staff)["id"], ended_by_id=None, from_at=begun,
                               until_at=over)
            for consent in rests:
                world.add("access_groundconsent", id=dice.id(), ground_id=ground["id"], subject_id=child["subject_id"],
                          consent_id=consent["id"])


def _recipient(world: World, dice: Dice, child: dict, staff: list[dict]) -> dict:
    near = [p["unit_id"] for p in world.of("journey_party")
            if p["journey_id"] in {q["journey_id"] for q in world.of("journey_party")
                                   if q["child_id"] == child["subject_id"]}]
    unit = dice.pick(near) if near and dice.chance(0.95) else dice.pick(world.of("people_unit"))["id"]
    people = [row for row in staff if row["unit_id"] == unit] or staff
    empty = {"to_capacity_id": None, "to_unit_id": None, "to_branch_id": None}
    return empty | dice.pick([
        {"to_capacity_id": dice.pick(people)["id"]}, {"to_unit_id": unit}, {"to_unit_id": unit},
        {"to_branch_id": branch_of_unit(world, unit)["id"]},
    ])


def _protection(world: World, dice: Dice) -> None:
    for child in dice.some(world.of("people_child"), 0.1):
        guardians = [row for row in world.of("people_guardian") if row["subject_id"] == child["subject_id"]]
        begun, over = dice.period(0.85)
        world.add("people_protection", id=dice.id(), subject_id=child["subject_id"],
                  guardian_id=dice.pick(guardians)["id"] if guardians and dice.chance(0.5) else None, form="marked",
                  decided_by_id=child["opened_by_id"], from_at=begun, until_at=over)
        for subject in [row["id"] for row in world.of("people_subject")]:
            for capacity in dice.some(world.of("people_capacity"), 0.3):
                begun, over = dice.period(0.85)
                world.add("access_protectedreader", id=dice.id(), subject_id=subject, capacity_id=capacity["id"],
                          given_by_id=child["opened_by_id"], from_at=begun, until_at=over)


def _entries(world: World, dice: Dice) -> None:
    def entry(subject: UUID, wall: int) -> dict:
        row = world.add("journey_entry", **head(world, dice, subject, wall), kind="talk", title="t", corrects_id=None)
        world.add("journey_entrybody", head_id=row["id"], subject_id=subject, wall=wall, text="x")
        return row

    for child in world.of("people_child"):
        branches = [world.find("people_branch", child["branch_id"])]
        branches += [row for row in world.of("people_branch") if row["hangs_on_id"] == child["branch_id"]]
        for branch in branches:
            for category in dice.some(WALL_CATEGORIES, 0.5):
                entry(child["subject_id"], branch["number"] * 64 + category)
    for journey in world.of("journey_journey"):
        for category in (Category.MATTER, Category.PLAN):
            entry(journey["subject_id"], int(category))
    _disclosures(world, dice)
    _looks(world, dice)


def _disclosures(world: World, dice: Dice) -> None:
    for ground in world.of("access_ground"):
        entries = [row for row in world.of("journey_entry") if row["subject_id"] == ground["subject_id"]]
        for _ in range(dice.pick([1, 2, 3, 4])):
            entry = dice.pick(entries) if entries and dice.chance(0.6) else None
            ended = dice.chance(0.1)
            world.add("access_disclosure", id=dice.id(), ground_id=ground["id"], subject_id=ground["subject_id"],
                      wall=entry["wall"] if entry and dice.chance(0.9) else dice.pick(ground["walls"]),
                      record_id=entry and entry["id"], since_at=None if entry else NOW - DAY * dice.pick([1, 10, 60]),
                      made_by_id=ground["decided_by_id"], made_at=NOW - DAY,
                      ended_at=NOW - HOUR if ended else None, ended_by_id=ground["decided_by_id"] if ended else None)


def _looks(world: World, dice: Dice) -> None:
    subjects = [row["id"] for row in world.of("people_subject")]
    for capacity in world.of("people_capacity"):
        for subject in dice.some(subjects, 0.6):
            walls = sorted({row["wall"] for row in world.of("journey_entry") if row["subject_id"] == subject})
            world.add("access_look", id=dice.id(), kind="open" if dice.chance(0.9) else "list", errand="e",
                      at=NOW - dice.pick([dt.timedelta(minutes=1), dt.timedelta(minutes=13), dt.timedelta(minutes=16)]),
                      person_id=capacity["person_id"], capacity_id=capacity["id"], subject_id=subject,
                      walls=dice.some(walls, 0.8), assignment_id=None, ground_ids=[], shown=[])
