"""What is found among my children: themselves, notes about them and the people around them, by one statement.

Each table behind walls is named once in it, and my children are asked for once.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import UUID

from samling.clocks.models.heard import NET
from samling.kernel.sorting import swedish_key
from samling.people.models import Child
from samling.records.written import Statement
from samling.ui.ways import way

WORDS, MOST, FEW = 4, 30, 20
CHILD, NOTE, PERSON = "child", "note", "person"
# Every word begins some part of the name: "ad ha" is Adam Hassan, "öst" is Östberg and not Ostman. Where there are fewer words,
# the rest are empty, and everything begins with nothing.
_NAMED = " and ".join(
    f"(starts_with(k.sort_key, %(key{n})s) or strpos(k.sort_key, %(part{n})s) > 0 or strpos(k.sort_key, %(half{n})s) > 0"
    f" or starts_with(upper(k.called), (select upper(%(word{n})s))))"
    for n in range(WORDS)
)
_CALLED = " and ".join(
    f"(starts_with(upper(a.given_name), (select upper(%(word{n})s))) or starts_with(upper(a.family_name), (select upper(%(word{n})s))))"
    for n in range(WORDS)
)
_AROUND = f"""
  (select {{sort}}, '{PERSON}', a.given_name, null, a.subject_id, json_build_array(concat_ws(' ', a.given_name, a.family_name), a.relation)
     from {{table}} a where a.subject_id = any (array(select n.id from net n)) and a.until_at is null and {_CALLED}
    order by a.given_name, a.subject_id limit {FEW})"""
_CHILDREN = f"""
  (select 1 as sort, '{CHILD}' as kind, k.sort_key as first, null::timestamptz as at, k.subject_id, null::json as said
     from kids k where {_NAMED} order by k.sort_key, k.subject_id limit {MOST})"""
_NOTES = f"""
  (select 2, '{NOTE}', '', e.written_at, e.subject_id, json_build_array(e.id, e.title, e.written_at)
     from journey_entry e where e.subject_id = any (array(select n.id from net n)) and e.withdrawn_at is null
      and strpos(upper(e.title), (select upper(%(asked)s))) > 0 order by e.written_at desc, e.id limit {MOST})"""
_EVERYTHING = " union all".join(
    [_CHILDREN, _NOTES, _AROUND.format(sort=3, table="people_guardian"), _AROUND.format(sort=4, table="people_significantadult")]
)
_WHOLE = """{net},
hits as materialized ({hits}),
whose as materialized (select k.* from kids k where (k.subject_id in (select h.subject_id from hits h)) is true)
select k.*, u.name as unit_name, h.kind, h.said from hits h
  join whose k on k.subject_id = h.subject_id join people_unit u on u.id = k.unit_id
 order by h.sort, h.first, h.at desc, k.subject_id"""
_FIND = Statement(Child, _WHOLE.format(net=NET, hits=_EVERYTHING))
_NAME = Statement(Child, _WHOLE.format(net=NET, hits=_CHILDREN))


class Note(NamedTuple):
    """The heading of a note, and when it was written."""

    pk: UUID
    title: str
    written_at: dt.datetime

    @property
    def to(self) -> str:
        """Its own page."""
        return way("journey:note", self.pk)


class Found(NamedTuple):
    """The children, each knowing the name of her unit; notes and people, each with the child; people with name and what they are."""

    children: list[Any]
    notes: list[tuple[Note, Child]]
    people: list[tuple[str, str, Child]]


def find(asked: str) -> Found:
    """What these words fit among my children; hidden and absent give the same empty answer."""
    rows = _FIND(**_values(asked), asked=asked)
    return Found(
        [one for one in rows if one.kind == CHILD],
        [(_note(*one.said), one) for one in rows if one.kind == NOTE],
        [(*one.said, one) for one in rows if one.kind == PERSON],
    )


def named(asked: str) -> list[Any]:
    """My children whose names these words begin."""
    return _NAME(**_values(asked))


def keys_of(words: list[str]) -> dict[str, str]:
    """As a statement asks for names: what each word begins, the name (`key`), a later part of it (`part`) or of a double one (`half`)."""
    keys = [swedish_key(word) for word in [*words, *[""] * WORDS][:WORDS]]
    return {f"{name}{n}": f"{before}{key}" for n, key in enumerate(keys) for name, before in (("key", ""), ("part", " "), ("half", "-"))}


def _values(asked: str) -> Mapping[str, str]:
    words = asked.split()
    return keys_of(words) | {f"word{n}": word for n, word in enumerate([*words, *[""] * WORDS][:WORDS])}


def _note(key: str, title: str, at: str) -> Note:
    return Note(UUID(key), title, dt.datetime.fromisoformat(at))
