"""CPU time of this process and of the database's processes that serve it, in milliseconds."""

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field

TICK = 1000 / os.sysconf("SC_CLK_TCK")


def backends() -> dict[str, int]:
    """The process id of the server side of each open connection."""
    from django.db import connections

    found = {}
    for alias in ("default", "log", "login"):
        with connections[alias].cursor() as cursor:
            cursor.execute("select pg_backend_pid()")
            found[alias] = cursor.fetchone()[0]
    return found


def database_cpu(pids: dict[str, int]) -> float:
    """User and system time of these processes so far, from /proc; a hundredth of a second is the finest."""
    total = 0.0
    for pid in pids.values():
        with open(f"/proc/{pid}/stat") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        total += (int(fields[11]) + int(fields[12])) * TICK
    return total


@dataclass
class Measure:
    """Many runs of one thing."""

    name: str
    wall: list[float] = field(default_factory=list)
    app: float = 0
    database: float = 0

    def row(self) -> str:
        """p50 and p95 of wall time, mean CPU of app and database."""
        ordered = sorted(self.wall)
        p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
        return (f"{self.name:<34} p50 {statistics.median(ordered):7.1f}   p95 {p95:7.1f}   "
                f"cpu app {self.app:6.1f}   db {self.database:6.1f}   all {self.app + self.database:6.1f}")


def measure(name: str, act: Callable[[int], object], *, runs: int = 60, warm: int = 8) -> Measure:
    """Run it, first to warm up, then counted."""
    for turn in range(warm):
        act(turn)
    pids, found = backends(), Measure(name)
    app, database = time.process_time(), database_cpu(pids)
    for turn in range(runs):
        start = time.perf_counter()
        act(warm + turn)
        found.wall.append((time.perf_counter() - start) * 1000)
    found.app = (time.process_time() - app) * 1000 / runs
    found.database = (database_cpu(pids) - database) / runs
    return found
