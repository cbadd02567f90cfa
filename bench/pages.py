"""The pages people open most, as a mentor of 25 and as a head of 800, and what the walls cost beside hand-written SQL."""

import uuid

from django.conf import settings
from django.db import connection, connections, transaction
from django.test import Client
from django.urls import reverse

from samling.demo.build import session_for
from samling.people.models import Capacity
from samling.people.sessions import token_of
from samling.records.acting import begun

from .clocks import Measure, measure

LIST = ("select c.subject_id, c.given_name, c.family_name from people_child c where {scope} "
        "order by c.sort_key limit 50")
NOTES = "select e.id, e.title, e.written_at from journey_entry e where e.subject_id = %(child)s order by e.written_at desc"
SEARCH = "select c.subject_id from people_child c where {scope} and c.sort_key like %(word)s limit 50"
# Milliseconds of processor time, pages and database together, at 20,000 children.
GOALS = {"I dag": 30, "Barn, 50 rows": 15, "Barn, one stage": 40, "the child's page": 40, "search": 15, "Möten": 15,
         "Dagar som löper": 40, "note, created": 25}  # fmt: skip
SCHOOL = 1  # the branch of a school
FEW = 20  # children that are opened again and again: who opens very many in a short while is stopped
MINE = "c.subject_id = any(array(select guard.my_children()))"
BY_HAND = """c.subject_id in (select a.subject_id from access_assignment a
  where (a.capacity_id = %(capacity)s or a.unit_id = %(unit)s) and a.from_at <= now()
    and (a.until_at is null or now() < a.until_at))"""
NOTES_BY_HAND = """select e.id, e.title, e.written_at from journey_entry e where e.subject_id = %(child)s
   and exists (select from access_assignment a where a.subject_id = e.subject_id
    and (a.capacity_id = %(capacity)s and e.wall = any(a.walls) or a.unit_id = %(unit)s and e.wall %% 64 = any(%(whole)s))
    and a.from_at <= now() and (a.until_at is null or now() < a.until_at))
   and e.withdrawn_at is null and e.only_for_id is null order by e.written_at desc"""


def children_of(capacity: uuid.UUID) -> list[tuple[uuid.UUID, int]]:
    """The children of a capacity's own or its unit's assignments, each with its branch number."""
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute("set local role samling_guard")
        cursor.execute(
            "select c.subject_id, c.wall / 64 from people_child c join access_assignment a on a.subject_id = c.subject_id "
            "left join people_capacity k on k.id = %s where a.capacity_id = %s or a.unit_id = k.unit_id "
            "and k.role = 'head_teacher' order by c.sort_key limit 200", [capacity, capacity])
        return cursor.fetchall()


def browser(capacity: uuid.UUID) -> Client:
    """A signed-in client of this process."""
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = session_for(capacity)
    return client


def pages(who: str, capacity: uuid.UUID, children: list[tuple[uuid.UUID, int]] | None = None) -> list[Measure]:
    """Each page many times over, as this capacity, among its own children or these."""
    client, children = browser(capacity), (children or children_of(capacity))[:FEW]

    def get(path: str):
        answer = client.get(path)
        assert answer.status_code == 200, (path, answer.status_code)

    def child(turn: int) -> tuple[uuid.UUID, int]:
        return children[turn % len(children)]

    return [
        measure(f"{who}: I dag", lambda turn: get(reverse("day:today"))),
        measure(f"{who}: Barn, 50 rows", lambda turn: get(reverse("desk:children"))),
        measure(f"{who}: Barn, one stage", lambda turn: get(f"{reverse('desk:children')}?stage=trying")),
        measure(f"{who}: Möten", lambda turn: get(reverse("desk:meetings"))),
        measure(f"{who}: Dagar som löper", lambda turn: get(reverse("clocks:clocks"))),
        measure(f"{who}: the child's page", lambda turn: get(reverse("desk:child", args=[child(turn)[0]]))),
        measure(f"{who}: search", lambda turn: get(f"{reverse('desk:search')}?q=ad")),
        measure(f"{who}: note, created", lambda turn: note(client, *child(turn))),
    ]


def note(client: Client, child: uuid.UUID, branch: int) -> None:
    """Post a note about what was seen in learning; the form's own page is not counted."""
    answer = client.post(reverse("journey:new-note", args=[child]), {
        "once": uuid.uuid4(), "base": "", "kind": "observation", "title": "Rasten", "text": "Hon lekte med Ebba.",
        "about": branch * 64 + 5, "home": "yes",
    })
    assert answer.status_code == 302, answer.status_code


def walls(capacity: uuid.UUID, child: uuid.UUID) -> list[tuple[str, Measure, Measure]]:
    """The same three questions with the walls on, and filtered by hand without them."""
    token, whole = token_of(session_for(capacity)), [1, 2, 3, 4, 5, 6, 7, 9, 10, 16, 17]
    acts = Capacity.objects.using("owner").get(pk=capacity)
    unit = acts.unit_id if acts.role == "head_teacher" else None
    asked = {"capacity": capacity, "unit": unit, "child": child, "word": "%ad%", "whole": whole}
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
