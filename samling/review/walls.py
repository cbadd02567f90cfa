"""Which policy stands on the searches of the log, and the guard functions that search it."""

from pathlib import Path

from samling.records.migrations import ME, Functions, Protect

FUNCTIONS = Functions(Path(__file__).parent / "sql" / "10_review.sql")


def walls() -> list[Protect]:
    """Read by whoever searched and by those who review the searches; written by the guard alone."""
    return [Protect("review_logsearch", "plain", see=f"written_by_id = {ME} or organisation_id = (select guard.my_review())")]
