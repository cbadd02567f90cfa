"""The pages people open most, as a mentor of 25 and as a head of 800, and what the walls cost beside hand-written SQL."""

import hashlib
import uuid

from django.conf import settings
from django.db import connection, connections, transaction
from django.test import Client
from django.urls import reverse

from samling.demo.build import session_for
from samling.people.sessions import token_of
from samling.records.acting import begun

from .clocks import Measure, measure

LIST = ("select c.subject_id, c.given_name, c.family_name from people_child c where {scope} "
        "order by c.sort_key limit 50")
NOTES = "select e.id, e.title, e.written_at from journey_entry e where e.subject_id = %(child)s order by e.written_at desc"
SEARCH = "select c.subject_id from people_child c where {scope} and c.sort_key like %(word)s limit 50"
NUMBER: dict[uuid.UUID, int] = {}
MINE = "c.subject_id = any(array(select guard.my_children()))"
BY_HAND = """c.subject_id in (select a.subject_id from access_assignment a
  where (a.capacity_id = %(capacity)s or a.unit_id = %(unit)s) and a.from_at <= now()
    and (a.until_at is null or now() < a.until_at))"""
NOTES_BY_HAND = """select e.id, e.title, e.written_at from journey_entry e where e.subject_id = %(child)s
   and exists (select from access_assignment a where a.subject_id = e.subject_id
    and (a.capacity_id = %(capacity)s and e.wall = any(a.walls) or a.unit_id = %(unit)s and e.wall %% 64 = any(%(whole)s))
    and a.from_at <= now() and (a.until_at is null or now() < a.until_at))
   and e.withdrawn_at is null and e.only_for_id is null order by e.written_at desc"""


def named(what: str) -> uuid.UUID:
    """The id of something in the grown world."""
    return uuid.UUID(hashlib.md5(what.encode()).hexdigest())


def browser(capacity: uuid.UUID) -> Client:
    """A signed-in client of this process."""
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = session_for(capacity)
    return client


def pages(who: str, capacity: uuid.UUID, first: int, children: int) -> list[Measure]:
    """Each page many times over, as this capacity, whose children are numbered from `first`."""
    client = browser(capacity)
    child = [named(f"grow-child-{first + n}") for n in range(children)]
    NUMBER.update({pk: first + n for n, pk in enumerate(child)})

    def get(path: str):
        answer = client.get(path)
        assert answer.status_code == 200, (path, answer.status_code)

    return [
        measure(f"{who}: I dag", lambda turn: get(reverse("desk:today"))),
        measure(f"{who}: Barn, 50 rows", lambda turn: get(reverse("desk:children"))),
        measure(f"{who}: the child's page", lambda turn: get(reverse("desk:child", args=[child[turn % children]]))),
        measure(f"{who}: search", lambda turn: get(f"{reverse('desk:search')}?q=vaxtsson{first}")),
        measure(f"{who}: note, created", lambda turn: note(client, child[turn % children])),
    ]


def note(client: Client, child: uuid.UUID) -> None:
    """Post a note about what was seen in learning; the form's own page is not counted."""
    branch = 29000 + NUMBER[child] // 8000
    answer = client.post(reverse("journey:new-note", args=[child]), {
        "once": uuid.uuid4(), "base": "", "kind": "observation", "title": "Rasten", "text": "Hon lekte med Ebba.",
        "about": branch * 64 + 5, "home": "yes",
    })
    assert answer.status_code == 302, answer.status_code


def walls(capacity: uuid.UUID, unit: uuid.UUID, child: uuid.UUID) -> list[tuple[str, Measure, Measure]]:
    """The same three questions with the walls on, and filtered by hand without them."""
    token, whole = token_of(session_for(capacity)), [1, 2, 3, 4, 5, 6, 7, 9, 10, 16, 17]
    asked = {"capacity": capacity, "unit": unit, "child": child, "word": "%vaxtsson1%", "whole": whole}
    found = []
    for name, walled, by_hand in (
        ("list of 50", LIST.format(scope=MINE), LIST.format(scope=BY_HAND)),
        ("notes of a child", NOTES, NOTES_BY_HAND),
        ("search", SEARCH.format(scope=MINE), SEARCH.format(scope=BY_HAND)),
    ):
        with begun(token), connection.cursor() as cursor:
            on = measure(f"{name}, walls", lambda turn, q=walled, c=cursor: c.execute(q, asked), runs=100)
        with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
            cursor.execute("set local role samling_guard")
            off = measure(f"{name}, by hand", lambda turn, q=by_hand, c=cursor: c.execute(q, asked), runs=100)
        found.append((name, on, off))
    return found
