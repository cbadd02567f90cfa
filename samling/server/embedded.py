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
from typing import IO, Any

import psycopg

from samling.server import binaries, home, passwords
from samling.server.trouble import Trouble

SUPERUSER = "postgres"
PORT = 5432
PATIENCE = 30.0
LARGEST_LOG = 5_000_000

# Errors are logged without the statement, its values or the row: the log never holds a child's text.
SETTINGS = {
    "listen_addresses": "",
    "password_encryption": "scram-sha-256",
    "max_connections": "80",
    "shared_buffers": "128MB",
    "effective_cache_size": "1GB",
    "work_mem": "8MB",
    "maintenance_work_mem": "128MB",
    "max_wal_size": "1GB",
    "wal_compression": "lz4",
    "random_page_cost": "1.1",
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "%m %u %a ",
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
}
# A test's data may be lost in a power cut; nobody waits for the disk.
SETTINGS_FOR_TESTS = {
    "max_connections": "200",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "autovacuum_naptime": "10min",
    "max_wal_size": "4GB",
    "max_locks_per_transaction": "256",
}


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
        self._use: IO[str] | None = None

    @property
    def programs(self) -> Path:
        """The folder with psql, pg_dump and the rest."""
        return self._unpacked() / "bin"

    def start(self) -> "Cluster":
        """Make the cluster if it is missing and start it if it stands still. Raises Trouble with the reason."""
        home.own_folder(self.home, home.Account("", os.geteuid(), os.getegid()), 0o755)
        with self._alone("starting.lock"):
            if not self.running():
                account = home.account_for(self.data)
                home.insist_reachable(self.home, account)
                binaries.insist_usable(self._unpacked(), account)
                if not self.data.exists():
                    self._make(account)
                self._spawn(account)
        self._use = self._use or open(self.home / "users.lock", "w")
        fcntl.flock(self._use, fcntl.LOCK_SH)
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
        status = self._status()
        if not status or not self._alive(int(status[0])):
            return
        pid = int(status[0])
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
            pass
        finally:
            self._use.close()
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

    def _spawn(self, account: home.Account) -> None:
        home.own_folder(self.socket, account)
        if self.log.exists() and self.log.stat().st_size > LARGEST_LOG:
            self.log.replace(self.log.with_suffix(".log.old"))
        settings = SETTINGS | (SETTINGS_FOR_TESTS if self.purpose == "test" else {})
        settings |= {"unix_socket_directories": str(self.socket), "unix_socket_permissions": "0700"}
        command = [str(self.programs / "postgres"), "-D", str(self.data), "-p", str(PORT)]
        command += [f"--{name}={value}" for name, value in settings.items()]
        with open(os.open(self.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab") as log:
            self._process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/", start_new_session=True,
                **binaries.as_account(account),
            )  # fmt: skip
        self._await_ready(self._process)

    def _await_ready(self, process: subprocess.Popen[bytes]) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if process.poll() is not None:
                raise Trouble(f"PostgreSQL did not start. The end of {self.log}:\n{self._last_words()}")
            if self.running():
                return
            time.sleep(0.02)
        raise Trouble(f"PostgreSQL is not ready after {PATIENCE:.0f} s.\n{self._last_words()}")

    def _last_words(self) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-8:])

    def _status(self) -> list[str]:
        try:
            return (self.data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return []

    def _alive(self, pid: int) -> bool:
        if self._process is not None and self._process.pid == pid:
            return self._process.poll() is None
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        return True

    def _gone_within(self, seconds: float, pid: int) -> bool:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if not self._alive(pid):
                return True
            time.sleep(0.02)
        return False

    @contextmanager
    def _alone(self, name: str) -> Iterator[None]:
        with open(self.home / name, "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
