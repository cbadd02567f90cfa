"""What every chapter tells the journey: an event on the story's spine, and a notice to one capacity."""

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from samling.access.holding import duties

from .models import Event, Notice
from .rules import ANSWERED, ASKS


def tell(
    subject: UUID,
    wall: int,
    kind: str,
    *,
    by: UUID,
    at: dt.datetime,
    record: UUID | None = None,
    for_guardians: str = "yes",
) -> Event:
    """Note that something happened, in the words of a fixed list ("checklist begun").

    `for_guardians` is that of the record it is about: what guardians may not read, no event tells them of.
    """
    event = Event(
        subject_id=subject,
        wall=wall,
        kind=kind,
        record_id=record,
        written_by_id=by,
        written_at=at,
        for_guardians=for_guardians,
    )
    event.save(force_insert=True)
    return event


def notify(
    to: UUID,
    kind: str,
    *,
    by: UUID,
    at: dt.datetime,
    record: UUID | None = None,
    subject: UUID | None = None,
    due: dt.date | None = None,
) -> Notice:
    """Let one capacity know of something; the page that shows it fetches the record through its walls."""
    notice = Notice(
        to_id=to, kind=kind, record_id=record, subject_id=subject, due_on=due, sent_by_id=by, sent_at=at
    )
    notice.save(force_insert=True)
    return notice


def remind(to: UUID, kind: str, due: dt.date | None, *, by: UUID, at: dt.datetime, record: UUID, subject: UUID) -> None:
    """One reminder of a record stands, with one capacity, on its day; without a day none does. The day's page hides another's."""
    Notice.objects.filter(record_id=record, kind=kind, done_at=None).update(done_at=at)
    if due:
        notify(to, kind, by=by, at=at, record=record, subject=subject, due=due)


def asked_last(records: Iterable[UUID], kind: str, *, by: UUID) -> dict[UUID, dt.datetime]:
    """When one asked last how each of these was going."""
    rows = Notice.objects.filter(sent_by_id=by, kind=kind, record_id__in=list(records))
    return {row.record_id: row.sent_at for row in rows.order_by("sent_at") if row.record_id}


def answer_asked(record: UUID, *, by: UUID, at: dt.datetime) -> None:
    """What colleagues asked me about this is answered, and each of them is told so."""
    rows = Notice.objects.filter(kind=ASKS, record_id=record, to_id__in=duties(), done_at=None)
    for row in rows:
        notify(row.sent_by_id, ANSWERED, by=by, at=at, record=record, subject=row.subject_id)
    rows.update(done_at=at)
