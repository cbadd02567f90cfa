"""What the one who runs Samling does by hand: create the roles on a server, and open psql."""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

import psycopg

from samling.server import addresses, binaries, home, passwords, roles
from samling.server.trouble import Trouble

EXPLANATION = """\
Creates Samling's roles, their passwords and the database on a PostgreSQL 18 server of your own.
The administrator needs CREATEROLE and CREATEDB, no more; a superuser will do. May be run again: passwords
that are in the folder already are kept. Give the administrator's address in SAMLING_ADMIN_DSN, for example
  SAMLING_ADMIN_DSN="host=db.example.se dbname=postgres user=admin sslmode=verify-full sslrootcert=system"
and the password in PGPASSWORD or ~/.pgpass.
"""


def create_roles(words: Sequence[str], environ: Mapping[str, str]) -> int:
    """`samling roles`: do it on the server in SAMLING_ADMIN_DSN, or print the SQL."""
    asked = _roles_words(words)
    if asked.print:
        print(roles.ROLES.read_text())
        print("-- Give each role its password: \\password samling_owner, … (not samling_guard). Then:")
        print(f"create database {asked.database} owner samling_owner template template0 encoding 'UTF8';")
        print(f"\\connect {asked.database} samling_owner\n")
        print(roles.DATABASE.read_text())
        return 0
    if not environ.get("SAMLING_ADMIN_DSN"):
        raise Trouble("SAMLING_ADMIN_DSN is not set. It says which server, as whom: samling roles --help")
    apply(environ["SAMLING_ADMIN_DSN"], asked.passwords, asked.database)
    print(f"The roles and the database {asked.database} are there. Now:")
    print(f"  export SAMLING_DB_PASSWORDS={asked.passwords}\n  samling migrate\n  samling check")
    return 0


def apply(admin_dsn: str, secrets: Path, database: str) -> None:
    """Create roles, database and schema on the server. Raises Trouble with the server's own words."""
    try:
        with psycopg.connect(admin_dsn, autocommit=True) as admin:
            roles.create(admin, secrets, database)
            owner = psycopg.conninfo.make_conninfo(
                admin_dsn, user=roles.OWNER, dbname=database, password=passwords.read(secrets / "owner")
            )
        with psycopg.connect(owner, autocommit=True) as connection:
            roles.furnish(connection)
    except psycopg.Error as error:
        raise Trouble(f"The server refused: {str(error).strip()}") from error


def open_psql(words: Sequence[str], environ: Mapping[str, str]) -> NoReturn:
    """`samling psql ROLE`: a prompt, or what stands on standard input; further words go to psql."""
    known = ", ".join(roles.SIGNING_IN)
    if not words:
        raise Trouble(f"Say as whom: make psql ROLE=app (one of {known}).")
    role = words[0].removeprefix("samling_")
    if role not in roles.SIGNING_IN:
        raise Trouble(f"{words[0]} is not a role that signs in. Choose among {known}.")
    address = addresses.dsn(role, environ)
    programs = _programs(environ)
    password = str(address.pop("password"))
    command = [str(programs / "psql"), "--no-psqlrc", psycopg.conninfo.make_conninfo(**address), *words[1:]]
    if not sys.stdin.isatty():
        command[1:1] = ["--set=ON_ERROR_STOP=1"]
    # psql takes this process's place, so that Ctrl-C at its prompt is psql's own.
    os.execve(command[0], command, {**environ, "PGPASSWORD": password})


def _programs(environ: Mapping[str, str]) -> Path:
    if not addresses.named(environ):
        cluster = addresses.cluster(environ)
        if not cluster.running():
            raise Trouble(
                "Samling does not run from this folder. Start it first, in another window: make run"
            )
        return cluster.programs
    folder = binaries.unpacked(home.storage())
    binaries.insist_usable(folder, home.Account("", os.geteuid(), os.getegid()))
    return folder / "bin"


def _roles_words(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        "samling roles", description=EXPLANATION, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--passwords", type=Path, default=Path("passwords").absolute(), help="folder for the password files"
    )
    parser.add_argument("--database", default=addresses.DATABASE, help="name of the database (samling)")
    parser.add_argument("--print", action="store_true", help="print the SQL instead, for an administrator")
    return parser.parse_args(words)
