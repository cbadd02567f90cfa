"""Two staff at once: whatever the order, nothing stays open that a guardian has said no to."""

import os
import threading
from uuid import uuid4

from django.db import connections

from samling.access import guard
from samling.consent.models import Consent, ConsentAnswer, Said
from samling.consent.tests.asking import LEARNING, NAME, answer, ask, stands
from samling.kernel.answer import Refused
from samling.records.clock import now

from .test_stories import open_as

TRIALS = 200 if os.environ.get("SAMLING_SIZES") == "night" else 8


def at_once(*deeds):
    """Run deeds in threads, each on its own connections, from the same moment; returns what went wrong."""
    ready, wrong = threading.Barrier(len(deeds)), []

    def run(deed):
        try:
            ready.wait()
            deed()
        except Refused:
            pass
        except Exception as error:
            wrong.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[deed]) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return wrong


def told(cast):
    with cast.acting("tomas"):
        return guard.my_disclosures(cast.adam)


def test_a_no_and_an_opening_at_once_leave_nothing_open(cast):
    with cast.acting("gunilla"):
        guard.assign(cast.adam, cast.amir, because="kurator")
    for _trial in range(TRIALS):
        consent = ask(cast, "petra", cast.adam, walls=(NAME, LEARNING), to_unit=None, to_capacity=cast.tomas)
        yes = [answer(cast, "petra", consent, giver) for giver in (cast.hodan, cast.ali)]

        def take_back(first=yes[0]):
            with cast.acting("amir") as acting:
                ConsentAnswer.objects.get(pk=first).take_back(how="spoken", by=acting.capacity_id, at=now())

        def open_it(consent=consent):
            open_as(cast, "petra", consent, [LEARNING], since=None)

        assert at_once(take_back, open_it) == []
        assert told(cast) == []
        assert stands(cast, "petra", consent) == set()


def test_two_answers_at_once_from_the_same_guardian_leave_one_that_counts(cast):
    with cast.acting("gunilla"):
        guard.assign(cast.adam, cast.amir, because="kurator")
    for _trial in range(TRIALS):
        consent = ask(cast, "petra", cast.adam, walls=(NAME, LEARNING), to_unit=None, to_capacity=cast.tomas)
        answer(cast, "petra", consent, cast.hodan)

        def note(who, yes, consent=consent):
            with cast.acting(who) as acting:
                said = Said(
                    giver="guardian", who=cast.ali, yes=yes, walls=[NAME, LEARNING], how="spoken", at=now()
                )
                Consent.objects.get(pk=consent).answer(said, id=uuid4(), by=acting.capacity_id, at=now())

        assert at_once(lambda: note("petra", True), lambda: note("amir", False)) == []
        with cast.acting("petra"):
            asked = Consent.objects.get(pk=consent).asked()
            newest = asked.newest(str(cast.ali))
            count = len([one for one in asked.answers if one.guardian_id == cast.ali])
        assert count in (1, 2)
        assert stands(cast, "petra", consent) == ({NAME, LEARNING} if newest.yes else set())
