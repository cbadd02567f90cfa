"""What a page asked the time before is asked together: the same answers, in fewer messages, behind the same walls."""

import datetime as dt
import hashlib
import re
from uuid import UUID

import pytest
from django.db import connection
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.urls import reverse
from psycopg.pq import PipelineStatus

from samling.access import guard
from samling.journey.models import Entry
from samling.people.models import Child, Guardian, Session
from samling.records import habits
from samling.records.clock import now
from samling.records.habits import together
from samling.records.question import Question

from .test_asked_once import end_all_rights, reading

around = Question(lambda child: Guardian.objects.filter(subject_id=child).order_by("pk"))
born = Question(lambda children, day: Child.objects.filter(pk__among=children, opened_at__lte=day).order_by("pk"))


@pytest.fixture(autouse=True)
def nothing_learnt():
    habits.KEPT.clear()
    yield
    habits.KEPT.clear()


class Sent:
    """The statements that were sent, each with whether it went together with others."""

    def __init__(self):
        self.statements = []

    def __enter__(self):
        self._listens = connection.execute_wrapper(self.note)
        self._listens.__enter__()
        return self

    def __exit__(self, *of):
        self._listens.__exit__(*of)

    def note(self, execute, sql, *rest):
        if "savepoint" not in sql.lower():
            self.statements.append((sql, connection.connection.pgconn.pipeline_status == PipelineStatus.ON))
        return execute(sql, *rest)

    @property
    def alone(self):
        return [sql for sql, is_together in self.statements if not is_together]


def read(cast, child, who="petra"):
    with reading(cast, who), together("a page", child=child):
        return [one.pk for one in around(child)], [one.pk for one in born([child, child], now() - dt.timedelta(days=-7))]


def test_the_second_time_all_of_it_goes_in_one_message_and_the_answer_is_the_same(cast):
    with Sent() as first:
        found = read(cast, cast.adam)
    with Sent() as second:
        assert read(cast, cast.adam) == found
    assert found[0]
    assert len(first.alone) == len(second.alone) + 2
    assert len(first.statements) == len(second.statements)


def test_another_child_is_asked_for_and_answered_by_herself(cast):
    read(cast, cast.adam)
    with Sent() as sent:
        found = read(cast, cast.noor)
    with cast.acting("petra"):
        assert found[0] == [one.pk for one in Guardian.objects.filter(subject_id=cast.noor).order_by("pk")]
    assert sum(is_together for _sql, is_together in sent.statements) == 2


def test_whoever_may_read_nothing_is_told_nothing_together_either(cast):
    assert read(cast, cast.adam)[0]
    end_all_rights(cast.adam)
    assert read(cast, cast.adam) == ([], [])


def test_what_was_sent_in_vain_is_left_out_the_next_time(cast):
    read(cast, cast.adam)
    for expected in (1, 0):
        with Sent() as sent, reading(cast, "petra"), together("a page", child=cast.adam):
            around(cast.adam)
        assert len(sent.statements) - 2 == expected  # begun, and asked once; and what was in vain


def test_a_value_that_comes_from_nowhere_is_asked_for_when_its_turn_comes(cast):
    for _time in range(2):
        with Sent() as sent, reading(cast, "petra"), together("a page"):
            assert around(cast.adam)
        assert [is_together for _sql, is_together in sent.statements] == [False, False]


@pytest.mark.parametrize("given", ["Adam", "Adam sitter ensam på rasten.", "20150312-2388", 201503122388, 1503122388, 2015, ["talk", "Adam"]])
def test_a_text_or_a_number_that_somebody_has_given_is_never_kept(cast, given):
    asked = Question(lambda child, given: Guardian.objects.filter(subject_id=child).exclude(given_name=Cast(given, TextField())))
    for _time in range(2):
        with Sent() as sent, reading(cast, "petra"), together("a page", child=cast.adam):
            assert asked(cast.adam, given)
        assert [is_together for _sql, is_together in sent.statements] == [False, False] and not habits.KEPT["a page"]


def test_a_word_of_the_code_is_kept(cast):
    kinds = Question(lambda child, kinds: Entry.objects.filter(Q(kind__among=kinds) | Q(for_guardians="no"), subject_id=child))
    for given in ([Entry.Kind.TALK], ["no"]):
        for is_kept in (False, True):
            with Sent() as sent, reading(cast, "petra"), together("a page", child=cast.adam):
                kinds(cast.adam, given)
            assert [is_together for sql, is_together in sent.statements if "journey_entry" in sql][-1] is is_kept


def test_a_statement_that_falls_takes_no_page_with_it(cast, caplog):
    found = read(cast, cast.adam)
    habits.KEPT["a page"].append(habits.Habit("select cast(%s as text)::integer", None, (habits.Known("child"),)))
    assert not caplog.messages
    assert read(cast, cast.adam) == found
    assert all("::integer" not in one.sql for one in habits.KEPT["a page"])
    assert caplog.messages == ["What is asked together at “a page” fell, and is asked one by one: InvalidTextRepresentation"]
    assert str(cast.adam) not in caplog.text  # which the fault's own words name


def test_a_page_that_may_change_something_asks_when_it_needs_to_know(cast):
    read(cast, cast.adam)
    with Sent() as sent, cast.acting("petra"), together("a page", child=cast.adam):
        around(cast.adam)
    assert not any(is_together for _sql, is_together in sent.statements)


def test_what_another_role_reads_is_asked_by_that_role(cast):
    proved = Question(lambda shown: Session.objects.using("login").filter(token_hash=shown).values_list("kind"))
    for _time in range(2):
        with reading(cast, "petra"), together("a page", child=cast.adam):
            assert proved(hashlib.sha256(cast.token("petra").encode()).hexdigest()) == [("staff",)]
        assert not habits.KEPT["a page"]


def test_a_verb_makes_what_waits_forgotten(cast):
    read(cast, cast.adam)
    with Sent() as sent, reading(cast, "petra"), together("a page", child=cast.adam):
        guard.lock_child(cast.adam)
        around(cast.adam)
    assert "people_guardian" in sent.alone[-1]


def test_no_id_no_day_and_no_answer_is_kept_from_one_page_to_the_next(cast, visitor):
    for page in (reverse("desk:child", args=[cast.adam]), reverse("day:today")):
        assert visitor.as_("petra").get(page).status_code == 200

    def values(kept):
        return [one for part in kept for one in (values(part) if isinstance(part, tuple | list) else [part])]

    found = values([one for page in habits.KEPT.values() for one in page])
    assert len(habits.KEPT["open a child"]) > 15
    assert not [one for one in found if isinstance(one, UUID | dt.date)]
    assert not [one for one in found if isinstance(one, str) and (str(cast.adam) in one or str(cast.petra) in one)]


def test_a_child_is_shown_the_same_the_second_time(cast, visitor):
    first, second = (visitor.as_("petra").get(reverse("desk:child", args=[cast.adam])).content for _time in range(2))
    assert without_once(first) == without_once(second)


def without_once(page):
    """The page without what is made anew each time, and the seconds left of the session."""
    return re.sub(rb'(nonce|csrfmiddlewaretoken|data-seconds|name="once" value)="[^"]*"|value="[\w-]{36,64}"', b"", page)
