"""Which policies stand on the extracts' tables, the guard functions, and the list of tables they read."""

from pathlib import Path

from samling.inventory.registry import rows
from samling.records.migrations import Functions, Protect, Statements

SQL = Path(__file__).parent / "sql"
FUNCTIONS = Functions(SQL / "10_extracts.sql")
ANSWER = Functions(SQL / "20_answer.sql")
KNOWN = (
    "subject_id not in (select guard.shielded()) and (id in (select guard.my_extracts())"
    " or wall = any ((select guard.my_unit_walls())::int[]) and subject_id in (select guard.my_unit_children())"
    " or (subject_id, wall) in (select p.subject_id, p.wall from guard.my_pairs() p))"
)
MINE = "request_id in (select guard.my_extracts())"


def walls() -> list[Protect]:
    """A request is known to those who read about consent there; what was chosen and given, to the one who prepares it."""
    return [
        Protect("extracts_request", "plain", see=KNOWN),
        *(Protect(f"extracts_{name}", "plain", see="exists (select from extracts_request r where r.id = request_id)")
          for name in ("opening", "step")),
        *(Protect(f"extracts_{name}", "plain", see=MINE) for name in ("choice", "copy")),
    ]  # fmt: skip


def known_kinds() -> Statements:
    """Which tables there are to read, and which of their rows are a child's: written from the registry."""
    lines = ",\n    ".join(
        f"({_text(table)}, {_text(key)}, {_text(body)}, {_text(condition)}, array[{', '.join(map(_text, left_out))}]::text[])"
        for table, key, body, condition, left_out in rows()
    )
    return Statements(
        "set role samling_guard;\n"
        "create or replace function guard.extract_kinds() returns table (name text, key text, body text, condition text, left_out text[])\n"
        "  language plpgsql immutable security definer set search_path = pg_catalog, pg_temp as $$\n"
        f"begin return query values\n    {lines};\nend $$;\nreset role;",
        again=True,
    )


def _text(said: str) -> str:
    return "'" + said.replace("'", "''") + "'"
