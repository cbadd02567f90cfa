"""Nothing lost and nothing twice: a sender that is killed again and again, and a mail server that is down an hour."""

import os
import random
import subprocess
import sys
import time

import pytest
from django.db import connections

from samling.letters.by_mail import ByMail
from samling.letters.models import Letter
from samling.letters.tests.servers import MailServer, running
from samling.letters.tests.test_carriers import mailer
from samling.letters.tests.test_outbox import notices
from samling.letters.tests.world import arrange, later, reachable, run, sent
from samling.records.clock import now

KILLS = 50 if os.environ.get("SAMLING_SIZES") == "night" else 5
PER_KILL = 4


@pytest.fixture
def many(cast):
    """Letters enough to be killed in the middle of."""
    reachable(cast.hodan, email="hodan@example.se")
    return [sent(cast) for _ in range(KILLS * PER_KILL)]


def sender(port):
    """A process of its own that sends."""
    surroundings = {"SAMLING_MAIL_HOST": "127.0.0.1", "SAMLING_MAIL_PORT": str(port), "SAMLING_CLUSTER": "test",
                    "SAMLING_DEBUG": "1", "DJANGO_SETTINGS_MODULE": "samling.settings"}  # fmt: skip
    name = connections["default"].settings_dict["NAME"]
    command = [sys.executable, "-m", "samling.letters.tests.sender", name]
    return subprocess.Popen(command, env=os.environ | surroundings)


def wait_for(what, most=20.0):
    """Until it is so."""
    end = time.monotonic() + most
    while not what():
        assert time.monotonic() < end, "it never came about"
        time.sleep(0.002)


def states(cast, letters):
    """Where each stands, by message."""
    with cast.acting("gunilla"):
        found = Letter.objects.filter(pk__in=[one.pk for one in letters]).prefetch_related("messages__attempts", "handovers")
        return {str(one.message.pk): str(one.state(now())) for one in found}


def test_a_killed_sender_loses_nothing_and_sends_nothing_twice(cast, many):
    dice, killed_in_answer = random.Random(7), []
    later(seconds=31)
    with running(MailServer()) as server:
        for turn in range(KILLS):
            already, process = len(server.letters), sender(server.server_address[1])

            def taken(handler, victim=process, in_answer=turn % 2 == 0, so_far=already):
                if in_answer and len(server.letters) > so_far + 1:  # kept, but the sender never hears of it
                    killed_in_answer.append(victim.kill())
                else:
                    handler.say("250 kept")

            server.taken = taken
            wait_for(lambda so_far=already: len(server.letters) > so_far + 1)
            time.sleep(dice.random() / 100)
            process.kill()
            process.wait()
            later(minutes=11)
        server.taken = lambda handler: handler.say("250 kept")
        process = sender(server.server_address[1])
        try:
            wait_for(lambda: not set(states(cast, many).values()) & {"waiting", "left"})
        finally:
            process.kill()
            process.wait()
        came = states(cast, many)
        assert len(came) == len(many) and set(came.values()) <= {"sent", "maybe"}
        assert max(server.counted.values()) == 1
        assert {pk for pk, state in came.items() if state == "sent"} <= set(server.counted)
        unsure = [pk for pk, state in came.items() if state == "maybe"]
        assert len(killed_in_answer) <= len(unsure) <= KILLS
        assert notices(cast, "petra", "letter_maybe") == len(unsure)


def test_a_mail_server_down_an_hour_costs_only_the_hour(cast):
    reachable(cast.hodan, email="hodan@example.se")
    letters = [sent(cast) for _ in range(8)]
    later(seconds=31)
    server = MailServer()
    port = server.server_address[1]
    server.server_close()  # nobody answers at this door
    with mailer(port):
        for _ in range(12):
            assert run(email=ByMail()) <= 3  # after three in vain the rest waits
            later(minutes=5)
        assert set(states(cast, letters).values()) == {"waiting"}
        with running(MailServer(port)) as server:
            for _ in range(8):
                run(email=ByMail())
                later(minutes=30)
            assert set(states(cast, letters).values()) == {"sent"}
            assert sorted(server.counted.values()) == [1] * 8
    assert notices(cast, "petra", "letter_failed") == 0


FULL = """
create or replace function public.no_space() returns trigger language plpgsql as $$
begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
create trigger no_space before insert on {table} for each row execute function public.no_space()
"""


@pytest.mark.parametrize("table", ["letters_message", "letters_queued", "letters_letterbody"])
def test_a_full_disk_is_said_and_nothing_is_half_sent(cast, visitor, table):
    reachable(cast.hodan, email="hodan@example.se")
    browser = visitor.as_("petra")
    new = f"/children/{cast.adam}/letters/new/"
    told = {"once": browser.get(new).context["form"]["once"].value(), "guardians": [cast.hodan], "kind": "meeting"}
    where = browser.post(new, told).url
    browser.post(where, {"text": "Det här ska finnas kvar."})
    arrange(FULL.format(table=table))
    browser.raise_request_exception = False
    again = {"once": browser.get(new).context["form"]["once"].value(), "guardians": [cast.hodan], "kind": "meeting"}
    answer = browser.post(new, again) if table == "letters_letterbody" else browser.post(f"{where}sending/")
    assert answer.status_code in (500, 503) and "No space" not in answer.content.decode()
    arrange(f"drop trigger no_space on {table}")
    later(minutes=5)
    with cast.acting("petra"):
        assert [str(one.state(now())) for one in Letter.objects.all()] == ["draft"]
    assert "Det här ska finnas kvar." in browser.get(where).content.decode()
    browser.post(f"{where}sending/")
    later(seconds=31)
    with running(MailServer()) as server, mailer(server.server_address[1]):
        assert run(email=ByMail()) == 1 and len(server.letters) == 1
