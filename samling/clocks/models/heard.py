"""When each of my children was last heard of, and whether anything goes on around her: worked out in the database, of all of them at once.

Pieces of a statement. What hundreds of children rest on is never sent to the page, and each table behind walls is named once in it.
"""

from typing import Any

from ..stage_rules import BEGINS, CLOSES, SOLVES

# My children, and with them the spaces that one takes part in: the net that is cast (the walls decide).
NET = """
with net as materialized (select n as id from guard.my_children() n),
kids as materialized (select c.* from people_child c where c.subject_id = any (array(select id from net)))"""
# Parts of now and before in shared spaces; `here` is false where one reads the space no more.
SIDES = """,
sides as materialized (
  select p.child_id, p.journey_id, p.ground_id, p.accepted_at, p.ended_at,
         exists (select from journey_journey j where j.subject_id = p.journey_id) as here
    from journey_party p where p.child_id = any (array(select s.subject_id from {whose} s)) and p.accepted_at is not null)"""
TOLD = """,
told as materialized (
  select e.subject_id, e.kind, e.written_at as at from journey_event e
   where e.subject_id = any (array(select s.{key} from {whose} s)) and e.withdrawn_at is null)"""
# What is told at rest, as how it is now, wakes nothing. Asking for a yes begins a matter, but not one that is closed: then it
# is asked for a call afterwards.
RESTS = """case when closed >= coalesce(begun, '-infinity') then true
       when coalesce(begun, asked, solved) is null then not together
       else not coalesce(greatest(begun, asked) > coalesce(solved, '-infinity'), false) end"""
# On their own pages, and in the spaces: a part that has ended by another's invitation is heard of then, and closed.
_SUMS = """,
sums as materialized (
  select t.subject_id, max(t.at) as at, max(t.at) filter (where t.kind = any (%(begins)s)) as begun,
         max(t.at) filter (where t.kind = 'consent asked') as asked, max(t.at) filter (where t.kind = any (%(solves)s)) as solved,
         max(t.at) filter (where t.kind = any (%(closes)s)) as closed
    from told t group by 1),
near as materialized (
  select s.child_id, max(greatest(f.at, s.left_at)) as at, max(f.begun) as begun, max(f.asked) as asked, max(f.solved) as solved,
         max(greatest(f.closed, s.left_at)) as closed, bool_or(s.here and s.ended_at is null) as together
    from (select s.*, case when s.ground_id is not null then s.ended_at end as left_at from sides s) s
    left join sums f on f.subject_id = s.journey_id group by 1)"""
HEARD = f"""{NET}{SIDES.format(whose="kids")}{TOLD.format(whose="net", key="id")}{_SUMS},
heard as (
  select b.*, b.at is null or {RESTS} as rests
    from (select k.*, greatest(o.at, n.at) as at, greatest(o.begun, n.begun) as begun, greatest(o.asked, n.asked) as asked,
                 greatest(o.solved, n.solved) as solved, greatest(o.closed, n.closed) as closed, coalesce(n.together, false) as together
            from kids k left join sums o on o.subject_id = k.subject_id left join near n on n.child_id = k.subject_id) b)"""
WORDS: dict[str, Any] = {"begins": list(BEGINS), "solves": list(SOLVES), "closes": list(CLOSES)}  # the values that HEARD is put with
