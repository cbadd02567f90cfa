"""Where a clone keeps what must outlive it: the database, its passwords and the log's second place.

The home lies outside the clone and is keyed by the clone's path, so two clones never share a database
and deleting a clone deletes no data.
"""

import hashlib
import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from samling.server.trouble import Trouble

CLONE = Path(__file__).resolve().parents[2]
SERVICE_ACCOUNT = "samling"
LONGEST_SOCKET_FOLDER = 90


@dataclass(frozen=True)
class Account:
    """The system account that PostgreSQL runs as. PostgreSQL itself refuses to run as root."""

    name: str
    uid: int
    gid: int

    @property
    def is_mine(self) -> bool:
        return self.uid == os.geteuid()


def key_of(clone: Path) -> str:
    """Twelve hexadecimal digits that stand for the clone's path."""
    return hashlib.sha256(os.fsencode(clone.resolve())).hexdigest()[:12]


def storage() -> Path:
    """The folder that holds the homes of all clones of this user."""
    if os.geteuid() == 0:
        return Path("/var/lib/samling")
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "samling"


def home_of(clone: Path, purpose: str) -> Path:
    """The clone's home; SAMLING_HOME names another one. Each purpose but "run" has its own beside it."""
    named = os.environ.get("SAMLING_HOME")
    home = Path(named).absolute() if named else storage() / key_of(clone)
    return home if purpose == "run" else home.with_name(f"{home.name}-{purpose}")


def socket_folder(home: Path) -> Path:
    """A folder whose path is short enough for a Unix socket (107 bytes), whatever the home is called."""
    name = f"samling-{os.geteuid()}-{hashlib.sha256(os.fsencode(home)).hexdigest()[:8]}"
    folder = Path("/tmp") / name
    if len(os.fsencode(folder)) > LONGEST_SOCKET_FOLDER:
        raise Trouble(f"The socket folder {folder} has too long a path.")
    return folder


def account_for(data: Path) -> Account:
    """The account that owns the data already there, or else the one to create it with."""
    if data.exists():
        return _account(data.stat().st_uid)
    if os.geteuid() != 0:
        return _account(os.geteuid())
    for name in (SERVICE_ACCOUNT, "nobody"):
        if _known(name) or (name == SERVICE_ACCOUNT and _create(name)):
            return _account(pwd.getpwnam(name).pw_uid)
    raise Trouble(
        "PostgreSQL does not run as root, and no other account could be made. "
        f"Create one with: useradd --system {SERVICE_ACCOUNT}"
    )


def own_folder(folder: Path, account: Account, mode: int = 0o700) -> Path:
    """Make the folder if it is missing, owned by the account and open to nobody else."""
    folder.mkdir(parents=True, exist_ok=True)
    seen = folder.lstat()
    if folder.is_symlink() or seen.st_uid not in (os.geteuid(), account.uid):
        raise Trouble(f"{folder} belongs to somebody else. Remove it and start again.")
    if seen.st_uid != account.uid:
        os.chown(folder, account.uid, account.gid)
    folder.chmod(mode)
    return folder


def insist_reachable(folder: Path, account: Account) -> None:
    """Raise unless the account can walk down to the folder: a home under /root cannot be reached."""
    if account.is_mine:
        return
    for step in (folder, *folder.parents):
        if step.exists() and not step.stat().st_mode & 0o001:
            raise Trouble(
                f"The account {account.name} cannot pass {step}. "
                "Set SAMLING_HOME to a folder outside it, for example SAMLING_HOME=/var/lib/samling/own."
            )


def _account(uid: int) -> Account:
    try:
        entry = pwd.getpwuid(uid)
    except KeyError:
        return Account(str(uid), uid, os.getegid())
    return Account(entry.pw_name, uid, entry.pw_gid)


def _known(name: str) -> bool:
    return any(entry.pw_name == name for entry in pwd.getpwall())


def _create(name: str) -> bool:
    useradd = shutil.which("useradd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    if useradd is None:
        return False
    made = subprocess.run(
        [useradd, "--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name],
        capture_output=True,
    )
    return made.returncode == 0 or _known(name)
