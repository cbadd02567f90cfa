"""The walls are put up again whenever their text has changed: a database keeps no function of yesterday.

A migration puts up the walls of its tables once. What a wall says is changed in its SQL file, and `migrate` then runs
every repeatable step once more, in the order of the migrations, in one transaction.
"""

import datetime as dt
import hashlib
from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader

from samling.people.models import RoleRight
from samling.people.roles import ROLES, RoleRule
from samling.records.migrations import Statements

CONTENTS = ("categories", "leaning", "by_decision", "whole_unit")
FLAGS = ("may_hold_children", "may_approve", "may_assign", "may_decide_exceptions", "needs_second_approval")


def rebuild(connection: BaseDatabaseWrapper, new: bool = False) -> bool:
    """Put up again what has changed; True when anything had. The connection is the owner's.

    `new`: every step was taken just now, in this order and with this text, by the same `migrate`.
    """
    steps = [step.sql for step in repeatable(connection)]
    wanted = hashlib.sha256("\n".join(steps).encode()).hexdigest()
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute("select obj_description('guard'::regnamespace, 'pg_namespace')")
        (standing,) = cursor.fetchone()
        keep_role_rights(connection.alias, _now(cursor))
        if standing == f"walls {wanted}":
            return False
        for sql in () if new else steps:
            cursor.execute(sql)
        cursor.execute(f"set role samling_guard; comment on schema guard is 'walls {wanted}'; reset role")
    return True


def repeatable(connection: BaseDatabaseWrapper) -> Iterator[Statements]:
    """The steps of the applied migrations that may be run again, in their order."""
    loader = MigrationLoader(connection)
    for key in loader.graph._generate_plan(loader.graph.leaf_nodes(), at_end=True):
        if key in loader.applied_migrations:
            yield from (
                step for step in loader.graph.nodes[key].operations if isinstance(step, Statements) and step.again
            )


def keep_role_rights(alias: str, at: dt.datetime) -> None:
    """What each role may be given is dated: what `people/roles.py` now says differently holds from now."""
    rows = RoleRight.objects.using(alias).filter(until_at=None)
    standing = {(row.role, row.domain): row for row in rows}
    wanted = {(rule.code, domain.value): contents(rule, domain) for rule in ROLES.values() for domain in rule.domains}
    for key, row in standing.items():
        if wanted.get(key) != {name: getattr(row, name) for name in (*CONTENTS, *FLAGS)}:
            row.until_at = max(at, row.from_at)
            row.save(using=alias, update_fields=["until_at"])
        else:
            del wanted[key]
    for (role, domain), said in wanted.items():
        RoleRight(role=role, domain=domain, from_at=at, **said).save(using=alias, force_insert=True)


def contents(rule: RoleRule, domain: Any) -> dict[str, Any]:
    """What a role may be given in one domain, as its row has it."""
    said = {"categories": rule.categories_in(domain), "leaning": rule.leaning_in(domain),
            "by_decision": rule.by_decision, "whole_unit": rule.whole_unit}
    return {name: [int(one) for one in found] for name, found in said.items()} | {
        name: getattr(rule, name) for name in FLAGS
    }


def _now(cursor: Any) -> dt.datetime:
    cursor.execute("select guard.now()")
    return cursor.fetchone()[0]
