"""Django's migrate, and after it the walls as the files have them now, and no index that another one answers for."""

from typing import Any

from django.core.management.commands import migrate
from django.db import connections
from django.db.migrations.recorder import MigrationRecorder

from samling.access.rebuilding import rebuild
from samling.records.indexes import thin_out
from samling.records.rendering import lean


class Command(migrate.Command):
    """Bring the tables up to date, then the functions and policies on them."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate; put up again the walls whose text has changed since they were put up; take away indexes that are covered."""
        connection = connections[options["database"]]
        new = not (options["fake"] or MigrationRecorder(connection).applied_migrations())
        with lean():
            super().handle(*args, **options)
        if not options["app_label"] and not options["plan"] and not options["check_unapplied"]:
            rebuild(connection, new)
            thin_out(connection)
