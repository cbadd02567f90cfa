"""What a row of a random world must be beside what its columns and its constraints say, and what it mostly hangs together with.

A condition of a policy shows only where everything else is right: so a row mostly is of the same child, behind the same wall and
by the same hand as what it points at, and often enough not.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from . import joinings
from .dice import DAY, HOUR, NOW, Dice, World, branch_of_unit, in_force

Said = dict[str, Any]
SHARED = (40, 41, 42, 43)
PLAN = 41


def said_of(table: str, world: World, dice: Dice) -> Said:
    """What a row of this table says."""
    return OWN[table](world, dice) if table in OWN else {}


def someone(world: World, dice: Dice) -> UUID:
    """A capacity at a unit."""
    key: UUID = dice.pick([row for row in world.of("people_capacity") if row["unit_id"]])["id"]
    return key


def _passed_on(world: World, dice: Dice, share: float) -> UUID:
    """Mostly, in this share, a capacity that somebody has taken over from."""
    return dice.pick([row["capacity_id"] for row in world.of("people_succession")] * dice.chance(share) or [someone(world, dice)])


def _able(world: World, capacity: dict) -> bool:
    return in_force(capacity) and all(row["capacity_id"] != capacity["id"] for row in world.of("people_leave"))


def _apart(world: World, dice: Dice, table: str, column: str, over: bool = False) -> UUID:
    """A capacity that is not in this column yet; one whose time is over, where that is wanted and there is one."""
    there = {row[column] for row in world.of(table)}
    rows = [row for row in world.of("people_capacity") if row["unit_id"] and row["id"] not in there]
    key: UUID = dice.pick([row for row in rows if over and row["until_at"]] or rows)["id"]
    return key


def _at_work(world: World, dice: Dice) -> tuple[UUID, UUID, int]:
    """Somebody who is assigned a child, the child, and one of the walls."""
    given = dice.pick([row for row in world.of("access_assignment") if row["walls"] and row["capacity_id"]])
    return given["capacity_id"], given["subject_id"], dice.pick(given["walls"])


def _of_its_writer(world: World, dice: Dice) -> Said:
    """Mostly written by somebody who works there."""
    writer, subject, wall = _at_work(world, dice)
    return {"subject_id": subject, "wall": wall, "written_by_id": writer} if dice.chance(0.7) else {}


def _received(world: World, dice: Dice) -> Said:
    receiver, subject, wall = _at_work(world, dice)
    return {"subject_id": subject, "wall": wall, "receiver_id": receiver} if dice.chance(0.7) else {}


def _sent_for(world: World, dice: Dice) -> Said:
    return _of_its_writer(world, dice) | {"sender_id": _passed_on(world, dice, 0.6)}


def _beside(column: str, table: str) -> Callable[[World, Dice], Said]:
    """Of the same child behind the same wall as what this column names, mostly."""

    def said(world: World, dice: Dice) -> Said:
        if not world.of(table) or dice.chance(0.2):
            return {}
        told = dice.pick(world.of(table))
        return {column: told["id"], "subject_id": told["subject_id"], "wall": told["wall"]}

    return said


def _referred(world: World, dice: Dice) -> Said:
    """Made to a unit that takes part; often to one that has not said yes, while others of its branch are there."""
    waiting = [party for party in world.of("journey_party") if not party["accepted_at"] and _has_colleagues(world, party)]
    party = dice.pick(waiting if waiting and dice.chance(0.4) else world.of("journey_party"))
    return {"party_id": party["id"], "subject_id": party["journey_id"], "wall": dice.pick(SHARED)} if dice.chance(0.8) else {}


def _has_colleagues(world: World, party: dict) -> bool:
    here = branch_of_unit(world, party["unit_id"])
    return any(one["journey_id"] == party["journey_id"] and one["accepted_at"] and branch_of_unit(world, one["unit_id"]) == here
               for one in world.of("journey_party"))  # fmt: skip


def _decided(world: World, dice: Dice) -> Said:
    """In the journey of its referral, behind its wall; now and then in another journey or behind another wall."""
    said = _beside("referral_id", "referral_referral")(world, dice)
    elsewhere = [{"wall": said["wall"] + 64}, {"subject_id": dice.pick(world.of("journey_journey"))["subject_id"]}] if said else [{}]
    return said | (dice.pick(elsewhere) if dice.chance(0.3) else {})


def _coordinated(world: World, dice: Dice) -> Said:
    """A plan in a journey that somebody holds, mostly."""
    there = world.of("journey_coordination")
    return {"subject_id": dice.pick(there)["journey_id"], "wall": PLAN} if there and dice.chance(0.8) else {}


def _promised(world: World, dice: Dice) -> Said:
    """By one who has been taken over from, where the one who took over works, often."""
    passed = dice.pick(world.of("people_succession")) if world.of("people_succession") and dice.chance(0.6) else None
    given = [row for row in world.of("access_assignment") if row["walls"] and passed and row["capacity_id"] == passed["holder_id"]]
    if not given:
        return {}
    where = dice.pick(given)
    held = {"maker_id": passed["capacity_id"], "made_as": "staff", "holder_id": None, "asked_id": dice.pick([None, None, passed["holder_id"]])}
    return held | {"subject_id": where["subject_id"], "wall": dice.pick(where["walls"])}


def _word_on(world: World, dice: Dice) -> Said:
    """On a promise of the same child; often one whose maker is gone."""
    gone = {row["id"] for row in world.of("people_capacity") if row["until_at"] and row["until_at"] <= NOW}
    left = [row for row in world.of("promises_promise") if row["maker_id"] in gone and not row["holder_id"] and not row["asked_id"]]
    if not left or dice.chance(0.6):
        return _beside("promise_id", "promises_promise")(world, dice)
    told = dice.pick(left)
    return {"promise_id": told["id"], "subject_id": told["subject_id"], "wall": told["wall"]}


def _supported(world: World, dice: Dice) -> Said:
    """Given by one who works with a child in a journey, mostly where she writes; or where there is a note that it may be an occasion of."""
    if dice.chance(0.4):
        note = dice.pick(world.of("journey_entry"))
        return {"subject_id": note["subject_id"], "wall": note["wall"]}
    given = [row for row in world.of("access_assignment") if row["walls"] and row["capacity_id"]]
    here = [row for row in given if row["subject_id"] in {party["child_id"] for party in world.of("journey_party")}]
    left = [row for row in here if _beside_what_ended(world, given, row)]
    one = dice.pick(left if left and dice.chance(0.5) else here or given)
    elsewhere = [wall for row in given if row["capacity_id"] == one["capacity_id"] for wall in row["walls"] if wall not in one["walls"]]
    wall = dice.pick(elsewhere if elsewhere and dice.chance(0.3) else one["walls"])
    return {"subject_id": one["subject_id"], "wall": wall, "written_by_id": one["capacity_id"]}


def _beside_what_ended(world: World, given: list[dict], one: dict) -> bool:
    """Whether somebody is in a journey by one child, in which another child of hers does not take part now."""
    hers = {row["subject_id"] for row in given if row["capacity_id"] == one["capacity_id"]}
    parts = [party for party in world.of("journey_party") if party["child_id"] in hers]
    left = {party["journey_id"] for party in parts if party["child_id"] == one["subject_id"] and not _stands(party)}
    return any(party["journey_id"] in left and _stands(party) for party in parts)


def _stands(party: dict) -> bool:
    return party["accepted_at"] is not None and party["ended_at"] is None


def _occasion(world: World, dice: Dice) -> Said:
    given = dice.pick(world.of("support_support"))
    where = {name: given[name] for name in ("subject_id", "wall")}
    notes = [one for one in world.of("journey_entry") if where.items() <= one.items()]
    return {"support_id": given["id"], **where, **({"entry_id": dice.pick(notes)["id"]} if notes else {})} if dice.chance(0.8) else {}


def _alike(world: World, dice: Dice) -> Said:
    """What the others are told of a support is what stands, in a journey of the child; nothing of what was taken back."""
    support = dice.pick(world.of("support_support"))
    back = {"withdrawn_at": NOW, "withdrawn_by_id": support["written_by_id"]} if support["withdrawn_at"] else {}
    parts = [one for one in world.of("journey_party") if one["child_id"] == support["subject_id"]]
    past = [one for one in parts if not _stands(one)]
    near = [one["journey_id"] for one in (past if past and dice.chance(0.5) else parts)]
    where = {"subject_id": dice.pick(near), "wall": dice.pick(SHARED)} if near and dice.chance(0.8) else {}
    return {"support_id": support["id"], "state": support["state"], "kind": support["kind"]} | back | where


def _asked_where_someone_works(world: World, dice: Dice) -> Said:
    """A request about a child whom somebody is assigned, behind the wall of consent there; now and then behind another."""
    given = dice.pick([row for row in world.of("access_assignment") if row["walls"]])
    wall = dice.pick(given["walls"]) // 64 * 64 + 16
    return {"subject_id": given["subject_id"], "wall": wall + 64 if dice.chance(0.2) else wall}


def _agreed(_world: World, dice: Dice) -> Said:
    """Between any two; often one whose time is out."""
    return {"from_at": NOW - 9 * DAY, "until_at": NOW - DAY} if dice.chance(0.3) else {}


def _told_of(world: World, dice: Dice) -> Said:
    """A concern or a question, and mostly the one who raised it or asked."""
    signal, asked = dice.pick(world.of("concern_signal")), dice.pick(world.of("concern_namelessconcern"))
    to = {"signal_id": signal["id"], "nameless_id": None, "to_id": signal["raised_by_id"]}
    to = dice.pick([to, {"signal_id": None, "nameless_id": asked["id"], "to_id": asked["written_by_id"]}])
    return to | ({"to_id": someone(world, dice)} if dice.chance(0.3) else {})


def _seat(world: World, dice: Dice) -> Said:
    """A place for good, or a guest's at one meeting; mostly not given up."""
    left = {"from_at": NOW - DAY, "until_at": NOW - HOUR if dice.chance(0.2) else None, "capacity_id": someone(world, dice)}
    if not world.of("forum_forummeeting") or dice.chance(0.6):
        return left | {"meeting_id": None}
    meeting = dice.pick(world.of("forum_forummeeting"))
    return left | {"meeting_id": meeting["id"], "forum_id": meeting["forum_id"]}


def _taken_up(world: World, dice: Dice) -> Said:
    """An item of a child of whom a whole kind of things is told, often."""
    told = [row for row in world.of("access_disclosure") if row["since_at"]]
    one = dice.pick(told) if told and dice.chance(0.5) else None
    return {"subject_id": one["subject_id"], "wall": one["wall"]} if one else {}


def _said_at_table(world: World, dice: Dice) -> Said:
    """Of an item's child, at its place or at another."""
    item = dice.pick(world.of("forum_forumitem"))
    where = {"subject_id": item["subject_id"], "wall": item["wall"]}
    return (where if dice.chance(0.6) else _of_its_writer(world, dice)) | ({"slot_id": item["slot_id"]} if dice.chance(0.6) else {})


OWN: dict[str, Callable[[World, Dice], Said]] = {
    **dict.fromkeys(("adaptations_adaptation", "checklist_answer", "closing_closing", "welcome_infomeeting"), _of_its_writer),
    "concern_outcome": _told_of,
    "extracts_request": _asked_where_someone_works,
    "extracts_opening": lambda world, dice: {
        "preparer_id": dice.pick([row for row in world.of("people_capacity") if _able(world, row)])["id"],
        "from_at": NOW - DAY, "until_at": dice.pick([NOW + DAY, NOW + 2 * DAY, NOW])},
    "forum_forumitem": _taken_up,
    "forum_forummeeting": lambda _world, dice: {"ended_at": None} if dice.chance(0.7) else {},
    "forum_forummember": _seat,
    "forum_forumwords": _said_at_table,
    "journey_coordination": lambda _world, dice: {"from_at": NOW - DAY, "until_at": dice.pick([None, None, NOW - HOUR])},
    "journey_notice": lambda world, dice: {"kind": dice.pick(["x", "report feedback"]), "to_id": _passed_on(world, dice, 0.6)},
    "letters_attempt": lambda _w, dice: {"outcome": dice.pick(["refused", "no_right", "post", "sent", "stopped"])},
    "followup_reply": _beside("ask_id", "followup_ask"),
    "letters_letter": _sent_for,
    **dict.fromkeys(("letters_message", "letters_handover"), _beside("letter_id", "letters_letter")),
    "people_agreement": _agreed,
    "people_leave": lambda world, dice: {"capacity_id": _apart(world, dice, "people_succession", "holder_id")},
    "people_succession": lambda world, dice: {
        "capacity_id": _apart(world, dice, "people_succession", "capacity_id", over=dice.chance(0.5)),
        "holder_id": dice.pick([row for row in world.of("people_capacity") if _able(world, row)])["id"]},
    "plan_plan": _coordinated,
    "promises_promise": _promised,
    "promises_promiseword": _word_on,
    "referral_referral": _referred,
    "referral_triagedecision": _decided,
    "relay_relay": _received,
    "siblings_joined": joinings.joined,
    "siblings_common": joinings.laid,
    "siblings_sametable": joinings.seated,
    "support_occasion": _occasion,
    "support_support": _supported,
    "support_supportstatus": _alike,
    **dict.fromkeys(("transition_packagepart", "transition_packageseen"), _beside("package_id", "transition_package")),
}  # fmt: skip
