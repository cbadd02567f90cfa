"""How the lines of a checklist are read and written: the latest version of each, never over another's words."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from samling.checklist import rules
from samling.kernel.merging import Base, mark
from samling.people.models import Capacity
from samling.questions.rules.shape import Kind, Question

from .lines import Answer, AnswerBody, Line, Trial, TrialBody, Tried, TriedBody
from .sheet import Checklist


class Shape(NamedTuple):
    """Where one kind of line is kept: its head, its body, and the columns of each by the sheet's own names."""

    head: type[Line]
    body: type[Any]
    on_head: Mapping[str, str]
    on_body: Mapping[str, str]


ALWAYS = ("version", "is_empty", "for_guardians", "for_guardians_because")
WORDS = {"own": "own", "who": "who"}
WHOLE = Shape(Answer, AnswerBody, {}, {"said": "said"})
SHAPES = {
    Kind.TRIED: Shape(Tried, TriedBody, {
        "what": "adaptation", "effect": "effect", "weeks": "weeks", "starts_on": "starts_on", "stops_on": "stops_on",
    }, WORDS),
    Kind.NEXT_TRIES: Shape(Trial, TrialBody, {
        "what": "adaptation", "starts_on": "starts_on", "checked_on": "checked_on",
    }, WORDS),
}  # fmt: skip


class Kept(NamedTuple):
    """One line as it stands: its head, its body and what it says in the sheet's terms."""

    head: Line
    body: Any
    said: Any

    @property
    def base(self) -> Base:
        """What a form filled with this line carries along."""
        return Base(self.head.place, self.head.version, mark(self.said))


def shape_of(question: Question) -> Shape:
    """Where the answers to a question are kept."""
    return SHAPES.get(question.kind, WHOLE)


def versions(checklist: Checklist, shape: Shape, **where: Any) -> list[Kept]:
    """Every version that may be read here, oldest first; texts only behind walls that have been looked at."""
    bodies = shape.body.objects.filter(head__checklist=checklist, head__withdrawn_at=None, **where)
    ordered = bodies.select_related("head__written_by__person", "head__written_by__unit").order_by("head__version")
    return [Kept(body.head, body, _said(shape, body)) for body in ordered]


def latest(checklist: Checklist, questions: Iterable[Question]) -> dict[str, Kept]:
    """The line that counts at each place of these questions."""
    questions = list(questions)
    plain = [question.code for question in questions if question.kind not in SHAPES]
    found = {kept.head.place: kept for kept in versions(checklist, WHOLE, head__place__in=plain)} if plain else {}
    for question in questions:
        if question.kind in SHAPES:
            rows = versions(checklist, SHAPES[question.kind])
            found |= {kept.head.place: kept for kept in rows}
    return found


def put(
    checklist: Checklist, shape: Shape, place: str, said: Any, before: Kept | None, *,
    wall: int, family: tuple[str, str], by: Capacity, at: dt.datetime, **more: Any,
) -> Kept:  # fmt: skip
    """Write a line: on in the same version for its writer a short while, else as a new version."""
    if before and before.head.written_by_id == by.pk and at - before.head.written_at < rules.WRITING:
        head, body = before.head, before.body
    else:
        head = shape.head(**checklist.stamp(by, at) | {"wall": wall}, checklist=checklist, place=place)
        head.asked = checklist.asked  # an answer is readable without its checklist
        body = shape.body(head=head, subject_id=checklist.subject_id, wall=wall)
    is_new = head is not (before and before.head)
    head.version = before.head.version + 1 if before else 1
    head.is_empty = said is None
    head.for_guardians, head.for_guardians_because = family
    on_head = _fill(head, shape.on_head, said) | more
    for name, value in more.items():
        setattr(head, name, value)
    on_body = _fill(body, shape.on_body, {"said": said} if shape is WHOLE else said)
    head.save(**({"force_insert": True} if is_new else {"update_fields": [*ALWAYS, *on_head]}))
    body.save(**({"force_insert": True} if is_new else {"update_fields": list(on_body)}))
    return Kept(head, body, said)


def _said(shape: Shape, body: Any) -> Any:
    if shape is WHOLE:
        return body.said
    if body.head.is_empty:
        return None
    told = {name: getattr(body.head, column) for name, column in shape.on_head.items()}
    told |= {name: getattr(body, column) for name, column in shape.on_body.items()}
    told |= {name: day.isoformat() for name, day in told.items() if isinstance(day, dt.date)}
    return {name: value for name, value in told.items() if value not in (None, "")}


def _fill(record: Any, columns: Mapping[str, str], said: Any) -> dict[str, Any]:
    """Set the columns from what was said; what was left out goes back to the column's default."""
    values = {}
    for name, column in columns.items():
        field = record._meta.get_field(column)
        value = (said or {}).get(name)
        values[column] = field.get_default() if value is None else field.to_python(value)
        setattr(record, column, values[column])
    return values
