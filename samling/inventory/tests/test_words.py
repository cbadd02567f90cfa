"""A code is said in the words of its chapter, and a record has a day."""

import datetime as dt

import pytest
from django.utils.translation import override

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
