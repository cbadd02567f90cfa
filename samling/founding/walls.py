"""The guard functions of *Kom i gång*; there are no tables of its own."""

from pathlib import Path

from samling.records.migrations import Functions

SQL = Path(__file__).parent / "sql"
FUNCTIONS = Functions(SQL / "10_founding.sql")
MENDING = Functions(SQL / "20_mending.sql")
