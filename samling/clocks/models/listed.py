"""The list of my children: the order is made in the database over the whole list, and only a page of it is fetched.

One statement for twenty children as for eight hundred.
"""

import datetime as dt
from typing import Any, NamedTuple

from samling.people.models import Child
from samling.records.habits import CODES
from samling.records.written import Statement

from ..stage_rules import MARKS, Happened, Standing
from .heard import HEARD, NET, SIDES, TOLD, WORDS
from .parts import FAR, MOMENTS, Part, stood

EVERYONE = 1_000_000
CODES.update(MARKS)
_VALUES = {**WORDS, **MOMENTS, "marks": MARKS}
# Those of one group where it is asked for and there; a page of them, or the last one where there is none so far on.
_FOUND = """,
found as materialized (
  select k.subject_id, k.sort_key, {order} from {source} k
   where %(group)s::text = '' or k."group" = %(group)s or not exists (select from kids g where g."group" = %(group)s)),
page as materialized (
  select f.subject_id, row_number() over () as place
    from (select subject_id from found order by rests, since_at, sort_key, subject_id limit %(most)s
          offset (select greatest(0, least(%(number)s, (count(*) + %(most)s - 1) / %(most)s) - 1) * %(most)s from found)) f)"""
_AROUND = SIDES.format(whose="page") + TOLD.format(whose="page", key="subject_id")
_ROWS = f""",
own as (
  select t.subject_id, max(t.at) as at,
         json_agg(json_build_array(t.kind, t.at) order by t.at) filter (where t.kind = any (%(marks)s)) as spine
    from told t join page p on p.subject_id = t.subject_id group by 1),
part as (
  select distinct on (s.child_id) s.child_id, json_build_array(s.accepted_at, s.ended_at, s.ground_id, {FAR.format(side="s")}) as side
    from sides s join page p on p.subject_id = s.child_id where s.ground_id is not null or s.ended_at is null
   order by s.child_id, s.ended_at desc nulls first)
select k.*, o.at as told_at, o.spine, a.side,
       (select l.tier from journey_level l where l.subject_id = k.subject_id and l.withdrawn_at is null
         order by l.written_at desc limit 1) as tier,
       (select count(*) from found) as total,
       case when p.place = 1 then array_to_json(array(select g."group" from kids g where g."group" <> '' group by 1)) end as groups
  from page p join kids k on k.subject_id = p.subject_id left join own o on o.subject_id = k.subject_id
  left join part a on a.child_id = k.subject_id order by p.place"""
_BY_SILENCE = HEARD + _FOUND.format(order="k.rests, coalesce(k.at, k.opened_at) as since_at", source="heard")
_BY_NAME = NET + _FOUND.format(order="false as rests, null as since_at", source="kids") + _AROUND
SILENT = Statement(Child, _BY_SILENCE + _ROWS)
NAMED = Statement(Child, _BY_NAME + _ROWS)


class Stands(NamedTuple):
    """One child, where she stands, on which tier, and when anything was last told or done, as far as one may read."""

    child: Child
    standing: Standing
    tier: int | None
    heard_at: dt.datetime | None


class Listed(NamedTuple):
    """A page of the list, how many there are in all, and the groups there are to choose among."""

    rows: list[Stands]
    total: int
    groups: list[str]


def listed(by: Statement, group: str, number: int = 1, most: int = EVERYONE) -> Listed:
    """A page of my children of so many, in the order of a statement; the last one where there are not so many."""
    found = by(**_VALUES, group=group, number=max(1, number), most=most)
    first = found[0] if found else None
    return Listed([*map(_stands, found)], first.total if first else 0, sorted(first.groups or ()) if first else [])


def _stands(row: Any) -> Stands:
    side = Part.of(row.pk, row.side) if row.side else None
    spine = [Happened(kind, dt.datetime.fromisoformat(at)) for kind, at in row.spine or ()]
    ours = [side.when("heard"), *((side.accepted_at, side.left_at) if side.ground else ())] if side else []
    return Stands(row, stood(spine, side), row.tier, max(filter(None, [row.told_at, *ours]), default=None))
