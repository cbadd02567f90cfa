"""From nothing to an empty database with its roles, on the embedded cluster."""

import psycopg

from samling.server import roles
from samling.server.embedded import Cluster


def prepared(cluster: Cluster, database: str = "samling") -> Cluster:
    """Start the cluster if needed and make sure of roles, passwords and the database. Safe to repeat."""
    cluster.start()
    with cluster.superuser() as admin:
        roles.create(admin, cluster.secrets, database)
    with psycopg.connect(**cluster.dsn("owner", database), autocommit=True) as owner:
        roles.furnish(owner)
    return cluster
