"""Lines that many people write: every version kept as a row, the highest counts, nothing overwritten.

A line is a head (place, version, is_empty, behind a wall) with its body. What it says is a plain value:
`on_head` and `on_body` tell which column keeps which part of it.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from samling.kernel.merging import Base, mark, merge

WRITING = dt.timedelta(minutes=15)  # how long its writer goes on in the same version of a line
ALWAYS = ("version", "is_empty", "for_guardians", "for_guardians_because")
WHOLE = {"said": "said"}  # a body that keeps the value as it is


class Shape(NamedTuple):
    """Where one kind of line is kept: its head, its body, and the columns of each."""

    head: type[Any]
    body: type[Any]
    on_head: Mapping[str, str]
    on_body: Mapping[str, str]

    @property
    def is_whole(self) -> bool:
        """Whether the body keeps the value as it is."""
        return self.on_body == WHOLE


class Kept(NamedTuple):
    """One version of a line: its head, its body and what it says."""

    head: Any
    body: Any
    said: Any

    @property
    def base(self) -> Base:
        """What a form filled with this line carries along."""
        return Base(self.head.place, self.head.version, mark(self.said))


class Conflict(NamedTuple):
    """Two texts for one line: what stands, and what was sent."""

    name: str
    kept: Kept
    sent: Any


@dataclass
class Woven:
    """What became of a form: its new bases, the lines on which two people wrote, how many were written."""

    bases: dict[str, Base]
    conflicts: list[Conflict] = field(default_factory=list)
    wrote: int = 0


def versions(shape: Shape, **where: Any) -> list[Kept]:
    """Every version that may be read here, oldest first; texts only behind walls that have been looked at."""
    bodies = shape.body.objects.filter(head__withdrawn_at=None, **where).order_by("head__version")
    near = bodies.select_related("head__written_by__person", "head__written_by__unit")
    return [Kept(body.head, body, said_in(shape, body)) for body in near]


def put(shape: Shape, before: Kept | None, said: Any, *, stamp: Mapping[str, Any], more: Mapping[str, Any]) -> Kept:
    """Write a line: on in the same version for its writer a short while and as far as nothing is taken away, else as a new one.

    Her other tab may know nothing of what stands: what it leaves out is kept as the version before. `stamp` is what a new
    head begins with, writer and time among it; `more` are further columns of the head.
    """
    goes_on = before and before.head.written_by_id == stamp["written_by"].pk and continues(before.said, said)
    if before and goes_on and stamp["written_at"] - before.head.written_at < WRITING:
        head, body, is_new = before.head, before.body, False
    else:
        head, is_new = shape.head(**stamp), True
        body = shape.body(head=head, subject_id=stamp["subject_id"], wall=stamp["wall"])
    head.version, head.is_empty = (before.head.version + 1 if before else 1), said is None
    head.for_guardians, head.for_guardians_because = stamp["for_guardians"], stamp["for_guardians_because"]
    on_head = {**_filled(head, shape.on_head, said), **more}
    for name, value in more.items():
        setattr(head, name, value)
    on_body = _filled(body, shape.on_body, {"said": said} if shape.is_whole else said)
    for record, columns in ((head, [*ALWAYS, *on_head]), (body, list(on_body))):
        record.save(force_insert=is_new, update_fields=None if is_new else columns)
    return Kept(head, body, said)


def continues(before: Any, said: Any) -> bool:
    """Whether every word of what stood is there still, or has been written on: "Han ko" goes on in "Han kom i tid"."""
    now = sorted(_words(said))
    return all(any(word.startswith(one) for word in now) for one in _words(before))


def _words(said: Any) -> set[str]:
    if isinstance(said, Mapping):
        return set().union(*map(_words, said.values()))
    if isinstance(said, list | tuple):
        return set().union(*map(_words, said))
    return set() if said is None else set(str(said).split())


def weave(
    sent: Mapping[str, Any],
    bases: Mapping[str, Base],
    lines: dict[str, Kept],
    *,
    new: Callable[[str, Any], Base],
    write: Callable[[str, str, Any, Kept | None], Kept],
) -> Woven:
    """Write the lines that were changed here and by nobody else; hand the others back as conflicts.

    `sent` by the form's name of a line, `lines` by place. `new` gives a base to a line that was not on the
    form; `write(name, place, said, before)` keeps one.
    """
    woven = Woven(dict(bases))
    for name, said in sent.items():
        base = bases.get(name) or new(name, said)
        kept = lines.get(base.place)
        stored, version = (kept.said, kept.head.version) if kept else (None, 0)
        verdict = merge(base, stored=stored, version=version, sent=said)
        if verdict == "conflict" and kept:
            woven.conflicts.append(Conflict(name, kept, said))
        elif kept and said == kept.said:
            woven.bases[name] = kept.base  # the same words again stand on what is there now
        elif verdict == "write":
            kept = lines[base.place] = write(name, base.place, said, kept)
            woven.bases[name], woven.wrote = kept.base, woven.wrote + 1
    return woven


def rows_of(code: str, lines: Iterable[Kept]) -> list[Kept]:
    """The rows of one question that say something, in their order; their places are the code and a number."""
    own = [kept for kept in lines if code_of(kept.head.place) == code and kept.said]
    return sorted(own, key=lambda kept: number_of(kept.head.place))


def number_of(place: str) -> int:
    """The number of a row."""
    return int(place.rpartition("-")[2])


def code_of(place: str) -> str:
    """The code of a place: a row's number is left out."""
    code, _dash, number = place.rpartition("-")
    return code if number.isdigit() else place


def said_in(shape: Shape, body: Any) -> Any:
    """What a version says, as a plain value; None when it was emptied."""
    if shape.is_whole:
        return body.said
    if body.head.is_empty:
        return None
    told = {name: getattr(body.head, column) for name, column in shape.on_head.items()}
    told |= {name: getattr(body, column) for name, column in shape.on_body.items()}
    told |= {name: day.isoformat() for name, day in told.items() if isinstance(day, dt.date)}
    return {name: value for name, value in told.items() if value not in (None, "")}


def _filled(record: Any, columns: Mapping[str, str], said: Any) -> dict[str, Any]:
    """Set the columns from what was said; what was left out goes back to the column's default."""
    values = {}
    for name, column in columns.items():
        model_field = record._meta.get_field(column)
        value = (said or {}).get(name)
        values[column] = model_field.get_default() if value is None else model_field.to_python(value)
        setattr(record, column, values[column])
    return values
