"""What the tests of the day and the desk share: someone's capacity as a record, and counting what a page asks the database."""

from contextlib import contextmanager

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samling.people.models import Capacity
from samling.records import habits

PROTECTED = (
    "people_child",
    "people_guardian",
    "people_significantadult",
    "journey_entry",
    "journey_event",
    "journey_level",
    "concern_signal",
    "concern_handling",
    "checklist_",
    "consent_",
)


@pytest.fixture
def me():
    """The capacity that acts, with its place."""

    def found(acting):
        return Capacity.objects.select_related("person", "unit__branch__organisation").get(
            pk=acting.capacity_id
        )

    return found


class Asked:
    """What was asked: all statements, and those on tables behind walls."""

    def __init__(self, captured):
        self.statements = [query["sql"] for query in captured]

    @property
    def protected(self):
        """The statements that read a protected table."""
        return [
            sql
            for sql in self.statements
            if any(f'"{name}' in sql for name in PROTECTED) and "SAVEPOINT" not in sql
        ]


@pytest.fixture
def asking():
    """`with asking() as asked:` - then `asked()` counts."""

    @contextmanager
    def counted():
        habits.KEPT.clear()  # each question when its turn comes, and none in vain
        with CaptureQueriesContext(connection) as captured:
            yield lambda: Asked(captured.captured_queries)

    return counted
