"""Make a demo large, for load."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from samling.demo.build import OWNER
from samling.demo.grow import grow


class Command(BaseCommand):
    """`samling grow N`: adds N invented children with five notes each to a demo."""

    help = "Add invented children to a demo, for load."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many."""
        parser.add_argument("children", type=int)

    def handle(self, *args: Any, children: int, **options: Any) -> None:
        """Only in a demo or test: a real installation has no invented children."""
        with connections[OWNER].cursor() as cursor:
            cursor.execute("select kind from guard.installation")
            if cursor.fetchone()[0] == "production":
                raise CommandError("Invented children belong in a demo.")
        if children < 1:
            raise CommandError("Say how many, at least one.")
        began = time.monotonic()
        grown = grow(children, self.stdout.write)
        self.stdout.write(f"{children} children in {time.monotonic() - began:.0f} s")
        self.stdout.write(f"worker {grown.worker}, leader {grown.leader}, child {grown.child}")
