"""CPU time of this process and of the database's processes that serve it, in milliseconds."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field


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
    """Time on a processor of these processes so far, in milliseconds, from the scheduler's own count."""
    total = 0.0
    for pid in pids.values():
        with open(f"/proc/{pid}/schedstat") as stat:
            total += int(stat.read().split()[0]) / 1e6
    return total


@dataclass
class Measure:
    """Many runs of one thing."""

    name: str
    wall: list[float] = field(default_factory=list)
    app: float = 0
    database: float = 0

    def row(self) -> str:
        """p50 and p95 of wall time, median CPU of app and database: what else runs disturbs a median least."""
        ordered = sorted(self.wall)
        p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
        return (f"{self.name:<34} p50 {statistics.median(ordered):7.1f}   p95 {p95:7.1f}   "
                f"cpu app {self.app:6.1f}   db {self.database:6.1f}   all {self.app + self.database:6.1f}")


def measure(name: str, act: Callable[[int], object], *, runs: int = 60, warm: int = 8) -> Measure:
    """Run it, first to warm up, then counted."""
    for turn in range(warm):
        act(turn)
    pids, found = backends(), Measure(name)
    app, database = [], []
    for turn in range(runs):
        start, cpu, there = time.perf_counter(), time.process_time(), database_cpu(pids)
        act(warm + turn)
        found.wall.append((time.perf_counter() - start) * 1000)
        app.append((time.process_time() - cpu) * 1000)
        database.append(database_cpu(pids) - there)
    found.app, found.database = statistics.median(app), statistics.median(database)
    return found
