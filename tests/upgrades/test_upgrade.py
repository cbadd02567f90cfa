"""A house that stood is brought up to date: it becomes as a new one, keeps its rows, and its pages answer."""

import os

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.test import Client

from samling.access.management.commands import migrate
from samling.demo.build import session_for
from samling.people.models import Capacity, Child
from samling.people.sessions import token_of
from samling.records.acting import begun
from samling.server.preparation import prepared
from tests.cloning import point_at, set_clock

from .keep import KEPT, restore
from .shape import columns, rows, shape

pytestmark = pytest.mark.xdist_group("upgrade")
STEPS = 12  # after so many the first try is broken off


class BrokenOff(Exception):
    """Somebody pulled the plug."""


class Unlucky(migrate.Command):
    """Is broken off after some steps."""

    left = STEPS

    def migration_progress_callback(self, action, migration=None, fake=False):
        self.left -= action == "apply_success"
        if not self.left:
            raise BrokenOff


class Stood:
    """The house that stood: its name, and what was in it before."""

    def __init__(self, cluster, file):
        self.cluster, self.name = cluster, f"stood_{os.environ.get('PYTEST_XDIST_WORKER', 'gw')}_{os.getpid()}"
        restore(cluster, file, self.name)
        self.columns = columns(cluster, self.name)
        self.rows = rows(cluster, self.name, self.columns)
        prepared(cluster, self.name)

    def brought_up(self):
        """As when `samling migrate` is killed among the steps, killed before the walls, and run a third time."""
        with pytest.raises(BrokenOff):
            call_command(Unlucky(), database="owner", verbosity=0)
        with pytest.MonkeyPatch.context() as patch, pytest.raises(BrokenOff):
            patch.setattr(migrate, "rebuild", _broken_off)
            call_command("migrate", database="owner", verbosity=0)
        self.halfway = shape(self.cluster, self.name)
        call_command("migrate", database="owner", verbosity=0)
        return self


def _broken_off(*_asked):
    raise BrokenOff


@pytest.fixture(scope="module", params=sorted(KEPT.glob("*.xz")), ids=lambda file: file.name.partition(".")[0])
def stood(request, template):
    house = Stood(template.cluster, request.param)
    try:
        point_at(house.name)
        yield house.brought_up()
    finally:
        point_at("postgres")
        template.drop(house.name)


def test_it_is_as_a_new_one(stood, template):
    new, old = shape(template.cluster, template.name), shape(template.cluster, stood.name)
    assert len(new) > 5000 and stood.halfway != old
    lacks, too_much = sorted(new - old), sorted(old - new)
    assert not lacks and not too_much, "\n".join(["it lacks:", *lacks[:20], "it has and a new one has not:", *too_much[:20]])


def test_its_rows_are_kept(stood, template):
    filled = {table: found for table, found in stood.rows.items() if found}
    assert len(filled) > 100
    standing = {table: names for table, names in stood.columns.items() if table in columns(template.cluster, stood.name)}
    now = rows(template.cluster, stood.name, standing)
    assert now == {table: stood.rows[table] for table in standing}
    assert not (gone := filled.keys() - now.keys()), gone


def test_its_pages_answer(stood):
    with connections["owner"].cursor() as cursor:
        cursor.execute("select max(written_at) + interval '1 minute' from journey_event")
        set_clock(cursor.fetchone()[0])
    at_work = Capacity.objects.using("owner").filter(until_at=None, unit__isnull=False).order_by("role", "from_at", "id")
    seen = [_shown(capacity) for capacity in at_work.distinct("role")]
    assert len(seen) > 15 and sum(seen) > 15, "hardly any page was shown"


def _shown(capacity):
    """How many children's pages this person was shown, beside *I dag*."""
    browser = Client()
    key = browser.cookies[settings.SESSION_COOKIE_NAME] = session_for(capacity.pk)
    assert browser.get("/").status_code == 200, capacity.role
    with begun(token_of(key)):
        found = [child.pk for child in Child.objects.all()]
    for pk in found:
        assert browser.get(f"/children/{pk}/").status_code == 200, (capacity.role, pk)
    return len(found)
