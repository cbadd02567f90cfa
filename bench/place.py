"""A server of its own for measuring: durable like in production, grown to the sizes asked for."""

import os
from typing import Any

os.environ.update(SAMLING_CLUSTER="bench", SAMLING_AS="owner,worker,backup,stats", SAMLING_DEBUG="", SAMLING_HTTPS="0",
                  SAMLING_DEMO="1", SAMLING_HOSTS="testserver", DJANGO_SETTINGS_MODULE="samling.settings")

from samling.server.embedded import Cluster
from samling.server.preparation import prepared
from samling.server.running import settle

DATABASE = "samling_bench"


def ready() -> tuple[Cluster, Any]:
    """A database with the cast of the tests and something on every page; whatever an earlier run left is dropped."""
    os.environ["SAMLING_DB_NAME"] = DATABASE
    cluster = Cluster(purpose="bench").start()
    if (cluster.secrets / "app").exists():
        with cluster.superuser() as admin:
            admin.execute(f"drop database if exists {DATABASE} with (force)")
    prepared(cluster, DATABASE)
    import django

    django.setup()
    from django.core.management import call_command

    from tests.cast import Cast, raise_world
    from tests.cloning import reset_clock
    from tests.house.rooms import furnished

    call_command("migrate", database="owner", verbosity=0)
    world = raise_world()
    reset_clock()
    cast = furnished(Cast(world, {}))
    settle()  # as a web process before its first page
    return cluster, cast


def ten_years(cluster: Cluster, cast: Any) -> int:
    """Let everything about Adam happen every thirteen weeks for ten years back, to the same people; how many rows that is."""
    from samling.journey.models import journey_of
    from tests.years import relive

    with cast.acting("petra"):
        about = [cast.adam, *filter(None, [journey_of(cast.adam)])]
    with cluster.superuser(DATABASE) as admin:
        made = relive(admin, about, 40, without=("people_", "access_"))
        admin.execute("vacuum analyze")
    return made
