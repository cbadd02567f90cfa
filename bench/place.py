"""A server of its own for measuring: durable like in production, grown to the sizes asked for."""

import os

os.environ.update(SAMLING_CLUSTER="bench", SAMLING_AS="owner,worker", SAMLING_DEBUG="", SAMLING_HTTPS="0",
                  SAMLING_DEMO="1", SAMLING_HOSTS="testserver", DJANGO_SETTINGS_MODULE="samling.settings")

from samling.server.embedded import Cluster
from samling.server.preparation import prepared

DATABASE = "samling_bench"


def ready() -> Cluster:
    """A database with the fictional places and staff, and no child; whatever an earlier run left is dropped."""
    os.environ["SAMLING_DB_NAME"] = DATABASE
    cluster = Cluster(purpose="bench").start()
    if (cluster.secrets / "app").exists():
        with cluster.superuser() as admin:
            admin.execute(f"drop database if exists {DATABASE} with (force)")
    prepared(cluster, DATABASE)
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connections

    from samling.demo.build import raise_places

    call_command("migrate", database="owner", verbosity=0)
    with connections["owner"].cursor() as cursor:
        cursor.execute("select guard.mark_installation('test')")
        cursor.execute("select guard.now()")
        now = cursor.fetchone()[0]
    raise_places(now)
    return cluster
