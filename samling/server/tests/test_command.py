import os
import re
import subprocess
import sys

import pytest

from samling import command
from samling.server import preparation
from samling.server.home import CLONE


def samling(*words, given="", **environ):
    return subprocess.run(
        [sys.executable, "-m", "samling.command", *words],
        env={**os.environ, **environ},
        cwd=CLONE,
        capture_output=True,
        text=True,
        input=given,
    )


def test_help_names_every_word():
    ended = samling("help")
    assert ended.returncode == 0
    assert all(f"samling {word}" in ended.stdout for word in ("run", "psql", "check", "roles", "migrate"))


def test_psql_runs_what_stands_on_standard_input_as_the_role(cluster):
    home = str(cluster.home)
    ended = samling(
        "psql", "app", "-At", given="select current_user", SAMLING_HOME=home, SAMLING_CLUSTER="run"
    )
    assert (ended.stdout, ended.returncode) == ("samling_app\n", 0)
    ended = samling("psql", "owner", given="select 1/0; select 2", SAMLING_HOME=home, SAMLING_CLUSTER="run")
    assert (ended.stdout, ended.returncode) == ("", 3)


def test_psql_says_when_nothing_runs(tmp_path):
    ended = samling("psql", "app", SAMLING_HOME=str(tmp_path), SAMLING_CLUSTER="run")
    assert (ended.stderr, ended.returncode) == (
        "Samling does not run from this folder. Start it first, in another window: make run\n",
        1,
    )


@pytest.mark.parametrize("words", [["psql"], ["psql", "guard"], ["psql", "postgres"]])
def test_psql_as_nobody_known_names_the_roles(words):
    ended = samling(*words)
    assert ended.returncode == 1
    assert "owner, app, audit, login, worker, stats, backup" in ended.stderr


def test_the_demo_is_assumed_for_the_embedded_server_alone(monkeypatch):
    monkeypatch.delenv("SAMLING_DEMO", raising=False)
    monkeypatch.setenv("SAMLING_DB_HOST", "db.example.se")
    command._assume_demo()
    assert "SAMLING_DEMO" not in os.environ
    monkeypatch.delenv("SAMLING_DB_HOST")
    command._assume_demo()
    assert os.environ["SAMLING_DEMO"] == "1"
    monkeypatch.setenv("SAMLING_DEMO", "0")
    command._assume_demo()
    assert os.environ["SAMLING_DEMO"] == "0"


def test_migrations_are_run_again_only_when_one_has_changed(tmp_path):
    folder = tmp_path / "chapter" / "migrations"
    folder.mkdir(parents=True)
    (folder / "0001_initial.py").write_text("one")
    before = preparation.fingerprint(tmp_path)
    assert preparation.fingerprint(tmp_path) == before
    (folder / "0001_initial.py").write_text("two")
    assert preparation.fingerprint(tmp_path) != before


def test_what_was_done_is_forgotten_with_the_database_it_was_done_to(cluster):
    preparation.Done(cluster).note(migrated="x", seeded=True)
    assert (preparation.Done(cluster).migrated, preparation.Done(cluster).seeded) == ("x", True)
    assert (preparation.Done(cluster, "postgres").migrated, preparation.Done(cluster, "postgres").seeded) == (
        "",
        False,
    )


def test_every_setting_is_described_for_the_one_who_runs_it():
    code = [*CLONE.glob("samling/**/*.py"), CLONE / "Makefile", CLONE / "bin" / "setup"]
    found = {
        name
        for path in code
        if "tests" not in path.parts
        for name in re.findall(r"SAMLING_[A-Z]+(?:_[A-Z]+)*", path.read_text())
    }
    described = (CLONE / "docs" / "running.md").read_text()
    assert (
        sorted(name for name in found - {"SAMLING_PREPARED"} if name.removesuffix("_FILE") not in described)
        == []
    )
