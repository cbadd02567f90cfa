"""Which policy stands on the agreements: read in one's own organisation, noted and ended by whoever administers it."""

from samling.records.migrations import ME, MY_ORGANISATION, Protect

from .models import RUNS

KEEPING = f"exists (select from people_capacity c where c.id = {ME} and c.role = '{RUNS}')"


def walls() -> list[Protect]:
    """An agreement is ended, and nothing else of it is changed."""
    mine = f"{MY_ORGANISATION} and (select {KEEPING})"
    return [
        Protect("instruments_licenceagreement", "plain", see=MY_ORGANISATION, add=f"written_by_id = {ME} and ended_at is null and {mine}",
                change=mine, columns="ended_at, ended_by_id"),
    ]  # fmt: skip
