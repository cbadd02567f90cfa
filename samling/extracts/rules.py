"""Asking for an extract: by when, who may open, look through, decide and give; and what no rule can decide."""

import datetime as dt
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.categories import Category, category_of
from samling.kernel.words import _
from samling.people.roles import ROLES

from .reference.flags import Flag

OWN, PUBLIC = "own", "public"
PROMPTLY = "deadline.public_days"  # TF 2:15-16 says promptly; each organisation settles when the clock rings
OPEN_DAYS, MOST_OPEN_DAYS = 30, 60
GRANTED = ("yes",)
WAITS = "extract_prepare"  # the notice to whoever is to go on with it
ENDS = ("given", "closed", "refused")  # after these steps nobody waits


class State(StrEnum):
    """How far a request has come."""

    RECEIVED = "received"
    PREPARING = "preparing"
    DECIDING = "deciding"
    READY = "ready"
    GIVEN = "given"
    REFUSED = "refused"
    CLOSED = "closed"


# Tables that tell of what their rows' walls do not say.
PROTECTION = ("people_protection", "access_protectedreader")
HOMES = ("home", "guardian")  # a voice that is a guardian's


def due_on(kind: str, received_on: dt.date, *, days: int) -> dt.date:
    """A month for one's own data (GDPR 12.3), to the same day of the next month or its last; else within so many days."""
    if kind == PUBLIC:
        return received_on + dt.timedelta(days=days)
    year, month = (received_on.year + 1, 1) if received_on.month == 12 else (received_on.year, received_on.month + 1)
    last = (dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)).day
    return dt.date(year, month, min(received_on.day, last))


def flags_of(table: str, row: Mapping[str, Any], *, kind: str, guardian: str = "", child: str = "") -> list[Flag]:
    """What makes a person look at a row. `guardian` is the key of the one who asks, `child` that of the child."""
    wall = row.get("wall")
    category = category_of(wall) if wall is not None else None
    asks = {
        Flag.SECRET: kind == PUBLIC,
        Flag.OTHER_PERSON: bool(row.get("about_person") or row.get("third_person") or (row.get("body") or {}).get("about_name"))
        or table == "people_significantadult",
        Flag.OTHER_GUARDIAN: _of_another(table, row, guardian, child),
        Flag.NOT_FOR_GUARDIANS: row.get("for_guardians", "yes") not in GRANTED,
        Flag.NO_CONTACT: category is Category.NO_CONTACT or _walls(row) == {Category.NO_CONTACT},
        Flag.REPORT: category is Category.REPORT or Category.REPORT in _walls(row),
        Flag.PROTECTED: table in PROTECTION,
        Flag.WITHDRAWN: bool(row.get("withdrawn_at") or row.get("back_at")),
        Flag.ONLY_FOR: bool(row.get("only_for_id")),
        Flag.HOUSE: table == "extracts_choice",
    }
    return [flag for flag, is_so in asks.items() if is_so]


def _walls(row: Mapping[str, Any]) -> set[Category]:
    return {category_of(number) for number in row.get("walls") or ()}


def _of_another(table: str, row: Mapping[str, Any], guardian: str, child: str) -> bool:
    if table == "people_guardian":
        return bool(row["id"] != guardian)
    if table == "people_identitynumber":
        return bool(row["owner_id"] not in (guardian, child))
    voiced = row.get("voice") in HOMES
    named = row.get("guardian_id") or (voiced and (row.get("voice_id") or row.get("person_id")))
    return bool(named and named != guardian)


def spoken_walls(walls: Sequence[int]) -> list[int]:
    """What a look is said to have opened: not that it could have shown a report or that the home is kept out, among other things."""
    spoken = [number for number in walls if category_of(number) not in (Category.NO_CONTACT, Category.REPORT)]
    return spoken or list(walls)


def state_of(steps: Sequence[str], *, is_open: bool) -> State:
    """From what has happened, in its order."""
    said = {"given": State.GIVEN, "closed": State.CLOSED, "submitted": State.DECIDING, "ready": State.READY, "approved": State.READY,
            "refused": State.REFUSED}  # fmt: skip
    begun = State.PREPARING if is_open else State.RECEIVED
    return said.get(steps[-1], begun) if steps else begun


def may_look_through(*, is_preparer: bool, state: State) -> Answer:
    """Only the one who was named, and until it is decided."""
    if not is_preparer:
        return refuse(_("Only the one who has been named to prepare it looks through what there is."))
    if state is not State.PREPARING:
        return refuse(_("It is looked through already."))
    return allow(_("You have been named to prepare it."))


def may_finish(*, is_preparer: bool, state: State, undecided: int) -> Answer:
    """Nothing that asks for a person's judgement is left to a rule."""
    looks = may_look_through(is_preparer=is_preparer, state=state)
    if not looks:
        return looks
    if undecided:
        return refuse(_("There are things left that a person must decide about."))
    return allow(_("Everything has been looked at."))


def may_give(*, is_preparer: bool, state: State, has_changed: bool) -> Answer:
    """What is given is what was looked at."""
    if not is_preparer:
        return refuse(_("The one who prepared it gives it."))
    if state is not State.READY:
        return refuse(_("It is not ready to be given."))
    if has_changed:
        return refuse(_("Something has been written since it was looked through. Look once more."))
    return allow(_("It has been looked through and decided."))


KEEPER = "records_officer"
PREPARES = tuple(rule.code for rule in ROLES.values() if rule.may_decide_exceptions or rule.may_assign)
DECIDES = tuple(rule.code for rule in ROLES.values() if rule.may_decide_exceptions)


def may_open(*, role: str, is_mine: bool, is_closed: bool) -> Answer:
    """Those who decide exceptions where the child's compartment is, and never for themselves."""
    if is_closed:
        return refuse(_("It has been closed."))
    if role not in DECIDES or not is_mine:
        return refuse(_("A head or a secrecy officer of the same activity names who prepares it."))
    return allow(_("You decide where it is held."))


def may_refuse(*, may_open: Answer, state: State, is_held: bool) -> Answer:
    """A decision in writing, to be appealed against, about what was held back (OSL 6:3)."""
    if not may_open:
        return may_open
    if state is not State.GIVEN or not is_held:
        return refuse(_("There is nothing held back to decide about in writing."))
    return allow(_("It has been given, and something was held back."))
