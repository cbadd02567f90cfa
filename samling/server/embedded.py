"""The PostgreSQL that comes with Samling: made, started and stopped without anybody installing anything.

It listens on a Unix socket only, asks every role for its password, and keeps its data in the clone's
home (`samling.server.home`). It is meant for trying Samling out, for development and for tests;
a production installation names its own server (`samling.server.addresses`).
"""

import fcntl
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from samling.server import binaries, home, passwords
from samling.server.trouble import Trouble
from samling.server.tuning import settings_for

SUPERUSER = "postgres"
PORT = 5432
PATIENCE = 30.0
ATTEMPTS = 10
LARGEST_LOG = 5_000_000


class Cluster:
    """One embedded PostgreSQL: `Cluster().start()` returns when it answers.

    `purpose` "run" is the clone's own; any other word ("test") gets a separate home and socket.
    """

    def __init__(self, clone: Path = home.CLONE, purpose: str = "run", place: Path | None = None) -> None:
        self.purpose = purpose
        self.home = place or home.home_of(clone, purpose)
        self.data = self.home / "data"
        self.secrets = self.home / "passwords"
        self.log = self.home / "postgresql.log"
        self.socket = home.socket_folder(self.home)
        self._process: subprocess.Popen[bytes] | None = None
        self._use: int | None = None

    @property
    def programs(self) -> Path:
        """The folder with psql, pg_dump and the rest."""
        return self._unpacked() / "bin"

    def start(self) -> "Cluster":
        """Make the cluster if it is missing, start it if it stands still. Raises Trouble with the reason."""
        home.own_folder(self.home, home.Account("", os.geteuid(), os.getegid()), 0o755)
        with self._alone("starting.lock"):
            if not self.running():
                account = home.account_for(self.data)
                home.insist_reachable(self.home, account)
                binaries.insist_usable(self._unpacked(), account)
                if not self.data.exists():
                    self._make(account)
                self._launch(account)
        self._hold()
        return self

    def running(self) -> bool:
        """True while the cluster accepts connections."""
        status = self._status()
        if len(status) < 8 or status[7].strip() != "ready":
            return False
        with socket.socket(socket.AF_UNIX) as probe:
            return probe.connect_ex(str(self.socket / f".s.PGSQL.{PORT}")) == 0

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

    def leave(self) -> None:
        """Stop unless another process has started the same cluster and still uses it."""
        if self._use is None:
            return
        fcntl.flock(self._use, fcntl.LOCK_UN)
        try:
            fcntl.flock(self._use, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self.stop()
        except BlockingIOError:
            return
        finally:
            os.close(self._use)
            self._use = None

    def dsn(self, role: str, database: str = "samling") -> dict[str, Any]:
        """Connection arguments for a role: "app", "owner", … or "postgres" for the superuser."""
        user = role if role == SUPERUSER or role.startswith("samling_") else f"samling_{role}"
        secret = passwords.read(self.secrets / user.removeprefix("samling_"))
        return dict(host=str(self.socket), port=PORT, user=user, password=secret, dbname=database)

    @contextmanager
    def superuser(self, database: str = "postgres") -> Iterator[psycopg.Connection]:
        """An autocommitting connection as the superuser: for preparing the cluster and for nothing else."""
        with psycopg.connect(**self.dsn(SUPERUSER, database), autocommit=True) as connection:
            yield connection

    def _unpacked(self) -> Path:
        return binaries.unpacked(self.home if os.environ.get("SAMLING_HOME") else home.storage())

    def _make(self, account: home.Account) -> None:
        making = self.home / "data-making"
        shutil.rmtree(making, ignore_errors=True)
        home.own_folder(making, account)
        secret = making.with_name("first-password")
        secret.unlink(missing_ok=True)
        secret.touch(0o600)
        secret.write_text(passwords.kept(self.secrets, SUPERUSER))
        os.chown(secret, account.uid, account.gid)
        try:
            made = binaries.execute(
                [self.programs / "initdb", "-D", making, "-U", SUPERUSER, f"--pwfile={secret}",
                 "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--locale-provider=builtin",
                 "--builtin-locale=C.UTF-8", "--text-search-config=simple", "--data-checksums"],
                account,
            )  # fmt: skip
        finally:
            secret.unlink()
        if made.returncode != 0:
            raise Trouble(f"The database could not be made in {self.home}:\n{made.stderr.strip()}")
        making.rename(self.data)

    def _launch(self, account: home.Account) -> None:
        home.own_folder(self.socket, account)
        for _ in range(ATTEMPTS):
            if self._is_ready(self._spawn(account)):
                return
            # Sessions of a server that was killed need a moment to notice it and let go of its memory.
            if "shared memory block" not in self._last_words():
                break
            time.sleep(0.5)
        raise Trouble(f"PostgreSQL did not start. The end of {self.log}:\n{self._last_words()}")

    def _spawn(self, account: home.Account) -> subprocess.Popen[bytes]:
        if self.log.exists() and self.log.stat().st_size > LARGEST_LOG:
            self.log.replace(self.log.with_suffix(".log.old"))
        settings = settings_for(self.purpose)
        settings |= {"unix_socket_directories": str(self.socket), "unix_socket_permissions": "0700"}
        command = [str(self.programs / "postgres"), "-D", str(self.data), "-p", str(PORT)]
        command += [f"--{name}={value}" for name, value in settings.items()]
        with open(os.open(self.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab") as log:
            self._process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/", start_new_session=True,
                **binaries.as_account(account),
            )  # fmt: skip
        return self._process

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
        return pid if self._alive(pid) and (self.running() or self._is_ours(pid)) else None

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
        return True

    def _gone_within(self, seconds: float, pid: int) -> bool:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if not self._alive(pid):
                return True
            time.sleep(0.02)
        return False

    def _hold(self) -> None:
        if self._use is None:
            self._use = os.open(self.home / "users.lock", os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.flock(self._use, fcntl.LOCK_SH)

    @contextmanager
    def _alone(self, name: str) -> Iterator[None]:
        with open(self.home / name, "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
