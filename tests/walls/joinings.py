"""A random world's brothers and sisters: two journeys that somebody may work in both of, mostly with everyone's yes."""

from typing import Any
from uuid import UUID

from .dice import DAY, HOUR, NOW, Dice, World, head, live

AGREEMENT, PLAN = 43, 41


def joined(world: World, dice: Dice) -> dict[str, Any]:
    """One part of a joining; every second is the other child's, if somebody works with both."""
    parts = world.of("siblings_joined")
    there = _settled(world)
    if len(parts) % 2 == 0:
        joining = _joining(world, dice)
        some = [one for one in there if _others_known(world, there, one)]
    else:
        joining, first = parts[-1]["joining_id"], parts[-1]
        same = {"child_id": first["child_id"], "journey_id": first["subject_id"]}
        there = [one for one in there if one["journey_id"] != first["subject_id"]]
        some = _others_known(world, there, same)
    party = dice.pick(some or there or world.of("journey_party"))
    child = party["child_id"] or dice.pick(world.of("people_child"))["subject_id"]
    ended = dice.chance(0.1)
    return {"subject_id": party["journey_id"], "wall": AGREEMENT, "joining_id": joining, "child_id": child,
            "consent_id": _yes_of_all(world, dice, child), "ended_at": NOW - HOUR if ended else None,
            "ended_by_id": dice.pick(world.of("people_capacity"))["id"] if ended else None}  # fmt: skip


def laid(world: World, dice: Dice) -> dict[str, Any]:
    """Something of the one child's plan beside the other."""
    if not world.of("siblings_joined"):
        return {"joining_id": _joining(world, dice)}
    one, other = _pair(world, dice)
    knows = sorted(_who_knows(world, one["child_id"]) & _who_knows(world, other["child_id"]), key=str) or [one["ended_by_id"]]
    return {"subject_id": one["subject_id"], "wall": PLAN, "joining_id": one["joining_id"], "to_id": other["subject_id"],
            "written_by_id": dice.pick(knows) or dice.pick(world.of("people_capacity"))["id"],
            "withdrawn_at": NOW - HOUR if dice.chance(0.3) else None, "only_for_id": dice.pick(knows) if dice.chance(0.3) else None}  # fmt: skip


def seated(world: World, dice: Dice) -> dict[str, Any]:
    """A table of one of the two."""
    there = world.of("siblings_joined")
    return {"joining_id": _pair(world, dice)[0]["joining_id"] if there else _joining(world, dice)}


def _pair(world: World, dice: Dice) -> tuple[dict, dict]:
    one = dice.pick(world.of("siblings_joined"))
    others = [row for row in world.of("siblings_joined") if row["joining_id"] == one["joining_id"] and row is not one]
    return one, (others or [one])[0]


def _joining(world: World, dice: Dice) -> UUID:
    key: UUID = world.add("siblings_joining", id=dice.id(), digest=dice.id().hex, closes_at=NOW + DAY)["id"]
    return key


def _settled(world: World) -> list[dict]:
    """Children who take part as nobody doubts, mostly in journeys of which nobody is protected."""
    parties, marked = world.of("journey_party"), {row["subject_id"] for row in world.of("people_protection")}
    hidden = {one["journey_id"] for one in parties if one["child_id"] in marked}
    there = [one for one in parties if one["child_id"] and one["how"] == "space" and one["accepted_at"] and not one["ended_at"]]
    return [one for one in there if one["journey_id"] not in hidden and not one["ground_id"]] or there


def _others_known(world: World, there: list[dict], one: dict) -> list[dict]:
    """Parts in other journeys, of children whom somebody knows who knows this one."""
    who = _who_knows(world, one["child_id"])
    return [other for other in there if other["journey_id"] != one["journey_id"] and who & _who_knows(world, other["child_id"])]


def _who_knows(world: World, child: UUID) -> set[UUID]:
    rows = (row for row in world.of("access_assignment") if row["capacity_id"] and row["subject_id"] == child)
    return {row["capacity_id"] for row in rows if row["reach"] == "full" and live(row)}


def _yes_of_all(world: World, dice: Dice, child: UUID) -> UUID:
    """A question about brothers and sisters to which everyone says yes, or nearly."""
    row = world.find("people_child", child, "subject_id")
    wall = world.find("people_branch", row["branch_id"])["number"] * 64 + 16
    base = head(world, dice, child, wall)
    consent = world.add(
        "consent_consent", **base, kind="siblings" if dice.chance(0.9) else "contact_later", walls=[wall], to_unit_id=None,
        valid_from=NOW - DAY, valid_until=NOW + DAY, asks_child=False, text_version="1", language="sv", interpreter=False,
        replaces_id=None, ended_at=None, ended_by_id=None,
    )  # fmt: skip
    home = [one["id"] for one in world.of("people_guardian") if one["subject_id"] == child]
    for giver, guardian in [("child", None), *(("guardian", one) for one in home if dice.chance(0.95))]:
        world.add(
            "consent_consentanswer", **head(world, dice, child, wall), consent_id=consent["id"], giver=giver, guardian_id=guardian,
            third_person="", yes=True, walls=[wall], how="spoken", answered_at=NOW - DAY, taken_back_at=None, taken_back_by_id=None,
            taken_back_how="",
        )  # fmt: skip
    key: UUID = consent["id"]
    return key
