"""Which policy stands on the directory: read by all staff, kept by those who lead or run the organisation."""

from pathlib import Path

from samling.records.migrations import ME, Functions, Protect

FUNCTIONS = Functions(Path(__file__).parent / "sql" / "10_directory.sql")
KEEPS = "guard.keeps_directory(branch_id)"


def walls() -> list[Protect]:
    """A family has its own numbers to call; these are for staff."""
    columns = "function, about, phone, hours, deputy, deputy_phone, checked_at, checked_by_id, ended_at, ended_by_id"
    return [
        Protect("directory_functionnumber", "plain", see="(select guard.my_unit()) is not null",
                add=f"written_by_id = {ME} and checked_by_id = {ME} and {KEEPS}", change=KEEPS, columns=columns),
    ]
