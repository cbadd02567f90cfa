"""Create the roles and the empty database, on the embedded server or on any other.

Two steps, both safe to repeat: `create` on the server as its administrator, then `furnish` inside the
database as its owner. After that no administrator is needed.
"""

from pathlib import Path

import psycopg
from psycopg import sql

from samling.server import passwords
from samling.server.trouble import Trouble

HERE = Path(__file__).parent
ROLES = HERE / "roles.sql"
DATABASE = HERE / "database.sql"
OWNER = "samling_owner"
GUARD = "samling_guard"
# Who signs in, by the word used in settings and file names. The guard never does.
SIGNING_IN = ("owner", "app", "audit", "login", "worker", "stats", "backup")
Admin = psycopg.Connection


def create(admin: Admin, secrets: Path, database: str = "samling") -> None:
    """Create roles, passwords (files in `secrets`, 0600) and the database. `admin` must autocommit."""
    admin.execute(ROLES.read_bytes())
    for word in SIGNING_IN:
        set_password(admin, f"samling_{word}", passwords.kept(secrets, word))
    create_database(admin, database)
    insist_harmless(admin)


def create_database(admin: Admin, database: str) -> None:
    """Create the database owned by samling_owner, unless it is there."""
    if admin.execute("select from pg_database where datname = %s", [database]).rowcount:
        return
    name, owner = sql.Identifier(database), sql.Identifier(OWNER)
    create = sql.SQL("create database {} owner {} template template0 encoding 'UTF8'").format(name, owner)
    if admin.execute("select from pg_roles where rolname = current_user and rolsuper").rowcount:
        admin.execute(create)
        return
    # An administrator without superuser rights must be able to act as the role it gives a database to.
    admin.execute(sql.SQL("grant {} to current_user with set true").format(owner))
    admin.execute(create)
    admin.execute(sql.SQL("revoke set option for {} from current_user").format(owner))


def furnish(owner: Admin) -> None:
    """Inside the database, as its owner: schema guard, pgcrypto, and nothing for PUBLIC."""
    owner.execute("set client_min_messages = warning")
    owner.execute(DATABASE.read_bytes())
    owner.execute("reset client_min_messages")


def set_password(admin: Admin, role: str, password: str) -> None:
    """Give the role its password as a SCRAM verifier, so that no log ever sees the password."""
    verifier = admin.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256").decode()
    admin.execute(sql.SQL("alter role {} password {}").format(sql.Identifier(role), sql.Literal(verifier)))


def insist_harmless(connection: Admin) -> None:
    """Raise when a role of ours has a power it must not have."""
    for role, power in dangerous(connection):
        raise Trouble(
            f"The role {role} has the power {power.upper()}. Take it away: alter role {role} no{power};"
        )


def dangerous(connection: Admin) -> list[tuple[str, str]]:
    """Each role of ours with a power that would break the walls, and the power. Readable by any role."""
    powers = ("superuser", "bypassrls", "createrole", "createdb", "replication")
    rows = connection.execute(
        "select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication"
        " from pg_roles where rolname like 'samling\\_%' order by rolname"
    ).fetchall()
    return [(name, power) for name, *has in rows for power, it_has in zip(powers, has, strict=True) if it_has]
