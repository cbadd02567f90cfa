"""Only an empty house becomes a demo, and one that is broken off on the way says so."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connections

from samling.demo.management.commands import seed

NOTED = "select shobj_description(oid, 'pg_database') from pg_database where datname = current_database()"


def noted():
    with connections["owner"].cursor() as cursor:
        cursor.execute(NOTED)
        return cursor.fetchone()[0]


def test_a_house_with_people_is_refused_and_never_marked_for_throwing_away(cast):
    with pytest.raises(CommandError, match="only an empty installation"):
        call_command("seed", verbosity=0)
    assert noted() is None


def test_the_mark_stands_while_the_story_is_told(cast, monkeypatch):
    class Empty:
        objects = type("Nobody", (), {"using": lambda *_: type("None", (), {"exists": lambda *_: False})()})()

    def told(_now):
        raise RuntimeError(noted())

    monkeypatch.setattr(seed, "Organisation", Empty)
    monkeypatch.setattr(seed, "raise_places", told)
    try:
        with pytest.raises(RuntimeError, match=seed.HALF_TOLD):
            call_command("seed", verbosity=0)
    finally:
        seed.note("")
    assert noted() is None
