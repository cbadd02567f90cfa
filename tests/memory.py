"""Clones lie in the machine's memory where there is room: to make their two thousand files costs a disk thirty times more."""

import os
import re
import shutil
from pathlib import Path

import psycopg

from samling.server import home
from samling.server.embedded import Cluster

MEMORY = Path("/dev/shm")
NEEDED = 1 << 30  # bytes free; a clone takes 30 million, and a process has three at most
PLACE, DISK = "memory", "pg_default"
WHERE = "select pg_tablespace_location(oid) from pg_tablespace where spcname = %s"
THERE = "select datname from pg_database d join pg_tablespace t on t.oid = dattablespace where spcname = %s"


def place(cluster: Cluster, admin: psycopg.Connection) -> str:
    """The tablespace for clones, made if it is missing. A machine that was restarted has forgotten what was in it."""
    if not MEMORY.is_mount() or shutil.disk_usage(MEMORY).free < NEEDED:
        return DISK
    folder = MEMORY / f"samling-{cluster.home.name}"
    known = admin.execute(WHERE, [PLACE]).fetchone()
    if known and any(folder.glob("PG_*")):
        return PLACE
    if known:
        for (name,) in admin.execute(THERE, [PLACE]).fetchall():
            admin.execute(f"drop database if exists {name} with (force)")
        admin.execute(f"drop tablespace {PLACE}")
    shutil.rmtree(folder, ignore_errors=True)
    home.own_folder(folder, home.account_for(cluster.data))
    admin.execute(f"create tablespace {PLACE} location '{folder}'")
    return PLACE


def tidy(admin: psycopg.Connection) -> None:
    """Take away the clones of processes that were killed."""
    for (name,) in admin.execute("select datname from pg_database").fetchall():
        owner = re.fullmatch(r"[a-z]+_gw\d*_(\d+)", name)
        if owner and not _lives(int(owner[1])):
            admin.execute(f"drop database if exists {name} with (force)")


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
