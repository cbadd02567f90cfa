"""The command `samling`: its own words first, every other word goes to Django."""

import os
import sys
from collections.abc import Callable

from samling.server import addresses
from samling.server.trouble import Occupied, Trouble

USAGE = """\
samling run              start everything: make run does this
samling work             one more process for what is done later and by itself
samling schedule         what is done by itself, and when
samling psql ROLE        psql as app, owner, audit, login, worker, stats or backup
samling check            what is not safe for production, in plain words
samling roles --help     create the roles and the database on a server of your own
samling migrate          bring the tables up to date (needs the owner's password)
samling seed             fill an empty demo
samling first-account    an organisation and its system administrator (--help says what it needs)
samling first-approval   the first who may approve others (--help says what it needs)
samling grow N           let a demo have N invented children with their histories, for load
samling <django word>    any command of Django's
"""
# What a word may do in the database beyond what the pages may.
OWNERS = ("first_account", "first_approval", "migrate", "seed", "grow", "sqlmigrate", "showmigrations")
RIGHTS = dict.fromkeys(OWNERS, "owner") | {"work": "worker"}


def main() -> None:
    """Run the word on the command line; trouble is said in a sentence and ends with code 1 or 2."""
    words = sys.argv[1:]
    try:
        code = _own_words().get(words[0] if words else "help", _django)(words)
    except Occupied as occupied:
        code = _say(occupied, 2)
    except Trouble as trouble:
        code = _say(trouble, 1)
    raise SystemExit(code)


def _own_words() -> dict[str, Callable[[list[str]], int]]:
    return {"run": _run, "psql": _psql, "check": _check, "roles": _roles, "help": _help, "--help": _help}


def _say(trouble: Trouble, code: int) -> int:
    print(trouble, file=sys.stderr)
    return code


def _help(words: list[str]) -> int:
    print(USAGE, end="")
    return 0


def _run(words: list[str]) -> int:
    from samling.server.run import run

    _assume_demo()
    return run()


def _psql(words: list[str]) -> int:
    from samling.server.administration import open_psql

    open_psql(words[1:], os.environ)


def _roles(words: list[str]) -> int:
    from samling.server.administration import create_roles

    return create_roles(words[1:], os.environ)


def _check(words: list[str]) -> int:
    from samling.server.safety import report

    _assume_demo()
    return report(os.environ)


def _django(words: list[str]) -> int:
    from django.core.management import execute_from_command_line

    _assume_demo()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samling.settings")
    if words[0] in ("first-account", "first-approval"):
        words = [words[0].replace("-", "_"), *words[1:]]
    if words[0] in RIGHTS:
        _prepare(RIGHTS[words[0]])
    if words[0] in {"migrate", "showmigrations"} and not any(word.startswith("--database") for word in words):
        words = [*words, "--database=owner"]
    execute_from_command_line(["samling", *words])
    return 0


def _prepare(rights: str) -> None:
    os.environ.setdefault("SAMLING_AS", rights)
    if addresses.named(os.environ) or os.environ.get("SAMLING_PREPARED"):
        return
    from psycopg import OperationalError

    from samling.server.preparation import prepared

    try:
        prepared(addresses.cluster(os.environ))
    except OperationalError as lost:
        raise Trouble(f"The database is just being stopped or started ({lost}). Run the same command again in a moment.") from lost


def _assume_demo() -> None:
    # The embedded server is for trying Samling out, so its world is the demo unless SAMLING_DEMO=0 says no.
    if not addresses.named(os.environ):
        os.environ.setdefault("SAMLING_DEMO", "1")


if __name__ == "__main__":
    main()
