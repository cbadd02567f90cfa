"""kill -9 of a web worker and of the job that seals: nothing half written, nothing lost, nothing twice (D2)."""

import http.client
import json
import os
import random
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

import pytest
from django.conf import settings

from samling.demo.build import session_for

from .database import as_guard
from .sizes import KILLS, pulled_in_the_middle
from .wires import database, wire

HEADING = "skriven under strömavbrott"
LOOKS = 4000
FORM = "application/x-www-form-urlencoded"
PATIENCE = 60  # what other tests have begun in the same cluster is sealed past only when it is over
JOB = ("-c", "from samling.server import supervisor; supervisor.EVERY = 0.2; supervisor.main()")
# A note stands when its text and what was told of it stand with it; none of them stands alone or twice.
PARTS = """
  select count(distinct e.id), count(b.head_id), count(v.id) from journey_entry e
    left join journey_entrybody b on b.head_id = e.id left join journey_event v on v.record_id = e.id where e.title = %s"""


def until(done: Callable[[], object]) -> None:
    """Wait for something, not for ever."""
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


@contextmanager
def process(*command: str, **options) -> Iterator[subprocess.Popen]:
    """A process of the house in this test's database, killed in the end if it lives still."""
    environ = os.environ | {"SAMLING_DB_NAME": database(), "SAMLING_WORKERS": "1"} | options.pop("env", {})
    running = subprocess.Popen([sys.executable, *command], env=environ, stderr=subprocess.DEVNULL, **options)
    try:
        yield running
    finally:
        running.terminate()
        with suppress(subprocess.TimeoutExpired):
            running.wait(5)
        running.kill()
        running.wait()


# -- the web worker ---------------------------------------------------------------------------------------------------
class Pages:
    """The pages as gunicorn serves them, and one who is signed in to them."""

    def __init__(self, capacity: UUID, master: subprocess.Popen, port: int):
        self.master, self.port = master, port
        self.session = f"{settings.SESSION_COOKIE_NAME}={session_for(capacity)}"
        self.token = ""

    def ask(self, method: str, where: str, content: bytes = b"", kind: str = FORM) -> tuple[int, str, str]:
        """One request over a connection of its own: status, text and where to go on; 0 when it broke off."""
        line = http.client.HTTPConnection("localhost", self.port, timeout=PATIENCE)
        cookies = f"{self.session}; {settings.CSRF_COOKIE_NAME}={self.token}"
        told = {"Content-Type": kind, "Cookie": cookies, "X-CSRFToken": self.token}
        try:
            line.request(method, where, content, told)
            answer = line.getresponse()
            return answer.status, answer.read().decode(), answer.getheader("Location") or ""
        except (OSError, http.client.HTTPException):
            return 0, "", ""
        finally:
            line.close()

    def open(self, where: str) -> None:
        """Wait for the form, and keep its token."""
        until(lambda: self.ask("GET", where)[0] == http.HTTPStatus.OK)
        self.token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.ask("GET", where)[1])[1][:32]

    def workers(self) -> list[int]:
        """The workers that live now."""
        tasks = Path(f"/proc/{self.master.pid}/task")
        return [int(pid) for task in tasks.iterdir() for pid in (task / "children").read_text().split()]

    def kill(self, victims: list[int]) -> None:
        """kill -9, and wait for another to be born."""
        for pid in victims:
            os.kill(pid, signal.SIGKILL)
        until(lambda: set(self.workers()) - set(victims))


    def killed(self, act: Callable[[], Any], after: float) -> Any:
        """What an act comes to when every worker that lived is killed so long after it began."""
        answers, victims = [], self.workers()
        sender = threading.Thread(target=lambda: answers.append(act()))
        sender.start()
        time.sleep(after)
        self.kill(victims)
        sender.join()
        return answers[0]


@contextmanager
def served(capacity: UUID, where: str) -> Iterator[Pages]:
    """The pages, opened at a form by whoever has this capacity."""
    with socket.create_server(("localhost", 0)) as listening:
        handle = listening.fileno()
        command = ("-m", "gunicorn", "--config=python:samling.server.web", f"--bind=fd://{handle}")
        with process(*command, pass_fds=[handle]) as master:
            pages = Pages(capacity, master, listening.getsockname()[1])
            pages.open(where)
            yield pages


@pytest.fixture
def where(cast):
    """The page on which Petra writes her notes."""
    return f"/children/{cast.adam}/notes/new/"


@pytest.fixture
def pages(cast, where):
    with served(cast.petra, where) as pages:
        yield pages


def send(pages: Pages, where: str, once: UUID) -> int:
    """Send one note; `once` is what the form remembers it by."""
    sent = {"once": once, "kind": "talk", "title": HEADING, "text": "x", "about": 64 + 5, "home": "not-told"}
    return pages.ask("POST", where, urlencode(sent).encode())[0]


def parts() -> tuple[int, int, int]:
    """Notes, their texts, and what was told of them."""
    with as_guard() as cursor:
        cursor.execute(PARTS, [HEADING])
        return cursor.fetchone()


def test_a_killed_web_worker_leaves_nothing_half_written(pages, where):
    assert send(pages, where, uuid4()) == http.HTTPStatus.FOUND
    begun = time.monotonic()
    assert send(pages, where, uuid4()) == http.HTTPStatus.FOUND
    long, broken = time.monotonic() - begun, 0
    for turn in range(KILLS):
        again = partial(send, pages, where, uuid4())
        answer = pages.killed(again, long * random.Random(turn).uniform(0.1, 1.0))
        broken += answer == 0
        notes, texts, told = parts()
        assert notes == texts == told, "half a note"
        assert notes in ((turn + 2, turn + 3) if answer == 0 else (turn + 3,)), "lost, or written twice"
        until(lambda send=again: send() == http.HTTPStatus.FOUND)
        assert parts() == (turn + 3,) * 3, "sent again it is one note"
    assert pulled_in_the_middle(broken), "the plug must be pulled in the middle"


# -- the job that seals -----------------------------------------------------------------------------------------------
def test_a_killed_seal_is_made_again_and_nothing_is_sealed_twice(cast, tmp_path):
    heads = tmp_path / "heads.log"
    environ = {"SAMLING_HEADS": str(heads), "SAMLING_AS": ""}
    for turn in range(KILLS):
        look_much(cast)
        with process(*JOB, env=environ) as running:
            until(lambda: asked("select count(*) from pg_stat_activity where usename = 'samling_worker' and "
                                "datname = current_database()"))  # fmt: skip
            time.sleep(random.Random(turn).uniform(0, 0.08))
            running.kill()
        if turn % 20 == 0:  # each walk begins at the first look
            assert asked("select guard.broken_seal()") is None
    look_much(cast)
    with process(*JOB, env=environ):
        until(lambda: asked("select sum(looks) from access_seal") == asked("select count(*) from access_look"))
        until(lambda: str(asked("select encode(head, 'hex') from access_seal order by number desc limit 1")) in words(heads))
    assert asked("select guard.broken_seal()") is None
    assert asked("select max(number) = count(*) from access_seal")
    numbers = [json.loads(line)["number"] for line in words(heads).splitlines()]
    assert set(numbers) == set(range(1, asked("select max(number) from access_seal") + 1)), "a head was lost"
    for line in words(heads).splitlines():
        kept = json.loads(line)
        assert asked("select encode(head, 'hex') from access_seal where number = %s", kept["number"]) == kept["head"]


def words(file) -> str:
    """What a file says so far."""
    return file.read_text() if file.exists() else ""


def look_much(cast) -> None:
    """Thousands of looks, so that sealing takes a while."""
    with as_guard() as cursor:
        cursor.execute(
            "insert into access_look (id, at, kind, errand, person_id, capacity_id, subject_id, walls, ground_ids, shown) "
            "select gen_random_uuid(), guard.now(), 'open', 'e', %s, %s, %s, '{67}', '{}', '{}' "
            "from generate_series(1, %s)",
            [cast.world.person["petra"], cast.petra, cast.adam, LOOKS],
        )


def asked(query: str, *values):
    """One value, past every wall."""
    with wire("postgres") as admin:
        return admin.execute(query, values).fetchone()[0]
