"""Make a demo large, for load: children by the thousand, each with a history."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import InterfaceError, OperationalError, connections

from samling.demo.build import OWNER
from samling.demo.history.large import grow_to
from samling.records.clock import now

LOST = ("The database went away before all were written ({}). What was written is kept: when Samling runs again, "
        "run the same command again, and it goes on where it was.")  # fmt: skip


class Command(BaseCommand):
    """`samling grow N`: lets there be N invented children in all, with up to three school years of history each."""

    help = "Let a demo have so many invented children; goes on from those that are there."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many, and what is drawn from."""
        parser.add_argument("children", type=int)
        parser.add_argument("--seed", type=int, default=2026)

    def handle(self, *args: Any, children: int, seed: int, **options: Any) -> None:
        """Only in a demo or test: a real installation has no invented children."""
        if children < 1:
            raise CommandError("Say how many, at least one.")
        try:
            self._grow(children, seed)
        except (OperationalError, InterfaceError) as lost:
            raise CommandError(LOST.format(str(lost).strip().partition("\n")[0])) from lost

    def _grow(self, children: int, seed: int) -> None:
        kind, filled = _installation()
        if kind == "production":
            raise CommandError("Invented children belong in a demo, and this installation is not marked as one. Nothing was added.")
        if not filled:
            raise CommandError("There is no demo world here yet: make run fills one. Nothing was added.")
        began = time.monotonic()
        added, rows = grow_to(children, now(), self.stdout.write, seed)
        took = time.monotonic() - began
        if not added:
            self.stdout.write(f"There are {children} already.")
            return
        self.stdout.write(f"{added} children in {took:.0f} s, {added / took:.0f} a second; {rows / added:.0f} rows each")


def _installation() -> tuple[str, bool]:
    """Of what kind it is, and whether its world is there; an empty database is none yet."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute("select to_regclass('guard.installation') is not null")
        if not cursor.fetchone()[0]:
            return "", False
        cursor.execute("select kind, exists (select from people_branch where number = 1) from guard.installation")
        kind, filled = cursor.fetchone()
        return kind, filled
