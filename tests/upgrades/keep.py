"""`python -m tests.upgrades.keep NAME`: keep today's furnished house, as a dump to be brought up to date later on."""

import lzma
import os
import subprocess
import sys
from pathlib import Path

KEPT = Path(__file__).parent / "kept"


def tool(cluster, program: str, database: str, *words: str, said: bytes | None = None) -> bytes:
    """What one of PostgreSQL's own programs answers, run by the superuser of the tests."""
    to = cluster.dsn("postgres", database)
    command = [cluster.programs / program, "-h", to["host"], "-p", str(to["port"]), "-U", to["user"], "-d", database]
    environ = os.environ | {"PGPASSWORD": to["password"]}
    return subprocess.run([*command, *words], env=environ, input=said, capture_output=True, check=True).stdout


def restore(cluster, file: Path, database: str) -> None:
    """Make a database as it was when the file was kept."""
    with cluster.superuser() as admin:
        admin.execute(f"drop database if exists {database} with (force)")
        admin.execute(f"create database {database} owner samling_owner template template0")
    tool(cluster, "pg_restore", database, "--exit-on-error", said=lzma.decompress(file.read_bytes()))


def keep(name: str) -> Path:
    """Furnish a house and write it down, as small as may be."""
    import django
    from django.test.utils import setup_test_environment

    from tests import surroundings  # noqa: F401  before the settings are read

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samling.settings")
    django.setup()
    setup_test_environment()
    from tests.cast import Cast
    from tests.cloning import Template
    from tests.house.rooms import furnished

    template = Template.ready()
    with template.clone() as house:
        furnished(Cast.gather())
        dump = tool(template.cluster, "pg_dump", house, "--format=custom", "--compress=none")
    file = KEPT / f"{name}.dump.xz"
    file.write_bytes(lzma.compress(dump, preset=9 | lzma.PRESET_EXTREME))
    return file


if __name__ == "__main__":
    print(keep(sys.argv[1]))
