"""`samling run`: everything that serves Samling on this machine, started, watched and stopped together."""

import fcntl
import http.client
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from samling.kernel.texts import compile_all
from samling.server import addresses, home, port
from samling.server.embedded import Cluster
from samling.server.preparation import furnished, prepared
from samling.server.running import Child, stop_all
from samling.server.trouble import Occupied, Trouble

FIRST_ANSWER = 60.0
PASSWORD = "SAMLING_DB_PASSWORD_"
PAGES = tuple(addresses.ALWAYS.values())
TASKS = ("worker", "app", "audit")


class Progress:
    """Lines for the person who waits: seconds since the start, and what happens now."""

    def __init__(self) -> None:
        self.began = time.monotonic()

    def seconds(self) -> float:
        """How long it has taken so far."""
        return time.monotonic() - self.began

    def __call__(self, said: str) -> None:
        print(f"{self.seconds():5.1f} s  {said}", flush=True)


def run() -> int:
    """Serve until Ctrl-C or SIGTERM and give the exit code. Raises Occupied when the address is taken."""
    tell = Progress()
    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: stopped.set())
    with _only_one() as said, port.listening(os.environ, patience=3 if said.exists() else 0) as listening:
        said.write_text(port.address(listening))
        return _serve(listening, tell, stopped)


def _serve(listening: socket.socket, tell: Progress, stopped: threading.Event) -> int:
    cluster = None if addresses.named(os.environ) else Cluster()
    children: list[Child] = []
    try:
        compile_all()  # first: the demo world writes its sentences in Swedish
        if cluster:
            tell("Starting PostgreSQL …")
            prepared(cluster)
            furnished(cluster, tell)
        if stopped.is_set():
            return 0
        tell("Starting the pages …")
        children += [_pages(listening), _supervisor()]
        for child in children:
            child.start()
        _await_first_answer(listening, children[0], stopped, tell)
        children.append(_worker())  # it watches from here on, and holds up nobody's first page
        _watch(cluster, children, stopped, tell)
    finally:
        tell("Stopping …")
        stop_all(children)
        if cluster:
            cluster.leave()
    return 0


def _watch(cluster: Cluster | None, children: list[Child], stopped: threading.Event, tell: Progress) -> None:
    while not stopped.wait(1.0):
        try:
            if cluster and not cluster.alive():
                tell("PostgreSQL ended; starting it again …")
                cluster.start()
        except Trouble as trouble:
            tell(str(trouble))
        for child in children:
            child.watch(tell)


def _pages(listening: socket.socket) -> Child:
    command = [sys.executable, "-m", "gunicorn", "--config=python:samling.server.web"]
    command += [f"--bind=fd://{listening.fileno()}"]
    return Child("The web server", command, environ_for(PAGES, os.environ), pass_fds=[listening.fileno()])


def _supervisor() -> Child:
    command = [sys.executable, "-m", "samling.server.supervisor"]
    return Child("The supervisor", command, environ_for(("worker",), os.environ))


def _worker() -> Child:
    command = [sys.executable, "-m", "samling.command", "work"]
    own = {"SAMLING_AS": "worker", "SAMLING_PREPARED": "1"}
    return Child("The worker", command, environ_for(TASKS, os.environ) | own)


def environ_for(roles: tuple[str, ...], environ: Mapping[str, str]) -> dict[str, str]:
    """The environment without the passwords of other roles: nobody is handed what it has no use for."""
    kept = tuple(f"{PASSWORD}{role.upper()}" for role in roles)
    hidden = (PASSWORD, "SAMLING_AS", "SAMLING_ADMIN_DSN")
    return {
        name: value for name, value in environ.items() if not name.startswith(hidden) or name.startswith(kept)
    }


def _await_first_answer(
    listening: socket.socket, pages: Child, stopped: threading.Event, tell: Progress
) -> None:
    address, until = port.address(listening), tell.seconds() + FIRST_ANSWER
    while tell.seconds() < until and not stopped.is_set():
        if pages.process is None or pages.process.poll() is not None:
            raise Trouble("The pages did not start. The lines above say why.")
        status = _status(listening)
        if status:
            fails = f" But its first page fails with status {status}." if status >= 500 else ""
            tell(f"Samling answers at {address} and is stopped by Ctrl-C.{fails}")
            return
    if not stopped.is_set():
        raise Trouble(f"The pages do not answer within {FIRST_ANSWER:.0f} s.")


def _status(listening: socket.socket) -> int:
    host, number = listening.getsockname()[:2]
    reachable = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    connection = http.client.HTTPConnection(reachable, number, timeout=5.0)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        connection.close()


@contextmanager
def _only_one() -> Iterator[Path]:
    place = home.home_of(home.CLONE, "run")
    place.mkdir(parents=True, exist_ok=True)
    said = place / "address"
    with open(place / "run.lock", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            at = said.read_text() if said.exists() else "another port"
            raise Occupied(f"Samling already runs from this folder, at {at}. Stop it there first.") from None
        yield said
        said.unlink(missing_ok=True)
