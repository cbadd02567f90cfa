"""The promises that stand, each with the word that counts: asked of the walls once, however many words and years there are."""

import datetime as dt
from typing import Any, NamedTuple
from uuid import UUID

from samling.records.habits import CODES
from samling.records.written import Statement

from .. import rules
from ..rules import State
from .promises import Promise

FEW = 6
NOTHING = ""  # in the place of a word, before anything is said
GOES_ON = [NOTHING, *(str(word) for word, state in rules.AFTER.items() if state in rules.OPEN)]
CODES.update(GOES_ON)
STANDING = """
select p.*, w.word as said, w.written_at as said_at, {more}
  from promises_promise p
  left join lateral (select s.word, s.written_at from promises_promiseword s
                      where s.promise_id = p.id and s.withdrawn_at is null
                      order by s.written_at desc, s.id desc limit 1) w on true
 where p.withdrawn_at is null and coalesce(w.word, '') = any (%(goes_on)s) and {which}"""
NUMBERED = STANDING.format(more="count(*) over () as number", which="p.plan_id = %(plan)s")
OF_PLAN = Statement(Promise, f"{NUMBERED} order by p.starts_on, p.written_at limit %(few)s")


class Said(NamedTuple):
    """The word that counts, and when it was said."""

    word: str
    written_at: dt.datetime


class Open(NamedTuple):
    """One promise that stands, and where."""

    promise: Promise
    state: State


def standing(statement: Statement, **values: Any) -> list[Promise]:
    """The promises that a statement of this kind finds, each knowing the word that counts without asking for all of them."""
    found = statement(**values, goes_on=GOES_ON)
    for one in found:
        one.counts = Said(one.said, one.said_at) if one.said else None
    return found


def open_promises(plan: UUID) -> tuple[list[Open], int]:
    """Those of a plan that stand, first begun first; and how many more there are."""
    rows = standing(OF_PLAN, plan=plan, few=FEW)
    return [Open(one, one.state) for one in rows], rows[0].number - len(rows) if rows else 0
