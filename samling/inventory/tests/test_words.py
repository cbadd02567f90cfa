"""A code is said in the words of its chapter, and a record has a day."""

import datetime as dt

import pytest
from django.utils.translation import override

from samling.inventory import telling
from samling.inventory.item import EARLIEST, Item
from samling.inventory.reference.coded import answers
from samling.records.clock import STOCKHOLM


def test_a_number_of_days_is_no_step_of_a_scale():
    with override("sv"):
        said = [words for _asked, words in answers({"H7": 2, "H9": 6, "H10": "unknown"}, {"package": "SAM-3S", "version": "1"})]
    assert said == ["2 (till en del)", "6", "vet inte"]


@pytest.mark.parametrize(("row", "at"), [
    ({"sent_at": "2026-03-01T10:00:00+01:00", "decided_at": "2026-02-01T10:00:00+01:00"}, dt.datetime(2026, 3, 1, 10, tzinfo=STOCKHOLM)),
    ({"at": "2026-03-01T10:00:00"}, dt.datetime(2026, 3, 1, 10, tzinfo=STOCKHOLM)),
    ({"written_at": None, "week_on": "2026-03-02"}, dt.datetime(2026, 3, 2, tzinfo=STOCKHOLM)),
    ({"written_at": "soon"}, EARLIEST),
    ({}, EARLIEST),
])  # fmt: skip
def test_a_record_is_from_the_first_of_its_days(row, at):
    assert Item("journey_entry", "1", row).at == at


class NAMES:
    said = {"p": "Petra Ek, mentor"}.get


KEPT = "2025-11-20T10:00:00+01:00"


@pytest.mark.parametrize(
    ("table", "row", "heading"),
    [
        ("people_guardian", {"given_name": "Karin", "family_name": "Åström", "relation": "mamma", "from_at": KEPT}, "Karin Åström · 20 november 2025"),
        ("people_rosterentry", {"given_name": "Leo", "family_name": "Åström", "mentor_id": "p"}, "Leo Åström"),
        ("journey_level", {"tier": 2, "because": "Det räcker inte", "written_at": KEPT}, "Nivå 2 · 20 november 2025"),
        ("journey_event", {"kind": "concern noted", "written_at": KEPT}, "Oro noterad · 20 november 2025"),
        ("access_assignment", {"capacity_id": "p", "given_by_id": "q", "because": "mentor", "from_at": KEPT}, "Petra Ek, mentor · 20 november 2025"),
        ("concern_signal", {"raised_as": "seen", "body": {"text": "Bråk i kön.\nLugnt i klassen."}, "written_at": KEPT}, "Bråk i kön. · 20 november 2025"),
        ("concern_signal", {"body": {"text": "Trött om dagarna. " * 5}, "written_at": KEPT}, f"{'Trött om dagarna. ' * 3}Trött om … · 20 november 2025"),
        ("journey_journey", {"begun_at": KEPT}, "20 november 2025"),
        ("journey_journey", {}, "utan datum"),
    ],
)
def test_a_record_is_told_from_others_of_its_kind(table, row, heading):
    with override("sv"):
        assert telling.heading_of(Item(table, "1", row), NAMES()) == heading
