"""What brothers and sisters cost: whom I read at both tables, and the triggers on every answer about yes and no."""

import statistics
import uuid
from collections.abc import Iterator

from django.db import connection, connections, transaction

from samling.demo.build import session_for
from samling.people.sessions import token_of
from samling.records.acting import begun

from .clocks import Measure, measure

AN_ANSWER = ("select id from public.consent_consentanswer where consent_id {} "
             "(select consent_id from public.siblings_joined where ended_at is null) limit 1")
AGAIN = "update public.consent_consentanswer set yes = yes where id = %s"


def mine(who: str, capacity: uuid.UUID) -> Measure:
    """The joinings that stand, seen by this person; asked on each page that shows two children together."""
    with begun(token_of(session_for(capacity))), connection.cursor() as cursor:
        return measure(f"{who}: my_joined", lambda turn: cursor.execute("select * from guard.my_joined()"), runs=100)


def answers() -> Iterator[str]:
    """An answer is written with the triggers and without: one that joins nobody, and one that two tables rest on."""
    for name, which in (("any answer", "not in"), ("a sibling's yes", "in")):
        on, off = (statistics.median(_written(name, which, triggers).wall) for triggers in ("enable", "disable"))
        yield f"{name}: written with siblings' triggers {on:6.2f}   without {off:6.2f}"


def _written(name: str, which: str, triggers: str) -> Measure:
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute(f"alter table consent_consentanswer {triggers} trigger siblings")
        cursor.execute("set local role samling_guard")
        cursor.execute(AN_ANSWER.format(which))
        answer = cursor.fetchone()
        found = measure(f"{name}, triggers {triggers}d", lambda turn: cursor.execute(AGAIN, answer), runs=100)
        transaction.set_rollback(True, using="owner")
    return found
