"""Which policy stands on packages, and the guard's functions for handing over and receiving."""

from pathlib import Path

from samling.records.migrations import IN_COMPARTMENT, ME, Functions, Protect

from . import rules

SQL = Path(__file__).parent / "sql"
FUNCTIONS = [Functions(SQL / "10_transition.sql"), Functions(SQL / "20_span.sql")]
KEEPS = f"exists (select from people_capacity c where c.id = {ME} and c.role = '{rules.KEEPS}')"
# Nothing is handed over or answered but by the guard; and what has been handed over is not written in.
PREPARED = "given_at is null"  # and so, by a constraint, not answered either
STILL = (
    "exists (select from transition_package p where p.id = package_id and p.subject_id = {table}.subject_id and p.given_at is null)"
)


def walls() -> list[Protect]:
    """The package behind concerns in its holder's compartment, each part behind its own wall there."""
    return [
        Protect("transition_package", "head", change=f"{IN_COMPARTMENT} and (way <> 'inside' or given_at is null)",
                columns="withdrawn_at, withdrawn_by_id", also=f"\n  and {PREPARED}"),
        Protect("transition_packagepart", "head", also=f"\n  and {STILL}"),
        Protect("transition_packagepartbody", "body", head="transition_packagepart"),
        Protect("transition_packageseen", "head", also=f"\n  and {STILL}"),
        Protect("transition_packageseenbody", "body", head="transition_packageseen"),
        Protect("transition_neighbour", "plain", see=KEEPS, add=f"added_by_id = {ME} and {KEEPS}", change=KEEPS,
                columns="ended_at, ended_by_id"),
    ]  # fmt: skip
