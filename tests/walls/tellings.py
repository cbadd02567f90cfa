"""A random world's grounds, notes, disclosures and looks."""

import datetime as dt
from uuid import UUID

from samling.kernel.categories import Category

from .dice import DAY, HOUR, NOW, Dice, World, branch_of_unit, head
from .places import WALL_CATEGORIES


def add_grounds(world: World, dice: Dice) -> None:
    staff = [row for row in world.of("people_capacity") if row["unit_id"]]
    for child in world.of("people_child"):
        number = world.find("people_branch", child["branch_id"])["number"]
        consents = [row for row in world.of("consent_consent") if row["subject_id"] == child["subject_id"]]
        for _ in range(dice.pick([1, 1, 2, 3])):
            to = _recipient(world, dice, child, staff)
            rests = dice.some(consents, 0.7) if dice.chance(0.75) else []
            begun, over = dice.period(0.85)
            ground = world.add(
                "access_ground",
                id=dice.id(),
                subject_id=child["subject_id"],
                walls=[number * 64 + c for c in dice.some([1, 3, 4, 5, 6, 14], 0.85)] or [number * 64 + 1],
                **to,
                basis="consent" if rests or dice.chance(0.1) else "break_glass" if to["to_capacity_id"] and over else "harm_test",
                paragraph="",
                because="b",
                decided_by_id=dice.pick(staff)["id"],
                ended_by_id=None,
                from_at=begun,
                until_at=over,
            )
            for consent in rests:
                world.add(
                    "access_groundconsent",
                    id=dice.id(),
                    ground_id=ground["id"],
                    subject_id=child["subject_id"],
                    consent_id=consent["id"],
                )


def add_invitations(world: World, dice: Dice) -> None:
    """Who came into a journey by being invited: on some ground about another of its children."""
    for journey in world.of("journey_journey"):
        first, *others = [p for p in world.of("journey_party") if p["journey_id"] == journey["subject_id"]]
        grounds = [g for g in world.of("access_ground") if g["subject_id"] == first["child_id"]]
        for party in dice.some(others, 0.7) if grounds else []:
            party["ground_id"] = dice.pick(grounds)["id"]


def _recipient(world: World, dice: Dice, child: dict, staff: list[dict]) -> dict:
    near = [
        p["unit_id"]
        for p in world.of("journey_party")
        if p["journey_id"]
        in {q["journey_id"] for q in world.of("journey_party") if q["child_id"] == child["subject_id"]}
    ]
    unit = dice.pick(near) if near and dice.chance(0.95) else dice.pick(world.of("people_unit"))["id"]
    people = [row for row in staff if row["unit_id"] == unit] or staff
    empty = {"to_capacity_id": None, "to_unit_id": None, "to_branch_id": None}
    return empty | dice.pick(
        [
            {"to_capacity_id": dice.pick(people)["id"]},
            {"to_unit_id": unit},
            {"to_unit_id": unit},
            {"to_branch_id": branch_of_unit(world, unit)["id"]},
        ]
    )


def add_entries(world: World, dice: Dice) -> None:
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
    about: dict[UUID, list[dict]] = {}
    for row in world.of("journey_entry"):
        about.setdefault(row["subject_id"], []).append(row)
    for ground in world.of("access_ground"):
        entries = about.get(ground["subject_id"], [])
        for _ in range(dice.pick([1, 2, 3, 4])):
            entry = dice.pick(entries) if entries and dice.chance(0.6) else None
            ended = dice.chance(0.1)
            world.add(
                "access_disclosure",
                id=dice.id(),
                ground_id=ground["id"],
                subject_id=ground["subject_id"],
                wall=entry["wall"] if entry and dice.chance(0.9) else dice.pick(ground["walls"]),
                record_id=entry and entry["id"],
                since_at=None if entry else NOW - DAY * dice.pick([1, 10, 60]),
                made_by_id=ground["decided_by_id"],
                made_at=NOW - DAY,
                ended_at=NOW - HOUR if ended else None,
                ended_by_id=ground["decided_by_id"] if ended else None,
            )


def add_asides(world: World, dice: Dice) -> None:
    """A second note where there is one, with its text, for one alone."""
    staff = [row["id"] for row in world.of("people_capacity") if row["unit_id"]]
    for row in dice.some(world.of("journey_entry"), 0.2):
        aside = world.add("journey_entry", **row | {"id": dice.id(), "only_for_id": dice.pick(staff), "written_by_id": dice.pick(staff)})
        world.add("journey_entrybody", head_id=aside["id"], subject_id=row["subject_id"], wall=row["wall"], text="x")


def add_told_facts(world: World, dice: Dice) -> None:
    """What is kept about the people around a child is told too, one by one or as it stands."""
    for ground in dice.some(world.of("access_ground"), 0.4):
        number = ground["walls"][0] // 64
        known = [row for row in world.of("people_guardian") if row["subject_id"] == ground["subject_id"] and row["wall"] // 64 == number]
        if not known or ground["basis"] == "consent":
            continue
        told = dice.pick(known)
        ground["walls"] = sorted({*ground["walls"], number * 64 + 1, told["wall"]})
        record = dice.pick([None, told["id"], ground["subject_id"]])
        world.add(
            "access_disclosure",
            id=dice.id(),
            ground_id=ground["id"],
            subject_id=ground["subject_id"],
            wall=number * 64 + 1 if record == ground["subject_id"] else told["wall"],
            record_id=record,
            since_at=None if record else NOW - DAY,
            made_by_id=ground["decided_by_id"],
            made_at=NOW - DAY,
            ended_at=None,
            ended_by_id=None,
        )


def _looks(world: World, dice: Dice) -> None:
    subjects = [row["id"] for row in world.of("people_subject")]
    behind: dict[UUID, set[int]] = {subject: set() for subject in subjects}
    for row in world.of("journey_entry"):
        behind[row["subject_id"]].add(row["wall"])
    for capacity in world.of("people_capacity"):
        for subject in dice.some(subjects, 0.6):
            walls = sorted(behind[subject])
            world.add(
                "access_look",
                id=dice.id(),
                kind="open" if dice.chance(0.9) else "list",
                errand="e",
                at=NOW - dt.timedelta(minutes=dice.pick([1, 1, 13, 13, 16, 16, -30])),
                person_id=capacity["person_id"],
                capacity_id=capacity["id"],
                subject_id=subject,
                walls=dice.some(walls, 0.8),
                assignment_id=None,
                ground_ids=[],
                shown=[],
            )


def add_looks(world: World, dice: Dice) -> None:
    """The looks reach what other chapters keep about the subject too."""
    behind: dict[UUID, set[int]] = {row["id"]: set() for row in world.of("people_subject")}
    for rows in world.rows.values():
        for row in rows:
            if "head_id" in row:
                behind[row["subject_id"]].add(row["wall"])
    for look in world.of("access_look"):
        look["walls"] = sorted({*look["walls"], *dice.some(sorted(behind[look["subject_id"]]), 0.8)})
