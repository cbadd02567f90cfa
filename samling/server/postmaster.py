"""One running PostgreSQL: started as a process of its own, found again by its pid file, stopped with care."""

import os
import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

from samling.server.trouble import Trouble

PORT = 5432
PATIENCE = 30.0
ATTEMPTS = 10
LARGEST_LOG = 5_000_000


class Postmaster:
    """The process behind a data folder. Programs that hold one share its pid file."""

    def __init__(self, data: Path, log: Path, sockets: Path) -> None:
        self.data = data
        self.log = log
        self.socket = sockets / f".s.PGSQL.{PORT}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, command: list[str], account: dict[str, Any]) -> None:
        """Start it and wait until it answers. Raises Trouble with the end of its log."""
        if self.log.exists() and self.log.stat().st_size > LARGEST_LOG:
            self.log.replace(self.log.with_suffix(".log.old"))
        if self._settled():
            return
        for _ in range(ATTEMPTS):
            if self._is_ready(self._spawn(command, account)):
                return
            # Sessions of a server that was killed need a moment to notice it and let go of its memory.
            if "shared memory block" not in self._last_words():
                break
            time.sleep(0.5)
        raise Trouble(f"PostgreSQL did not start. The end of {self.log}:\n{self._last_words()}")

    def running(self) -> bool:
        """True while it accepts connections."""
        status = self._status()
        if len(status) < 8 or status[7].strip() != "ready":
            return False
        with socket.socket(socket.AF_UNIX) as probe:
            return probe.connect_ex(str(self.socket)) == 0

    def alive(self) -> bool:
        """True while its process lives: cheaper than `running`, for a watch every second."""
        return self._pid() is not None

    def stop(self) -> None:
        """Stop at once, ending open sessions; committed work is kept."""
        pid = self._pid()
        if pid is None:
            return
        for signal_number in (signal.SIGINT, signal.SIGQUIT):
            os.kill(pid, signal_number)
            if self._gone_within(PATIENCE, pid):
                return
        raise Trouble(f"PostgreSQL (process {pid}) does not stop. See {self.log}.")

    def _spawn(self, command: list[str], account: dict[str, Any]) -> subprocess.Popen[bytes]:
        with open(os.open(self.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab") as log:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                start_new_session=True,
                **account,
            )
        return self._process

    def _settled(self) -> bool:
        """True when another program's start succeeds; False when the field is free of a stale pid file."""
        until = time.monotonic() + PATIENCE
        while self._pid() is not None and time.monotonic() < until:
            if self.running():
                return True
            if self._is_deaf():
                self.stop()
            time.sleep(0.05)
        # PostgreSQL takes any living process with that number for a server, also a dead one not yet buried.
        if Path("/proc/self").exists() and self._pid() is None:
            for stale in (self.data / "postmaster.pid", self.socket.with_name(f"{self.socket.name}.lock")):
                stale.unlink(missing_ok=True)
        return False

    def _is_deaf(self) -> bool:
        """True when it is up but nobody reaches it any more: something cleaned its socket away."""
        status = self._status()
        return len(status) >= 8 and status[7].strip() == "ready" and not self.socket.exists()

    def _is_ready(self, process: subprocess.Popen[bytes]) -> bool:
        """True when it answers, False when the process ended before that."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if process.poll() is not None:
                return False
            if self.running():
                return True
            time.sleep(0.02)
        raise Trouble(f"PostgreSQL is not ready after {PATIENCE:.0f} s.\n{self._last_words()}")

    def _last_words(self) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-8:])

    def _status(self) -> list[str]:
        try:
            return (self.data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return []

    def _pid(self) -> int | None:
        """The running server's process, if it is ours: a number left by a crash may be somebody else's."""
        status = self._status()
        if not status:
            return None
        pid = int(status[0])
        return pid if self._alive(pid) and (self._is_ours(pid) or self.running()) else None

    def _is_ours(self, pid: int) -> bool:
        try:
            return os.fsencode(self.data) in Path(f"/proc/{pid}/cmdline").read_bytes()
        except OSError:
            return False

    def _alive(self, pid: int) -> bool:
        if self._process is not None and self._process.pid == pid:
            return self._process.poll() is None
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
        return not _is_unburied(pid)

    def _gone_within(self, seconds: float, pid: int) -> bool:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if not self._alive(pid):
                return True
            time.sleep(0.02)
        return False


def _is_unburied(pid: int) -> bool:
    """True for a dead process whose parent has not asked for its exit code yet."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return False
