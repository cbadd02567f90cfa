"""The process beside the pages: seals the log every ten seconds and keeps each head in a second place.

It has one right in the database: to call `guard.seal()` and read the last seal as samling_worker. The heads are lines of JSON
in a file (SAMLING_HEADS; otherwise heads/heads.log in the clone's home) and, if SAMLING_HEADS_SYSLOG names
a socket or host:port, in the system log, from where they should leave the machine.
"""

import json
import logging
import logging.handlers
import os
import signal
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import psycopg
from psycopg.rows import dict_row

from samling.server import addresses, home

EVERY = 10.0
LONGEST_PAUSE = 60.0
TAIL = 4096  # bytes
log = logging.getLogger("samling.supervisor")


def heads_file(environ: Mapping[str, str]) -> Path:
    """Where the heads are kept."""
    named = environ.get("SAMLING_HEADS")
    return Path(named) if named else home.home_of(home.CLONE, "run") / "heads" / "heads.log"


def keep(path: Path, head: Mapping[str, Any]) -> str:
    """Append the head as one line that is on the disk when this returns; gives the line."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    line = json.dumps(head, default=_plain, ensure_ascii=False)
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a") as file:
        file.write(line + "\n")
        file.flush()
        os.fsync(file.fileno())
    return line


def seal(connection: psycopg.Connection[Any]) -> list[dict[str, Any]]:
    """Seal what is new in the log; the heads made by it, none when nothing is new."""
    with connection.cursor(row_factory=dict_row) as cursor:
        rows = cursor.execute("select * from guard.seal()").fetchall()
    return [row for row in rows if any(value is not None for value in row.values())]


def missed(connection: psycopg.Connection[Any], path: Path) -> list[dict[str, Any]]:
    """The newest head, if whoever sealed it was killed before it was kept; none otherwise."""
    with connection.cursor(row_factory=dict_row) as cursor:
        newest = cursor.execute("select * from guard.last_seal()").fetchall()
    return [head for head in newest if f'"head": "{head["head"]}"' not in _last_words(path)]


def _last_words(path: Path) -> str:
    """The end of a file, some lines long; nothing where there is none."""
    if not path.exists():
        return ""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - TAIL))
        return file.read().decode("utf-8", "replace")


def watch(environ: Mapping[str, str], stopped: threading.Event) -> None:
    """Seal until told to stop. A database or disk that fails is waited for; nothing sealed is dropped."""
    connection: psycopg.Connection[Any] | None = None
    unkept: list[dict[str, Any]] = []
    pause = EVERY
    syslog = _syslog(environ)
    while not stopped.is_set():
        try:
            if connection is None:
                connection = psycopg.connect(**addresses.dsn("worker", environ), autocommit=True)
                unkept = unkept or missed(connection, heads_file(environ))
            _keep_all(unkept, heads_file(environ), syslog)  # before a newer one hides that it was missed
            unkept += seal(connection)
            _keep_all(unkept, heads_file(environ), syslog)
            pause = EVERY
        except (psycopg.Error, OSError) as error:
            log.warning("the log could not be sealed and kept: %s", str(error).splitlines()[0])
            if connection is not None:
                connection.close()
                connection = None
            pause = min(pause * 2, LONGEST_PAUSE)
        stopped.wait(pause)


def _keep_all(unkept: list[dict[str, Any]], path: Path, syslog: logging.Logger) -> None:
    while unkept:
        syslog.info("%s", keep(path, unkept[0]))
        del unkept[0]


def main() -> None:
    """Run until SIGTERM or SIGINT."""
    logging.basicConfig(level=logging.WARNING, format="%(name)s: %(message)s")
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    watch(os.environ, stopped)


def _plain(value: object) -> str:
    return bytes(value).hex() if isinstance(value, bytes | memoryview) else str(value)


def _syslog(environ: Mapping[str, str]) -> logging.Logger:
    heads = logging.getLogger("samling.heads")
    where = environ.get("SAMLING_HEADS_SYSLOG")
    heads.setLevel(logging.INFO)
    heads.propagate = False
    if where and not heads.handlers:
        host, _, port = where.rpartition(":")
        target = (host, int(port)) if port.isdecimal() and host else where
        handler = logging.handlers.SysLogHandler(address=target, facility="authpriv")
        handler.ident = "samling-heads: "
        heads.addHandler(handler)
    return heads


if __name__ == "__main__":
    main()
