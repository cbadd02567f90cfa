"""The guard function that closes a record about the wrong child; there are no tables of its own."""

from pathlib import Path

from samling.records.migrations import Functions

FUNCTIONS = Functions(Path(__file__).parent / "sql" / "10_misplaced.sql")
