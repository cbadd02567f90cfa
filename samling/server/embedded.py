"""The PostgreSQL that comes with Samling: made, started and stopped without anybody installing anything.

It listens on a Unix socket only, asks every role for its password, and keeps its data in the clone's
home (`samling.server.home`). It is meant for trying Samling out, for development and for tests;
a production installation names its own server (`samling.server.addresses`).
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from samling.server import binaries, home, passwords
from samling.server.postmaster import PORT, Postmaster
from samling.server.trouble import Trouble
from samling.server.tuning import settings_for

SUPERUSER = "postgres"


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
        self._postmaster = Postmaster(self.data, self.log, self.socket)
        self._use: int | None = None

    @property
    def programs(self) -> Path:
        """The folder with psql, pg_dump and the rest."""
        return self._unpacked() / "bin"

    def start(self) -> "Cluster":
        """Make the cluster if it is missing, start it if it stands still. Raises Trouble with the reason."""
        home.own_folder(self.home, home.Account("", os.geteuid(), os.getegid()), 0o755)
        self._hold()
        with self._alone():
            if not self.running():
                account = home.account_for(self.data)
                home.insist_reachable(self.home, account)
                binaries.insist_usable(self._unpacked(), account)
                if not self.data.exists():
                    self._make(account)
                self._launch(account)
        return self

    def running(self) -> bool:
        """True while the cluster accepts connections."""
        return self._postmaster.running()

    def alive(self) -> bool:
        """True while its process lives: cheaper than `running`, for a watch every second."""
        return self._postmaster.alive()

    def stop(self) -> None:
        """Stop at once, ending open sessions; committed work is kept."""
        self._postmaster.stop()

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
                 "--builtin-locale=C.UTF-8", "--text-search-config=simple", "--data-checksums",
                 *(["--no-sync"] if self.purpose == "test" else [])],
                account,
            )  # fmt: skip
        finally:
            secret.unlink()
        if made.returncode != 0:
            raise Trouble(f"The database could not be made in {self.home}:\n{made.stderr.strip()}")
        making.rename(self.data)

    def _launch(self, account: home.Account) -> None:
        home.own_folder(self.socket, account)
        settings = settings_for(self.purpose)
        settings |= {"unix_socket_directories": str(self.socket), "unix_socket_permissions": "0700"}
        command = [str(self.programs / "postgres"), "-D", str(self.data), "-p", str(PORT)]
        command += [f"--{name}={value}" for name, value in settings.items()]
        self._postmaster.start(command, binaries.as_account(account))

    def _hold(self) -> None:
        if self._use is None:
            self._use = os.open(self.home / "users.lock", os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.flock(self._use, fcntl.LOCK_SH)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with open(self.home / "starting.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
