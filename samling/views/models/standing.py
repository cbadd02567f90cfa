"""How far the three views of a child have come, for a page that shows much else."""

from typing import Any

from samling.journey.models import Party, sides_of
from samling.people.models import Child
from samling.records.written import told

from .. import rules
from .analyses import Analysis

# The notes that stand (`Note.standing`), counted by kind, and the latest synthesis: each table is named once (decision 72).
SHORT = """
with note as materialized (
  select n.* from views_note n where n.subject_id = any (%(subjects)s) and n.withdrawn_at is null)
select n.kind, count(*), count(*) filter (where n.voice = %(child)s), null::uuid from note n
 where n.back_at is null and not exists (select from note o where o.corrects_id = n.id) group by 1
union all (select '', a.version, 0, a.id from views_analysis a where a.subject_id = any (%(subjects)s) and a.withdrawn_at is null
            order by a.written_at desc limit 1)"""


def in_short(child: Child) -> dict[str, Any]:
    """The notes that stand, by kind, whether the child has said something, and the latest synthesis."""
    here = [child.pk, *(one.journey for one in sides_of(child.pk) if one.how == Party.How.SPACE and not one.ended_at)]
    rows = told(SHORT, subjects=here, child=rules.Voice.CHILD)
    said = {kind: counted for kind, *counted, _key in rows if kind}
    latest = next((Analysis(pk=key, version=version) for kind, version, _own, key in rows if not kind), None)
    return {"counts": {kind: said[kind][0] for kind in rules.Kind if kind in said},
            "child_said": any(own for _n, own in said.values()), "latest": latest}  # fmt: skip
