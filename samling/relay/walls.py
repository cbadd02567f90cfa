"""Which policy stands on a hand-over, and the guard's functions for it and for rehearsing."""

from pathlib import Path

from samling.records.migrations import ME, Functions, Protect

SQL = Path(__file__).parent / "sql"
FUNCTIONS = [Functions(SQL / "10_rehearsal.sql"), Functions(SQL / "20_handover.sql")]


def walls() -> list[Protect]:
    """A hand-over is read by those who work with the child; the yes is the guard's to write."""
    return [
        Protect("relay_relay", "head", change=f"receiver_id = {ME} or written_by_id = {ME}",
                columns="declined_at, declined_by_id, withdrawn_at, withdrawn_by_id"),
        Protect("relay_relaybody", "body", head="relay_relay"),
    ]  # fmt: skip
