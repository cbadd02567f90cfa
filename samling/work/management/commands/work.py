"""`samling work`: one more process that does what waits in the queue."""

from typing import Any

from django.core.management.base import BaseCommand

from samling.work import worker


class Command(BaseCommand):
    """Do what waits in the queue and what comes round, until told to stop."""

    help = __doc__
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Work."""
        worker.main()
