"""A random world's guardians, consents and protected identities."""

import datetime as dt
import hashlib
from uuid import UUID

from .dice import DAY, HOUR, NOW, Dice, World, head
from .places import add_capacity


def add_families(world: World, dice: Dice) -> None:
    for child in world.of("people_child"):
        number = world.find("people_branch", child["branch_id"])["number"]
        for _ in range(dice.pick([0, 1, 2, 2])):
            person = None
            if dice.chance(0.4):
                person = world.add(
                    "people_person", id=dice.id(), given_name="G", family_name="H", sort_key="g", is_staff_member=False
                )
                add_capacity(world, dice, person, None, "guardian")
            begun, over = dice.period(0.8)
            world.add(
                "people_guardian",
                id=dice.id(),
                subject_id=child["subject_id"],
                wall=number * 64 + 2,
                given_name="G",
                family_name="H",
                phone="",
                language="sv",
                interpreter="",
                written_by_id=child["opened_by_id"],
                written_at=NOW - DAY,
                custody=dice.pick(["joint", "joint", "sole", "unknown", "none"]),
                custody_evidence="",
                verified_on=None,
                relation="",
                safe_phone="",
                email="",
                address="",
                contact_rule="",
                person_id=person and person["id"],
                identity_key=hashlib.sha256(bytes([dice.random.randint(0, 4), world.seed % 256])).digest()
                if dice.chance(0.7)
                else None,
                from_at=begun,
                until_at=over,
            )
        if dice.chance(0.15):
            person = world.add(
                "people_person", id=dice.id(), given_name="S", family_name="T", sort_key="s", is_staff_member=False
            )
            add_capacity(world, dice, person, None, "self")
            child["person_id"] = person["id"]
            _young_parent(world, dice, person)
    for guardian in dice.some(world.of("people_guardian"), 0.12):
        world.add(
            "consent_nocontact",
            **head(world, dice, guardian["subject_id"], guardian["wall"] // 64 * 64 + 17),
            guardian_id=guardian["id"],
            **dict.fromkeys(("ended_at", "ended_by_id")),
        )
        if dice.chance(0.3):
            row = world.of("consent_nocontact")[-1]
            row["ended_at"], row["ended_by_id"] = NOW - HOUR, row["written_by_id"]


def _young_parent(world: World, dice: Dice, person: dict) -> None:
    """Now and then the young person is a guardian too: two capacities that are never mixed."""
    guardians = [row for row in world.of("people_guardian") if row["person_id"] is None]
    if guardians and dice.chance(0.6):
        dice.pick(guardians)["person_id"] = person["id"]
        add_capacity(world, dice, person, None, "guardian")


def add_consents(world: World, dice: Dice) -> None:
    for child in world.of("people_child"):
        number = world.find("people_branch", child["branch_id"])["number"]
        for _ in range(dice.pick([0, 1, 1, 2])):
            walls = [number * 64 + c for c in dice.some([1, 3, 4, 5, 6, 14], 0.7)] or [number * 64 + 4]
            ended = dice.chance(0.08)
            base = head(world, dice, child["subject_id"], number * 64 + 16)
            valid = dice.pick([(NOW - DAY, NOW + DAY)] * 8 + [(NOW - 9 * DAY, NOW), (NOW + HOUR, NOW + DAY)])
            consent = world.add(
                "consent_consent",
                **base,
                kind="secrecy_waiver",
                walls=walls,
                to_unit_id=dice.pick(world.of("people_unit"))["id"],
                valid_from=valid[0],
                valid_until=valid[1],
                asks_child=dice.chance(0.15),
                text_version="1",
                language="sv",
                interpreter=False,
                replaces_id=None,
                ended_at=NOW - HOUR if ended else None,
                ended_by_id=base["written_by_id"] if ended else None,
            )
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
    world.add(
        "consent_consentanswer",
        **base,
        consent_id=consent["id"],
        giver=giver,
        guardian_id=guardian,
        third_person="t" if giver == "third" else "",
        yes=dice.chance(0.92),
        walls=consent["walls"] if dice.chance(0.85) else consent["walls"][1:],
        how="spoken",
        answered_at=at,
        taken_back_at=NOW - HOUR if back else None,
        taken_back_by_id=base["written_by_id"] if back else None,
        taken_back_how="spoken" if back else "",
    )


def _exception(world: World, dice: Dice, consent: dict, guardian: UUID | None, reason: str) -> None:
    base = head(world, dice, consent["subject_id"], consent["wall"])
    ended = dice.chance(0.2)
    world.add(
        "consent_consentexception",
        **base,
        consent_id=consent["id"],
        guardian_id=guardian,
        reason=reason,
        ended_at=NOW - HOUR if ended else None,
        ended_by_id=base["written_by_id"] if ended else None,
    )


def add_silence(world: World, dice: Dice) -> None:
    """Now and then a question is asked of the young person alone, behind the wall of homes that are not to be reached."""
    silent = {row["id"] for row in dice.some(world.of("consent_consent"), 0.2)}
    for row in world.of("consent_consent"):
        row["wall"] += row["id"] in silent
    for table in ("consent_consentanswer", "consent_consentexception"):
        for row in world.of(table):
            row["wall"] += row["consent_id"] in silent


def add_third_persons(world: World, dice: Dice) -> None:
    """Somebody else is spoken of in a note, and has been asked."""
    persons = {child["subject_id"]: dice.id() for child in world.of("people_child")}
    for row in dice.some(world.of("journey_entry"), 0.2):
        row["about_person"] = persons.get(row["subject_id"])
    for row in world.of("consent_consentanswer"):
        if row["giver"] == "third" and dice.chance(0.8):
            row["about_person"] = persons[row["subject_id"]]


def add_protection(world: World, dice: Dice) -> None:
    for child in dice.some(world.of("people_child"), 0.2):
        guardians = [row for row in world.of("people_guardian") if row["subject_id"] == child["subject_id"]]
        begun, over = dice.period(0.85)
        world.add(
            "people_protection",
            id=dice.id(),
            subject_id=child["subject_id"],
            guardian_id=dice.pick(guardians)["id"] if guardians and dice.chance(0.5) else None,
            form="marked",
            decided_by_id=child["opened_by_id"],
            from_at=begun,
            until_at=over,
        )
        for subject in [row["id"] for row in world.of("people_subject")]:
            for capacity in dice.some(world.of("people_capacity"), 0.3):
                begun, over = dice.period(0.85)
                world.add(
                    "access_protectedreader",
                    id=dice.id(),
                    subject_id=subject,
                    capacity_id=capacity["id"],
                    given_by_id=child["opened_by_id"],
                    from_at=begun,
                    until_at=over,
                )
