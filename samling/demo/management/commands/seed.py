"""Fill an empty demo with the fictional world."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from samling.demo.build import OWNER, raise_places
from samling.demo.history.small import settle
from samling.demo.tale.crowd import raise_accounts, raise_crowd
from samling.demo.tale.story import email_of, tell_all
from samling.demo.tale.teller import Teller, set_clock
from samling.people.models import Organisation
from samling.server.preparation import HALF_TOLD


class Command(BaseCommand):
    """`samling seed`: marks the installation as a demo and tells its story up to now."""

    help = "Fill an empty demo with the fictional world."

    def handle(self, *args: Any, **options: Any) -> None:
        """Nothing happens to an installation that has organisations already."""
        if Organisation.objects.using(OWNER).exists():
            raise CommandError(
                "There are organisations here already: only an empty installation becomes a demo."
            )
        began = time.monotonic()
        note(HALF_TOLD)
        set_clock(None)
        with connections[OWNER].cursor() as cursor:
            cursor.execute("select statement_timestamp()")
            now = cursor.fetchone()[0]
        world = raise_places(now)
        crowd = raise_crowd(world)
        raise_accounts(world, email_of)
        teller = Teller(world, now)
        tell_all(teller, crowd)
        teller.play()
        more = settle(world, now)
        note("")
        if options["verbosity"]:
            children = len(world.child) + more
            self.stdout.write(
                f"{children} children, {len(teller.scenes)} scenes, {time.monotonic() - began:.1f} s"
            )


def note(words: str) -> None:
    """The comment on the database: what is broken off on the way is known by it, and told anew from the beginning."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute("select format('comment on database %%I is %%L', current_database(), nullif(%s, ''))", [words])
        cursor.execute(cursor.fetchone()[0])
