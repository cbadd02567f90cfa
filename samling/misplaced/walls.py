"""The guard functions that close a record about the wrong child; there are no tables of its own."""

from pathlib import Path

from samling.records.migrations import Functions, Statements

from .kinds import rows

FUNCTIONS = Functions(Path(__file__).parent / "sql" / "10_misplaced.sql")


def known_kinds() -> Statements:
    """Which tables there are to close in, and what goes along: written from what the models say (`wrong_child`)."""
    lines = ",\n    ".join(f"({', '.join(map(_quoted, row))})" for row in rows())
    return Statements(
        "set role samling_guard;\n"
        "create or replace function guard.misplaced_kinds() returns table (name text, within text, field text)\n"
        "  language plpgsql immutable security definer set search_path = pg_catalog, pg_temp as $$\n"
        f"begin return query values\n    {lines};\nend $$;\nreset role;",
        again=True,
    )


def _quoted(name: str | None) -> str:
    return f"'{name}'" if name else "null::text"
