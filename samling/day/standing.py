"""Which reminders still stand: what someone else has answered, ended or taken over is no longer to be done."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple
from uuid import UUID

from django.db import models
from django.db.models import CharField, DateField, Exists, OuterRef, QuerySet, Value

from samling.adaptations.models import Adaptation, SpecialSupport
from samling.adaptations.rules import EVALUATE, INQUIRY, LOOK_AGAIN
from samling.checklist.models import Decision, Trial
from samling.consultation.models import Consultation
from samling.consultation.rules import WAITS
from samling.forum.models import ForumDecision, HealthReferral
from samling.forum.models.decisions import HOLD, TELL
from samling.forum.models.health import LATE
from samling.forum.rules import FINAL
from samling.journey.models import Notice
from samling.journey.rules import ASKS
from samling.promises.models import PromiseWord
from samling.records.question import Question
from samling.support.models import Support
from samling.support.rules import EVALUATE as GOES


class Owed(NamedTuple):
    """What a reminder is for: whom it was sent to and the day; None stands for anyone and any day."""

    record: UUID
    to: UUID | None = None
    due: Any = None


Found = Iterable[Owed]


def follow_ups(asked: set[UUID | None]) -> Found:
    """Checklists whose decision stands and has not been followed up."""
    return map(Owed, _decisions(list(asked)))


@Question
def _reminded(keys: Any) -> QuerySet:
    """Adaptations and support that go on, and inquiries that nothing has been decided in: with whom they are, and the day to ask."""

    def of(told: str, model: type[models.Model], **which: Any) -> QuerySet:
        rows = model._default_manager.filter(pk__among=keys, ended_at=None, withdrawn_at=None, **which)
        day: Any = "evaluate_on" if told != INQUIRY else Value(None, DateField())
        return rows.values_list(Value(told, CharField()), "pk", "holder_id", day)

    adaptations = of(EVALUATE, Adaptation, evaluate_on__isnull=False)
    inquiries, decided = of(INQUIRY, SpecialSupport, kind=""), of(LOOK_AGAIN, SpecialSupport, evaluate_on__isnull=False)
    return adaptations.union(inquiries, decided, of(GOES, Support, evaluate_on__isnull=False), all=True)


@Question
def _decisions(checklists: Any) -> QuerySet:
    stands = Decision.objects.filter(checklist_id__among=checklists, ended_at=None, follow_ups=None)
    return stands.values_list("checklist_id", flat=True)


def trials(asked: set[UUID | None]) -> Found:
    """What a checklist's table has chosen and no adaptation carries on."""
    carried = set(Adaptation.objects.filter(checklist_id__in=asked).values_list("checklist_id", "row"))
    lines = Trial.objects.filter(checklist_id__in=asked, withdrawn_at=None).order_by("version")
    last = {(line.checklist_id, line.place): line for line in lines}
    return (
        Owed(line.checklist_id, line.starter_id, line.checked_on)
        for key, line in last.items()
        if key not in carried and not line.is_empty
    )


def questions(asked: set[UUID | None]) -> Found:
    """Questions without a name that nobody has answered."""
    rows = Consultation.objects.filter(pk__in=[key for key in asked if key], closed_at=None)
    return (Owed(row.pk) for row in rows if not row.is_answered)


def decisions(asked: set[UUID | None]) -> Found:
    """Decisions of a consultation team that nobody has followed up or taken back, and that one may still know of."""
    rows = ForumDecision.objects.filter(pk__in=asked, ended_at=None, withdrawn_at=None, reviews=None)
    return map(Owed, rows.values_list("pk", flat=True))


def tellings(asked: set[UUID | None]) -> Found:
    """Decisions that nobody has told the home yet."""
    rows = ForumDecision.objects.filter(pk__in=asked, ended_at=None, withdrawn_at=None, told_at=None)
    return map(Owed, rows.values_list("pk", flat=True))


def waits(asked: set[UUID | None]) -> Found:
    """Referrals that child psychiatry has not answered."""
    rows = HealthReferral.objects.filter(pk__in=asked, withdrawn_at=None).exclude(answers__kind__in=FINAL)
    return map(Owed, rows.values_list("pk", flat=True))


def silent(asked: set[UUID | None]) -> Found:
    """Promises of which a colleague has asked, and nobody has said a word since."""
    words = PromiseWord.objects.filter(promise=OuterRef("record_id"), written_at__gte=OuterRef("sent_at"), withdrawn_at=None)
    rows = Notice.objects.filter(~Exists(words), kind=ASKS, record_id__in=asked, done_at=None)
    return (Owed(row.record_id, row.to_id) for row in rows if row.record_id)


STILL: dict[str, Callable[[set[UUID | None]], Found]] = {
    "checklist-follow-up": follow_ups,
    "checklist-trial": trials,
    WAITS: questions,
    HOLD: decisions,
    TELL: tellings,
    LATE: waits,
    ASKS: silent,
}
REMINDED = (EVALUATE, INQUIRY, LOOK_AGAIN, GOES)  # asked for together


def standing(rows: list[Notice]) -> Callable[[Notice], bool]:
    """Whether a reminder among these still asks for something; every other notice does."""
    asked: dict[str, set[UUID | None]] = {}
    for row in rows:
        asked.setdefault(row.kind, set()).add(row.record_id)
    live = {kind: set(find(asked[kind])) if kind in asked else set() for kind, find in STILL.items()}
    live |= {kind: set() for kind in REMINDED}
    keys = list(set().union(*(asked.get(kind, ()) for kind in REMINDED)))
    for kind, *owed in _reminded(keys) if keys else ():
        live[kind].add(Owed(*owed))

    def stands(row: Notice) -> bool:
        if row.kind not in live or row.record_id is None:
            return row.kind not in live
        ways = (Owed(row.record_id), Owed(row.record_id, row.to_id), Owed(row.record_id, row.to_id, row.due_on))
        return not live[row.kind].isdisjoint(ways)

    return stands
