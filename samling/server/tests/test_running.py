import os
import subprocess
import sys
import time
from pathlib import Path

from samling.server.home import CLONE
from samling.server.run import PAGES, environ_for
from samling.server.running import Child, stop_all

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]


def child(command=SLEEP):
    return Child("The child", command, dict(os.environ))


def test_one_that_ends_is_started_again_after_a_pause_that_grows():
    said = []
    ours = child([sys.executable, "-c", "raise SystemExit(3)"])
    ours.start()
    for pause in (1, 2, 4):
        ours.process.wait()
        ours.watch(said.append)
        assert said[-1] == f"The child ended (code 3); starting it again in {pause} s"
        assert ours.process is None
        ours.watch(said.append)
        assert ours.process is None
        ours.again_at = 0
        ours.watch(said.append)
        assert ours.process is not None
    stop_all([ours])


def test_one_that_has_long_been_calm_is_started_again_at_once():
    said = []
    ours = child()
    ours.pause = 30
    ours.start()
    ours.started_at -= 3600
    ours.process.kill()
    ours.process.wait()
    ours.watch(said.append)
    assert said == ["The child ended (code -9); starting it again in 1 s"]
    stop_all([ours])


def test_all_are_stopped_together():
    ours = [child(), child()]
    for one in ours:
        one.start()
    began = time.monotonic()
    stop_all(ours)
    assert [one.process.returncode for one in ours] == [-15, -15]
    assert time.monotonic() - began < 5


def test_each_process_is_handed_the_passwords_of_its_own_roles_alone():
    roles = ("APP", "AUDIT", "LOGIN", "WORKER", "OWNER", "STATS", "BACKUP")
    whole = {f"SAMLING_DB_PASSWORD_{role}_FILE": "x" for role in roles} | {
        "SAMLING_AS": "owner",
        "PATH": "/bin",
    }
    pages, supervisor = environ_for(PAGES, whole), environ_for(("worker",), whole)
    assert set(pages) == {f"SAMLING_DB_PASSWORD_{role}_FILE" for role in roles[:3]} | {"PATH"}
    assert set(supervisor) == {"SAMLING_DB_PASSWORD_WORKER_FILE", "PATH"}


def test_kill_nine_of_the_parent_takes_the_child_along():
    code = """if True:
        import os, sys
        from samling.server.running import Child
        one = Child("x", [sys.executable, "-c", "import time; time.sleep(60)"], dict(os.environ))
        one.start()
        print(one.process.pid, flush=True)
        os.kill(os.getpid(), 9)
    """
    parent = subprocess.run([sys.executable, "-c", code], cwd=CLONE, capture_output=True, text=True)
    left = Path(f"/proc/{int(parent.stdout)}/cmdline")
    for _ in range(100):
        if not left.exists() or not left.read_bytes():
            return
        time.sleep(0.02)
    raise AssertionError("the child lives on")


def test_a_process_that_serves_pages_looks_seldom_through_what_it_keeps():
    asked = "import gc; from samling.server.running import settle; settle(); print(gc.get_threshold()[0], gc.get_freeze_count() > 1000)"
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, cwd=CLONE, check=True).stdout
    assert said.split() == ["10000", "True"]
