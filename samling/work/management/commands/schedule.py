"""`samling schedule`: what is done by itself, and when."""

from typing import Any

from django.core.management.base import BaseCommand

from samling.work.schedule import printed


class Command(BaseCommand):
    """Print what is done by itself, and when, in Stockholm's time."""

    help = __doc__
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Print."""
        self.stdout.write(printed())
