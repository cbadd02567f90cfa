import os
import socket
import subprocess
import sys
from contextlib import suppress

import pytest

from samling.server import home, port
from samling.server.trouble import Occupied, Trouble


def held(number):
    other = socket.socket()
    other.bind(("127.0.0.1", number))
    return other


def opened_by_nobody():
    """A port below those that the system deals to outgoing connections, and no other test process's."""
    for number in range(20_000 + os.getpid() % 1_000 * 10, 32_000):
        with suppress(OSError), held(number), held(number + 1):
            return number
    raise AssertionError("Every port is taken.")


@pytest.fixture
def taken():
    with held(opened_by_nobody()) as other:
        other.listen()
        yield other.getsockname()[1]


def proposed(taken):
    with pytest.raises(Occupied) as occupied:
        port.listening({"PORT": str(taken)})
    assert str(occupied.value).startswith(f"Port {taken} is taken by another program.")
    return int(str(occupied.value).rpartition("PORT=")[2])


def test_a_taken_port_is_said_with_another_that_is_free(taken):
    port.listening({"PORT": str(proposed(taken))}).close()


def test_a_port_that_nobody_answers_at_but_somebody_holds_is_not_proposed(taken):
    with held(taken + 1):
        assert proposed(taken) > taken + 1


def test_the_address_is_one_for_a_browser():
    number = opened_by_nobody()
    with port.listening({"PORT": str(number)}) as listening:
        assert port.address(listening) == f"http://127.0.0.1:{number}/"


@pytest.mark.parametrize("said", ["åttatusen", "0", "70000", "-1", "8000.5"])
def test_what_is_no_port_is_refused(said):
    with pytest.raises(Trouble, match=f"PORT={said} is not a port"):
        port.listening({"PORT": said})


def test_an_address_of_another_machine_is_refused():
    with pytest.raises(Trouble, match=r"cannot answer at 192\.0\.2\.1:8000"):
        port.listening({"SAMLING_BIND": "192.0.2.1"})


def test_the_command_ends_with_two_and_the_sentence_before_it_starts_anything(taken, tmp_path):
    environ = os.environ | {"PORT": str(taken), "SAMLING_HOME": str(tmp_path / "hem")}
    ended = subprocess.run(
        [sys.executable, "-m", "samling.command", "run"],
        env=environ,
        cwd=home.CLONE,
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 2
    assert ended.stderr.startswith(f"Port {taken} is taken")
    assert "Traceback" not in ended.stderr
    assert not (tmp_path / "hem" / "data").exists()
