"""What is known already and is offered to whoever asks the team: nothing is typed twice."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import UUID

from django.utils.translation import gettext

from samling.attendance.models.reached import step_of
from samling.checklist.models import AnswerBody, Checklist, Tried
from samling.concern.models import Signal
from samling.people.languages import LANGUAGES
from samling.people.models import Child, Guardian
from samling.ui.words import listed

from .. import rules
from ..rules import Row

QUESTION, CHILD, HOME = ("s-different", "a-why"), ("q-words", "q-first"), ("n-say",)


class Known(NamedTuple):
    """What the checklist, the concerns and the attendance say, as far as one may read."""

    checklist: UUID | None
    question: str
    child_words: str
    guardian_words: str
    languages: str
    rows: dict[Row, int | None]


def known(child: Child, at: dt.datetime, today: dt.date) -> Known:
    """Everything that can be filled in before a person reads it through."""
    checklist = Checklist.objects.filter(subject_id=child.pk, withdrawn_at=None).order_by("-written_at").first()
    said = _said(child.pk)
    signals = _signals(child)
    rows = {
        Row.BREADTH: rules.breadth(len({world for one in signals for world in one.touches})),
        Row.DURATION: rules.duration(min((one.seen_on for one in signals), default=None), today),
        Row.RESPONSE: rules.response(_effects(checklist)) if checklist else None,
        Row.ATTENDANCE: rules.attendance(step_of(child.pk, organisation=child.branch.organisation_id, at=at)),
    }
    return Known(
        checklist.pk if checklist else None, _first(said, QUESTION), _first(said, CHILD), _first(said, HOME),
        languages(child.pk, at), rows,
    )  # fmt: skip


def childs_words(child: UUID, notes: Iterable[Any] = ()) -> str:
    """What the checklist says in the child's own words, as far as one may read; "" where one of these notes says it."""
    words = _first(_said(child), CHILD)
    return "" if words in {note.body.text for note in notes} else words


def _signals(child: Child) -> list[Signal]:
    return list(Signal.objects.filter(subject_id=child.pk, withdrawn_at=None))


def _said(child: UUID) -> dict[str, str]:
    places = [*QUESTION, *CHILD, *HOME]
    kept = AnswerBody.objects.filter(subject_id=child, head__place__in=places, head__is_empty=False)
    rows = kept.select_related("head").order_by("head__written_at", "head__version")
    return {one.head.place: one.said for one in rows if isinstance(one.said, str)}


def _first(said: dict[str, str], places: tuple[str, ...]) -> str:
    return next((said[place] for place in places if place in said), "")


def _effects(checklist: Checklist) -> list[str]:
    lines = Tried.objects.filter(checklist=checklist, withdrawn_at=None).order_by("version")
    return [line.effect for line in {line.place: line for line in lines}.values() if not line.is_empty]


def languages(child: UUID, at: dt.datetime) -> str:
    """Each guardian's language when it is not Swedish, with the interpreter that is needed."""
    names = dict(LANGUAGES)
    people = Guardian.objects.standing(at).filter(subject_id=child).order_by("given_name")
    said = [
        f"{one.given_name}: {str(names.get(one.language, one.language)).lower()}"
        + (f" ({gettext('interpreter')}: {one.interpreter})" if one.interpreter else "")
        for one in people
        if one.language != "sv" or one.interpreter
    ]
    return listed(said) if said else ""
