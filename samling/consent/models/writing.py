"""Where a record of consent is put down, once; and how it ends."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import IntegrityError, models, transaction

from samling.kernel.answer import Refused, refuse


def put[R: models.Model](head: R, **texts: str) -> R:
    """Insert a head with its texts, where there are any; a form that was sent before is refused."""
    try:
        with transaction.atomic():
            head.save(force_insert=True)
    except IntegrityError as error:
        raise Refused(refuse("This has been saved already. Open the page again.")) from error
    if any(texts.values()):
        body: Any = type(head).body.related.related_model
        body(head=head, subject_id=head.subject_id, wall=head.wall, **texts).save(force_insert=True)
    return head


def end(record: Any, *, by: UUID, at: dt.datetime) -> bool:
    """Set the paired end of a record; False when it had ended before."""
    if record.ended_at:
        return False
    record.ended_at, record.ended_by_id = at, by
    record.save(update_fields=["ended_at", "ended_by"])
    return True
