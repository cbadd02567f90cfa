"""Make the world large at once: schools of 800, classes of 25, five notes a child. For load and benchmarks only.

Rows are laid out set by set with the guard's rights, never by a path that pages use.
"""

from pathlib import Path

from django.db import connections, transaction

OWNER = "owner"
PER_CLASS = 25
PER_SCHOOL = 800
STEPS = (Path(__file__).parent / "grow.sql").read_text().split("-- step: ")[1:]


def grow(children: int, *, first: int = 0, lot: int = 20_000, tell=lambda line: None) -> None:
    """Add this many children, numbered from `first`, in lots; `tell` gets a line for each lot."""
    for start in range(first, first + children, lot):
        size = min(lot, first + children - start)
        with transaction.atomic(using=OWNER), connections[OWNER].cursor() as cursor:
            cursor.execute("set local role samling_guard")
            cursor.execute("set local work_mem = '128MB'")
            for step in STEPS:
                cursor.execute(step.split("\n", 1)[1], {"first": start, "last": start + size - 1})
        tell(f"{start + size - first} of {children} children")
    with connections[OWNER].cursor() as cursor:
        for table in ("people_child", "access_assignment", "journey_entry", "journey_entrybody", "people_capacity"):
            cursor.execute(f"analyze {table}")
