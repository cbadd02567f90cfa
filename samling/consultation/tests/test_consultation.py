"""A question without a name: asked across the wall, answered, counted, and never tied to a child."""

import datetime as dt
import re
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import connection
from django.urls import reverse

from samling.consultation import rules
from samling.consultation.models import Consultation, Utterance, counts
from samling.consultation.rules import Count, Dates
from samling.kernel.answer import Refused
from samling.people.models import Capacity, Unit
from samling.records.clock import now

# What a question may point at: the people and places of the house. None of them is a child.
MAY_POINT_AT = {"people.Capacity", "people.Unit", "consultation.Consultation"}
KEYS = {"id", "to_unit_id", "written_by_id", "closed_by_id", "consultation_id"}


def me(acting):
    return Capacity.objects.select_related("person", "unit__branch__organisation").get(pk=acting.capacity_id)


def ask(cast, who="petra", to="reception", question="Hur talar vi om pengar?"):
    with cast.acting(who) as acting:
        told = {"to_unit": Unit.objects.get(pk=cast.world.unit[to]), "age_band": "6-9", "area": "home"}
        return Consultation.ask(told | {"question": question}, by=me(acting), at=now(), pk=uuid4()).pk


def sees(cast, who):
    with cast.acting(who):
        return Consultation.objects.count(), Utterance.objects.count()


def test_both_sides_see_the_thread_and_nobody_else(cast):
    asked = ask(cast)
    with cast.acting("tomas") as acting:
        Consultation.objects.get(pk=asked).say("Börja i det som fungerar.", by=me(acting), at=now(), pk=uuid4())
    assert sees(cast, "petra") == sees(cast, "tomas") == (1, 2)
    for stranger in ("gunilla", "maja", "maria", "birgitta", "olof", "ingrid"):
        assert sees(cast, stranger) == (0, 0)


def test_no_column_can_carry_a_child(database):
    """Neither a key nor a field beside keys, words and days: what is not there cannot be followed."""
    for model in apps.get_app_config("consultation").get_models():
        pointed = {field.related_model._meta.label for field in model._meta.get_fields() if field.is_relation}
        assert pointed <= MAY_POINT_AT | {"consultation.Utterance"}
    with connection.cursor() as cursor:
        cursor.execute(
            "select column_name, data_type from information_schema.columns where table_name like 'consultation_%%'"
        )
        columns = cursor.fetchall()
    assert {name for name, kind in columns if kind == "uuid"} == KEYS
    assert {kind for _name, kind in columns} <= {"uuid", "text", "character varying", "timestamp with time zone"}
    assert not [name for name, _kind in columns if re.search("child|subject|journey|record|roster|number", name)]


def test_the_form_stops_names_numbers_classes_and_schools(cast, visitor):
    petra, there = visitor.as_("petra"), reverse("consultation:new")
    page = petra.get(there).content.decode()
    sent = {"key": re.search(r'name="key" value="([^"]+)"', page)[1], "to_unit": cast.reception, "age_band": "6-9",
            "area": "home"}  # fmt: skip
    for said in ("Adam är trött.", "Jag tänker på Hassans familj.", "En pojke i 4B är trött.", "En pojke, 20150314-2384.",
                 "En elev på Norrskolan.", "Ring 070-174 06 01.", "Hen bor granne med Bella."):  # fmt: skip
        answer = petra.post(there, sent | {"question": said})
        assert answer.status_code == 422, said
    with cast.acting("petra"):
        assert not Consultation.objects.exists()
    asked = {"question": "Ett barn är ofta trött. Hur talar vi med familjen om sömn?"}
    assert petra.post(there, sent | asked).status_code == 302
    assert petra.post(there, sent | asked).status_code == 302  # sent twice is one question
    assert sees(cast, "tomas") == (1, 1)


def test_a_question_is_answered_counted_and_closed(cast, visitor):
    asked = ask(cast)
    assert "En fråga utan namn" in visitor.as_("tomas").get("/").content.decode()
    there = reverse("consultation:show", args=[asked])
    page = visitor.as_("tomas").get(there).content.decode()
    assert "SoL 14:2" in page and "orosanmälan" in page
    assert visitor.as_("tomas").post(there, {"key": uuid4(), "question": "Börja i det som fungerar."}).status_code == 302
    with cast.acting("petra") as acting:
        assert counts() == [Count("HT 2025", "Socialtjänstens mottagning", 1, 1, 1)]
        Consultation.objects.get(pk=asked).close(by=me(acting), at=now())
        with pytest.raises(Refused):
            Consultation.objects.get(pk=asked).say("En sak till.", by=me(acting), at=now(), pk=uuid4())
    with cast.acting("sten"):
        assert counts() == []  # another municipality


DAY = dt.date(2025, 11, 20)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], []),
        ([Dates("BUP", DAY, None)], [("HT 2025", "BUP", 1, 0, 0)]),
        ([Dates("BUP", DAY, dt.date(2025, 11, 27))], [("HT 2025", "BUP", 1, 1, 1)]),
        ([Dates("BUP", DAY, dt.date(2025, 11, 28))], [("HT 2025", "BUP", 1, 1, 0)]),
        (
            [Dates("BUP", dt.date(2025, 6, 30), DAY), Dates("Lotsen", DAY, None), Dates("BUP", DAY, None)],
            [("HT 2025", "BUP", 1, 0, 0), ("HT 2025", "Lotsen", 1, 0, 0), ("VT 2025", "BUP", 1, 1, 0)],
        ),
    ],
)
def test_counting(rows, expected):
    assert [tuple(one) for one in rules.counted(rows)] == expected


@pytest.mark.parametrize(
    ("at_receiver", "is_asker", "closed", "may"),
    [(True, False, False, True), (False, True, False, True), (False, False, False, False), (True, True, True, False)],
)
def test_who_may_write(at_receiver, is_asker, closed, may):
    sides = {"at_receiver": at_receiver, "is_asker": is_asker, "closed": closed}
    assert bool(rules.may_answer(**sides)) is may and bool(rules.may_close(**sides)) is may
