"""When somebody around a child was last heard of: worked out from what is written, never kept."""

import datetime as dt
from uuid import UUID

from samling.records.written import told

EVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
# By notes and events for colleagues; for a guardian by a chair at a table, an answer, a letter that reached.
HEARD = """
select who, max(at) from (
  select written_by_id as who, max(written_at) as at from journey_entry
   where subject_id = any (%(about)s) and withdrawn_at is null and written_at > %(since)s group by 1
  union all
  select written_by_id, max(written_at) from journey_event
   where subject_id = any (%(about)s) and withdrawn_at is null and written_at > %(since)s group by 1
  union all
  select coalesce(capacity_id, guardian_id), max(written_at) from seating_seat
   where subject_id = any (%(about)s) and left_at is null and withdrawn_at is null and written_at > %(since)s group by 1
  union all
  select guardian_id, max(answered_at) from consent_consentanswer
   where subject_id = any (%(about)s) and answered_at > %(since)s group by 1
  union all
  select l.guardian_id, max(h.written_at) from letters_handover h join letters_letter l on l.id = h.letter_id
   where h.subject_id = any (%(about)s) and h.how in ('given', 'read') and h.written_at > %(since)s group by 1
) found where who is not null group by who
"""


def heard(subjects: list[UUID], since: dt.datetime = EVER) -> dict[UUID, dt.datetime]:
    """The latest word from or to each person about these subjects after a moment, as far as one may read."""
    return {who: at for who, at in told(HEARD, about=subjects, since=since)}
