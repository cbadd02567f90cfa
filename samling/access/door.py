"""The door before every view: opens a record, writes the look, hands it over. Closed by default."""

from collections.abc import Callable, Iterable
from contextlib import nullcontext
from functools import cache, wraps
from typing import Any
from uuid import UUID

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed

from samling.kernel.answer import insist, refuse
from samling.kernel.words import _
from samling.people.models import Child
from samling.records.habits import together
from samling.records.question import Question
from samling.ui.public import View, public

from . import guard, looks
from .middleware import READS

STOPPED = _(
    "You have opened very many children in a short while. The head of your unit has been told, and must answer before "
    "you can open more."
)
Beside = Callable[[Any], dict[UUID, list[int]]]  # subjects that are shown with a record, each with its walls
__all__ = ["door", "fetch", "open_walls", "opened", "public", "shown"]


def opened(request: HttpRequest, model: type[models.Model]) -> models.QuerySet:
    """The rows of a model about the children of the acting capacity."""
    return model._default_manager.mine()


def shown(request: HttpRequest, errand: str, rows: Iterable[Any], kind: str = "list") -> list[Any]:
    """The rows of a list or search, after the log has the ids they show."""
    found = list(rows)
    looks.record(kind, errand, [_subject(row) for row in found])
    return found


def door(
    errand: str, *, opens: type[models.Model] | None = None, changes: bool = False, asks: bool = False,
    also: Beside | None = None, usual: bool = False,
) -> Callable[[View], View]:
    """Fit a view with a door.

    `opens` is the model whose record is fetched by `pk`, looked at on record and handed over; strangers get
    404. `changes` takes POST only and hands the record over locked; `asks` shows a form on GET and acts on a
    locked record on POST. `also` tells what more of her the page shows. A `usual` page asks together what it asked the
    time before: not for one that searches for what was typed. Without `opens` the page is about no single child.
    """
    methods = ("POST",) if changes else (*READS, "POST") if asks else READS

    def fit(view: View) -> View:
        @wraps(view)
        def through(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            if request.method not in methods:
                return HttpResponseNotAllowed(methods)
            found, near = [], list[UUID]()
            if opens is not None:
                record, near = _come_in(opens, kwargs.pop("pk"), errand, locked=request.method == "POST", also=also)
                found = [record]
            with together(errand, **_known(request, near)) if usual else nullcontext():
                return view(request, *found, **kwargs)

        through.errand, through.opens, through.methods = errand, opens, methods
        return through

    return fit


def _known(request: HttpRequest, near: Iterable[UUID]) -> dict[str, UUID | None]:
    """The ids that a page can ask with from the beginning, by name: of who acts, the record, and what is around it."""
    unit = request.capacity.unit
    known = {"unit": unit and unit.pk, "organisation": unit and unit.branch.organisation_id}
    return known | {f"subject {place}": one for place, one in enumerate(near)}


def fetch(model: type[models.Model], pk: UUID, errand: str, *, locked: bool = False, also: Beside | None = None) -> Any:
    """One record behind its walls, with a committed look; raises Http404 to strangers."""
    return _come_in(model, pk, errand, locked=locked, also=also)[0]


def _come_in(model: type[models.Model], pk: UUID, errand: str, *, locked: bool, also: Beside | None) -> tuple[Any, list[UUID]]:
    """The record, and the ids that its page is about."""
    record = _locked(model).first(pk) if locked and _changeable(model) else None
    if record is None:  # to be read; or readable and not this capacity's to change: the verb says why
        record = _by_key(model).first(pk)
    if record is None:
        looks.refused(errand, pk)
        raise Http404
    return record, open_walls(record, errand, also)


@cache
def _by_key(model: type[models.Model]) -> Question:
    """One record, with what stands beside it on its page."""
    return Question(lambda pk: model._default_manager.filter(pk=pk).select_related(*getattr(model, "beside", (None,))))


@cache
def _locked(model: type[models.Model]) -> Question:
    beside = getattr(model, "beside", (None,))
    return Question(
        lambda pk: model._default_manager.filter(pk=pk).select_related(*beside).select_for_update(of=("self",))
    )


def open_walls(record: Any, errand: str, also: Beside | None = None) -> list[UUID]:
    """The look: a child opens every wall one may read about her, another record its own wall.

    `also` tells what else of her the page shows: subjects and their walls, opened as far as one may.
    Answers with the ids that the page is about: the record, those that a child meets, and what else is shown.
    """
    if not hasattr(record, "wall"):
        return [record.pk]
    asked, met = _around(record) if isinstance(record, Child) else ({record.subject_id: [record.wall]}, [])
    beside = also(record) if also else {}
    opened = looks.look_around({**asked, **beside}, errand)
    if not set(asked) <= set(opened):
        if guard.asked("am_stopped"):
            insist(refuse(STOPPED))
        raise Http404
    return [record.pk, *met, *beside]


def _around(child: Child) -> tuple[dict[UUID, list[int]], list[UUID]]:
    """A child and those that meet her, each with the walls that one may read or has been told of; and whom she meets."""
    mine, told, met = guard.opening(child.pk)
    subjects = {child.pk: list(mine)}
    for one in told:
        subjects.setdefault(one["subject_id"], []).append(one["wall"])
    near = {child.pk, *met}
    return {subject: walls or [child.wall] for subject, walls in subjects.items() if subject in near}, met


def _changeable(model: type[models.Model]) -> bool:
    return getattr(model, "may_change", False)


def _subject(row: Any) -> Any:
    return row.get("subject_id") if isinstance(row, dict) else getattr(row, "subject_id", None) or row.pk
