"""What the pages have the right to write at all, table by table."""

from functools import cache

from .catalog import asked
from .filling import chapters

RIGHTS = """select table_name::text, array_agg(column_name::text order by ordinal_position) from information_schema.columns
  where table_schema = 'public' and has_column_privilege('samling_app', format('public.%%I', table_name), column_name, %s) group by 1"""


@cache
def writable(right: str) -> dict[str, list[str]]:
    """Table -> the columns that a page has this right to, of what the worlds hold."""
    return {table: columns for table, columns in asked(RIGHTS, right) if table in chapters()}


@cache
def removable() -> set[str]:
    """The tables that a page may take rows away from."""
    return {name for (name,) in asked("select relname::text from pg_class where relnamespace = 'public'::regnamespace and "
            "relkind in ('r', 'p') and has_table_privilege('samling_app', oid, 'delete')")}  # fmt: skip
