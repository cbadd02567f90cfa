"""Which policy stands on what holds two journeys together, and the guard's functions for it."""

from pathlib import Path

from samling.records.migrations import BLANKS, IN_COMPARTMENT, Functions, Protect, Statements

FUNCTIONS = Functions(Path(__file__).parent / "sql" / "10_siblings.sql")
# What lies beside the other child is for those who read both, while the two are joined.
BOTH = f"{BLANKS['head']['narrow']}\n  and (joining_id, to_id) in (select j.joining, j.here from guard.my_joined() j)"

ENDS = Statements(
    """
    create or replace trigger siblings after insert or update on consent_consentanswer
      for each row execute function guard.end_joinings('consent_id');
    create or replace trigger siblings after insert or update on consent_consentexception
      for each row execute function guard.end_joinings('consent_id');
    create or replace trigger siblings after update on consent_consent
      for each row execute function guard.end_joinings('id');
    create or replace trigger told after update on siblings_joined
      for each row when (old.ended_at is null and new.ended_at is not null) execute function guard.part_ended();
    """,
    again=True,
)


def walls() -> list[Protect]:
    """Each child's part among its own; all of it made and ended by the guard."""
    back = "withdrawn_at, withdrawn_by_id"
    return [
        Protect("siblings_joining", "closed"),
        Protect("siblings_joined", "head", grants="select", change="false"),
        Protect("siblings_common", "head", grants="select", narrow=BOTH, change=IN_COMPARTMENT, columns=back),
        Protect("siblings_sametable", "head", grants="select", change=IN_COMPARTMENT, columns=back),
    ]
