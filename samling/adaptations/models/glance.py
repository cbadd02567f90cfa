"""What has been tried for a child, in short: how it went, counted, and the latest that somebody should ask about.

The same as `Tries` says, which has every line of it; here the database counts, however long the list is.
"""

import datetime as dt
from typing import NamedTuple

from django.utils.functional import cached_property
from django.utils.translation import gettext

from samling.people.models import Child
from samling.questions.rules.adaptations import adaptation
from samling.records.habits import CODES
from samling.records.written import told

from .. import rules

FEW = 6
NONE = "not_evaluated"
CODES.add(NONE)
# `own`: begun here; `tried` and `trial`: the latest version of each line of its checklists, if it says something.
TRIED = """
with own as materialized (
  select a.id, a.code, a.starts_on, a.evaluate_on, a.ended_at, a.written_at, a.checklist_id, a.row
    from adaptations_adaptation a where a.subject_id = %(child)s and a.withdrawn_at is null),
said as (
  select distinct on (e.adaptation_id) e.adaptation_id, e.result from adaptations_evaluation e
   where e.subject_id = %(child)s and e.withdrawn_at is null order by e.adaptation_id, e.written_at desc),
tried as (
  select distinct on (t.checklist_id, t.place) t.effect, t.is_empty from checklist_tried t
   where t.subject_id = %(child)s and t.withdrawn_at is null order by t.checklist_id, t.place, t.version desc),
latest as (
  select distinct on (t.checklist_id, t.place) t.id, t.adaptation, t.is_empty, t.checklist_id, t.place, t.written_at, t.checked_on,
         coalesce(t.starts_on, (t.written_at at time zone 'Europe/Stockholm')::date) as starts_on
    from checklist_trial t where t.subject_id = %(child)s and t.withdrawn_at is null
   order by t.checklist_id, t.place, t.version desc),
trial as materialized (
  select l.* from latest l
   where not l.is_empty and l.starts_on <= %(today)s
     and not exists (select from own o where o.checklist_id = l.checklist_id and o.row = l.place)),
due as (
  select o.id, o.code, o.starts_on, o.written_at, o.evaluate_on as ask_on, true as here from own o
   where o.ended_at is null and o.starts_on <= %(today)s and o.evaluate_on <= %(today)s
  union all
  select t.id, t.adaptation, t.starts_on, t.written_at, t.checked_on, false from trial t
   where coalesce(t.checked_on <= %(today)s, t.starts_on <= %(begun)s)
   order by 3 desc, 4 desc limit %(few)s)
select coalesce(s.result, %(none)s) as what, count(*), null::date as ask_on, null::date as starts_on, null::timestamptz as at, '' as own
  from own o left join said s on s.adaptation_id = o.id
 where o.ended_at is not null or o.evaluate_on is null or o.starts_on <= %(today)s group by 1
union all
select t.effect, count(*), null, null, null, '' from tried t where not t.is_empty group by 1
union all
select %(none)s, count(*), null, null, null, '' from trial having count(*) > 0
union all
select d.code, 0, d.ask_on, d.starts_on, d.written_at, coalesce(
    case when d.code <> '' then '' when d.here then (select b.own from adaptations_adaptationbody b where b.head_id = d.id)
         else (select b.own from checklist_trialbody b where b.head_id = d.id) end, '')
  from due d
"""


class Due(NamedTuple):
    """One thing whose day to ask has come."""

    code: str
    own: str
    evaluate_on: dt.date

    @property
    def title(self) -> str:
        """What it is called: the catalogue's words, else one's own."""
        known = adaptation(self.code)
        return gettext(known.title) if known else self.own or gettext("An adaptation in own words")


class Glance:
    """How it went, counted by effect, and the few that somebody should ask about, for a page that has opened the child."""

    def __init__(self, child: Child, today: dt.date):
        self.child, self.today = child, today

    @cached_property
    def _rows(self) -> list[tuple]:
        return told(TRIED, child=self.child.pk, today=self.today, begun=rules.latest_begun(self.today), few=FEW, none=NONE)

    @property
    def strip(self) -> dict[str, int]:
        """How many went how, of all that has begun."""
        counts: dict[str, int] = {}
        for what, number, *_rest in self._rows:
            if number:
                counts[what] = counts.get(what, 0) + number
        return {effect: counts[effect] for effect in rules.ORDER if effect in counts}

    @property
    def due(self) -> list[Due]:
        """The latest of those where the day to ask has come, in the order in which they began."""
        found = sorted((row for row in self._rows if not row[1]), key=lambda row: (row[3], row[4]))
        return [Due(code, own, ask_on or rules.evaluation_day(starts_on)) for code, _n, ask_on, starts_on, _at, own in found]
