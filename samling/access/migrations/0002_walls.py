"""The walls: guard functions, then a policy on every table of the ground floor, then the roles' rights."""

from datetime import UTC, datetime, time
from typing import Any

from django.db import migrations

from samling.access.walls import APPEND_ONLY, LOG_COLUMNS, children, closed, functions, places, rights
from samling.people.roles import ROLES


def fill_role_rights(apps: Any, schema_editor: Any) -> None:
    """What each role may be given, from `people/roles.py`."""
    right = apps.get_model("people", "RoleRight")
    for rule in ROLES.values():
        for domain in rule.domains:
            right.objects.using(schema_editor.connection.alias).create(
                role=rule.code, domain=domain, from_at=datetime.combine(rule.from_on, time(), UTC),
                categories=[int(c) for c in rule.categories_in(domain)],
                leaning=[int(c) for c in rule.leaning_in(domain)],
                by_decision=[int(c) for c in rule.by_decision],
                whole_unit=[int(c) for c in rule.whole_unit],
                may_hold_children=rule.may_hold_children, may_approve=rule.may_approve,
                may_assign=rule.may_assign, may_decide_exceptions=rule.may_decide_exceptions,
                needs_second_approval=rule.needs_second_approval,
            )


def empty_role_rights(apps: Any, schema_editor: Any) -> None:
    """Undo the filling."""
    apps.get_model("people", "RoleRight").objects.using(schema_editor.connection.alias).all().delete()


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0001_initial"),
        ("people", "0001_initial"),
        ("account", "__latest__"),
        ("mfa", "__latest__"),
        ("socialaccount", "__latest__"),
        ("auth", "__latest__"),
        ("contenttypes", "__latest__"),
    ]
    operations = [
        LOG_COLUMNS,
        *functions(),
        *places(),
        *children(),
        *rights(),
        *closed(),
        APPEND_ONLY,
        migrations.RunPython(fill_role_rights, empty_role_rights),
    ]
