"""One template database per state of the code, and a clone of it for each test."""

import datetime as dt
import fcntl
import hashlib
import os
import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connections

from samling.server.embedded import Cluster
from samling.server.preparation import prepared

from . import keeping, memory
from .lending import Lender

ROOT = Path(__file__).parents[1]
KEPT = 5  # templates of earlier states, so that runs at the same time do not take each other's
PARTS = ("samling/**/migrations/*.py", "samling/**/*.sql", "samling/**/walls.py", "samling/demo/*.py",
         "samling/records/*.py", "samling/people/roles.py", "tests/cast.py", "samling/**/models*/*.py",
         "samling/**/models.py", "samling/server/roles.py", 
         "samling/inventory/registry.py", "samling/inventory/reference/hanging.py", "samling/inventory/reference/nobodys.py")


def fingerprint() -> str:
    """Changes whenever the template would."""
    digest = hashlib.sha256()
    for pattern in PARTS:
        for file in sorted(ROOT.glob(pattern)):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def point_at(name: str) -> None:
    """Let every alias talk to this database."""
    for alias in settings.DATABASES:
        connections[alias].close()
        connections[alias].settings_dict["NAME"] = name


def reset_clock() -> None:
    """Start this clone's clock at the moment every test begins at."""
    from tests.cast import FROZEN

    set_clock(FROZEN)


def set_clock(to: dt.datetime) -> None:
    """Let this clone's clock go on from this moment."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("select guard.mark_installation('test', %s - statement_timestamp())", [to])


@dataclass
class Template:
    """The template database, the tablespace of its clones, and the file with the ids of its world."""

    name: str
    cluster: Cluster
    place: str = memory.DISK

    @classmethod
    @cache
    def ready(cls) -> "Template":
        """The template for the code as this process found it, made if it is missing; one process makes it."""
        name = f"template_{fingerprint()}"
        cluster = Cluster(purpose="test")
        cluster.start()
        with open(cluster.home / "template.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            with cluster.superuser() as admin:
                found = admin.execute("select 1 from pg_database where datname = %s", [f"{name}_done"]).fetchone()
                memory.tidy(admin)
                place = memory.place(cluster, admin)
            template = cls(f"{name}_done", cluster, place)
            if not found:
                template._make(name)
        return template

    @property
    def names(self) -> Path:
        """Where the ids of the world lie."""
        return self.cluster.home / f"{self.name}.pickle"

    def _make(self, draft: str) -> None:
        from tests.cast import raise_world, sign_in_all

        self._drop_old(draft)
        prepared(self.cluster, draft)
        point_at(draft)
        call_command("migrate", database="owner", verbosity=0)
        world = raise_world()
        self.names.write_bytes(pickle.dumps((world, sign_in_all(world))))
        point_at("postgres")
        with self.cluster.superuser() as admin:
            admin.autocommit = True
            admin.execute(f"alter database {draft} rename to {self.name}")

    def _drop_old(self, draft: str) -> None:
        with self.cluster.superuser() as admin:
            admin.autocommit = True
            old = admin.execute("select datname from pg_database where datname like 'template_%_done' order by oid")
            for (name,) in [*old.fetchall()[:-KEPT], (draft,)]:
                admin.execute(f"drop database if exists {name} with (force)")

    @contextmanager
    def clone(self) -> Iterator[str]:
        """A database of one's own, made for this and gone afterwards."""
        name = f"test_{os.environ.get('PYTEST_XDIST_WORKER', 'gw')}_{os.getpid()}"
        self.copy(name)
        try:
            with self.pointed_at(name):
                yield name
        finally:
            self.drop(name)

    @contextmanager
    def lent(self) -> Iterator[str]:
        """A database as new, used by one test after another (see `tests.lending`)."""
        try:
            with self.pointed_at(self.lender.give()) as name:
                yield name
        finally:
            self.lender.take_back()

    @cached_property
    def lender(self) -> Lender:
        """Who lends this process its clone."""
        return Lender(self.cluster, self.copy, self.drop)

    @contextmanager
    def pointed_at(self, name: str) -> Iterator[str]:
        """Every alias talks to this database, whose clock stands where every test begins."""
        point_at(name)
        turn = keeping.put_on(name)
        try:
            reset_clock()
            yield name
        finally:
            keeping.take_off(name, turn)
            point_at("postgres")

    def copy(self, name: str) -> None:
        """Make a database that is as the template."""
        self.drop(name)
        with self.cluster.superuser() as admin:
            admin.execute(f"create database {name} template {self.name} owner samling_owner strategy file_copy "
                          f"tablespace {self.place}")
            admin.execute(f"grant connect on database {name} to samling_app, samling_audit, samling_login, "
                          "samling_worker, samling_stats, samling_backup")

    def drop(self, name: str) -> None:
        """Take a database away."""
        keeping.let_go(name)
        with self.cluster.superuser() as admin:
            admin.execute(f"drop database if exists {name} with (force)")
