"""One list of everything that has been tried for a child: what stands here, and the rows of its checklists."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import UUID

from django.utils.functional import cached_property
from django.utils.translation import gettext

from samling.access import holding
from samling.access.models import Assignment
from samling.checklist.models import AnswerBody, Checklist, Trial, Tried
from samling.checklist.models.elsewhere import SOURCES, Known
from samling.kernel.categories import Category, wall
from samling.people.models import Capacity, Child, Unit
from samling.questions.rules.adaptations import Idea, adaptation, untried
from samling.questions.rules.shape import Stage
from samling.records.clock import STOCKHOLM

from .. import rules
from ..rules import Figure, State
from .figures import figures
from .lines import adaptations_of, chosen_next, effects_of, tried_before
from .tried import Adaptation

NONE = Tried.Effect.NOT_EVALUATED
SUPPORT = Category.SUPPORT
LEADS = ("head_teacher", "deputy_head", "preschool_head")


class Try(NamedTuple):
    """One thing that was tried, is tried or was chosen to be tried next, wherever it was written."""

    record: Any
    source: str  # adaptation, tried or trial
    code: str
    own: str
    effect: str
    state: State
    starts_on: dt.date | None = None
    evaluate_on: dt.date | None = None
    holder: Capacity | None = None
    who: str = ""

    @property
    def title(self) -> str:
        """What it is called: the catalogue's words, else one's own."""
        known = adaptation(self.code)
        return gettext(known.title) if known else self.own or gettext("An adaptation in own words")

    @property
    def effect_word(self) -> str:
        """How it went, in a word."""
        return str(Tried.Effect(self.effect).label)

    @property
    def is_due(self) -> bool:
        """Whether the day to ask has come."""
        return self.state is State.DUE

    @property
    def goes_on(self) -> bool:
        """Whether it is done now or soon."""
        return self.state in (State.AHEAD, State.TRYING, State.DUE, State.KEPT)


class Tries:
    """What has been tried for one child, for a page whose door has opened the child."""

    def __init__(self, child: Child, today: dt.date):
        self.child, self.today = child, today

    @cached_property
    def all(self) -> list[Try]:
        """Everything, in the order in which it began."""
        found = [*self._own(), *self._tried(), *self._chosen()]
        return sorted(found, key=lambda one: (one.starts_on or dt.date.min, one.record.written_at))

    @property
    def due(self) -> list[Try]:
        """Where the day to ask has come."""
        return [one for one in self.all if one.is_due]

    @property
    def going(self) -> list[Try]:
        """What is done now and not due."""
        return [one for one in self.all if one.goes_on and not one.is_due]

    @property
    def past(self) -> list[Try]:
        """What is over."""
        return [one for one in self.all if not one.goes_on]

    @property
    def strip(self) -> dict[str, int]:
        """How many went how, of all that has begun."""
        return rules.strip(one.effect for one in self.all if one.state is not State.AHEAD)

    @cached_property
    def _holders(self) -> dict[UUID, Capacity]:
        """Who sees to each now: the one who was named, or whoever has taken over."""
        now = holding.holders(one.holder_id for one in self._records)
        people = Capacity.known(now.values())
        return {named: people[held] for named, held in now.items() if held in people}

    @cached_property
    def _records(self) -> list[Adaptation]:
        return adaptations_of(self.child.pk)

    def _own(self) -> Iterable[Try]:
        effects = dict(effects_of(self.child.pk) if self._records else ())
        for one in self._records:
            yield Try(
                one, "adaptation", one.code, own_words(one), effects.get(one.pk, NONE), one.standing(self.today),
                one.starts_on, one.evaluate_on, self._holders.get(one.holder_id, one.holder),
            )  # fmt: skip

    def _tried(self) -> Iterable[Try]:
        for line in _latest(tried_before(self.child.pk)):
            over = line.effect != NONE or line.stops_on is not None
            yield Try(line, "tried", line.adaptation, own_words(line), line.effect,
                      State.ENDED if over else State.TRYING, line.starts_on)  # fmt: skip

    def _chosen(self) -> Iterable[Try]:
        taken = {(one.checklist_id, one.row) for one in self._records}
        for line in _latest(chosen_next(self.child.pk)):
            if (line.checklist_id, line.place) in taken:
                continue
            begins = line.starts_on or line.written_at.astimezone(STOCKHOLM).date()
            asked = line.checked_on or rules.evaluation_day(begins)
            where = rules.state(starts_on=begins, evaluate_on=asked, ended=False, today=self.today)
            yield Try(line, "trial", line.adaptation, own_words(line), NONE, where, begins, asked, line.starter,
                      getattr(getattr(line, "body", None), "who", ""))  # fmt: skip


def _latest(rows: list[Any]) -> list[Any]:
    """The lines that count: the highest version of each place that says something."""
    last = {(row.checklist_id, row.place): row for row in rows}
    return [row for row in last.values() if not row.is_empty]


def own_words(record: Any) -> str:
    """What it is called in own words, when its text is open."""
    return record.body.own if hasattr(record, "body") else ""


class Proposal(NamedTuple):
    """An untried adaptation, why it fits, and what is known of it here."""

    idea: Idea
    figure: Figure | None

    @property
    def code(self) -> str:
        """The code of the adaptation."""
        return self.idea.code


def proposals(tries: Tries) -> list[Proposal]:
    """What has not been tried for the child, those first that answer to what its latest checklist found hard."""
    child = tries.child
    stage = Stage.PRESCHOOL if child.unit.kind == Unit.Kind.PRESCHOOL else Stage.SCHOOL
    answers = _answers(child.pk)
    known, done = figures(), [one.code for one in tries.all]
    ideas = untried(done, answers, at=tries.today, stage=stage, areas=answers.get("a-areas") or ())
    return [Proposal(idea, known.get(idea.code)) for idea in ideas]


def _answers(child: UUID) -> dict[str, Any]:
    """What the latest checklist says of how it is, as far as one may read."""
    latest = Checklist.objects.filter(subject_id=child, withdrawn_at=None).order_by("-written_at").first()
    if latest is None:
        return {}
    rows = AnswerBody.objects.filter(head__checklist=latest, head__withdrawn_at=None).order_by("head__version")
    return {place: said for place, said in rows.values_list("head__place", "said") if said is not None}


def _elsewhere(child: UUID, checklist: UUID) -> list[Known]:
    """What a checklist's table need not write again: what is tried here and was not chosen at that table."""
    rows = Adaptation.objects.filter(subject_id=child, withdrawn_at=None).select_related("body").order_by("starts_on")
    found, said = [one for one in rows if one.checklist_id != checklist], dict(effects_of(child))
    return [
        Known(one.code, one.title if one.code else own_words(one) or one.title,
              str(Tried.Effect(said.get(one.pk, NONE)).label), one.get_absolute_url())
        for one in found
    ]  # fmt: skip


SOURCES.append(_elsewhere)


def holders(child: Child, at: dt.datetime, category: Category = Category.ADAPTATIONS) -> Any:
    """Those who can hold something around the child now: they work with it and read this, or lead its unit."""
    own = wall(child.branch.number, category)
    given = Assignment.objects.standing(at).filter(subject_id=child.pk, capacity__isnull=False, walls__contains=[own])
    near = Capacity.objects.standing(at).exclude(approved_by=None)
    leads = near.filter(unit_id=child.unit_id, role__in=LEADS)
    found = near.filter(pk__in=given.values("capacity_id")) | leads
    away = [one for one, now in holding.holders(found.values_list("pk", flat=True)).items() if one != now]
    return found.exclude(pk__in=away).select_related("person").order_by("person__sort_key").distinct()


class Overdue(NamedTuple):
    """What nobody has asked about: of which child, since when, and who held it."""

    record: Any
    title: str
    since_on: dt.date
    holder: Capacity | None

    @property
    def subject_id(self) -> UUID:
        """The child."""
        found: UUID = self.record.subject_id
        return found


def overdue(unit: UUID, on: dt.date) -> list[Overdue]:
    """What nobody has asked about a week after the day to ask, at a unit, as far as one may read; the oldest first.

    For the agenda of the student health team; no text is opened for it.
    """
    late, here = on - rules.GRACE, Child.objects.filter(unit_id=unit).values("subject_id")
    rows = Adaptation.objects.mine().filter(subject_id__in=here, withdrawn_at=None)
    carried = set(rows.exclude(checklist=None).values_list("checklist_id", "row"))
    own = rows.filter(ended_at=None, evaluate_on__lte=late).select_related("holder__person")
    chosen = Trial.objects.mine().filter(subject_id__in=here, withdrawn_at=None).select_related("starter__person")
    lines = {(line.checklist_id, line.place): line for line in chosen.order_by("version")}
    found = [Overdue(one, one.title, one.evaluate_on, one.holder) for one in own]
    found += [
        Overdue(line, line.title, line.checked_on, line.starter)
        for key, line in lines.items()
        if key not in carried and not line.is_empty and line.checked_on and line.checked_on <= late
    ]
    return sorted(found, key=lambda one: one.since_on)
