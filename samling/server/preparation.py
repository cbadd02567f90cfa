"""From nothing to a database with roles, tables and the demo world, on the embedded cluster."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from samling.server import home, roles
from samling.server.embedded import Cluster
from samling.server.running import end_with_parent
from samling.server.trouble import Trouble

CODE = home.CLONE / "samling"
# Preparing is one long row of small transactions: none waits for the disk, and plans are kept from the first.
# Until `Done.note` nobody counts on them.
IN_A_HURRY = "-c synchronous_commit=off -c plan_cache_mode=force_generic_plan"
BRINGS_TABLES = ("django", "django-allauth", "procrastinate")
HALF_TOLD = "Samling tells its demo world here"  # the comment on a database while it is being filled
BUILDS = ("*/migrations/*.py", "*/walls.py", "*/sql/*.sql", "records/walls/*.sql", "people/roles.py")


def prepared(cluster: Cluster, database: str = "samling") -> Cluster:
    """Start the cluster if needed and make sure of roles, passwords and the database. Safe to repeat."""
    cluster.start()
    with cluster.superuser() as admin:
        roles.create(admin, cluster.secrets, database)
    with psycopg.connect(**cluster.dsn("owner", database), autocommit=True) as owner:
        roles.furnish(owner)
    return cluster


def furnished(cluster: Cluster, tell: Callable[[str], None]) -> None:
    """Migrate when the migrations have changed and seed a demo that is empty; otherwise only look."""
    if half_told(cluster):
        tell("The demo world was broken off on the way; beginning anew …")
        begun_anew(cluster)
    done = Done(cluster)
    if done.migrated != fingerprint():
        tell("Making the tables and their policies …")
        manage("migrate", "The tables could not be made.")
        done.note(migrated=fingerprint())
    if os.environ.get("SAMLING_DEMO") == "1" and not done.seeded and has_seed():
        tell("Filling the demo world …")
        manage("seed", "The demo world could not be filled.")
        done.note(seeded=True)


def half_told(cluster: Cluster, database: str = "samling") -> bool:
    """True where a demo world was begun by `samling seed` and never ended: nobody has been in it yet."""
    with cluster.superuser() as admin:
        said = admin.execute("select shobj_description(oid, 'pg_database') from pg_database where datname = %s", [database])
        return said.fetchone() == (HALF_TOLD,)


def begun_anew(cluster: Cluster, database: str = "samling") -> None:
    """Throw a half-told demo world away and make its database again, empty."""
    with cluster.superuser() as admin:
        admin.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(database)))
    prepared(cluster, database)


class Done:
    """What has been done to this very database, kept in the home. Another database knows nothing of it."""

    def __init__(self, cluster: Cluster, database: str = "samling") -> None:
        self.cluster, self.path = cluster, cluster.home / "done.json"
        with cluster.superuser() as admin:
            row = admin.execute("select oid from pg_database where datname = %s", [database]).fetchone()
        self._what: dict[str, Any] = {"database": row[0] if row else None}
        if self.path.exists():
            kept = json.loads(self.path.read_text())
            if kept.get("database") == self._what["database"]:
                self._what = kept

    @property
    def migrated(self) -> str:
        """The fingerprint of the migrations last run, or nothing."""
        return str(self._what.get("migrated", ""))

    @property
    def seeded(self) -> bool:
        """True once the demo world is there."""
        return bool(self._what.get("seeded"))

    def note(self, **what: object) -> None:
        """Remember, whole or not at all, once what was done lies on the disk."""
        with self.cluster.superuser() as admin:
            admin.execute("checkpoint")
        self._what |= what
        fresh = self.path.with_suffix(".new")
        fresh.write_text(json.dumps(self._what))
        fresh.replace(self.path)


def fingerprint(code: Path = CODE) -> str:
    """Stands for all migrations and walls, ours and those of the packages: when it changes there may be work to do."""
    digest = hashlib.sha256(" ".join(f"{name} {version(name)}" for name in BRINGS_TABLES).encode())
    for path in sorted(file for shape in BUILDS for file in code.glob(shape)):
        digest.update(path.relative_to(code).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


def has_seed(code: Path = CODE) -> bool:
    """True when this Samling ships a demo world."""
    return (code / "demo" / "management" / "commands" / "seed.py").exists()


def manage(word: str, failed: str) -> None:
    """Run one of the commands in a process of its own, which alone holds the owner's password."""
    done = subprocess.run(
        [sys.executable, "-m", "samling.command", word, "--verbosity=0"],
        cwd=home.CLONE,
        env=os.environ | {"SAMLING_PREPARED": "1", "PGOPTIONS": IN_A_HURRY},
        start_new_session=True,
        preexec_fn=end_with_parent,
    )
    if done.returncode != 0:
        raise Trouble(f"{failed} The lines above say why.")
