"""`samling check` says what must be mended, in plain words, each with what to do."""

import pytest
from django.db import connections

from samling.access import guard
from samling.records.clock import now
from samling.server import house
from tests.walls.wires import wire


def to_mend():
    with wire("worker") as connection:
        return dict(connection.execute("select what, n from guard.to_mend()").fetchall())


def test_units_without_a_head_and_roles_that_wait_are_counted(cast):
    before = to_mend()
    assert set(before) == set(house.MEND) and before["no organisation"] == 0
    with cast.acting("ingrid"):
        for head in (cast.kerstin, cast.karin):
            guard.call("end_capacity", head)
        guard.give_capacity(cast.world.person["jonas"], cast.norrskolan, "mentor", starts=now(), ends=None)
    assert to_mend()["units without head"] > before["units without head"]
    assert to_mend()["capacities waiting"] == before["capacities waiting"]
    with connections["owner"].cursor() as cursor:
        cursor.execute("select guard.mark_installation('test', %s - statement_timestamp() + interval '8 days')", [now()])
    assert to_mend()["capacities waiting"] == before["capacities waiting"] + 1


def test_a_backup_that_is_old_or_never_made_is_a_finding(tmp_path):
    mark = tmp_path / "done"
    assert "Nobody has said" in next(iter(house._backup({}, 0))).what
    said = {"SAMLING_BACKUP_MARK": str(mark)}
    assert list(house._backup(said, 0))
    mark.touch()
    made = mark.stat().st_mtime
    assert not list(house._backup(said, made + 3600)) and list(house._backup(said, made + 27 * 3600))


def test_half_an_adapter_is_a_finding():
    (found,) = house._messages({"SAMLING_SMS_URL": "https://sms.example.se"})
    assert "SAMLING_SMS_CLIENT" in found.do
    assert not list(house._messages({}))


def test_texts_that_are_not_made_are_a_finding(tmp_path):
    folder = tmp_path / "concern" / "locale" / "sv" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").touch()
    assert list(house._texts(tmp_path))
    (folder / "django.mo").touch()
    assert not list(house._texts(tmp_path))


def test_a_full_disk_is_a_finding(monkeypatch):
    monkeypatch.setattr(house.shutil, "disk_usage", lambda _place: house_of(100, 5))
    assert "nearly full" in next(iter(house._disk({}))).what
    monkeypatch.setattr(house.shutil, "disk_usage", lambda _place: house_of(100, 50))
    assert not list(house._disk({}))


def house_of(total, free):
    return type("Usage", (), {"total": total, "free": free})


@pytest.mark.parametrize("what", house.MEND)
def test_every_finding_says_what_to_do(what):
    said, do = house.MEND[what]
    assert said.endswith(".") and do
