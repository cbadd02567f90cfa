"""Generated secrets, one to a file that only its owner can read."""

import os
import secrets
from pathlib import Path

from samling.server.trouble import Trouble


def kept(folder: Path, name: str) -> str:
    """The secret in the file, made up and written (0600) the first time it is asked for."""
    path = folder / name
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        _write(path, secrets.token_urlsafe(32))
    return read(path)


def read(path: Path) -> str:
    """The secret in the file. Raises Trouble when the file is missing or may not be read."""
    try:
        return path.read_text().strip()
    except OSError as error:
        raise Trouble(f"The secret in {path} could not be read: {error.strerror}.") from error


def _write(path: Path, secret: str) -> None:
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secret + "\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(fresh, path)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
