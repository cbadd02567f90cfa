"""The guard functions of *Nödöppning*, and who reads the answer to one."""

from pathlib import Path

from samling.records.migrations import Functions, Protect

FUNCTIONS = Functions(Path(__file__).parent / "sql" / "10_break_glass.sql")


def walls() -> list[Protect]:
    """The answer is read where the ground is read: by those who read about the child, and by the one who opened."""
    return [
        Protect(
            "breakglass_review",
            "plain",
            see="subject_id not in (select guard.shielded()) and "
            "exists (select from access_ground g where g.id = breakglass_review.ground_id)",
        )
    ]
