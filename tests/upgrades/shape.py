"""What a database is, apart from its rows, in lines that two databases can be compared by.

The order of columns is left out: one that came later stands last in a house that stood.
"""

import re
from pathlib import Path

QUERIES = Path(__file__).with_name("shape.sql").read_text().split("\n\n")
COLUMNS = ("select relname, array_agg(attname order by attnum) from pg_class c join pg_attribute on attrelid = c.oid "
           "where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped group by 1")
# A list of words is written in one way where it was made, in another where it was restored from a dump.
LISTED = re.compile(r"\(ARRAY\[((?:'[^']*'::character varying(?:, )?)+)\]\)::text\[\]")
OF_THE_CODE = ("django_migrations", "django_content_type", "auth_permission", "people_roleright")


def shape(cluster, database: str) -> set[str]:
    """All of it, one line for each thing."""
    with cluster.superuser(database) as admin:
        admin.execute("set search_path = pg_catalog")  # so that every name is written with its schema
        return {LISTED.sub(_as_restored, line) for query in QUERIES for (line,) in admin.execute(query)}


def columns(cluster, database: str) -> dict[str, list[str]]:
    """The columns of every table that people fill."""
    with cluster.superuser(database) as admin:
        return {name: found for name, found in admin.execute(COLUMNS) if name not in OF_THE_CODE}


def rows(cluster, database: str, known: dict[str, list[str]]) -> dict[str, list[str]]:
    """Every row of these tables by these columns."""
    with cluster.superuser(database) as admin:
        return {table: sorted(row for (row,) in admin.execute(_row(table, names))) for table, names in known.items()}


def _row(table: str, names: list[str]) -> str:
    listed = ", ".join(f'"{name}"' for name in names)
    return f"select row({listed})::text from public.{table}"


def _as_restored(found: re.Match) -> str:
    return "ARRAY[" + re.sub(r"('[^']*'::character varying)", r"(\1)::text", found[1]) + "]"
